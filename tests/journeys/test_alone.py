"""One person, alone in the evening, with the keyboard only: from the first start to the saved report."""

from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication

from tests.person.alone import answers, begins
from tests.person.program import Program
from trustcheck.app.application import Application
from trustcheck.app.portraits.result import result_of
from trustcheck.domain.checks.round import RoundState
from trustcheck.domain.questionnaire.answers import Answer, Fact
from trustcheck.domain.questionnaire.model import Form
from trustcheck.settings import Settings
from trustcheck.ui.shell.places import Place

Start = Callable[[], Program]
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def test_digits_alone_lead_through_the_questions_and_backspace_leads_back(
    program: Start, application: Application
) -> None:
    """As the program comes: nobody has chosen anything in the settings."""
    application.settings.save(Settings())
    running = program()
    person = running.start()
    begins(person, pulse=True)
    for number in range(1, 4):
        person.sees(f"Question {number} of 12")
        person.write("4")
    person.sees("Question 4 of 12")

    person.press(Qt.Key.Key_Backspace)

    person.sees("Question 3 of 12")
    person.waits_for(lambda: running.flow.rounds()[0].answered == 3)


def test_begin_pressed_twice_begins_one_check(program: Start, application: Application) -> None:
    running = program()
    person = running.start()
    person.choose("Just me")
    person.arrives_at(Place.START)
    person.choose("Begin")
    person.press(Qt.Key.Key_Space)
    person.arrives_at(Place.QUESTION)
    person.waits_for(lambda: not running.is_busy)

    assert running.navigator.flow is not None
    assert len(running.navigator.flow.rounds()) == 1


def test_somebody_answers_looks_promises_and_saves_the_report_without_a_mouse(
    program: Start, report_file: Path, application: Application
) -> None:
    running = program()
    person = running.start()
    begins(person)
    answers(person, "4534" * 9 + "402n")
    person.arrives_at(Place.REVIEW)
    person.sees("All 40 questions are answered.")
    person.choose("See my result")
    person.arrives_at(Place.OVERVIEW)
    person.sees("Trust in your people")

    person.press(Qt.Key.Key_3, CTRL)
    person.arrives_at(Place.SAY_DO)
    person.tab_to("Yes")
    person.press(Qt.Key.Key_Space)
    person.sees("1 of 20 known")

    person.press(Qt.Key.Key_4, CTRL)
    person.arrives_at(Place.SUGGESTIONS)
    person.choose("Promise this")
    person.arrives_at(Place.PROMISE)

    person.press(Qt.Key.Key_E, CTRL)
    person.arrives_at(Place.REPORT)
    person.sees("This is the very file that will be saved.")
    running.files.to_save = str(report_file)
    person.choose("Save PDF")
    person.sees("Saved as")

    told = "\n".join(page.extract_text() for page in pypdf.PdfReader(report_file).pages)
    assert "Trust report" in told
    assert "have not yet been validated" in " ".join(told.split())
    running.close()

    store = application.open_store(application.own_data_file)
    kept = store.rounds.round(store.rounds.summaries()[0].id)
    assert kept.summary.state is RoundState.CLOSED
    assert kept.response.answer(kept.questionnaire.order[-1]) == Answer.NOT_APPLICABLE
    assert kept.response.answer(kept.questionnaire.order[-3]) == Answer.DONT_KNOW
    assert [fact.fact for fact in kept.facts.values()] == [Fact.YES]
    assert result_of(kept).story.sentence
    store.close()


def test_leaving_and_coming_back_lands_on_the_question_that_was_on_screen(program: Start) -> None:
    first = program()
    person = first.start()
    begins(person)
    answers(person, "3333333333")
    person.sees("Question 11 of 40")
    first.close()

    person = program().start()
    person.arrives_at(Place.HOME)
    person.sees("You stopped at question 11 of 40")
    person.choose("Go on")
    person.arrives_at(Place.QUESTION)
    person.sees("Question 11 of 40")


