"""After a window that closed without its goodbye, the next one says where the answers are, and names nobody."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests import builders
from tests.ui.room import BOTH, open_check, setup
from trustcheck.app.ports import NewRound, NotOpened, Store
from trustcheck.domain.questionnaire.answers import Answer
from trustcheck.domain.questionnaire.model import Form, Perspective
from trustcheck.storage.store import open_store
from trustcheck.ui.navigation.last_time import where_answers_are

ASKED = builders.questionnaire({"people": {"A": 10}, "openness": {"B": 10}})
PLACE = "Bellwater Council"
HERE, SHEETS = "Everything that was saved is in this file.", "Every sheet that was put away is here."


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(str(tmp_path / "mine.trustcheck"))
    yield opened
    opened.close()


def begun(store: Store, answered: int) -> int:
    round_id = store.rounds.begin(NewRound(PLACE, Form.FULL, Perspective.STAFF, ASKED, "", date(2026, 11, 22)))
    for item in ASKED.order[:answered]:
        store.rounds.save_answer(round_id, item, Answer(4))
    return round_id


def test_the_furthest_question_with_an_answer_is_named(store: Store) -> None:
    round_id = begun(store, 11)
    store.rounds.save_place(round_id, ASKED.order[11])

    assert where_answers_are(store) == "Your answers up to question 11 are here."


def test_going_back_to_an_earlier_question_loses_nothing_of_it(store: Store) -> None:
    round_id = begun(store, 11)
    store.rounds.save_place(round_id, ASKED.order[2])

    assert where_answers_are(store) == "Your answers up to question 11 are here."


def test_a_check_without_an_answer_yet_names_no_question(store: Store) -> None:
    begun(store, 0)

    assert where_answers_are(store) == HERE


def test_a_finished_check_is_in_the_file(store: Store) -> None:
    store.rounds.close(begun(store, 20), date(2026, 11, 23))

    assert where_answers_are(store) == HERE


def test_an_empty_file_holds_what_was_saved(store: Store) -> None:
    assert where_answers_are(store) == HERE


def test_a_check_that_several_people_answer_names_the_three_words(store: Store) -> None:
    open_check(store, setup(perspectives=BOTH))

    words = where_answers_are(store)

    assert words.startswith(SHEETS)
    assert "three words" in words
    assert "Northgate" not in words


def test_while_the_laptop_goes_round_nobody_hears_of_anybodys_own_answers(store: Store) -> None:
    begun(store, 11)
    store.groups.lock_round(open_check(store, setup()), b"a lock")

    assert where_answers_are(store).startswith(SHEETS)


def test_a_file_that_will_not_be_read_now_says_so_itself_later(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object) -> None:
        raise NotOpened("The file has gone.")

    monkeypatch.setattr(type(store.rounds), "summaries", refuse)

    assert where_answers_are(store) == HERE
