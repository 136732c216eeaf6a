"""Phones in the room, from the window: opened, watched, shown on the wall, and closed with the check at the latest."""

import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter
from types import MethodType
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QThreadPool, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from tests import group_builders
from tests.report.reading import words_of
from tests.room.rooms import people_answer, what_they_saw
from tests.ui.clients import Clients
from tests.ui.finding import cut_off, nameless, words_on
from trustcheck.app.refusals import Cancelled
from trustcheck.domain.checks.round import RoundState
from trustcheck.domain.questionnaire.model import Form
from trustcheck.exchange.room_process import RoomProcess
from trustcheck.ui.collecting.collect_page import CollectPage
from trustcheck.ui.collecting.desks import Desks
from trustcheck.ui.collecting.room_desk import RoomDesk
from trustcheck.ui.collecting.room_page import RoomPage
from trustcheck.ui.collecting.room_wall import RoomWall
from trustcheck.ui.kit.buttons import Button
from trustcheck.ui.kit.look import Look
from trustcheck.ui.shell.places import Place

if TYPE_CHECKING:
    import subprocess


@pytest.fixture
def clients(look: Look, qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Clients]:
    made = Clients(look, qapp, qtbot, tmp_path)
    made.open_window()
    yield made
    made.close()


class Facilitator:
    """Somebody at the collecting page of an open check, with the mouse."""

    def __init__(self, clients: Clients, staff: int = 3) -> None:
        self.clients, self.qtbot = clients, clients.qtbot
        organisation = clients.store.organisations.add("Bellwater Council")
        self.round_id = clients.open_check(organisation, group_builders.setup(2, staff, form=Form.PULSE))
        self.other_id = clients.open_check(
            clients.store.organisations.add("Oakfield School"), group_builders.setup(2, 4, form=Form.PULSE)
        )
        self.desks = Desks(clients.context, clients.window)
        with clients.arrival():
            self.desks.collecting.show(self.round_id)

    @property
    def desk(self) -> RoomDesk:
        return self.desks.desk(RoomDesk)

    @property
    def page(self) -> RoomPage:
        return self.clients.arrives_at(Place.ROOM, RoomPage)

    def asks_for_a_room(self) -> RoomPage:
        with self.clients.arrival():
            self.desks.collect(self.round_id, "open-room")
        return self.page

    def opens_the_room(self) -> str:
        """On this computer alone; what a phone would type."""
        page = self.asks_for_a_room()
        assert page.opening.choice is not None
        self.clicks(page.opening.choice.cards[-1])
        self.clicks(page.open)
        self.qtbot.waitUntil(page.wall.isVisible)
        return self.desk.door

    def clicks(self, button: QAbstractButton) -> None:
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def goes_to(self, round_id: int) -> CollectPage:
        with self.clients.arrival():
            self.desks.collecting.show(round_id)
        return self.clients.arrives_at(Place.COLLECT, CollectPage)

    def prints_cards(self, path: Path, said: str) -> str:
        """What stands on them, without hyphens."""
        self.clients.pictures.cards = str(path)
        self.clicks(self.page.cards)
        self.clients.sees(self.page, f"{said}: {path}.")
        return words_of(path.read_bytes()).replace("-", "")

    def is_in(self, state: RoundState, round_id: int) -> bool:
        return self.clients.store.groups.setup(round_id)[0].state is state

    def shown_codes(self) -> str:
        return self.page.one.typed.text().replace("-", "")

    def waits_for(self, people: "subprocess.Popen[str]") -> dict[str, str]:
        """The window goes on meanwhile."""
        self.qtbot.waitUntil(lambda: people.poll() is not None)
        return what_they_saw(people)


@pytest.fixture
def facilitator(clients: Clients) -> Facilitator:
    return Facilitator(clients)


def test_a_phone_comes_in_with_the_code_on_the_screen_and_its_sheet_is_counted_there(facilitator: Facilitator) -> None:
    door, clients = facilitator.opens_the_room(), facilitator.clients
    page, code = facilitator.page, facilitator.shown_codes()
    assert page.everybody.typed.text() == door
    assert "0 of 5 have answered." in words_on(page)
    assert "Whoever is on this Wi-Fi with the right tools could read along." in words_on(page)

    people = people_answer(door, [code])
    facilitator.qtbot.waitUntil(lambda: facilitator.shown_codes() not in ("", code))
    assert facilitator.waits_for(people) == {code: "Thank you."}

    clients.sees(page, "1 of 5 has answered.")
    assert clients.store.groups.arrived(facilitator.round_id).all_finished == 1
    facilitator.clicks(page.close_room)
    clients.sees(page, "The room is closed.")
    assert facilitator.desk.door == ""


