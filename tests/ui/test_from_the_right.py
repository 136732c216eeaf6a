"""In a language that is read from the right the window stands the other way round, every part of it."""

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QScrollBar, QWidget
from pytestqt.qtbot import QtBot

from tests.catalogues import spoken, write_catalogue
from tests.painted import nothing_is_cut, painted_by
from tests.result_window import PAGES, ResultWindow, all_results
from trustcheck.ui.kit.segmented import Segmented
from trustcheck.ui.shell.places import Place

OWN_PAGES = (Place.HOME, Place.SETTINGS, Place.HELP, Place.ABOUT)
INVENTED = "yi"
"""A language that is read from the right, in which every sentence happens to be said as in English: only then do two
windows hold words of one length, and every part of one has its place in the other."""
_CLOSE = 3
"""Pixels: lengths are rounded from other sides."""

Parts = list[tuple[str, QRect, list[tuple[str, QRectF]]]]


def parts_of(page: QWidget) -> Parts:
    """What is seen on a page: what each part is, where it stands in the window, and the words it paints itself;
    Qt sets the lines of labels and fields, each text from where it is read."""
    window = page.window()
    found = []
    for each in page.findChildren(QWidget):
        if each.isVisible() and not each.size().isEmpty() and not isinstance(each, QScrollBar):
            by_qt = isinstance(each, QLabel | QLineEdit) or isinstance(each.parentWidget(), QPlainTextEdit)
            words = [] if by_qt else [(line.text, line.ink) for line in painted_by(each)]
            found.append((type(each).__name__, QRect(each.mapTo(window, QPoint()), each.size()), words))
    return found


def walked(results: ResultWindow) -> Iterator[tuple[str, Parts]]:
    results.take_up("team")
    # The page of the report offers its languages, and nobody has one for this.
    for place in (*(each for each in PAGES["team"] if each is not Place.REPORT), Place.SETTINGS, Place.HELP):
        page = results.go(place)
        results.waits_for(partial(_is_laid_out, page, []))
        yield place, parts_of(page)
    yield "sidebar", parts_of(results.window.sidebar)


def _is_laid_out(page: QWidget, seen: list[int]) -> bool:
    """As many parts as when it was last looked at: what a page is filled with comes bit by bit."""
    seen.append(sum(each.isVisible() for each in page.findChildren(QWidget)))
    return seen[-3:].count(seen[-1]) == 3


@pytest.fixture(scope="module")
def from_the_left(
    qapp: QApplication, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> dict[str, Parts]:
    with all_results(tmp_path_factory.mktemp("left"), qapp, request) as window:
        window.wear("light", 100, (1280, 800))
        return dict(walked(window))


@pytest.fixture(scope="module")
def results(
    from_the_left: dict[str, Parts],
    qapp: QApplication,
    tmp_path_factory: pytest.TempPathFactory,
    request: pytest.FixtureRequest,
) -> Iterator[ResultWindow]:
    folder = tmp_path_factory.mktemp("right")
    write_catalogue(folder / "locales", INVENTED, {})
    try:
        with spoken(folder / "locales", INVENTED), all_results(folder, qapp, request) as window:
            window.wear("light", 100, (1280, 800))
            yield window
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_every_part_of_every_page_stands_on_the_other_side(
    results: ResultWindow, from_the_left: dict[str, Parts]
) -> None:
    wrong = []
    wide = results.window.width()
    for where, parts in walked(results):
        wanted = from_the_left[where]
        if [name for name, _, _ in parts] != [name for name, _, _ in wanted]:
            wrong.append(f"{where}: other parts")
            continue
        for (name, now, words), (_, before, words_before) in zip(parts, wanted, strict=True):
            if abs(wide - now.x() - now.width() - before.x()) > _CLOSE:
                wrong.append(f"{where}: {name} at {now}, not across from {before}")
            wrong += [f"{where}: {name} {said}" for said in _misplaced(words, words_before, now.width())]
    assert wrong == [], "\n".join(wrong[:40])


def _misplaced(words: list[tuple[str, QRectF]], before: list[tuple[str, QRectF]], wide: int) -> Iterator[str]:
    """Those that stand in both as they are: what ends in a full stop or a bracket comes in other pieces."""
    for text, ink in words:
        there = [other for said, other in before if said == text]
        if len(there) != sum(said == text for said, _ in words):
            continue
        reach = 2 * _CLOSE + 0.02 * ink.width()
        if there and not any(abs(wide - ink.center().x() - other.center().x()) <= reach for other in there):
            yield f"paints {text!r} at {ink}, not across from {there}"


def test_the_arrow_keys_follow_the_way_of_reading(results: ResultWindow, qtbot: QtBot) -> None:
    results.go(Place.SETTINGS)
    strip = results.window.page(Place.SETTINGS).findChildren(Segmented)[0]
    first, second = strip.segments[:2]
    first.setChecked(True)
    first.setFocus()

    qtbot.keyClick(first, Qt.Key.Key_Left)

    assert second.isChecked()
    qtbot.keyClick(second, Qt.Key.Key_Right)
    assert first.isChecked()


def test_arrows_lead_the_way_of_reading(results: ResultWindow) -> None:
    """The way back is an arrow to the right."""
    look = results.appearance.look
    back, on = (look.icon(name, "ink", 20).toImage() for name in ("arrow-left", "arrow-right"))

    assert _ink(back, range(10, 20)) > _ink(back, range(10)), "its head is at the right"
    assert _ink(on, range(10)) > _ink(on, range(10, 20))


def _ink(picture: QImage, columns: range) -> int:
    return sum(picture.pixelColor(x, y).alpha() for x in columns for y in range(20))


@pytest.mark.long
@pytest.mark.parametrize("check", ["alone", "team"])
def test_nothing_is_cut_in_a_small_window_with_large_letters(results: ResultWindow, qtbot: QtBot, check: str) -> None:
    results.wear("light", 150, (720, 560))
    results.take_up(check)
    for place in (*PAGES[check], *OWN_PAGES):
        page = results.go(place)

        qtbot.waitUntil(partial(nothing_is_cut, page))
