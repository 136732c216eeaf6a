"""Setting, changing and taking off the passphrase of the open data file, which is closed for as long as that takes."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from trustcheck.app.refusals import CopiesLeft, Locked, Progress, Refused
from trustcheck.ui.kit.background import run
from trustcheck.ui.kit.protection_row import Protection, ProtectionChange
from trustcheck.ui.shell.places import Place
from trustcheck.words import gettext as _

if TYPE_CHECKING:
    from trustcheck.ui.datafile.program import Files, Program
    from trustcheck.ui.datafile.protecting_page import ProtectingPage
    from trustcheck.ui.flow.check_flow import CheckFlow


class PassphraseDesk(QObject):
    """Whatever goes wrong, the file opens as it did, and one sentence says what did."""

    def __init__(self, program: "Program", files: "Files") -> None:
        super().__init__(program.window)
        self._program, self._window = program, program.window
        self.application, self._files = program.application, files
        self._may_offer = self._came_from_result = False
        self._unsaid: tuple[str, bool] | None = None
        """What changed, and whether it asks for nothing: a page that arrives takes the words over it away."""

    @property
    def protection(self) -> Protection:
        """How the open data file is kept."""
        flow = self._files.flow
        if flow is None:
            return Protection.NO_FILE
        if flow.file.is_sample:
            return Protection.SAMPLE
        return Protection.PASSPHRASE if flow.file.store.safety.is_protected else Protection.NONE

    def watch(self, flow: "CheckFlow") -> None:
        """A file was opened. Where it has no result yet, its first one will be a reason to protect it."""
        from trustcheck.domain.checks.round import RoundState

        self._unsaid = None
        try:
            closed = flow.file.store.rounds.has_any(state=RoundState.CLOSED)
        except Refused:
            # What the file would not tell is said where a page asks for it.
            closed = True
        self._may_offer = self.protection is Protection.NONE and not flow.file.only_looks and not closed

    def arrived_at(self, place: Place) -> None:
        """After the open file led to a page: what was changed, or a passphrase is offered beside the first result."""
        if self._unsaid is not None:
            (words, done), self._unsaid = self._unsaid, None
            self._window.say(words, done=done)
        else:
            self._offer(place)

    def _offer(self, place: Place) -> None:
        if not self._may_offer or place is not Place.OVERVIEW or self._window.place is not place:
            return
        self._may_offer = False
        words = _(
            "Your answers lie in one file on this computer. Whoever can use your account can read it, and whoever gets"
            " a copy."
        )
        self._window.say(words, (_("Protect it with a passphrase"), self._ask_beside_result), done=True)

    def _ask_beside_result(self) -> None:
        self._came_from_result = True
        self._show(ProtectionChange.SET)

    def ask(self, change: ProtectionChange) -> None:
        """The page where passphrases are typed, from the settings."""
        self._came_from_result = False
        self._show(change)

    def _show(self, change: ProtectionChange) -> None:
        from trustcheck.ui.datafile.protecting_page import ProtectingPage

        flow = self._files.flow
        if flow is None or flow.file.queue.turns_away() or not flow.drained():
            return
        page = ProtectingPage(self._window.look, change)
        page.show_file(Path(flow.file.path).name)
        page.chosen.connect(lambda present, new: self._try(page, change, present, new))
        page.cancelled.connect(self._back)
        self._window.add_page(Place.PROTECTING, page)
        self._window.go_to(Place.PROTECTING)

    def _try(self, page: "ProtectingPage", change: ProtectionChange, present: str, new: str) -> None:
        """Only the right passphrase closes the file: with another one it could not be opened again."""
        flow = self._files.flow
        if flow is None:
            return
        page.wait(waiting=True)
        path, open_store = flow.file.path, self.application.open_store

        def look(_progress: Progress) -> None:
            open_store(path, create=False, look_only=True, passphrase=present).close()

        def otherwise(refused: Refused) -> None:
            page.wait(waiting=False)
            if isinstance(refused, Locked):
                page.tell_wrong()
            else:
                page.tell(str(refused))

        run(look, lambda _none: self._do(page, change, present, new), otherwise, owner=page)

    def _do(self, page: "ProtectingPage", change: ProtectionChange, present: str, new: str) -> None:
        from trustcheck.ui.laptop.hand_over import ALLOWED

        flow = self._files.flow
        if flow is None:
            return
        path, safekeeping = flow.file.path, self.application.safekeeping()
        if not self._files.let_go():
            page.wait(waiting=False)
            return
        self._program.frame.show_opening(_("Writing the data file anew"))
        self._window.forget_pages()
        # Nobody opens the file while it is written anew.
        self._window.commands.keep_only(ALLOWED)
        self._window.setAcceptDrops(False)

        def done(_none: None) -> None:
            self._reopen(path, new, _said(change), done=True)

        def otherwise(refused: Refused) -> None:
            # Where only copies are left, the file itself is done.
            passphrase = new if isinstance(refused, CopiesLeft) else present
            self._reopen(path, passphrase, str(refused), done=False)

        run(lambda progress: safekeeping.protect(path, present, new, progress), done, otherwise, owner=self)

    def _reopen(self, path: str, passphrase: str, words: str, *, done: bool) -> None:
        self._window.commands.keep_only(None)
        self._window.setAcceptDrops(True)

        def back_to_settings(_flow: "CheckFlow") -> None:
            self._program.list_pages()
            self._back_to_settings()
            self._window.say(words, done=done)

        def back_to_result(flow: "CheckFlow") -> None:
            self._unsaid = words, done
            flow.read_newest()

        self._files.reopen(path, passphrase, back_to_result if self._came_from_result else back_to_settings)

    def _back(self) -> None:
        if self._came_from_result:
            self._program.go(Place.OVERVIEW)
            self._window.drop_page(Place.PROTECTING)
        else:
            self._back_to_settings()

    def _back_to_settings(self) -> None:
        from trustcheck.ui.help.settings_page import SettingsPage

        self._program.frame.show(Place.SETTINGS)
        self._window.drop_page(Place.PROTECTING)
        page = self._window.page(Place.SETTINGS)
        assert isinstance(page, SettingsPage)
        page.stand_at_passphrase()


def _said(change: ProtectionChange) -> str:
    return {
        ProtectionChange.SET: _(
            "The data file is protected. From now on it opens with its passphrase, and Ctrl+L locks it."
        ),
        ProtectionChange.CHANGE: _(
            "The passphrase is changed. The copies beside the file open with the new one, earlier backups with the one"
            " before."
        ),
        ProtectionChange.REMOVE: _("The passphrase is removed. Whoever can use your account can open the file now."),
    }[change]
