"""The system's own dialogs for files. Handed in, so that a test can answer in a person's place."""

from __future__ import annotations

from contextlib import suppress
from functools import wraps
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFileDialog, QWidget

from trustcheck.app.carrying.file_names import DATA_FILE, PDF, SLIDES, WEB, WORD, ending_of, with_ending
from trustcheck.app.collecting.table_files import READ
from trustcheck.app.refusals import Refused
from trustcheck.words import gettext as _

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPageSize
    from PySide6.QtPrintSupport import QPrinter

    from trustcheck.app.ports import Store

# Qt notes the folders its dialogs were used in, in a file of its own for all programs. One may name a client.


Kind = TypeVar("Kind", bound=type)

_FILE, _GROUP, _NOTED = "QtProject", "FileDialog", ("history", "lastVisited")


def leaving_no_trace(dialogs: Kind) -> Kind:
    """Let every public method of a class leave Qt's notes as they were before it asked."""
    for name, method in list(vars(dialogs).items()):
        if callable(method) and not name.startswith("_"):
            setattr(dialogs, name, _without_trace(method))
    return dialogs


def _without_trace(asks: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(asks)
    def asked(*words: Any, **more: Any) -> Any:
        noted = QSettings(QSettings.Scope.UserScope, _FILE)
        noted.beginGroup(_GROUP)
        before = {each: noted.value(each) for each in _NOTED}
        try:
            return asks(*words, **more)
        finally:
            for each, value in before.items():
                if value is None:
                    noted.remove(each)
                else:
                    noted.setValue(each, value)
            noted.sync()

    return asked


# Where the files of an organisation went last. Each has its own, in the data file: a folder may name a client.


_NOT_IN_NAMES = set('<>:"/\\|?*')
_KEPT = 60


def folder_for(store: Store | None, organisation_id: int) -> Path:
    """Where a dialog for the files of an organisation begins: where it was last, or at home."""
    folder = ""
    if store is not None:
        with suppress(Refused):
            folder = store.carrying.folder_of(organisation_id)
    return Path(folder) if folder and Path(folder).is_dir() else Path.home()


def remember_folder(store: Store | None, organisation_id: int, folder: Path) -> None:
    """Only a convenience for the next time."""
    if store is not None:
        with suppress(Refused):
            store.carrying.keep_folder(organisation_id, str(folder))


def file_name_of(organisation: str) -> str:
    """The name of an organisation as part of a file's."""
    kept = "".join(" " if each in _NOT_IN_NAMES or not each.isprintable() else each for each in organisation)
    return " ".join(kept.split())[:_KEPT].strip(" .")


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

    def questionnaire_to_open(self, folder: str) -> str:
        chosen, _filter = QFileDialog.getOpenFileName(
            self._window,
            _("Choose a questionnaire"),
            folder,
            _("Questionnaires (*.yaml *.yml);;All files (*)"),
        )
        return chosen

    def policy_to_open(self, folder: str) -> str:
        chosen, _filter = QFileDialog.getOpenFileName(
            self._window, _("Choose a policy"), folder, _("Documents (*.pdf *.docx *.txt *.md);;All files (*)")
        )
        return chosen

    def promises_to_open(self, folder: str) -> str:
        chosen, _filter = QFileDialog.getOpenFileName(
            self._window,
            _("Choose a file with promises"),
            folder,
            _("Calendars and tables (*.ics {endings});;All files (*)").format(
                endings=" ".join(f"*{each}" for each in READ)
            ),
        )
        return chosen

    def table_to_open(self, folder: str) -> str:
        chosen, _filter = QFileDialog.getOpenFileName(
            self._window,
            _("Choose a file with answers"),
            folder,
            _("Tables ({endings});;All files (*)").format(endings=" ".join(f"*{each}" for each in READ)),
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

    def cards_to_save(self, suggested: str) -> str:
        chosen, _filter = QFileDialog.getSaveFileName(
            self._window, _("Save the cards"), suggested, _("PDF files (*.pdf)")
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

    def document_to_save(self, suggested: str) -> str:
        """Where another kind of file than PDF goes; which, the ending of ``suggested`` says."""
        ending = ending_of(suggested)
        title, kinds = {
            WORD: (_("Save the report as a Word document"), _("Word documents (*.docx)")),
            WEB: (_("Save the report for a browser"), _("Pages for a browser (*.html)")),
            SLIDES: (_("Save the slides"), _("Presentations (*.pptx)")),
        }[ending]
        chosen, _filter = QFileDialog.getSaveFileName(self._window, title, suggested, kinds)
        return with_ending(chosen, ending)

    def printer(self, pages: int, size: QPageSize) -> QPrinter | None:
        """The printer that takes a report of so many pages, and how; ``None`` when the person changed their mind."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        # It stands in the printer's queue, where others may read it.
        printer.setDocName(_("Report"))
        printer.setPageSize(size)
        dialog = QPrintDialog(printer, self._window)
        dialog.setMinMax(1, pages)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        return printer if dialog.exec() == QPrintDialog.DialogCode.Accepted else None

    def file_to_save(self, suggested: str) -> str:
        chosen, _filter = QFileDialog.getSaveFileName(
            self._window, _("Save the report"), suggested, _("PDF files (*.pdf)")
        )
        return with_ending(chosen, PDF)


# Names beside a file that nothing has yet.


def free_name(wanted: Path) -> Path:
    """The path that is wanted, or one like it with a number where something stands there already."""
    for number in count(2):
        if not wanted.exists():
            break
        stem = wanted.stem.removesuffix(f", {number - 1}")
        wanted = wanted.with_name(f"{stem}, {number}{wanted.suffix}")
    return wanted
