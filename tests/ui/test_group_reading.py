"""A group's result read page by page, on a data file: facts, the promise and the sentence are kept as they are said."""

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests import group_builders
from tests.group_builders import both, shipped
from tests.person.accessible import cut_off, loose_choices, nameless, out_of_reach, silent_charts, too_small
from tests.ui.contexts import context_of
from tests.ui.finding import enlarge, named, words_on
from tests.ui.group_places import PLACES
from trustcheck.app.portraits.result import group_result_of
from trustcheck.app.ports import NewGroupRound
from trustcheck.bootstrap import build
from trustcheck.domain.checks.group_round import Sheet
from trustcheck.domain.questionnaire.answers import Fact, PracticeAnswer
from trustcheck.storage.store import SqliteStore, open_store
from trustcheck.ui.kit.asking import FileDialogs
from trustcheck.ui.kit.background import Task
from trustcheck.ui.kit.look import Look
from trustcheck.ui.results.group_overview_page import GroupOverviewPage
from trustcheck.ui.results.group_pillar_card import GroupThemeRow
from trustcheck.ui.results.group_reading import GroupReading
from trustcheck.ui.results.one_theme import Flagged
from trustcheck.ui.results.promise_page import PromisePage
from trustcheck.ui.results.say_do_page import SayDoPage
from trustcheck.ui.results.suggestions_page import SuggestionsPage
from trustcheck.ui.shell.main_window import MainWindow
from trustcheck.ui.shell.opening import OpenFile
from trustcheck.ui.shell.places import Place


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    opened = open_store(str(tmp_path / "ours.trustcheck"))
    yield opened
    opened.close()


@pytest.fixture
def round_id(store: SqliteStore) -> int:
    """A closed check of six leaders and fourteen staff."""
    made = both()
    new = NewGroupRound(store.organisations.add("Northgate"), shipped(), group_builders.setup(7, 16), date(2026, 9, 7))
    made_id = store.groups.prepare(new)
    store.groups.open(made_id)
    store.sheets.add(made_id, [Sheet(each) for each in made.responses])
    store.groups.close(made_id, date(2026, 9, 22))
    return made_id


@pytest.fixture
def window(look: Look, qapp: QApplication, qtbot: QtBot) -> MainWindow:
    window = MainWindow(look, qapp)
    qtbot.addWidget(window)
    return window


@pytest.fixture
def file(store: SqliteStore) -> OpenFile:
    return OpenFile(store, is_sample=False)


@pytest.fixture
def reading(window: MainWindow, file: OpenFile, store: SqliteStore, round_id: int) -> Iterator[GroupReading]:
    application = replace(build(os.environ), today=lambda: date(2026, 9, 23))
    released = store.groups.round(round_id)

    def go(place: Place) -> None:
        reading.show(place)

    context = replace(context_of(application, window, file), go=go)
    reading = GroupReading(context, released, group_result_of(released))
    window.show()
    yield reading
    file.queue.drain()


def test_every_page_opens_with_words_on_it(reading: GroupReading, window: MainWindow, qtbot: QtBot) -> None:
    for place in PLACES:
        reading.show(place)
        page = window.page(place)
        qtbot.waitUntil(lambda page=page: page.isVisible() and len(words_on(page)) > 40)


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_every_page_is_for_everybody(
    reading: GroupReading, window: MainWindow, look: Look, qtbot: QtBot, scale: float
) -> None:
    """Names, sizes, tables beside charts, and a way for Tab to everything, also at large text in a small window."""
    if scale > 1:
        enlarge(look, scale)
        window.resize(720, 560)
    for place in PLACES:
        reading.show(place)
        page = window.page(place)
        qtbot.waitUntil(lambda page=page: bool(words_on(page)))
        QApplication.processEvents()
        assert (place, nameless(window)) == (place, [])
        assert (place, loose_choices(window)) == (place, [])
        assert (place, too_small(window)) == (place, [])
        assert (place, silent_charts(window)) == (place, [])
        assert (place, cut_off(window)) == (place, [])
        assert (place, out_of_reach(window)) == (place, [])


def test_the_screen_shows_what_the_file_holds(reading: GroupReading) -> None:
    assert reading.result == group_result_of(both(summary=reading.result.summary))


def test_a_theme_on_the_overview_leads_to_its_page(reading: GroupReading, window: MainWindow, qtbot: QtBot) -> None:
    reading.show(Place.OVERVIEW)
    overview = window.page(Place.OVERVIEW)
    assert isinstance(overview, GroupOverviewPage)
    qtbot.waitUntil(lambda: bool(words_on(overview)))
    qtbot.keyClick(named(overview, GroupThemeRow, "Safe to speak"), Qt.Key.Key_Return)

    assert window.page(Place.THEMES).announcement() == "Themes. Safe to speak"  # type: ignore[attr-defined]
    assert window.page(Place.THEMES).isVisible()  # type: ignore[attr-defined]


