"""While one client's check is open nothing in the window, in a dialog or in a settings file tells of another client.

A consultant looks at one client after the other, and turns the screen round for the third.
"""

import os
import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.person.keyboard import Person
from tests.person.program import Program
from tests.person.three_clients import GONE, MARKS, OTHERS, OURS, everything_said, fill, of_others
from trustcheck.app.application import Application
from trustcheck.bootstrap import build
from trustcheck.settings import Settings
from trustcheck.ui.flow.check_flow import CheckFlow
from trustcheck.ui.kit import text
from trustcheck.ui.kit.asking import remember_folder
from trustcheck.ui.shell.places import Place

Start = Callable[[], Program]
Ids = dict[str, dict[str, int]]
READ_ALONE = (Place.OVERVIEW, Place.THEMES, Place.SAY_DO, Place.SUGGESTIONS, Place.PROMISE, Place.REPORT)
READ_TOGETHER = (*READ_ALONE, Place.GAPS, Place.UNSEEN, Place.STRENGTHS, Place.COLLECT)


class Consultant:
    """Has looked at two other clients, deleted a third, and saved files in folders called after them."""

    def __init__(self, running: Program, person: Person, ids: Ids, tmp_path: Path) -> None:
        self.running, self.person, self.ids, self._folder = running, person, ids, tmp_path
        self.heard: list[str] = []

    @property
    def flow(self) -> CheckFlow:
        assert self.running.navigator.flow is not None
        return self.running.navigator.flow

    def home(self) -> None:
        self.running.navigator.go_home()
        self.person.arrives_at(Place.HOME)

    def goes(self, *places: Place) -> None:
        for place in places:
            self.running.navigator.go(place)
            self.person.arrives_at(place)

    def opens(self, name: str, what: str, place: Place) -> None:
        """A check, from the list of all organisations."""
        self.home()
        if what in ("answering", "answered"):
            self.flow.take_up_own(self.ids[name][what])
        else:
            self.flow.group.take_up(self.ids[name][what])
        self.person.arrives_at(place)

    def opens_page(self, name: str) -> None:
        self.home()
        self.flow.group.organisations.show_organisation(self.ids[name]["organisation"])
        self.person.arrives_at(Place.ORGANISATION)

    def saves_report(self, name: str) -> None:
        """In a folder that is called after the client."""
        folder = self._made(name)
        self.running.files.to_save = str(folder / "report.pdf")
        self.goes(Place.REPORT)
        self.person.waits_for(self.running.window.page(Place.REPORT).save_button.isEnabled)
        self.flow.reporting.save()
        self.person.waits_for((folder / "report.pdf").exists)
        QApplication.processEvents()

    def tells(self) -> list[str]:
        """What anything here tells of another client."""
        window, files = self.running.window, self.running.files
        settings = self.running.application.settings
        kept = [each.read_text() for each in (settings.settings_file, settings.window_file) if each.exists()]
        return of_others([*everything_said(window), *kept, *self.heard, *files.began_in])

    def looks_at_others(self) -> None:
        """All there is to see of two clients, and one client that goes; then the list of all, and a word about one."""
        for name in OTHERS:
            remember_folder(self.flow.file.store, self.ids[name]["organisation"], self._made(name))
        self.opens_page(GONE)
        self.running.window.page(Place.ORGANISATION).delete_asked.emit()
        self.person.sees(f"Deleted: {GONE}")
        self.opens(OTHERS[0], "closed", Place.OVERVIEW)
        self.goes(Place.GAPS, Place.PROMISE, Place.REPORT)
        self.opens(OTHERS[1], "answered", Place.OVERVIEW)
        self.goes(Place.THEMES, Place.SUGGESTIONS)
        self.opens_page(OTHERS[1])
        self.home()
        self.running.window.say(f"There is another organisation called {OTHERS[0]}.")

    def opens_next(self, what: str, place: Place) -> None:
        """One of our client's checks, after all that: from here on nothing of the others may be told."""
        self.looks_at_others()
        told = "\n".join(self.tells()).lower()
        assert all(MARKS[name] in told for name in (*OTHERS, GONE)), "or this would prove nothing"
        self.opens(OURS, what, place)
        self.heard.clear()
        self.running.files.began_in.clear()
        self.tells_nothing()

    def tells_nothing(self) -> None:
        assert self.tells() == []

    def _made(self, name: str) -> Path:
        folder = self._folder / MARKS[name]
        folder.mkdir(exist_ok=True)
        return folder


@pytest.fixture(scope="module")
def clients(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Ids]:
    """A data file with all of them, made once."""
    path = tmp_path_factory.mktemp("clients") / "clients.trustcheck"
    with closing(build(os.environ).open_store(str(path))) as store:
        return path, {name: fill(store, name) for name in (OTHERS[0], OURS, OTHERS[1], GONE)}


