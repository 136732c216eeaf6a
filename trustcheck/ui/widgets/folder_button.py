"""Leads to where a file was put; there only once it is there."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from trustcheck.ui.look import Look
from trustcheck.ui.widgets.button import Button
from trustcheck.words import gettext as _


class FolderButton(Button):
    """Hidden until it is told the path of a file or a folder."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, _("Show in folder"), "outline", height=40)
        self._path = Path()
        self.clicked.connect(self._show_folder)
        self.hide()

    def lead_to(self, path: str) -> None:
        self._path = Path(path)
        self.show()

    def _show_folder(self) -> None:
        folder = self._path if self._path.is_dir() else self._path.parent
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
