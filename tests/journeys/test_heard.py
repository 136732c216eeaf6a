"""A check that is answered by somebody who only listens, with a reader that hears no announcements."""

import sys
from collections import defaultdict
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.person.listening import Listener
from tests.person.program import Program
from tests.reader import found_by_a_reader
from trustcheck.domain.questionnaire.model import Form, Perspective
from trustcheck.ui.kit import text as aloud
from trustcheck.ui.shell.places import Place

Start = Callable[[], Program]
Key = Qt.Key
NOT_SAVED = "This answer is not saved yet. The disk says it is full."


@pytest.fixture
def listener(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Listener]:
    monkeypatch.setattr(aloud, "HEARS_ANNOUNCEMENTS", False)
    begun = Listener(qtbot)
    yield begun
    begun.leave()


@pytest.fixture
def answering(program: Start, listener: Listener) -> Program:
    """At the first of twelve questions, by the keyboard alone."""
    running = program()
    person = running.start()
    listener.hears("Just me")
    person.choose("Just me")
    listener.hears("Before you begin.")
    person.tab_to("All questions")
    person.press(Key.Key_Right)
    person.press(Key.Key_Space)
    person.choose("Begin")
    listener.hears("Question 1 of 12")
    listener.hears("Almost never")
    return running


def test_the_first_page_says_where_we_are_and_what_can_be_done(program: Start, listener: Listener) -> None:
    program().start()

    heard = listener.hears("Just me")

    assert heard.startswith("Welcome to TrustCheck")
    assert heard.endswith("Just me button A quiet look at the place where you work.")


def test_a_new_page_that_begins_with_a_line_of_text_is_told_a_moment_later_too(
    program: Start, listener: Listener
) -> None:
    """Orca 43.1 says nothing of a line that gets the keyboard in the moment it is made."""
    person = program().start()
    listener.hears("Just me")

    person.choose("Just me")

    assert listener.hears("What shall we call").endswith("What shall we call the place you have in mind? text")
    assert listener.hears("What shall we call").startswith("Before you begin.")


def test_every_question_is_said_once_with_its_position_and_before_its_answers(
    answering: Program, listener: Listener
) -> None:
    """Also where the keyboard stays on the first answer: two questions are two groups."""
    begun = len(listener.said)

    for number in range(2, 5):
        answering.person.press(Key.Key_S)
        listener.hears(f"Question {number} of 12")
        listener.hears("Almost never")

    asked = answering.flow.file.store.rounds.round(answering.flow.rounds()[0].id).questionnaire
    heard = listener.said[begun:]
    assert heard[::2] == [
        f"Question {number} of 12. {asked.wording(asked.asked(Form.PULSE)[number - 1], Perspective.STAFF)}"
        for number in range(2, 5)
    ]
    assert heard[1::2] == ["Almost never, 1 of 5 radio button not chosen"] * 3


def test_an_answer_is_heard_as_chosen_and_then_as_saved(answering: Program, listener: Listener) -> None:
    answering.person.press(Key.Key_4)

    assert listener.hears("Often") == "Often, 4 of 5 radio button chosen"
    assert listener.hears("Saved") == "Saved"


def test_what_keeps_enter_from_going_on_is_heard(answering: Program, listener: Listener) -> None:
    answering.person.press(Key.Key_Return)

    assert listener.hears("Nothing") == "Nothing chosen yet. S skips it."


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of a file to stand in for a disk")
def test_what_is_not_saved_takes_the_keyboard_and_holds_enter_until_it_is(
    answering: Program, listener: Listener, qtbot: QtBot
) -> None:
    from tests.person.not_saved import full_disk

    person = answering.person
    with full_disk(answering):
        person.press(Key.Key_4)
        listener.hears("Often")

        assert listener.hears(NOT_SAVED).startswith(f"Try again button {NOT_SAVED}")
        with qtbot.waitSignal(answering.flow.file.queue.failed):
            person.press(Key.Key_Return)
        person.sees("Question 1 of 12")
        assert "Saved" not in found_by_a_reader()

        # Whoever goes back to the question all the same is not let past it in the belief that all is well.
        person.tab_to("Often, 4 of 5")
        listener.hears("Often")
        person.press(Key.Key_Return)
        listener.hears(f"Try again button {NOT_SAVED}")
    person.press(Key.Key_Return)

    assert listener.hears("Often").startswith("Question 1 of 12.")
    listener.hears("Saved")
    person.press(Key.Key_Return)
    listener.hears("Question 2 of 12")


def test_what_comes_of_it_is_heard_sentence_table_and_preview(program: Start, listener: Listener) -> None:
    """Of the sample: it is there at once, and the pages are the same."""
    running = program()
    person = running.start()
    person.choose("Look at a sample first")
    person.arrives_at(Place.OVERVIEW)
    assert "Overview. You describe Openness as something you see now and then" in listener.hears("Overview.")

    person.choose("Show as table")
    person.tab_to("All scores as a table")
    listener.hears("All scores as a table table")
    said = said_in_the_table()
    assert said[QAccessible.Role.ColumnHeader][:2] == ["Theme", "Score"]
    assert said[QAccessible.Role.Cell][:2] == ["Trust in your people", "57"]

    person.press(Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert "Themes. Good intent" in listener.hears("on this page")

    person.press(Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    person.sees("This is the very file that will be saved.")
    listener.hears("Report")
    listener.hears("Preview of the report, page 1 of")
    person.press(Key.Key_PageDown)
    listener.hears("Preview of the report, page 2 of")


def said_in_the_table() -> dict[QAccessible.Role, list[str]]:
    """The names of all cells of the table that has the keyboard, by role, row by row."""
    table, said = QAccessible.queryAccessibleInterface(QApplication.focusWidget()), defaultdict(list)
    for each in map(table.child, range(table.childCount())):
        said[each.role()].append(each.text(QAccessible.Text.Name))
    return said
