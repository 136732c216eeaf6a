"""One person puts a suggestion aside by key; it stays so in the file, and the next check asks about it."""

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests import builders
from tests.group_builders import shipped
from tests.ui.contexts import context_of
from tests.ui.finding import named, words_on
from trustcheck.app.portraits.result import result_of
from trustcheck.app.ports import NewRound
from trustcheck.bootstrap import build
from trustcheck.domain.questionnaire.arrangement import Arrangement
from trustcheck.domain.questionnaire.model import Form, Perspective
from trustcheck.storage.store import SqliteStore, open_store
from trustcheck.ui.kit.look import Look
from trustcheck.ui.results.reading import PersonalReading
from trustcheck.ui.results.suggestions_page import SuggestionsPage
from trustcheck.ui.shell.main_window import MainWindow
from trustcheck.ui.shell.opening import OpenFile
from trustcheck.ui.shell.places import Place

THEN, NOW = date(2026, 3, 1), date(2026, 9, 23)
QUESTION = "Last time you put this aside: is it still not for you?"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    opened = open_store(str(tmp_path / "mine.trustcheck"))
    yield opened
    opened.close()


@pytest.fixture
def window(look: Look, qapp: QApplication, qtbot: QtBot) -> MainWindow:
    window = MainWindow(look, qapp)
    qtbot.addWidget(window)
    window.show()
    return window


def closed(store: SqliteStore, on: date) -> int:
    """A check of one person in which two themes are answered, and seldom is what they are about."""
    asked = shipped()
    round_id = store.rounds.begin(NewRound("My workplace", Form.FULL, Perspective.STAFF, asked, "", on))
    given = builders.answers(builders.all_at(asked, 2))
    for item in (*asked.items_of("SI"), *asked.items_of("SC")):
        store.rounds.save_answer(round_id, item.id, given[item.id])
    store.rounds.close(round_id, on)
    return round_id


def suggestions(store: SqliteStore, window: MainWindow, file: OpenFile, round_id: int) -> SuggestionsPage:
    """The page as somebody sees it who opens this check."""
    context = context_of(replace(build(os.environ), today=lambda: NOW), window, file)
    window.held = PersonalReading(context, result_of(store.rounds.round(round_id)))
    window.held.show(Place.SUGGESTIONS)
    page = window.page(Place.SUGGESTIONS)
    assert isinstance(page, SuggestionsPage)
    return page


def test_what_one_person_put_aside_is_asked_about_next_time(
    store: SqliteStore, window: MainWindow, qtbot: QtBot
) -> None:
    file, first = OpenFile(store, is_sample=False), closed(store, THEN)
    page = suggestions(store, window, file, first)
    aside = page.cards[0].suggestion.id
    qtbot.keyClick(named(page, QPushButton, "Not for me"), Qt.Key.Key_Space)
    assert aside not in [each.suggestion.id for each in page.cards]
    file.queue.drain()
    assert store.rounds.round(first).arrangement == Arrangement(aside=(aside,))

    second = closed(store, NOW)
    page = suggestions(store, window, file, second)
    assert page.cards[0].suggestion.id == aside
    assert QUESTION in words_on(page)
    qtbot.keyClick(named(page, QPushButton, "Still not for me"), Qt.Key.Key_Space)
    assert QUESTION not in words_on(page)
    file.queue.drain()
    assert store.rounds.round(second).arrangement == Arrangement(aside=(aside,))


def test_the_keyboard_stays_among_the_suggestions_when_one_is_put_aside_or_taken_back(
    store: SqliteStore, window: MainWindow, qtbot: QtBot
) -> None:
    """Somewhere else a second press would lead away from the page."""
    page = suggestions(store, window, OpenFile(store, is_sample=False), closed(store, THEN))
    gone = page.cards[0].suggestion.id
    qtbot.keyClick(named(page, QPushButton, "Not for me"), Qt.Key.Key_Space)
    assert gone not in [each.suggestion.id for each in page.cards]
    first = page.cards[0].promise
    assert first is not None
    qtbot.waitUntil(lambda: first.isVisible() and window.focusWidget() is first)

    qtbot.keyClick(named(page, QPushButton, "For me after all"), Qt.Key.Key_Space)
    (back,) = (each for each in page.cards if each.suggestion.id == gone)
    qtbot.waitUntil(lambda: back.promise is not None and window.focusWidget() is back.promise)
