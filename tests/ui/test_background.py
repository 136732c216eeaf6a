"""Work in the background: told on the main thread, stopped when asked, silent when nobody is left."""

import logging
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QObject, QThreadPool
from pytestqt.qtbot import QtBot

from trustcheck.app.ports import Closed, Progress, Refused
from trustcheck.ui.kit.background import Task, run


class Listener(QObject):
    """Whoever asked for the work."""

    def __init__(self) -> None:
        super().__init__()
        self.values: list[object] = []
        self.refusals: list[Refused] = []
        self.steps: list[tuple[int, int]] = []
        self.threads: set[int] = set()

    def then(self, value: object) -> None:
        self.threads.add(threading.get_ident())
        self.values.append(value)

    def otherwise(self, refused: Refused) -> None:
        self.threads.add(threading.get_ident())
        self.refusals.append(refused)

    def step(self, done: int, of: int) -> None:
        self.threads.add(threading.get_ident())
        self.steps.append((done, of))


def ended(qtbot: QtBot, begin: Callable[[], Task]) -> Task:
    task = begin()
    with qtbot.waitSignal(task.ended):
        pass
    return task


def test_the_value_arrives_on_the_main_thread_though_the_work_was_done_elsewhere(qtbot: QtBot) -> None:
    heard = Listener()
    where: list[int] = []

    def work(_progress: Progress) -> str:
        where.append(threading.get_ident())
        return "a report"

    ended(qtbot, lambda: run(work, heard.then, heard.otherwise))

    assert heard.values == ["a report"]
    assert heard.threads == {threading.get_ident()}
    assert where[0] != threading.get_ident()


def test_each_step_is_told_in_order_on_the_main_thread(qtbot: QtBot) -> None:
    heard = Listener()

    def work(progress: Progress) -> None:
        for page in range(4):
            progress(page, 4)

    ended(qtbot, lambda: run(work, heard.then, heard.otherwise, heard.step))

    assert heard.steps == [(0, 4), (1, 4), (2, 4), (3, 4)]
    assert heard.threads == {threading.get_ident()}


def test_whoever_asked_of_a_file_that_was_closed_meanwhile_is_told_nothing(qtbot: QtBot) -> None:
    heard = Listener()

    def work(_progress: Progress) -> None:
        raise Closed("The data file is closed.")

    ended(qtbot, lambda: run(work, heard.then, heard.otherwise))

    assert heard.values == heard.refusals == []


def test_a_refusal_is_handed_on_as_it_is(qtbot: QtBot) -> None:
    heard, why = Listener(), Refused("The disk is full.", "The old report is whole.")

    def work(_progress: Progress) -> None:
        raise why

    ended(qtbot, lambda: run(work, heard.then, heard.otherwise))

    assert heard.refusals == [why]
    assert not heard.values


def test_any_other_error_becomes_one_calm_sentence_and_a_line_in_the_log(
    qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    heard = Listener()

    def work(_progress: Progress) -> None:
        raise ZeroDivisionError

    with caplog.at_level(logging.ERROR):
        ended(qtbot, lambda: run(work, heard.then, heard.otherwise))

    (refused,) = heard.refusals
    assert refused.sentence == "That did not work."
    assert "ZeroDivisionError" not in str(refused)
    assert "ZeroDivisionError" in caplog.text


def test_a_cancelled_task_stops_at_its_next_step_and_tells_nothing(qtbot: QtBot) -> None:
    heard, at_work, go_on, reached = Listener(), threading.Event(), threading.Event(), []

    def work(progress: Progress) -> str:
        at_work.set()
        go_on.wait()
        progress(1, 2)
        reached.append("the step after")
        return "too late"

    task = run(work, heard.then, heard.otherwise, heard.step)
    at_work.wait()
    task.cancel()
    go_on.set()
    with qtbot.waitSignal(task.ended):
        pass

    assert task.is_cancelled
    assert not task.is_running
    assert (heard.values, heard.refusals, heard.steps, reached) == ([], [], [], [])


def test_what_is_cancelled_before_its_turn_came_is_not_begun(qtbot: QtBot) -> None:
    begun: list[int] = []
    pool, goes_on = QThreadPool.globalInstance(), threading.Event()
    workers = pool.maxThreadCount()
    pool.setMaxThreadCount(1)
    try:
        first = run(lambda _progress: goes_on.wait(), lambda _value: None, lambda _refused: None)
        second = run(lambda _progress: begun.append(1), lambda _value: None, lambda _refused: None)
        second.cancel()
        with qtbot.waitSignals([first.ended, second.ended]):
            goes_on.set()
    finally:
        goes_on.set()
        pool.setMaxThreadCount(workers)

    assert begun == []


def test_cancelling_after_the_work_is_done_but_before_it_is_told_keeps_it_untold(qtbot: QtBot) -> None:
    heard, done = Listener(), threading.Event()

    def work(progress: Progress) -> str:
        progress(1, 1)
        done.set()
        return "made"

    task = run(work, heard.then, heard.otherwise, heard.step)
    done.wait()
    task.cancel()
    with qtbot.waitSignal(task.ended):
        pass

    assert (heard.values, heard.steps) == ([], [])


def test_nobody_is_called_once_the_one_who_asked_is_gone(qtbot: QtBot) -> None:
    heard, at_work, go_on = Listener(), threading.Event(), threading.Event()
    told: list[str] = []

    def work(_progress: Progress) -> str:
        at_work.set()
        go_on.wait()
        return "made"

    task = run(work, told.append, lambda refused: told.append(str(refused)), owner=heard)
    at_work.wait()
    shiboken6.delete(heard)
    go_on.set()
    with qtbot.waitSignal(task.ended):
        pass

    assert told == []


def test_a_method_of_an_object_that_is_gone_is_never_called(qtbot: QtBot) -> None:
    heard, at_work, go_on = Listener(), threading.Event(), threading.Event()

    def work(_progress: Progress) -> str:
        at_work.set()
        go_on.wait()
        return "made"

    task = run(work, heard.then, heard.otherwise)
    at_work.wait()
    shiboken6.delete(heard)
    go_on.set()
    with qtbot.waitSignal(task.ended):
        pass

    assert heard.values == []


def test_forgetting_the_task_does_not_stop_it(qtbot: QtBot, tmp_path: Path) -> None:
    heard, go_on = Listener(), threading.Event()

    def work(_progress: Progress) -> str:
        go_on.wait()
        return "made"

    run(work, heard.then, heard.otherwise)
    go_on.set()

    qtbot.waitUntil(lambda: heard.values == ["made"])
