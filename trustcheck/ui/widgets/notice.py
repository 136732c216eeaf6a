"""One calm sentence over the page when something did not work: what happened, what is safe, what to do."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from trustcheck.ui.look import Look
from trustcheck.ui.widgets.button import Button
from trustcheck.ui.widgets.card import Card
from trustcheck.ui.widgets.icon import Icon
from trustcheck.ui.widgets.text import Text
from trustcheck.words import gettext as _


class Notice(Card):
    """Signals: ``closed`` when the person has read it."""

    closed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, fill="warn_soft", edge="", padding=(20, 12))
        row = QHBoxLayout()
        row.setSpacing(look.px(16))
        self._words = Text(look, "", "body")
        self._words.can_be_copied()
        self.close_button = Button(look, _("Close this note"), "quiet", height=36)
        self.close_button.clicked.connect(self.put_away)
        row.addWidget(Icon(look, "circle-help", "warn", 22))
        row.addWidget(self._words, 1)
        row.addWidget(self.close_button)
        self.column.addLayout(row)
        self.hide()

    @property
    def words(self) -> str:
        return self._words.text()

    def say(self, words: str) -> None:
        self._words.setText(words)
        self._words.setAccessibleName(words)
        self.show()

    def forget(self) -> None:
        """Go, and keep no word of what was said."""
        self._words.setText("")
        self._words.setAccessibleName("")
        self.hide()

    def put_away(self) -> None:
        self.hide()
        self.closed.emit()
