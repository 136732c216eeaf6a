"""A group's overview: the sentence first, then both views of two pillars and ten themes, and where to go from here."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustcheck.app.presenting.explanations import OVERALL, FigureKey, FigureKind, explained
from trustcheck.app.presenting.group_findings import apart, start, strength
from trustcheck.app.presenting.group_sayings import is_pulse, who_answered
from trustcheck.app.presenting.group_seen import is_seen
from trustcheck.app.presenting.group_themes import last_time_drawn, pillar_row, theme_row
from trustcheck.app.presenting.group_words import shown_words
from trustcheck.app.presenting.personal_findings import Finding
from trustcheck.app.results.group import GroupResult, Shown, WithoutHurried
from trustcheck.charts.group_profile import GroupRow, group_table, hollow, mark
from trustcheck.charts.scene import Box, ChartCells, Line
from trustcheck.domain.checks.group_round import people, people_first
from trustcheck.domain.questionnaire.model import Form, Perspective
from trustcheck.ui.kit.buttons import Button, Fold
from trustcheck.ui.kit.charts import LegendEntry
from trustcheck.ui.kit.layout import FlowLayout, sided
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.text import LineText, Text
from trustcheck.ui.kit.text_box import TextBox
from trustcheck.ui.results.calculations import Calculation, ValueCalculation
from trustcheck.ui.results.figure_button import FigureButton
from trustcheck.ui.results.group_page import GroupPage
from trustcheck.ui.results.group_pillar_card import GroupPillarCard
from trustcheck.ui.results.overview import Overview, WayOn
from trustcheck.ui.results.room_question import rests_on
from trustcheck.words import gettext as _

# The sentence a group's result opens with: why it was chosen, and a pencil to say it in one's own words.


MOST_WORDS = 240
"""Characters of the sentence in one's own words: two lines at the top of a page."""


class StoryWords(QWidget):
    """Signals: ``own_words_changed`` with the new sentence, empty to go back to the rule's."""

    own_words_changed = Signal(str)

    def __init__(self, look: Look, result: GroupResult) -> None:
        super().__init__()
        self._look, self._result = look, result
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(2))
        self.sentence = Text(look, "", "title")
        self._column.addWidget(self.sentence)
        self._own = Text(look, _("In our own words"), "caption", "accent")
        self._column.addWidget(self._own)
        self.box = TextBox(look, _("The sentence in our own words"), limit=MOST_WORDS)
        self.box.done.connect(self._keep)
        self.box.left.connect(self._leave)
        self._editing = self._editor()
        self._column.addWidget(self._editing)
        self._below = self._buttons()
        self.show_sentence(result)

    def show_sentence(self, result: GroupResult) -> None:
        """Show the sentence as it now is, without an editor."""
        self._result = result
        self.sentence.setText(result.sentence)
        self._rule.setText(_("The rule\u2019s sentence: {sentence}").format(sentence=result.story.sentence))
        for only_with_own_words in (self._own, self._rule, self._back):
            only_with_own_words.setVisible(bool(result.own_words))
        self._show_editing(is_open=False)

    def _buttons(self) -> QWidget:
        why = QWidget()
        lines = QVBoxLayout(why)
        lines.setContentsMargins(0, 0, 0, self._look.px(6))
        lines.setSpacing(self._look.px(4))
        self._rule = Text(self._look, "", "small", "ink2")
        lines.addWidget(self._rule)
        for sentence in self._result.story.why:
            lines.addWidget(Text(self._look, sentence, "small", "ink2"))
        rests_on(self._look, self._result.story.rests_on, lines)
        fold = Fold(self._look, _("Why this sentence?"), why)
        fold.stand_flush()
        self.pencil = Button(self._look, _("Say it in our own words"), "quiet", icon="pencil", height=32)
        self.pencil.clicked.connect(lambda: self._show_editing(is_open=True))
        held = QWidget()
        line = FlowLayout(self._look, held, gap=16)
        line.addWidget(fold)
        line.addWidget(self.pencil)
        self._column.addWidget(held)
        self._column.addWidget(why)
        return held

    def _editor(self) -> QWidget:
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(0, self._look.px(4), 0, self._look.px(4))
        column.setSpacing(self._look.px(8))
        column.addWidget(self.box)
        line_held = QWidget()
        line = FlowLayout(self._look, line_held, gap=10)
        keep = Button(self._look, _("Keep these words"), "outline", height=40)
        keep.clicked.connect(self._keep)
        line.addWidget(keep)
        self._back = Button(self._look, _("Back to the rule\u2019s sentence"), "quiet", height=40)
        self._back.clicked.connect(lambda: self.own_words_changed.emit(""))
        line.addWidget(self._back)
        leave = Button(self._look, _("Leave it as it was"), "quiet", height=40)
        leave.clicked.connect(self._leave)
        line.addWidget(leave)
        column.addWidget(line_held)
        return held

    def _show_editing(self, *, is_open: bool) -> None:
        self._editing.setVisible(is_open)
        self._below.setVisible(not is_open)
        if is_open:
            self.box.show_words(self._result.sentence)
            self.box.box.setFocus(Qt.FocusReason.OtherFocusReason)
            self.box.box.selectAll()

    def _keep(self) -> None:
        words = " ".join(self.box.words.split())
        changed = "" if words == self._result.story.sentence else words
        if changed == self._result.own_words:
            self._leave()
        else:
            self.own_words_changed.emit(changed)

    def _leave(self) -> None:
        self._show_editing(is_open=False)
        self.pencil.setFocus(Qt.FocusReason.OtherFocusReason)


