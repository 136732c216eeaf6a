"""The dialogs for files answer with a path, and leave no note of it in any file that outlives the program."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from trustcheck.ui.kit.asking import FileDialogs


@pytest.fixture
def notes(tmp_path: Path) -> QSettings:
    """Where Qt notes what its dialogs were used for."""
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(tmp_path / "config"))
    noted = QSettings(QSettings.Scope.UserScope, "QtProject")
    assert str(tmp_path) in noted.fileName()
    return noted


def answered(ask: Callable[[], str], path: Path) -> str:
    """Type a path into the dialog that opens, and accept it."""

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        dialog.findChildren(QLineEdit)[0].setText(str(path))
        dialog.accept()

    QTimer.singleShot(0, answer)
    return ask()


def test_no_folder_of_a_client_is_noted_beside_the_data_file(
    notes: QSettings, qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    dialogs, folder = FileDialogs(window), tmp_path / "Bellwater Council"
    folder.mkdir()
    table = folder / "answers.csv"
    table.write_text("x")
    notes.setValue("FileDialog/lastVisited", "file:///somewhere")

    assert answered(lambda: dialogs.table_to_open(str(folder)), table) == str(table)
    assert answered(lambda: dialogs.file_to_save(str(folder)), folder / "out") == str(folder / "out.pdf")
    saved = answered(lambda: dialogs.organisation_to_save(str(folder)), folder / "out")
    assert saved == str(folder / "out.trustcheck")

    notes.sync()
    assert "Bellwater" not in Path(notes.fileName()).read_text()
    assert notes.value("FileDialog/lastVisited") == "file:///somewhere"
