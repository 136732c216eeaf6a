"""A workshop of ten: three leaders at the laptop, seven people on their phones, and what they decide in the report."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.person.keyboard import Person
from tests.person.program import Program
from tests.room.chromium import MISSING, PROGRAM, Chromium, RealPhone
from tests.ui.room import ASKED, PIN, open_check, setup
from trustcheck.domain.checks.group_round import NotesUse
from trustcheck.domain.questionnaire.model import Perspective
from trustcheck.storage.store import open_store
from trustcheck.ui.collecting.room_page import RoomPage
from trustcheck.ui.laptop.hand_over_page import HandOverPage
from trustcheck.ui.presenter.presenter_page import PresenterPage
from trustcheck.ui.presenter.wall import Wall
from trustcheck.ui.shell.places import Place

LEADERS, PHONES = 3, 7
DECIDED = {"We answer one criticism in public every month": "Ada", "Staff open the weekly meeting": "Grace"}
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def chromium(tmp_path: Path) -> Iterator[Chromium]:
    if PROGRAM is None:
        pytest.skip(MISSING)
    made = Chromium(tmp_path / "chromium")
    yield made
    made.close()


@pytest.fixture
def check(tmp_path: Path) -> tuple[Path, int]:
    path = tmp_path / "workshop.trustcheck"
    invited = {Perspective.LEADER: LEADERS, Perspective.STAFF: PHONES}
    store = open_store(str(path))
    round_id = open_check(store, setup(invited=invited, threshold=3, notes=NotesUse.NONE))
    store.close()
    return path, round_id


def opens_the_room(person: Person) -> RoomPage:
    person.choose("Open the room\u2026")
    person.arrives_at(Place.ROOM)
    page = person.window.page(Place.ROOM)
    assert isinstance(page, RoomPage)
    assert page.opening.choice is not None
    page.opening.choice.cards[-1].setFocus()
    person.press(Qt.Key.Key_Space)
    person.choose("Open the room")
    person.sees("0 of 10 have answered.")
    return page


def answers_on_a_phone(person: Person, page: RoomPage, phone: RealPhone, number: int) -> None:
    """With the code that stands on the laptop; the first one mistypes it, the second one reloads half way."""
    code = page.one.typed.text()
    phone.opens(f"http://{page.everybody.typed.text()}/")
    phone.taps("input.code")
    if number == 0:
        phone.types("CCC-CCC-CCC")
        phone.presses("Enter")
        phone.sees("That is not one of the codes of this room.")
        phone.finds("document.querySelector('input.code').value = ''")
        phone.taps("input.code")
    phone.types(code)
    phone.presses("Enter")
    phone.taps("As staff")
    phone.taps("Begin")
    for at, _item in enumerate(ASKED.order, 1):
        phone.sees(f"Question {at} of {len(ASKED.order)}")
        if (number, at) == (1, 4):
            phone.reloads()
            phone.sees(f"Question {at} of {len(ASKED.order)}")
        phone.presses(str(1 + (number + at) % 3))
        phone.presses("Enter")
    phone.sees("Every question has an answer.")
    phone.taps("Finish and put away")
    phone.sees("Thank you.")
    person.waits_for(lambda: page.one.typed.text() != code)


def answer_at_the_laptop(person: Person) -> None:
    """Three leaders, one after the other, and the facilitator comes back."""
    person.choose("Pass the laptop")
    person.arrives_at(Place.PIN)
    for name in ("A PIN for this round", "The same PIN again"):
        person.tab_to(name)
        person.write(PIN)
    person.press(Qt.Key.Key_Return)
    for leader in range(LEADERS):
        person.arrives_at(Place.HAND_OVER)
        page = person.window.page(Place.HAND_OVER)
        assert isinstance(page, HandOverPage)
        page.guard.stop()
        person.choose("I\u2019m the next person")
        person.arrives_at(Place.BEFORE)
        person.tab_to("As a leader")
        person.press(Qt.Key.Key_Space)
        person.choose("Begin")
        person.arrives_at(Place.QUESTION)
        for at, _item in enumerate(ASKED.order):
            person.write(str(3 + (leader + at) % 3))
            person.press(Qt.Key.Key_Return)
        person.arrives_at(Place.REVIEW)
        person.choose("Finish and put away")
        person.arrives_at(Place.HAND_OVER)
    person.choose("Facilitator")
    person.arrives_at(Place.PIN)
    person.write(PIN)
    person.press(Qt.Key.Key_Return)
    person.arrives_at(Place.COLLECT)


def goes_through_the_slides(wall: Wall) -> list[str]:
    seen = [wall.accessibleName()]
    for _press in range(80):
        QTest.keyClick(wall, Qt.Key.Key_PageDown)
        if wall.accessibleName() == seen[-1]:
            break
        seen.append(wall.accessibleName())
    return seen


def decides(person: Person) -> None:
    """On the wall while it is said."""
    person.press(Qt.Key.Key_F5)
    person.arrives_at(Place.PRESENT)
    page = person.window.page(Place.PRESENT)
    assert isinstance(page, PresenterPage)
    person.choose("Show on the wall")
    person.waits_for(lambda: page.wall is not None and page.wall.isVisible())
    wall = page.wall
    assert wall is not None
    seen = goes_through_the_slides(wall)
    assert "What we promise each other in this room" in seen[0]
    assert seen[-1].startswith("See you")
    QTest.keyClick(wall, Qt.Key.Key_P)
    for each in DECIDED:
        person.tab_to("What")
        person.write(each)
        person.press(Qt.Key.Key_Return)
        person.waits_for(lambda said=each: said in wall.accessibleName())
    QTest.keyClick(wall, Qt.Key.Key_Escape)
    person.waits_for(lambda: page.wall is None)
    # Without a manager of windows nobody hands the keyboard back.
    person.window.activateWindow()
    person.waits_for(person.window.isActiveWindow)


def promises_each(person: Person) -> None:
    """With a name and the day that is offered, on the page that the session leads to."""
    person.choose("Make promises of these")
    person.arrives_at(Place.PROMISE)
    for who in DECIDED.values():
        person.choose("Promise this")
        person.tab_to("Who sees to it")
        person.write(who)
        person.press(Qt.Key.Key_Tab)


@pytest.mark.long
def test_ten_people_go_from_the_open_room_to_what_they_promised_in_the_report(
    program: Callable[[], Program], chromium: Chromium, check: tuple[Path, int], tmp_path: Path
) -> None:
    path, round_id = check
    running = program()
    person = running.start(str(path))
    person.waits_for(lambda: running.navigator.flow is not None)
    running.navigator.flow.group.take_up(round_id)
    person.arrives_at(Place.COLLECT)

    page = opens_the_room(person)
    for number in range(PHONES):
        answers_on_a_phone(person, page, chromium.phone(dark=number % 2 == 1), number)
    person.sees("7 of 10 have answered.")
    person.choose("Back to collecting")
    person.arrives_at(Place.COLLECT)
    answer_at_the_laptop(person)
    person.sees("10 of 10 have answered.")
    person.choose("Close the check\u2026")
    person.choose("Close the check")
    person.arrives_at(Place.OVERVIEW)
    assert running.navigator.flow.file.close_room is None

    decides(person)
    promises_each(person)
    person.press(Qt.Key.Key_E, CTRL)
    person.arrives_at(Place.REPORT)
    person.sees("This is the very file that will be saved.")
    running.files.to_save = str(tmp_path / "report.pdf")
    person.choose("Save PDF")
    person.sees("Saved as")
    report = " ".join("\n".join(each.extract_text() for each in pypdf.PdfReader(running.files.to_save).pages).split())
    for what, who in DECIDED.items():
        assert what in report
        assert who in report
    running.close()
    store = open_store(str(path))
    kept = store.groups.round(round_id).promises
    store.close()
    assert {each.text: each.who for each in kept} == DECIDED
    assert all(each.look_again_on for each in kept)