# What the marks on a group's overview mean: whose they are, and the light bar where one is drawn.


class GroupLegend(QWidget):
    def __init__(self, look: Look, result: GroupResult) -> None:
        super().__init__()
        line = FlowLayout(look, self, gap=20)
        for perspective in result.perspectives:
            if is_seen(result, perspective):
                line.addWidget(LegendEntry(look, mark(perspective, 8, 10, 6.5), 16, people(perspective)))
        if _has_bands(result):
            interval = _("where the mean may lie, 95 %")
            line.addWidget(LegendEntry(look, Box(0, 5, 26, 10, "band", round=5), 26, interval))
        if then := last_time_drawn(result):
            rings = [hollow(each, 8, 10, 5.5) for each in result.perspectives if is_seen(result, each)]
            line.addWidget(LegendEntry(look, rings[-1], 16, then))
        if result.setup.targets and not is_pulse(result):
            aim = _("the target, set before any score")
            line.addWidget(LegendEntry(look, Line(8, 1, 8, 19, "accent", 1.6, dashed=True), 16, aim))


def _has_bands(result: GroupResult) -> bool:
    """Whether any interval is drawn: below five people, and with the short form, there is none."""
    values = [value for theme in result.themes for value in theme.views.values()]
    return any(isinstance(value, Shown) and value.interval is not None for value in values)


# What would read otherwise without the hurried sheets: a sentence for each view, and a line for each value.


