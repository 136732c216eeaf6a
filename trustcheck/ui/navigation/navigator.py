"""Knows whom to tell: goes from page to page, and keeps what the person prefers."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from trustcheck.app.application import Application
from trustcheck.app.refusals import Refused
from trustcheck.settings import Settings
from trustcheck.ui.datafile.data_files import DataFiles
from trustcheck.ui.datafile.leftovers import LeftBehind
from trustcheck.ui.datafile.merging import MergeDesk
from trustcheck.ui.datafile.transfers import Transfers
from trustcheck.ui.kit.asking import FileDialogs
from trustcheck.ui.kit.idle import Idle
from trustcheck.ui.navigation.frame_pages import FramePages
from trustcheck.ui.shell.appearance import Appearance
from trustcheck.ui.shell.main_window import MainWindow
from trustcheck.ui.shell.pages import entries_when, stands_always
from trustcheck.ui.shell.places import Place, back_home_entry, home_entries, locked_entries, welcome_entries
from trustcheck.words import gettext as _

# Types only: what an open file needs is loaded when one is opened.
if TYPE_CHECKING:
    from trustcheck.ui.flow.check_flow import CheckFlow
    from trustcheck.ui.home.home import Home

# From page to page no faster than pages are made: who holds a key down goes where they stop, and not everywhere
# between.


class PageTurns(QObject):
    """Makes one page at a time. Of those that are asked for before the person can have seen it, only the last is made:
    the others would be left again at once, and stay in memory until then.
    """

    def __init__(self, make: Callable[[Place], None], parent: QObject) -> None:
        """``make`` makes a page and shows it."""
        super().__init__(parent)
        self._make = make
        self._wanted: Place | None = None
        self._seen = QTimer(self)
        self._seen.setSingleShot(True)
        self._seen.setInterval(0)
        self._seen.timeout.connect(self._go_on)

    @property
    def is_turning(self) -> bool:
        """Whether the page that was made last has yet to be seen."""
        return self._seen.isActive()

    def turn_to(self, place: Place) -> None:
        if self.is_turning:
            self._wanted = place
        else:
            self._turn(place)

    def forget(self) -> None:
        """Go nowhere else."""
        self._wanted = None

    def _turn(self, place: Place) -> None:
        # First, lest a page that cannot be made is asked for without end.
        self._wanted = None
        self._seen.start()
        self._make(place)

    def _go_on(self) -> None:
        if self._wanted is not None:
            self._turn(self._wanted)


_ANSWERING = (Place.QUESTION, Place.CARD, Place.REVIEW)


class Navigator(QObject):
    """The one place where the open data file and the pages meet.

    Signals: ``moved`` after another page was shown or something else was preferred: what can be done now may be other.
    """

    moved = Signal()

    def __init__(
        self, application: Application, window: MainWindow, appearance: Appearance, dialogs: FileDialogs
    ) -> None:
        super().__init__(window)
        self.window = window
        self.application = LeftBehind(self).watched(application)
        self._appearance = appearance
        self.files = DataFiles(self, dialogs)
        program = QApplication.instance()
        assert isinstance(program, QApplication)
        self.idle = Idle(program, window)
        self.idle.reached.connect(window.cover)
        self.transfers = Transfers(self, dialogs)
        self.merging = MergeDesk(self, dialogs)
        self.frame = FramePages(self, self.files, self.merging, dialogs)
        self._home: Home | None = None
        self.turns = PageTurns(self.go, self)
        window.asked.connect(lambda place: self.turn_to(Place(place)))
        window.dropped.connect(self.files.open_file)
        window.answers_dropped.connect(self._take_in)
        window.questionnaires_dropped.connect(self.frame.add_questionnaires)
        window.may_close = self.close
        self._wear(application.settings.load())

    @property
    def flow(self) -> "CheckFlow | None":
        """The checks of the open data file; ``None`` while none is open."""
        return self.files.flow

    @property
    def with_organisations(self) -> bool:
        """Whether the person begins with organisations rather than with their own checks."""
        return self.application.settings.load().working == "organisations"

    # -- beginning and ending

    def begin(self, path: str | None) -> None:
        """Open the file somebody named, or the one that was open last, or welcome a newcomer."""
        self.files.begin(path)

    def close(self) -> bool:
        """Save what waits and remember how the window stood; whether the window may close."""
        if not self.frame.may_close() or not self.files.let_go() or self.files.apart.stays_to_be_read():
            return False
        self.window.clipboard.clean()
        # How the window stood is nothing to keep anybody from leaving for.
        with suppress(OSError):
            state = self.application.settings.load_window()
            self.application.settings.save_window(replace(state, geometry=self.window.where_it_stands))
        return True

    # -- going places

    def turn_to(self, place: Place) -> None:
        """Where a person wants to go, who may already want to go elsewhere."""
        if place is Place.LOCK:
            # Nothing comes before it, and nothing that was asked for before it comes after it.
            self.turns.forget()
            self.go(place)
        else:
            self.turns.turn_to(place)

    def go(self, place: Place) -> None:
        """Where the sidebar, a menu or a page leads."""
        if place is Place.HOME:
            self.go_home()
        elif stands_always(place):
            self.frame.show(place)
        elif place is Place.LOCK:
            self.files.locking.lock()
        elif self.flow is not None and place is Place.ALL_PROMISES:
            self._go_to_promises(self.flow)
        elif self.flow is not None and (group := self.flow.group_at_work) is not None:
            group.list_pages()
            group.show(place)
        elif self.flow is not None and self.flow.reading is not None:
            self._list_check(self.flow)
            self.flow.show(place)

    def go_home(self) -> None:
        """All checks of the open file, or its organisations; without a file, the welcome."""
        try:
            self._go_home()
        except Refused as refused:
            self.say_refused(refused)

    def _go_home(self) -> None:
        if self.flow is None:
            self.files.stand_outside()
        elif not self.flow.put_down():
            return
        elif self.begins_with_organisations(self.flow):
            self.flow.group.show_all()
        else:
            self.window.sidebar.show_entries("", home_entries(), entries_when("always"))
            self._list_home(self.flow)
            self.arrived()

    def _go_to_promises(self, flow: "CheckFlow") -> None:
        if flow.put_down():
            flow.group.show_promises()

    def _list_home(self, flow: "CheckFlow") -> None:
        from trustcheck.ui.home.home import Home

        if self._home is None:
            self._home = Home(self.application, self.window, self.files)
        self._home.show(flow)

    def list_pages(self) -> None:
        """Fill the sidebar beside a page that belongs to no check: with where one can go from here."""
        if self.flow is None:
            entries = locked_entries() if self.files.locking.is_asking else welcome_entries()
            self.window.sidebar.show_entries("", entries, entries_when("always"))
        elif self.flow.group_at_work is not None or self.begins_with_organisations(self.flow):
            self.flow.group.list_pages()
        elif self.flow.sitting is not None or self.flow.reading is None:
            self.window.sidebar.show_entries("", home_entries(), entries_when("always"))
        else:
            self._list_check(self.flow)

    def begins_with_organisations(self, flow: "CheckFlow") -> bool:
        """As the person prefers; a file with checks of several people always does, lest they be out of reach."""
        return self.with_organisations or (not flow.file.is_sample and flow.has_group_checks())

    def _list_check(self, flow: "CheckFlow") -> None:
        assert flow.reading is not None
        name = flow.reading.result.round.summary.organisation.name
        back = back_home_entry(organisations=self.begins_with_organisations(flow))
        self.window.sidebar.show_entries(name, entries_when("alone"), (back, *entries_when("always")))

    def arrived(self) -> None:
        """After another page was shown: what its place asks for."""
        answering = self.window.place in _ANSWERING
        self.idle.wait(self.application.settings.load().hide_after_seconds if answering else 0)
        self.files.safe.arrived()
        self.files.locking.watch()
        self.moved.emit()

    def _take_in(self, paths: tuple[str, ...]) -> None:
        if self.flow is not None and (group := self.flow.group_at_work) is not None:
            group.take_in(paths)

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
        self.files.locking.watch(settings)
        self.moved.emit()

    # -- saying what did not work

    def say_refused(self, refused: Refused) -> None:
        """What happened, what is safe and what to do, at the top of the window."""
        if not self.files.safe.met(refused):
            self.window.say(str(refused))

    def say_unsaved(self) -> None:
        """Why something stays open."""
        said = _("Something is not saved yet, so this stays open.")
        if self.window.standing.unsaved.isHidden():
            said += " " + _("It is still on the screen. Try again, or save it somewhere else.")
        self.window.say(said)
