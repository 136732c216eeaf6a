"""Taking forms in that came back: every file is looked into behind the window, and seen before anything is kept."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from trustcheck.app.application import Application
from trustcheck.app.form_making import ReturnedFiles
from trustcheck.app.ports import Progress
from trustcheck.ui.asking import FileDialogs
from trustcheck.ui.background import Task, run
from trustcheck.ui.folders_used import folder_for, remember_folder
from trustcheck.ui.form_check import FormCheck
from trustcheck.ui.main_window import MainWindow
from trustcheck.ui.opening import OpenFile
from trustcheck.ui.pages.returned_forms_page import ReturnedFormsPage
from trustcheck.ui.places import Place


class TakingBack(QObject):
    """Signals: ``went`` after the page was shown, ``done`` with the round's id after sheets were taken in, ``left`` to
    go back to collecting.
    """

    went = Signal()
    # Ids are longer than the int of a signal.
    done = Signal(object)
    left = Signal()

    def __init__(self, application: Application, window: MainWindow, file: OpenFile, dialogs: FileDialogs) -> None:
        super().__init__(window)
        self._application, self._window, self._file, self._dialogs = application, window, file, dialogs
        self._work: Task | None = None
        self._found = ReturnedFiles(())

    def show(self, check: FormCheck, paths: tuple[str, ...] = ()) -> None:
        """The page for the returned forms of a check; what was dropped on the window is looked into at once."""
        self.cancel()
        page = ReturnedFormsPage(self._window.look)
        page.show_nothing(check.summary.organisation.name)
        page.choose_asked.connect(lambda: self._choose(page, check))
        page.take_asked.connect(lambda apart: self._take(page, check, apart=apart))
        page.cancel_asked.connect(self.cancel)
        page.left.connect(self._leave)
        self._window.add_page(Place.RETURNED, page)
        self._window.go_to(Place.RETURNED)
        self.went.emit()
        if paths:
            self._look_into(page, check, paths)

    def cancel(self) -> None:
        """Stop looking or taking; nothing is half taken."""
        if self._work is not None and self._work.is_running:
            self._work.cancel()
        self._work = None

    def _leave(self) -> None:
        self.cancel()
        self.left.emit()

    def _choose(self, page: ReturnedFormsPage, check: FormCheck) -> None:
        store, whose = self._file.store, check.summary.organisation.id
        folder = self._dialogs.folder_of_returned(str(folder_for(store, whose)))
        if folder:
            remember_folder(store, whose, Path(folder))
            self._look_into(page, check, (folder,))

    def _look_into(self, page: ReturnedFormsPage, check: FormCheck, paths: tuple[str, ...]) -> None:
        application, store, round_id = self._application, self._file.store, check.summary.id
        order = check.order(check.setup.perspectives[0])

        def work(progress: Progress) -> ReturnedFiles:
            return application.forms().read_returned(order, paths, store.taken_codes(round_id), progress)

        def found(files: ReturnedFiles) -> None:
            self._found = files
            page.show_found(files)

        page.show_looking(0, len(paths))
        self._work = run(work, found, lambda no: page.show_refused(str(no)), page.show_looking, owner=page)

    def _take(self, page: ReturnedFormsPage, check: FormCheck, *, apart: bool) -> None:
        """All sheets or none; the files stay as they are."""
        store, round_id, sheets = self._file.store, check.summary.id, self._found.sheets(apart=apart)

        def work(progress: Progress) -> None:
            store.add_sheets(round_id, sheets, progress)

        page.show_taking(0, len(sheets))
        self._work = run(
            work,
            lambda _none: self.done.emit(round_id),
            lambda no: page.show_refused(str(no)),
            page.show_taking,
            owner=page,
        )
