"""Something nobody foresaw, as the person before the window meets it: once, calmly, with a way on."""

import os
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QRect, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.finding import enlarge, named, nameless, words_on
from trustcheck.app.answering.personal import Saving
from trustcheck.app.ports import NotSaved
from trustcheck.bootstrap import build
from trustcheck.ui.kit.buttons import Button
from trustcheck.ui.kit.focus_ring import Ring
from trustcheck.ui.kit.look import Look
from trustcheck.ui.navigation.trouble import Trouble, TroubleSheet
from trustcheck.ui.shell.main_window import SMALLEST, MainWindow
from trustcheck.ui.shell.places import Place
from trustcheck.ui.shell.saving import SavingQueue

WHERE = "  trustcheck.ui.answering.sitting, line 96, in back\nbuiltins.KeyError"
ELSEWHERE = "  trustcheck.ui.home.home, line 12, in show\nbuiltins.ValueError"
HAPPENED = "Something happened that TrustCheck did not expect."


class Files:
    """As much of the open data file as trouble wants to know: its queue, or that there is none."""

    def __init__(self, queue: SavingQueue | None) -> None:
        self.queue = queue

    @property
    def flow(self) -> "Files | None":
        return self if self.queue is not None else None

    @property
    def file(self) -> "Files":
        return self


class Desk:
    """A window with one button on its page, and what is said over it."""

    def __init__(self, look: Look, qapp: QApplication, qtbot: QtBot, queue: SavingQueue | None) -> None:
        self._qtbot = qtbot
        self.window = MainWindow(look, qapp)
        qtbot.addWidget(self.window)
        self.page = Button(look, "A button of the page")
        self.window.add_page(Place.HOME, self.page)
        self.trouble = Trouble(self.window, build(os.environ))
        self.trouble.watch(Files(queue))  # type: ignore[arg-type]
        self.asked: list[str] = []
        self.window.may_close = lambda: self.asked.append("close") or True  # type: ignore[func-returns-value,assignment]
        with qtbot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()
        self.window.go_to(Place.HOME)
        self.page.setFocus()

    def meets(self, *details: str) -> None:
        for each in details:
            self.trouble.tell(each)
        QApplication.processEvents()

    @property
    def sheet(self) -> TroubleSheet:
        return self.window.findChildren(TroubleSheet)[0]

    @property
    def is_interrupted(self) -> bool:
        return any(each.isVisible() for each in self.window.findChildren(TroubleSheet))

    def buttons(self) -> list[str]:
        return [each.accessibleName() for each in self.sheet.findChildren(Button) if each.isVisible()]

    def choose(self, name: str) -> None:
        QTest.keyClick(named(self.sheet, Button, name), Qt.Key.Key_Return)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(QApplication.focusWidget(), key, modifiers)


@pytest.fixture
def queue(qapp: QApplication) -> SavingQueue:
    return SavingQueue(qapp)


@pytest.fixture
def desk(look: Look, qapp: QApplication, qtbot: QtBot, queue: SavingQueue) -> Desk:
    return Desk(look, qapp, qtbot, queue)


def drop(window: MainWindow) -> None:
    """Let go of a data file over the window."""
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile("/a/check.trustcheck")])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPoint(5, 5), Qt.DropAction.CopyAction, carried, buttons, keys))


# -- what is said


def test_it_says_what_happened_what_is_safe_and_what_to_do(desk: Desk) -> None:
    desk.meets(WHERE)

    read = words_on(desk.sheet)
    assert HAPPENED in read
    assert "Everything that waited to be saved is on this computer." in read
    assert "close TrustCheck and open it again" in read
    assert desk.buttons() == ["Details", "Go on", "Close TrustCheck", "Copy details", "Open log folder"]
    assert QApplication.focusWidget() is named(desk.sheet, Button, "Go on")


def test_what_waits_is_saved_before_it_is_said(desk: Desk, queue: SavingQueue) -> None:
    may_write, written = threading.Event(), []

    def write() -> None:
        assert may_write.wait(10)
        written.append("answer")

    queue.put(Saving(write))
    threading.Timer(0.05, may_write.set).start()
    desk.meets(WHERE)

    assert written == ["answer"]
    assert "Everything that waited to be saved is on this computer" in words_on(desk.sheet)


def test_what_could_not_be_saved_is_tried_once_more(desk: Desk, queue: SavingQueue, qtbot: QtBot) -> None:
    tries: list[str] = []

    def write() -> None:
        tries.append("again")
        if len(tries) == 1:
            raise NotSaved("The disk is full.")

    with qtbot.waitSignal(queue.failed):
        queue.put(Saving(write))
    desk.meets(WHERE)

    assert "Everything that waited to be saved is on this computer" in words_on(desk.sheet)


def test_what_is_not_saved_is_said_to_be_on_the_screen(desk: Desk, queue: SavingQueue, qtbot: QtBot) -> None:
    def write() -> None:
        raise NotSaved("The disk is full.")

    with qtbot.waitSignal(queue.failed):
        queue.put(Saving(write))
    desk.meets(WHERE)

    read = words_on(desk.sheet)
    assert "Something is not saved yet. It is still on the screen" in read
    assert "Try again" in read
    assert queue.waiting == 1


