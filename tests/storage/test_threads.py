"""Saving runs on one thread and reading on another; neither loses nor muddles anything."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest

from trustcheck.app.ports import NewRound, NotSaved
from trustcheck.domain.questionnaire.answers import Answer
from trustcheck.storage.store import SqliteStore, open_store


def together(*works: Callable[[], object]) -> None:
    with ThreadPoolExecutor(len(works)) as pool:
        for each in [pool.submit(work) for work in works]:
            each.result()


def test_two_threads_that_save_lose_nothing(store: SqliteStore, new: NewRound) -> None:
    rounds = [store.rounds.begin(new), store.rounds.begin(new)]

    def answer(round_id: int, point: int) -> None:
        for turn in range(10):
            for item in new.questionnaire.order:
                store.rounds.save_answer(round_id, item, Answer(1 + (point + turn) % 5))

    together(*(lambda at=at: answer(rounds[at], at) for at in range(2)))

    last = [set(store.rounds.round(each).response.answers.values()) for each in rounds]
    assert last == [{Answer(1 + 9 % 5)}, {Answer(1 + 10 % 5)}]
    assert [store.rounds.round(each).summary.answered for each in rounds] == [16, 16]


def test_reading_beside_saving_sees_whole_states_that_only_grow(store: SqliteStore, new: NewRound) -> None:
    round_id = store.rounds.begin(new)
    done = Event()
    seen: list[int] = []

    def save() -> None:
        for item in new.questionnaire.order:
            store.rounds.save_answer(round_id, item, Answer(3))
        done.set()

    def read() -> None:
        while not done.is_set():
            kept = store.rounds.round(round_id)
            assert kept.summary.answered == len(kept.response.answers)
            seen.append(kept.summary.answered)

    together(save, read, read)

    assert seen
    assert store.rounds.round(round_id).summary.answered == 16


def test_a_reader_never_waits_for_a_writer(store: SqliteStore, new: NewRound) -> None:
    round_id = store.rounds.begin(new)

    with store.file.writing("") as connection:
        connection.exec_driver_sql("UPDATE round SET at_item = 'A2'")
        with ThreadPoolExecutor(1) as pool:
            assert pool.submit(lambda: store.rounds.round(round_id).summary.at_item).result(timeout=300) == ""

    assert store.rounds.round(round_id).summary.at_item == "A2"


def test_saving_after_closing_is_refused_in_words(path: Path, new: NewRound) -> None:
    store = open_store(str(path))
    round_id = store.rounds.begin(new)
    store.close()

    with pytest.raises(NotSaved, match="The data file is closed"):
        store.rounds.save_answer(round_id, "A1", Answer(1))
    assert [each.name for each in path.parent.iterdir()] == [path.name]
