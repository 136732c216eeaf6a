"""Copies that make themselves, one put by hand, and one put back: by keyboard, as a person would."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.person.alone import answers, begins
from tests.person.data_files import everything_in, with_checks, with_copy
from tests.person.keyboard import Person
from tests.person.program import Program
from trustcheck.app.application import Application
from trustcheck.ui.datafile import keeping_copies
from trustcheck.ui.datafile.restore_page import RestorePage
from trustcheck.ui.shell.places import Place

Start = Callable[..., Program]
CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody reads here before the copy is made."""
    monkeypatch.setattr(keeping_copies, "AFTER", 0)


@pytest.fixture
def mine(application: Application) -> Path:
    return with_checks(Path(application.own_data_file))


def copies_of(application: Application, path: Path) -> list[date | None]:
    return [each.made_on for each in application.safekeeping().copies(str(path))]


def chooses_yesterday(person: Person) -> None:
    person.tab_to("Today")
    person.press(Qt.Key.Key_Down)
    person.press(Qt.Key.Key_Space)
    person.sees("Yesterday\u2019s copy")


def test_a_file_is_copied_once_it_is_open_and_not_again_until_something_changed(
    program: Start, application: Application, mine: Path, qtbot: QtBot
) -> None:
    first = program()
    first.start().arrives_at(Place.HOME)
    qtbot.waitUntil(lambda: copies_of(application, mine) == [application.today()])
    first.close()
    made = everything_in(mine.parent)

    tomorrow = replace(application, today=lambda: application.today() + timedelta(days=1))
    second = program(tomorrow)
    second.start().arrives_at(Place.HOME)
    second.person.waits_for(lambda: not second.is_busy)
    second.close()

    assert copies_of(application, mine) == [application.today()]
    assert {name: made[name] for name in made if "copies" in name} == {
        name: content for name, content in everything_in(mine.parent).items() if "copies" in name
    }


def test_what_was_answered_is_in_a_copy_when_the_window_is_closed(program: Start, application: Application) -> None:
    running = program()
    person = running.start()
    begins(person)
    answers(person, "34")
    running.close()

    (copy,) = application.safekeeping().copies(application.own_data_file)
    assert application.safekeeping().look_into(copy.path).answers == 2


def test_the_sample_is_never_copied(program: Start, application: Application) -> None:
    running = program()
    person = running.start()
    person.choose("Look at a sample first")
    person.arrives_at(Place.OVERVIEW)
    running.close()

    assert application.safekeeping().copies(application.sample_data_file) == ()


def test_a_clock_that_was_set_back_loses_no_copy(
    program: Start, application: Application, mine: Path, qtbot: QtBot
) -> None:
    store = application.open_store(str(mine))
    store.safety.make_copy(application.today() + timedelta(days=400))
    store.rounds.delete(store.rounds.summaries()[0].id)
    store.close()

    program().start().arrives_at(Place.HOME)

    later = application.today() + timedelta(days=400)
    qtbot.waitUntil(lambda: copies_of(application, mine) == [application.today(), later])


def test_a_copy_that_cannot_be_made_is_told_and_keeps_nobody_from_leaving(
    program: Start, application: Application, mine: Path
) -> None:
    mine.with_name("answers copies").write_bytes(b"something of somebody's")
    running = program()
    person = running.start()
    person.arrives_at(Place.HOME)

    person.sees("No copy was made of your data file.")
    person.choose("Close this note")
    person.choose("Settings")
    person.arrives_at(Place.SETTINGS)
    assert "could not be written there" in person.reads()
    running.close()


def test_a_backup_is_made_at_a_key_and_says_what_is_in_it(
    program: Start, application: Application, mine: Path, tmp_path: Path
) -> None:
    running = program()
    running.files.copy = str(tmp_path / "stick" / "backup.trustcheck")
    Path(running.files.copy).parent.mkdir()
    person = running.start()
    person.arrives_at(Place.HOME)

    person.press(Qt.Key.Key_S, CONTROL_SHIFT)

    person.sees("The copy was read again and is the same in every row.")
    assert running.files.suggested == str(
        mine.with_name(f"answers backup {application.today().isoformat()}.trustcheck")
    )
    keeping = application.safekeeping()
    contents = keeping.look_into(running.files.copy)
    assert contents == keeping.look_into(str(mine))
    person.sees(f"{contents.answers} answers")


