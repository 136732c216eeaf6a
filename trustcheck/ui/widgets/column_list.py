"""The columns of a table in the order of the file: those that need a decision first, all others on request."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustcheck.app.taking_in import Plan, Use
from trustcheck.ui.look import Look
from trustcheck.ui.taking_in_words import TableView
from trustcheck.ui.widgets.card import Card
from trustcheck.ui.widgets.column_row import ColumnRow
from trustcheck.ui.widgets.fold import Fold
from trustcheck.ui.widgets.rule import Rule
from trustcheck.ui.widgets.text import Text
from trustcheck.words import gettext as _
from trustcheck.words import ngettext

_MOST = 200
"""Rows of a kind. A table with more columns than this is no questionnaire's."""


class ColumnList(QWidget):
    """Signals: ``chosen`` with the column's place from 0, its new use, and the id of the question it answers."""

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
    doubles = {each for each in seen if each[0] in (Use.QUESTION, Use.PERSPECTIVE) and seen.count(each) > 1}
    return [
        place
        for place, column in enumerate(plan.columns)
        if column.use is Use.UNDECIDED or (column.use, column.item_id) in doubles
    ]