def test_it_shows_on_the_wall_and_what_the_wall_says_is_read_out(facilitator: Facilitator) -> None:
    door = facilitator.opens_the_room()
    facilitator.clicks(facilitator.page.wall)
    (wall,) = facilitator.clients.window.findChildren(RoomWall)

    assert wall.isVisible()
    assert wall.accessibleName().startswith(f"{door}. 0 of 5 have answered.")
    facilitator.qtbot.keyClick(wall, Qt.Key.Key_Escape)
    facilitator.qtbot.waitUntil(lambda: not facilitator.clients.window.findChildren(RoomWall))


def test_the_room_goes_on_while_the_window_shows_the_check_and_its_count_follows(facilitator: Facilitator) -> None:
    door, code = facilitator.opens_the_room(), facilitator.shown_codes()
    with facilitator.clients.arrival():
        facilitator.page.left.emit()
    collecting = facilitator.clients.arrives_at(Place.COLLECT, CollectPage)
    assert collecting.room.isVisible()
    assert collecting.room.typed.text() == door
    next(each for each in collecting.deeds.findChildren(Button) if "Close" in each.text()).click()
    assert collecting.closing.isVisible()

    assert facilitator.waits_for(people_answer(door, [code])) == {code: "Thank you."}
    facilitator.clients.sees(collecting, "1 of 5 has answered.")
    assert collecting.closing.isVisible()


def test_the_page_of_the_check_shows_the_way_in_and_leads_back_to_the_room(facilitator: Facilitator) -> None:
    door = facilitator.opens_the_room()
    facilitator.clicks(facilitator.page.wall)
    (wall,) = facilitator.clients.window.findChildren(RoomWall)
    with facilitator.clients.arrival():
        facilitator.page.left.emit()
    collecting = facilitator.clients.arrives_at(Place.COLLECT, CollectPage)
    assert collecting.room.typed.text() == door
    with facilitator.clients.arrival():
        facilitator.clicks(collecting.room.see)
    assert facilitator.page.everybody.typed.text() == door
    assert wall.isVisible()
    code = facilitator.shown_codes()
    assert facilitator.waits_for(people_answer(door, [code])) == {code: "Thank you."}
    facilitator.qtbot.waitUntil(lambda: "1 of 5 has answered." in wall.accessibleName())

    os.kill(facilitator.desk.process, signal.SIGKILL)
    facilitator.clients.sees(facilitator.page, "Opened again, it takes the same codes.")
    facilitator.qtbot.waitUntil(lambda: not facilitator.clients.window.page(Place.COLLECT).room.isVisibleTo(collecting))


def test_closing_the_check_closes_the_room_first_and_forgets_its_codes(facilitator: Facilitator) -> None:
    door, code = facilitator.opens_the_room(), facilitator.shown_codes()
    with facilitator.clients.arrival():
        facilitator.page.left.emit()
    facilitator.clients.arrives_at(Place.COLLECT, CollectPage).close_asked.emit(False)

    facilitator.qtbot.waitUntil(
        lambda: facilitator.clients.store.groups.setup(facilitator.round_id)[0].state is RoundState.CLOSED
    )
    assert facilitator.desk.door == ""
    assert facilitator.waits_for(people_answer(door, [code])) == {code: ""}
    facilitator.qtbot.waitUntil(lambda: not facilitator.desk.codes)


def test_a_room_whose_program_ended_says_so_and_opens_again_with_the_same_codes(facilitator: Facilitator) -> None:
    facilitator.opens_the_room()
    code, page, opened = facilitator.shown_codes(), facilitator.page, facilitator.clients.file.close_room
    assert opened is not None
    os.kill(facilitator.desk.process, signal.SIGKILL)

    facilitator.clients.sees(page, "Opened again, it takes the same codes.")
    assert facilitator.clients.file.close_room is None
    facilitator.clicks(page.opening.choice.cards[-1])
    facilitator.clicks(page.open)
    facilitator.qtbot.waitUntil(page.wall.isVisible)
    assert facilitator.shown_codes() == code


def test_letting_go_of_the_file_closes_the_room(facilitator: Facilitator) -> None:
    door, code = facilitator.opens_the_room(), facilitator.shown_codes()

    assert facilitator.clients.file.let_go()
    assert facilitator.waits_for(people_answer(door, [code])) == {code: ""}


