"""Deleting deletes: what copies still hold is said, and taken out of them; nobody finds a byte of it in the folder."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.person.data_files import holding
from tests.person.program import Program
from trustcheck.app.application import Application
from trustcheck.app.ports import NewRound
from trustcheck.domain.questionnaire.answers import Answer
from trustcheck.domain.questionnaire.model import Form, Perspective
from trustcheck.settings import Settings
from trustcheck.ui.datafile import keeping_copies
from trustcheck.ui.kit.dates import day_in_words
from trustcheck.ui.shell.places import Place

Start = Callable[..., Program]
MARK = "heron-on-the-weir"


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody reads here before the copy is made."""
    monkeypatch.setattr(keeping_copies, "AFTER", 0)


@pytest.fixture
def folder(application: Application) -> Path:
    """The folder of a file with a marked check in it, and two copies that hold it."""
    asked = application.catalog.questionnaire(application.catalog.shipped()[0])
    store = application.open_store(application.own_data_file)
    day = application.today()
    begun = NewRound(f"{MARK} Ltd", Form.FULL, Perspective.STAFF, asked, MARK, day)
    marked = store.rounds.begin(begun)
    for item in asked.order:
        store.rounds.save_answer(marked, item, Answer(3))
        store.rounds.save_note(marked, item, f"{MARK} " * 9)
    store.rounds.close(marked, day)
    store.safety.make_copy(day - timedelta(days=2))
    store.rounds.begin(replace(begun, organisation="Somewhere else", leaders_are=""))
    store.safety.make_copy(day - timedelta(days=1))
    store.close()
    return Path(application.own_data_file).parent


def test_a_deleted_check_is_taken_out_of_the_copies_as_well(
    program: Start, application: Application, folder: Path
) -> None:
    running = program()
    person = running.start()
    person.arrives_at(Place.HOME)
    person.choose(f"Delete the check of {day_in_words(application.today())}\u2026")
    person.choose("Delete the check")

    person.sees("The check is deleted. Two copies still hold it.")
    assert len(holding(folder, MARK)) == 2
    person.choose("Delete it from them too")
    person.sees("No copy beside the data file holds it any more.")
    person.waits_for(lambda: not running.is_busy)
    running.close()

    assert holding(folder, MARK) == []
    assert len(application.safekeeping().copies(application.own_data_file)) == 3


def test_a_deleted_organisation_is_taken_out_of_the_copies_as_well(
    program: Start, application: Application, folder: Path
) -> None:
    application.settings.save(Settings(look="light", less_motion=True, working="organisations"))
    running = program()
    person = running.start()
    person.arrives_at(Place.HOME)
    person.choose(f"{MARK} Ltd")
    person.arrives_at(Place.ORGANISATION)
    person.choose("Delete this organisation\u2026")
    person.choose("Delete the organisation")
    person.arrives_at(Place.HOME)

    person.sees("Two copies still hold it.")
    person.choose("Delete it from them too")
    person.sees("No copy beside the data file holds it any more.")
    person.waits_for(lambda: not running.is_busy)
    running.close()

    assert holding(folder, MARK) == []


def test_what_is_not_taken_out_of_the_copies_stays_in_them_alone(
    program: Start, application: Application, folder: Path
) -> None:
    running = program()
    person = running.start()
    person.arrives_at(Place.HOME)
    person.choose(f"Delete the check of {day_in_words(application.today())}\u2026")
    person.choose("Delete the check")
    person.sees("Two copies still hold it.")
    person.waits_for(lambda: not running.is_busy)
    running.close()

    left = holding(folder, MARK)
    assert len(left) == 2
    assert all("copies" in name for name in left)


def test_a_check_that_no_copy_holds_goes_without_a_word(program: Start, application: Application, folder: Path) -> None:
    for copy in application.safekeeping().copies(application.own_data_file):
        Path(copy.path).unlink()
    running = program()
    person = running.start()
    person.arrives_at(Place.HOME)
    person.waits_for(lambda: len(application.safekeeping().copies(application.own_data_file)) == 1)
    for copy in application.safekeeping().copies(application.own_data_file):
        Path(copy.path).unlink()
    person.choose(f"Delete the check of {day_in_words(application.today())}\u2026")
    person.choose("Delete the check")

    person.waits_for(lambda: MARK not in person.reads())
    assert "still hold" not in person.reads()
    person.waits_for(lambda: not running.is_busy)
    running.close()
    assert holding(folder, MARK) == []
