"""A disk that does not take an answer: said, tried again, and saved somewhere else, with the answer on the screen."""

import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, Qt

from tests.person.alone import answers, begins
from tests.person.not_saved import NOT_SAVED, full_disk
from tests.person.program import Program
from tests.reader import found_by_a_reader
from trustcheck.app.application import Application
from trustcheck.domain.questionnaire.answers import Answer
from trustcheck.ui.answering.question_page import QuestionPage
from trustcheck.ui.shell.places import Place

if sys.platform == "win32":
    pytest.skip("Windows lets nobody take a file away that is open", allow_module_level=True)

Start = Callable[..., Program]


@pytest.fixture
def answering(program: Start) -> Program:
    """Somebody who has given two answers, and is at the third question."""
    running = program()
    person = running.start()
    begins(person)
    answers(person, "34")
    assert running.navigator.flow is not None
    assert running.navigator.flow.file.queue.drain()
    return running


def test_beside_an_answer_that_waits_nothing_in_the_window_says_saved(
    answering: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor where somebody asks for it by the usual key; for eyes and for a screen reader, from the first moment on."""
    person, save, turning = answering.person, answering.flow.file.store.rounds.save_answer, Event()
    person.waits_for(lambda: "Saved on this computer" in found_by_a_reader())

    def save_slowly(*answer: Any) -> None:
        assert turning.wait(60)
        save(*answer)

    with monkeypatch.context() as slow:
        slow.setattr(answering.flow.file.store.rounds, "save_answer", save_slowly)
        slow.setattr(answering.flow.file.queue, "drain", lambda: False)
        person.write("2")

        for waited in ("no event was handled yet", "a moment later"):
            assert shown_answer(answering) == 1
            assert (waited, "Saved" in found_by_a_reader()) == (waited, False)
            person.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
            QCoreApplication.processEvents()
        person.sees("Something is not saved yet, so this stays open.")

    turning.set()
    person.waits_for(lambda: "Saved on this computer" in found_by_a_reader())


@contextmanager
def removed(running: Program) -> Iterator[None]:
    Path(running.flow.file.path).unlink()
    yield


@contextmanager
def folder_away(running: Program) -> Iterator[None]:
    folder = Path(running.flow.file.path).parent
    folder.rename(folder.with_name("unplugged"))
    yield


@contextmanager
def read_only(running: Program) -> Iterator[None]:
    """The folder is swapped for one with another file in it, as a share that comes back without its rights."""
    path = Path(running.flow.file.path)
    other = path.with_name("other")
    other.write_bytes(path.read_bytes())
    other.chmod(0o400)
    other.replace(path)
    path.parent.chmod(0o500)
    yield
    path.parent.chmod(0o700)


def shown_answer(running: Program) -> int | None:
    page = running.window.page(Place.QUESTION)
    assert isinstance(page, QuestionPage)
    return next((at for at, card in enumerate(page.answers.cards) if card.isChecked()), None)


def kept(application: Application, path: Path) -> list[Answer]:
    store = application.open_store(str(path), create=False)
    try:
        given = store.rounds.round(store.rounds.summaries()[0].id)
        return [given.response.answers[item] for item in given.questionnaire.order if item in given.response.answers]
    finally:
        store.close()


@pytest.mark.parametrize(
    "trouble", [full_disk, *(pytest.param(each, marks=pytest.mark.long) for each in (removed, folder_away, read_only))]
)
def test_an_answer_the_disk_does_not_take_is_saved_somewhere_else(
    answering: Program,
    application: Application,
    tmp_path: Path,
    trouble: Callable[[Program], AbstractContextManager[None]],
) -> None:
    person, before = answering.person, answering.flow.file.path
    elsewhere = tmp_path / "stick" / "mine.trustcheck"
    answering.files.place = str(elsewhere)
    with trouble(answering):
        person.write("2")
        person.sees(NOT_SAVED)
        assert shown_answer(answering) == 1
        assert Path(answering.files.suggested or before).name == Path(before).name
        assert not answering.window.close()
        assert shown_answer(answering) == 1

        person.choose("Save somewhere else\u2026")

        person.sees(f"Your data file lies here now: {elsewhere}")
        person.waits_for(lambda: answering.flow.file.queue.waiting == 0)
        assert NOT_SAVED not in person.reads()
        assert shown_answer(answering) == 1
        assert answering.flow.file.path == str(elsewhere)
    answering.close()

    assert application.settings.load().last_file == str(elsewhere)
    assert kept(application, elsewhere) == [Answer(3), Answer(4), Answer(2)]


def test_trying_again_saves_it_where_it_was_once_there_is_room(answering: Program, application: Application) -> None:
    person = answering.person
    with full_disk(answering):
        person.write("2")
        person.sees(NOT_SAVED)
        person.sees("The disk says it is full.")
        person.choose("Try again")
        person.waits_for(lambda: answering.flow.file.queue.has_trouble)
        person.sees(NOT_SAVED)
    person.choose("Try again")

    person.waits_for(lambda: NOT_SAVED not in person.reads())
    answering.close()
    assert kept(application, Path(application.own_data_file)) == [Answer(3), Answer(4), Answer(2)]


def test_a_place_that_does_not_take_it_either_is_told_and_another_can_be_chosen(
    answering: Program, application: Application, tmp_path: Path
) -> None:
    person = answering.person
    taken = tmp_path / "taken.trustcheck"
    taken.write_bytes(b"something else")
    answering.files.place = str(taken)
    with removed(answering):
        person.write("2")
        person.sees(NOT_SAVED)
        person.choose("Save somewhere else\u2026")
        person.sees("already exists.")
        assert taken.read_bytes() == b"something else"
        answering.files.place = str(tmp_path / "free.trustcheck")
        person.choose("Save somewhere else\u2026")
        person.sees("Your data file lies here now")
    answering.close()

    assert kept(application, tmp_path / "free.trustcheck") == [Answer(3), Answer(4), Answer(2)]


def test_a_check_that_could_not_be_begun_offers_another_place_too(
    program: Start, application: Application, tmp_path: Path
) -> None:
    running = program()
    person = running.start()
    person.arrives_at(Place.WELCOME)
    person.choose("Just me")
    person.arrives_at(Place.START)
    running.files.place = str(tmp_path / "free.trustcheck")
    Path(application.own_data_file).unlink()

    person.choose("Begin")
    person.sees("This check is not saved yet.")
    person.choose("Save somewhere else\u2026")
    person.sees("Your data file lies here now")
    person.choose("Begin")

    person.arrives_at(Place.QUESTION)


def test_nobody_who_answers_on_a_laptop_that_goes_round_is_shown_files(answering: Program) -> None:
    answering.window.keeps_closed = True
    with removed(answering):
        answering.person.write("2")
        answering.person.sees(NOT_SAVED)

        assert "Save somewhere else\u2026" not in answering.person.reads()
        assert "Try again" in answering.person.reads()
    answering.window.keeps_closed = False
    # Nothing in this test is worth another place.
    answering.window.may_close = lambda: True
