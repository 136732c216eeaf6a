"""What to try first, chosen by rules that can be read; what waits, and why; what can be decided at once."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal

from trustcheck.app.presenting.short_form import FurtherQuestions
from trustcheck.app.results.group import GroupResult
from trustcheck.app.results.personal import PersonalResult
from trustcheck.domain.questionnaire.arrangement import Arrangement
from trustcheck.ui.kit.buttons import Button
from trustcheck.ui.kit.icons import IconLine
from trustcheck.ui.kit.into_view import tab_in_reading_order
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.page import Page
from trustcheck.ui.kit.plates import Card
from trustcheck.ui.kit.text import Text
from trustcheck.ui.results.calculations import Calculations, of_sums
from trustcheck.ui.results.suggestion_card import (
    AsideCard,
    ByRightCard,
    FurtherCard,
    Offer,
    SuggestionCard,
    quick_wins_card,
    waiting_card,
)
from trustcheck.ui.results.suggestions_view import SuggestionsView, group_suggestions, personal_suggestions
from trustcheck.words import gettext as _


class SuggestionsPage(Page):
    """Signals: ``promise_asked`` with the suggestion's id, ``theme_asked`` with a theme's, ``arranged`` with an
    :class:`Arrangement` after something was moved, put aside or taken back; where a short form ends ``others_asked`` to
    answer the other questions, ``new_check_asked`` for a check of its own.
    """

    promise_asked = Signal(str)
    theme_asked = Signal(str)
    others_asked = Signal()
    new_check_asked = Signal()
    arranged = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.name = _("Suggestions")
        self._headline = ""
        self._by_hand = Arrangement()
        self._moving: tuple[str, int] | None = None
        """What was moved just now, and which way: the keyboard stays with it. 0: it was put aside or taken back."""
        self._stood = 0
        """Which card it was: where it went, the keyboard goes to the one that stands there now."""
        self.sums = Calculations(look, self)
        self.cards: list[SuggestionCard] = []

    def announcement(self) -> str:
        return f"{self.name}. {self._headline}"

    def show_result(self, result: PersonalResult, today: date) -> None:
        """Show what one person's answers earn, the first of it open; for a short form, where it goes on."""
        self._show(personal_suggestions(result, today))

    def show_group(self, result: GroupResult) -> None:
        """Show what a group's answers earn, the first of it open."""
        self._show(group_suggestions(result))

    def _show(self, view: SuggestionsView) -> None:
        self.sums.forget()
        self.clear()
        self._by_hand = view.arrangement
        last = len(view.offers) - 1
        self.cards = [self._card(view, offer, (at > 0, at < last)) for at, offer in enumerate(view.offers)]
        self._headline = view.headline
        self.title(view.headline)
        self.column.addWidget(Text(self.look, view.lead, "lead", "ink2"))
        if view.further is not None:
            self._add_further(view.further)
        for card in self.cards:
            self.column.addWidget(card)
        if self.cards:
            self._open_one()
        if view.held_back:
            self.column.addWidget(waiting_card(self.look, view.held_back, view.questionnaire))
        if view.quick_wins:
            self.column.addWidget(quick_wins_card(self.look, view.quick_wins))
        takers = list[Button]()
        if view.by_right:
            rights = ByRightCard(self.look, view.by_right, for_one=view.for_one)
            rights.aside_asked.connect(self._put_aside)
            rights.promise_asked.connect(self.promise_asked)
            self.column.addWidget(rights)
        if view.put_aside:
            aside = AsideCard(self.look, view.put_aside, for_one=view.for_one)
            aside.wanted.connect(self._take_back)
            self.column.addWidget(aside)
            takers = aside.takers
        self._add_strengths(view)
        self._add_how(view)
        if self.cards:
            doubt = _("If this does not match what you know, ask before you act.")
            self.column.addWidget(Text(self.look, doubt, "small", "ink2"))
        self.column.addStretch(1)
        self.verticalScrollBar().setValue(0)
        self._stay_with_it(takers)

    def _add_further(self, further: FurtherQuestions) -> None:
        card = FurtherCard(self.look, further.heading, further.words, further.button)
        card.asked.connect(self.new_check_asked if further.anew else self.others_asked)
        self.column.addWidget(card)

    def _card(self, view: SuggestionsView, offer: Offer, can_move: tuple[bool, bool]) -> SuggestionCard:
        card = SuggestionCard(self.look, offer, view.asked_again, can_move)
        card.move_asked.connect(self._move)
        card.aside_asked.connect(self._put_aside)
        card.wanted.connect(self._take_back)
        card.promise_asked.connect(self.promise_asked)
        card.theme_asked.connect(self.theme_asked)
        card.unfolded.connect(self._unfold)
        card.swapped.connect(self._order)
        return card

    def _unfold(self) -> None:
        """One card is open at a time, so that there is one thing to promise."""
        wanted = self.sender()
        for card in self.cards:
            card.show_open(is_open=card is wanted)
            if card is wanted and card.promise is not None:
                card.promise.setFocus(Qt.FocusReason.OtherFocusReason)
                self.ensureWidgetVisible(card, 0, self.look.px(24))

    def _open_one(self) -> None:
        """The one that was moved just now, else the first."""
        moved = next((each for each in self.cards if self._moving and each.suggestion.id == self._moving[0]), None)
        (moved or self.cards[0]).show_open(is_open=True)

    def _stay_with_it(self, takers: Sequence[Button]) -> None:
        moving, self._moving = self._moving, None
        if moving is None:
            return
        card = next((each for each in self.cards if each.suggestion.id == moving[0]), None)
        card = card or next(iter(self.cards[self._stood :] or self.cards[-1:]), None)
        if card is None:
            stands = next(iter(takers), None)
        elif moving[1] and card.movers:
            stands = card.movers.get(moving[1]) or next(iter(card.movers.values()))
        else:
            stands = card.promise or card.unfold
        if stands is not None:
            stands.setFocus(Qt.FocusReason.OtherFocusReason)

    def _move(self, by: int) -> None:
        card = self.sender()
        at = next(at for at, each in enumerate(self.cards) if each is card)
        shown, self._moving = self._shown, (self._shown[at], by)
        self.arranged.emit(self._by_hand.moved(shown, shown[at], by))

    def _put_aside(self, suggestion_id: str) -> None:
        self._stand_by(suggestion_id)
        self.arranged.emit(self._by_hand.put_aside(suggestion_id))

    def _take_back(self, suggestion_id: str) -> None:
        self._stand_by(suggestion_id)
        self.arranged.emit(self._by_hand.taken_back(suggestion_id))

    def _stand_by(self, suggestion_id: str) -> None:
        self._moving = suggestion_id, 0
        self._stood = self._shown.index(suggestion_id) if suggestion_id in self._shown else 0

    @property
    def _shown(self) -> list[str]:
        return [each.suggestion.id for each in self.cards]

    def _order(self) -> None:
        tab_in_reading_order(self._held)

    def _add_how(self, view: SuggestionsView) -> None:
        """The themes that are named here, each with its own calculation."""
        if not view.sums:
            return
        how = Button(self.look, _("How is this worked out?"), "quiet", height=32)
        how.stand_flush()
        self.sums.answers(how, lambda: of_sums(_("The themes named here"), view.sums))
        self.column.addWidget(how, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_strengths(self, view: SuggestionsView) -> None:
        if view.keep_doing:
            self.column.addWidget(IconLine(self.look, "shield-check", view.keep_doing))
        if not view.strengths:
            return
        card = Card(self.look, gap=8)
        card.column.addWidget(Text(self.look, _("Keep doing"), "section"))
        for words in view.strengths:
            card.column.addWidget(IconLine(self.look, "shield-check", words))
        card.column.addWidget(Text(self.look, view.carrying, "caption", "ink2"))
        self.column.addWidget(card)
