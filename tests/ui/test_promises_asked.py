"""Last time's promises are asked about before any number of the next check."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.storage.people import DAY, LEADER, opened, sheets
from tests.ui.clients import Clients
from tests.ui.finding import cut_off, enlarge, named, nameless, shown, words_on
from trustcheck.app.promises import EarlierPromises
from trustcheck.domain.checks.round import Promise, PromiseStatus
from trustcheck.storage.store import SqliteStore
from trustcheck.ui.flow.group_flow import GroupFlow
from trustcheck.ui.kit.look import Look
from trustcheck.ui.results.group_overview_page import GroupOverviewPage
from trustcheck.ui.results.promise_page import PromisePage
from trustcheck.ui.results.promises_asked import AskedFirstPage
from trustcheck.ui.shell.places import Place

FIRST = Promise("We answer one letter in public.", date(2026, 10, 1), who="the press office")
SECOND = Promise("We close three loops.", number=2)
EARLIER = EarlierPromises(7, date(2026, 5, 2), (FIRST, SECOND))


def closed(store: SqliteStore, *promises: Promise) -> int:
    round_id = opened(store)
    store.sheets.add(round_id, [*sheets(range(1, 7), LEADER), *sheets(range(20, 30))])
    store.groups.close(round_id, DAY)
    for each in promises:
        store.rounds.save_promise(round_id, each)
    return round_id


def test_each_promise_is_asked_about_with_whose_it_is(look: Look, qtbot: QtBot) -> None:
    page = AskedFirstPage(look, together=True)
    page.show_earlier(EARLIER)
    shown(page, qtbot)

    assert "First: what became of the two promises?" in words_on(page)
    asked = "On 2 May 2026 it was promised: \u201cWe answer one letter in public. (the press office)\u201d"
    assert f"{asked} What became of it?" in words_on(page)
    assert nameless(page) == []


def test_only_what_did_not_happen_can_be_promised_again(look: Look, qtbot: QtBot) -> None:
    page = AskedFirstPage(look, together=True)
    page.show_earlier(EARLIER)
    shown(page, qtbot)
    assert [each.again.isVisible() for each in page.cards] == [False, False]

    page.show_earlier(EARLIER.with_answer(replace(SECOND, status=PromiseStatus.NOT)))

    assert [each.again.isVisible() for each in page.cards] == [False, True]


@pytest.mark.parametrize(("width", "scale"), [(1056, 1.0), (656, 1.5), (656, 2.0)])
def test_nothing_of_it_is_cut_off(look: Look, qtbot: QtBot, width: int, scale: float) -> None:
    page = AskedFirstPage(look, together=True)
    page.show_earlier(EARLIER.with_answer(replace(FIRST, text="word " * 90, status=PromiseStatus.PARTLY)))
    shown(page, qtbot)
    page.resize(width, 560)
    enlarge(look, scale)

    qtbot.waitUntil(lambda: cut_off(page) == [])


@pytest.fixture
def clients(look: Look, qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Clients]:
    made = Clients(look, qapp, qtbot, tmp_path)
    yield made
    made.close()


def test_a_groups_next_result_opens_with_them_and_goes_on_to_the_numbers(clients: Clients, qtbot: QtBot) -> None:
    store = clients.store
    before, now = closed(store, FIRST, SECOND), closed(store)
    flow = GroupFlow(clients.context)
    clients.open_window()
    flow.take_up(now)
    page = clients.arrives_at(Place.ASKED, AskedFirstPage)

    qtbot.keyClick(page.cards[0].status.segments["kept"], Qt.Key.Key_Space)
    qtbot.keyClick(page.cards[1].status.segments["not"], Qt.Key.Key_Space)
    qtbot.mouseClick(page.cards[1].again, Qt.MouseButton.LeftButton)

    promised = clients.arrives_at(Place.PROMISE, PromisePage)
    assert promised.what.words == SECOND.text
    clients.file.queue.drain()
    assert [each.status for each in store.rounds.promises(before)] == [PromiseStatus.KEPT, PromiseStatus.NOT]
    assert [each.text for each in store.rounds.promises(now)] == [SECOND.text]

    flow.take_up(now)
    clients.arrives_at(Place.OVERVIEW, GroupOverviewPage)


def test_a_promise_that_is_still_open_is_asked_about_each_time_and_the_result_is_one_key_away(
    clients: Clients, qtbot: QtBot
) -> None:
    _before, now = closed(clients.store, FIRST), closed(clients.store)
    flow = GroupFlow(clients.context)
    clients.open_window()
    for _each in range(2):
        flow.take_up(now)
        page = clients.arrives_at(Place.ASKED, AskedFirstPage)
        qtbot.keyClick(named(page, QPushButton, "On to the result"), Qt.Key.Key_Return)
        clients.arrives_at(Place.OVERVIEW, GroupOverviewPage)


def test_a_fourth_one_of_last_time_is_not_opened_again(clients: Clients, qtbot: QtBot) -> None:
    dropped = Promise("We ask twice.", status=PromiseStatus.DROPPED, number=4)
    kept = (FIRST, SECOND, Promise("We read one aloud.", number=3), dropped)
    before, now = closed(clients.store, *kept), closed(clients.store)
    flow = GroupFlow(clients.context)
    clients.open_window()
    flow.take_up(now)
    page = clients.arrives_at(Place.ASKED, AskedFirstPage)

    qtbot.keyClick(page.cards[3].status.segments["open"], Qt.Key.Key_Space)

    assert page.cards[3].status.choice == "dropped"
    assert "Three open promises already. Finish one, or drop one." in words_on(clients.window)
    qtbot.keyClick(page.cards[0].status.segments["kept"], Qt.Key.Key_Space)
    clients.file.queue.drain()
    assert [each.status.value for each in clients.store.rounds.promises(before)] == ["kept", "open", "open", "dropped"]


def test_a_damaged_promise_of_last_time_keeps_nobody_from_the_result(clients: Clients, tmp_path: Path) -> None:
    _before, now = closed(clients.store, FIRST), closed(clients.store)
    with clients.store.file.writing("") as connection:
        connection.exec_driver_sql("UPDATE promise SET questions = '7'")
    flow = GroupFlow(clients.context)
    clients.open_window()

    flow.take_up(now)

    clients.arrives_at(Place.OVERVIEW, GroupOverviewPage)
