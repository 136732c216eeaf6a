"""Opens the window. The window paints first; what is heavy is loaded when it is first used."""

import gc
import re
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from PySide6.QtCore import QEvent, QMessageLogContext, QObject, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QWidget

from trustcheck import assets
from trustcheck.app.application import Application
from trustcheck.app.unforeseen import Unforeseen
from trustcheck.ui.kit.asking import FileDialogs
from trustcheck.ui.kit.background import is_at_work
from trustcheck.ui.kit.look import load_fonts
from trustcheck.ui.shell.appearance import Appearance
from trustcheck.ui.shell.main_window import MainWindow
from trustcheck.ui.shell.opening_page import OpeningPage
from trustcheck.ui.shell.places import Place
from trustcheck.ui.shell.trouble import Trouble

# Python's tidying of forgotten objects, on the main thread only.
#
# Left alone, it happens on whichever thread makes the next object. A worker may thus destroy a window's object with
# its clock still running, which Qt does not survive.


_OFTEN_ENOUGH_MS = 500
_OLDEST = 2


class IdleCollecting(QObject):
    """From its making to :meth:`stop`, forgotten objects go while the main thread is idle, oldest kinds seldom.

    What is there at its making, the program's own code above all, is not looked through again and again: nothing of a
    data file may be among it.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._was_on = gc.isenabled()
        gc.disable()
        gc.freeze()
        self._timer = QTimer(self)
        self._timer.setInterval(_OFTEN_ENOUGH_MS)
        self._timer.timeout.connect(tidy)
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()
        gc.unfreeze()
        if self._was_on:
            gc.enable()


def tidy() -> None:
    """Collect the oldest generation that has reached Python's own threshold, if any.

    The oldest of all waits until nothing is worked out behind the window: looking through all that a large check makes
    on its way would hold the window up again and again.
    """
    generations = list(enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True)))
    for generation, (count, limit) in reversed(generations):
        if count > limit > 0 and not (generation == _OLDEST and is_at_work()):
            gc.collect(generation)
            return


# What the toolkit says of itself when it is in trouble: which part of it, and how bad, never its words.
#
# Its words may quote a path, or what somebody wrote, and a desktop keeps what a program prints. Warnings are
# therefore not printed either; the tests hear every one of them.


_BAD = {QtMsgType.QtCriticalMsg: "critical", QtMsgType.QtFatalMsg: "fatal"}
_CATEGORY = re.compile(r"[a-z0-9.]{1,60}")


@contextmanager
def heard(tell: Callable[[str], None], before_the_end: Callable[[], object]) -> Iterator[None]:
    """While inside, ``tell`` hears of what is bad; ``before_the_end`` is called where Qt ends the program next."""

    def hear(kind: QtMsgType, context: QMessageLogContext, _words: str) -> None:
        if kind in _BAD:
            category = context.category or ""
            tell(f"Qt {category if _CATEGORY.fullmatch(category) else 'default'}: {_BAD[kind]}")
        if kind is QtMsgType.QtFatalMsg:
            with suppress(Exception):
                before_the_end()

    before = qInstallMessageHandler(hear)
    try:
        yield
    finally:
        qInstallMessageHandler(before)


# Waits until the window has been painted once: what is heavy is loaded after that.


class FirstPaint(QObject):
    """Calls ``then`` once, in the breath after ``widget`` was painted for the first time."""

    def __init__(self, widget: QWidget, then: Callable[[], None]) -> None:
        super().__init__(widget)
        self._widget, self._then = widget, then
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._widget.removeEventFilter(self)
            QTimer.singleShot(0, self, self._then)
        return False


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
        from trustcheck.ui.shell.navigator import Navigator

        # The window keeps both.
        navigator = Navigator(application, window, appearance, FileDialogs(window))
        trouble.watch(navigator.files)
        if not said_goodbye:
            from trustcheck.ui.shell.last_time import LastTime

            LastTime(window, navigator.files)
        navigator.begin(path)

    # A desktop that logs off asks this way; the window then closes as by a person's hand, with everything saved, and
    # waits for nobody to read a page.
    signal.signal(signal.SIGTERM, lambda *_asked: window.close() or window.close())
    FirstPaint(window, start)
    window.show()
    tidying = IdleCollecting(program)
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
