"""Whatever the window saves, a name of another type is refused where the person stands, and nothing is written."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.person.program import Program
from tests.person.several_clients import look_at_the_check_of
from tests.person.writing import types
from tests.storage.handed_over import PASSPHRASE
from trustcheck.app.ports import NotTaken
from trustcheck.ui.shell.places import Place

Start = Callable[[], Program]
CONTROL = Qt.KeyboardModifier.ControlModifier
CONTROL_SHIFT = CONTROL | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def running(program: Start, clients: Path) -> Program:
    begun = program()
    begun.start(str(clients)).arrives_at(Place.HOME)
    return begun


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    return folder / "mine.docx"


def is_refused(running: Program, wrong: Path, ending: str) -> None:
    running.person.sees(f"mine.docx ends in .docx, and what would be written is .{ending}.")
    assert not list(wrong.parent.iterdir())


def test_a_report(running: Program, wrong: Path) -> None:
    person = running.person
    look_at_the_check_of(person, "Bellwater Council")
    running.navigator.go(Place.REPORT)
    person.arrives_at(Place.REPORT)
    person.sees("This is the very file that will be saved.")
    running.files.to_save = str(wrong)
    running.flow.reporting.save()
    is_refused(running, wrong, "pdf")


def test_an_export(running: Program, wrong: Path) -> None:
    running.files.export = str(wrong)
    running.person.press(Qt.Key.Key_E, CONTROL_SHIFT)
    running.person.arrives_at(Place.EXPORT)
    running.person.choose("Save the export…")
    is_refused(running, wrong, "xlsx")


def test_a_copy_of_the_data_file(running: Program, wrong: Path) -> None:
    running.files.copy = str(wrong)
    running.window.commands.action("back-up").trigger()
    is_refused(running, wrong, "trustcheck")


def test_an_organisation_that_is_handed_over(running: Program, wrong: Path) -> None:
    person = running.person
    running.files.handed = str(wrong)
    person.choose("Open: Bellwater Council")
    person.arrives_at(Place.ORGANISATION)
    person.choose("Hand over…")
    person.arrives_at(Place.ORGANISATION_OUT)
    types(person, "New passphrase", PASSPHRASE)
    types(person, "The same again", PASSPHRASE)
    person.choose("Save the file…")
    is_refused(running, wrong, "trustcheck")


def test_a_data_file_that_goes_on_elsewhere(running: Program, wrong: Path) -> None:
    running.files.place = str(wrong)
    running.flow.file.queue.failed.emit(NotTaken("The disk is full.", "", ""))
    running.person.choose("Save somewhere else…")
    is_refused(running, wrong, "trustcheck")
