"""A sentence across the window with its sign, and its buttons beside it; below it where there is little room."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trustcheck.ui.look import Look
from trustcheck.ui.widgets.button import Button
from trustcheck.ui.widgets.button_row import ButtonRow
from trustcheck.ui.widgets.card import Card
from trustcheck.ui.widgets.columns import Columns
from trustcheck.ui.widgets.icon import Icon
from trustcheck.ui.widgets.text import Text


class NoteBar(Card):
    """Hidden until there is something to say."""

    def __init__(self, look: Look, icon: str, *, fill: str, ink: str, role: str = "body") -> None:
        super().__init__(look, fill=fill, edge="", padding=(20, 10))
        self._icon, self._words = Icon(look, icon, ink, 22), Text(look, "", role)
        self.hide()

    @property
    def words(self) -> str:
        return self._words.text()

    def _stand(self, *buttons: Button) -> None:
        said = self._said()
        if not buttons:
            self.column.addWidget(said)
            return
        line = Columns(self._look, said, ButtonRow(self._look, *buttons, gap=10), narrow=820)
        line.box.setStretch(1, 0)
        self.column.addWidget(line)

    def _said(self) -> QWidget:
        """The sign stays beside the first line, wherever the buttons push the words."""
        said, row = QWidget(), QHBoxLayout()
        row.setSpacing(self._look.px(14))
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        column = QVBoxLayout(said)
        column.setContentsMargins(0, 0, 0, 0)
        column.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        return said
