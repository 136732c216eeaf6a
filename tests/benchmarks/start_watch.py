"""Opens the window as a person does, or a bare one of Qt, and prints a line of JSON at each moment: ``painted`` for the
first time, ``usable`` once a key that was pressed on the first page has moved the keyboard and that was painted, and
``idle`` a while later. A program of its own, so that it runs on whatever build Python is told of.

It loads nothing of Qt before the program does, and no enumeration of it before the first paint.
"""

import importlib.machinery
import json
import linecache
import os
import sys
from pathlib import Path
from time import process_time

PAGES = ("WelcomePage", "HomePage", "OrganisationsPage")
AT_REST_MS = 1500


def say(moment):
    """Seconds of the processor from the beginning, MiB in memory, what of the program is loaded and read as text."""
    seconds = process_time()
    status = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
    loaded = sorted(name for name in sys.modules if name.partition(".")[0] == "trustcheck")
    told = {"moment": moment, "cpu": seconds, "mib": int(status["VmRSS"].split()[0]) / 1024, "loaded": loaded}
    # Read by the import that Qt puts in the place of Python's.
    told["sources"] = sorted(path for path in linecache.cache if "trustcheck" in path)
    print(json.dumps(told), flush=True)


def press_tab(application):
    """As the system tells the window of it."""
    from PySide6.QtCore import QEvent, Qt
    from PySide6.QtGui import QKeyEvent

    window = application.activeWindow().windowHandle()
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        application.sendEvent(window, QKeyEvent(kind, Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier, "\t"))


def watch(application):
    """What sees every widget that is painted in a window."""
    from PySide6.QtCore import QObject, QTimer
    from PySide6.QtGui import QPaintEvent

    class Watch(QObject):
        painted, before = False, None

        def eventFilter(self, seen, event):
            if isinstance(event, QPaintEvent) and seen.isWidgetType() and seen.window().isVisible():
                self.look(seen)
            return False

        def look(self, seen):
            if not self.painted:
                self.painted = True
                say("painted")
                if sys.argv[1] == "bare":
                    self.answered()
            elif self.before is None and type(seen).__name__ in PAGES:
                self.before = seen
                QTimer.singleShot(0, self.press)
            elif self.before is not None and seen is application.focusWidget() is not self.before:
                self.answered()

        def press(self):
            self.before = application.focusWidget()
            press_tab(application)

        def answered(self):
            say("usable")
            application.removeEventFilter(self)
            QTimer.singleShot(AT_REST_MS, lambda: (say("idle"), os._exit(0)))

    return Watch(application)


def watched(widgets):
    """Put an application in the place of Qt's that is watched."""

    class Watched(widgets.QApplication):
        def __init__(self, *given):
            super().__init__(*given)
            self.watch = watch(self)
            self.installEventFilter(self.watch)

    widgets.QApplication = Watched


class Finder:
    """Has Qt's widgets watched as soon as somebody loads them."""

    def find_spec(self, name, path, target=None):
        if name != "PySide6.QtWidgets":
            return None
        spec = importlib.machinery.PathFinder.find_spec(name, path, target)
        load = spec.loader.exec_module
        spec.loader.exec_module = lambda module: (load(module), watched(module))
        return spec


if __name__ == "__main__":
    # The folder of this file must not lie in the way of the program's own modules.
    sys.path.pop(0)
    sys.meta_path.insert(0, Finder())
    if sys.argv[1] == "bare":
        from PySide6.QtWidgets import QApplication, QMainWindow

        application = QApplication(["bare"])
        window = QMainWindow()
        window.resize(900, 600)
        window.show()
        application.exec()
    else:
        from trustcheck.cli import main

        main([])
