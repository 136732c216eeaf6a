"""Knows whom to tell: opens data files, goes from page to page, and keeps what the person prefers."""

from contextlib import suppress
from dataclasses import replace
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from trustcheck.app.application import Application
from trustcheck.app.ports import Refused
from trustcheck.settings import Settings
from trustcheck.ui.appearance import Appearance
from trustcheck.ui.asking import FileDialogs
from trustcheck.ui.check_flow import CheckFlow
from trustcheck.ui.frame_pages import FramePages
from trustcheck.ui.home import Home
from trustcheck.ui.idle import Idle
from trustcheck.ui.main_window import MainWindow
from trustcheck.ui.menu_answers import MenuAnswers
from trustcheck.ui.opening import OpenFile, Opening
from trustcheck.ui.places import Place, back_home_entry, home_entries, result_entries, standing_entries, welcome_entries

if TYPE_CHECKING:
    from collections.abc import Callable

_ANSWERING = (Place.QUESTION, Place.REVIEW)
_STANDING = (Place.SETTINGS, Place.HELP, Place.ABOUT)


class Navigator(QObject):
    """The one place where the open data file, the pages and the menus meet."""

    def __init__(
        self, application: Application, window: MainWindow, appearance: Appearance, dialogs: FileDialogs
    ) -> None:
        super().__init__(window)
        self.application, self.window = application, window
        self.flow: CheckFlow | None = None
        self._appearance, self._dialogs = appearance, dialogs
        self._then: Callable[[CheckFlow], None] = self._home_of
        self._opening = Opening(application, window)
        self._opening.opened.connect(self._opened)
        self._opening.refused.connect(self._not_opened)
        program = QApplication.instance()
        assert isinstance(program, QApplication)
        self._idle = Idle(program, window)
        self._idle.reached.connect(window.cover)
        self.frame = FramePages(self)
        self._home = Home(self)
        self._menus = MenuAnswers(self)
        window.asked.connect(lambda place: self.go(Place(place)))
        window.dropped.connect(self.open_file)
        window.may_close = self.close
        self._wear(application.settings.load())

    # -- beginning and ending

    def begin(self, path: str | None) -> None:
        """Open the file somebody named, or the one that was open last, or welcome a newcomer."""
        last = self.application.settings.load().last_file
        known = [each for each in (last, self.application.own_data_file) if each and Path(each).is_file()]
        if path is not None:
            self.open_file(path)
        elif known:
            self.open_file(known[0])
        else:
            self.frame.show_welcome()

    def close(self) -> bool:
        """Save what waits and remember how the window stood; whether the window may close."""
        if not self._let_go():
            return False
        # How the window stood is nothing to keep anybody from leaving for.
        with suppress(OSError):
            state = self.application.settings.load_window()
            self.application.settings.save_window(replace(state, geometry=self.window.geometry_words()))
        return True

    # -- data files

    def open_file(self, path: str) -> None:
        if self._let_go():
            self._then = self._home_of
            self.frame.show_opening()
            self._opening.open(path, create=False)

    def open_sample(self) -> None:
        if self._let_go():
            self._then = CheckFlow.read_newest
            self.frame.show_opening()
            self._opening.open_sample()

    def just_me(self) -> None:
        """The person's own file, made when it is not there, and the page before the first question."""
        if self._let_go():
            self._then = CheckFlow.begin_or_go_on
            self.frame.show_opening()
            self._opening.open(self.application.own_data_file, create=True)

    def ask_for_file(self) -> None:
        here = self.flow.file.path if self.flow is not None else self.application.own_data_file
        path = self._dialogs.file_to_open(str(Path(here).parent))
        if path:
            self.open_file(path)

    def leave_sample(self) -> None:
        """Back to the person's own file, or to the welcome."""
        if self._let_go():
            self.begin(None)

    def cancel_opening(self) -> None:
        self._opening.cancel()
        self.frame.show_welcome()

    def _let_go(self) -> bool:
        if self.flow is None:
            return True
        if not self.flow.file.let_go():
            self._say_unsaved()
            return False
        self.flow.deleteLater()
        self.flow = None
        return True

    def _opened(self, file: OpenFile) -> None:
        flow = CheckFlow(self.application, self.window, self._dialogs, file)
        flow.went.connect(self._arrived)
        flow.home_asked.connect(self.go_home)
        flow.asked.connect(lambda place: self.go(Place(place)))
        flow.how_asked.connect(lambda: self.frame.show_help("scores"))
        flow.refused.connect(self._say_refused)
        flow.unsaved.connect(self._say_unsaved)
        self.flow = flow
        if not file.is_sample:
            self.prefer(replace(self.application.settings.load(), last_file=file.path))
        self._then(flow)

    def _not_opened(self, refused: Refused) -> None:
        self.frame.show_welcome()
        self._say_refused(refused)

    # -- going places

    def go(self, place: Place) -> None:
        """Where the sidebar, a menu or a page wants to go."""
        if place is Place.HOME:
            self.go_home()
        elif place in _STANDING:
            self.frame.show(place)
        elif self.flow is not None and self.flow.reading is not None:
            self._list_check(self.flow)
            self.flow.show(place)

    def go_home(self) -> None:
        """All checks of the open file; without a file, the welcome."""
        if self.flow is None:
            self.frame.show_welcome()
            return
        if self.flow.put_down():
            self.window.sidebar.show_entries("", home_entries(), standing_entries())
            self._home.show(self.flow)
            self._arrived()

    def list_pages(self) -> None:
        """Fill the sidebar beside a page that belongs to no check: with where one can go from here."""
        if self.flow is None:
            self.window.sidebar.show_entries("", welcome_entries(), standing_entries())
        elif self.flow.sitting is not None or self.flow.reading is None:
            self.window.sidebar.show_entries("", home_entries(), standing_entries())
        else:
            self._list_check(self.flow)

    def _home_of(self, _flow: CheckFlow) -> None:
        self.go_home()

    def _list_check(self, flow: CheckFlow) -> None:
        assert flow.reading is not None
        name = flow.reading.result.round.summary.organisation.name
        self.window.sidebar.show_entries(name, result_entries(), (back_home_entry(), *standing_entries()))

    def _arrived(self) -> None:
        answering = self.window.place in _ANSWERING
        self._idle.wait(self.application.settings.load().hide_after_seconds if answering else 0)
        self._menus.refresh()

    # -- preferences

    def prefer(self, settings: Settings) -> None:
        """Use these settings from now on, and keep them."""
        self._wear(settings)
        try:
            self.application.settings.save(settings)
        except OSError:
            self.window.say(
                _("Your settings could not be kept on this computer. They hold until you close TrustCheck.")
            )

    def _wear(self, settings: Settings) -> None:
        self._appearance.prefer(settings)
        if self.flow is not None:
            self.flow.prefer(settings)
        self._menus.refresh()

    # -- saying what did not work

    def _say_refused(self, refused: Refused) -> None:
        self.window.say(str(refused))

    def _say_unsaved(self) -> None:
        self.window.say(
            _("Something is not saved yet, so this stays open. It is still on the screen. Try again at the top right.")
        )