def test_a_note_is_written_and_an_answer_taken_back_and_given_again(program: Start, application: Application) -> None:
    running = program()
    person = running.start()
    begins(person)
    person.write("5")
    person.press(Qt.Key.Key_E)
    person.write("The all-hands in March.")
    person.press(Qt.Key.Key_Escape)
    person.press(Qt.Key.Key_Return)
    person.sees("Question 2 of 40")
    person.press(Qt.Key.Key_Z, CTRL)
    person.sees("Question 1 of 40")
    person.press(Qt.Key.Key_Y, CTRL)
    running.close()

    store = application.open_store(application.own_data_file)
    kept = store.rounds.round(store.rounds.summaries()[0].id)
    first = kept.questionnaire.order[0]
    assert kept.notes == {first: "The all-hands in March."}
    assert kept.response.answer(first) == Answer(5)
    store.close()


def test_the_short_form_gives_two_numbers_and_no_themes(program: Start) -> None:
    person = program().start()
    begins(person, pulse=True)
    answers(person, "434343434343")
    person.arrives_at(Place.REVIEW)
    person.choose("See my result")
    person.arrives_at(Place.OVERVIEW)
    person.sees("Trust in your people")
    assert "Safe to speak" not in person.reads()


def test_changing_an_answer_opens_the_check_again_and_the_result_follows(
    program: Start, application: Application
) -> None:
    running = program()
    person = running.start()
    begins(person)
    answers(person, "3" * 40)
    person.arrives_at(Place.REVIEW)
    person.choose("See my result")
    person.arrives_at(Place.OVERVIEW)
    person.press(Qt.Key.Key_2, CTRL)
    person.arrives_at(Place.THEMES)
    person.choose("Change this answer")
    person.arrives_at(Place.QUESTION)
    person.write("5")
    person.press(Qt.Key.Key_Return)
    person.arrives_at(Place.REVIEW)
    person.choose("See my result")
    person.arrives_at(Place.OVERVIEW)
    running.close()

    store = application.open_store(application.own_data_file)
    kept = store.rounds.round(store.rounds.summaries()[0].id)
    assert kept.summary.state is RoundState.CLOSED
    assert Answer(5) in kept.response.answers.values()
    store.close()


def test_the_screen_can_be_hidden_and_comes_back_where_it_was(program: Start) -> None:
    running = program()
    person = running.start()
    begins(person)
    person.press(Qt.Key.Key_H, CTRL | Qt.KeyboardModifier.ShiftModifier)
    person.waits_for(lambda: running.window.is_covered)
    person.press(Qt.Key.Key_4)
    person.press(Qt.Key.Key_Space)
    person.waits_for(lambda: not running.window.is_covered)
    person.press(Qt.Key.Key_Return)
    person.sees("Nothing chosen yet. S skips it.")


def test_a_short_form_goes_on_with_the_other_questions(program: Start, application: Application) -> None:
    running = program()
    person = running.start()
    begins(person, pulse=True)
    answers(person, "343434343434")
    person.arrives_at(Place.REVIEW)
    person.choose("See my result")
    person.arrives_at(Place.OVERVIEW)
    person.press(Qt.Key.Key_4, CTRL)
    person.arrives_at(Place.SUGGESTIONS)
    person.choose("Answer the other 28 questions")
    person.arrives_at(Place.QUESTION)
    asked = running.flow.file.store.rounds.round(running.flow.rounds()[0].id).questionnaire
    number = asked.asked(Form.FULL).index(next(each for each in asked.order if each not in asked.pulse)) + 1
    person.sees(f"Question {number} of 40")
    assert running.flow.rounds()[0].state is RoundState.CLOSED

    for item_id in (each for each in asked.order if each not in asked.pulse):
        person.sees(f"Question {asked.order.index(item_id) + 1} of 40")
        person.write("5")
        person.press(Qt.Key.Key_Return)
    person.arrives_at(Place.REVIEW)
    person.sees("All 40 questions are answered.")
    person.choose("See my result")
    person.arrives_at(Place.OVERVIEW)
    person.waits_for(lambda: not running.is_busy)
    running.close()

    store = application.open_store(application.own_data_file)
    (only,) = store.rounds.summaries()
    kept = store.rounds.round(only.id)
    assert (only.form, only.state, only.answered) == (Form.FULL, RoundState.CLOSED, 40)
    assert {kept.response.answer(each) for each in asked.pulse} == {Answer(3), Answer(4)}
    assert all(theme.score is not None for theme in result_of(kept).themes)
    store.close()


