"""A consultant hands one client over as a file of its own; a colleague takes it in, beside a client of that name."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.person.keyboard import Person
from tests.person.program import Program
from tests.person.writing import types
from tests.storage.handed_over import OTHERS, OURS, PASSPHRASE, fill
from tests.storage.people import opened
from trustcheck.app.application import Application
from trustcheck.settings import Settings
from trustcheck.ui.shell.places import Place

Start = Callable[[], Program]


@pytest.fixture
def consultant(program: Start, application: Application) -> Program:
    """Two clients in the person's own file, and a window on it."""
    application.settings.save(Settings(look="light", less_motion=True, working="organisations"))
    with closing(application.open_store(application.own_data_file)) as store:
        for name in (OURS, OTHERS[0]):
            fill(store, name)  # type: ignore[arg-type]
    return program()


def runs(program: Program, command_id: str) -> None:
    action = program.window.commands.action(command_id)
    assert action.isEnabled()
    action.trigger()


def at_its_page(program: Program, name: str = OURS) -> Person:
    person = program.start()
    person.arrives_at(Place.HOME)
    person.choose(name)
    person.arrives_at(Place.ORGANISATION)
    return person


def hands_over(program: Program, target: Path) -> Person:
    person = at_its_page(program)
    person.choose("Hand over\u2026")
    person.arrives_at(Place.ORGANISATION_OUT)
    program.files.handed = str(target)
    types(person, "New passphrase", PASSPHRASE)
    types(person, "The same again", PASSPHRASE)
    person.choose("Save the file\u2026")
    person.sees("It was read back")
    return person


def test_one_client_leaves_as_a_file_of_its_own(consultant: Program, application: Application, tmp_path: Path) -> None:
    target = tmp_path / "Bellwater.trustcheck"
    person = hands_over(consultant, target)

    assert consultant.files.began_in[-1].endswith(f"{OURS} handed over {application.today().isoformat()}.trustcheck")
    assert PASSPHRASE not in person.reads()
    assert OTHERS[0] not in person.reads()
    with closing(application.open_store(str(target), create=False, passphrase=PASSPHRASE)) as there:
        (only,) = there.organisations.all()
        assert only.name == OURS
        assert there.organisations.details(only.id).notes == ""
    person.choose("Back to the organisation")
    person.arrives_at(Place.ORGANISATION)


def test_the_page_says_what_goes_along_before_anything_is_written(consultant: Program, tmp_path: Path) -> None:
    person = at_its_page(consultant)
    runs(consultant, "hand-over-organisation")
    person.arrives_at(Place.ORGANISATION_OUT)

    words = person.reads()
    assert "closed: 19 of 26 answered" in words
    assert "being prepared" in words
    assert "Tell them the passphrase another way" in words
    assert "nobody can open the file, us included" in words
    person.choose("Save the file\u2026")
    assert "Type a passphrase" in person.reads()
    types(person, "New passphrase", PASSPHRASE)
    types(person, "The same again", "another")
    person.press(Qt.Key.Key_Return)
    assert "The two are not the same" in person.reads()
    consultant.files.handed = ""
    types(person, "The same again", PASSPHRASE)
    person.press(Qt.Key.Key_Return)
    assert consultant.files.began_in
    person.choose("Not now")
    person.arrives_at(Place.ORGANISATION)


def test_a_file_that_stands_there_is_never_replaced(consultant: Program, tmp_path: Path) -> None:
    taken = tmp_path / "taken.trustcheck"
    taken.write_bytes(b"mine")
    person = at_its_page(consultant)
    person.choose("Hand over\u2026")
    person.arrives_at(Place.ORGANISATION_OUT)
    consultant.files.handed = str(taken)
    types(person, "New passphrase", PASSPHRASE)
    types(person, "The same again", PASSPHRASE)
    person.press(Qt.Key.Key_Return)
    person.sees("already exists")

    assert taken.read_bytes() == b"mine"


def test_what_came_by_post_stands_in_the_list(consultant: Program, application: Application, tmp_path: Path) -> None:
    target = tmp_path / "Bellwater.trustcheck"
    person = hands_over(consultant, target)
    runs(consultant, "take-in-organisation")
    person.arrives_at(Place.ORGANISATION_IN)
    consultant.files.given = str(target)
    person.choose("Choose a file\u2026")
    person.sees("It opens with a passphrase")
    types(person, "Passphrase", "another")
    person.press(Qt.Key.Key_Return)
    person.sees("That did not open it")
    types(person, "Passphrase", PASSPHRASE)
    person.press(Qt.Key.Key_Return)
    person.sees("One organisation is in this file.")
    assert f"There is a {OURS} here already, with 4 checks" in person.reads()
    person.choose(f"Take {OURS} in")
    person.sees(f"Here now: {OURS} (2)")
    person.choose("Open its page")
    person.arrives_at(Place.ORGANISATION)
    person.sees(f"{OURS} (2)")

    assert "closed: 19 of 26 answered" in person.reads()


def test_a_damaged_file_is_told_in_one_sentence(consultant: Program, tmp_path: Path) -> None:
    person = consultant.start()
    person.arrives_at(Place.HOME)
    runs(consultant, "take-in-organisation")
    person.arrives_at(Place.ORGANISATION_IN)
    (tmp_path / "letter.trustcheck").write_text("Dear all")
    consultant.files.given = str(tmp_path / "letter.trustcheck")
    person.choose("Choose a file\u2026")
    person.sees("is not a TrustCheck data file")
    person.choose("Back")
    person.arrives_at(Place.HOME)


def test_nothing_is_handed_over_while_people_answer(program: Start, application: Application, tmp_path: Path) -> None:
    application.settings.save(Settings(look="light", less_motion=True, working="organisations"))
    with closing(application.open_store(application.own_data_file)) as store:
        opened(store, name=OURS)  # type: ignore[arg-type]
    running = program()
    person = at_its_page(running)
    person.choose("Hand over\u2026")
    person.arrives_at(Place.ORGANISATION_OUT)

    assert "Close that check first" in person.reads()
    assert "Save the file" not in person.reads()


def test_the_sample_hands_nothing_over_and_takes_nothing_in(program: Start, application: Application) -> None:
    application.settings.save(Settings(look="light", less_motion=True, working="organisations"))
    running = program()
    person = running.start()
    person.arrives_at(Place.WELCOME)
    running.navigator.files.open_sample()
    person.arrives_at(Place.OVERVIEW)

    for command_id in ("hand-over-organisation", "take-in-organisation"):
        assert not running.window.commands.action(command_id).isEnabled()
