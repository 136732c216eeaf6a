"""Something to open when one wants to know more: a quiet button, and what it unfolds."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trustcheck.ui.kit.buttons import Button
from trustcheck.ui.kit.look import Look
from trustcheck.words import gettext as _


class Fold(Button):
    """Shows and hides ``body``; the page places both. Signals: ``turned`` with whether it is open, after a click.

    ``words`` stand on the button while it is folded, ``words_open`` (the same by default) while it is not.
    """

    turned = Signal(bool)

    def __init__(self, look: Look, words: str, body: QWidget, words_open: str = "", kind: str = "quiet") -> None:
        super().__init__(look, words, kind, trailing="chevron-right", height=32)
        self._body, self._folded_words, self._open_words = body, words, words_open or words
        self.clicked.connect(self._turn)
        self.show_open(is_open=False)

    @property
    def is_open(self) -> bool:
        return not self._body.isHidden()

    def show_open(self, *, is_open: bool) -> None:
        self._body.setVisible(is_open)
        self._trailing = "chevron-down" if is_open else "chevron-right"
        self.setAccessibleDescription(_("unfolded") if is_open else _("folded"))
        self.say(self._open_words if is_open else self._folded_words)

    def _turn(self) -> None:
        self.show_open(is_open=not self.is_open)
        self.turned.emit(self.is_open)
