"""Somebody worked on two computers, and brings in what was changed on the other one: seen first, by keyboard alone."""

import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from tests.person.keyboard import Person
from tests.person.program import Program
from tests.storage.people import ASKED, DAY, STAFF, opened, sheets
from tests.storage.two_machines import TwoMachines
from trustcheck.app.application import Application
from trustcheck.app.ports import NewRound
from trustcheck.domain.questionnaire.answers import Answer
from trustcheck.domain.questionnaire.model import Form
from trustcheck.settings import Settings
from trustcheck.storage.store import SqliteStore
from trustcheck.ui.shell.places import Place

Start = Callable[[], Program]
PASSPHRASE = "the quiet heron"


def begin(store: SqliteStore) -> tuple[int, int]:
    personal = store.rounds.begin(NewRound("Bellwater Council", Form.FULL, STAFF, ASKED, "the heads", DAY))
    store.rounds.save_answer(personal, "A1", Answer(3))
    several = opened(store)
    store.sheets.add(several, sheets(range(3)))
    return personal, several


@pytest.fixture
def machines(tmp_path: Path, application: Application) -> TwoMachines:
    """The person's own file, and the one from the other computer: one question answered otherwise, four more sheets,
    and one more client."""
    files = TwoMachines(tmp_path, begin)
    personal, several = files.began
    files.on(files.here, lambda store: store.rounds.save_answer(personal, "A1", Answer(1)))
    files.on(files.there, lambda store: store.rounds.save_answer(personal, "A1", Answer(5)))
    files.on(files.there, lambda store: store.sheets.add(several, sheets(range(3, 7))))
    files.on(files.there, lambda store: store.organisations.add("Ferngate Libraries"))
    application.settings.save(Settings(look="light", less_motion=True, working="organisations"))
    own = Path(application.own_data_file)
    own.parent.mkdir(parents=True, exist_ok=True)
    shutil.move(files.here, own)
    files.here = str(own)
    return files


def at_the_page(running: Program, machines: TwoMachines) -> Person:
    running.files.to_open = machines.there
    person = running.person
    person.press(Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    person.arrives_at(Place.SETTINGS)
    person.choose("Bring it in: changed elsewhere\u2026")
    person.arrives_at(Place.MERGE)
    return person


def test_what_was_changed_elsewhere_is_seen_chosen_and_brought_in(program: Start, machines: TwoMachines) -> None:
    running = program()
    running.start().arrives_at(Place.HOME)
    before = Path(machines.there).read_bytes()
    person = at_the_page(running, machines)
    person.choose("Choose a file\u2026")
    person.sees("In one place both files were changed, and you choose.")

    said = person.reads()
    assert "It is not the same in both: answers. What only one of the files holds is kept either way." in said
    assert "It is open in both: 3 sheets here, 7 over there. Together 7, each of them once." in said
    assert "It is only in the other file: begun there, or deleted here. It has no check yet." in said
    assert running.files.began_in[-1] == str(Path(machines.here).parent)
    person.tab_to("As it is here")
    person.press(Qt.Key.Key_Right)
    person.press(Qt.Key.Key_Space)
    person.choose("Put the two together")
    person.sees("It is here now")
    person.sees("(set aside ")
    person.choose("See what is here now")

    person.arrives_at(Place.HOME)
    person.tab_to("Ferngate Libraries")
    store, (personal, several) = running.flow.file.store, machines.began
    assert store.rounds.round(personal).response.answer("A1") == Answer(5)
    assert store.groups.arrived(several).all_finished == 7
    assert Path(machines.there).read_bytes() == before


def test_nothing_is_written_before_it_is_said(program: Start, machines: TwoMachines) -> None:
    running = program()
    running.start().arrives_at(Place.HOME)
    store = running.flow.file.store
    before = store.rounds.summaries(), store.organisations.all()
    person = at_the_page(running, machines)
    person.choose("Choose a file\u2026")
    person.sees("and you choose.")
    person.choose("Back")
    person.arrives_at(Place.HOME)
    assert (store.rounds.summaries(), store.organisations.all()) == before
    assert not [each for each in Path(machines.here).parent.iterdir() if "set aside" in each.name]


def test_a_protected_one_asks_for_its_passphrase(
    program: Start, machines: TwoMachines, application: Application
) -> None:
    application.safekeeping().protect(machines.there, "", PASSPHRASE)
    running = program()
    running.start().arrives_at(Place.HOME)
    person = at_the_page(running, machines)
    person.choose("Choose a file\u2026")
    person.sees("It opens with a passphrase")
    assert isinstance(person.tab_to("Passphrase"), QLineEdit)
    person.write("another")
    person.press(Qt.Key.Key_Return)
    person.sees("That did not open it.")
    person.tab_to("Passphrase")
    person.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    person.write(PASSPHRASE)
    person.press(Qt.Key.Key_Return)
    person.sees("and you choose.")
    person.choose("Put the two together")
    person.sees("It is here now")
    assert running.flow.file.store.groups.arrived(machines.began[1]).all_finished == 7


def test_another_workspace_is_refused_and_handing_over_named(
    program: Start, machines: TwoMachines, application: Application, tmp_path: Path
) -> None:
    foreign = str(tmp_path / "foreign.trustcheck")
    with closing(application.open_store(foreign)) as store:
        store.organisations.add("Ferngate Libraries")
    running = program()
    running.start().arrives_at(Place.HOME)
    person = at_the_page(running, machines)
    running.files.to_open = foreign
    person.choose("Choose a file\u2026")
    person.sees("have it handed over as a file of its own and take it in")
    person.tab_to("Choose a file\u2026")


def test_what_the_other_computer_wrote_meanwhile_is_seen_first(program: Start, machines: TwoMachines) -> None:
    running = program()
    running.start().arrives_at(Place.HOME)
    person = at_the_page(running, machines)
    person.choose("Choose a file\u2026")
    person.sees("and you choose.")
    machines.on(machines.there, lambda store: store.organisations.add("Quarrystone"))
    person.choose("Put the two together")
    person.sees("One of the two files was changed since you looked at them.")
    assert len(running.flow.file.store.organisations.all()) == 2


def test_within_a_check_and_while_only_looking_it_is_not_offered(program: Start, machines: TwoMachines) -> None:
    running = program()
    person = running.start()
    person.arrives_at(Place.HOME)
    action = running.window.commands.action("merge")
    assert action.isEnabled()
    person.choose("Bellwater Council")
    person.arrives_at(Place.ORGANISATION)
    assert not action.isEnabled()
    person.press(Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    person.sees("It is brought in from the first page, outside every check.")


def test_locking_takes_the_page_with_what_was_seen_along(
    program: Start, machines: TwoMachines, application: Application
) -> None:
    for path in (machines.here, machines.there):
        application.safekeeping().protect(path, "", PASSPHRASE)
    running = program()
    person = running.start()
    person.arrives_at(Place.LOCK)
    person.write(PASSPHRASE)
    person.press(Qt.Key.Key_Return)
    person.arrives_at(Place.HOME)
    at_the_page(running, machines)
    person.choose("Choose a file\u2026")
    person.sees("It opens with a passphrase")
    person.tab_to("Passphrase")
    person.write(PASSPHRASE)
    person.press(Qt.Key.Key_Return)
    person.sees("and you choose.")
    running.window.commands.action("lock").trigger()
    person.arrives_at(Place.LOCK)
    assert not running.window.has_page(Place.MERGE)
    assert "Ferngate" not in person.reads()