def test_without_a_data_file_nothing_was_touched(look: Look, qapp: QApplication, qtbot: QtBot) -> None:
    desk = Desk(look, qapp, qtbot, None)
    desk.meets(WHERE)
    desk.trouble.wait_for_the_disk()

    assert "No data file is open" in words_on(desk.sheet)


def test_a_second_failure_only_adds_to_the_count(desk: Desk) -> None:
    desk.meets(WHERE)
    assert "times" not in words_on(desk.sheet)

    desk.meets(ELSEWHERE, WHERE)

    assert len(desk.window.findChildren(TroubleSheet)) == 1
    assert "It has happened 3 times by now." in words_on(desk.sheet)
    assert desk.sheet.details.count("KeyError") == desk.sheet.details.count("ValueError") == 1


def test_the_details_unfold_and_are_the_very_text_that_is_copied(desk: Desk) -> None:
    desk.meets(WHERE)
    box = desk.sheet.card.box
    assert not box.isVisible()

    desk.choose("Details")
    desk.choose("Copy details")

    assert box.isVisible()
    assert QGuiApplication.clipboard().text() == box.toPlainText()
    about, *places = box.toPlainText().splitlines()
    assert "\n".join(places) == WHERE
    assert about.startswith("TrustCheck ")
    assert str(Path.home()) not in about
    assert "Details copied" in desk.buttons()


def test_what_is_met_on_a_thread_is_said_too(desk: Desk, qtbot: QtBot) -> None:
    thread = threading.Thread(target=lambda: desk.trouble.tell(WHERE))
    thread.start()
    thread.join()

    qtbot.waitUntil(lambda: desk.is_interrupted)


# -- ways on


@pytest.mark.parametrize("way", ["button", "escape"])
def test_going_on_gives_the_page_and_the_keyboard_back(desk: Desk, way: str) -> None:
    desk.meets(WHERE)

    if way == "button":
        desk.choose("Go on")
    else:
        desk.press(Qt.Key.Key_Escape)

    assert not desk.is_interrupted
    assert QApplication.focusWidget() is desk.page


def test_closing_asks_the_window_as_always(desk: Desk) -> None:
    desk.meets(WHERE)

    desk.choose("Close TrustCheck")

    assert desk.asked == ["close"]
    assert not desk.window.isVisible()


def test_a_window_that_may_not_close_shows_why(desk: Desk) -> None:
    desk.window.may_close = lambda: desk.window.say("Something is not saved yet.") or False  # type: ignore[func-returns-value,assignment]
    desk.meets(WHERE)

    desk.choose("Close TrustCheck")

    assert not desk.is_interrupted
    assert desk.window.notice.isVisible()
    desk.window.may_close = lambda: True


