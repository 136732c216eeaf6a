"""Files that do not open in one piece, and files that another window has: what somebody finds, by keyboard alone."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QRadioButton

from tests import group_builders
from tests.journeys.conftest import Program
from tests.journeys.data_files import PAGE, damage, everything_in, with_checks, with_copy
from tests.journeys.person import Person
from trustcheck.app.application import Application
from trustcheck.app.ports import NewGroupRound, Store
from trustcheck.app.sources import SourceAct
from trustcheck.domain.round import RoundKind, RoundState
from trustcheck.ui.dates import day_and_month
from trustcheck.ui.places import Place

Start = Callable[..., Program]
CONTROL = Qt.KeyboardModifier.ControlModifier
LOOKING = "You are only looking. Another TrustCheck has this file open."
NOTHING_CHANGES = "While you only look, nothing in the file changes."


def the_newest(application: Application) -> str:
    return f"Open the copy from {day_and_month(application.today() - timedelta(days=1))}"


def test_a_damaged_file_leads_to_its_newest_copy_in_one_step_and_is_kept(
    program: Start, application: Application
) -> None:
    mine = with_copy(application, Path(application.own_data_file))
    damaged = damage(application, mine)
    person = program().start()

    person.arrives_at(Place.DAMAGED)
    person.sees("This file will not open in one piece.")
    person.sees("Yesterday\u2019s copy does. Open that one?")
    assert mine.read_bytes() == damaged
    person.waits_for(lambda: focus_says(the_newest(application)))
    person.press(Qt.Key.Key_Return)

    person.arrives_at(Place.HOME)
    person.sees("Yesterday\u2019s copy is open now.")
    aside = mine.with_name(f"answers (set aside {application.today().isoformat()}).trustcheck")
    assert aside.read_bytes() == damaged


def test_a_damaged_copy_is_passed_over_for_an_older_one(program: Start, application: Application) -> None:
    mine = with_copy(application, Path(application.own_data_file))
    store = application.open_store(str(mine))
    newest = store.make_copy(application.today())
    store.close()
    Path(newest.path).write_bytes(Path(newest.path).read_bytes()[:9000])
    damage(application, mine)
    person = program().start()

    person.sees("Yesterday\u2019s copy does. Open that one?")


def test_a_copy_with_a_passphrase_is_found_once_it_was_typed(program: Start, application: Application) -> None:
    mine = with_copy(application, Path(application.own_data_file))
    application.safekeeping().protect(str(mine), "", "the quiet heron")
    mine.unlink()
    running = program()
    person = running.start(str(mine))

    person.arrives_at(Place.DAMAGED)
    person.sees("Its copies open with the passphrase.")
    person.tab_to("Passphrase")
    person.write("the wrong one")
    person.press(Qt.Key.Key_Return)
    person.sees("That did not open it.")
    person.write("the quiet heron")
    person.press(Qt.Key.Key_Return)
    person.sees("Yesterday\u2019s copy opens.")
    person.choose(the_newest(application))

    person.arrives_at(Place.HOME)


def test_nobody_types_the_passphrase_of_a_damaged_file_again_for_its_copies(
    program: Start, application: Application
) -> None:
    mine = with_copy(application, Path(application.own_data_file))
    application.safekeeping().protect(str(mine), "", "the quiet heron")
    whole = mine.read_bytes()
    mine.write_bytes(whole[:PAGE] + bytes(len(whole) - PAGE))
    running = program()
    person = running.start(str(mine))
    person.arrives_at(Place.LOCK)
    person.write("the quiet heron")
    person.press(Qt.Key.Key_Return)

    person.sees("Yesterday\u2019s copy does. Open that one?")
    assert running.navigator.files._opening.tried == ""
    person.choose(the_newest(application))
    person.arrives_at(Place.HOME)


def test_what_still_reads_is_rescued_into_a_new_file_with_a_list_of_what_does_not(
    program: Start, application: Application
) -> None:
    mine = with_checks(application, Path(application.own_data_file))
    damaged = damage(application, mine)
    running = program()
    person = running.start()
    person.sees("No copy beside it opens in one piece.")

    person.choose("Rescue what still reads")

    person.arrives_at(Place.RESCUED)
    person.sees("What could be rescued")
    person.sees("What could not be read")
    assert mine.read_bytes() == damaged
    person.choose("Open the rescued file")
    person.arrives_at(Place.HOME)
    person.sees(f"answers rescued {application.today().isoformat()}.trustcheck")
    assert mine.read_bytes() == damaged


def test_a_file_that_is_gone_is_found_again_in_its_copies(program: Start, application: Application) -> None:
    mine = with_copy(application, Path(application.own_data_file))
    mine.unlink()
    person = program().start(str(mine))

    person.sees("There is no file")
    person.sees("Yesterday\u2019s copy opens.")
    person.choose(the_newest(application))

    person.arrives_at(Place.HOME)


def test_a_file_that_turns_out_damaged_while_it_is_open_leads_there_too(
    program: Start, application: Application
) -> None:
    mine = with_copy(application, Path(application.own_data_file))
    running = program()
    person = running.start()
    person.arrives_at(Place.HOME)
    from trustcheck.storage.refusals import damaged

    running.flow.refused.emit(damaged())

    person.sees("Yesterday\u2019s copy does. Open that one?")
    assert running.navigator.flow is None
    assert not mine.with_name(f"{mine.name}-lock").exists()


# -- two windows on one file


@pytest.fixture
def elsewhere(application: Application) -> Store:
    """The person's own file, open in another window."""
    return application.open_store(str(with_checks(application, Path(application.own_data_file))))


