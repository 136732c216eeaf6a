"""Forgotten objects go on the main thread: a worker that met one with a running clock would end the program."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from tests.patience import PATIENCE
from trustcheck.ui.kit.background import is_at_work, run
from trustcheck.ui.navigation.run import IdleCollecting, tidy


@pytest.fixture
def generations() -> Iterator[list[int]]:
    """Which generations Python has looked through."""
    found: list[int] = []

    def note(_phase: str, info: dict[str, int]) -> None:
        found.append(info["generation"])

    gc.callbacks.append(note)
    yield found
    gc.callbacks.remove(note)


class Forgotten:
    """Holds itself, so that only tidying lets it go."""

    def __init__(self) -> None:
        self.own = self


@pytest.fixture
def tidied_on() -> Iterator[list[threading.Thread]]:
    """The threads on which Python has tidied."""
    threads: list[threading.Thread] = []

    def note(_phase: str, _info: dict[str, int]) -> None:
        threads.append(threading.current_thread())

    gc.callbacks.append(note)
    yield threads
    gc.callbacks.remove(note)


def make_many() -> None:
    kept = [Forgotten() for _each in range(20_000)]
    assert len(kept) == 20_000


def test_a_worker_never_tidies_and_the_main_thread_does(qtbot: QtBot, tidied_on: list[threading.Thread]) -> None:
    program = QCoreApplication.instance()
    assert program is not None
    tidying = IdleCollecting(program)
    forgotten = weakref.ref(Forgotten())
    worker = threading.Thread(target=make_many)
    worker.start()
    worker.join()

    try:
        assert worker not in tidied_on
        qtbot.waitUntil(lambda: forgotten() is None)
        assert set(tidied_on) == {threading.main_thread()}
    finally:
        tidying.stop()


def test_the_oldest_objects_are_looked_through_only_while_nothing_is_worked_out(
    qtbot: QtBot, tidied_on: list[threading.Thread], generations: list[int]
) -> None:
    """All that a large check makes on its way lives long: looking through it holds the window up for half a second."""
    begun, go_on, ended = threading.Event(), threading.Event(), list[object]()

    def work(_progress: object) -> None:
        begun.set()
        go_on.wait(PATIENCE / 1000)

    def tidy_often() -> None:
        """As often as would bring the oldest generation to its turn."""
        for _time in range(3 * gc.get_threshold()[1] * gc.get_threshold()[2]):
            kept = [Forgotten() for _each in range(gc.get_threshold()[0] + 1)]
            tidy()
            del kept

    program = QCoreApplication.instance()
    assert program is not None
    tidying = IdleCollecting(program)
    try:
        run(work, ended.append, ended.append, owner=program)
        qtbot.waitUntil(begun.is_set)
        tidy_often()
        assert set(generations) == {0, 1}

        go_on.set()
        qtbot.waitUntil(lambda: bool(ended) and not is_at_work())
        tidy_often()
        assert 2 in generations
        assert set(tidied_on) == {threading.main_thread()}
    finally:
        go_on.set()
        tidying.stop()


def test_the_program_itself_is_not_looked_through_again_and_again(qapp: QCoreApplication) -> None:
    before = gc.get_freeze_count()
    tidying = IdleCollecting(qapp)
    try:
        assert gc.get_freeze_count() > before + 10_000
    finally:
        tidying.stop()
    assert gc.get_freeze_count() == 0


@pytest.mark.parametrize("by_itself", [True, False])
def test_after_the_window_python_tidies_as_it_did_before(qapp: QCoreApplication, by_itself: bool) -> None:
    before, turn = gc.isenabled(), {True: gc.enable, False: gc.disable}
    turn[by_itself]()
    try:
        tidying = IdleCollecting(qapp)
        assert not gc.isenabled()

        tidying.stop()

        assert gc.isenabled() is by_itself
    finally:
        turn[before]()
