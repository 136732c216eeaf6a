"""A sentence on a quiet plate with its sign; there only while there is something to say."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from trustcheck.ui.look import Look
from trustcheck.ui.widgets.card import Card
from trustcheck.ui.widgets.icon import Icon
from trustcheck.ui.widgets.text import Text


class Strip(Card):
    def __init__(self, look: Look, icon: str) -> None:
        super().__init__(look, fill="sunk", edge="", padding=(20, 14))
        self._icon_name = icon
        self._icon, self._words = Icon(look, icon, "accent", 22), Text(look, "", "body")
        row = QHBoxLayout()
        row.setSpacing(look.px(14))
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        self.column.addLayout(row)
        self.hide()

    @property
    def words(self) -> str:
        return self._words.text()

    def say(self, words: str, *, calm: bool = True) -> None:
        """Say something, calmly or as a thing to heed; an empty text puts the strip away."""
        self._fill = "sunk" if calm else "warn_soft"
        self._icon.show_icon(self._icon_name, "accent" if calm else "warn")
        self._words.setText(words)
        self.setVisible(bool(words))
        self.update()
