"""What to try first, chosen by rules that can be read, with the reasons from these answers."""

from datetime import date

from PySide6.QtCore import Qt, Signal

from trustcheck.app.presenting.personal_findings import nothing_words
from trustcheck.app.presenting.personal_sums import theme_sum
from trustcheck.app.presenting.short_form import further_questions
from trustcheck.app.presenting.suggestions import carrying_questions, strength_line
from trustcheck.app.results.personal import PersonalResult
from trustcheck.domain.questionnaire.model import Perspective
from trustcheck.ui.kit.buttons import Button
from trustcheck.ui.kit.icons import IconLine
from trustcheck.ui.kit.into_view import tab_in_reading_order
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.page import Page
from trustcheck.ui.kit.plates import Card
from trustcheck.ui.kit.text import Text
from trustcheck.ui.results.calculations import Calculations
from trustcheck.ui.results.suggestion_card import FurtherCard, Offer, SuggestionCard, quick_wins_card, waiting_card
from trustcheck.words import gettext as _
from trustcheck.words import ngettext
from trustcheck.words.numbers import capitalised, in_words


class SuggestionsPage(Page):
    """Signals: ``promise_asked`` with the suggestion's id, ``theme_asked`` with a theme's; where a short form ends
    ``others_asked`` to answer the other questions, ``new_check_asked`` for a check of its own.
    """

    promise_asked = Signal(str)
    theme_asked = Signal(str)
    others_asked = Signal()
    new_check_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.name = _("Suggestions")
        self._headline = ""
        self.sums = Calculations(look, self)
        self.cards: list[SuggestionCard] = []

    def announcement(self) -> str:
        return f"{self.name}. {self._headline}"

    def show_result(self, result: PersonalResult, today: date) -> None:
        """Show what these answers earn, the first of it open; for a short form, where it goes on."""
        self.sums.forget()
        self.clear()
        offers = _offers(result)
        self.cards = [self._card(offer) for offer in offers]
        self._headline = _headline(result, len(offers))
        self.title(self._headline)
        lead = _("Chosen by rules you can read, from your own answers.") if offers else result.no_proposals
        self.column.addWidget(Text(self.look, lead, "lead", "ink2"))
        self._add_further(result, today)
        for card in self.cards:
            self.column.addWidget(card)
        if self.cards:
            self.cards[0].show_open(is_open=True)
        if result.held_back:
            self.column.addWidget(waiting_card(self.look, result.held_back, result.questionnaire))
        if result.quick_wins:
            self.column.addWidget(quick_wins_card(self.look, result.quick_wins))
        self._add_strengths(result)
        self._add_how(result)
        if self.cards:
            doubt = _("If this does not match what you know, ask before you act.")
            self.column.addWidget(Text(self.look, doubt, "small", "ink2"))
        self.column.addStretch(1)
        self.verticalScrollBar().setValue(0)

    def _add_further(self, result: PersonalResult, today: date) -> None:
        further = further_questions(result, today)
        if further is not None:
            card = FurtherCard(self.look, further.heading, further.words, further.button)
            card.asked.connect(self.new_check_asked if further.anew else self.others_asked)
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

    def _add_how(self, result: PersonalResult) -> None:
        """The themes that are named here, each with its own calculation."""
        named = dict.fromkeys(
            [*(each.theme_id for each in result.proposals), *(each.theme_id for each in result.strengths)]
        )
        if not named:
            return
        how = Button(self.look, _("How is this worked out?"), "quiet", height=32)
        how.stand_flush()
        self.sums.answers(how, lambda: (_("The themes named here"), [theme_sum(result, each) for each in named]))
        self.column.addWidget(how, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_strengths(self, result: PersonalResult) -> None:
        if not result.strengths:
            return
        card = Card(self.look, gap=8)
        card.column.addWidget(Text(self.look, _("Keep doing"), "section"))
        for strength in result.strengths:
            card.column.addWidget(IconLine(self.look, "shield-check", strength_line(result, strength)[0]))
        below = " ".join(carrying_questions(result, result.strengths))
        card.column.addWidget(Text(self.look, below, "caption", "ink2"))
        self.column.addWidget(card)


def _offers(result: PersonalResult) -> list[Offer]:
    """The themes to begin with that have something to try now."""
    alone = result.round.response.perspective is Perspective.STAFF
    gates = frozenset(held.gate for held in result.held_back)
    return [
        Offer(result.theme(proposal.theme_id).theme, proposal, alone, gates)
        for proposal in result.proposals
        if proposal.suggestions
    ]


def _headline(result: PersonalResult, offered: int) -> str:
    if offered:
        said = ngettext("{number} thing worth trying first", "{number} things worth trying first", offered)
        return said.format(number=capitalised(in_words(offered)))
    return nothing_words(result)
