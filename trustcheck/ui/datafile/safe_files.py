"""What keeps the open data file safe, and the ways on from one that does not open; each has a module of its own."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from trustcheck.app.carrying.file_names import DATA_FILE, refuse_another_type
from trustcheck.app.refusals import Damaged, InUse, NotSaved, NotTaken, Refused
from trustcheck.ui.datafile.keeping_copies import Forgetting, KeepingCopies
from trustcheck.ui.datafile.looking_on import LookingOn
from trustcheck.ui.datafile.saving_elsewhere import SavingElsewhere
from trustcheck.ui.kit.background import run
from trustcheck.ui.shell.places import WITHOUT_SIDEBAR, Place
from trustcheck.ui.shell.standing_notes import nothing_changes
from trustcheck.words import gettext as _

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from trustcheck.app.ports import Store
    from trustcheck.app.store.safekeeping import Contents, Copy
    from trustcheck.ui.datafile.damaged_files import DamagedFiles
    from trustcheck.ui.datafile.program import Program
    from trustcheck.ui.datafile.putting_back import PuttingBack
    from trustcheck.ui.flow.check_flow import CheckFlow
    from trustcheck.ui.help.settings_page import SettingsPage
    from trustcheck.ui.kit.asking import FileDialogs
    from trustcheck.ui.shell.opening import OpenFile


# A data file that did not open, and the one page that says why. Only what is damaged leads to a copy.


class NotOpenedFiles:
    """A copy beside a whole file is older than it: to offer one there would set the newer answers aside."""

    def __init__(self, program: Program, safe: SafeFiles) -> None:
        self._program, self._window, self._safe = program, program.window, safe

    def show(self, refused: Refused, path: str, passphrase: str = "") -> None:
        """The page of why the file at ``path`` did not open with what it was given, or may not stay open."""
        if isinstance(refused, Damaged):
            self._safe.damaged.show(path, refused, passphrase)
        elif isinstance(refused, InUse):
            self._stand_at(Place.IN_USE, self._in_use(path))
        else:
            self._stand_at(Place.NOT_OPENED, self._not_opened(refused, path))

    def _stand_at(self, place: Place, page: QWidget) -> None:
        self._window.add_page(place, page)
        self._window.go_to(place)
        self._program.arrived()

    def _in_use(self, path: str) -> QWidget:
        from trustcheck.ui.datafile.in_use_page import InUsePage

        page, files = InUsePage(self._window.look, Path(path).name), self._program.files
        page.try_again.connect(lambda: files.open_file(path))
        page.look_asked.connect(lambda: files.look_only(path))
        page.another_asked.connect(files.ask)
        return page

    def _not_opened(self, refused: Refused, path: str) -> QWidget:
        from trustcheck.ui.datafile.not_opened_page import NotOpenedPage

        page, files = NotOpenedPage(self._window.look, Path(path).name, refused), self._program.files
        page.try_again.connect(lambda: files.open_file(path))
        page.another_asked.connect(files.ask)
        return page


# A copy of the whole data file where the person wants it, said to be there once it was compared.


class BackingUp(QObject):
    def __init__(self, program: Program, dialogs: FileDialogs) -> None:
        super().__init__(program.window)
        self._program, self._dialogs = program, dialogs

    def ask(self, file: OpenFile) -> None:
        """Ask where, and put a whole copy there behind the window."""
        to = self._dialogs.copy_to_save(_suggested(file.path, self._program.application.today()))
        if to:
            store = file.store
            run(
                lambda _progress: _back_up(store, to),
                lambda contents: self._program.window.say(_said(contents, to), done=True),
                self._program.say_refused,
                owner=self._program.flow,
            )


def _back_up(store: Store, to: str) -> Contents:
    refuse_another_type(to, DATA_FILE)
    return store.safety.back_up(to)


def _suggested(path: str, today: date) -> str:
    file = Path(path)
    return str(file.with_name(_("{stem} backup {day}").format(stem=file.stem, day=today.isoformat()) + file.suffix))


def _said(contents: Contents, to: str) -> str:
    """What is in it by number alone: an organisation's name stays where it is asked for."""
    from trustcheck.ui.shell.copy_words import amount

    said = _("Backed up: {amount}. The copy was read again and is the same in every row. It lies here: {path}.")
    return said.format(amount=amount(contents), path=to)


# What was deleted and is still in copies: said, with the way to take it out of them too.


class LeftInCopies(QObject):
    """Tells of checks; a deleted organisation has its own strip on the list."""

    def __init__(self, program: Program) -> None:
        super().__init__(program.window)
        self._program, self._window = program, program.window
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
            from trustcheck.ui.shell.copy_words import delete_from_them, still_held

            said = _("The check is deleted. {held}").format(held=still_held(copies))
            self._waiting = lambda: self._window.say(said, (delete_from_them(copies), lambda: self._forget(forget)))

    def _forget(self, forget: Callable[[], None]) -> None:
        done = _("No copy beside the data file holds it any more.")
        run(
            lambda _progress: forget(),
            lambda _none: self._window.say(done, done=True),
            self._program.say_refused,
            owner=self._program.flow,
        )


_WAYS_ON = (Place.RESTORE, Place.DAMAGED, Place.IN_USE, Place.RESCUED, Place.NOT_OPENED)


