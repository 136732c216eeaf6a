"""A data file that did not open, and the one page that says why. Only what is damaged leads to a copy."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from trustcheck.app.ports import Damaged, InUse, Refused
from trustcheck.ui.places import Place

if TYPE_CHECKING:
    from trustcheck.ui.navigator import Navigator


class NotOpenedFiles:
    """A copy beside a whole file is older than it: to offer one there would set the newer answers aside."""

    def __init__(self, navigator: "Navigator") -> None:
        self._navigator, self._window = navigator, navigator.window

    def show(self, refused: Refused, path: str, passphrase: str = "") -> None:
        """The page of why the file at ``path`` did not open with what it was given, or may not stay open."""
        files = self._navigator.files
        # Whoever got as far as this had its passphrase, or it has none any more.
        files.locking.forget()
        if isinstance(refused, Damaged):
            files.safe.damaged.show(path, refused, passphrase)
        elif isinstance(refused, InUse):
            self._stand_at(Place.IN_USE, self._in_use(path))
        else:
            self._stand_at(Place.NOT_OPENED, self._not_opened(refused, path))

    def _stand_at(self, place: Place, page: QWidget) -> None:
        self._window.add_page(place, page)
        self._window.go_to(place)
        self._navigator.arrived()

    def _in_use(self, path: str) -> QWidget:
        from trustcheck.ui.pages.in_use_page import InUsePage

        page, files = InUsePage(self._window.look, Path(path).name), self._navigator.files
        page.try_again.connect(lambda: files.open_file(path))
        page.look_asked.connect(lambda: files.look_only(path))
        page.another_asked.connect(files.ask)
        return page

    def _not_opened(self, refused: Refused, path: str) -> QWidget:
        from trustcheck.ui.pages.not_opened_page import NotOpenedPage

        page, files = NotOpenedPage(self._window.look, Path(path).name, refused), self._navigator.files
        page.try_again.connect(lambda: files.open_file(path))
        page.another_asked.connect(files.ask)
        return page
