"""Opens the window. The window paints first; what is heavy is loaded when it is first used."""

import sys

from PySide6.QtWidgets import QApplication

from trustcheck import assets
from trustcheck.app.application import Application
from trustcheck.ui.appearance import Appearance
from trustcheck.ui.asking import FileDialogs
from trustcheck.ui.first_paint import FirstPaint
from trustcheck.ui.fonts import load_fonts
from trustcheck.ui.main_window import MainWindow
from trustcheck.ui.pages.opening_page import OpeningPage
from trustcheck.ui.places import Place
from trustcheck.ui.tidying import Tidying


def open_window(application: Application, path: str | None) -> int:
    """Show the window, with the data file at ``path`` or the person's own, until it is closed. The exit code."""
    program = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(program, QApplication)
    name_program(program, application.version)
    appearance = Appearance(program, assets.root(), application.settings.load())
    window = MainWindow(appearance.look, program)
    window.add_page(Place.OPENING, OpeningPage(appearance.look))
    window.stand_where(application.settings.load_window().geometry)
    window.go_to(Place.OPENING)
    started: list[object] = []

    def start() -> None:
        from trustcheck.ui.navigator import Navigator

        navigator = Navigator(application, window, appearance, FileDialogs(window))
        started.append(navigator)
        navigator.begin(path)

    FirstPaint(window, start)
    window.show()
    tidying = Tidying(program)
    code = program.exec()
    tidying.stop()
    return code


def name_program(program: QApplication, version: str) -> None:
    """What the desktop and assistive technology call it, and the faces it is set in."""
    program.setApplicationName("TrustCheck")
    program.setApplicationDisplayName("TrustCheck")
    program.setApplicationVersion(version)
    program.setDesktopFileName("trustcheck")
    load_fonts(assets.path("fonts"))
