"""A table before it is taken in: how many sheets, what has to be put right, what the columns are, what is left out."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from trustcheck.app.answering.beside import asks_guesses
from trustcheck.app.collecting.account_words import account_words, left_out_words
from trustcheck.app.collecting.tables import OF_SOMETHING, Column, Listed, Plan, Use
from trustcheck.domain.questionnaire.model import Perspective
from trustcheck.ui.collecting.table_decisions import NARROW, DecisionList, WideButton
from trustcheck.ui.collecting.taking_in_words import (
    TableView,
    and_more,
    blank_heading,
    column_detail,
    column_words,
    counted,
    everybody_words,
    listed,
    mistakes_heading,
    passed_over,
    without_column,
)
from trustcheck.ui.collecting.way_of_reading import KeepReading, OfferedReading
from trustcheck.ui.kit.buttons import Fold
from trustcheck.ui.kit.charts import PerspectiveMark
from trustcheck.ui.kit.icons import IconLine
from trustcheck.ui.kit.layout import Columns, FlowLayout, empty
from trustcheck.ui.kit.listing import Listing
from trustcheck.ui.kit.look import Look, wear
from trustcheck.ui.kit.plates import Card, Rule
from trustcheck.ui.kit.segmented import Segmented
from trustcheck.ui.kit.text import Text
from trustcheck.words import gettext as _
from trustcheck.words import ngettext

# One column of a table: its heading, what it was understood as, and a button to say otherwise.


_LONGEST = 64
_TOGETHER, _FEW = 10, 12


class ColumnRow(QWidget):
    """Signals: ``chosen`` with the ``Use`` and the question's id, empty for none."""

    chosen = Signal(str, str)

    def __init__(self, look: Look, column: Column, view: TableView) -> None:
        super().__init__()
        self._look, self._column, self._view = look, column, view
        self._detail = Text(look, "", "caption", "ink3")
        self.button = WideButton(look, "", trailing="chevron-down", height=36)
        self.button.clicked.connect(self._open)
        words = QWidget()
        lines = QVBoxLayout(words)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(look.px(2))
        lines.addWidget(Text(look, column.heading, "small"))
        lines.addWidget(self._detail)
        row = Columns(look, words, self.button, narrow=NARROW, gap=16)
        row.box.setStretch(1, 0)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, look.px(8), 0, look.px(8))
        outer.addWidget(row)
        self.show_column(column, view)

    def show_column(self, column: Column, view: TableView) -> None:
        """Say what the column is now."""
        self._column, self._view = column, view
        self.button.say(column_words(column, view))
        self.button.setAccessibleName(
            _("{heading}: {meaning}").format(heading=column.heading, meaning=column_words(column, view))
        )
        self.button.setAccessibleDescription(_("Choose what this column is."))
        detail = column_detail(column, view)
        self._detail.setText(detail)
        self._detail.use_ink("warn" if column.use is Use.UNDECIDED else "ink3")
        self._detail.setVisible(bool(detail))

    @property
    def is_undecided(self) -> bool:
        return self._column.use is Use.UNDECIDED

    def menu(self) -> QMenu:
        """Everything the column can be. Made when it is asked for: forty questions in every row would weigh."""
        menu = QMenu(self)
        wear(menu, self._look, "row")
        group = QActionGroup(menu)
        self._add(menu, group, _("Leave it out"), Use.LEFT_OUT)
        if self._view.setup.compares:
            self._add(menu, group, _("Leader or staff"), Use.PERSPECTIVE)
        menu.addSeparator()
        asked = self._view.asked
        for at in range(0, len(asked), _TOGETHER):
            # A menu of forty lines would reach beyond a small screen.
            held = menu if len(asked) <= _FEW else self._menu_of_some(menu, at, min(at + _TOGETHER, len(asked)))
            for item_id in asked[at : at + _TOGETHER]:
                words = f"{self._view.number(item_id)}  {_shortened(self._view.wording(item_id))}"
                self._add(held, group, words, Use.QUESTION, item_id)
        self._add_beside(menu, group)
        return menu

    def _add_beside(self, menu: QMenu, group: QActionGroup) -> None:
        """Scenario cards and guesses, where the check asks them."""
        cards = [(each.id, each.name) for each in self._view.cards]
        guessed = self._view.questionnaire.themes if asks_guesses(self._view.setup, Perspective.LEADER) else ()
        themes = [(each.id, each.name) for each in guessed]
        for use, words, of in (
            (Use.CARD, _("Scenario cards"), cards),
            (Use.GUESS, _("Leaders guess what staff will answer"), themes),
        ):
            if of:
                inside = menu.addMenu(words)
                inside.setFont(menu.font())
                for known, name in of:
                    self._add(inside, group, _shortened(name), use, known)

    def _menu_of_some(self, menu: QMenu, begins: int, ends: int) -> QMenu:
        alone = begins + 1 == ends
        words = _("Question {number}").format(number=ends) if alone else _("Questions {first} to {last}")
        inside = menu.addMenu(words.format(first=begins + 1, last=ends))
        inside.setFont(menu.font())
        return inside

    def _add(self, menu: QMenu, group: QActionGroup, words: str, use: Use, item_id: str = "") -> None:
        action = QAction(words.replace("&", "&&"), menu)
        action.setCheckable(True)
        action.setChecked(self._column.use is use and self._column.item_id == item_id)
        action.setActionGroup(group)
        action.triggered.connect(lambda _on=False: self.chosen.emit(use.value, item_id))
        menu.addAction(action)

    def _open(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.button.mapToGlobal(self.button.rect().bottomLeft()))


