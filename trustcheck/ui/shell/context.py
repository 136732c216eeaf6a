"""What each coordinator of an open data file is handed: what it works with, and whom it calls."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from trustcheck.app.application import Application
    from trustcheck.app.refusals import Refused
    from trustcheck.ui.kit.asking import FileDialogs
    from trustcheck.ui.shell.main_window import MainWindow
    from trustcheck.ui.shell.opening import OpenFile
    from trustcheck.ui.shell.places import Place


class OtherFiles(Protocol):
    """The ways to another data file than the open one."""

    def open_sample(self) -> None: ...

    def ask(self) -> None: ...

    def leave_sample(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Context:
    """A page says what happened by a signal to the coordinator that made it; a coordinator calls one of these."""

    application: "Application"
    window: "MainWindow"
    dialogs: "FileDialogs"
    file: "OpenFile"
    other_files: OtherFiles
    go: "Callable[[Place], None]"
    """Lead to another page."""
    arrived: Callable[[], None]
    """Do what the place of a page asks for that was just shown."""
    explain: Callable[[str], None]
    """Lead to a topic of the help, by its id."""
    refuse: "Callable[[Refused], None]"
    """Say what did not work."""
    say_unsaved: Callable[[], None]

    def drained(self) -> bool:
        """Whether everything is on the disk; says so where it is not."""
        if self.file.queue.drain():
            return True
        self.say_unsaved()
        return False
