"""What is put into a data file comes back as it was."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests import builders
from trustcheck.app.ports import NewRound, NotOpened, NotSaved
from trustcheck.domain.checks.round import NAME_LIMIT, NOTE_LIMIT, Promise, RoundState
from trustcheck.domain.questionnaire.answers import Answer, Fact, PracticeAnswer
from trustcheck.domain.questionnaire.model import Form, Perspective
from trustcheck.storage.store import SqliteStore, open_store

TODAY = date(2026, 11, 22)


def test_a_new_round_is_open_empty_and_asks_what_its_form_asks(store: SqliteStore, new: NewRound) -> None:
    full = store.rounds.round(store.rounds.begin(new)).summary
    pulse = store.rounds.round(
        store.rounds.begin(replace(new, form=Form.PULSE, perspective=Perspective.LEADER))
    ).summary

    assert (full.state, full.answered, full.asked, full.at_item) == (RoundState.OPEN, 0, 16, "")
    assert (pulse.form, pulse.perspective, pulse.asked) == (Form.PULSE, Perspective.LEADER, 2)
    assert full.started_on == new.started_on
    assert full.closed_on is None


def test_a_round_keeps_the_questionnaire_exactly_as_it_was_answered(store: SqliteStore, new: NewRound) -> None:
    first = store.rounds.begin(new)
    reworded = replace(new.questionnaire, version="1.1.0", frame="Think of the last two weeks.")
    second = store.rounds.begin(replace(new, questionnaire=reworded))

    assert store.rounds.round(first).questionnaire == new.questionnaire
    assert store.rounds.round(second).questionnaire == reworded


def test_a_point_a_dont_know_and_a_doesnt_apply_are_three_facts(store: SqliteStore, new: NewRound) -> None:
    given = {"A1": Answer(5), "A2": Answer.DONT_KNOW, "A3": Answer.NOT_APPLICABLE}
    round_id = store.rounds.begin(new)

    for item, answer in given.items():
        store.rounds.save_answer(round_id, item, answer)

    assert store.rounds.round(round_id).response.answers == given
    assert store.rounds.round(round_id).summary.answered == 3


def test_a_changed_answer_replaces_and_a_taken_back_answer_is_skipped(store: SqliteStore, new: NewRound) -> None:
    round_id = store.rounds.begin(new)

    for answer in (Answer(2), Answer(4)):
        store.rounds.save_answer(round_id, "A1", answer)
    store.rounds.save_answer(round_id, "A2", Answer(1))
    store.rounds.save_answer(round_id, "A2", None)

    assert store.rounds.round(round_id).response.answers == {"A1": Answer(4)}


def test_notes_facts_and_the_promise_come_back_and_can_be_taken_back(store: SqliteStore, new: NewRound) -> None:
    round_id = store.rounds.begin(new)
    fact = PracticeAnswer("K01", Fact.PARTLY, "The page of March")
    promise = Promise("Ask once a week", date(2027, 2, 14), "Somebody says no", "gi-permission-first")

    store.rounds.save_note(round_id, "A1", "In the Monday meeting")
    store.rounds.save_fact(round_id, "K01", fact)
    store.rounds.save_promise(round_id, Promise("Something else"))
    store.rounds.save_promise(round_id, promise)
    kept = store.rounds.round(round_id)
    assert (kept.notes, kept.facts, kept.promises) == ({"A1": "In the Monday meeting"}, {"K01": fact}, (promise,))
    assert kept.leaders_are == new.leaders_are

    store.rounds.save_note(round_id, "A1", "")
    store.rounds.save_fact(round_id, "K01", None)
    store.rounds.take_back_promise(round_id, 1)
    left = store.rounds.round(round_id)
    assert (left.notes, left.facts, left.promises) == ({}, {}, ())


def test_coming_back_lands_on_the_item_that_was_on_screen(path: Path, new: NewRound) -> None:
    store = open_store(str(path))
    round_id = store.rounds.begin(new)
    store.rounds.save_answer(round_id, "A1", Answer(3))
    store.rounds.save_place(round_id, "A2")
    store.close()

    again = open_store(str(path), create=False)
    try:
        assert again.rounds.round(round_id).summary.at_item == "A2"
        assert again.rounds.round(round_id).response.answers == {"A1": Answer(3)}
    finally:
        again.close()


def test_closing_and_reopening_keep_the_day_and_nothing_finer(store: SqliteStore, new: NewRound) -> None:
    round_id = store.rounds.begin(new)

    store.rounds.close(round_id, TODAY)
    closed = store.rounds.round(round_id).summary
    store.rounds.reopen(round_id)
    reopened = store.rounds.round(round_id).summary

    assert (closed.state, closed.closed_on) == (RoundState.CLOSED, TODAY)
    assert (reopened.state, reopened.closed_on) == (RoundState.OPEN, None)


def test_a_short_form_goes_on_in_full_with_everything_that_was_said(store: SqliteStore, new: NewRound) -> None:
    round_id = store.rounds.begin(replace(new, form=Form.PULSE))
    short = new.questionnaire.pulse
    for item_id in short:
        store.rounds.save_answer(round_id, item_id, Answer(4))
    store.rounds.save_note(round_id, short[0], "In June.")
    store.rounds.save_promise(round_id, Promise("Ask first."))
    store.rounds.save_place(round_id, short[-1])
    store.rounds.close(round_id, TODAY)

    store.rounds.ask_in_full(round_id)
    found = store.rounds.round(round_id)

    assert (found.summary.form, found.summary.state, found.summary.closed_on) == (Form.FULL, RoundState.OPEN, None)
    assert (found.summary.answered, found.summary.asked, found.summary.at_item) == (len(short), 16, "")
    assert found.summary.started_on == new.started_on
    assert found.response.answers == dict.fromkeys(short, Answer(4))
    assert found.response.form is Form.FULL
    assert found.notes == {short[0]: "In June."}
    assert found.promises == (Promise("Ask first."),)


def test_it_is_sealed_again_with_all_its_answers(store: SqliteStore, new: NewRound) -> None:
    round_id = store.rounds.begin(replace(new, form=Form.PULSE))
    store.rounds.save_answer(round_id, new.questionnaire.pulse[0], Answer(4))
    store.rounds.close(round_id, TODAY)
    store.rounds.ask_in_full(round_id)
    store.rounds.save_answer(round_id, "A4", Answer(2))
    store.rounds.close(round_id, TODAY)
    path = store.path
    store.close()

    again = open_store(path, create=False)
    assert again.rounds.round(round_id).response.answer("A4") == Answer(2)
    again.close()


def test_a_check_that_is_gone_or_of_several_people_is_not_asked_in_full(store: SqliteStore, new: NewRound) -> None:
    round_id = store.rounds.begin(replace(new, form=Form.PULSE))
    store.rounds.delete(round_id)

    with pytest.raises(NotSaved):
        store.rounds.ask_in_full(round_id)


def test_rounds_come_newest_first_also_on_one_day(store: SqliteStore, new: NewRound) -> None:
    middle = store.rounds.begin(new)
    newer_on_the_same_day = store.rounds.begin(new)
    older = store.rounds.begin(replace(new, started_on=date(2025, 1, 1)))

    assert [each.id for each in store.rounds.summaries()] == [newer_on_the_same_day, middle, older]


def test_two_rounds_of_one_name_belong_to_one_organisation(store: SqliteStore, new: NewRound) -> None:
    store.rounds.begin(new)
    store.rounds.begin(new)
    store.rounds.begin(replace(new, organisation="Bellwater Council"))

    assert [each.name for each in store.organisations.all()] == ["Bellwater Council", "My workplace"]


def test_an_organisation_is_renamed_but_never_into_another_one(store: SqliteStore, new: NewRound) -> None:
    store.rounds.begin(replace(new, organisation="Bellwater Council"))
    mine = store.rounds.round(store.rounds.begin(new)).summary.organisation

    store.organisations.rename(mine.id, "The mill")
    with pytest.raises(NotSaved, match="another organisation called Bellwater Council"):
        store.organisations.rename(mine.id, "Bellwater Council")

    assert [each.name for each in store.organisations.all()] == ["Bellwater Council", "The mill"]


def test_a_deleted_round_takes_what_only_it_needed(store: SqliteStore, new: NewRound) -> None:
    gone = store.rounds.begin(replace(new, organisation="Bellwater Council"))
    stays = store.rounds.begin(new)
    store.rounds.save_answer(stays, "A1", Answer(2))

    store.rounds.delete(gone)

    assert [each.id for each in store.rounds.summaries()] == [stays]
    assert [each.name for each in store.organisations.all()] == ["My workplace"]
    assert store.rounds.round(stays).response.answers == {"A1": Answer(2)}


def test_an_answer_to_a_deleted_round_is_refused_and_not_called_saved(store: SqliteStore, new: NewRound) -> None:
    round_id = store.rounds.begin(new)
    store.rounds.delete(round_id)

    saves = (
        lambda: store.rounds.save_answer(round_id, "A1", Answer(1)),
        lambda: store.rounds.save_note(round_id, "A1", "words"),
        lambda: store.rounds.save_fact(round_id, "K01", PracticeAnswer("K01", Fact.NO)),
        lambda: store.rounds.save_promise(round_id, Promise("words")),
        lambda: store.rounds.close(round_id, TODAY),
    )
    for save in saves:
        with pytest.raises(NotSaved, match="no longer in the data file"):
            save()
    with pytest.raises(NotOpened, match="no longer in the data file"):
        store.rounds.round(round_id)


def test_too_long_a_text_is_refused_with_both_lengths(store: SqliteStore, new: NewRound) -> None:
    round_id = store.rounds.begin(new)
    store.rounds.save_note(round_id, "A1", "x" * NOTE_LIMIT)

    with pytest.raises(NotSaved, match="501 characters; there is room for 500"):
        store.rounds.save_note(round_id, "A1", "y" * (NOTE_LIMIT + 1))
    with pytest.raises(NotSaved):
        store.rounds.save_fact(round_id, "K01", PracticeAnswer("K01", Fact.YES, "y" * (NOTE_LIMIT + 1)))
    with pytest.raises(NotSaved):
        store.rounds.save_promise(round_id, Promise("y" * (NOTE_LIMIT + 1)))
    with pytest.raises(NotSaved, match="121 characters; there is room for 120"):
        store.rounds.begin(replace(new, organisation="y" * (NAME_LIMIT + 1)))

    assert store.rounds.round(round_id).notes == {"A1": "x" * NOTE_LIMIT}
    assert len(store.rounds.summaries()) == 1


@pytest.mark.parametrize(
    "text", ["'); DROP TABLE note; --", "nul \0 inside", "שלום 👋🏽 Ωmega", "two\nlines\ttab", "%s ? :x"]
)
def test_any_text_comes_back_as_it_was(store: SqliteStore, new: NewRound, text: str) -> None:
    round_id = store.rounds.begin(replace(new, organisation=text))
    store.rounds.save_note(round_id, "A1", text)

    assert store.rounds.round(round_id).notes == {"A1": text}
    assert store.rounds.round(round_id).summary.organisation.name == text


def test_half_a_character_from_a_broken_clipboard_does_not_lose_the_note(store: SqliteStore, new: NewRound) -> None:
    round_id = store.rounds.begin(new)

    store.rounds.save_note(round_id, "A1", "before \ud83d after")

    assert store.rounds.round(round_id).notes == {"A1": "before ? after"}


def test_ids_are_drawn_from_the_generator_that_was_handed_in(path: Path, new: NewRound) -> None:
    drawn = iter(range(1001, 2000))
    store = open_store(str(path), draw=lambda bits: next(drawn))
    try:
        round_id = store.rounds.begin(new)
        assert round_id == 1001
        assert store.rounds.summaries()[0].organisation.id in range(1002, 1006)
    finally:
        store.close()


def test_own_questionnaires_of_any_shape_are_kept(store: SqliteStore, new: NewRound) -> None:
    seven_points = builders.questionnaire({"one": {"X": 3}}, points=7, reverse=("X2",))
    round_id = store.rounds.begin(replace(new, questionnaire=seven_points))

    store.rounds.save_answer(round_id, "X3", Answer(7))

    assert store.rounds.round(round_id).questionnaire == seven_points
    assert store.rounds.round(round_id).response.answers == {"X3": Answer(7)}