@pytest.fixture
def consultant(
    program: Start,
    application: Application,
    clients: tuple[Path, Ids],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Consultant:
    application.settings.save(Settings(look="light", less_motion=True, working="organisations"))
    Path(application.own_data_file).parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(clients[0], application.own_data_file)
    running = program()
    here = Consultant(running, running.start(), clients[1], tmp_path)
    said = text.QAccessibleAnnouncementEvent

    def hear(widget: object, words: str) -> object:
        here.heard.append(words)
        return said(widget, words)  # type: ignore[arg-type]

    monkeypatch.setattr(text, "QAccessibleAnnouncementEvent", hear)
    here.person.arrives_at(Place.HOME)
    return here


def test_a_closed_check_of_several_people(consultant: Consultant) -> None:
    consultant.opens_next("closed", Place.OVERVIEW)
    for place in READ_TOGETHER:
        consultant.goes(place)
        consultant.tells_nothing()
    consultant.saves_report(OURS)
    assert "Heron" in consultant.running.files.began_in[-1]
    for place in (Place.SETTINGS, Place.HELP, Place.ABOUT):
        consultant.goes(place)
        consultant.tells_nothing()
        consultant.running.navigator.frame.back()
    consultant.running.window.commands.action("hand-over-organisation").trigger()
    consultant.person.arrives_at(Place.ORGANISATION_OUT)
    consultant.tells_nothing()


def test_what_was_looked_at_to_take_it_in_is_not_there_any_more(
    consultant: Consultant, clients: tuple[Path, Ids]
) -> None:
    consultant.opens(OURS, "closed", Place.OVERVIEW)
    consultant.running.window.commands.action("take-in-organisation").trigger()
    consultant.person.arrives_at(Place.ORGANISATION_IN)
    consultant.running.files.given = str(clients[0])
    consultant.person.choose("Choose a file\u2026")
    consultant.person.sees("Four organisations are in this file.")
    assert consultant.tells()
    consultant.opens(OURS, "closed", Place.OVERVIEW)
    consultant.heard.clear()
    consultant.tells_nothing()


def test_a_check_of_several_people_that_is_open_or_prepared(consultant: Consultant) -> None:
    consultant.opens_next("open", Place.COLLECT)
    for how, place in (
        ("print", Place.FORMS),
        ("type-in", Place.PAPER_ENTRY),
        ("take-returned", Place.RETURNED),
        ("take-table", Place.TAKE_IN),
        ("go-round", Place.PIN),
    ):
        consultant.flow.group.collect(how)
        consultant.person.arrives_at(place)
        consultant.tells_nothing()
        consultant.goes(Place.COLLECT)
    consultant.goes(Place.SAY_DO)
    consultant.tells_nothing()
    consultant.home()
    consultant.opens(OURS, "preparing", Place.NEW_CHECK)
    consultant.heard.clear()
    consultant.tells_nothing()
    consultant.person.choose("Change something")
    consultant.person.sees("How many leaders?")
    consultant.tells_nothing()
    consultant.opens_page(OURS)
    consultant.person.choose("New check")
    consultant.person.arrives_at(Place.NEW_CHECK)
    consultant.heard.clear()
    consultant.tells_nothing()


def test_one_persons_checks(consultant: Consultant) -> None:
    consultant.opens_next("answered", Place.OVERVIEW)
    for place in READ_ALONE:
        consultant.goes(place)
        consultant.tells_nothing()
    consultant.flow.start()
    consultant.person.arrives_at(Place.START)
    consultant.tells_nothing()
    consultant.opens(OURS, "answering", Place.QUESTION)
    consultant.heard.clear()
    consultant.tells_nothing()
    assert consultant.flow.sitting is not None
    consultant.flow.sitting.show_review()
    consultant.person.arrives_at(Place.REVIEW)
    consultant.tells_nothing()


def test_what_comes_late_from_another_client_stays_out(consultant: Consultant) -> None:
    """Somebody renames one client to what another is called, or asks for the list, and opens a third at once."""
    consultant.opens_page(OTHERS[0])
    consultant.running.window.page(Place.ORGANISATION).renamed.emit(OTHERS[1])
    consultant.flow.group.take_up(consultant.ids[OURS]["closed"])
    consultant.person.arrives_at(Place.OVERVIEW)
    consultant.heard.clear()
    consultant.goes(Place.THEMES)
    consultant.tells_nothing()
    consultant.flow.group.organisations.show()
    consultant.flow.group.take_up(consultant.ids[OURS]["open"])
    consultant.person.arrives_at(Place.COLLECT)
    consultant.heard.clear()
    consultant.goes(Place.SAY_DO)
    consultant.tells_nothing()


def test_afterwards_the_others_are_there_again(consultant: Consultant, application: Application) -> None:
    consultant.opens_next("closed", Place.OVERVIEW)
    consultant.opens(OTHERS[0], "closed", Place.OVERVIEW)
    consultant.goes(Place.OVERVIEW, Place.GAPS, Place.REPORT, Place.COLLECT)
    consultant.opens(OTHERS[1], "answered", Place.OVERVIEW)
    consultant.goes(Place.SAY_DO, Place.REPORT)
    consultant.home()
    consultant.opens_page(OTHERS[1])
    consultant.running.close()
    found = list(application.folders.settings.rglob("*.toml"))

    assert found
    assert not of_others([each.read_text() for each in found])
