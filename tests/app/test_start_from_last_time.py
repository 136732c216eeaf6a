"""A check of one person that starts from the last one: what was said stands as a proposal, and counts nowhere."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests import builders
from trustcheck.app.answering.personal import Collecting, Saving, begun
from trustcheck.app.portraits.result import result_of
from trustcheck.app.ports import NewRound
from trustcheck.domain.checks.round import RoundSummary
from trustcheck.domain.questionnaire.answers import Answer, EvidenceGrade, Fact, PracticeAnswer
from trustcheck.domain.questionnaire.model import Form, Perspective, Practice
from trustcheck.storage.store import SqliteStore, open_store

PRACTICES = (Practice("K1", "A", "There is a list."), Practice("K2", "C", "Minutes are kept."))
ASKED = builders.questionnaire(pulse=("A1", "B1", "C1", "D1"), practices=PRACTICES)
THEN, NOW = date(2026, 3, 1), date(2026, 11, 22)
SHOWN = PracticeAnswer("K1", Fact.YES, "the minutes of May", EvidenceGrade.DOCUMENT)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    opened = open_store(str(tmp_path / "mine.trustcheck"))
    yield opened
    opened.close()


@pytest.fixture
def last(store: SqliteStore) -> RoundSummary:
    round_id = store.rounds.begin(NewRound("The mill", Form.FULL, Perspective.STAFF, ASKED, "", THEN))
    for item_id in ("A1", "A2", "B1"):
        store.rounds.save_answer(round_id, item_id, Answer(4))
    store.rounds.save_answer(round_id, "C1", Answer.DONT_KNOW)
    store.rounds.save_note(round_id, "A1", "On Mondays.")
    store.rounds.save_fact(round_id, "K1", SHOWN)
    store.rounds.close(round_id, THEN)
    return store.rounds.round(round_id).summary


def fresh(form: Form = Form.FULL) -> NewRound:
    return NewRound("The mill", form, Perspective.STAFF, ASKED, "", NOW)


def at_once(piece: Saving) -> None:
    piece.work()


def test_answers_and_facts_of_last_time_are_proposed_and_nothing_else_is(
    store: SqliteStore, last: RoundSummary
) -> None:
    of = store.rounds.round(begun(store.rounds, fresh(), last))

    assert of.proposed.answers == {"A1": Answer(4), "A2": Answer(4), "B1": Answer(4), "C1": Answer.DONT_KNOW}
    assert of.proposed.facts == {"K1": SHOWN}
    assert (of.response.answers, of.facts, of.notes) == ({}, {}, {})


def test_what_was_reworded_or_is_not_asked_this_time_is_not_proposed(store: SqliteStore, last: RoundSummary) -> None:
    items = tuple(replace(each, text="Other words.") if each.id == "A1" else each for each in ASKED.items)
    reworded = replace(ASKED, items=items, practices=(replace(PRACTICES[0], text="There is a long list."),))
    other = store.rounds.round(begun(store.rounds, replace(fresh(), questionnaire=reworded), last))
    short = store.rounds.round(begun(store.rounds, fresh(Form.PULSE), last))

    assert (set(other.proposed.answers), dict(other.proposed.facts)) == ({"A2", "B1", "C1"}, {})
    assert set(short.proposed.answers) == {"A1", "B1", "C1"}


def test_nothing_counts_before_it_is_confirmed_and_the_look_back_names_what_is_only_proposed(
    store: SqliteStore, last: RoundSummary
) -> None:
    round_id = begun(store.rounds, fresh(), last)
    work = Collecting(store.rounds, store.rounds.round(round_id), at_once)
    assert work.here.step().proposed == Answer(4)
    work.record("A1", Answer(4))
    work.record("A2", Answer(1))

    found = work.review()
    assert (found.answered, found.proposed, len(found.open)) == (2, 2, 14)
    assert [(line.item_id, line.words) for line in found.open if line.proposed] == [
        ("B1", "Last time: Often"), ("C1", "Last time: I don\u2019t know"),
    ]  # fmt: skip
    work.finish(NOW)
    closed = store.rounds.round(round_id)
    assert dict(closed.response.answers) == {"A1": Answer(4), "A2": Answer(1)}
    result = result_of(closed)
    assert (result.count.points, result.count.skipped) == (2, 14)
    assert result == replace(
        result_of(replace(closed, proposed=type(closed.proposed)())), round=closed, facts=result.facts
    )
    assert [each.practice.id for each in result.facts if each.given] == []


def test_an_answer_taken_back_is_proposed_again_and_a_fact_is_looked_at_once(
    store: SqliteStore, last: RoundSummary
) -> None:
    round_id = begun(store.rounds, fresh(), last)
    work = Collecting(store.rounds, store.rounds.round(round_id), at_once)
    work.record("A1", Answer(2))
    assert work.here.step().proposed is None
    work.record("A1", None)
    store.rounds.save_fact(round_id, "K1", PracticeAnswer("K1", Fact.NO))
    store.rounds.save_fact(round_id, "K1", None)

    assert work.here.step().proposed == Answer(4)
    assert store.rounds.round(round_id).proposed.facts == {}
    assert store.rounds.round(last.id).facts == {"K1": SHOWN}
