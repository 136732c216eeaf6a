"""Two windows on one file: the second may look, changes nothing, and does not look past a laptop that goes round."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPlainTextEdit, QRadioButton, QWidget

from tests.person import told as surfaces
from tests.person.data_files import everything_in, with_checks
from tests.person.keyboard import Person
from tests.person.looking_only import goes_round, opens_a_check
from tests.person.program import SYSTEM_DIALOG, Program
from trustcheck.app.application import Application
from trustcheck.app.ports import Store
from trustcheck.domain.checks.round import RoundKind
from trustcheck.ui.collecting.ways import acts
from trustcheck.ui.datafile import looking_on
from trustcheck.ui.shell.places import Place

Start = Callable[..., Program]
CONTROL = Qt.KeyboardModifier.ControlModifier
ON_ITS_WAY = "This file is on its way from person to person."
LOOKING = "You are only looking. Another TrustCheck has this file open."
NOTHING_CHANGES = "While you only look, nothing in the file changes."


@pytest.fixture
def elsewhere(application: Application) -> Store:
    """The person's own file, open in another window."""
    return application.open_store(str(with_checks(Path(application.own_data_file))))


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


READ = (Place.OVERVIEW, Place.THEMES, Place.SAY_DO, Place.SUGGESTIONS, Place.PROMISE)
"""The pages of a result that both kinds of check have, in the order of their keys."""


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
        for key, place in enumerate(READ, start=1):
            person.press(Qt.Key[f"Key_{key}"], CONTROL)
            person.arrives_at(place)
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
    round_id = opens_a_check(elsewhere)
    running = program()
    person = running.start(elsewhere.path)
    looks(person)
    group = running.flow.group
    group.take_up(round_id)
    person.arrives_at(Place.COLLECT)

    for act in acts():
        group.collect(act)
        assert running.window.place is Place.COLLECT
    assert running.window.notice.words.startswith(NOTHING_CHANGES)
    assert not running.window.keeps_closed
    person.waits_for(lambda: not running.is_busy)
    running.close()
    elsewhere.close()


def test_while_the_laptop_goes_round_nobody_looks_past_its_pin_with_a_second_window(
    program: Start, elsewhere: Store
) -> None:
    goes_round(elsewhere)
    running = program()
    person = running.start(elsewhere.path)
    person.arrives_at(Place.IN_USE)

    person.choose("Look only")

    person.sees(ON_ITS_WAY)
    assert running.navigator.flow is None
    assert "Bellwater" not in person.reads()
    running.close()
    elsewhere.close()


def test_what_is_being_looked_at_leaves_the_screen_when_the_laptop_goes_round(
    program: Start, application: Application, elsewhere: Store
) -> None:
    running = program()
    person = running.start(elsewhere.path)
    looks(person)
    assert len(surfaces.told(application, "Bellwater")) > 1

    goes_round(elsewhere)

    person.sees(ON_ITS_WAY)
    assert running.navigator.flow is None
    assert not running.window.is_covered
    # The file itself, and what the other window keeps beside it as long as it has it open.
    name = Path(elsewhere.path).name
    person.waits_for(lambda: set(surfaces.told(application, "Bellwater")) <= {f"file {name}", f"file {name}-open"})
    running.close()
    elsewhere.close()


def test_it_is_gone_before_somebody_who_turns_to_it_can_read(
    program: Start, elsewhere: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    an_hour = 3_600_000
    monkeypatch.setattr(looking_on, "EVERY", an_hour)
    running = program()
    person = running.start(elsewhere.path)
    looks(person)
    the_other = QWidget()
    the_other.setObjectName(SYSTEM_DIALOG)
    the_other.show()
    the_other.activateWindow()
    person.waits_for(lambda: QApplication.activeWindow() is the_other)
    goes_round(elsewhere)

    the_other.close()
    running.window.activateWindow()

    person.sees(ON_ITS_WAY)
    assert running.navigator.flow is None
    running.close()
    elsewhere.close()


def test_a_dialog_over_what_is_being_looked_at_goes_with_it(program: Start, elsewhere: Store) -> None:
    running = program()
    person = running.start(elsewhere.path)
    looks(person)

    def ask_the_system() -> None:
        dialog = QDialog(running.window)
        dialog.setObjectName(SYSTEM_DIALOG)
        QTimer.singleShot(0, dialog, lambda: goes_round(elsewhere))
        dialog.exec()

    QTimer.singleShot(0, running.window, ask_the_system)

    person.sees(ON_ITS_WAY)
    assert running.navigator.flow is None
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
    promised = elsewhere.rounds.round(
        next(each.id for each in elsewhere.rounds.summaries() if each.kind is RoundKind.PERSONAL)
    ).promises

    person.tab_to("What I will try")
    person.write("something else ")
    person.press(Qt.Key.Key_Tab)

    person.waits_for(lambda: running.window.notice.words.startswith(NOTHING_CHANGES))
    assert all(each.text in person.reads() for each in promised)
    assert running.flow.file.queue.waiting == 0
    running.close()
    elsewhere.close()
