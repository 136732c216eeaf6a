"""A sync tool puts another version over the open file: the person is told which is which, and nothing is lost."""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.person.alone import answers, begins
from tests.person.locked import CTRL, PASSPHRASE, check_in, settled, unlocks
from tests.person.program import Program
from tests.reader import found_by_a_reader
from trustcheck.app.application import Application
from trustcheck.domain.questionnaire.answers import Answer
from trustcheck.storage.store import open_store
from trustcheck.ui.shell.places import Place

if sys.platform == "win32":
    pytest.skip("Windows lets nobody put a file over one that is open", allow_module_level=True)

Start = Callable[..., Program]
KEPT = "kept here"


@pytest.fixture
def answering(program: Start) -> Program:
    """Somebody who has given two answers, and is at the third question."""
    running = program()
    person = running.start()
    begins(person)
    answers(person, "34")
    assert running.flow.file.queue.drain()
    return running


def another_version_over(path: Path) -> bytes:
    arrived = path.with_name(".arriving")
    shutil.copy(path, arrived)
    arrived.replace(path)
    return path.read_bytes()


def kept_beside(path: Path) -> Path:
    (kept,) = path.parent.glob(f"*{KEPT}*.trustcheck")
    return kept


def answers_in(application: Application, path: Path) -> set[Answer]:
    store = application.open_store(str(path), create=False)
    try:
        return set(store.rounds.round(store.rounds.summaries()[0].id).response.answers.values())
    finally:
        store.close()


def test_an_answer_after_it_is_not_called_saved_and_what_was_saved_is_named(
    answering: Program, application: Application
) -> None:
    path = Path(answering.flow.file.path)
    brought = another_version_over(path)

    answering.person.write("2")

    answering.person.waits_for(lambda: "Another program put another version" in found_by_a_reader())
    assert KEPT in found_by_a_reader()
    assert answers_in(application, kept_beside(path)) == {Answer(3), Answer(4)}
    answering.files.place = str(path.with_name("mine.trustcheck"))
    answering.person.choose("Save somewhere else\N{HORIZONTAL ELLIPSIS}")
    answering.person.sees("Your data file lies here now")
    answering.person.waits_for(lambda: answering.flow.file.queue.waiting == 0)
    answering.close()
    assert answers_in(application, path.with_name("mine.trustcheck")) >= {Answer(2), Answer(3), Answer(4)}
    assert path.read_bytes() == brought


def test_closing_the_window_says_which_file_is_which_before_it_goes(
    answering: Program, application: Application
) -> None:
    path = Path(answering.flow.file.path)
    brought = another_version_over(path)

    assert not answering.window.close()

    answering.person.arrives_at(Place.NOT_OPENED)
    kept = kept_beside(path)
    answering.person.sees(f"All you saved is in \u201c{kept.name}\u201d")
    assert answers_in(application, kept) == {Answer(3), Answer(4)}
    assert path.read_bytes() == brought
    answering.close()


def test_locking_says_so_before_the_lock(program: Start, tmp_path: Path) -> None:
    path = check_in(tmp_path / "synchronised" / "mine.trustcheck")
    running = program()
    person = running.start(str(path))
    unlocks(person)
    person.arrives_at(Place.HOME)
    another_version_over(path)

    person.press(Qt.Key.Key_L, CTRL)

    person.arrives_at(Place.LOCK)
    person.waits_for(lambda: KEPT in found_by_a_reader())
    # Nor does it go with what is forgotten once the pages are gone.
    person.waits_for(lambda: not running.is_busy)
    settled()
    assert KEPT in found_by_a_reader()
    store = open_store(str(kept_beside(path)), create=False, passphrase=PASSPHRASE)
    assert len(store.rounds.summaries()) == 1
    store.close()
    assert not running.window.close()
    person.arrives_at(Place.NOT_OPENED)
    running.close()


def test_settings_say_what_can_happen_where_a_sync_tool_writes(program: Start, tmp_path: Path) -> None:
    (tmp_path / "Shared" / ".stfolder").mkdir(parents=True)
    path = check_in(tmp_path / "Shared" / "mine.trustcheck", "")
    running = program()
    person = running.start(str(path))
    person.arrives_at(Place.HOME)

    running.navigator.go(Place.SETTINGS)

    person.arrives_at(Place.SETTINGS)
    person.sees("Syncthing keeps this folder the same on several computers")
    running.close()


def test_settings_say_nothing_of_it_elsewhere(answering: Program) -> None:
    answering.navigator.go(Place.SETTINGS)

    answering.person.arrives_at(Place.SETTINGS)
    assert "keeps this folder the same on several computers" not in answering.person.reads()
    answering.close()
