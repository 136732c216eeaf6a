"""Opens the window. The window paints first; what is heavy is loaded when it is first used."""

from __future__ import annotations

import gc
import re
import signal
import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, QObject, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from trustcheck import assets
from trustcheck.ui.shell.first_frame import FirstFrame, UntilPainted
from trustcheck.ui.shell.main_window import MainWindow
from trustcheck.words import ENGLISH, language

# Types only: the window is painted before anything that stands in it is loaded.
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from trustcheck.app.application import Application
    from trustcheck.app.unforeseen import Unforeseen
    from trustcheck.ui.navigation.navigator import Navigator
    from trustcheck.ui.navigation.trouble import Trouble
    from trustcheck.ui.shell.appearance import Appearance

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
    from trustcheck.ui.kit.background import is_at_work

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
_CATEGORY = r"[a-z0-9.]{1,60}"


@contextmanager
def heard(tell: Callable[[str], None], before_the_end: Callable[[], object]) -> Iterator[None]:
    """While inside, ``tell`` hears of what is bad; ``before_the_end`` is called where Qt ends the program next."""

    def hear(kind: QtMsgType, context: QMessageLogContext, _words: str) -> None:
        if kind in _BAD:
            category = context.category or ""
            tell(f"Qt {category if re.fullmatch(_CATEGORY, category) else 'default'}: {_BAD[kind]}")
        if kind is QtMsgType.QtFatalMsg:
            with suppress(Exception):
                before_the_end()

    before = qInstallMessageHandler(hear)
    try:
        yield
    finally:
        qInstallMessageHandler(before)


def open_window(application: Application, path: str | None, unforeseen: Unforeseen, *, said_goodbye: bool) -> int:
    """Show the window, with the data file at ``path`` or the person's own, until it is closed. The exit code.

    What nobody caught is said in it; ``said_goodbye`` is whether the window before this one closed in peace.
    """
    program = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(program, QApplication)
    name_program(program, application.version)
    window, settings = MainWindow(), application.settings.load()
    window.setCentralWidget(FirstFrame(settings.look, settings.text_size / 100))
    window.where_it_stands = application.settings.load_window().geometry
    # A desktop that logs off asks this way; the window then closes as by a person's hand, with everything saved, and
    # waits for nobody to read a page.
    signal.signal(signal.SIGTERM, lambda *_asked: window.close() or window.close())
    painted = UntilPainted(window)
    window.show()
    if not painted.wait():
        return 0
    appearance, trouble = _furnished(application, window, program)
    collector = IdleCollecting(program)
    unforeseen.show = trouble.tell

    def start() -> None:
        try:
            navigator = _navigator(application, window, appearance)
            trouble.watch(navigator.files)
            if not said_goodbye:
                from trustcheck.ui.navigation.last_time import LastTime

                # The window keeps both.
                LastTime(window, navigator.files)
            navigator.begin(path)
        finally:
            painted.hand_over()

    painted.over.connect(start)
    with heard(unforeseen.heard, trouble.wait_for_the_disk):
        # What fails in what a signal calls is told in the window. No key comes between: all are answered afterwards.
        painted.over.emit()
        code = program.exec()
    unforeseen.show = None
    collector.stop()
    return code


def _furnished(application: Application, window: MainWindow, program: QApplication) -> tuple[Appearance, Trouble]:
    """Everything that stands in the window, once the window is there."""
    from trustcheck.ui.kit.look import load_fonts
    from trustcheck.ui.navigation.trouble import Trouble
    from trustcheck.ui.shell.appearance import Appearance

    load_fonts(assets.path("fonts"))
    appearance = Appearance(program, assets.root(), application.settings.load())
    window.furnish(appearance.look, program)
    return appearance, Trouble(window, application)


def _navigator(application: Application, window: MainWindow, appearance: Appearance) -> Navigator:
    from trustcheck.ui.kit.asking import FileDialogs
    from trustcheck.ui.navigation.actions import MenuAnswers
    from trustcheck.ui.navigation.navigator import Navigator

    navigator = Navigator(application, window, appearance, FileDialogs(window))
    # The navigator keeps it.
    MenuAnswers(navigator)
    return navigator


def name_program(program: QApplication, version: str) -> None:
    """What the desktop and assistive technology call it; and the language that the toolkit's own words are in."""
    program.setApplicationName("TrustCheck")
    program.setApplicationDisplayName("TrustCheck")
    program.setApplicationVersion(version)
    program.setDesktopFileName("trustcheck")
    if language() != ENGLISH:
        from trustcheck.ui.kit.languages import turn_toolkit

        turn_toolkit(program, language())
