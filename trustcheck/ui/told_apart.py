"""Another program put another file in the place of the open one: which of the two is which is said until it is read."""

from typing import TYPE_CHECKING

from trustcheck.app.left_behind import told
from trustcheck.app.ports import Refused
from trustcheck.ui.opening import OpenFile
from trustcheck.words import gettext as _

if TYPE_CHECKING:
    from trustcheck.ui.navigator import Navigator


class ToldApart:
    """Says it on the next page, before the lock, and before the window goes."""

    def __init__(self, navigator: "Navigator") -> None:
        self._navigator = navigator
        self._said = self._unsaid = self._path = ""

    def opened(self, file: OpenFile) -> None:
        """Another program did so after the last time, which ended by force."""
        self._unsaid, self._said = "", file.store.told_apart
        if self._said:
            self._navigator.files.safe.say_next(self._said)
        elif file.store.cleared:
            self._navigator.files.safe.say_next(told(file.store.cleared), done=True)

    def closed(self, file: OpenFile) -> None:
        """What was open lies beside its place now, if something else lies there."""
        words = file.store.told_apart
        if words and words != self._said:
            self._unsaid, self._path = words, file.path
            self._navigator.files.safe.say_next(words)

    def say_here(self) -> None:
        """On the page that stands, whatever it is."""
        if self._unsaid:
            self._navigator.window.say(self._unsaid)

    def stays_to_be_read(self) -> bool:
        """Whether the window must not go yet: its own page says so, once."""
        words, self._unsaid = self._unsaid, ""
        happened = _("While it was open, another program changed your data file.")
        if words:
            self._navigator.files.safe.not_opened.show(Refused(happened, "", words), self._path)
        return bool(words)
