"""One theme: the name, the number with its margin in words, a reading of it, and the answers behind it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustcheck.app.results import FactResult, PersonalResult
from trustcheck.charts.profile import pillar_track
from trustcheck.charts.scene import Scene
from trustcheck.domain.points import whole
from trustcheck.ui.fact_words import fact_in_words
from trustcheck.ui.look import Look
from trustcheck.ui.result_words import answers_touched, bands_touched, theme_sentence
from trustcheck.ui.widgets.answered_item import AnsweredItem
from trustcheck.ui.widgets.button import Button
from trustcheck.ui.widgets.card import Card
from trustcheck.ui.widgets.chart_table import ChartTable
from trustcheck.ui.widgets.fitted_chart import FittedChart
from trustcheck.ui.widgets.flow import Flow
from trustcheck.ui.widgets.fold import Fold
from trustcheck.ui.widgets.rule import Rule
from trustcheck.ui.widgets.text import Text
from trustcheck.words import gettext as _


class ThemeView(QWidget):
    """Signals: ``change_asked`` with an item id, ``how_asked`` and ``say_do_asked`` to go there."""

    change_asked = Signal(str)
    how_asked = Signal()
    say_do_asked = Signal()

    def __init__(self, look: Look, result: PersonalResult, theme_id: str) -> None:
        super().__init__()
        self._look, self._result, self._shown = look, result, result.theme(theme_id)
        self._facts = [fact for fact in result.facts if fact.theme.id == theme_id]
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(12))
        self._column.addWidget(Text(look, self._shown.theme.name, "title"))
        if self._shown.theme.meaning:
            self._column.addWidget(Text(look, self._shown.theme.meaning, "lead", "ink2"))
        self._add_score()
        self._add_items()
        self._add_facts()

    def _add_score(self) -> None:
        card = Card(self._look, gap=8)
        self._column.addWidget(card)
        if self._shown.score is None:
            card.column.addWidget(Text(self._look, self._shown.missing, "lead", "ink2"))
            self._add_uncounted(card)
            return
        chart = FittedChart(self._look, self._track)
        chart.setAccessibleName(theme_sentence(self._shown))
        card.column.addWidget(chart)
        card.column.addWidget(Text(self._look, self._position(self._shown.score), "row"))
        card.column.addWidget(Text(self._look, self._reading(self._shown.score), "body", "ink2"))
        for words, item in (
            (_("Highest: \u201c{answer}\u201d to: {question}"), self._shown.highest),
            (_("Lowest: \u201c{answer}\u201d to: {question}"), self._shown.lowest),
        ):
            if item is not None:
                said = words.format(question=item.wording, answer=item.words.lower())
                card.column.addWidget(Text(self._look, said, "caption", "ink2"))
        self._add_uncounted(card)
        self._add_below(card, chart)

    def _track(self, width: float) -> Scene:
        shown, score = self._shown, self._shown.score
        band = "" if score is None else bands_touched(score, shown.margin, self._result.questionnaire.cuts)
        return pillar_track(shown.theme.name, score, shown.margin, width, size=16.0, band=band)

    def _position(self, score: float) -> str:
        return _("Your answers put this at {score} of 100, usually {answers}, give or take {margin}.").format(
            score=whole(score),
            answers=answers_touched(score, self._shown.margin, self._result.questionnaire.scale),
            margin=whole(self._shown.margin),
        )

    def _reading(self, score: float) -> str:
        """The text of the band, said with its neighbour where one person's margin reaches into it."""
        bands = bands_touched(score, self._shown.margin, self._result.questionnaire.cuts)
        return _("{bands}: {text}").format(bands=bands, text=self._shown.band_text) if self._shown.band_text else bands

    def _add_uncounted(self, card: Card) -> None:
        """Answers that are not part of the number are said, never scored."""
        for number, words in (
            (
                self._shown.dont_know,
                _("\u201cI don\u2019t know\u201d: {number} of {asked} questions. That is an answer too."),
            ),
            (self._shown.not_applicable, _("\u201cDoesn\u2019t apply here\u201d: {number} of {asked} questions.")),
            (self._shown.skipped, _("Skipped: {number} of {asked} questions.")),
        ):
            if number:
                said = words.format(number=number, asked=len(self._shown.items))
                card.column.addWidget(Text(self._look, said, "caption", "ink2"))

    def _add_below(self, card: Card, chart: FittedChart) -> None:
        assert chart.scene is not None
        table = ChartTable(self._look, self._shown.theme.name, chart.scene.table)
        fold = Fold(self._look, _("Show as table"), table, _("Hide the table"))
        how = Button(self._look, _("How is this worked out?"), "quiet", height=36)
        how.clicked.connect(self.how_asked)
        held = QWidget()
        line = Flow(self._look, held, gap=16)
        for button in (fold, how):
            button.stand_flush()
            line.addWidget(button)
        card.column.addWidget(held)
        card.column.addWidget(table)

    def _add_items(self) -> None:
        if not self._shown.items:
            return
        self._column.addSpacing(self._look.px(8))
        self._column.addWidget(Text(self._look, _("Your answers"), "section"))
        card = Card(self._look, padding=(24, 10), gap=4)
        for place, item in enumerate(self._shown.items):
            if place:
                card.column.addWidget(Rule(self._look))
            row = AnsweredItem(self._look, item, self._result.questionnaire.scale)
            row.change_asked.connect(self.change_asked)
            card.column.addWidget(row)
        self._column.addWidget(card)

    def _add_facts(self) -> None:
        if not self._facts:
            return
        self._column.addSpacing(self._look.px(8))
        self._column.addWidget(Text(self._look, _("The facts beside them"), "section"))
        card = Card(self._look, padding=(24, 14), gap=10)
        for fact in self._facts:
            self._add_fact(card, fact)
        ask = Button(self._look, _("Go to the facts"), "quiet", trailing="chevron-right", height=34)
        ask.stand_flush()
        ask.clicked.connect(self.say_do_asked)
        card.column.addWidget(ask, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(card)

    def _add_fact(self, card: Card, fact: FactResult) -> None:
        lines = QVBoxLayout()
        lines.setSpacing(self._look.px(2))
        lines.addWidget(Text(self._look, fact.practice.text, "row"))
        answer = fact_in_words(fact.given.fact) if fact.given else _("Not answered yet")
        lines.addWidget(Text(self._look, answer, "small_strong", "accent" if fact.given else "ink2"))
        if fact.sentence:
            lines.addWidget(Text(self._look, fact.sentence, "caption", "ink2"))
        card.column.addLayout(lines)
