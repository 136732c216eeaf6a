"""Taking one person's answers, with a store that remembers what it was asked to write, in order."""

from dataclasses import replace
from datetime import date

import pytest

from tests import builders
from trustcheck.app.answering.personal import Collecting, Saving
from trustcheck.app.ports import Refused
from trustcheck.domain.checks.marks import AnswerMark
from trustcheck.domain.checks.round import RoundState
from trustcheck.domain.questionnaire.answers import Answer
from trustcheck.domain.questionnaire.model import Form

ASKED = builders.questionnaire()
TODAY = date(2026, 11, 22)


class RecordingStore:
    """Writes down what it was asked to keep."""

    def __init__(self) -> None:
        self.kept: list[tuple[object, ...]] = []

    def __getattr__(self, name: str) -> object:
        return lambda *given: self.kept.append((name, *given))


@pytest.fixture
def store() -> RecordingStore:
    return RecordingStore()


def at_once(piece: Saving) -> None:
    piece.work()


def collecting(store: RecordingStore, state: RoundState = RoundState.OPEN) -> Collecting:
    of = builders.personal_round(ASKED, {"A1": 3})
    return Collecting(store, replace(of, summary=replace(of.summary, state=state)), at_once)


def test_an_answer_is_shown_and_saved(store: RecordingStore) -> None:
    here = collecting(store).record("A2", Answer(4))

    assert here.response.answer("A2") == Answer(4)
    assert store.kept == [("save_answer", 1, "A2", Answer(4))]


def test_the_same_answer_again_is_not_written_again(store: RecordingStore) -> None:
    collecting(store).record("A1", Answer(3))

    assert store.kept == []


def test_clearing_forgets_the_answer(store: RecordingStore) -> None:
    here = collecting(store).record("A1", None)

    assert here.response.answer("A1") is None
    assert store.kept == [("save_answer", 1, "A1", None)]


@pytest.mark.parametrize("answer", [Answer.DONT_KNOW, Answer.NOT_APPLICABLE, Answer(1), Answer(5)])
def test_every_point_and_both_ways_of_declining_are_taken(store: RecordingStore, answer: Answer) -> None:
    assert collecting(store).record("A2", answer).response.answer("A2") == answer


def test_a_point_above_the_scale_is_refused_and_changes_nothing(store: RecordingStore) -> None:
    work = collecting(store)

    with pytest.raises(Refused, match="takes 1 to 5, not 6"):
        work.record("A2", Answer(6))

    assert work.here.response.answer("A2") is None
    assert store.kept == []
    assert not work.can_undo


def test_a_question_that_is_not_asked_is_refused(store: RecordingStore) -> None:
    work = collecting(store)

    for attempt in (lambda: work.record("Z9", Answer(1)), lambda: work.go_to("Z9"), lambda: work.note("Z9", "x")):
        with pytest.raises(Refused, match="no question Z9"):
            attempt()


def test_the_place_is_remembered_when_it_changes(store: RecordingStore) -> None:
    work = collecting(store)

    work.forward()
    work.back()
    work.back()

    assert store.kept == [("save_place", 1, "A2"), ("save_place", 1, "A1")]


def test_a_note_is_cut_at_five_hundred_characters(store: RecordingStore) -> None:
    here = collecting(store).note("A1", "x" * 700)

    assert here.notes["A1"] == "x" * 500
    assert store.kept == [("save_note", 1, "A1", "x" * 500)]


def test_an_unchanged_note_is_not_written_again(store: RecordingStore) -> None:
    work = collecting(store)
    work.note("A1", "In March.")
    work.note("A1", "In March.")

    assert store.kept == [("save_note", 1, "A1", "In March.")]


def test_undo_takes_the_answer_back_where_it_was_given(store: RecordingStore) -> None:
    work = collecting(store)
    work.record("A1", Answer(5))
    work.go_to("C4")
    store.kept.clear()

    here = work.undo()

    assert here.item_id == "A1"
    assert here.response.answer("A1") == Answer(3)
    assert store.kept == [("save_answer", 1, "A1", Answer(3)), ("save_place", 1, "A1")]


def test_redo_gives_it_again(store: RecordingStore) -> None:
    work = collecting(store)
    work.record("A1", Answer(5))
    work.undo()
    assert work.can_redo

    here = work.redo()

    assert here.response.answer("A1") == Answer(5)
    assert store.kept[-1] == ("save_answer", 1, "A1", Answer(5))
    assert not work.can_redo