def test_the_short_result_stays_where_nothing_new_was_answered(program: Start) -> None:
    running = program()
    person = running.start()
    begins(person, pulse=True)
    answers(person, "343434343434")
    person.arrives_at(Place.REVIEW)
    person.choose("See my result")
    person.arrives_at(Place.OVERVIEW)
    person.press(Qt.Key.Key_4, CTRL)
    person.choose("Answer the other 28 questions")
    person.arrives_at(Place.QUESTION)

    person.press(Qt.Key.Key_Home, ALT)
    person.arrives_at(Place.HOME)

    (only,) = running.flow.rounds()
    assert (only.form, only.state, only.asked) == (Form.PULSE, RoundState.CLOSED, 12)


def test_a_check_is_deleted_only_after_a_second_word(program: Start, application: Application) -> None:
    running = program()
    person = running.start()
    begins(person, pulse=True)
    answers(person, "343434343434")
    person.arrives_at(Place.REVIEW)
    person.choose("See my result")
    person.arrives_at(Place.OVERVIEW)
    person.press(Qt.Key.Key_Home, ALT)
    person.arrives_at(Place.HOME)
    deleting = next(name for name in names_on(running) if name.startswith("Delete"))
    person.choose(deleting)
    person.sees("12 answers go with it")
    assert len(running.navigator.flow.rounds()) == 1
    person.choose("Delete the check")
    person.sees("No check yet.")
    running.close()

    store = application.open_store(application.own_data_file)
    assert store.rounds.summaries() == ()
    store.close()


def names_on(running: Program) -> list[str]:
    """The names of all buttons on the screen."""
    page = running.window.stack.currentWidget()
    return [each.accessibleName() for each in page.findChildren(QAbstractButton) if each.isVisible()]


@pytest.mark.parametrize("key", ["0", "n"])
def test_declining_is_an_answer_and_enter_goes_on(program: Start, key: str) -> None:
    person = program().start()
    begins(person)
    answers(person, key)
    person.sees("Question 2 of 40")


def test_the_sample_is_looked_at_and_left_for_ones_own(program: Start) -> None:
    running = program()
    person = running.start()
    person.arrives_at(Place.WELCOME)
    person.choose("Look at a sample first")
    person.arrives_at(Place.OVERVIEW)
    person.press(Qt.Key.Key_Home, ALT)
    person.arrives_at(Place.HOME)
    person.sees("A sample: an invented person at an invented place.")
    person.choose("Back to my own")
    person.arrives_at(Place.WELCOME)


def test_a_file_that_is_no_data_file_is_refused_in_one_sentence_and_left_alone(program: Start, tmp_path: Path) -> None:
    foreign = tmp_path / "letter.trustcheck"
    foreign.write_text("Dear all,", encoding="utf-8")
    running = program()
    person = running.start(str(foreign))
    person.arrives_at(Place.NOT_OPENED)
    person.sees("is not a TrustCheck data file.")
    person.sees("Choose a file that ends in .trustcheck.")
    person.sees("It was not touched.")
    assert foreign.read_text(encoding="utf-8") == "Dear all,"
    assert [each.name for each in tmp_path.iterdir()] == ["letter.trustcheck"]


def test_settings_take_effect_at_once_and_are_kept(program: Start, application: Application) -> None:
    running = program()
    person = running.start()
    person.arrives_at(Place.WELCOME)
    person.press(Qt.Key.Key_Plus, CTRL)
    person.press(Qt.Key.Key_Plus, CTRL)
    person.waits_for(lambda: running.window.look.scale == 1.25)
    assert application.settings.load().text_size == 125
    person.press(Qt.Key.Key_0, CTRL)
    person.waits_for(lambda: running.window.look.scale == 1.0)
    running.window.commands.action("look-dark").trigger()
    person.waits_for(lambda: running.window.look.theme.dark)
    assert QApplication.palette().window().color() == running.window.look.ink("canvas")