def test_another_code_is_shown_when_one_was_taken_along_and_made_when_all_are(facilitator: Facilitator) -> None:
    door, page = facilitator.opens_the_room(), facilitator.page
    seen = [facilitator.shown_codes()]
    for _each in range(5):
        facilitator.clicks(page.next)
        seen.append(facilitator.shown_codes())

    assert len(set(seen)) == 6
    assert facilitator.waits_for(people_answer(door, seen[-1:])) == {seen[-1]: "Thank you."}


@pytest.mark.parametrize("number", ["", "0", "501"])
def test_a_number_of_codes_that_makes_no_sense_is_told_beside_it(facilitator: Facilitator, number: str) -> None:
    page = facilitator.asks_for_a_room()
    page.opening.codes.show_words(number)
    facilitator.clicks(page.open)

    assert "A number from 1 to 500." in words_on(page)
    assert not page.during.isVisible()


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (720, 560)])
def test_nothing_is_cut_off_before_and_while_it_is_open(facilitator: Facilitator, width: int, height: int) -> None:
    facilitator.clients.window.resize(width, height)
    page = facilitator.asks_for_a_room()
    assert cut_off(page) == []
    assert nameless(page) == []
    facilitator.clicks(page.opening.choice.cards[-1])
    facilitator.clicks(page.open)
    facilitator.qtbot.waitUntil(page.wall.isVisible)
    facilitator.qtbot.waitUntil(lambda: cut_off(page) == [])
    assert nameless(page) == []


def test_cards_are_printed_for_whoever_has_not_come_in(facilitator: Facilitator, tmp_path: Path) -> None:
    facilitator.opens_the_room()
    facilitator.clicks(facilitator.page.next)
    printed = facilitator.prints_cards(tmp_path / "cards.pdf", "3 cards are made")

    assert [each in printed for each in facilitator.desk.codes] == [False, False, True, True, True]
    assert facilitator.prints_cards(tmp_path / "again.pdf", "3 cards are made") == printed


def test_a_code_that_was_shown_is_on_no_card_and_one_on_a_card_is_never_shown(
    facilitator: Facilitator, tmp_path: Path
) -> None:
    facilitator.opens_the_room()
    shown = [facilitator.shown_codes()]
    printed = facilitator.prints_cards(tmp_path / "cards.pdf", "4 cards are made")
    for _each in range(3):
        facilitator.clicks(facilitator.page.next)
        shown.append(facilitator.shown_codes())

    assert len(set(shown)) == 4
    assert not [each for each in shown if each in printed]


def test_a_code_left_on_the_screen_of_a_closed_room_is_on_no_card_of_the_next(
    facilitator: Facilitator, tmp_path: Path
) -> None:
    facilitator.opens_the_room()
    shown = facilitator.shown_codes()
    facilitator.clicks(facilitator.page.close_room)
    facilitator.opens_the_room()

    assert facilitator.shown_codes() == shown
    assert shown not in facilitator.prints_cards(tmp_path / "cards.pdf", "4 cards are made")


def test_where_every_code_was_shown_a_card_gets_one_of_its_own(facilitator: Facilitator, tmp_path: Path) -> None:
    door = facilitator.opens_the_room()
    for _each in range(4):
        facilitator.clicks(facilitator.page.next)
    before = facilitator.desk.codes
    printed = facilitator.prints_cards(tmp_path / "card.pdf", "One card is made")

    (added,) = set(facilitator.desk.codes) - set(before)
    assert added in printed
    assert not [each for each in before if each in printed]
    assert facilitator.waits_for(people_answer(door, [added])) == {added: "Thank you."}


def test_a_room_is_shown_on_the_page_of_its_own_check_alone(facilitator: Facilitator) -> None:
    door = facilitator.opens_the_room()

    assert not facilitator.goes_to(facilitator.other_id).room.isVisible()
    collecting = facilitator.goes_to(facilitator.round_id)
    assert collecting.room.isVisible()
    assert collecting.room.typed.text() == door


def test_a_room_for_another_check_waits_until_somebody_closes_this_one(facilitator: Facilitator) -> None:
    door, code, clients = facilitator.opens_the_room(), facilitator.shown_codes(), facilitator.clients
    facilitator.goes_to(facilitator.other_id)
    facilitator.desks.collect(facilitator.other_id, "open-room")

    (refused,) = clients.called.refusals
    assert refused.sentence == "A room for phones is open for another check."
    assert "Bellwater" not in str(refused)
    assert facilitator.desk.door == door
    assert facilitator.waits_for(people_answer(door, [code])) == {code: "Thank you."}