def test_undo_with_nothing_done_changes_nothing(store: RecordingStore) -> None:
    work = collecting(store)
    before = work.here

    assert work.undo() == before
    assert work.redo() == before
    assert store.kept == []


def test_finishing_closes_the_round_with_open_questions_left_open(store: RecordingStore) -> None:
    work = collecting(store)

    work.finish(TODAY)

    assert work.is_closed
    assert store.kept == [("close", 1, TODAY)]


@pytest.mark.parametrize("change", [lambda work: work.record("A2", Answer(2)), lambda work: work.undo()])
def test_changing_an_answer_opens_a_closed_round_again_before_it_is_written(store: RecordingStore, change) -> None:
    work = collecting(store)
    work.record("A1", Answer(4))
    work.finish(TODAY)
    store.kept.clear()

    change(work)

    assert [each[0] for each in store.kept][:2] == ["reopen", "save_answer"]
    assert not work.is_closed


def test_a_round_that_was_closed_before_opens_again_too(store: RecordingStore) -> None:
    work = collecting(store, RoundState.CLOSED)

    work.record("A1", Answer(4))

    assert [each[0] for each in store.kept] == ["reopen", "save_answer"]


def test_looking_back_and_moving_about_leave_a_closed_round_closed(store: RecordingStore) -> None:
    work = collecting(store, RoundState.CLOSED)

    work.go_to("B2")
    work.record("A1", Answer(3))

    assert work.is_closed
    assert work.review().answered == 1


def test_answers_come_one_after_the_other_with_a_subject_of_their_own(store: RecordingStore) -> None:
    pieces: list[Saving] = []
    of = builders.personal_round(ASKED, {})
    work = Collecting(store, replace(of, summary=replace(of.summary, state=RoundState.OPEN)), pieces.append)

    work.record("A1", Answer(1))
    work.record("A2", Answer(2))
    work.forward()

    assert [piece.subject for piece in pieces] == ["answer A1", "answer A2", "place"]
    assert store.kept == []


def test_saying_something_about_an_answer_is_kept_beside_it_and_opens_no_closed_check(store: RecordingStore) -> None:
    work, flag = collecting(store, RoundState.CLOSED), AnswerMark(flagged=True)
    work.mark("A1", flag)
    work.mark("A1", flag)

    assert (work.here.step().mark, work.is_closed) == (flag, True)
    assert store.kept == [("save_mark", 1, "A1", flag)]


SHORT = builders.questionnaire(pulse=("A1", "B1", "C1", "D1"))


def beyond_the_short_form(store: RecordingStore) -> Collecting:
    of = builders.personal_round(SHORT, dict.fromkeys(SHORT.pulse, 3), form=Form.PULSE)
    closed = replace(of, summary=replace(of.summary, state=RoundState.CLOSED, closed_on=TODAY))
    return Collecting(store, closed, at_once, in_full=True)


def test_looking_at_the_other_questions_changes_nothing(store: RecordingStore) -> None:
    work = beyond_the_short_form(store)
    work.forward()
    work.finish(TODAY)

    assert work.is_closed
    assert store.kept == []


def test_the_first_new_answer_makes_the_check_one_of_all_questions(store: RecordingStore) -> None:
    work = beyond_the_short_form(store)
    work.record("A2", Answer(4))
    work.record("A3", Answer(2))

    assert store.kept == [
        ("ask_in_full", 1),
        ("save_place", 1, "A2"),
        ("save_answer", 1, "A2", Answer(4)),
        ("save_answer", 1, "A3", Answer(2)),
    ]
    assert not work.is_closed
    assert {each: work.here.response.answer(each) for each in SHORT.pulse} == dict.fromkeys(SHORT.pulse, Answer(3))


def test_so_does_a_note_on_one_of_them(store: RecordingStore) -> None:
    beyond_the_short_form(store).note("A2", "In June.")

    assert store.kept == [("ask_in_full", 1), ("save_place", 1, "A2"), ("save_note", 1, "A2", "In June.")]


def test_finishing_closes_it_once_more(store: RecordingStore) -> None:
    work = beyond_the_short_form(store)
    work.record("A2", Answer(4))
    work.finish(TODAY)

    assert store.kept[-1] == ("close", 1, TODAY)
