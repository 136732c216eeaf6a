"""Undo and redo of answers."""

from trustcheck.app.answering.sheet import Change, History
from trustcheck.domain.questionnaire.answers import Answer

FIRST = Change("A1", None, Answer(3))
SECOND = Change("A1", Answer(3), Answer(4))


def test_undo_gives_the_change_that_takes_the_last_one_back() -> None:
    change, rest = History().with_change(FIRST).with_change(SECOND).undo()

    assert change == Change("A1", Answer(4), Answer(3))
    assert rest.done == (FIRST,)


def test_redo_gives_the_change_again() -> None:
    _, after = History().with_change(FIRST).undo()

    change, rest = after.redo()

    assert change == FIRST
    assert rest == History((FIRST,))


def test_nothing_done_is_nothing_to_undo() -> None:
    assert History().undo() == (None, History())
    assert History().redo() == (None, History())


def test_a_new_change_ends_what_could_be_done_again() -> None:
    _, undone = History().with_change(FIRST).undo()

    assert undone.with_change(SECOND).redo()[0] is None
