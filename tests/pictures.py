"""Pictures of the pages of a result, for whoever looks after how they look: ``python -m tests.pictures FOLDER``.

One file for each check, page, look, text size and window: ``team-gaps-dark-150-720x560.png``; with ``-whole`` in its
name what one sees by scrolling. Words after the folder say which of them are wanted: ``team``, ``gaps``, ``dark``.
"""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from itertools import product
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QDeadlineTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea

from tests.result_window import LOOKS, PAGES, TEXTS, WINDOWS, ResultWindow
from tests.sample_checks import made, shipped
from trustcheck.bootstrap import build
from trustcheck.ui.results.pdf_desk import PdfSheet
from trustcheck.ui.shell.places import Place

_SETTLES = 150


def take(folder: Path, wanted: Sequence[str]) -> Iterator[Path]:
    """Take the pictures whose name holds all of ``wanted``; the file of each once it is there."""
    program = QApplication.instance() or QApplication([])
    assert isinstance(program, QApplication)
    with tempfile.TemporaryDirectory() as home:
        os.environ |= {"TRUSTCHECK_DATA": f"{home}/data", "HOME": home, "XDG_CONFIG_HOME": f"{home}/config"}
        application, path = build(os.environ), f"{home}/pictures.trustcheck"
        checks = made(application, path, shipped(application))
        shown = ResultWindow(application, program, _wait)
        shown.open(path, checks)
        for check, look, text, size in product(checks, LOOKS, TEXTS, WINDOWS):
            names = {each: f"{check}-{each}-{look}-{text}-{size[0]}x{size[1]}" for each in PAGES[check]}
            asked = {each: name for each, name in names.items() if all(part in name.split("-") for part in wanted)}
            if asked:
                shown.wear(look, text, size)
                shown.take_up(check)
            for place, name in asked.items():
                yield from _pictures(shown, place, folder / f"{name}.png")
        shown.window.close()


def _pictures(shown: ResultWindow, place: Place, target: Path) -> Iterator[Path]:
    page = shown.go(place)
    if place is Place.REPORT:
        _wait(lambda: any(each.has_picture for each in page.findChildren(PdfSheet)))
    QTest.qWait(_SETTLES)
    shown.window.grab().save(str(target))
    yield target
    if isinstance(page, QScrollArea) and page.verticalScrollBar().maximum():
        whole = target.with_stem(f"{target.stem}-whole")
        page.widget().grab().save(str(whole))
        yield whole


def _wait(for_it: Callable[[], bool]) -> None:
    until = QDeadlineTimer(60_000)
    while not for_it() and not until.hasExpired():
        QTest.qWait(10)


if __name__ == "__main__":
    place = Path(sys.argv[1])
    place.mkdir(parents=True, exist_ok=True)
    for taken in take(place, sys.argv[2:]):
        print(taken)