def test_a_copy_is_looked_into_compared_and_put_back(program: Start, application: Application, tmp_path: Path) -> None:
    mine = with_copy(application, Path(application.own_data_file))
    store = application.open_store(str(mine))
    gone = next(each for each in store.rounds.summaries() if each.organisation.name == "Bellwater Council")
    store.rounds.delete(gone.id)
    store.close()
    before = mine.read_bytes()
    running = program()
    person = running.start()
    person.arrives_at(Place.HOME)
    person.waits_for(lambda: len(copies_of(application, mine)) == 2)

    person.choose("Settings")
    person.sees("Today and yesterday")
    person.choose("Put a copy back\u2026")
    person.arrives_at(Place.RESTORE)
    chooses_yesterday(person)
    person.sees("No check")
    person.sees("Nothing, going by the numbers.")
    aside = f"answers (set aside {application.today().isoformat()}).trustcheck"
    person.sees(f"It is called {aside} then.")
    person.choose("Put this copy in its place")

    person.arrives_at(Place.HOME)
    person.sees("Yesterday\u2019s copy is open now.")
    assert mine.with_name(aside).read_bytes() == before
    assert gone.id in [each.id for each in running.flow.file.store.rounds.summaries()]


def test_what_would_be_missing_is_said_before(program: Start, application: Application, mine: Path) -> None:
    store = application.open_store(str(mine))
    every = store.rounds.summaries()
    store.rounds.delete(next(each.id for each in every if each.organisation.name == "Bellwater Council"))
    store.safety.make_copy(application.today() - timedelta(days=1))
    store.close()
    with_checks(mine.with_name("again.trustcheck"))
    mine.with_name("again.trustcheck").replace(mine)
    running = program()
    person = running.start()
    person.arrives_at(Place.HOME)
    person.waits_for(lambda: len(copies_of(application, mine)) == 2)
    running.navigator.files.safe.put_back()
    person.arrives_at(Place.RESTORE)
    chooses_yesterday(person)

    person.sees("From Bellwater Council: 1 check")


def test_a_copy_from_elsewhere_is_chosen_and_a_stranger_is_refused(
    program: Start, application: Application, mine: Path, tmp_path: Path
) -> None:
    letter = tmp_path / "letter.odt"
    letter.write_text("Dear all,", encoding="utf-8")
    running = program()
    person = running.start()
    person.arrives_at(Place.HOME)
    running.navigator.files.safe.put_back()
    person.arrives_at(Place.RESTORE)
    running.files.to_open = str(letter)

    person.choose("Choose another file\u2026")

    person.sees("is not a TrustCheck data file")
    page = running.window.page(Place.RESTORE)
    assert isinstance(page, RestorePage)
    assert not page.put.isEnabled()
    assert letter.read_text("utf-8") == "Dear all,"


def test_a_copy_that_anybody_can_read_does_not_take_a_protected_files_place_in_silence(
    program: Start, application: Application, mine: Path, tmp_path: Path
) -> None:
    plain = Path(shutil.copy(mine, tmp_path / "plain.trustcheck"))
    application.safekeeping().protect(str(mine), "", "the quiet heron")
    running = program()
    person = running.start()
    person.arrives_at(Place.LOCK)
    person.write("the quiet heron")
    person.press(Qt.Key.Key_Return)
    person.arrives_at(Place.HOME)
    running.navigator.files.safe.put_back()
    person.arrives_at(Place.RESTORE)
    running.files.to_open = str(plain)
    person.choose("Choose another file\u2026")
    page = running.window.page(Place.RESTORE)
    assert isinstance(page, RestorePage)
    person.waits_for(page.put.isEnabled)

    person.choose("Put this copy in its place")

    person.arrives_at(Place.HOME)
    person.sees("That one has a passphrase, and this one has none: Settings, Privacy sets one.")


def test_no_copies_are_listed_while_a_check_is_at_hand(program: Start, application: Application, mine: Path) -> None:
    running = program()
    person = running.start()
    person.arrives_at(Place.HOME)
    running.flow.read_newest()
    person.arrives_at(Place.OVERVIEW)

    person.press(Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    person.arrives_at(Place.SETTINGS)

    person.sees("A copy is put back from the first page, outside every check.")
    assert "Put a copy back\u2026" not in person.reads()
    assert not running.window.commands.action("put-back").isEnabled()


def test_a_finished_check_has_its_copy_and_the_settings_say_so(program: Start, application: Application) -> None:
    running = program()
    person = running.start()
    begins(person, pulse=True)
    answers(person, "343434343434")
    person.choose("See my result")
    person.arrives_at(Place.OVERVIEW)
    person.waits_for(lambda: copies_of(application, Path(application.own_data_file)) == [application.today()])

    person.press(Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    person.arrives_at(Place.SETTINGS)
    person.sees("One copy, from today.")
    assert "No copy yet" not in person.reads()