def test_the_log_folder_is_opened_and_nothing_else(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    desk.meets(WHERE)

    desk.choose("Open log folder")

    assert [each.toLocalFile() for each in opened] == [os.environ["TRUSTCHECK_DATA"]]


def test_tab_goes_round_on_the_sheet_and_reaches_all_of_it(desk: Desk) -> None:
    desk.meets(WHERE)
    desk.choose("Details")
    forth, back = [], []

    for met, key in ((forth, Qt.Key.Key_Tab), (back, Qt.Key.Key_Backtab)):
        for _step in range(6):
            desk.press(key)
            focus = QApplication.focusWidget()
            assert focus is not None
            assert desk.sheet.isAncestorOf(focus)
            met.append(focus)

    assert len(set(forth)) == len(set(back)) == 6
    assert nameless(desk.sheet) == []


def test_nothing_below_is_to_be_reached_while_it_lies_there(desk: Desk) -> None:
    desk.meets(WHERE)

    assert desk.window.is_interrupted
    assert desk.sheet.geometry() == desk.window.rect()
    below = desk.page.mapTo(desk.window, desk.page.rect().center())
    at = desk.window.childAt(below)
    assert at is desk.sheet or desk.sheet.isAncestorOf(at)


def test_nothing_is_taken_in_while_it_lies_there(desk: Desk) -> None:
    taken: list[str] = []
    desk.window.dropped.connect(taken.append)
    desk.meets(WHERE)

    drop(desk.window)
    desk.choose("Go on")
    assert taken == []

    drop(desk.window)
    assert len(taken) == 1


# -- what it must not do


def test_a_failure_that_comes_again_and_again_lies_in_the_way_three_times(desk: Desk) -> None:
    for _time in range(3):
        desk.meets(WHERE)
        assert desk.is_interrupted
        desk.choose("Go on")

    desk.meets(WHERE)
    assert not desk.is_interrupted

    desk.meets(ELSEWHERE)
    assert desk.is_interrupted


def test_a_sheet_that_cannot_be_shown_is_not_tried_for_ever(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[str] = []

    def broken(sheet: TroubleSheet, body: str, *, may_leave: bool) -> None:
        tried.append(body)
        desk.trouble.tell(ELSEWHERE)
        raise ZeroDivisionError

    monkeypatch.setattr(TroubleSheet, "ask", broken)
    with qtbot.captureExceptions() as met:
        desk.meets(WHERE)
    assert [kind for kind, _error, _where in met] == [ZeroDivisionError]
    desk.meets(WHERE, ELSEWHERE)

    assert len(tried) == 1


def test_a_long_row_of_failures_is_counted_so_far(desk: Desk) -> None:
    desk.meets(*[WHERE] * 150)

    assert "It has happened 99 times by now." in words_on(desk.sheet)


def test_different_failures_without_end_fill_no_sheet(desk: Desk) -> None:
    desk.meets(*[f"  trustcheck.ui.home.home, line {line}, in show" for line in range(50)])

    assert len(desk.sheet.details.splitlines()) == 6


def test_while_the_laptop_goes_round_there_is_one_way_on_and_no_way_out(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: desk.asked.append("folder"))
    desk.window.keeps_closed = True
    desk.meets(WHERE)

    assert desk.buttons() == ["Details", "Go on", "Copy details"]
    assert "tell whoever passed you this computer" in words_on(desk.sheet)
    desk.sheet.close_asked.emit()
    desk.sheet.folder_asked.emit()
    assert desk.asked == []


def test_what_is_met_behind_the_cover_waits_until_somebody_lifts_it(desk: Desk) -> None:
    desk.window.cover()
    desk.meets(WHERE, WHERE)
    assert not desk.is_interrupted

    desk.window.uncover()

    assert desk.is_interrupted
    assert "It has happened 2 times by now." in words_on(desk.sheet)


def test_the_cover_lies_over_it_and_gives_it_the_keyboard_back(desk: Desk) -> None:
    desk.meets(WHERE)
    desk.window.cover()

    middle = desk.window.rect().center()
    at = desk.window.childAt(middle)
    assert at is not None
    assert at is not desk.sheet
    assert not desk.sheet.isAncestorOf(at)

    desk.window.uncover()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert desk.sheet.isAncestorOf(focus)


def test_a_window_that_is_closed_is_not_opened_again(desk: Desk) -> None:
    desk.window.close()

    desk.meets(WHERE)

    assert desk.window.findChildren(TroubleSheet) == []


# -- how it looks


def out_of_sight(sheet: TroubleSheet) -> list[str]:
    """The names of buttons that are not whole within the window."""
    row = [each for each in sheet.findChildren(Button) if each.isVisible() and each is not sheet.card.fold]
    places = {each.accessibleName(): QRect(each.mapTo(sheet, QPoint(0, 0)), each.size()) for each in row}
    return [name for name, place in places.items() if not sheet.rect().contains(place)]


def test_its_buttons_are_in_sight_in_the_smallest_window_with_the_largest_text(desk: Desk, look: Look) -> None:
    desk.window.resize(*SMALLEST)
    desk.meets(WHERE)
    desk.choose("Details")

    for scale in (1.0, 1.5, 2.0):
        enlarge(look, scale)
        QApplication.processEvents()
        assert out_of_sight(desk.sheet) == []
    enlarge(look, 1.0)


def test_it_follows_the_window(desk: Desk, qtbot: QtBot) -> None:
    desk.meets(WHERE)

    desk.window.resize(900, 650)

    qtbot.waitUntil(lambda: desk.sheet.geometry() == desk.window.rect())


def test_the_ring_around_the_details_is_seen_whole(desk: Desk, look: Look, qtbot: QtBot) -> None:
    desk.window.resize(*SMALLEST)
    enlarge(look, 1.5)
    desk.meets(WHERE)

    def ring_is_whole() -> bool:
        rings = [each for each in desk.sheet.findChildren(Ring) if each.is_around(fold)]
        return any(each.visibleRegion().boundingRect() == each.rect() for each in rings)

    fold = named(desk.sheet, Button, "Details")
    QTest.keyClick(fold, Qt.Key.Key_Return)
    fold.setFocus(Qt.FocusReason.TabFocusReason)

    qtbot.waitUntil(ring_is_whole)
    go_on = named(desk.sheet, Button, "Go on")
    assert fold.mapTo(desk.sheet, QPoint()).x() == go_on.mapTo(desk.sheet, QPoint()).x()


def test_what_tab_comes_to_is_in_sight_where_not_all_has_room(desk: Desk, look: Look, qtbot: QtBot) -> None:
    desk.window.resize(*SMALLEST)
    enlarge(look, 1.5)
    desk.meets(WHERE)
    fold = named(desk.sheet, Button, "Details")

    desk.press(Qt.Key.Key_Backtab)

    qtbot.waitUntil(lambda: QApplication.focusWidget() is fold)
    qtbot.waitUntil(lambda: fold.visibleRegion().boundingRect() == fold.rect())
