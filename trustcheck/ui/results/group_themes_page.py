"""A group's themes, one at a time: both views, how far people lie apart, the questions, the notes, the facts."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trustcheck.app.answering.review import Filter, filter_names, lets_through
from trustcheck.app.presenting.explanations import FigureKey, FigureKind
from trustcheck.app.presenting.group_items import (
    item_caption,
    item_words,
    own_question_words,
    own_questions_title,
    points_words,
    turned_note,
)
from trustcheck.app.presenting.group_seen import is_seen, not_shown
from trustcheck.app.presenting.group_themes import reading, row_words
from trustcheck.app.results.group import GapShown, GroupResult, ItemView, Shown, ThemeView
from trustcheck.domain.checks.group_round import NotesUse, people, people_first
from trustcheck.domain.questionnaire.model import Form
from trustcheck.ui.kit.buttons import MoreButton
from trustcheck.ui.kit.icons import Icon
from trustcheck.ui.kit.layout import Columns, FlowLayout
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.plates import Card
from trustcheck.ui.kit.text import Text
from trustcheck.ui.results.figure_button import FigureButton
from trustcheck.ui.results.group_page import GroupPage
from trustcheck.ui.results.group_theme_chart import GroupThemeChart
from trustcheck.ui.results.list_page import ListPage
from trustcheck.ui.results.one_theme import Flagged, ListedQuestions, OneTheme, OwnQuestions
from trustcheck.ui.results.room_question import RoomQuestion
from trustcheck.ui.results.theme_chooser import OWN_QUESTIONS, PillarEntries, ThemeEntry, own_questions_entry
from trustcheck.ui.shell.working_out import InPieces
from trustcheck.words import gettext as _

# What people wrote to one question: the first of many notes, and the rest when somebody asks for them.


AT_ONCE = 20
"""Notes that are shown together: more would only push the next question out of sight."""
_IN_FIRST_FRAME = 3


class NoteList(QWidget):
    """The first three are there at once. Others are made between two frames, and only while somebody looks."""

    def __init__(self, look: Look, notes: tuple[str, ...], about: str) -> None:
        """``about`` is the question, for whoever hears the button without seeing where it stands."""
        super().__init__()
        self._look, self.notes = look, notes
        self.shown: list[Text] = []
        """The words of the notes that are made."""
        self._wanted = 0
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(4))
        self.more = MoreButton(look)
        self.more.setAccessibleDescription(about)
        self.more.clicked.connect(self._show_more)
        self._pieces = InPieces(self)
        for words in notes[:_IN_FIRST_FRAME]:
            self._add(words)
        # Below the first ones, so that Tab comes to it after them and before the next question.
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self._want(AT_ONCE)

    @property
    def is_complete(self) -> bool:
        """Whether everything that was asked for is there."""
        return len(self.shown) == self._wanted

    def _want(self, number: int) -> None:
        self._wanted = min(number, len(self.notes))
        self.more.show_left(len(self.notes) - self._wanted)
        if not self.is_complete:
            self._pieces.do(self._made())

    def _made(self) -> Iterator[None]:
        while not self.is_complete:
            self._add(self.notes[len(self.shown)])
            yield

    def _show_more(self) -> None:
        had_keyboard, first = self.more.hasFocus(), len(self.shown)
        self._add(self.notes[first])
        self._want(self._wanted + AT_ONCE)
        if had_keyboard:
            self.shown[first].setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, words: str) -> None:
        note = Card(self._look, fill="sunk", edge="", padding=(14, 8))
        row = QHBoxLayout()
        row.setSpacing(self._look.px(10))
        said = Text(self._look, words, "small").can_be_copied()
        said.setAccessibleName(_("A note: {note}").format(note=words))
        row.addWidget(Icon(self._look, "notebook-pen", "ink3", 18))
        row.addWidget(said, 1)
        note.column.addLayout(row)
        self._column.insertWidget(len(self.shown), note)
        if self.shown:
            QWidget.setTabOrder(self.shown[-1], said)
        self.shown.append(said)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._pieces.rest()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self.is_complete:
            self._pieces.go_on()


# One question of a theme with each view's value: the words, and numbers that can be asked.


class GroupItem(QWidget):
    """``figures`` are its numbers with their keys: the page answers for them."""

    def __init__(self, look: Look, result: GroupResult, shown: ItemView, notes: tuple[str, ...]) -> None:
        super().__init__()
        self._look, self._result, self.shown = look, result, shown
        self.figures: list[tuple[FigureButton, FigureKey]] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.px(8), 0, look.px(6))
        column.setSpacing(look.px(4))
        words = QWidget()
        lines = QVBoxLayout(words)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(look.px(2))
        lines.addWidget(Text(look, shown.wording, "row"))
        if note := turned_note(shown.item):
            lines.addWidget(Text(look, note, "caption", "ink2"))
        lines.addStretch(1)
        side = Columns(look, words, self._numbers(), narrow=520, gap=16)
        side.box.setStretch(0, 1)
        side.box.setStretch(1, 1)
        column.addWidget(side)
        if notes:
            column.addWidget(NoteList(look, notes, shown.wording))

    def _numbers(self) -> QWidget:
        held = QWidget()
        line = FlowLayout(self._look, held, gap=0)
        scale = self._result.questionnaire.scale
        for perspective in self._result.perspectives:
            value = self.shown.views[perspective]
            if isinstance(value, Shown):
                caption = item_caption(self.shown.item, perspective, value, scale)
                name = item_words(self.shown, perspective, value, scale)
                said = points_words(value)
                button = FigureButton(self._look, said, caption, name, perspective=perspective, beside=True)
                self.figures.append((button, FigureKey(FigureKind.MEAN, self.shown.item.id, perspective)))
                line.addWidget(button)
            elif is_seen(self._result, perspective):
                why = f"{people_first(perspective)}. {not_shown(value)}."
                line.addWidget(Text(self._look, why, "caption", "ink2"))
        return held


class OwnQuestion(QWidget):
    """A question beside the themes as each view answered it, in words: it has no score."""

    def __init__(self, look: Look, result: GroupResult, shown: ItemView) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.px(8), 0, look.px(6))
        column.setSpacing(look.px(4))
        column.addWidget(Text(look, shown.wording, "row"))
        for perspective in result.perspectives:
            words = own_question_words(shown, perspective, result.questionnaire.scale)
            column.addWidget(Text(look, words, "small", "ink2"))
        if notes := _notes_to(result, shown):
            column.addWidget(NoteList(look, notes, shown.wording))


def _notes_to(result: GroupResult, shown: ItemView) -> tuple[str, ...]:
    return tuple(each.text for each in result.notes if each.item_id == shown.item.id)


# One theme of a group: both views, what they may mean, the questions, and the facts beside them.


class GroupThemeView(OneTheme):
    """``figures`` are its numbers with their keys."""

    def __init__(self, look: Look, result: GroupResult, theme_id: str) -> None:
        self._result, self._shown = result, result.theme(theme_id)
        super().__init__(look, self._shown.theme)
        self.figures: list[tuple[FigureButton, FigureKey]] = []
        if result.summary.form is Form.FULL:
            self._add_chart()
            self._add_items()
            self._add_reading()
        else:
            words = _("The short form asks too little of one theme for a number of its own.")
            self._column.addWidget(Text(look, words, "lead", "ink2"))
            self._add_items()
        self._add_facts(result.facts)

    def _add_chart(self) -> None:
        chart = GroupThemeChart(self._look, self._result, self._shown)
        self.figures += chart.figures
        self._column.addWidget(chart)

    def _add_reading(self) -> None:
        """What it may mean, and what to ask in the room, once the questions were read."""
        if isinstance(self._shown.gap, GapShown) and (said := reading(self._result, self._shown)):
            self._column.addWidget(Text(self._look, said, "body", "ink2"))
        if self._shown.conflict:
            self._column.addWidget(RoomQuestion(self._look, self._shown.conflict))

    def _add_items(self) -> None:
        if not self._shown.items:
            return
        self._add_section(_("The questions"))
        self._add_about_notes()
        rows = [GroupItem(self._look, self._result, each, _notes_to(self._result, each)) for each in self._shown.items]
        for row in rows:
            self.figures += row.figures
        self._add_questions([flagged_row(self._look, self._result, row.shown, row) for row in rows])

    def _add_about_notes(self) -> None:
        """Whose eyes the notes are for, where any stand below."""
        asked = {each.item.id for each in self._shown.items}
        if not any(note.item_id in asked for note in self._result.notes):
            return
        self._column.addWidget(Text(self._look, about_notes(self._result), "caption", "ink2"))


def about_notes(result: GroupResult) -> str:
    """Whose eyes the notes of a check are for."""
    if result.setup.notes is NotesUse.FACILITATOR:
        return _("People wrote their notes for you alone, who run this check. Show them to nobody.")
    return _("Notes belong to nobody and to no view; they are in an order that means nothing.")


def flagged_row(look: Look, result: GroupResult, shown: ItemView, row: QWidget) -> Flagged:
    return Flagged(look, row, shown.item, shown.wording, flagged=shown.item.id in result.flags)


class GroupThemesPage(ListPage, GroupPage):
    """Signals: ``say_do_asked`` to go to the facts."""

    say_do_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, Filter.FLAGGED, Filter.NOTED)
        self.name = _("Themes")

    def show_result(self, result: GroupResult, theme_id: str = "") -> None:
        """Show a theme: the one asked for, else the one shown last, else the first."""
        self.result = result
        self.show_themes(_entries(result), theme_id)

    def take_result(self, result: GroupResult) -> None:
        """The same result, of which something else is flagged; what is on show stays."""
        self.result = result

    def listed(self, which: Filter) -> QWidget:
        result = self.result
        assert result is not None
        self.sums.forget()
        found = [(name, [each for each in items if _is_listed(result, each, which)]) for name, items in _themes(result)]
        shown = [(name, [self._row(result, each) for each in items]) for name, items in found if items]
        about = about_notes(result) if which is Filter.NOTED and shown else ""
        return ListedQuestions(self.look, filter_names()[which], shown, about)

    def _row(self, result: GroupResult, shown: ItemView) -> QWidget:
        if shown in result.own_questions:
            return flagged_row(self.look, result, shown, OwnQuestion(self.look, result, shown))
        row = GroupItem(self.look, result, shown, _notes_to(result, shown))
        for button, key in row.figures:
            self.sums.answers(button, self.answer_of(key))
        return flagged_row(self.look, result, shown, row)

    def view_of(self, theme_id: str) -> QWidget:
        assert self.result is not None
        self.sums.forget()
        if theme_id == OWN_QUESTIONS:
            rows = [self._row(self.result, each) for each in self.result.own_questions]
            return OwnQuestions(self.look, rows)
        view = GroupThemeView(self.look, self.result, theme_id)
        if view.facts is not None:
            view.facts.asked.connect(self.say_do_asked)
        for button, key in view.figures:
            self.sums.answers(button, self.answer_of(key))
        return view


def _is_listed(result: GroupResult, shown: ItemView, which: Filter) -> bool:
    flagged, noted = shown.item.id in result.flags, bool(_notes_to(result, shown))
    return lets_through(which, is_open=False, flagged=flagged, noted=noted)


def _themes(result: GroupResult) -> tuple[tuple[str, tuple[ItemView, ...]], ...]:
    """By name the questions of each theme, and those beside them."""
    themes = tuple((each.theme.name, each.items) for each in result.themes)
    return (*themes, (own_questions_title(), result.own_questions))


def _entries(result: GroupResult) -> tuple[PillarEntries, ...]:
    pillars = tuple(
        PillarEntries(pillar.pillar.address, tuple(_entry(result, theme) for theme in pillar.themes), _whose(result))
        for pillar in result.pillars
    )
    return (*pillars, own_questions_entry()) if result.own_questions else pillars


def _entry(result: GroupResult, theme: ThemeView) -> ThemeEntry:
    first = theme.views.get(result.headline) if result.headline is not None else None
    number = str(first.mean) if isinstance(first, Shown) else ""
    return ThemeEntry(theme.theme.id, theme.theme.name, number, row_words(result, theme))


def _whose(result: GroupResult) -> str:
    """Whose numbers stand in the list; nothing where none do."""
    return people(result.headline) if result.headline is not None and result.summary.form is Form.FULL else ""
