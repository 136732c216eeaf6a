"""Getting about in a check of several people: dropped files, menus and keys, closing and opening again."""

from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent

from tests.builders import response
from tests.forms import filled_in
from tests.group_builders import shipped
from tests.patience import PATIENCE
from tests.person.data_files import with_checks
from tests.person.keyboard import Person
from tests.person.program import Program
from tests.person.ten_people import table_of, ten_people
from tests.storage.people import DAY
from trustcheck.app.application import Application
from trustcheck.app.collecting.forms import FormOrder
from trustcheck.app.ports import NewGroupRound, Progress, Store
from trustcheck.domain.checks.group_round import GroupSetup, Sheet
from trustcheck.domain.questionnaire.model import Form, Perspective
from trustcheck.report.forms.fillable import make_fillable_form
from trustcheck.settings import Settings
from trustcheck.ui.kit.making_line import ProgressLine
from trustcheck.ui.shell.places import Place

Start = Callable[[], Program]
CTRL = Qt.KeyboardModifier.ControlModifier
ASKED = shipped()
SETUP = GroupSetup(
    form=Form.FULL,
    perspectives=(Perspective.LEADER, Perspective.STAFF),
    invited={Perspective.LEADER: 5, Perspective.STAFF: 5},
    leaders_are="the five team leads",
    routes="the staff council",
)


@pytest.fixture
def round_id(application: Application) -> int:
    """An open check in the person's own file, which begins with organisations."""
    application.settings.save(Settings(look="light", less_motion=True, working="organisations"))
    store = application.open_store(application.own_data_file)
    organisation_id = store.organisations.add("Ferngate Libraries")
    begun = store.groups.prepare(NewGroupRound(organisation_id, ASKED, SETUP, DAY))
    store.groups.open(begun)
    store.close()
    return begun


def collects(running: Program) -> Person:
    person = running.start()
    person.arrives_at(Place.HOME)
    person.choose("Go on: Ferngate Libraries")
    person.arrives_at(Place.COLLECT)
    return person


