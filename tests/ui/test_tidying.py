"""Forgotten objects go on the main thread: a worker that met one with a running clock would end the program."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from trustcheck.ui.shell.run import IdleCollecting


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
