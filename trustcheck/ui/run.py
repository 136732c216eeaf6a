"""Opens the window. The window paints first; what is heavy is loaded when it is first used."""

import signal
import sys

from PySide6.QtWidgets import QApplication

from trustcheck import assets
from trustcheck.app.application import Application
from trustcheck.app.unforeseen import Unforeseen
from trustcheck.ui.appearance import Appearance
from trustcheck.ui.asking import FileDialogs
from trustcheck.ui.first_paint import FirstPaint
from trustcheck.ui.fonts import load_fonts
from trustcheck.ui.main_window import MainWindow
from trustcheck.ui.pages.opening_page import OpeningPage
from trustcheck.ui.places import Place
from trustcheck.ui.tidying import Tidying
from trustcheck.ui.toolkit_messages import heard
from trustcheck.ui.trouble import Trouble


def open_window(application: Application, path: str | None, unforeseen: Unforeseen, *, said_goodbye: bool) -> int:
    """Show the window, with the data file at ``path`` or the person's own, until it is closed. The exit code.

    What nobody caught is said in it; ``said_goodbye`` is whether the window before this one closed in peace.
    """
    program = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(program, QApplication)
    name_program(program, application.version)
    appearance = Appearance(program, assets.root(), application.settings.load())
    window = MainWindow(appearance.look, program)
    window.add_page(Place.OPENING, OpeningPage(appearance.look))
    window.stand_where(application.settings.load_window().geometry)
    window.go_to(Place.OPENING)
    trouble = Trouble(window, application)
    unforeseen.show = trouble.tell

    def start() -> None:
        from trustcheck.ui.last_time import LastTime
        from trustcheck.ui.navigator import Navigator

        # The window keeps both.
        navigator = Navigator(application, window, appearance, FileDialogs(window))
        trouble.watch(navigator.files)
        if not said_goodbye:
            LastTime(window, navigator.files)
        navigator.begin(path)

    # A desktop that logs off asks this way; the window then closes as by a person's hand, with everything saved, and
    # waits for nobody to read a page.
    signal.signal(signal.SIGTERM, lambda *_asked: window.close() or window.close())
    FirstPaint(window, start)
    window.show()
    tidying = Tidying(program)
    with heard(unforeseen.heard, trouble.wait_for_the_disk):
        code = program.exec()
    unforeseen.show = None
    tidying.stop()
    return code


def name_program(program: QApplication, version: str) -> None:
    """What the desktop and assistive technology call it, and the faces it is set in."""
    program.setApplicationName("TrustCheck")
    program.setApplicationDisplayName("TrustCheck")
    program.setApplicationVersion(version)
    program.setDesktopFileName("trustcheck")
    load_fonts(assets.path("fonts"))
