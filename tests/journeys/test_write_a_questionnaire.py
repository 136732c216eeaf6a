"""Somebody rewords a shipped question, adds two of their own, saves, answers and reads the result: keyboard alone."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from tests.person.alone import answers
from tests.person.keyboard import Person
from tests.person.program import Program
from trustcheck.app.refusals import Refused
from trustcheck.domain.questionnaire.model import Perspective
from trustcheck.ui.shell.places import Place

Start = Callable[[], Program]
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def rewrite(person: Person, field: str, words: str) -> None:
    person.tab_to(field)
    person.press(Qt.Key.Key_A, CTRL)
    person.write(words)


def writing(program: Start, how: str) -> tuple[Program, Person]:
    """A new questionnaire is being written, begun as a button says."""
    running = program()
    person = running.start()
    person.arrives_at(Place.WELCOME)
    person.press(Qt.Key.Key_K, CTRL)
    person.arrives_at(Place.QUESTIONNAIRES)
    person.choose("Write your own")
    person.choose(how)
    person.arrives_at(Place.AUTHORING)
    return running, person


def test_two_own_questions_stand_beside_the_shipped_ones_and_in_the_result(program: Start) -> None:
    running, person = writing(program, "The shipped questions, and two of your own beside them")

    rewrite(person, "Question 1 of 2", "Our rooms are never quiet.")
    person.sees("“never” is a no.")
    person.press(Qt.Key.Key_Tab)
    rewrite(person, "Question 1 of 2", "Our rooms are quiet.")
    person.press(Qt.Key.Key_Z, CTRL)
    person.sees("Our rooms are never quiet.")
    person.press(Qt.Key.Key_Y, CTRL)
    person.sees("Everybody reads: Our rooms are quiet.")
    person.choose("Save version 1.0.0")
    person.sees("1 thing is still to be done.")
    person.write("{Leaders} tell us the rota in time.")
    person.sees("Leaders read: We leaders tell us the rota in time.")

    person.choose("Good intent")
    person.sees("Take this theme out")
    rewrite(person, "Question 1 of 4", "Leaders here ask first.")
    person.choose("See it as people will")
    person.arrives_at(Place.TRYING_OUT)
    person.sees("Leaders here ask first.")
    person.choose("Leave for now")
    person.arrives_at(Place.AUTHORING)
    person.choose("Save version 1.0.0")
    person.arrives_at(Place.QUESTIONNAIRES)
    person.sees("version 1.0.0, is saved")

    library = running.application.library()
    (name,) = library.names()
    asked = library.questionnaire(name)
    assert asked.wording("GI1", Perspective.STAFF) == "Leaders here ask first."
    assert [each.text for each in asked.own_questions] == [
        "Our rooms are quiet.",
        "{Leaders} tell us the rota in time.",
    ]
    assert "# From low to high." in library.text(name)

    person.choose("Translate Trust and openness, our version")
    person.arrives_at(Place.TRANSLATING)
    person.sees("where the originals are the same")
    person.press(Qt.Key.Key_Left, ALT)
    person.arrives_at(Place.QUESTIONNAIRES)
    (german,) = library.listed()[0].translations
    assert german.language == "de"
    assert set(german.missing) <= {"title", "items.GI1.text", "items.own-1.text", "items.own-2.text"}

    person.press(Qt.Key.Key_Home, Qt.KeyboardModifier.AltModifier)
    person.arrives_at(Place.WELCOME)
    person.choose("Just me")
    person.arrives_at(Place.START)
    person.tab_to("Trust and openness")
    person.press(Qt.Key.Key_Right)
    person.choose("Trust and openness, our version")
    person.sees("42 questions")
    person.choose("Begin")
    person.arrives_at(Place.QUESTION)
    answers(person, "4" * 40 + "25")
    person.arrives_at(Place.REVIEW)
    person.choose("See my result")
    person.arrives_at(Place.OVERVIEW)
    person.press(Qt.Key.Key_2, CTRL)
    person.arrives_at(Place.THEMES)
    person.choose("Your own questions")
    person.sees("Our rooms are quiet.")


def test_what_was_written_is_there_when_somebody_comes_back(program: Start) -> None:
    running, person = writing(program, "From nothing")
    person.choose("All questionnaires")
    person.arrives_at(Place.QUESTIONNAIRES)
    assert running.application.library().names() == ()
    person.choose("From nothing")
    person.arrives_at(Place.AUTHORING)
    rewrite(person, "What the questionnaire is called", "Handing over")
    person.choose("All questionnaires")
    person.arrives_at(Place.QUESTIONNAIRES)
    person.sees("own-questionnaire-1-1_0_0-draft")
    running.close()

    person = program().start()
    person.arrives_at(Place.WELCOME)
    person.press(Qt.Key.Key_K, CTRL)
    person.sees("own-questionnaire-1-1_0_0-draft")
    person.choose("Change own-questionnaire-1-1_0_0-draft")
    person.arrives_at(Place.AUTHORING)
    person.sees("Handing over")


def test_back_leads_from_trying_out_to_writing_to_the_list_and_what_was_removed_stays_away(program: Start) -> None:
    running, person = writing(program, "The shipped questions, to change")
    rewrite(person, "What the questionnaire is called", "Ours")
    person.choose("See it as people will")
    person.arrives_at(Place.TRYING_OUT)
    person.press(Qt.Key.Key_Left, ALT)
    person.arrives_at(Place.AUTHORING)
    person.press(Qt.Key.Key_F1)
    person.arrives_at(Place.HELP)
    person.press(Qt.Key.Key_Left, ALT)
    person.arrives_at(Place.AUTHORING)
    person.press(Qt.Key.Key_Left, ALT)
    person.arrives_at(Place.QUESTIONNAIRES)
    person.sees("Ours")
    person.press(Qt.Key.Key_Left, ALT)
    person.arrives_at(Place.WELCOME)

    person.press(Qt.Key.Key_K, CTRL)
    person.choose("Change Ours")
    person.arrives_at(Place.AUTHORING)
    rewrite(person, "What the questionnaire is called", "Ours again")
    person.press(Qt.Key.Key_K, CTRL)
    person.arrives_at(Place.QUESTIONNAIRES)
    person.sees("Ours")
    person.choose("Remove Ours\u2026")
    person.choose("Remove it")
    person.sees("is removed.")
    running.close()
    assert running.application.library().names() == ()


def test_a_window_is_not_closed_over_words_that_could_not_be_kept_before_it_was_said(
    program: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    running, person = writing(program, "From nothing")

    def full(*_given: object) -> None:
        raise Refused("The disk is full.")

    monkeypatch.setattr("trustcheck.catalog.own_questionnaires.FileLibrary.save", full)
    rewrite(person, "What the questionnaire is called", "Handing over")
    assert not running.window.close()
    person.sees("The disk is full. Close once more to leave without what you wrote last.")
    # There is room again, and later there is none: it is said anew.
    monkeypatch.undo()
    assert running.navigator.frame.may_close()
    monkeypatch.setattr("trustcheck.catalog.own_questionnaires.FileLibrary.save", full)
    rewrite(person, "What the questionnaire is called", "Handing over work")
    assert not running.window.close()
    assert running.window.close()
