"""Opens the window as a person does, or a bare one of Qt, and prints a line of JSON at each moment: ``painted`` for the
first time, ``usable`` once a key that was pressed on the first page has moved the keyboard and that was painted, and
``idle`` a while later. A program of its own, so that it runs on whatever build Python is told of.

It loads nothing of Qt before the program does, and no enumeration of it before the first paint.
"""

import enum
import importlib.machinery
import json
import linecache
import os
import sys
from pathlib import Path
from time import process_time

PAGES = ("WelcomePage", "HomePage", "OrganisationsPage")
AT_REST_MS = 1500


def made_of(kind):
    for each in kind.__subclasses__():
        yield each
        yield from made_of(each)


def say(moment):
    """Seconds of the processor from the beginning, MiB in memory, how many enumerations PySide has made, what of the
    program is loaded and read as text.
    """
    seconds = process_time()
    status = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
    loaded = sorted(name for name in sys.modules if name.partition(".")[0] == "trustcheck")
    told = {"moment": moment, "cpu": seconds, "mib": int(status["VmRSS"].split()[0]) / 1024, "loaded": loaded}
    told["enumerations"] = sum(each.__module__.startswith("PySide6") for each in made_of(enum.Enum))
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


def page_of(widget):
    """The first page of all that a widget lies on, if any."""
    while widget is not None and type(widget).__name__ not in PAGES:
        widget = widget.parentWidget()
    return widget


def once_painted(widget, then):
    """Call ``then`` when a widget that stands in a window is painted next. What it returns is to be kept.

    It looks at single widgets: who listens to the whole application is told of objects that Qt keeps to itself, and has
    PySide make all enumerations of QtCore to look for their classes, which nobody else needs by then.
    """
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QPaintEvent

    class Painted(QObject):
        def eventFilter(self, seen, event):
            if isinstance(event, QPaintEvent) and seen.window().isVisible():
                seen.removeEventFilter(self)
                then()
            return False

    painted = Painted(widget)
    widget.installEventFilter(painted)
    return painted


def end_at_rest():
    from PySide6.QtCore import QTimer

    say("usable")
    QTimer.singleShot(AT_REST_MS, lambda: (say("idle"), os._exit(0)))


def await_page(application):
    """Press Tab once the first page has been painted, and wait until what then has the keyboard is painted."""
    from PySide6.QtCore import QTimer

    looking, kept = QTimer(application), []

    def find():
        page = page_of(application.focusWidget())
        if page is not None:
            looking.stop()
            kept.append(once_painted(page, lambda: QTimer.singleShot(0, press)))
            # It was painted a moment ago: once more, so that it is seen.
            page.update(0, 0, 1, 1)

    def press():
        kept.append(application.focusWidget())
        application.focusChanged.connect(moved)
        press_tab(application)

    def moved(_old, now):
        if now is not None and now is not kept[-1]:
            application.focusChanged.disconnect(moved)
            kept.append(once_painted(now, end_at_rest))

    looking.timeout.connect(find)
    looking.start(1)


def watched(widgets):
    """Put a main window in the place of Qt's that is watched."""

    class Watched(widgets.QMainWindow):
        def __init__(self, *given):
            super().__init__(*given)
            self.watch = once_painted(self, painted)

    def painted():
        say("painted")
        if sys.argv[1] == "bare":
            end_at_rest()
        else:
            await_page(widgets.QApplication.instance())

    widgets.QMainWindow = Watched


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
