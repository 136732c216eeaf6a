"""The program with its window, on the folder that the environment names, and what happens once its file is open.

Run as ``torn_down.py fault``: the whole process is torn down, as by a mistake in the toolkit. ``torn_down.py read``:
what stands at the top of the window goes to standard output, and the window closes. ``torn_down.py wait``: it says
``open`` and stays so.
"""

import faulthandler
import os
import sys

from PySide6.QtCore import QTimer

from trustcheck.bootstrap import build
from trustcheck.commands import window
from trustcheck.ui.navigation.navigator import Navigator
from trustcheck.ui.shell.places import Place

_arrived = Navigator.arrived


def arrived(navigator: Navigator) -> None:
    _arrived(navigator)
    if navigator.window.place is Place.HOME:
        QTimer.singleShot(0, navigator.window, lambda: end(navigator))


def end(navigator: Navigator) -> None:
    if sys.argv[1] == "fault":
        faulthandler._sigsegv()
    if sys.argv[1] == "wait":
        print("open", flush=True)
        return
    sys.stdout.write(navigator.window.notice.words if navigator.window.notice.isVisible() else "")
    navigator.window.close()


if __name__ == "__main__":
    Navigator.arrived = arrived
    sys.exit(window.run(build(os.environ), None, os.environ))
