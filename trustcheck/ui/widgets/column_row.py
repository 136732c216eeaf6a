"""One column of a table: its heading, what it was understood as, and a button to say otherwise."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from trustcheck.app.taking_in import Column, Use
from trustcheck.ui.look import Look
from trustcheck.ui.taking_in_words import TableView, column_detail, column_words
from trustcheck.ui.widgets.button import Button
from trustcheck.ui.widgets.columns import Columns
from trustcheck.ui.widgets.text import Text
from trustcheck.ui.worn import wear
from trustcheck.words import gettext as _

_LONGEST = 64
_TOGETHER, _FEW = 10, 12
_NARROW = 520
_BUTTON = 190


class _WideButton(Button):
    """All of them as wide as each other, so that they stand on one line."""

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return hint.expandedTo(QSize(self._look.px(_BUTTON), hint.height()))


class ColumnRow(QWidget):
    """Signals: ``chosen`` with the :class:`~trustcheck.app.taking_in.Use` and the question's id, empty for none."""

    chosen = Signal(str, str)

    def __init__(self, look: Look, column: Column, view: TableView) -> None:
        super().__init__()
        self._look, self._column, self._view = look, column, view
        self._detail = Text(look, "", "caption", "ink3")
        self.button = _WideButton(look, "", trailing="chevron-down", height=36)
        self.button.clicked.connect(self._open)
        words = QWidget()
        lines = QVBoxLayout(words)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(look.px(2))
        lines.addWidget(Text(look, column.heading, "small"))
        lines.addWidget(self._detail)
        row = Columns(look, words, self.button, narrow=_NARROW, gap=16)
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
        return menu

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