def _shortened(words: str) -> str:
    return words if len(words) <= _LONGEST else words[:_LONGEST].rstrip() + "\u2026"


# The columns of a table in the order of the file: those that need a decision first, all others on request.


_MOST = 200
"""Rows of a kind. A table with more columns than this is no questionnaire's."""


class ColumnList(QWidget):
    """Signals: ``chosen`` with the column's place from 0, its new use, and the id of what it is of."""

    chosen = Signal(int, str, str)

    def __init__(self, look: Look, view: TableView) -> None:
        super().__init__()
        self._look, self._view = look, view
        self.rows: dict[int, ColumnRow] = {}
        first = _to_decide(view.plan)
        self._others = [place for place in range(len(view.plan.columns)) if place not in first]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        if first:
            column.addWidget(self._card(first))
        if self._others:
            self._rest = QWidget()
            self._inside = QVBoxLayout(self._rest)
            self._inside.setContentsMargins(0, 0, 0, 0)
            self.fold = Fold(look, self._fold_words(), self._rest)
            self.fold.stand_flush()
            self.fold.turned.connect(self._unfold)
            column.addWidget(self.fold)
            column.addWidget(self._rest)

    def shows_columns_of(self, view: TableView) -> bool:
        """Whether the columns have the headings that are shown."""
        shown, wanted = ([column.heading for column in each.plan.columns] for each in (self._view, view))
        return shown == wanted

    def show_view(self, view: TableView) -> None:
        """The same table, with columns that are used otherwise. Nothing moves, so the keyboard stays where it is."""
        self._view = view
        for place, row in self.rows.items():
            row.show_column(view.plan.columns[place], view)

    def _fold_words(self) -> str:
        number = len(self._others)
        if self.rows:
            words = ngettext("What the other column is", "What the other {number} columns are", number)
        else:
            words = ngettext("What the column is", "What the {number} columns are", number)
        return words.format(number=number)

    def _unfold(self, is_open: bool) -> None:
        if is_open and not self._inside.count():
            card = self._card(self._others)
            self._inside.addWidget(card)
            card.show()

    def _card(self, places: list[int]) -> Card:
        card = Card(self._look, padding=(20, 6), gap=0)
        card.setAccessibleName(_("Columns"))
        for at, place in enumerate(places[:_MOST]):
            if at:
                card.column.addWidget(Rule(self._look))
            row = ColumnRow(self._look, self._view.plan.columns[place], self._view)
            row.chosen.connect(lambda use, item_id, at=place: self.chosen.emit(at, use, item_id))
            self.rows[place] = row
            card.column.addWidget(row)
        if len(places) > _MOST:
            more = _("And {number} more columns.").format(number=len(places) - _MOST)
            card.column.addWidget(Text(self._look, more, "caption", "ink3"))
        return card


def _to_decide(plan: Plan) -> list[int]:
    """The columns that look like answers to nothing, and those of which two say they are the same."""
    seen = [(column.use, column.item_id) for column in plan.columns]
    doubles = {each for each in seen if each[0] in (*OF_SOMETHING, Use.PERSPECTIVE) and seen.count(each) > 1}
    return [
        place
        for place, column in enumerate(plan.columns)
        if column.use is Use.UNDECIDED or (column.use, column.item_id) in doubles
    ]


