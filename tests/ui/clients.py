"""A data file of organisations with the controllers that show them, as the program makes them."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests import group_builders
from tests.ui.contexts import Called, context_of
from tests.ui.finding import words_on
from trustcheck.app.ports import NewGroupRound
from trustcheck.bootstrap import build
from trustcheck.domain.checks.group_round import GroupSetup, Sheet
from trustcheck.domain.questionnaire.model import Perspective, Questionnaire
from trustcheck.ui.kit.look import Look
from trustcheck.ui.shell.main_window import MainWindow
from trustcheck.ui.shell.opening import OpenFile
from trustcheck.ui.shell.places import Place

Kind = TypeVar("Kind", bound=QWidget)
LEADER, STAFF = Perspective.LEADER, Perspective.STAFF


class Pictures:
    """Answers the dialog for a logo in a person's place."""

    def __init__(self) -> None:
        self.chosen = self.cards = ""

    def cards_to_save(self, suggested: str) -> str:
        return self.cards

    def picture_to_open(self, folder: str) -> str:
        return self.chosen


class Clients:
    """An open data file in a window; what it holds is put there by everybody's door."""

    def __init__(self, look: Look, qapp: QApplication, qtbot: QtBot, path: Path) -> None:
        built = build({**os.environ, "TRUSTCHECK_DATA": str(path / "data")})
        self.application = replace(built, today=lambda: group_builders.date(2026, 11, 22))
        self.window, self.qtbot = MainWindow(look, qapp), qtbot
        qtbot.addWidget(self.window)
        self.store = self.application.open_store(str(path / "clients.trustcheck"))
        self.file = OpenFile(self.store, is_sample=False)
        self.pictures = Pictures()
        self.called = Called()
        self.context = context_of(self.application, self.window, self.file, self.pictures, self.called)

    def open_window(self) -> None:
        with self.qtbot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()

    @contextmanager
    def arrival(self) -> Iterator[None]:
        """Wait until another page was shown."""
        before = self.called.arrivals
        yield
        self.qtbot.waitUntil(lambda: self.called.arrivals > before)

    def arrives_at(self, place: Place, kind: type[Kind]) -> Kind:
        self.qtbot.waitUntil(lambda: self.window.place is place)
        page = self.window.page(place)
        assert isinstance(page, kind)
        return page

    def sees(self, page: QWidget, words: str) -> None:
        """Wait until the words can be read on the page."""
        self.qtbot.waitUntil(lambda: words in words_on(page))

    def closed_check(self, organisation_id: int, *, leaders: int = 6, staff: int = 6) -> int:
        """A check that everybody answered, leaders a little higher than staff."""
        round_id = self.open_check(organisation_id, group_builders.setup(leaders, staff))
        asked = group_builders.shipped()
        sheets = [group_builders.sheet(LEADER, asked, {}, other=3 + at % 2) for at in range(leaders)]
        sheets += [group_builders.sheet(STAFF, asked, {}, other=2 + at % 3) for at in range(staff)]
        self.store.sheets.add(round_id, [Sheet(each) for each in sheets])
        self.store.groups.close(round_id, self.application.today())
        return round_id

    def open_check(self, organisation_id: int, setup: GroupSetup, asked: Questionnaire | None = None) -> int:
        round_id = self.prepared_check(organisation_id, setup, asked)
        self.store.groups.open(round_id)
        return round_id

    def prepared_check(self, organisation_id: int, setup: GroupSetup, asked: Questionnaire | None = None) -> int:
        asked = asked or group_builders.shipped()
        new = NewGroupRound(organisation_id, asked, setup, self.application.today())
        return self.store.groups.prepare(new)

    def close(self) -> None:
        assert self.file.let_go()
