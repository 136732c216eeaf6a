"""What was deleted and is still in copies: said, with the way to take it out of them too."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from trustcheck.ui.background import run
from trustcheck.ui.copy_words import delete_from_them, still_held
from trustcheck.ui.opening import OpenFile
from trustcheck.words import gettext as _

if TYPE_CHECKING:
    from trustcheck.ui.navigator import Navigator


class LeftInCopies(QObject):
    """Tells of checks; a deleted organisation has its own strip on the list."""

    def __init__(self, navigator: "Navigator") -> None:
        super().__init__(navigator)
        self._navigator, self._window = navigator, navigator.window
        self._waiting: Callable[[], None] | None = None

    def forget(self) -> None:
        """The file was let go."""
        self._waiting = None

    def watch(self, file: OpenFile) -> None:
        file.left_in_copies = self._tell

    def arrived(self) -> None:
        """A page stands on which it can be said."""
        tell, self._waiting = self._waiting, None
        if tell is not None:
            tell()

    def _tell(self, copies: int, forget: Callable[[], None]) -> None:
        """After the next page has come: it would put the note away."""
        if copies:
            said = _("The check is deleted. {held}").format(held=still_held(copies))
            self._waiting = lambda: self._window.say(said, (delete_from_them(copies), lambda: self._forget(forget)))

    def _forget(self, forget: Callable[[], None]) -> None:
        done = _("No copy beside the data file holds it any more.")
        run(
            lambda _progress: forget(),
            lambda _none: self._window.say(done, done=True),
            self._navigator.say_refused,
            owner=self._navigator.flow,
        )
