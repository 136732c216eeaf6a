"""A kit is made with one click, and what people send back of it is dropped on the window as forms are."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests import group_builders
from tests.forms import FEW
from tests.kit import reply
from tests.ui.clients import Clients
from tests.ui.finding import named, words_on
from trustcheck.app.collecting.forms import FormOrder
from trustcheck.domain.questionnaire.model import Perspective
from trustcheck.ui.collecting.group_desks import TakingBack
from trustcheck.ui.collecting.making_pages import MakingPages
from trustcheck.ui.collecting.returned_forms_page import ReturnedFormsPage
from trustcheck.ui.kit.look import Look
from trustcheck.ui.shell.context import Context
from trustcheck.ui.shell.places import Place

if TYPE_CHECKING:
    from trustcheck.ui.kit.asking import FileDialogs

STAFF = Perspective.STAFF


class OneFolder:
    """Answers the dialog in a person's place."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def folder_for_forms(self, folder: str) -> str:
        return str(self.folder)


@pytest.fixture
def clients(look: Look, qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Clients]:
    made = Clients(look, qapp, qtbot, tmp_path)
    made.open_window()
    yield made
    made.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "kit"
    made.mkdir()
    return made


@pytest.fixture
def round_id(clients: Clients) -> int:
    organisation = clients.store.organisations.add("Bellwater: Council")
    return clients.open_check(organisation, group_builders.setup(), FEW)


def context(clients: Clients, folder: Path) -> Context:
    return replace(clients.context, dialogs=cast("FileDialogs", OneFolder(folder)))


def made(clients: Clients, folder: Path, round_id: int) -> list[str]:
    """Make the kit; the names of its files."""
    MakingPages(context(clients, folder)).ask(round_id)
    clients.sees(clients.window, "Made in")
    return sorted(each.name for each in folder.iterdir())


def answered(clients: Clients, round_id: int, answers: dict[str, int], code: str = "CDFGHJKM") -> bytes:
    """What the page of staff saves, sealed to the key this check has."""
    (key,) = clients.store.sheets.reply_keys(round_id)
    return reply(FormOrder(*clients.store.groups.setup(round_id), STAFF), answers, key, code=code)


def test_one_click_makes_a_page_and_a_form_for_each_view_sealed_to_the_checks_own_key(
    clients: Clients, folder: Path, round_id: int
) -> None:
    names = made(clients, folder, round_id)

    shapes = [re.sub(r" [A-Z0-9]{8}\.pdf", " CODE.pdf", each) for each in names]
    assert shapes == [
        "Bellwater Council forms for leaders CODE.pdf",
        "Bellwater Council forms for staff CODE.pdf",
        "Bellwater Council page for leaders.html",
        "Bellwater Council page for staff.html",
    ]
    pages = [(folder / each).read_text("utf-8") for each in names if each.endswith(".html")]
    told = [json.loads(re.findall(r'id="kit">(.*?)</script>', each)[0]) for each in pages]
    assert {each["view"] for each in told} == {"leader", "staff"}
    assert len({each["key"] for each in told}) == 1


def test_made_again_nothing_is_replaced_and_the_key_stays(clients: Clients, folder: Path, round_id: int) -> None:
    made(clients, folder, round_id)
    before = clients.store.sheets.reply_keys(round_id)
    page = folder / "Bellwater Council page for staff.html"
    first = page.read_bytes()
    MakingPages(context(clients, folder)).ask(round_id)
    clients.qtbot.waitUntil(lambda: len(list(folder.iterdir())) == 8)

    assert page.read_bytes() == first
    assert clients.store.sheets.reply_keys(round_id) == before


def takes_back(clients: Clients, folder: Path, round_id: int) -> tuple[TakingBack, ReturnedFormsPage]:
    desk = TakingBack(context(clients, folder))
    with clients.arrival():
        desk.begin(round_id, (str(folder),))
    return desk, clients.arrives_at(Place.RETURNED, ReturnedFormsPage)


def test_replies_are_seen_before_they_count_and_taken_once(clients: Clients, folder: Path, round_id: int) -> None:
    MakingPages(context(clients, folder)).ask(round_id)
    clients.sees(clients.window, "Made in")
    back = folder / "back"
    back.mkdir()
    (back / "one.trustreply").write_bytes(answered(clients, round_id, {"A1": 4, "B1": 2}))
    (back / "two.trustreply").write_bytes(answered(clients, round_id, {"A1": 2}, "KKKKMMMM"))
    (back / "spoilt.trustreply").write_bytes(answered(clients, round_id, {"A1": 2})[:-1])
    desk, page = takes_back(clients, back, round_id)
    clients.sees(page, "3 files looked at. 2 sheets can be taken in.")
    assert "Staff, 2 of 8 answered" in words_on(page)
    assert "Not taken: the file is damaged. Ask for it once more." in words_on(page)
    assert clients.store.groups.arrived(round_id).all_finished == 0

    with clients.qtbot.waitSignal(desk.done):
        clients.qtbot.mouseClick(named(page, QPushButton, "Take in 2 sheets"), Qt.MouseButton.LeftButton)
    assert clients.store.groups.arrived(round_id).all_finished == 2
    _desk, again = takes_back(clients, back, round_id)
    clients.sees(again, "None of them can be taken in.")
    assert "Not taken: it is in already." in words_on(again)


def test_after_the_check_was_closed_and_opened_again_an_old_reply_is_told(
    clients: Clients, folder: Path, round_id: int
) -> None:
    clients.store.sheets.reply_key(round_id, clients.application.forms().new_key)
    (folder / "late.trustreply").write_bytes(answered(clients, round_id, {"A1": 4}))
    clients.store.groups.close(round_id, clients.application.today())
    clients.store.groups.reopen(round_id)
    _desk, page = takes_back(clients, folder, round_id)
    clients.sees(page, "None of them can be taken in.")

    assert "Not taken: it is sealed to a key that is not in this data file." in words_on(page)


@pytest.mark.parametrize("takes", [True, False])
def test_a_reply_dropped_on_the_window_is_taken_by_an_open_check_and_told_elsewhere(
    clients: Clients, *, takes: bool
) -> None:
    window, dropped = clients.window, list[tuple[str, ...]]()
    window.answers_dropped.connect(dropped.append)
    window.takes_answers = takes
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile("/a/answers.trustreply")])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(40, 40), Qt.DropAction.CopyAction, carried, buttons, keys))

    assert dropped == ([("/a/answers.trustreply",)] if takes else [])
    assert ("only while that is open" in words_on(window)) is not takes
