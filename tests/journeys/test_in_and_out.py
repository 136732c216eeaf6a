"""Out of one data file and into another, by keyboard, in the running window."""

import json
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt

from tests.person.program import Program
from tests.person.several_clients import look_at_the_check_of
from trustcheck.app.application import Application
from trustcheck.settings import Settings
from trustcheck.ui.shell.places import Place

Start = Callable[[], Program]
CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def test_everything_leaves_one_file_and_comes_into_another(
    program: Start, application: Application, clients: Path, tmp_path: Path
) -> None:
    running = program()
    person = running.start(str(clients))
    person.arrives_at(Place.HOME)
    running.files.export = str(tmp_path / "all.json")

    person.press(Qt.Key.Key_E, CONTROL_SHIFT)
    person.arrives_at(Place.EXPORT)
    person.tab_to("Workbook (XLSX)")
    person.press(Qt.Key.Key_Down)
    person.press(Qt.Key.Key_Down)
    person.press(Qt.Key.Key_Space)
    person.choose("Save the export…")
    person.sees("Written and read back")
    assert running.files.suggested.endswith("TrustCheck.json")
    running.close()

    running = program()
    person = running.start(application.own_data_file if Path(application.own_data_file).exists() else None)
    person.arrives_at(Place.HOME)
    running.files.parcel = str(tmp_path / "all.json")
    running.window.commands.action("import").trigger()
    person.arrives_at(Place.IMPORT)
    person.choose("Choose a file…")
    person.sees("Two organisations would come in.")
    person.sees("One check comes with its result; its answers stay where they were given.")
    person.choose("Take in two organisations")
    person.sees("Two organisations are in.")
    person.choose("See what came in")
    person.arrives_at(Place.HOME)
    look_at_the_check_of(person, "Bellwater Council (2)")
    person.sees("Leaders see Straight information often; staff see it now and then.")


def test_a_result_that_came_says_where_its_answers_are(
    program: Start, application: Application, clients: Path, tmp_path: Path
) -> None:
    from trustcheck.cli import main

    assert main(["export", str(clients), "--format", "json", "-o", str(tmp_path / "all.json")]) == 0
    assert main(["import", str(tmp_path / "other.trustcheck"), str(tmp_path / "all.json")]) == 0
    running = program()
    person = running.start(str(tmp_path / "other.trustcheck"))
    person.arrives_at(Place.HOME)
    look_at_the_check_of(person, "Bellwater Council")

    running.navigator.go(Place.COLLECT)
    person.arrives_at(Place.COLLECT)
    person.sees("Its answers stayed in the data file where they were given")
    assert "Reopen" not in person.reads()
    assert "have answered" not in person.reads()

    running.navigator.go(Place.SAY_DO)
    person.arrives_at(Place.SAY_DO)
    person.sees("its facts stay as they were when it was exported")
    page = running.window.page(Place.SAY_DO)
    person.waits_for(lambda: len(page.rows) == 20)  # type: ignore[attr-defined]
    assert not any(row.isEnabled() for row in page.rows.values())  # type: ignore[attr-defined]


def test_from_the_page_of_an_organisation_that_one_leaves_alone(program: Start, clients: Path, tmp_path: Path) -> None:
    running = program()
    person = running.start(str(clients))
    person.arrives_at(Place.HOME)
    person.choose("Open: Bellwater Council")
    person.arrives_at(Place.ORGANISATION)
    running.files.export = str(tmp_path / "one.csv")

    person.press(Qt.Key.Key_E, CONTROL_SHIFT)
    person.arrives_at(Place.EXPORT)
    person.sees("Bellwater Council alone")
    person.tab_to("Workbook (XLSX)")
    person.press(Qt.Key.Key_Right)
    person.press(Qt.Key.Key_Space)
    person.choose("Save the export…")
    person.sees("Written and read back")
    person.choose("Back")
    person.arrives_at(Place.ORGANISATION)

    assert "Bellwater Council.csv" in running.files.suggested
    written = (tmp_path / "one.csv").read_text("utf-8-sig")
    assert "Bellwater Council" in written
    assert "Ferngate" not in written


def test_what_is_no_export_is_refused_in_words_and_nothing_comes_in(
    program: Start, clients: Path, tmp_path: Path
) -> None:
    (tmp_path / "letter.json").write_text(json.dumps({"dear": "all"}))
    running = program()
    person = running.start(str(clients))
    person.arrives_at(Place.HOME)
    running.files.parcel = str(tmp_path / "letter.json")

    running.window.commands.action("import").trigger()
    person.arrives_at(Place.IMPORT)
    person.choose("Choose a file…")
    person.sees("does not hold what an export holds")
    person.sees("Nothing was taken in.")


def test_nothing_is_offered_without_a_file_and_nothing_comes_into_the_sample(
    program: Start, application: Application
) -> None:
    application.settings.save(Settings(look="light", less_motion=True))
    running = program()
    person = running.start()
    person.arrives_at(Place.WELCOME)
    commands = running.window.commands
    assert not commands.action("export").isEnabled()
    assert not commands.action("import").isEnabled()

    running.navigator.files.open_sample()
    person.arrives_at(Place.OVERVIEW)
    assert commands.action("export").isEnabled()
    assert not commands.action("import").isEnabled()
