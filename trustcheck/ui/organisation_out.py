"""Handing one organisation over: asked for on its page, written and read back behind the window."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from trustcheck.app.application import Application
from trustcheck.app.file_names import DATA_FILE, refuse_another_type
from trustcheck.app.ports import Progress
from trustcheck.domain.round import Organisation, RoundSummary
from trustcheck.ui.asking import FileDialogs
from trustcheck.ui.background import run
from trustcheck.ui.folders_used import file_name_of, folder_for, remember_folder
from trustcheck.ui.main_window import MainWindow
from trustcheck.ui.opening import OpenFile
from trustcheck.ui.pages.organisation_out_page import OrganisationOutPage
from trustcheck.ui.places import Place
from trustcheck.ui.stopping import run_to_its_end
from trustcheck.words import gettext as _

if TYPE_CHECKING:
    from collections.abc import Callable


class OrganisationOut(QObject):
    """Signals: ``left`` with the organisation's id, ``went``, ``refused`` with a :class:`Refused`."""

    # Ids are longer than the int of a signal.
    left = Signal(object)
    went = Signal()
    refused = Signal(object)

    def __init__(
        self, application: Application, window: MainWindow, file: OpenFile, dialogs: FileDialogs, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._application, self._window, self._file, self._dialogs = application, window, file, dialogs
        self._stopped: Callable[[], None] = _nothing

    def show(self, organisation_id: int) -> None:
        """Read what would go along behind the window, and show it."""
        self.cancel()
        store = self._file.store

        def work(_progress: Progress) -> tuple[Organisation, tuple[RoundSummary, ...]]:
            found = next(each for each in store.organisations() if each.id == organisation_id)
            return found, store.rounds_of(organisation_id)

        run(work, lambda found: self._show(*found), self.refused.emit, owner=self)

    def cancel(self) -> None:
        """Stop what is being written; nothing of it is left behind."""
        self._stopped()

    def _show(self, organisation: Organisation, rounds: tuple[RoundSummary, ...]) -> None:
        self._window.curtain.draw(organisation.id)
        page = OrganisationOutPage(self._window.look, organisation.name, rounds)
        page.save_asked.connect(lambda typed, notes: self._save(page, organisation, typed, with_notes=notes))
        page.cancel_asked.connect(self.cancel)
        page.left.connect(lambda: self._leave(organisation.id))
        self._window.add_page(Place.ORGANISATION_OUT, page)
        self._window.go_to(Place.ORGANISATION_OUT)
        self.went.emit()

    def _save(
        self, page: OrganisationOutPage, organisation: Organisation, passphrase: str, *, with_notes: bool
    ) -> None:
        store, day = self._file.store, self._application.today().isoformat()
        name = _("{place} handed over {day}").format(place=file_name_of(organisation.name), day=day)
        folder = folder_for(store, organisation.id)
        path = self._dialogs.organisation_to_save(str(folder / f"{name}.trustcheck"))
        if not path:
            return

        def saved(_none: None) -> None:
            page.show_saved(path)
            remember_folder(store, organisation.id, Path(path).parent)

        def write(progress: Progress) -> None:
            refuse_another_type(path, DATA_FILE)
            store.hand_over(organisation.id, path, passphrase, progress, with_notes=with_notes)

        page.show_making()
        self._stopped = run_to_its_end(
            write,
            saved,
            lambda refused: page.show_refused(str(refused)),
            page.show_stopped,
            page.show_making,
            owner=page,
        )

    def _leave(self, organisation_id: int) -> None:
        self.cancel()
        self._window.drop_page(Place.ORGANISATION_OUT)
        self.left.emit(organisation_id)


def _nothing() -> None:
    """Nothing is under way that could be stopped."""
