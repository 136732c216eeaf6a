"""Saving a table to fill in for one check: a workbook or CSV, whose headings the program knows when it comes back."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from trustcheck.app.application import Application
from trustcheck.app.file_names import ending_of, refuse_another_type
from trustcheck.app.ports import Progress
from trustcheck.app.taking_in import TABLE_ENDINGS
from trustcheck.domain.group_round import GroupSetup
from trustcheck.domain.questionnaire import Questionnaire
from trustcheck.domain.round import RoundSummary
from trustcheck.ui.asking import FileDialogs
from trustcheck.ui.background import run
from trustcheck.ui.folders_used import file_name_of, folder_for, remember_folder
from trustcheck.ui.main_window import MainWindow
from trustcheck.ui.opening import OpenFile
from trustcheck.words import gettext as _


class SavingTable(QObject):
    """Signals: ``refused`` with a :class:`Refused`."""

    refused = Signal(object)

    def __init__(self, application: Application, window: MainWindow, file: OpenFile, dialogs: FileDialogs) -> None:
        super().__init__(window)
        self._application, self._window, self._file, self._dialogs = application, window, file, dialogs

    def ask(self, round_id: int) -> None:
        """Ask where, and save the table of an open check there."""
        store = self._file.store
        run(lambda _progress: store.group_setup(round_id), self._save, self.refused.emit, owner=self)

    def _save(self, known: tuple[RoundSummary, GroupSetup, Questionnaire]) -> None:
        summary, setup, questionnaire = known
        store, whose = self._file.store, summary.organisation.id
        name = _("{place} table to fill in").format(place=file_name_of(summary.organisation.name)).strip()
        path = self._dialogs.table_to_save(str(folder_for(store, whose) / f"{name}.{TABLE_ENDINGS[0]}"))
        if not path:
            return

        def work(_progress: Progress) -> str:
            refuse_another_type(path, *TABLE_ENDINGS)
            ending = ending_of(path) or TABLE_ENDINGS[0]
            content = self._application.tables().to_fill_in(setup, questionnaire, ending)
            self._application.write_whole(path, content)
            return path

        def saved(where: str) -> None:
            remember_folder(store, whose, Path(where).parent)
            said = _("The table is saved: {path}. Filled in, it comes back with Take in a table.")
            self._window.say(said.format(path=where), done=True)

        run(work, saved, self.refused.emit, owner=self)