class SafeFiles(QObject):
    """Made with the window; what is rarely needed is made when it is."""

    def __init__(self, program: Program, dialogs: FileDialogs) -> None:
        super().__init__(program.window)
        self._program, self._window, self._dialogs = program, program.window, dialogs
        self._application = program.application
        self._copies = KeepingCopies(program)
        self._forgetting = Forgetting(program)
        self._elsewhere = SavingElsewhere(program.window, dialogs)
        self._elsewhere.moved.connect(self._remember)
        self._left = LeftInCopies(program)
        self._looking_on = LookingOn(program)
        self._backing_up = BackingUp(program, dialogs)
        self.not_opened = NotOpenedFiles(program, self)
        self._to_say: tuple[str, bool] = "", False
        self._putting_back: PuttingBack | None = None
        self._damaged: DamagedFiles | None = None

    # -- the open file

    def opened(self, flow: CheckFlow) -> None:
        """A file was opened: watch over it."""
        file = flow.file
        self._window.standing.begin(only_looks=file.only_looks)
        file.queue.turned_away.connect(self._say_only_looking)
        self._copies.opened(file)
        self._forgetting.opened(file)
        self._elsewhere.watch(file)
        self._left.watch(file)
        self._looking_on.watch(file)
        if self._damaged is not None:
            self._damaged.forget()
        for place in _WAYS_ON:
            # With what was typed on it.
            if place is not self._window.place:
                self._window.drop_page(place)

    def _say_only_looking(self) -> None:
        self._window.say(nothing_changes())

    def let_go(self) -> None:
        """The file is closed: nothing here keeps it, nor the key it was opened with."""
        self._window.standing.begin(only_looks=False)
        self._window.notice.forget_deed()
        for part in (self._copies, self._forgetting, self._elsewhere, self._left, self._looking_on):
            part.forget()

    def arrived(self) -> None:
        """After another page was shown."""
        self._copies.arrived()
        if self._window.place not in WITHOUT_SIDEBAR:
            (said, done), self._to_say = self._to_say, ("", False)
            if said:
                self._window.say(said, done=done)
            self._left.arrived()

    def say_next(self, words: str, *, done: bool = False) -> None:
        """One sentence at the top of the next page that is not for answering; ``done`` where it asks for nothing."""
        self._to_say = words, done

    def say(self, words: str) -> None:
        """One sentence at the top of this page, or of the next that is not for answering."""
        self.say_next(words)
        flow = self._program.flow
        if flow is not None and self._window.place not in WITHOUT_SIDEBAR:
            self.arrived()

    def met(self, refused: Refused) -> bool:
        """Something the open file would not do. Whether all is said that there is to say."""
        flow = self._program.flow
        if flow is None:
            return False
        if flow.file.only_looks and isinstance(refused, NotSaved):
            self._say_only_looking()
        elif isinstance(refused, NotTaken):
            self._elsewhere.tell(refused)
        elif isinstance(refused, Damaged) and not self._window.keeps_closed:
            path = flow.file.path
            if self._program.files.let_go():
                self.damaged.show(path, refused)
        else:
            return False
        return True

    def open_anew(self, path: str, passphrase: str) -> None:
        """Open a file that was put in its place, and begin with its first page."""
        self._program.frame.show_opening()
        self._program.files.reopen(path, passphrase, lambda _flow: self._program.go_home())

    def _remember(self, file: OpenFile) -> None:
        """The file lies elsewhere from now on, and is looked for there the next time."""
        if not file.is_sample:
            self._program.prefer(replace(self._application.settings.load(), last_file=file.path))

    # -- copies

    @property
    def can_back_up(self) -> bool:
        flow = self._program.flow
        return flow is not None and not flow.file.is_sample and not self._window.keeps_closed

    @property
    def can_put_back(self) -> bool:
        """Outside every check and every organisation: a copy may name others."""
        flow = self._program.flow
        if flow is None or self._window.keeps_closed:
            return False
        if flow.file.is_sample or flow.file.only_looks or flow.sitting is not None or flow.group_at_work is not None:
            return False
        return self._program.frame.stands_at in (Place.HOME, Place.RESTORE, Place.MERGE)

    def back_up(self) -> None:
        """Ask where, and put a whole copy there."""
        flow = self._program.flow
        if flow is not None and self.can_back_up and flow.drained():
            self._backing_up.ask(flow.file)

    def put_back(self) -> None:
        """The page of the copies."""
        flow = self._program.flow
        if flow is not None and self.can_put_back and flow.put_down():
            self.putting_back.show(flow.file.path)

    def show_on(self, page: SettingsPage) -> None:
        """What the settings say of copies."""
        flow = self._program.flow
        copies = self._application.safekeeping().copies(flow.file.path) if flow is not None else ()
        page.copies.setVisible(self.can_back_up)
        page.elsewhere.setVisible(self.can_back_up and flow is not None and not flow.file.only_looks)
        page.elsewhere.show_way(is_open=self.can_put_back)
        page.copies.show_copies(
            copies, self._application.today(), can_put_back=self.can_put_back, trouble=self._copies.trouble
        )

    @property
    def putting_back(self) -> PuttingBack:
        if self._putting_back is None:
            from trustcheck.ui.datafile.putting_back import PuttingBack

            self._putting_back = PuttingBack(self._program, self._dialogs)
        return self._putting_back

    @property
    def damaged(self) -> DamagedFiles:
        if self._damaged is None:
            from trustcheck.ui.datafile.damaged_files import DamagedFiles

            self._damaged = DamagedFiles(self._program, self._put_back)
        return self._damaged

    def _put_back(self, copy: Copy, path: str, passphrase: str) -> None:
        self.putting_back.put_back(copy, path, passphrase)
