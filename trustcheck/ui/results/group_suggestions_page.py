"""What a group might try first, chosen by rules that can be read; what waits, and why; what can be decided at once."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal

from trustcheck.app.presenting.short_form import for_several
from trustcheck.app.presenting.suggestions import about_suggestions, keep_doing, offered, suggestions_headline
from trustcheck.app.results.group import GroupResult
from trustcheck.domain.questionnaire.model import Form
from trustcheck.ui.kit.icons import IconLine
from trustcheck.ui.kit.into_view import tab_in_reading_order
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.text import Text
from trustcheck.ui.results.group_page import GroupPage
from trustcheck.ui.results.suggestion_card import FurtherCard, Offer, SuggestionCard, quick_wins_card, waiting_card
from trustcheck.words import gettext as _


class GroupSuggestionsPage(GroupPage):
    """Signals: ``promise_asked`` with the suggestion's id, ``theme_asked`` with a theme's, ``new_check_asked`` where a
    short form ends.
    """

    new_check_asked = Signal()
    promise_asked = Signal(str)
    theme_asked = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.name = _("Suggestions")
        self._headline = ""
        self.cards: list[SuggestionCard] = []

    def announcement(self) -> str:
        return f"{self.name}. {self._headline}"

    def show_result(self, result: GroupResult) -> None:
        """Show what the answers earn, the first of it open."""
        self.forget_asker()
        self.clear()
        self.result = result
        offers = _offers(result)
        self.cards = [self._card(offer) for offer in offers]
        self._headline = suggestions_headline(result)
        self.title(self._headline)
        self.column.addWidget(Text(self.look, about_suggestions(result), "lead", "ink2"))
        if result.summary.form is Form.PULSE:
            self._add_further(result)
        for card in self.cards:
            self.column.addWidget(card)
        if self.cards:
            self.cards[0].show_open(is_open=True)
        if result.held_back:
            self.column.addWidget(waiting_card(self.look, result.held_back, result.questionnaire))
        if result.quick_wins:
            self.column.addWidget(quick_wins_card(self.look, result.quick_wins))
        self._add_strengths(result)
        if self.cards:
            doubt = _("If this does not match what you know, ask before you act.")
            self.column.addWidget(Text(self.look, doubt, "small", "ink2"))
        self.column.addStretch(1)
        self.verticalScrollBar().setValue(0)

    def _add_further(self, result: GroupResult) -> None:
        words = for_several(result.questionnaire)
        card = FurtherCard(self.look, _("All the questions together"), words, _("Prepare a new check"))
        card.asked.connect(self.new_check_asked)
        self.column.addWidget(card)

    def _card(self, offer: Offer) -> SuggestionCard:
        card = SuggestionCard(self.look, offer)
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

    def _order(self) -> None:
        tab_in_reading_order(self._held)

    def _add_strengths(self, result: GroupResult) -> None:
        if words := keep_doing(result):
            self.column.addWidget(IconLine(self.look, "shield-check", words))


def _offers(result: GroupResult) -> list[Offer]:
    """The themes to begin with that have something to try now; what one can try alone has no place in a group's."""
    return [
        Offer(replace(result.theme(each.theme_id).theme, on_your_own=""), each, alone=False) for each in offered(result)
    ]
