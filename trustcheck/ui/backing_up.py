"""A copy of the whole data file where the person wants it, said to be there once it was compared."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from trustcheck.app.file_names import DATA_FILE, refuse_another_type
from trustcheck.app.ports import Store
from trustcheck.app.safekeeping import Contents
from trustcheck.ui.asking import FileDialogs
from trustcheck.ui.background import run
from trustcheck.ui.copy_words import amount
from trustcheck.ui.opening import OpenFile
from trustcheck.words import gettext as _

if TYPE_CHECKING:
    from trustcheck.ui.navigator import Navigator


class BackingUp(QObject):
    def __init__(self, navigator: "Navigator", dialogs: FileDialogs) -> None:
        super().__init__(navigator)
        self._navigator, self._dialogs = navigator, dialogs

    def ask(self, file: OpenFile) -> None:
        """Ask where, and put a whole copy there behind the window."""
        to = self._dialogs.copy_to_save(_suggested(file.path, self._navigator.application.today()))
        if to:
            store = file.store
            run(
                lambda _progress: _back_up(store, to),
                lambda contents: self._navigator.window.say(_said(contents, to), done=True),
                self._navigator.say_refused,
                owner=self._navigator.flow,
            )


def _back_up(store: Store, to: str) -> Contents:
    refuse_another_type(to, DATA_FILE)
    return store.back_up(to)


def _suggested(path: str, today: date) -> str:
    file = Path(path)
    return str(file.with_name(_("{stem} backup {day}").format(stem=file.stem, day=today.isoformat()) + file.suffix))


def _said(contents: Contents, to: str) -> str:
    """What is in it by number alone: an organisation's name stays where it is asked for."""
    said = _("Backed up: {amount}. The copy was read again and is the same in every row. It lies here: {path}.")
    return said.format(amount=amount(contents), path=to)
