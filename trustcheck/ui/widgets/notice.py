"""One calm sentence over the page when something did not work: what happened, what is safe, what to do."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from trustcheck.ui.look import Look
from trustcheck.ui.widgets.button import Button
from trustcheck.ui.widgets.card import Card
from trustcheck.ui.widgets.icon import Icon
from trustcheck.ui.widgets.text import Text
from trustcheck.words import gettext as _

Deed = tuple[str, Callable[[], None]]
"""The words of a button, and what it does."""


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
        self.deed_button = Button(look, "", "outline", height=36)
        self.deed_button.clicked.connect(self._do)
        self.deed_button.hide()
        self._deed: Callable[[], None] = lambda: None
        row.addWidget(Icon(look, "circle-help", "warn", 22))
        row.addWidget(self._words, 1)
        row.addWidget(self.deed_button)
        row.addWidget(self.close_button)
        self.column.addLayout(row)
        self.hide()

    @property
    def words(self) -> str:
        return self._words.text()

    def say(self, words: str, deed: Deed | None = None) -> None:
        """Say it; ``deed`` is what can be done about it, with the words on its button."""
        self._words.setText(words)
        self._words.setAccessibleName(words)
        self.forget_deed()
        if deed is not None:
            self.deed_button.say(deed[0])
            self._deed = deed[1]
            self.deed_button.show()
        self.show()

    def forget_deed(self) -> None:
        """Offer nothing any more: what it would have been done to is gone."""
        self._deed = lambda: None
        self.deed_button.hide()

    def _do(self) -> None:
        deed = self._deed
        self.forget_deed()
        self.put_away()
        deed()

    def forget(self) -> None:
        """Go, and keep no word of what was said."""
        self._words.setText("")
        self._words.setAccessibleName("")
        self.forget_deed()
        self.hide()

    def put_away(self) -> None:
        self.hide()
        self.closed.emit()
