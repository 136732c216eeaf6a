"""A table before it is taken in: how many sheets, what has to be put right, what the columns are, what is left out."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from trustcheck.app.taking_in import Listed
from trustcheck.domain.questionnaire import Perspective
from trustcheck.ui.look import Look
from trustcheck.ui.taking_in_words import (
    TableView,
    and_more,
    blank_heading,
    counted,
    everybody_words,
    left_out,
    listed,
    mistakes_heading,
    without_column,
)
from trustcheck.ui.widgets.card import Card
from trustcheck.ui.widgets.column_list import ColumnList
from trustcheck.ui.widgets.flow import Flow
from trustcheck.ui.widgets.icon_line import IconLine
from trustcheck.ui.widgets.listing import Listing
from trustcheck.ui.widgets.perspective_mark import PerspectiveMark
from trustcheck.ui.widgets.segmented import Segmented
from trustcheck.ui.widgets.text import Text
from trustcheck.words import gettext as _


class TablePreview(QWidget):
    """``top`` stands apart, for the page to place above its buttons. Signals: ``everybody_chosen`` with a
    :class:`Perspective`, ``column_chosen`` as :class:`ColumnList` says it.
    """

    everybody_chosen = Signal(object)
    column_chosen = Signal(int, str, str)

    def __init__(self, look: Look, view: TableView) -> None:
        super().__init__()
        self._look = look
        self._counts, self._mistakes, self._rest = (self._slot() for _each in range(3))
        self.everybody = self._whose(view)
        self.top = self._in_a_column(self.everybody, self._counts)
        self.columns = ColumnList(look, view)
        self.columns.chosen.connect(self.column_chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(16))
        for part in (self._mistakes, self.columns, self._rest):
            column.addWidget(part)
        self.show_view(view)

    def show_view(self, view: TableView) -> None:
        """The same table, read as it is planned now. What the keyboard may stand on stays where it is."""
        self.everybody.setVisible(view.setup.compares and not view.plan.says_perspective)
        if view.plan.everybody is not None and self.everybody.isVisibleTo(self):
            self.everybody.show_choice(view.setup.perspectives.index(view.plan.everybody))
        self.columns.show_view(view)
        self._fill(self._counts, [self._count_card(view)] if view.preview.can_be_taken else [])
        self._fill(self._mistakes, self._listing(mistakes_heading, view.preview.mistakes))
        self._fill(self._rest, self._what_else(view))

    def to_decide(self) -> tuple[QWidget, ...]:
        """Where a decision waits for somebody, first things first."""
        whose = self.everybody.segments[0] if self.everybody.choice is None else None
        undecided = [row.button for row in self.columns.rows.values() if row.is_undecided]
        return tuple(each for each in (whose, *undecided) if each is not None)

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
        while (entry := layout.takeAt(0)) is not None:
            if (widget := entry.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for part in parts:
            layout.addWidget(part)
        slot.setVisible(bool(parts))

    def _count_card(self, view: TableView) -> QWidget:
        card = Card(self._look, padding=(22, 16))
        held = QWidget()
        held.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        line = Flow(self._look, held, gap=32)
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
        if preview.left_out:
            lines.append(IconLine(self._look, "eye-off", left_out(preview)))
        if preview.without_column:
            lines.append(IconLine(self._look, "circle-help", without_column(view)))
        return [*lines, *self._listing(blank_heading, preview.without_answers)]