def drop(running: Program, *paths: Path) -> bool:
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(each)) for each in paths])
    event = QDropEvent(
        QPoint(5, 5), Qt.DropAction.CopyAction, carried, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    event.setAccepted(False)
    running.window.dropEvent(event)
    return event.isAccepted()


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "answers.csv"
    path.write_text(table_of(ten_people(ASKED), ASKED), "utf-8")
    return path


def test_a_table_dropped_on_the_window_is_looked_at(program: Start, round_id: int, table: Path) -> None:
    running = program()
    person = collects(running)

    assert drop(running, table)

    person.arrives_at(Place.TAKE_IN)
    person.sees("Take in 10 sheets")


def test_a_folder_of_forms_dropped_on_the_window_is_looked_at(
    program: Start, application: Application, round_id: int, tmp_path: Path
) -> None:
    store = application.open_store(application.own_data_file)
    summary, setup, questionnaire = store.groups.setup(round_id)
    store.close()
    form = make_fillable_form(FormOrder(summary, setup, questionnaire, Perspective.STAFF), "CDFGHJKM")
    folder = tmp_path / "returned"
    folder.mkdir()
    (folder / "back.pdf").write_bytes(filled_in(form, dict.fromkeys(ASKED.order, "4")))
    running = program()
    person = collects(running)

    assert drop(running, folder)

    person.arrives_at(Place.RETURNED)
    person.sees("Staff, 40 of 40 answered")


def test_nothing_is_taken_in_where_no_check_is_open(program: Start, round_id: int, table: Path) -> None:
    running = program()
    person = running.start()
    person.arrives_at(Place.HOME)

    assert not drop(running, table)
    assert running.window.place is Place.HOME


def test_the_ways_of_collecting_have_their_keys(program: Start, round_id: int) -> None:
    person = collects(program())

    person.press(Qt.Key.Key_T, CTRL)
    person.arrives_at(Place.PAPER_ENTRY)
    person.press(Qt.Key.Key_P, CTRL)
    person.arrives_at(Place.FORMS)


def test_results_open_when_the_check_is_closed_and_hide_when_it_is_opened_again(
    program: Start, application: Application, round_id: int, table: Path
) -> None:
    running = program()
    person = collects(running)
    drop(running, table)
    person.sees("Take in 10 sheets")
    person.choose("Take in 10 sheets")
    person.sees("10 sheets are in")
    person.choose("Back to collecting")
    person.sees("10 of 10 have answered.")
    person.press(Qt.Key.Key_1, CTRL)
    assert running.window.place is Place.COLLECT

    person.choose("Close the check\u2026")
    person.choose("Close the check")
    person.arrives_at(Place.OVERVIEW)
    for key, place in ((Qt.Key.Key_7, Place.GAPS), (Qt.Key.Key_8, Place.UNSEEN), (Qt.Key.Key_9, Place.STRENGTHS)):
        person.press(key, CTRL)
        person.arrives_at(place)

    person.sees("Collecting")
    person.choose("Collecting")
    person.arrives_at(Place.COLLECT)
    person.choose("Reopen the check\u2026")
    person.choose("Reopen the check")
    person.sees("While the check is open you see this count, and nothing else.")
    person.press(Qt.Key.Key_7, CTRL)
    assert running.window.place is Place.COLLECT
    assert "Gaps" not in person.reads()


def test_closing_a_large_check_says_how_far_it_is_and_can_be_stopped(
    program: Start, application: Application, round_id: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = application.open_store(application.own_data_file)
    store.sheets.add(round_id, [Sheet(response(dict.fromkeys(ASKED.order, 1 + at % 5))) for at in range(2500)])
    store.close()
    running = program()
    person = collects(running)
    halfway, go_on = hold_closing(running.flow.file.store, monkeypatch, after=1000)

    person.sees("2500 of 10 have answered.")
    person.choose("Close the check\u2026")
    person.choose("Close the check")
    person.sees("Closing the check")
    person.waits_for(halfway.is_set)
    person.sees("stopping leaves the check open")
    assert "Pass the laptop" not in person.reads()
    bar = running.window.page(Place.COLLECT).findChild(ProgressLine)
    assert bar is not None
    person.waits_for(lambda: (bar.value(), bar.maximum()) == (1000, 5000))
    person.choose("Cancel")
    go_on.set()
    person.sees("Stopped. The check is still open.")
    person.sees("While the check is open you see this count, and nothing else.")

    person.choose("Close the check\u2026")
    person.choose("Close the check")
    person.arrives_at(Place.OVERVIEW)


def hold_closing(store: Store, monkeypatch: pytest.MonkeyPatch, after: int) -> tuple[Event, Event]:
    """Closing waits when ``after`` steps were told: the event that says so, and the one that lets it go on."""
    halfway, go_on, close = Event(), Event(), store.groups.close

    def held(*asked: Any, progress: Progress, **how: Any) -> None:
        def step(done: int, of: int) -> None:
            progress(done, of)
            if done == after:
                halfway.set()
                go_on.wait(PATIENCE / 1000)

        close(*asked, progress=step, **how)

    monkeypatch.setattr(store.groups, "close", held)
    return halfway, go_on


def test_the_sample_shows_the_team_to_whoever_works_with_organisations(
    program: Start, application: Application
) -> None:
    application.settings.save(Settings(look="light", less_motion=True, working="organisations"))
    running = program()
    running.start().arrives_at(Place.WELCOME)

    running.person.choose("Look at a sample first")

    running.person.arrives_at(Place.OVERVIEW)
    running.person.sees("Bellwater Council")


def test_one_persons_check_is_reached_from_its_organisation(program: Start, application: Application) -> None:
    application.settings.save(Settings(look="light", less_motion=True, working="organisations"))
    with_checks(Path(application.own_data_file))
    person = program().start()
    person.arrives_at(Place.HOME)

    person.choose("Open: Ferngate Libraries")
    person.arrives_at(Place.ORGANISATION)
    person.sees("one person")
