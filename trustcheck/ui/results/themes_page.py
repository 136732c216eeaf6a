"""One theme at a time: where the answers put it, what that may mean, and the answers themselves."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trustcheck.app.answering.review import Filter, filter_names, lets_through
from trustcheck.app.presenting.aloud import mark_words
from trustcheck.app.presenting.group_items import own_questions_title
from trustcheck.app.presenting.personal import (
    furthest,
    position,
    reading,
    theme_row,
    theme_sentence,
    turned,
    uncounted,
)
from trustcheck.app.presenting.personal_sums import theme_sum
from trustcheck.app.results.personal import ItemResult, PersonalResult, ThemeResult
from trustcheck.charts.answers import answer_strip
from trustcheck.charts.profile import profile_table
from trustcheck.charts.scene import ChartCells, Scene
from trustcheck.domain.statistics.points import whole
from trustcheck.ui.kit.buttons import Button, Fold
from trustcheck.ui.kit.chart_table import ChartTable
from trustcheck.ui.kit.charts import FittedChart
from trustcheck.ui.kit.icons import Icon
from trustcheck.ui.kit.layout import Columns, FlowLayout
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.plates import Card
from trustcheck.ui.kit.text import Text
from trustcheck.ui.results.calculations import Calculation, Calculations, of_sums
from trustcheck.ui.results.figure_button import TrackButton
from trustcheck.ui.results.list_page import ListPage
from trustcheck.ui.results.one_theme import Flagged, ListedQuestions, OneTheme, OwnQuestions
from trustcheck.ui.results.theme_chooser import OWN_QUESTIONS, PillarEntries, ThemeEntry, own_questions_entry
from trustcheck.words import gettext as _

# One question of a theme with its answer: the words, the place on the scale, the note, and a way to change it.


class AnsweredItem(QWidget):
    """Signals: ``change_asked`` with the item's id."""

    change_asked = Signal(str)

    def __init__(self, look: Look, shown: ItemResult, scale: tuple[str, ...]) -> None:
        super().__init__()
        self._look, self.shown, self._scale = look, shown, scale
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.px(6), 0, look.px(4))
        column.setSpacing(look.px(2))
        column.addWidget(Text(look, shown.wording, "row"))
        self._meaning = Text(look, shown.item.meaning, "caption", "ink2")
        below = Columns(look, FittedChart(look, self._strip), self._buttons(), narrow=600, gap=16)
        below.box.setStretch(0, 2)
        below.box.setStretch(1, 3)
        column.addWidget(below)
        column.addWidget(self._meaning)
        self._meaning.setVisible(False)
        if said := turned(shown, scale):
            column.addWidget(Text(look, said, "caption", "ink2"))
        if said := mark_words(shown.mark):
            column.addWidget(Text(look, said, "caption", "ink2"))
        if shown.note:
            column.addWidget(self._note())

    def _strip(self, width: float) -> Scene:
        point = self.shown.answer.point if self.shown.answer else None
        return answer_strip(self._scale, point, self.shown.words, width, size=16.0)

    def _note(self) -> Card:
        note = Card(self._look, fill="sunk", edge="", padding=(14, 10))
        row = QHBoxLayout()
        row.setSpacing(self._look.px(10))
        icon = Icon(self._look, "notebook-pen", "ink3", 18)
        words = Text(self._look, self.shown.note, "small", "ink").can_be_copied()
        words.setAccessibleName(_("Your note: {note}").format(note=self.shown.note))
        row.addWidget(icon)
        row.addWidget(words, 1)
        note.column.addLayout(row)
        return note

    def _buttons(self) -> QWidget:
        held = QWidget()
        line = FlowLayout(self._look, held, gap=16)
        change = Button(self._look, _("Change this answer"), "quiet", height=32)
        change.setAccessibleDescription(self.shown.wording)
        change.stand_flush()
        change.clicked.connect(self._ask)
        if self.shown.item.meaning:
            fold = Fold(self._look, _("What does this mean?"), self._meaning)
            fold.stand_flush()
            line.addWidget(fold)
        line.addWidget(change)
        return held

    def _ask(self) -> None:
        self.change_asked.emit(self.shown.item.id)


# One theme: the name, the number with its margin in words, a reading of it, and the answers behind it.


_TRACK = 16.0
"""The size of the type on a track."""


