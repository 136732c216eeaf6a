"""What a coordinator is handed when it is made alone, and what it called."""

from typing import TYPE_CHECKING, cast

from trustcheck.app.application import Application
from trustcheck.ui.kit.asking import FileDialogs
from trustcheck.ui.shell.context import Context
from trustcheck.ui.shell.main_window import MainWindow
from trustcheck.ui.shell.opening import OpenFile

if TYPE_CHECKING:
    from trustcheck.app.refusals import Refused
    from trustcheck.ui.shell.places import Place


class Called:
    """What a coordinator called, each kind in order."""

    def __init__(self) -> None:
        self.places: list[Place] = []
        self.refusals: list[Refused] = []
        self.topics: list[str] = []
        self.files: list[str] = []
        self.arrivals = self.unsaved = 0

    def open_sample(self) -> None:
        self.files.append("sample")

    def ask(self) -> None:
        self.files.append("another")

    def leave_sample(self) -> None:
        self.files.append("own")

    def arrived(self) -> None:
        self.arrivals += 1

    def say_unsaved(self) -> None:
        self.unsaved += 1


def context_of(
    application: Application, window: MainWindow, file: OpenFile, dialogs: object = None, called: Called | None = None
) -> Context:
    """``dialogs`` answers for the person where a file is asked for; nobody is asked without."""
    called = called or Called()
    return Context(
        application=application,
        window=window,
        dialogs=cast("FileDialogs", dialogs) if dialogs else FileDialogs(window),
        file=file,
        other_files=called,
        go=called.places.append,
        arrived=called.arrived,
        explain=called.topics.append,
        refuse=called.refusals.append,
        say_unsaved=called.say_unsaved,
    )