class HurriedLines(QWidget):
    def __init__(self, look: Look, told: Sequence[WithoutHurried]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(*sided(self, look.px(12), 0, 0, 0))
        column.setSpacing(look.px(4))
        for each in told:
            column.addWidget(Text(look, each.sentence, "small"))
            for line in each.moved:
                column.addWidget(Text(look, line, "small", "ink2"))


class GroupOverviewPage(Overview, GroupPage):
    """Signals: also ``strengths_asked``, ``gaps_asked``, ``how_asked`` and ``own_words_changed``."""

    strengths_asked = Signal()
    gaps_asked = Signal()
    how_asked = Signal()
    own_words_changed = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._report: Button | None = None

    def first_focus(self) -> QWidget | None:
        """What somebody most likely came for."""
        return self._report or super().first_focus()

    def announcement(self) -> str:
        return self.name if self.result is None else f"{self.name}. {self.result.sentence}"

    def show_result(self, result: GroupResult) -> None:
        """Show a group's result from the top."""
        self.sums.forget()
        self.clear()
        self.result = result
        told = who_answered(result)
        answered = FigureButton(self.look, told, "", told, role="small")
        self.sums.answers(answered, self._explain_answered)
        self._report = self._add_head(result.summary.closed_on or result.summary.started_on, answered)
        self.story = StoryWords(self.look, result)
        self.story.own_words_changed.connect(self.own_words_changed)
        self.column.addWidget(self.story)
        self.say_banners(result)
        self._add_pillars(result)
        self.column.addWidget(GroupLegend(self.look, result))
        self._add_ways_on(self._ways_on(result))
        how = self._add_numbers(self._overall(result), _("All numbers as a table"), self._table(result))
        how.clicked.connect(self.how_asked)
        self._add_without_hurried(result)
        self.column.addStretch(1)
        self.verticalScrollBar().setValue(0)

    def show_sentence(self, result: GroupResult) -> None:
        """Show the sentence as it now is; the keyboard goes back to the pencil."""
        self.result = result
        self.story.show_sentence(result)
        self.story.pencil.setFocus(Qt.FocusReason.OtherFocusReason)

    def _explain_answered(self) -> Calculation:
        assert self.result is not None
        parts = [
            ValueCalculation(people_first(each), explained(self.result, FigureKey(FigureKind.ANSWERED, OVERALL, each)))
            for each in self.result.perspectives
        ]
        return _("Who answered"), parts

    def _add_pillars(self, result: GroupResult) -> None:
        cards = [GroupPillarCard(self.look, result, pillar) for pillar in result.pillars]
        for card in cards:
            card.theme_asked.connect(self.theme_asked)
            for button, of, perspective in card.numbers:
                self.sums.answers(button, self._answer_for(of, perspective))
        self._add_side_by_side(cards, [card.parts for card in cards])

    def _answer_for(self, of: str, perspective: Perspective | None) -> Callable[[], Calculation]:
        if perspective is None:
            return partial(self.explain_views, of)
        return partial(self.explain_value, of, perspective)

    @staticmethod
    def _table(result: GroupResult) -> ChartCells:
        rows: list[GroupRow] = []
        for pillar in result.pillars:
            rows.append(pillar_row(result, pillar))
            rows += [theme_row(result, theme) for theme in pillar.themes if result.summary.form is Form.FULL]
        return group_table(rows)

    def _ways_on(self, result: GroupResult) -> Iterator[WayOn]:
        """What to protect, where views lie apart, where to begin."""
        by_theme = Finding(_("Where people differ"), _("How far answers lie apart, theme by theme."), "")
        if (best := strength(result)) is not None:
            yield "hand-heart", best, self.strengths_asked.emit
        yield "users", apart(result) or by_theme, self.gaps_asked.emit
        if (first := start(result)) is not None:
            yield "lightbulb", first, self.suggestions_asked.emit

    def _overall(self, result: GroupResult) -> QWidget:
        held = QWidget()
        line = FlowLayout(self.look, held, gap=6)
        shown = [(each, value) for each, value in result.overall.items() if isinstance(value, Shown)]
        if shown:
            line.addWidget(LineText(self.look, _("Everything together, which says the least:"), "caption", "ink2"))
        for perspective, value in shown:
            words = f"{people(perspective)} {value.mean}"
            button = FigureButton(self.look, "", words, shown_words(_("Everything together"), value, perspective))
            self.sums.answers(button, partial(self.explain, FigureKey(FigureKind.MEAN, OVERALL, perspective)))
            line.addWidget(button)
        return held

    def _add_without_hurried(self, result: GroupResult) -> None:
        """What a few minutes too few may have changed; folded, since it changes nothing that stands above."""
        if result.without_hurried:
            lines = HurriedLines(self.look, result.without_hurried)
            fold = Fold(self.look, _("With and without hurried sheets"), lines)
            self.column.addWidget(fold, 0, Qt.AlignmentFlag.AlignLeft)
            self.column.addWidget(lines)
