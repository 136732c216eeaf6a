"""Something breaks under a person's hands: they read one calm sheet, go on, and nothing of theirs is in any of it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from tests.person.alone import answers, begins
from tests.person.broken import CLIENT, HAPPENED, NOTE, Watched, fail, is_interrupted, quotes_nobody
from tests.person.ending import Start, ended_without_goodbye
from tests.person.going_round import begin_going_round, check_in, sit_down
from tests.person.program import Program
from trustcheck.app.answering.group_sitting import GroupSitting
from trustcheck.app.answering.personal import Collecting
from trustcheck.app.application import Application
from trustcheck.storage.store import open_store
from trustcheck.ui.kit.buttons import Button
from trustcheck.ui.shell.places import Place

Key, ALT, CTRL = Qt.Key, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def test_somebody_goes_on_after_a_failure_and_closes_with_everything_saved(
    watched: Watched, application: Application, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    running = watched.start()
    person = running.start()
    begins(person)
    answers(person, "453")
    person.sees("Question 4 of")
    person.write("2")
    person.press(Key.Key_E)
    person.write(NOTE)
    person.press(Key.Key_Escape)

    with monkeypatch.context() as broken:
        broken.setattr(Collecting, "back", fail)
        person.press(Key.Key_Left, ALT)
        person.sees(HAPPENED)
    person.sees("Everything that waited to be saved is on this computer.")
    person.press(Key.Key_Left, ALT)
    person.press(Key.Key_Comma, CTRL)
    assert running.window.place is Place.QUESTION

    person.choose("Copy details")
    copied = QGuiApplication.clipboard().text()
    assert "trustcheck.ui.answering.sitting, line " in copied
    assert "builtins.KeyError" in copied
    assert "builtins.ValueError" in copied
    person.choose("Details")
    person.sees(copied)
    log = application.folders.log_file.read_text()
    assert copied.split("\n", 1)[1] in log
    quotes_nobody(copied)
    quotes_nobody(log)
    said = "".join(capsys.readouterr())
    quotes_nobody(said.replace(str(application.folders.log_file), ""))

    person.choose("Go on")
    assert not is_interrupted(running)
    person.press(Key.Key_Left, ALT)
    person.sees("Question 3 of")

    with monkeypatch.context() as broken:
        broken.setattr(Collecting, "back", fail)
        person.press(Key.Key_Left, ALT)
        person.sees(HAPPENED)
        person.choose("Close TrustCheck")
    assert not running.window.isVisible()
    store = open_store(application.own_data_file, create=False)
    found = store.rounds.round(store.rounds.summaries()[0].id)
    store.close()
    assert sorted(each.code for _item, each in found.response) == [2, 3, 4, 5]
    assert list(found.notes.values()) == [NOTE]


def test_while_the_laptop_goes_round_a_failure_opens_no_door(
    watched: Watched, application: Application, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "answers.trustcheck"
    round_id = check_in(path)
    running = watched.start()
    person = running.start(str(path))
    person.waits_for(lambda: running.navigator.flow is not None)
    running.navigator.flow.group.take_up(round_id)
    begin_going_round(person)
    sit_down(person)
    person.write("4")
    person.press(Key.Key_Return)
    person.sees("Question 2 of")

    monkeypatch.setattr(GroupSitting, "back", fail)
    person.press(Key.Key_Left, ALT)
    person.sees(HAPPENED)

    read = person.reads()
    assert "Open log folder" not in read
    assert "Close TrustCheck" not in read
    for keys in ((Key.Key_O, CTRL), (Key.Key_Comma, CTRL), (Key.Key_Home, ALT), (Key.Key_1, CTRL)):
        person.press(*keys)
        assert running.window.place is Place.QUESTION
    person.press(Key.Key_H, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert running.window.is_covered
    person.press(Key.Key_Space)
    person.sees(HAPPENED)
    person.press(Key.Key_Escape)
    assert not is_interrupted(running)
    person.sees("Question 2 of")
    quotes_nobody(application.folders.log_file.read_text())


def test_a_mistake_in_all_that_is_painted_holds_nobody_up_and_quotes_nobody(
    watched: Watched, application: Application, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    running = watched.start()
    person = running.start()
    person.arrives_at(Place.WELCOME)

    monkeypatch.setattr(Button, "paintEvent", lambda button, event: fail(button))
    running.window.update()
    person.sees(HAPPENED)
    for _time in range(3):
        person.waits_for(lambda: is_interrupted(running))
        person.press(Key.Key_Escape)
        running.window.update()
    person.press(Key.Key_Q, CTRL)
    person.waits_for(lambda: not running.window.isVisible())

    log = application.folders.log_file.read_text()
    assert log.count("unexpected\n") == 1
    quotes_nobody(log)
    quotes_nobody("".join(capfd.readouterr()).replace(str(application.folders.log_file), ""))


def goodbyes(running: Program) -> str:
    return running.window.notice.words if running.window.notice.isVisible() else ""


def test_the_next_start_says_up_to_which_question_the_answers_are_here(program: Start) -> None:
    first = program()
    begins(first.start())
    answers(first.person, "45345345345")
    first.person.sees("Question 12 of")
    first.close()

    running = ended_without_goodbye(program)
    person = running.start()
    person.arrives_at(Place.HOME)
    person.sees("TrustCheck closed without saying goodbye. Your answers up to question 11 are here.")
    person.choose("Close this note")
    assert goodbyes(running) == ""


def test_it_is_said_once_for_each_ending(program: Start, application: Application) -> None:
    open_store(application.own_data_file).close()
    running = ended_without_goodbye(program)
    person = running.start()
    person.sees("Everything that was saved is in this file.")
    person.choose("Close this note")

    running.navigator.files.open_file(application.own_data_file)

    person.arrives_at(Place.HOME)
    assert goodbyes(running) == ""


def test_above_a_list_that_is_read_behind_the_window_it_names_no_client(program: Start, tmp_path: Path) -> None:
    path = tmp_path / "answers.trustcheck"
    check_in(path)
    running = ended_without_goodbye(program)
    person = running.start(str(path))

    person.sees("Every sheet that was put away is here.")

    person.arrives_at(Place.HOME)
    person.tab_to(f"Go on: {CLIENT}")
    assert "Northgate" not in goodbyes(running)


def test_between_two_people_it_says_that_a_half_filled_sheet_comes_back(program: Start, tmp_path: Path) -> None:
    path = tmp_path / "answers.trustcheck"
    round_id = check_in(path)
    first = program()
    person = first.start(str(path))
    person.waits_for(lambda: first.navigator.flow is not None)
    first.navigator.flow.group.take_up(round_id)
    begin_going_round(person)
    first.close()

    running = ended_without_goodbye(program)
    person = running.start(str(path))
    person.arrives_at(Place.HAND_OVER)
    person.sees("One that was half filled comes back with its three words.")
    person.choose("Close this note")
    assert goodbyes(running) == ""


def test_a_sample_is_nobodys_and_the_sentence_waits_for_a_file_of_theirs(
    program: Start, application: Application
) -> None:
    running = ended_without_goodbye(program)
    person = running.start()
    person.arrives_at(Place.WELCOME)
    person.choose("Look at a sample first")
    person.arrives_at(Place.OVERVIEW)
    assert goodbyes(running) == ""

    running.navigator.files.just_me()
    person.sees("TrustCheck closed without saying goodbye. Everything that was saved is in this file.")
