"""The automatic copies of the open data file: one soon after opening, one when it is let go; never in anybody's way."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from trustcheck.app.ports import Progress, Refused
from trustcheck.ui.background import run
from trustcheck.ui.check_flow import CheckFlow
from trustcheck.ui.opening import OpenFile
from trustcheck.words import gettext as _

if TYPE_CHECKING:
    from trustcheck.ui.navigator import Navigator

AFTER = 1500
"""Milliseconds after the first page: whoever opened the file reads it first."""


class KeepingCopies(QObject):
    """Neither the sample nor a file that is only looked at is copied."""

    def __init__(self, navigator: "Navigator") -> None:
        super().__init__(navigator)
        self._navigator = navigator
        self._waiting: CheckFlow | None = None
        self.trouble = ""
        """Why the last copy could not be made; empty where it could."""

    def opened(self, flow: CheckFlow) -> None:
        self.trouble = ""
        if not flow.file.is_sample and not flow.file.only_looks:
            self._waiting = flow
            flow.file.before_closing = lambda: self._before_closing(flow.file)

    def forget(self) -> None:
        """The file was let go."""
        self._waiting = None

    def arrived(self) -> None:
        """The first page of the file stands."""
        flow, self._waiting = self._waiting, None
        if flow is not None:
            QTimer.singleShot(AFTER, flow, lambda: self._begin(flow))

    def _begin(self, flow: CheckFlow) -> None:
        store, today = flow.file.store, self._navigator.application.today()

        def work(_progress: Progress) -> None:
            if store.organisations() and not store.has_current_copy():
                store.make_copy(today)

        run(work, self._made, self._not_made, owner=flow)

    def _made(self, _none: None) -> None:
        self.trouble = ""

    def _not_made(self, refused: Refused) -> None:
        self.trouble = str(refused)
        self._navigator.files.safe.say(_not_made(refused))

    def _before_closing(self, file: OpenFile) -> None:
        """What was changed since the last copy. Leaving never waits for a copy that cannot be made."""
        if not file.store.has_changed:
            return
        try:
            file.store.make_copy(self._navigator.application.today())
        except Refused as refused:
            self._navigator.files.safe.say_next(_not_made(refused))


def _not_made(refused: Refused) -> str:
    return _("No copy was made of your data file. {why}").format(why=refused)
