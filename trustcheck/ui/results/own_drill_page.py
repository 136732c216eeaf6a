"""What would really happen, for one person alone: the cards to pick from, and what that says."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustcheck.app.answering.cards import card_steps
from trustcheck.app.presenting.drill import (
    about_ladder,
    about_own_cards,
    drill_title,
    how_to_ask,
    own_headline,
    own_lines,
    own_rows,
    try_words,
)
from trustcheck.app.results.personal import PersonalResult
from trustcheck.charts.ladder import ladder
from trustcheck.domain.questionnaire.answers import Answer
from trustcheck.ui.answering.answer_cards import AnswerGroup
from trustcheck.ui.kit.charts import FittedChart
from trustcheck.ui.kit.icons import IconLine
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.page import Page
from trustcheck.ui.kit.plates import Card
from trustcheck.ui.kit.text import Text
from trustcheck.ui.results.drill_page import add_ladder_chart
from trustcheck.words import gettext as _

_TYPE = 16.0


class OwnDrillPage(Page):
    """Signals: ``picked`` with a card's id and its rung, ``None`` where a pick is taken back.

    Shown again, it changes what has changed and leaves the cards where they are: nobody loses the keyboard.
    """

    picked = Signal(str, object)

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.name = drill_title()
        self.groups: dict[str, AnswerGroup] = {}
        self._asked: tuple[int, tuple[str, ...]] | None = None
        self._headline = self.title("")
        self._lead = Text(look, "", "lead", "ink2")
        self.column.addWidget(self._lead)
        self._cards, self._said = QVBoxLayout(), QVBoxLayout()
        self.column.addLayout(self._cards)
        self.column.addLayout(self._said)
        self.column.addStretch(1)
        look.changed.connect(self._space)
        self._space()

    def announcement(self) -> str:
        return f"{self.name}. {self._headline.text()}"

    def first_focus(self) -> QWidget | None:
        """The first card that is still open, or else the first."""
        groups = list(self.groups.values())
        group = next((each for each in groups if each.answer is None), groups[0] if groups else None)
        return group.first_focus() if group is not None else None

    def show_result(self, result: PersonalResult) -> None:
        """The cards with what was picked, and below them what that says."""
        self._headline.setText(own_headline(result))
        self._lead.setText(about_own_cards() if result.cards else how_to_ask(result.questionnaire))
        asked = (result.round.summary.id, tuple(each.scenario.id for each in result.cards))
        if asked != self._asked:
            self._asked = asked
            self._build(result)
        for card in result.cards:
            place = card.scenario.rungs.index(card.rung) + 1 if card.rung is not None else 0
            answer = Answer(place) if place else None
            if self.groups[card.scenario.id].answer != answer:
                self.groups[card.scenario.id].show_answer(answer)
        self._say(result)

    def _space(self) -> None:
        for layout in (self._cards, self._said):
            layout.setSpacing(self.look.px(12))

    def _build(self, result: PersonalResult) -> None:
        self.clear(self._cards)
        self.groups.clear()
        perspective = result.round.response.perspective
        for step in card_steps(result.questionnaire.scenarios, result.questionnaire, perspective):
            card, group = Card(self.look, gap=8), AnswerGroup(self.look, declines=False)
            card.column.addWidget(Text(self.look, step.name, "small_strong", "accent"))
            card.column.addWidget(Text(self.look, step.text, "card_strong"))
            group.show_answers(f"{step.name}. {step.text}", [words for _rung, words in step.outcomes], None)
            group.show_keys(shown=False)
            group.stand(beside=False, low=True, flush=True)
            rungs = [rung for rung, _words in step.outcomes]
            group.chosen.connect(partial(self._choose, step.id, rungs))
            group.cleared.connect(partial(self._clear, step.id))
            self.groups[step.id] = group
            card.column.addWidget(group)
            self._cards.addWidget(card)
        self.verticalScrollBar().setValue(0)

    def _choose(self, card_id: str, rungs: list[int], answer: Answer, _by_pointer: bool) -> None:
        self.picked.emit(card_id, rungs[answer.code - 1])

    def _clear(self, card_id: str) -> None:
        self.groups[card_id].show_answer(None)
        self.picked.emit(card_id, None)

    def _say(self, result: PersonalResult) -> None:
        """What was picked in one picture, and what could be tried: after the cards, so that nothing above moves."""
        self.clear(self._said)
        rows = own_rows(result)
        if not rows:
            return
        card = Card(self.look, gap=8)
        card.column.addWidget(Text(self.look, _("What you expect"), "section"))
        card.column.addWidget(Text(self.look, about_ladder(), "small", "ink2"))
        add_ladder_chart(self.look, card, FittedChart(self.look, partial(ladder, rows, size=_TYPE)))
        for line in own_lines(result):
            card.column.addWidget(Text(self.look, line, "body", "ink2"))
        self._said.addWidget(card)
        self._said.addWidget(Text(self.look, _("To try before it is real"), "section"), 0, Qt.AlignmentFlag.AlignLeft)
        for each in result.cards:
            words = try_words(each.scenario)
            if each.rung is not None and words:
                self._said.addWidget(IconLine(self.look, "lightbulb", words, ink="accent", role="body"))