def test_a_code_that_two_people_scanned_shows_the_second_nothing_of_the_first(facilitator: Facilitator) -> None:
    door, code = facilitator.opens_the_room(), facilitator.shown_codes()
    first = people_answer(door, ["0.3", code], "many_phones.py")
    facilitator.qtbot.waitUntil(lambda: facilitator.shown_codes() not in ("", code))
    second = facilitator.waits_for(people_answer(door, [code]))

    assert second == {code: "Somebody has begun with this code already. Take the one that is on the screen now."}
    facilitator.qtbot.waitUntil(lambda: first.poll() is not None)
    assert '"thanked": 1' in first.communicate(timeout=60)[0]


def test_a_code_whose_sheet_is_put_away_is_told_so_in_the_next_room_too(facilitator: Facilitator) -> None:
    door, code = facilitator.opens_the_room(), facilitator.shown_codes()
    facilitator.waits_for(people_answer(door, [code]))
    facilitator.clicks(facilitator.page.close_room)
    door = facilitator.opens_the_room()

    seen = facilitator.waits_for(people_answer(door, [code, "CCCCCCCCC"]))
    assert seen[code] == "The sheet of this code is put away already, and counted once."
    assert seen["CCCCCCCCC"] == "That is not one of the codes of this room. Look at your card once more."


def test_closing_another_check_leaves_the_room_open(facilitator: Facilitator) -> None:
    door, code = facilitator.opens_the_room(), facilitator.shown_codes()
    facilitator.goes_to(facilitator.other_id).close_asked.emit(False)

    facilitator.qtbot.waitUntil(lambda: facilitator.is_in(RoundState.CLOSED, facilitator.other_id))
    facilitator.goes_to(facilitator.round_id)
    assert facilitator.desk.door == door
    assert facilitator.waits_for(people_answer(door, [code])) == {code: "Thank you."}


def test_a_closing_that_is_stopped_leaves_the_codes_as_they_were(
    facilitator: Facilitator, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_given: object, **_named: object) -> None:
        raise Cancelled

    facilitator.opens_the_room()
    codes, collecting = facilitator.desk.codes, facilitator.goes_to(facilitator.round_id)
    monkeypatch.setattr(type(facilitator.clients.store.groups), "close", stopped)
    collecting.close_asked.emit(False)

    facilitator.qtbot.waitUntil(lambda: not collecting.making.isVisible())
    assert facilitator.is_in(RoundState.OPEN, facilitator.round_id)
    assert facilitator.desk.door == ""
    assert facilitator.desk.codes == codes


def test_a_room_whose_check_is_forgotten_while_it_opens_is_closed_again(facilitator: Facilitator) -> None:
    page, desk, file = facilitator.asks_for_a_room(), facilitator.desk, facilitator.clients.file
    facilitator.clicks(page.opening.choice.cards[-1])
    facilitator.clicks(page.open)
    desk.forget_check(facilitator.round_id)
    QThreadPool.globalInstance().waitForDone()
    close_room = file.close_room
    assert isinstance(close_room, MethodType)
    assert isinstance(close_room.__self__, RoomProcess)

    facilitator.qtbot.waitUntil(lambda: file.close_room is None)
    assert desk.door == ""
    with pytest.raises(ProcessLookupError):
        os.kill(close_room.__self__.pid, 0)


@pytest.mark.benchmark
def test_the_window_goes_on_while_a_dozen_phones_answer(clients: Clients, print_figures: Callable[[str], None]) -> None:
    """The longest time between two beats of a clock that beats every five milliseconds, without phones and with."""
    facilitator = Facilitator(clients, staff=12)
    door = facilitator.opens_the_room()
    codes = facilitator.desk.codes
    longest = {"alone": 0.0, "with phones": 0.0}
    beat, last, now = QTimer(), [perf_counter()], ["alone"]

    def beats() -> None:
        longest[now[0]] = max(longest[now[0]], perf_counter() - last[0])
        last[0] = perf_counter()

    beat.timeout.connect(beats)
    beat.start(5)
    facilitator.qtbot.wait(2000)
    now[0] = "with phones"
    people = people_answer(door, ["0.2", *codes], "many_phones.py")
    facilitator.qtbot.waitUntil(lambda: people.poll() is not None)
    beat.stop()
    print_figures(f"longest beat of the window in ms: { {each: round(1000 * time) for each, time in longest.items()} }")
    assert '"thanked": 14' in people.communicate()[0]
