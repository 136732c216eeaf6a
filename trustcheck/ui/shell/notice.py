"""One calm sentence over the page: what did not work, what is safe, what to do; or that something is done."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent

from trustcheck.ui.kit.buttons import Button
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.note_bar import NoteBar
from trustcheck.ui.kit.text import take_back
from trustcheck.words import gettext as _

NoticeAction = tuple[str, Callable[[], None]]
"""The words of a button, and what it does."""


class Notice(NoteBar):
    """Signals: ``closed`` when the person has read it."""

    closed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, "circle-help", fill="warn_soft", ink="warn")
        self._words.can_be_copied()
        self.close_button = Button(look, _("Close this note"), "quiet", height=38)
        self.close_button.clicked.connect(self.put_away)
        self.deed_button = Button(look, "", "outline", height=38)
        self.deed_button.clicked.connect(self._do)
        self.deed_button.hide()
        self._deed: Callable[[], None] = lambda: None
        self._stand(self.deed_button, self.close_button)

    def say(self, words: str, deed: NoticeAction | None = None, *, done: bool = False) -> None:
        """Say it; ``deed`` is what can be done about it, with the words on its button. What is ``done`` asks for
        nothing, and looks so.
        """
        self._fill = "sunk" if done else "warn_soft"
        self._icon.show_icon("circle-check" if done else "circle-help", "ok" if done else "warn")
        self._put(words)
        self._words.setAccessibleName(words)
        self.forget_deed()
        if deed is not None:
            self.deed_button.say(deed[0])
            self._deed = deed[1]
            self.deed_button.show()
        self.show()
        self.update()

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
        self._put("")
        self._words.setAccessibleName("")
        self.forget_deed()
        self.hide()

    def hideEvent(self, event: QHideEvent) -> None:
        """The person may be at another client next, and be told something else."""
        super().hideEvent(event)
        take_back(self)

    def put_away(self) -> None:
        self.hide()
        self.closed.emit()
