"""A table to fill in is saved from the page on which answers are collected, and what is filled in comes back."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests import group_builders
from tests.ui.clients import Clients
from trustcheck.ui.collecting.group_desks import SavingTable
from trustcheck.ui.kit.asking import FileDialogs
from trustcheck.ui.kit.look import Look


class Dialogs(FileDialogs):
    """Answers in a person's place: the name that was suggested, in this folder, or ``chosen``."""

    def __init__(self, window: QWidget, folder: Path, chosen: str = "") -> None:
        super().__init__(window)
        self._folder, self._chosen = folder, chosen

    def table_to_save(self, suggested: str) -> str:
        return self._chosen or str(self._folder / Path(suggested).name)


@pytest.fixture
def clients(look: Look, qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Clients]:
    made = Clients(look, qapp, qtbot, tmp_path)
    made.open_window()
    yield made
    made.close()


@pytest.fixture
def saving(clients: Clients, tmp_path: Path) -> Callable[[str], SavingTable]:
    folder = tmp_path / "tables"
    folder.mkdir()

    def save(chosen: str = "") -> SavingTable:
        dialogs = Dialogs(clients.window, folder, chosen)
        desk = SavingTable(replace(clients.context, dialogs=dialogs))
        organisation = clients.store.organisations.add("Bellwater: Council")
        desk.ask(clients.open_check(organisation, group_builders.setup()))
        return desk

    return save


def test_it_is_saved_as_a_workbook_under_a_name_people_find_again(
    clients: Clients, qtbot: QtBot, tmp_path: Path, saving: Callable[..., SavingTable]
) -> None:
    saving()
    qtbot.waitUntil(lambda: "The table is saved" in clients.window.notice.words)

    (table,) = (tmp_path / "tables").iterdir()
    assert table.name == "Bellwater Council table to fill in.xlsx"
    assert clients.application.tables().read(str(table)).rows == 1


def test_a_name_of_another_type_is_refused(
    clients: Clients, qtbot: QtBot, tmp_path: Path, saving: Callable[..., SavingTable]
) -> None:
    saving(str(tmp_path / "tables" / "mine.pdf"))
    told = clients.called.refusals
    qtbot.waitUntil(lambda: bool(told))

    assert str(told[0]).startswith("mine.pdf ends in .pdf, and what would be written is .xlsx or .csv.")
    assert not list((tmp_path / "tables").iterdir())
