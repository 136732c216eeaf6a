"""The whole program in one window, with dialogs that answer by themselves."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QThreadPool
from PySide6.QtGui import QAction, QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.person.keyboard import Person
from trustcheck import assets
from trustcheck.app.application import Application
from trustcheck.ui.navigation.actions import MenuAnswers
from trustcheck.ui.navigation.navigator import Navigator
from trustcheck.ui.shell.appearance import Appearance
from trustcheck.ui.shell.commands import menus
from trustcheck.ui.shell.main_window import MainWindow

if TYPE_CHECKING:
    from trustcheck.ui.flow.check_flow import CheckFlow

SYSTEM_DIALOG = "dialog of the system"
"""What a test calls a dialog it opens in the place of one of the system's own."""


def menu_actions(window: MainWindow) -> dict[str, QAction]:
    """Everything that the menus offer, by the name that the code has for it."""
    offered = [each.id for menu in menus() for each in menu.commands if each is not None]
    return {each: window.commands.action(each) for each in offered}


class ChosenFiles:
    """Answers the file dialogs in a person's place."""

    def __init__(self) -> None:
        self.to_open = self.to_save = self.to_print = ""
        self.suggested = ""
        self.table = self.forms = self.folder = self.copy = self.place = ""
        self.export = self.parcel = self.questionnaire = ""
        self.given = self.handed = ""
        self.began_in: list[str] = []
        """Where each dialog began, or what it suggested."""

    def file_to_open(self, folder: str) -> str:
        self.began_in.append(folder)
        return self.to_open

    def printer(self, _pages: int, size: QPageSize) -> QPrinter:
        """A printer whose sheets lie in a file."""
        printer = QPrinter()
        printer.setPageSize(size)
        printer.setOutputFileName(self.to_print)
        return printer

    def file_to_save(self, suggested: str) -> str:
        self.suggested = suggested
        self.began_in.append(suggested)
        return self.to_save

    def copy_to_save(self, suggested: str) -> str:
        self.suggested = suggested
        return self.copy

    def place_to_go_on(self, suggested: str) -> str:
        self.suggested = suggested
        return self.place

    def export_to_save(self, suggested: str, kind: str) -> str:
        self.suggested = suggested
        return self.export

    def export_to_open(self, folder: str) -> str:
        return self.parcel

    def organisation_to_open(self, folder: str) -> str:
        self.began_in.append(folder)
        return self.given

    def organisation_to_save(self, suggested: str) -> str:
        self.began_in.append(suggested)
        return self.handed

    def picture_to_open(self, folder: str) -> str:
        self.began_in.append(folder)
        return ""

    def questionnaire_to_open(self, folder: str) -> str:
        self.began_in.append(folder)
        return self.questionnaire

    def table_to_open(self, folder: str) -> str:
        self.began_in.append(folder)
        return self.table

    def table_to_save(self, suggested: str) -> str:
        self.began_in.append(suggested)
        return self.table

    def forms_to_save(self, suggested: str) -> str:
        self.began_in.append(suggested)
        return self.forms

    def cards_to_save(self, suggested: str) -> str:
        self.began_in.append(suggested)
        return self.forms

    def folder_for_forms(self, folder: str) -> str:
        self.began_in.append(folder)
        return self.folder

    def folder_of_returned(self, folder: str) -> str:
        self.began_in.append(folder)
        return self.folder


class Program:
    """One running window; ``person`` sits before it."""

    def __init__(self, application: Application, qapp: QApplication, qtbot: QtBot) -> None:
        self.application, self._qtbot = application, qtbot
        self.files = ChosenFiles()
        self.appearance = Appearance(qapp, assets.root(), application.settings.load())
        self.window = MainWindow(self.appearance.look, qapp)
        qtbot.addWidget(self.window)
        self.navigator = Navigator(application, self.window, self.appearance, self.files)
        MenuAnswers(self.navigator)
        self.person = Person(self.window, qtbot)

    def start(self, path: str | None = None) -> Person:
        with self._qtbot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()
        self.navigator.begin(path)
        return self.person

    @property
    def flow(self) -> "CheckFlow":
        """What is done with the file that is open."""
        assert self.navigator.flow is not None
        return self.navigator.flow

    @property
    def is_busy(self) -> bool:
        """Whether something is still worked out, read or copied behind the window."""
        return bool(QThreadPool.globalInstance().activeThreadCount())

    def close(self) -> None:
        assert self.window.close()
