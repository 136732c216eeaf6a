"""What the desks of a data file call: the program round them, and each other through it."""

from collections.abc import Callable
from typing import Protocol

from trustcheck.app.application import Application
from trustcheck.app.refusals import Refused
from trustcheck.settings import Settings
from trustcheck.ui.flow.check_flow import CheckFlow
from trustcheck.ui.shell.main_window import MainWindow
from trustcheck.ui.shell.places import Place


class Frame(Protocol):
    """The program's own pages."""

    @property
    def stands_at(self) -> Place | None:
        """Where the person is, or was before they turned to one of these pages."""

    def show(self, place: Place) -> None: ...

    def show_welcome(self) -> None: ...

    def show_help(self, topic: str) -> None: ...

    def show_folder(self, path: str) -> None: ...

    def show_opening(self, words: str = "") -> None:
        """A file is being opened; ``words`` where something else is done with it."""

    def ask_about_new_file(self, path: str, then: Callable[[str], None]) -> None:
        """Whether it gets a passphrase, with which ``then`` is called."""


class Safe(Protocol):
    """What keeps the open file safe."""

    @property
    def can_put_back(self) -> bool: ...

    def say(self, words: str) -> None:
        """At the top of this page, or of the next that is not for answering."""

    def say_next(self, words: str, *, done: bool = False) -> None: ...

    def open_anew(self, path: str, passphrase: str) -> None: ...


class Files(Protocol):
    """The one data file that is open, and the ways to another."""

    @property
    def flow(self) -> CheckFlow | None: ...

    @property
    def safe(self) -> Safe: ...

    def ask(self) -> None: ...

    def open_file(self, path: str) -> None: ...

    def look_only(self, path: str) -> None: ...

    def expect(self, path: str) -> None: ...

    def reopen(self, path: str, passphrase: str, then: Callable[[CheckFlow], None]) -> None: ...

    def leave(self, why: Refused) -> None: ...

    def let_go(self) -> bool: ...

    def say_told_apart(self) -> None: ...


class Program(Protocol):
    """A page says what happened by a signal to the desk that made it; a desk calls one of these."""

    @property
    def application(self) -> Application: ...

    @property
    def window(self) -> MainWindow: ...

    @property
    def flow(self) -> CheckFlow | None:
        """The checks of the open data file; ``None`` while none is open."""

    @property
    def files(self) -> Files: ...

    @property
    def frame(self) -> Frame: ...

    @property
    def with_organisations(self) -> bool: ...

    def go(self, place: Place) -> None: ...

    def go_home(self) -> None: ...

    def list_pages(self) -> None:
        """Fill the sidebar beside a page that belongs to no check."""

    def arrived(self) -> None:
        """Do what the place of a page asks for that was just shown."""

    def prefer(self, settings: Settings) -> None: ...

    def say_refused(self, refused: Refused) -> None: ...

    def say_unsaved(self) -> None: ...
