"""The one data file that is open: opening another, the sample or one's own, and letting go with everything saved."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from trustcheck.app.refusals import Damaged, InUse, Locked, NotOpened, Refused
from trustcheck.app.store.safekeeping import told
from trustcheck.ui.datafile.locking import Locking
from trustcheck.ui.datafile.passphrase_desk import PassphraseDesk
from trustcheck.ui.datafile.safe_files import SafeFiles
from trustcheck.ui.kit.asking import FileDialogs
from trustcheck.ui.shell.context import Context
from trustcheck.ui.shell.opening import OpenFile, Opening
from trustcheck.ui.shell.places import Place
from trustcheck.words import gettext as _

if TYPE_CHECKING:
    from collections.abc import Callable

    from trustcheck.ui.datafile.program import Program
    from trustcheck.ui.flow.check_flow import CheckFlow
    from trustcheck.ui.shell.main_window import MainWindow


# Another program put another file in the place of the open one: which of the two is which is said until it is read.


class ToldApart:
    """Says it on the next page, before the lock, and before the window goes."""

    def __init__(self, files: "DataFiles", window: "MainWindow") -> None:
        self._files, self._window = files, window
        self._said = self._unsaid = self._path = ""

    def opened(self, file: OpenFile) -> None:
        """Another program did so after the last time, which ended by force."""
        self._unsaid, self._said = "", file.store.safety.told_apart
        if self._said:
            self._files.safe.say_next(self._said)
        elif file.store.safety.cleared:
            self._files.safe.say_next(told(file.store.safety.cleared), done=True)

    def closed(self, file: OpenFile) -> None:
        """What was open lies beside its place now, if something else lies there."""
        words = file.store.safety.told_apart
        if words and words != self._said:
            self._unsaid, self._path = words, file.path
            self._files.safe.say_next(words)

    def say_here(self) -> None:
        """On the page that stands, whatever it is."""
        if self._unsaid:
            self._window.say(self._unsaid)

    def stays_to_be_read(self) -> bool:
        """Whether the window must not go yet: its own page says so, once."""
        words, self._unsaid = self._unsaid, ""
        happened = _("While it was open, another program changed your data file.")
        if words:
            self._files.say_not_opened(Refused(happened, "", words), self._path)
        return bool(words)


class DataFiles(QObject):
    """What happens once a file is open is said before it is opened.

    Signals: ``opened`` with the :class:`CheckFlow` of a file, once the way to its first page is begun.
    """

    opened = Signal(object)

    def __init__(self, program: "Program", dialogs: FileDialogs) -> None:
        super().__init__(program.window)
        self._program, self._dialogs = program, dialogs
        self._application, self._window = program.application, program.window
        self.flow: CheckFlow | None = None
        self._then: Callable[[CheckFlow], None] = self._home_of
        self.opening = Opening(self._application, self._window)
        self.opening.opened.connect(self._opened)
        self.opening.refused.connect(self._not_opened)
        self.safe = SafeFiles(program, dialogs)
        self.locking = Locking(program, self, self.opening)
        self.passphrases = PassphraseDesk(program, self)
        self.apart = ToldApart(self, program.window)

    def begin(self, path: str | None) -> None:
        """Open the file somebody named, or the one that was open last, or welcome a newcomer."""
        last = self._application.settings.load().last_file
        known = [each for each in (last, self._application.own_data_file) if each and Path(each).is_file()]
        if path is not None:
            self.open_file(path)
        elif known:
            self.open_file(known[0])
        else:
            self._program.frame.show_welcome()

    def open_file(self, path: str) -> None:
        if self._leave_for(self._home_of):
            self.opening.open(path, create=False)

    def open_sample(self) -> None:
        """The sample: the team's result for whoever works with organisations, one person's otherwise."""
        if self._leave_for(_read_newest_team if self._program.with_organisations else _read_newest):
            self.opening.open_sample()

    def just_me(self) -> None:
        """The person's own file, made when it is not there, and the page before the first question. A passphrase is
        offered once there is something to protect.
        """
        self._open_own("alone", _begin_or_go_on)

    def work_with_organisations(self) -> None:
        """The person's own file, made when it is not there, and its organisations; from now on it begins with them."""
        self._open_own("organisations", self._home_of)

    def ask(self) -> None:
        """Let the person choose a file to open."""
        here = self.flow.file.path if self.flow is not None else self._application.own_data_file
        path = self._dialogs.file_to_open(str(Path(here).parent))
        if path:
            self.open_file(path)

    def leave_sample(self) -> None:
        """Back to the person's own file, or to the welcome."""
        if self.let_go():
            self.begin(None)

    def leave(self, why: Refused) -> None:
        """Close the open file, with every page of it, and say why."""
        path = self.flow.file.path if self.flow is not None else ""
        if self.let_go():
            self.say_not_opened(why, path)
            self._window.forget_pages()

    def say_not_opened(self, refused: Refused, path: str, passphrase: str = "") -> None:
        """The page of why the file at ``path`` did not open with what it was given, or may not stay open."""
        # Whoever got as far as this had its passphrase, or it has none any more.
        self.locking.forget()
        self.safe.not_opened.show(refused, path, passphrase)

    def say_told_apart(self) -> None:
        """What was put in the place of the file that was open, on the page that stands."""
        self.apart.say_here()

    def cancel(self) -> None:
        """Stop waiting for a file."""
        self.opening.cancel()
        self.stand_outside()

    def stand_outside(self) -> None:
        """Without an open file: before the one that waits for its passphrase, or at the welcome."""
        if self.locking.is_asking:
            self.locking.show()
        else:
            self._program.frame.show_welcome()

    def stand_again(self) -> None:
        """The page that was shown is gone, and none came: to where this file begins."""
        if self.flow is None:
            self.stand_outside()
        elif not self._window.keeps_closed:
            self._program.go_home()
        else:
            self.flow.group.desks.hand_over.stand_between()

    def expect(self, path: str) -> None:
        """A file that was just locked: once it is open again, it begins where it always does."""
        self._then = self._home_of
        self.opening.expect(path)

    def reopen(self, path: str, passphrase: str, then: "Callable[[CheckFlow], None]") -> None:
        """Open a file that was let go for a moment, and go on with ``then``."""
        self._then = then
        self.opening.open(path, create=False, passphrase=passphrase)

    def look_only(self, path: str) -> None:
        """Open a file beside the window that has it."""
        if self._leave_for(self._home_of):
            self.opening.look(path)

    def let_go(self) -> bool:
        """Save what waits and close the open file; whether it is closed, which is said where it is not."""
        if self.flow is None:
            return True
        file = self.flow.file
        try:
            if not file.let_go():
                self._program.say_unsaved()
                return False
        finally:
            if file.is_closed:
                self._forget()
                self.apart.closed(file)
        return True

    def _forget(self) -> None:
        """The file is closed: nobody keeps anything of it."""
        assert self.flow is not None
        # Held by each other through Qt, where Python's tidying does not see it, they would outlive the file.
        self.flow.sitting = self.flow.reading = None
        self.flow.deleteLater()
        self.flow = None
        self._window.clipboard.clean()
        self.safe.let_go()
        self.locking.watch()

    def _open_own(self, working: str, then: "Callable[[CheckFlow], None]") -> None:
        own = self._application.own_data_file

        def begin(passphrase: str) -> None:
            if self._leave_for(then):
                self._begin_with(working)
                self.opening.open(own, create=True, passphrase=passphrase)

        if Path(own).exists() or working == "alone":
            begin("")
        else:
            self._program.frame.ask_about_new_file(own, begin)

    def _begin_with(self, working: str) -> None:
        settings = self._application.settings.load()
        if settings.working != working:
            self._program.prefer(replace(settings, working=working))

    def _leave_for(self, then: "Callable[[CheckFlow], None]") -> bool:
        if not self.let_go():
            return False
        self._then = then
        self._program.frame.show_opening()
        return True

    def _opened(self, file: OpenFile) -> None:
        from trustcheck.ui.flow.check_flow import CheckFlow

        self.locking.forget()
        flow = self.flow = CheckFlow(self._context_of(file))
        self.safe.opened(flow)
        self.apart.opened(file)
        if not file.is_sample and not file.only_looks:
            self._program.prefer(replace(self._application.settings.load(), last_file=file.path))
        self.locking.watch()
        self.passphrases.watch(flow)
        try:
            self._arrive(flow)
        except Refused as refused:
            self._program.say_refused(refused)

    def _arrive(self, flow: "CheckFlow") -> None:
        if flow.file.going_round is None:
            self._then(flow)
        else:
            # The laptop was going round when the program ended: it goes on there and nowhere else.
            flow.group.desks.hand_over.resume(*flow.file.going_round)
        self.opened.emit(flow)

    def _context_of(self, file: OpenFile) -> Context:
        program = self._program
        return Context(
            application=self._application,
            window=self._window,
            dialogs=self._dialogs,
            file=file,
            other_files=self,
            go=self._go,
            arrived=program.arrived,
            explain=program.frame.show_help,
            refuse=program.say_refused,
            say_unsaved=program.say_unsaved,
        )

    def _go(self, place: Place) -> None:
        self._program.go(place)
        self.passphrases.arrived_at(place)

    def _not_opened(self, refused: Refused) -> None:
        if isinstance(refused, Locked):
            self.locking.ask(wrong=refused.wrong)
        elif self._stands_elsewhere(refused):
            self.stand_outside()
            self._window.say(str(refused))
        else:
            self.say_not_opened(refused, self.opening.path, self.opening.tried)

    def _stands_elsewhere(self, refused: Refused) -> bool:
        """Whether what did not open leaves the person where they were: it was to be made, or a file waits still."""
        if not self.opening.path or self.opening.is_new:
            return True
        if not isinstance(refused, NotOpened):
            return self.locking.is_asking
        return self.locking.waits_for_another_than(self.opening.path) and not isinstance(refused, InUse | Damaged)

    def _home_of(self, _flow: "CheckFlow") -> None:
        self._program.go_home()


def _read_newest(flow: "CheckFlow") -> None:
    flow.read_newest()


def _begin_or_go_on(flow: "CheckFlow") -> None:
    flow.begin_or_go_on()


def _read_newest_team(flow: "CheckFlow") -> None:
    flow.group.read_newest()
