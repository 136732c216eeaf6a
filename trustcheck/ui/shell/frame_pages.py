"""The pages that belong to the program and to no check: welcome, opening, settings, help, about."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from trustcheck.ui.home.welcome_page import WelcomePage
from trustcheck.ui.shell.opening_page import OpeningPage
from trustcheck.ui.shell.places import Place

if TYPE_CHECKING:
    from trustcheck.ui.shell.navigator import Navigator

_STANDING = (Place.SETTINGS, Place.HELP, Place.ABOUT)


class FramePages:
    """Makes each page when it is first wanted: the first thing to paint is the window, not ten pages."""

    def __init__(self, navigator: "Navigator") -> None:
        self._navigator, self._window = navigator, navigator.window
        self._came_from: Place | None = Place.HOME

    def show_welcome(self) -> None:
        if not self._window.has_page(Place.WELCOME):
            page = WelcomePage(self._window.look)
            page.just_me.connect(self._navigator.files.just_me)
            page.my_organisation.connect(self._navigator.files.work_with_organisations)
            page.advise_others.connect(self._navigator.files.work_with_organisations)
            page.open_asked.connect(self._navigator.files.ask)
            page.sample_asked.connect(self._navigator.files.open_sample)
            page.show_place(self._navigator.application.own_data_file)
            self._window.add_page(Place.WELCOME, page)
        self._window.go_to(Place.WELCOME)

    def ask_about_new_file(self, path: str, then: Callable[[str], None]) -> None:
        """Whether the file that is to be made gets a passphrase; ``then`` makes it."""
        from trustcheck.ui.datafile.new_file_page import NewFilePage

        page = NewFilePage(self._window.look)
        page.show_place(path)
        page.decided.connect(then)
        page.back.connect(self._navigator.go_home)
        self._window.add_page(Place.NEW_FILE, page)
        self._window.go_to(Place.NEW_FILE)

    def show_opening(self, words: str = "") -> None:
        """A file is being opened; ``words`` where something else is done with it, which nobody can cancel."""
        page = OpeningPage(self._window.look, words)
        page.cancel_asked.connect(self._navigator.files.cancel)
        self._window.add_page(Place.OPENING, page)
        self._window.go_to(Place.OPENING)
        page.wait()

    def show(self, place: Place) -> None:
        """Settings, help or about, over whatever was there."""
        self._leave()
        {Place.SETTINGS: self._settings, Place.HELP: lambda: self._help(""), Place.ABOUT: self._about}[place]()

    def show_help(self, topic: str) -> None:
        self._leave()
        self._help(topic)

    def back(self) -> None:
        """Where the person was before."""
        if self._came_from is not None and self._window.has_page(self._came_from):
            self._window.go_to(self._came_from, backwards=True)
        else:
            self._navigator.go_home()

    @property
    def stands_at(self) -> Place | None:
        """Where the person is, or was before they turned to one of these pages."""
        return self._came_from if self._window.place in _STANDING else self._window.place

    def _leave(self) -> None:
        """Remember where the person was, once, however many of these pages they turn to."""
        if self._window.place not in _STANDING:
            passing = self._window.place in (Place.OPENING, Place.PROTECTING)
            self._came_from = None if passing else self._window.place
            self._navigator.list_pages()

    def _settings(self) -> None:
        from trustcheck.ui.help.settings_page import SettingsPage

        if not self._window.has_page(Place.SETTINGS):
            page = SettingsPage(self._window.look)
            page.changed.connect(self._navigator.prefer)
            page.copies.back_up_asked.connect(self._navigator.files.safe.back_up)
            page.copies.put_back_asked.connect(self._navigator.files.safe.put_back)
            page.elsewhere.asked.connect(self._navigator.merging.show)
            page.folder_asked.connect(self.show_folder)
            page.passphrase_asked.connect(self._navigator.files.passphrases.ask)
            self._window.add_page(Place.SETTINGS, page)
        shown = self._window.page(Place.SETTINGS)
        assert isinstance(shown, SettingsPage)
        flow = self._navigator.flow
        path = flow.file.path if flow is not None else self._navigator.application.own_data_file
        synchronised_by = flow.file.store.synchronised_by if flow is not None else ""
        shown.show_settings(self._navigator.application.settings.load(), path, synchronised_by)
        self._navigator.files.safe.show_on(shown)
        shown.show_protection(self._navigator.files.passphrases.protection)
        self._window.go_to(Place.SETTINGS)

    def _help(self, topic: str) -> None:
        from trustcheck.ui.help.help_page import HelpPage

        if not self._window.has_page(Place.HELP):
            self._window.add_page(Place.HELP, HelpPage(self._window.look))
        shown = self._window.page(Place.HELP)
        assert isinstance(shown, HelpPage)
        if topic:
            shown.show_topic(topic)
        self._window.go_to(Place.HELP)

    def _about(self) -> None:
        from trustcheck.ui.help.about_page import AboutPage

        if not self._window.has_page(Place.ABOUT):
            page = AboutPage(self._window.look)
            page.show_version(self._navigator.application.version)
            self._window.add_page(Place.ABOUT, page)
        self._window.go_to(Place.ABOUT)

    def show_folder(self, path: str) -> None:
        """Let the system show where a file lies."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(path).parent)))
