"""What was promised for this month stands below the list of organisations, and leads to where it was promised."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.clients import Clients
from tests.ui.finding import cut_off, enlarge, named, nameless, shown, words_on
from tests.ui.portraits import GREEK, LONG_NAME, RUN_ON
from trustcheck.app.ports import NewRound
from trustcheck.domain.checks.round import NAME_LIMIT, NOTE_LIMIT, Organisation, PlacedPromise, Promise, RoundKind
from trustcheck.domain.questionnaire.model import Form, Perspective
from trustcheck.ui.flow.group_flow import GroupFlow
from trustcheck.ui.kit.look import Look
from trustcheck.ui.organisations.due_promises import AT_FIRST
from trustcheck.ui.organisations.organisations_page import OrganisationsPage
from trustcheck.ui.organisations.organisations_view import OrganisationsView
from trustcheck.ui.results.promise_page import PromisePage
from trustcheck.ui.shell.places import Place

TODAY = date(2026, 11, 22)
A_LARGE_ID = 2**62
BACKLOG = Promise("Publish the repair backlog", date(2026, 11, 28))


def due(name: str, promise: Promise = BACKLOG, at: int = 0) -> PlacedPromise:
    return PlacedPromise(Organisation(A_LARGE_ID + at, name), A_LARGE_ID + 100 + at, RoundKind.GROUP, promise)


def on_page(look: Look, qtbot: QtBot, *promised: PlacedPromise, width: int = 1056) -> OrganisationsPage:
    page = OrganisationsPage(look)
    page.show_organisations(OrganisationsView((), "/home/asha/answers.trustcheck", TODAY, promised=promised))
    with qtbot.waitActive(page):
        shown(page, qtbot, width)
        page.activateWindow()
    qtbot.waitUntil(lambda: "Everything stays in one file" in words_on(page))
    return page


def test_whose_what_and_when_can_be_read_and_heard(look: Look, qtbot: QtBot) -> None:
    page = on_page(look, qtbot, due("Northgate Housing"))

    said = words_on(page)
    assert "Promised for November" in said
    assert "Publish the repair backlog" in said
    assert "by 28 November" in said.splitlines()
    assert page.promises.links[0].words == "Northgate Housing"
    assert page.promises.links[0].accessibleName() == (
        "Promise of Northgate Housing, by 28 November: Publish the repair backlog"
    )


@pytest.mark.parametrize(
    ("day", "words"),
    [(TODAY, "today"), (date(2026, 10, 3), "3 October has passed"), (date(2025, 10, 3), "3 October 2025 has passed")],
)
def test_a_day_that_has_come_is_said_as_it_is(look: Look, qtbot: QtBot, day: date, words: str) -> None:
    page = on_page(look, qtbot, due("Northgate Housing", replace(BACKLOG, look_again_on=day)))

    assert words in words_on(page).splitlines()


def test_where_nothing_is_promised_there_is_no_strip(look: Look, qtbot: QtBot) -> None:
    page = on_page(look, qtbot)

    assert "Promised for" not in words_on(page)


def test_pressing_one_asks_for_it(look: Look, qtbot: QtBot) -> None:
    first, second = due("Northgate Housing"), due("Rowan Partners", at=1)
    page = on_page(look, qtbot, first, second)

    with qtbot.waitSignal(page.promise_asked) as asked:
        qtbot.keyClick(named(page, QPushButton, "Promise of Rowan Partners"), Qt.Key.Key_Return)

    assert asked.args == [second]


def test_many_stand_there_a_few_at_a_time(look: Look, qtbot: QtBot) -> None:
    page = on_page(look, qtbot, *(due(f"Client {at:04}", at=at) for at in range(1000)))
    assert len(page.promises.links) == AT_FIRST

    more = named(page, QPushButton, "Show more, 997 to come")
    more.setFocus()
    qtbot.keyClick(more, Qt.Key.Key_Return)

    assert len(page.promises.links) == AT_FIRST + 20
    assert QApplication.focusWidget() is page.promises.links[AT_FIRST]


def test_a_long_promise_is_cut_after_a_word_and_keeps_to_its_line(look: Look, qtbot: QtBot) -> None:
    text = ("Tell everybody\nwhat became of it " * 30)[:NOTE_LIMIT]
    page = on_page(look, qtbot, due("Northgate Housing", replace(BACKLOG, text=text)))

    [said] = [line for line in words_on(page).splitlines() if line.startswith("Tell everybody")]
    assert said.endswith("\u2026")
    assert text.replace("\n", " ").startswith(f"{said[:-1]} ")
    assert 100 < len(said) <= 161


@pytest.mark.parametrize(("width", "scale"), [(1056, 1.0), (648, 1.0), (1056, 1.5), (648, 1.5), (648, 2.0)])
def test_long_and_foreign_promises_fit_at_every_size(look: Look, qtbot: QtBot, width: int, scale: float) -> None:
    enlarge(look, scale)
    names = (LONG_NAME[:NAME_LIMIT], RUN_ON, GREEK)
    promised = [due(name, replace(BACKLOG, text=name * 4), at) for at, name in enumerate(names)]
    page = on_page(look, qtbot, *promised, width=width)

    qtbot.waitUntil(lambda: cut_off(page) == [])
    assert all(link.width() <= page.viewport().width() for link in page.promises.links)
    assert nameless(page) == []


@pytest.fixture
def clients(look: Look, qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Clients]:
    made = Clients(look, qapp, qtbot, tmp_path)
    yield made
    made.close()


def the_list(clients: Clients) -> OrganisationsPage:
    page = clients.arrives_at(Place.HOME, OrganisationsPage)
    clients.sees(page, "Everything stays in one file")
    return page


def flow_of(clients: Clients) -> GroupFlow:
    made = GroupFlow(clients.context)
    clients.open_window()
    return made


def test_a_groups_promise_opens_on_its_own_page(clients: Clients) -> None:
    round_id = clients.closed_check(clients.store.organisations.add("Northgate Housing"))
    clients.store.rounds.save_promise(round_id, BACKLOG)
    flow = flow_of(clients)
    flow.show_all()
    page = the_list(clients)

    clients.qtbot.mouseClick(named(page, QPushButton, "Promise of Northgate Housing"), Qt.MouseButton.LeftButton)

    clients.arrives_at(Place.PROMISE, PromisePage)
    assert flow.at is not None
    assert flow.at.id == round_id


def test_one_persons_promise_leads_to_their_check(clients: Clients, new_personal: NewRound) -> None:
    round_id = clients.store.rounds.begin(new_personal)
    clients.store.rounds.close(round_id, TODAY)
    clients.store.rounds.save_promise(round_id, BACKLOG)
    flow = flow_of(clients)
    flow.show_all()
    page = the_list(clients)

    with clients.qtbot.waitSignal(flow.organisations.personal_asked) as asked:
        clients.qtbot.mouseClick(named(page, QPushButton, "Promise of The mill"), Qt.MouseButton.LeftButton)

    assert asked.args == [round_id]


def test_what_is_promised_for_next_month_waits(clients: Clients) -> None:
    round_id = clients.closed_check(clients.store.organisations.add("Northgate Housing"))
    clients.store.rounds.save_promise(round_id, replace(BACKLOG, look_again_on=date(2026, 12, 1)))
    flow = flow_of(clients)
    flow.show_all()

    assert "Promised for" not in words_on(the_list(clients))


@pytest.fixture
def new_personal(clients: Clients) -> NewRound:
    catalog = clients.application.catalog
    return NewRound(
        organisation="The mill",
        form=Form.PULSE,
        perspective=Perspective.STAFF,
        questionnaire=catalog.questionnaire(catalog.shipped()[0]),
        leaders_are="",
        started_on=TODAY,
    )