class TablePreview(QWidget):
    """``top`` stands apart, for the page to place above its buttons. Signals: ``everybody_chosen`` with a
    :class:`Perspective`, ``column_chosen`` as :class:`ColumnList` says it, ``decided`` and ``offers_taken`` as
    :class:`DecisionList` does, ``reading_taken`` and ``reading_kept`` with its name.
    """

    everybody_chosen = Signal(object)
    decided = Signal(str, str)
    offers_taken = Signal()
    column_chosen = Signal(int, str, str)
    reading_taken = Signal()
    reading_kept = Signal(str)

    def __init__(self, look: Look, view: TableView) -> None:
        super().__init__()
        self._look = look
        self._counts, self._mistakes, self._rest = (self._slot() for _each in range(3))
        self.everybody = self._whose(view)
        self.decisions = DecisionList(look)
        self.decisions.chosen.connect(self.decided)
        self.decisions.offers_taken.connect(self.offers_taken)
        self.offered, self.keeping = OfferedReading(look), KeepReading(look)
        self.offered.taken.connect(self.reading_taken)
        self.keeping.kept.connect(self.reading_kept)
        self.top = self._in_a_column(self.offered, self.everybody, self.decisions, self._counts)
        self.columns = ColumnList(look, view)
        self.columns.chosen.connect(self.column_chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(16))
        for part in (self._mistakes, self.columns, self.keeping, self._rest):
            column.addWidget(part)
        self.show_view(view)

    def shows_columns_of(self, view: TableView) -> bool:
        """Whether a view is of the very columns that are shown: with another sheet or other headings it is not."""
        return self.columns.shows_columns_of(view)

    def show_view(self, view: TableView) -> None:
        """The same table, read as it is planned now. What the keyboard may stand on stays where it is."""
        self.everybody.setVisible(view.setup.compares and not view.plan.says_perspective)
        if view.plan.everybody is not None and self.everybody.isVisibleTo(self):
            self.everybody.show_choice(view.setup.perspectives.index(view.plan.everybody))
        self.offered.offer(view.offered)
        self.keeping.setVisible(view.can_be_kept)
        self.decisions.show_view(view)
        self.columns.show_view(view)
        self._fill(self._counts, [self._count_card(view)] if view.preview.can_be_taken else [])
        self._fill(self._mistakes, self._listing(mistakes_heading, view.preview.mistakes))
        self._fill(self._rest, self._what_else(view))

    def to_decide(self) -> tuple[QWidget, ...]:
        """Where a decision waits for somebody, first things first."""
        whose = self.everybody.segments[0] if self.everybody.choice is None else None
        undecided = [row.button for row in self.columns.rows.values() if row.is_undecided]
        offered = None if self.offered.isHidden() else self.offered.button
        return tuple(each for each in (offered, whose, *self.decisions.to_decide(), *undecided) if each is not None)

    def _whose(self, view: TableView) -> Segmented:
        choices = [everybody_words(each) for each in view.setup.perspectives]
        whose = Segmented(self._look, _("Whose answers are these?"), choices)
        whose.show_choice(None)
        whose.chosen.connect(lambda at: self.everybody_chosen.emit(view.setup.perspectives[at]))
        return whose

    def _slot(self) -> QWidget:
        """A place whose content is made anew with each plan."""
        return self._in_a_column()

    def _in_a_column(self, *parts: QWidget) -> QWidget:
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._look.px(12))
        for part in parts:
            column.addWidget(part)
        return held

    def _fill(self, slot: QWidget, parts: list[QWidget]) -> None:
        layout = slot.layout()
        assert layout is not None
        empty(layout)
        for part in parts:
            layout.addWidget(part)
        slot.setVisible(bool(parts))

    def _count_card(self, view: TableView) -> QWidget:
        card = Card(self._look, padding=(22, 16))
        held = QWidget()
        held.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        line = FlowLayout(self._look, held, gap=32)
        for perspective in view.setup.perspectives:
            line.addWidget(self._count(view.preview.taken.get(perspective, 0), perspective))
        card.column.addWidget(held)
        return card

    def _count(self, number: int, perspective: Perspective) -> QWidget:
        held = QWidget()
        row = QHBoxLayout(held)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._look.px(10))
        row.addWidget(PerspectiveMark(self._look, perspective), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(Text(self._look, counted(number, perspective), "strong", wrap=False))
        return held

    def _listing(self, heading: Callable[[int], str], found: Listed) -> list[QWidget]:
        """What is not taken, under its number; nothing where all of it is."""
        if not found.number:
            return []
        words, more = heading(found.number), and_more(found)
        parts: list[QWidget] = [Text(self._look, words, "section"), Listing(self._look, words, listed(found), (2, 3))]
        return [*parts, Text(self._look, more, "caption", "ink3")] if more else parts

    def _what_else(self, view: TableView) -> list[QWidget]:
        preview = view.preview
        lines: list[QWidget] = []
        if preview.account:
            lines.append(IconLine(self._look, "list-checks", account_words(preview.account)))
        if preview.left_out:
            lines.append(IconLine(self._look, "eye-off", left_out_words(preview.left_out)))
        if preview.without_column:
            lines.append(IconLine(self._look, "circle-help", without_column(view)))
        if preview.passed_over:
            lines.append(IconLine(self._look, "circle-help", passed_over(view)))
        return [*lines, *self._listing(blank_heading, preview.without_answers)]
