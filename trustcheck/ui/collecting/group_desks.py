"""The desks for what is made outside the window: forms, taken in again when they come back, and a table to fill in."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from trustcheck.app.carrying.file_names import ending_of, refuse_another_type
from trustcheck.app.collecting.returned_forms import ReturnedFiles
from trustcheck.app.collecting.tables import TABLE_ENDINGS
from trustcheck.app.ports import Progress
from trustcheck.domain.checks.group_round import GroupSetup
from trustcheck.domain.checks.round import RoundSummary
from trustcheck.domain.questionnaire.model import Questionnaire
from trustcheck.ui.collecting.form_words import FormCheck, decided_answer
from trustcheck.ui.collecting.making_forms import look_at
from trustcheck.ui.collecting.returned_forms_page import ReturnedFormsPage
from trustcheck.ui.kit.asking import file_name_of, folder_for, remember_folder
from trustcheck.ui.kit.background import Task, run
from trustcheck.ui.shell.context import Context
from trustcheck.ui.shell.places import Place
from trustcheck.words import gettext as _

# Taking forms in that came back: every file is looked into behind the window, and seen before anything is kept.


class TakingBack(QObject):
    """Begin with :meth:`begin`. Signals: ``done`` with the round's id after sheets were taken in, ``left`` to
    go back to collecting.
    """

    # Ids are longer than the int of a signal.
    done = Signal(object)
    left = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(context.window)
        self._context, self._window, self._file = context, context.window, context.file
        self._work: Task | None = None
        self._found = ReturnedFiles(())

    def begin(self, round_id: int, paths: tuple[str, ...] = ()) -> None:
        """The page for the returned forms of a check; what was dropped on the window is looked into at once."""
        look_at(self._context, round_id, lambda check: self._show(check, paths), self)

    def _show(self, check: FormCheck, paths: tuple[str, ...]) -> None:
        self.cancel()
        page = ReturnedFormsPage(self._window.look, check.questionnaire)
        page.show_nothing(check.summary.organisation.name)
        page.choose_asked.connect(lambda: self._choose(page, check))
        page.take_asked.connect(lambda apart: self._take(page, check, apart=apart))
        page.decided.connect(lambda place, item_id, value: self._decide(page, place, item_id, value))
        page.cancel_asked.connect(self.cancel)
        page.left.connect(self._leave)
        self._window.add_page(Place.RETURNED, page)
        self._window.go_to(Place.RETURNED)
        self._context.arrived()
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
        folder = self._context.dialogs.folder_of_returned(str(folder_for(store, whose)))
        if folder:
            remember_folder(store, whose, Path(folder))
            self._look_into(page, check, (folder,))

    def _look_into(self, page: ReturnedFormsPage, check: FormCheck, paths: tuple[str, ...]) -> None:
        application, store, round_id = self._context.application, self._file.store, check.summary.id
        order = check.order(check.setup.speaks)

        def work(progress: Progress) -> ReturnedFiles:
            taken, keys = store.sheets.taken_codes(round_id), store.sheets.reply_keys(round_id)
            return application.forms().read_returned(order, paths, taken, progress, keys)

        def found(files: ReturnedFiles) -> None:
            self._found = files
            page.show_found(files)

        page.show_looking(0, len(paths))
        self._work = run(work, found, lambda no: page.show_refused(str(no)), page.show_looking, owner=page)

    def _decide(self, page: ReturnedFormsPage, place: int, item_id: str, value: str) -> None:
        self._found = self._found.with_decision(place, item_id, decided_answer(value))
        page.show_decided(self._found)

    def _take(self, page: ReturnedFormsPage, check: FormCheck, *, apart: bool) -> None:
        """All sheets or none; the files stay as they are."""
        store, round_id, sheets = self._file.store, check.summary.id, self._found.sheets(apart=apart)

        def work(progress: Progress) -> None:
            store.sheets.add(round_id, sheets, progress)

        page.show_taking(0, len(sheets))
        self._work = run(
            work,
            lambda _none: self.done.emit(round_id),
            lambda no: page.show_refused(str(no)),
            page.show_taking,
            owner=page,
        )


# Saving a table to fill in for one check: a workbook or CSV, whose headings the program knows when it comes back.


class SavingTable(QObject):
    def __init__(self, context: Context) -> None:
        super().__init__(context.window)
        self._context, self._window, self._file = context, context.window, context.file

    def ask(self, round_id: int) -> None:
        """Ask where, and save the table of an open check there."""
        store = self._file.store
        run(lambda _progress: store.groups.setup(round_id), self._save, self._context.refuse, owner=self)

    def _save(self, known: tuple[RoundSummary, GroupSetup, Questionnaire]) -> None:
        summary, setup, questionnaire = known
        store, whose = self._file.store, summary.organisation.id
        name = _("{place} table to fill in").format(place=file_name_of(summary.organisation.name)).strip()
        path = self._context.dialogs.table_to_save(str(folder_for(store, whose) / f"{name}.{TABLE_ENDINGS[0]}"))
        if not path:
            return

        def work(_progress: Progress) -> str:
            refuse_another_type(path, *TABLE_ENDINGS)
            ending = ending_of(path) or TABLE_ENDINGS[0]
            content = self._context.application.tables().to_fill_in(setup, questionnaire, ending)
            self._context.application.write_whole(path, content)
            return path

        def saved(where: str) -> None:
            remember_folder(store, whose, Path(where).parent)
            said = _("The table is saved: {path}. Filled in, it comes back with Take in a table.")
            self._window.say(said.format(path=where), done=True)

        run(work, saved, self._context.refuse, owner=self)
