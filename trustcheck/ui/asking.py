"""The system's own dialogs for files. Handed in, so that a test can answer in a person's place."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from trustcheck.app.file_names import DATA_FILE, PDF, with_ending
from trustcheck.ui.no_trace import leaving_no_trace
from trustcheck.words import gettext as _


@leaving_no_trace
class FileDialogs:
    """Each method returns a path, or an empty text when the person changed their mind."""

    def __init__(self, window: QWidget) -> None:
        self._window = window

    def file_to_open(self, folder: str) -> str:
        chosen, _filter = QFileDialog.getOpenFileName(
            self._window, _("Open a data file"), folder, _("TrustCheck data files (*.trustcheck);;All files (*)")
        )
        return chosen

    def organisation_to_open(self, folder: str) -> str:
        chosen, _filter = QFileDialog.getOpenFileName(
            self._window,
            _("Choose the file you were given"),
            folder,
            _("TrustCheck data files (*.trustcheck);;All files (*)"),
        )
        return chosen

    def organisation_to_save(self, suggested: str) -> str:
        chosen, _filter = QFileDialog.getSaveFileName(
            self._window,
            _("Save the organisation"),
            suggested,
            _("TrustCheck data files (*.trustcheck)"),
            # Nothing is ever replaced, so nobody is asked whether it may be.
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        return with_ending(chosen, DATA_FILE)

    def picture_to_open(self, folder: str) -> str:
        chosen, _filter = QFileDialog.getOpenFileName(
            self._window, _("Choose a picture"), folder, _("Pictures (*.png *.jpg *.jpeg)")
        )
        return chosen

    def table_to_open(self, folder: str) -> str:
        chosen, _filter = QFileDialog.getOpenFileName(
            self._window, _("Choose a file with answers"), folder, _("Tables (*.csv *.tsv *.txt *.xlsx);;All files (*)")
        )
        return chosen

    def table_to_save(self, suggested: str) -> str:
        """The name says whether it is a workbook or CSV."""
        chosen, kind = QFileDialog.getSaveFileName(
            self._window, _("Save a table to fill in"), suggested, _("Workbooks (*.xlsx);;Tables (*.csv)")
        )
        return with_ending(chosen, "csv" if "*.csv" in kind else "xlsx")

    def forms_to_save(self, suggested: str) -> str:
        chosen, _filter = QFileDialog.getSaveFileName(
            self._window, _("Save the forms"), suggested, _("PDF files (*.pdf)")
        )
        return with_ending(chosen, PDF)

    def folder_for_forms(self, folder: str) -> str:
        return QFileDialog.getExistingDirectory(self._window, _("Choose a folder for the forms"), folder)

    def folder_of_returned(self, folder: str) -> str:
        return QFileDialog.getExistingDirectory(self._window, _("Choose the folder with the returned forms"), folder)

    def copy_to_save(self, suggested: str) -> str:
        return self._data_file_to_save(_("Back up the data file"), suggested, replaces=True)

    def place_to_go_on(self, suggested: str) -> str:
        """Where the open data file shall go on; what stands there already is refused later on, and never replaced."""
        return self._data_file_to_save(_("Save the data file somewhere else"), suggested, replaces=False)

    def _data_file_to_save(self, title: str, suggested: str, *, replaces: bool) -> str:
        options = QFileDialog.Option(0) if replaces else QFileDialog.Option.DontConfirmOverwrite
        kinds = _("TrustCheck data files (*.trustcheck)")
        chosen, _filter = QFileDialog.getSaveFileName(self._window, title, suggested, kinds, options=options)
        return with_ending(chosen, DATA_FILE)

    def export_to_open(self, folder: str) -> str:
        chosen, _filter = QFileDialog.getOpenFileName(
            self._window, _("Choose an export"), folder, _("Exports of TrustCheck (*.json);;All files (*)")
        )
        return chosen

    def export_to_save(self, suggested: str, kind: str) -> str:
        """``kind`` is what such files are called, with their ending in brackets."""
        chosen, _filter = QFileDialog.getSaveFileName(self._window, _("Save the export"), suggested, kind)
        return with_ending(chosen, Path(suggested).suffix.removeprefix("."))

    def file_to_save(self, suggested: str) -> str:
        chosen, _filter = QFileDialog.getSaveFileName(
            self._window, _("Save the report"), suggested, _("PDF files (*.pdf)")
        )
        return with_ending(chosen, PDF)
