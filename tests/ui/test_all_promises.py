"""What was promised over all organisations: due, open, done, each leading to its own page."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.clients import Clients
from tests.ui.finding import cut_off, enlarge, nameless, shown, words_on
from trustcheck.domain.checks.round import Organisation, PlacedPromise, Promise, PromiseStatus, RoundKind
from trustcheck.ui.flow.group_flow import GroupFlow
from trustcheck.ui.kit.look import Look
from trustcheck.ui.organisations.all_promises_page import AT_ONCE, AllPromisesPage
from trustcheck.ui.results.promise_page import PromisePage
from trustcheck.ui.shell.places import Place

TODAY = date(2026, 11, 22)
PROMISE = Promise("Publish the repair backlog", date(2026, 11, 20), who="Ada")


def placed(name: str, promise: Promise = PROMISE, at: int = 0) -> PlacedPromise:
    return PlacedPromise(Organisation(at, name), at, RoundKind.GROUP, promise)


def on_page(look: Look, qtbot: QtBot, *promises: PlacedPromise) -> AllPromisesPage:
    page = AllPromisesPage(look)
    page.show_promises(promises, TODAY)
    shown(page, qtbot)
    return page


def test_they_are_sorted_by_what_they_need(look: Look, qtbot: QtBot) -> None:
    page = on_page(
        look,
        qtbot,
        placed("Rowan Partners", replace(PROMISE, status=PromiseStatus.PARTLY)),
        placed("Northgate Housing"),
        placed("Kestrel Foods", replace(PROMISE, look_again_on=date(2026, 12, 1), who="")),
        placed("The mill", replace(PROMISE, look_again_on=None)),
    )

    assert {heading: [link.accessibleName() for link in each.links] for heading, each in page.groups.items()} == {
        "Due": ["Northgate Housing: Publish the repair backlog, Ada, 20 November has passed"],
        "Still open": [
            "Kestrel Foods: Publish the repair backlog, by 1 December",
            "The mill: Publish the repair backlog, Ada, no day yet",
        ],
        "Done": ["Rowan Partners: Publish the repair backlog, Ada, partly"],
    }
    assert "On 22 November 2026: 1 due, 2 open besides, 1 answered." in words_on(page)
    assert nameless(page) == []


def test_where_nothing_was_promised_it_says_how_that_begins(look: Look, qtbot: QtBot) -> None:
    page = on_page(look, qtbot)

    assert "Nothing was promised yet." in words_on(page)
    assert page.first_focus() is None


def test_many_stand_there_fifty_at_a_time(look: Look, qtbot: QtBot) -> None:
    page = on_page(look, qtbot, *(placed(f"Client {at}", at=at) for at in range(AT_ONCE + 3)))
    group = page.groups["Due"]
    assert len(group.links) == AT_ONCE

    qtbot.keyClick(group.lines.more, Qt.Key.Key_Space)

    assert len(group.links) == AT_ONCE + 3
    assert not group.lines.more.isVisible()


@pytest.mark.parametrize(("width", "scale"), [(1056, 1.0), (656, 1.5), (656, 2.0)])
def test_nothing_of_them_is_cut_off(look: Look, qtbot: QtBot, width: int, scale: float) -> None:
    page = on_page(look, qtbot, placed("N" * 60, replace(PROMISE, text="word " * 60, who="A" * 40)))
    page.resize(width, 560)
    enlarge(look, scale)

    qtbot.waitUntil(lambda: cut_off(page) == [])


@pytest.fixture
def clients(look: Look, qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Clients]:
    made = Clients(look, qapp, qtbot, tmp_path)
    yield made
    made.close()


def test_one_of_them_leads_to_the_page_of_its_check(clients: Clients, qtbot: QtBot) -> None:
    round_id = clients.closed_check(clients.store.organisations.add("Northgate Housing"))
    clients.store.rounds.save_promise(round_id, PROMISE)
    flow = GroupFlow(clients.context)
    clients.open_window()
    flow.show_promises()
    page = clients.arrives_at(Place.ALL_PROMISES, AllPromisesPage)

    qtbot.mouseClick(page.groups["Due"].links[0], Qt.MouseButton.LeftButton)

    promised = clients.arrives_at(Place.PROMISE, PromisePage)
    assert promised.what.words == PROMISE.text