def test_own_words_are_kept_and_shown_at_once(
    reading: GroupReading, window: MainWindow, file: OpenFile, store: SqliteStore, round_id: int, qtbot: QtBot
) -> None:
    reading.show(Place.OVERVIEW)
    overview = window.page(Place.OVERVIEW)
    assert isinstance(overview, GroupOverviewPage)
    qtbot.waitUntil(lambda: bool(words_on(overview)))
    qtbot.keyClick(named(overview, QPushButton, "Say it in our own words"), Qt.Key.Key_Space)
    box = named(overview, QPlainTextEdit, "The sentence")
    box.selectAll()
    qtbot.keyClicks(box, "We talk and hardly listen.")
    with qtbot.waitSignal(reading.changed):
        qtbot.keyClick(box, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    file.queue.drain()

    qtbot.waitUntil(lambda: "We talk and hardly listen." in words_on(overview))
    assert overview.story.pencil.hasFocus()
    assert store.groups.round(round_id).own_words == "We talk and hardly listen."


def test_a_fact_is_kept_and_what_it_contradicts_appears(
    reading: GroupReading, window: MainWindow, file: OpenFile, store: SqliteStore, round_id: int, qtbot: QtBot
) -> None:
    reading.show(Place.SAY_DO)
    page = window.page(Place.SAY_DO)
    assert isinstance(page, SayDoPage)
    qtbot.waitUntil(lambda: "K16" in page.rows)
    with qtbot.waitSignal(reading.changed):
        qtbot.mouseClick(page.rows["K16"].choices.segments["no"], Qt.MouseButton.LeftButton)
    file.queue.drain()

    assert store.groups.round(round_id).facts["K16"].fact is Fact.NO
    assert "One fact stands against the answers." in words_on(page)
    assert reading.result.theme("SS").conflict.endswith("a fact says that nothing holds it up.")


def test_a_fact_of_a_check_that_came_with_its_result_is_never_put_among_what_waits_to_be_saved(
    reading: GroupReading, file: OpenFile, store: SqliteStore, round_id: int
) -> None:
    reading.result = replace(reading.result, summary=replace(reading.summary, carried=True))

    reading.answers()["fact_answered"](PracticeAnswer("K16", Fact.NO))
    reading.answers()["fact_cleared"]("K15")
    file.queue.drain()
    assert (store.groups.round(round_id).facts, reading.facts) == ({}, {})


def test_of_two_facts_answered_quickly_both_count(
    reading: GroupReading, window: MainWindow, file: OpenFile, qtbot: QtBot
) -> None:
    reading.show(Place.SAY_DO)
    page = window.page(Place.SAY_DO)
    assert isinstance(page, SayDoPage)
    qtbot.waitUntil(lambda: {"K15", "K16"} <= set(page.rows))
    for fact in ("K15", "K16"):
        qtbot.mouseClick(page.rows[fact].choices.segments["no"], Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: sum(each.given is not None for each in reading.result.facts) == 2)
    file.queue.drain()


def test_a_fact_taken_back_is_forgotten(
    reading: GroupReading, window: MainWindow, file: OpenFile, store: SqliteStore, round_id: int, qtbot: QtBot
) -> None:
    reading.show(Place.SAY_DO)
    page = window.page(Place.SAY_DO)
    assert isinstance(page, SayDoPage)
    qtbot.waitUntil(lambda: "K16" in page.rows)
    segment = page.rows["K16"].choices.segments["no"]
    qtbot.mouseClick(segment, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: any(each.given is not None for each in reading.result.facts))
    qtbot.keyClick(segment, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: not any(each.given is not None for each in reading.result.facts))
    file.queue.drain()

    assert store.groups.round(round_id).facts == {}


def test_a_suggestion_becomes_a_promise_that_is_kept(
    reading: GroupReading, window: MainWindow, file: OpenFile, store: SqliteStore, round_id: int, qtbot: QtBot
) -> None:
    reading.show(Place.SUGGESTIONS)
    offered = reading.result.proposals[0].suggestions[0]
    suggestions = window.page(Place.SUGGESTIONS)
    qtbot.keyClick(named(suggestions, QPushButton, "Promise this"), Qt.Key.Key_Space)  # type: ignore[arg-type]
    page = window.page(Place.PROMISE)
    assert isinstance(page, PromisePage)
    assert page.what.words == offered.we_will
    file.queue.drain()

    (kept,) = store.groups.round(round_id).promises
    assert kept.suggestion_id == offered.id
    assert reading.result.promises == (kept,)


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file that is chosen where promises come in from one."""
    chosen = tmp_path / "promises.csv"
    monkeypatch.setattr(FileDialogs, "promises_to_open", lambda _self, _folder: str(chosen))
    return chosen


def asked_for_a_file(reading: GroupReading, window: MainWindow, qtbot: QtBot) -> PromisePage:
    reading.show(Place.PROMISE)
    page = window.page(Place.PROMISE)
    assert isinstance(page, PromisePage)
    qtbot.keyClick(page.from_file, Qt.Key.Key_Space)
    return page


def test_promises_come_in_from_a_file_after_they_were_seen(
    reading: GroupReading,
    window: MainWindow,
    file: OpenFile,
    store: SqliteStore,
    round_id: int,
    table: Path,
    qtbot: QtBot,
) -> None:
    table.write_text("promise,who,until\nWe answer in public,Ada,2027-03-01\nWe rest,,soon\n", "utf-8")
    page = asked_for_a_file(reading, window, qtbot)
    qtbot.waitUntil(lambda: page.coming is not None)
    card = page.coming
    assert card is not None
    assert "One of two would come in. Nothing is kept yet." in words_on(card)
    assert "We rest\u201d Its day is not understood." in words_on(card)
    assert store.rounds.promises(round_id) == ()

    # What is written meanwhile stays, whatever number it would have had.
    qtbot.keyClicks(page.what.box, "We look again")
    qtbot.keyClick(card.take, Qt.Key.Key_Space)
    file.queue.drain()
    typed, kept = store.rounds.promises(round_id)
    assert typed.text == "We look again"
    assert (kept.text, kept.who, kept.look_again_on) == ("We answer in public", "Ada", date(2027, 3, 1))
    assert page.coming is None
    assert window.focusWidget() is page.from_file
    assert page.what.words == "We look again"
    qtbot.waitUntil(lambda: "We answer in public" in words_on(page))


def test_a_file_of_promises_that_was_read_too_late_is_put_on_no_page(
    reading: GroupReading,
    window: MainWindow,
    table: Path,
    qtbot: QtBot,
    qapp: QApplication,
) -> None:
    """Another check is on the screen by then, and its pages have taken the place of these."""
    table.write_text("promise\nWe answer in public\n", "utf-8")
    page = asked_for_a_file(reading, window, qtbot)
    shiboken6.delete(page)
    assert qapp.findChildren(Task)
    qtbot.waitUntil(lambda: not qapp.findChildren(Task))


def test_suggestions_are_moved_and_put_aside_by_key_and_stay_so(
    reading: GroupReading, window: MainWindow, file: OpenFile, store: SqliteStore, round_id: int, qtbot: QtBot
) -> None:
    reading.show(Place.SUGGESTIONS)
    page = window.page(Place.SUGGESTIONS)
    assert isinstance(page, SuggestionsPage)
    first, second = (each.suggestion.id for each in page.cards[:2])
    qtbot.keyClick(page.cards[0].movers[1], Qt.Key.Key_Space)
    assert [each.suggestion.id for each in page.cards[:2]] == [second, first]
    assert page.cards[1].movers[1].hasFocus() if len(page.cards) > 2 else page.cards[1].movers[-1].hasFocus()
    page.cards[0].unfold.click() if page.cards[0].unfold else None
    with qtbot.waitSignal(reading.changed):
        qtbot.keyClick(page.cards[0].aside, Qt.Key.Key_Space)
    file.queue.drain()

    of = store.groups.round(round_id)
    assert (of.arrangement.order[:2], of.arrangement.aside) == ((second, first), (second,))
    assert [each.id for each in reading.result.put_aside] == [second]
    again = group_result_of(of)
    assert [each.theme_id for each in again.proposals] == [each.theme_id for each in reading.result.proposals]
    assert second not in [each.id for one in again.proposals for each in one.suggestions]


def test_a_question_that_is_flagged_stays_flagged_whatever_is_worked_out_anew(
    reading: GroupReading, window: MainWindow, file: OpenFile, store: SqliteStore, round_id: int, qtbot: QtBot
) -> None:
    reading.show(Place.THEMES)
    page = window.page(Place.THEMES)
    row = next(each for each in page.findChildren(Flagged) if each.isVisibleTo(page))
    qtbot.keyClick(row.flag, Qt.Key.Key_Space)
    reading.take_facts(dict(reading.facts))
    with qtbot.waitSignal(reading.changed):
        pass
    file.queue.drain()

    assert reading.result.flags == store.groups.round(round_id).flags == {row.item_id}