class PersonalThemeView(OneTheme):
    """``rows`` are its questions. What answers how the number is worked out are ``track`` and ``how``, ``None``
    without one.
    """

    def __init__(self, look: Look, result: PersonalResult, theme_id: str) -> None:
        self._result, self._shown = result, result.theme(theme_id)
        super().__init__(look, self._shown.theme)
        self.track: TrackButton | None = None
        self.how: Button | None = None
        self._add_score()
        self._add_items()
        if self._shown.score is not None:
            self._column.addWidget(Text(look, reading(self._shown), "body", "ink2"))
        self._add_facts(result.facts)

    def _add_score(self) -> None:
        card = Card(self._look, gap=8)
        self._column.addWidget(card)
        if self._shown.score is None:
            card.column.addWidget(Text(self._look, self._shown.missing, "lead", "ink2"))
            self._add_uncounted(card)
            return
        row = theme_row(self._shown)
        self.track = TrackButton(self._look, row, theme_sentence(self._shown), _TRACK)
        card.column.addWidget(self.track)
        card.column.addWidget(Text(self._look, position(self._shown, self._result), "body"))
        self._add_uncounted(card)
        self._add_below(card, profile_table((row,)))

    def _add_uncounted(self, card: Card) -> None:
        """Answers that are not part of the number are said, never scored."""
        for said in uncounted(self._shown):
            card.column.addWidget(Text(self._look, said, "caption", "ink2"))

    def _add_below(self, card: Card, numbers: ChartCells) -> None:
        table = ChartTable(self._look, self._shown.theme.name, numbers)
        curious = self._for_the_curious()
        self.how = Button(self._look, _("How is this worked out?"), "quiet", height=32)
        held = QWidget()
        line = FlowLayout(self._look, held, gap=16)
        for button in (
            Fold(self._look, _("Show as table"), table, _("Hide the table")),
            Fold(self._look, _("For the curious"), curious),
            self.how,
        ):
            button.stand_flush()
            line.addWidget(button)
        card.column.addWidget(held)
        card.column.addWidget(table)
        card.column.addWidget(curious)

    def _for_the_curious(self) -> QWidget:
        """Which answers the number lies between."""
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._look.px(4))
        for label, said in furthest(self._shown):
            column.addWidget(Text(self._look, f"{label} {said}", "caption", "ink2"))
        return held

    def _add_items(self) -> None:
        self.rows = [AnsweredItem(self._look, item, self._result.questionnaire.scale) for item in self._shown.items]
        if self.rows:
            self._add_section(_("Your answers"))
            self._add_questions([flagged_row(self._look, each) for each in self.rows])


def flagged_row(look: Look, row: AnsweredItem) -> Flagged:
    shown = row.shown
    return Flagged(look, row, shown.item, shown.wording, flagged=shown.mark.flagged)


class ThemesPage(ListPage):
    """Signals: ``change_asked`` with an item id, ``say_do_asked`` to go there."""

    change_asked = Signal(str)
    say_do_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, Filter.OPEN, Filter.FLAGGED, Filter.NOTED)
        self.name = _("Themes")
        self._result: PersonalResult | None = None
        self.sums = Calculations(look, self)

    def show_result(self, result: PersonalResult, theme_id: str = "") -> None:
        """Show a theme: the one asked for, else the one shown last, else the first."""
        self._result = result
        self.show_themes(_entries(result), theme_id)

    def take_result(self, result: PersonalResult) -> None:
        """The same result, of which something else is said now beside the answers; what is on show stays."""
        self._result = result

    def listed(self, which: Filter) -> QWidget:
        assert self._result is not None
        self.sums.forget()
        found = [(name, [each for each in items if _is_listed(each, which)]) for name, items in _themes(self._result)]
        shown = [(name, self._rows(items)) for name, items in found if items]
        return ListedQuestions(self.look, filter_names()[which], shown)

    def view_of(self, theme_id: str) -> QWidget:
        assert self._result is not None
        self.sums.forget()
        if theme_id == OWN_QUESTIONS:
            return self._own_questions(self._result)
        view = PersonalThemeView(self.look, self._result, theme_id)
        for row in view.rows:
            row.change_asked.connect(self.change_asked)
        for button in (view.track, view.how):
            if button is not None:
                self.sums.answers(button, partial(_of_theme, self._result, theme_id))
        if view.facts is not None:
            view.facts.asked.connect(self.say_do_asked)
        return view

    def _own_questions(self, result: PersonalResult) -> QWidget:
        return OwnQuestions(self.look, self._rows(result.own_questions))

    def _rows(self, items: Sequence[ItemResult]) -> list[QWidget]:
        assert self._result is not None
        rows = [AnsweredItem(self.look, each, self._result.questionnaire.scale) for each in items]
        for row in rows:
            row.change_asked.connect(self.change_asked)
        return [flagged_row(self.look, each) for each in rows]


def _is_listed(shown: ItemResult, which: Filter) -> bool:
    is_open = shown.answer is None
    return lets_through(which, is_open=is_open, flagged=shown.mark.flagged, noted=bool(shown.note))


def _themes(result: PersonalResult) -> tuple[tuple[str, tuple[ItemResult, ...]], ...]:
    """By name the questions of each theme, and those beside them."""
    themes = tuple((each.theme.name, each.items) for each in result.themes)
    return (*themes, (own_questions_title(), result.own_questions))


def _entries(result: PersonalResult) -> tuple[PillarEntries, ...]:
    pillars = tuple(
        PillarEntries(pillar.pillar.address, tuple(_entry(theme) for theme in pillar.themes))
        for pillar in result.pillars
    )
    return (*pillars, own_questions_entry()) if result.own_questions else pillars


def _entry(theme: ThemeResult) -> ThemeEntry:
    number = "" if theme.score is None else str(whole(theme.score))
    return ThemeEntry(theme.theme.id, theme.theme.name, number, theme_sentence(theme))


def _of_theme(result: PersonalResult, theme_id: str) -> Calculation:
    told = theme_sum(result, theme_id)
    return of_sums(told.heading, (told,))