def looks(person: Person) -> None:
    person.arrives_at(Place.IN_USE)
    person.choose("Look only")
    person.arrives_at(Place.HOME)


def test_a_file_open_elsewhere_can_be_tried_again(program: Start, elsewhere: Store) -> None:
    person = program().start(elsewhere.path)
    person.arrives_at(Place.IN_USE)
    person.sees("Another TrustCheck has this file open.")
    person.choose("Try again")
    person.arrives_at(Place.IN_USE)
    elsewhere.close()

    person.choose("Try again")

    person.arrives_at(Place.HOME)
    assert LOOKING not in person.reads()


def test_whoever_only_looks_goes_everywhere_and_changes_no_byte(
    program: Start, application: Application, elsewhere: Store, report_file: Path
) -> None:
    before = Path(elsewhere.path).read_bytes()
    running = program()
    running.files.to_save = str(report_file)
    person = running.start(elsewhere.path)
    looks(person)
    person.sees(LOOKING)
    commands = running.window.commands

    for name in ("new-check", "new-organisation", "go-on", "undo", "change-answers"):
        if commands.action(name).isEnabled():
            commands.action(name).trigger()
    assert running.window.place is Place.HOME
    for read in (running.flow.read_newest, running.flow.group.read_newest):
        read()
        person.arrives_at(Place.OVERVIEW)
        for key in "12345":
            person.press(Qt.Key[f"Key_{key}"], CONTROL)
            person.sees(LOOKING)
            presses_everything(person)
    person.press(Qt.Key.Key_6, CONTROL)
    person.arrives_at(Place.REPORT)
    person.sees("This is the very file that will be saved.")
    person.choose("Save PDF")
    person.sees("Saved as")
    assert report_file.read_bytes().startswith(b"%PDF")
    person.waits_for(lambda: not running.is_busy)
    running.close()

    assert Path(elsewhere.path).read_bytes() == before
    assert not any("copies" in name for name in everything_in(Path(elsewhere.path).parent))
    elsewhere.close()


def test_an_open_check_is_looked_at_and_takes_no_sheet(program: Start, elsewhere: Store) -> None:
    organisation_id = next(each.id for each in elsewhere.organisations() if each.name == "Bellwater Council")
    asked = group_builders.shipped()
    new = NewGroupRound(organisation_id, asked, group_builders.setup(), group_builders.date(2026, 11, 20))
    elsewhere.open_group(elsewhere.prepare_group(new))
    running = program()
    person = running.start(elsewhere.path)
    looks(person)
    group = running.flow.group
    group.take_up(next(each.id for each in elsewhere.rounds() if each.state is RoundState.OPEN))
    person.arrives_at(Place.COLLECT)

    for act in SourceAct:
        group.collect(act.value)
        assert running.window.place is Place.COLLECT
    assert running.window.notice.words.startswith(NOTHING_CHANGES)
    assert not running.window.keeps_closed
    person.waits_for(lambda: not running.is_busy)
    running.close()
    elsewhere.close()


def test_while_the_laptop_goes_round_nobody_looks_past_its_pin_with_a_second_window(
    program: Start, elsewhere: Store
) -> None:
    organisation_id = next(each.id for each in elsewhere.organisations() if each.name == "Bellwater Council")
    new = NewGroupRound(
        organisation_id, group_builders.shipped(), group_builders.setup(), group_builders.date(2026, 11, 20)
    )
    elsewhere.open_group(round_id := elsewhere.prepare_group(new))
    elsewhere.lock_round(round_id, b"a lock that only a PIN takes off")
    running = program()
    person = running.start(elsewhere.path)
    person.arrives_at(Place.IN_USE)

    person.choose("Look only")

    person.sees("This file is on its way from person to person.")
    assert running.navigator.flow is None
    assert "Bellwater" not in person.reads()
    running.close()
    elsewhere.close()


def presses_everything(person: Person) -> None:
    """Tab once round the page, type on every line and choose in every row."""
    for _step in range(25):
        person.press(Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        if isinstance(focus, QLineEdit | QPlainTextEdit | QRadioButton):
            person.press(Qt.Key.Key_Space)
            person.write("y")


def test_what_somebody_who_only_looks_changes_is_shown_again_as_it_is(
    program: Start, application: Application, elsewhere: Store
) -> None:
    running = program()
    person = running.start(elsewhere.path)
    looks(person)
    running.flow.read_newest()
    person.arrives_at(Place.OVERVIEW)
    person.press(Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    person.arrives_at(Place.PROMISE)
    promised = elsewhere.round(next(each.id for each in elsewhere.rounds() if each.kind is RoundKind.PERSONAL)).promise

    person.tab_to("What I will try")
    person.write("something else ")
    person.press(Qt.Key.Key_Tab)

    person.waits_for(lambda: running.window.notice.words.startswith(NOTHING_CHANGES))
    assert promised is None or promised.text in person.reads()
    assert running.flow.file.queue.waiting == 0
    running.close()
    elsewhere.close()


def focus_says(name: str) -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and focus.accessibleName() == name
