"""Collecting: counts and never a score, every way listed, and closing said in words before it is done."""

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QRadioButton, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from tests import builders
from tests.ui.contexts import Called, context_of
from tests.ui.finding import cut_off, enlarge, named, nameless, names_of, shown, words_on
from tests.ui.room import ASKED, BOTH, open_check, setup
from trustcheck.bootstrap import build
from trustcheck.domain.checks.group_round import Arrived, GroupSetup, Sheet, Way
from trustcheck.domain.checks.round import Organisation, RoundKind, RoundState, RoundSummary
from trustcheck.domain.questionnaire.answers import Response
from trustcheck.domain.questionnaire.model import Form, Perspective, Practice
from trustcheck.storage.store import SqliteStore, open_store
from trustcheck.ui.collecting.collect_page import CollectPage, SourceCard
from trustcheck.ui.collecting.collect_words import CollectView
from trustcheck.ui.collecting.collecting_desk import CollectingDesk
from trustcheck.ui.collecting.ways import acts, ways
from trustcheck.ui.kit.buttons import Button
from trustcheck.ui.kit.look import Look
from trustcheck.ui.shell.main_window import MainWindow
from trustcheck.ui.shell.opening import OpenFile
from trustcheck.ui.shell.places import Place

LEADER, STAFF = BOTH
WITH_FACTS = replace(ASKED, practices=(Practice("P1", "A", "There is a policy."), Practice("P2", "B", "It is read.")))


def view(
    leaders: int = 1,
    staff: int = 3,
    *,
    state: RoundState = RoundState.OPEN,
    given: GroupSetup | None = None,
    half_filled: tuple[int, ...] = (),
    hurried: int = 0,
) -> CollectView:
    known = given or setup()
    summary = RoundSummary(
        id=7,
        organisation=Organisation(3, "Northgate Housing"),
        state=state,
        form=Form.FULL,
        perspective=STAFF,
        started_on=date(2026, 11, 2),
        closed_on=None,
        answered=leaders + staff,
        asked=known.all_invited,
        kind=RoundKind.GROUP,
        compares=known.compares,
    )
    finished = {each: {LEADER: leaders, STAFF: staff}[each] for each in known.perspectives}
    return CollectView(summary, known, WITH_FACTS, Arrived(finished, len(half_filled), hurried), half_filled)


@pytest.fixture
def page(look: Look, qtbot: QtBot) -> CollectPage:
    page = CollectPage(look)
    page.show_collect(view())
    shown(page, qtbot)
    return page


def press(page: CollectPage, qtbot: QtBot, name: str) -> None:
    qtbot.mouseClick(named(page, Button, name), Qt.MouseButton.LeftButton)


# -- counts


def test_the_page_says_how_many_have_answered_and_no_score(page: CollectPage) -> None:
    read = words_on(page)

    assert "4 of 14 have answered." in read
    assert "1 of 5 has answered" in read
    assert "3 of 9 have answered" in read
    assert "you see this count, and nothing else" in read


def test_nobody_has_answered_yet(page: CollectPage) -> None:
    page.show_collect(view(0, 0))

    assert "Nobody has answered yet." in words_on(page)
    assert "The first one is always the bravest." in words_on(page)


def test_a_check_of_one_perspective_has_one_row(page: CollectPage) -> None:
    page.show_collect(view(4, given=setup(perspectives=(LEADER,), invited={LEADER: 7})))

    assert "4 of 7 have answered" in words_on(page)
    assert "Staff" not in words_on(page)


# -- ways


def test_every_way_of_the_list_stands_on_the_page(page: CollectPage) -> None:
    listed = [button.words for each in ways() for button in each.acts]

    assert [each.accessibleName() for each in page.findChildren(SourceCard) if each.isVisible()] == [
        each.name for each in ways()
    ]
    assert set(listed) <= set(names_of(page, Button))
    assert {each.way for each in ways()} == set(Way)
    assert len(acts()) == len(listed)


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("Pass the laptop", "go-round"),
        ("Print forms\u2026", "print"),
        ("Type in paper forms", "type-in"),
        ("Make forms\u2026", "make-files"),
        ("Make pages for a browser\u2026", "make-pages"),
        ("Take in returned forms\u2026", "take-returned"),
        ("Take in a table\u2026", "take-table"),
        ("Save a table to fill in\u2026", "save-table"),
    ],
)
def test_each_way_is_asked_for_by_its_button(page: CollectPage, qtbot: QtBot, words: str, act: str) -> None:
    with qtbot.waitSignal(page.way_asked) as asked:
        press(page, qtbot, words)

    assert asked.args == [act]


@pytest.mark.parametrize(
    ("words", "signal"),
    [
        ("Set-up\u2026", "setup_asked"),
        ("Answer the facts\u2026", "facts_asked"),
    ],
)
def test_each_button_says_what_it_is_for(page: CollectPage, qtbot: QtBot, words: str, signal: str) -> None:
    with qtbot.waitSignal(getattr(page, signal)):
        press(page, qtbot, words)


@pytest.mark.parametrize(("way", "words"), [(Way.LAPTOP, "Pass the laptop"), (Way.FILE, "Take in a table\u2026")])
def test_the_planned_way_has_the_keyboard(page: CollectPage, way: Way, words: str) -> None:
    page.show_collect(view(given=setup(way=way)))

    first = page.first_focus()
    assert first is not None
    assert first.accessibleName() == words


# -- half-filled sheets


def test_half_filled_sheets_are_discarded_only_after_a_question(page: CollectPage, qtbot: QtBot) -> None:
    page.show_collect(view(half_filled=(2**62, 17)))
    assert "Two half-filled sheets wait for their three words." in words_on(page)
    press(page, qtbot, "Discard\u2026")
    assert "Discard all two half-filled sheets?" in words_on(page)

    with qtbot.waitSignal(page.discard_asked) as asked:
        press(page, qtbot, "Discard")

    assert asked.args == [(2**62, 17)]


def test_escape_keeps_half_filled_sheets(page: CollectPage, qtbot: QtBot) -> None:
    page.show_collect(view(half_filled=(17,)))
    press(page, qtbot, "Discard\u2026")
    with qtbot.assertNotEmitted(page.discard_asked):
        qtbot.keyClick(QApplication.focusWidget() or page.discarding, Qt.Key.Key_Escape)

    assert "One half-filled sheet waits for its three words." in words_on(page)


# -- closing


@pytest.mark.parametrize(
    ("given", "counts", "asked"),
    [
        (
            setup(perspectives=(STAFF,), invited={STAFF: 14}),
            (0, 3),
            "3 of 14 have answered. Results open from 5. Close anyway? You can reopen it.",
        ),
        (
            setup(perspectives=(STAFF,), invited={STAFF: 14}),
            (0, 12),
            "12 of 14 have answered. Close the check? Results open, and nobody can answer until you reopen it.",
        ),
        (
            setup(),
            (1, 3),
            "Leaders: 1 of 5. Staff: 3 of 9. Each result opens from 5. Close anyway? You can reopen it.",
        ),
        (
            setup(),
            (2, 9),
            "Leaders: 2 of 5. Staff: 9 of 9. The result of leaders stays shut; it opens from 5. Close anyway?",
        ),
    ],
)
def test_closing_says_what_it_would_mean(
    page: CollectPage, qtbot: QtBot, given: GroupSetup, counts: tuple[int, int], asked: str
) -> None:
    page.show_collect(view(*counts, given=given))
    with qtbot.assertNotEmitted(page.close_asked):
        press(page, qtbot, "Close the check\u2026")

    assert asked in words_on(page)
    assert QApplication.focusWidget() is page.closing.keep_button


def test_closing_says_that_half_filled_sheets_go(page: CollectPage, qtbot: QtBot) -> None:
    page.show_collect(view(5, 9, half_filled=(1, 2)))
    press(page, qtbot, "Close the check\u2026")

    assert "Two half-filled sheets are discarded." in words_on(page)


def test_who_keeps_it_open_finds_everything_as_it_was(page: CollectPage, qtbot: QtBot) -> None:
    press(page, qtbot, "Close the check\u2026")
    with qtbot.assertNotEmitted(page.close_asked):
        press(page, qtbot, "Keep it open")

    assert "Close anyway?" not in words_on(page)
    assert "Close the check\u2026" in names_of(page, Button)


@pytest.mark.parametrize("counts", [(1, 3), (5, 9), (2, 9)])
def test_the_open_check_never_tells_whether_the_last_sheet_looked_hurried(
    page: CollectPage, qtbot: QtBot, counts: tuple[int, int]
) -> None:
    """Somebody who looks before and after a sheet comes in sees the count of sheets go up, and nothing else."""
    said = []
    for hurried in (0, 1, 2):
        page.show_collect(view(*counts, hurried=hurried))
        press(page, qtbot, "Close the check\u2026")
        said.append((words_on(page), names_of(page, QRadioButton)))
        press(page, qtbot, "Keep it open")

    assert said[0] == said[1] == said[2]


def test_where_no_result_would_open_there_is_nothing_to_choose(page: CollectPage, qtbot: QtBot) -> None:
    press(page, qtbot, "Close the check\u2026")
    assert names_of(page, QRadioButton) == []

    with qtbot.waitSignal(page.close_asked) as asked:
        press(page, qtbot, "Close the check")

    assert asked.args == [False]


@pytest.mark.parametrize(("choice", "left_out"), [("", False), ("Leave hurried sheets out", True)])
def test_hurried_sheets_are_counted_unless_somebody_decides_otherwise(
    page: CollectPage, qtbot: QtBot, choice: str, left_out: bool
) -> None:
    page.show_collect(view(5, 9, hurried=2))
    press(page, qtbot, "Close the check\u2026")
    assert "Some sheets may look hurried" in words_on(page)
    assert "silences the people behind them" in words_on(page)
    if choice:
        named(page, QRadioButton, choice).click()

    with qtbot.waitSignal(page.close_asked) as asked:
        press(page, qtbot, "Close the check")

    assert asked.args == [left_out]


# -- preparing and closed


def test_a_check_that_is_prepared_can_be_opened_and_nothing_else_collected(page: CollectPage, qtbot: QtBot) -> None:
    page.show_collect(view(0, 0, state=RoundState.PREPARING))
    assert names_of(page, Button) == ["Open the check", "Change the set-up\u2026"]

    with qtbot.waitSignal(page.open_asked):
        press(page, qtbot, "Open the check")


def test_reopening_says_that_results_are_hidden_again(page: CollectPage, qtbot: QtBot) -> None:
    page.show_collect(view(5, 9, state=RoundState.CLOSED))
    press(page, qtbot, "Reopen the check\u2026")
    assert "Results are hidden again until you close it." in words_on(page)
    assert "once at least five more have come in" in words_on(page)

    with qtbot.waitSignal(page.reopen_asked):
        press(page, qtbot, "Reopen the check")


# -- how it looks


@pytest.mark.parametrize(("width", "height", "scale"), [(1056, 800, 1.0), (496, 560, 1.0), (648, 560, 1.5)])
@pytest.mark.parametrize("state", list(RoundState))
def test_nothing_is_cut(look: Look, qtbot: QtBot, state: RoundState, width: int, height: int, scale: float) -> None:
    enlarge(look, scale)
    page = CollectPage(look)
    long = view(5, 9, state=state, half_filled=(1, 2), hurried=2)
    name = "Verein für aufgeklärte Zusammenarbeit und Wohnungswirtschaft an der unteren Donau " * 2
    page.show_collect(replace(long, summary=replace(long.summary, organisation=Organisation(1, name[:120]))))
    shown(page, qtbot, width, height)

    assert cut_off(page) == []
    assert nameless(page) == []

    page.show_closing(1000, 5000)
    assert named(page, Button, "Cancel").isVisible()
    assert cut_off(page) == []


def test_while_it_is_being_closed_nothing_but_stopping_is_offered(page: CollectPage, qtbot: QtBot) -> None:
    page.show_collect(view(5, 9, half_filled=(1, 2)))
    press(page, qtbot, "Close the check\u2026")
    page.show_closing()

    assert names_of(page, Button) == ["Cancel"]
    assert QApplication.focusWidget() is page.making.cancel_button
    with qtbot.waitSignal(page.stop_asked):
        press(page, qtbot, "Cancel")


# -- the desk


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    opened = open_store(str(tmp_path / "answers.trustcheck"))
    yield opened
    opened.close()


@pytest.fixture
def called() -> Called:
    return Called()


@pytest.fixture
def desk(store: SqliteStore, look: Look, qapp: QApplication, qtbot: QtBot, called: Called) -> CollectingDesk:
    window = MainWindow(look, qapp)
    qtbot.addWidget(window)
    window.show()
    context = context_of(build(os.environ), window, OpenFile(store, is_sample=False), called=called)
    return CollectingDesk(context)


def window_of(desk: CollectingDesk) -> MainWindow:
    (window,) = (each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow) and each.isVisible())
    return window


def press_at(desk: CollectingDesk, name: str) -> None:
    page = window_of(desk).page(Place.COLLECT)
    next(
        each for each in page.findChildren(QAbstractButton) if each.isVisible() and each.accessibleName() == name
    ).click()


def read_at(desk: CollectingDesk) -> str:
    return words_on(window_of(desk).page(Place.COLLECT))


def arrive(desk: CollectingDesk, qtbot: QtBot, round_id: int) -> None:
    desk.show(round_id)
    qtbot.waitUntil(lambda: window_of(desk).place is Place.COLLECT)


def test_a_check_is_opened_closed_and_reopened_at_the_desk(
    desk: CollectingDesk, store: SqliteStore, qtbot: QtBot
) -> None:
    round_id = open_check(store, setup(perspectives=(STAFF,), invited={STAFF: 6}))
    store.sheets.add(round_id, [Sheet(builders.response({"A1": at, "B1": 5})) for at in (1, 2, 3, 4, 5)])
    arrive(desk, qtbot, round_id)
    assert "5 of 6 have answered." in read_at(desk)

    press_at(desk, "Close the check\u2026")
    with qtbot.waitSignal(desk.changed) as closed:
        press_at(desk, "Close the check")
    assert closed.args == [round_id]
    assert store.groups.setup(round_id)[0].state is RoundState.CLOSED
    qtbot.waitUntil(lambda: "This check is closed." in read_at(desk))

    press_at(desk, "Reopen the check\u2026")
    with qtbot.waitSignal(desk.changed):
        press_at(desk, "Reopen the check")
    qtbot.waitUntil(lambda: "5 of 6 have answered." in read_at(desk))


def test_what_came_in_meanwhile_is_counted_when_it_is_looked_at_again(
    desk: CollectingDesk, store: SqliteStore, qtbot: QtBot
) -> None:
    round_id = open_check(store, setup())
    arrive(desk, qtbot, round_id)
    store.sheets.add(round_id, [Sheet(Response(LEADER, Form.FULL, builders.answers({"A1": 3})))])

    desk.refresh()

    qtbot.waitUntil(lambda: "1 of 14 has answered." in read_at(desk))


def test_half_filled_sheets_are_gone_after_they_were_discarded(
    desk: CollectingDesk, store: SqliteStore, qtbot: QtBot
) -> None:
    from trustcheck.app.ports import SealedSheet

    round_id = open_check(store, setup())
    for sheet_id in (2**62 + 1, 5):
        store.sheets.save_sealed(round_id, SealedSheet(sheet_id, b"sealed"))
    arrive(desk, qtbot, round_id)
    press_at(desk, "Discard\u2026")
    press_at(desk, "Discard")

    qtbot.waitUntil(lambda: store.groups.arrived(round_id).half_filled == 0)
    qtbot.waitUntil(lambda: "half-filled" not in read_at(desk))


def test_ids_of_full_length_reach_whoever_listens(desk: CollectingDesk, store: SqliteStore, qtbot: QtBot) -> None:
    round_id = open_check(store, setup())
    arrive(desk, qtbot, round_id)

    with qtbot.waitSignal(desk.way_asked) as asked:
        press_at(desk, "Pass the laptop")

    assert asked.args == [round_id, "go-round"]


def test_a_check_that_is_gone_is_told_in_a_sentence(desk: CollectingDesk, qtbot: QtBot, called: Called) -> None:
    desk.show(4)

    qtbot.waitUntil(lambda: [bool(str(each)) for each in called.refusals] == [True])


def test_a_perspective_keeps_its_mark(page: CollectPage) -> None:
    from trustcheck.ui.kit.charts import PerspectiveMark

    marks = [each.perspective for each in page.findChildren(PerspectiveMark) if each.isVisible()]

    assert marks == [Perspective.LEADER, Perspective.STAFF]


def test_tab_goes_as_one_reads(look: Look, qtbot: QtBot) -> None:
    page, window = CollectPage(look), QStackedWidget()
    qtbot.addWidget(window)
    page.show_collect(replace(view(), questionnaire=WITH_FACTS))
    window.addWidget(page)
    with qtbot.waitExposed(window):
        window.show()

    reached: list[QWidget] = [named(page, Button, "Close the check\u2026")]
    while (after := reached[-1].nextInFocusChain()) is not None and after is not reached[0]:
        reached.append(after)
    names = [each.accessibleName() for each in reached if isinstance(each, Button) and each.isVisible()]
    buttons = [each.words for way in ways() for each in way.acts]
    assert names == ["Close the check\u2026", "Set-up\u2026", *buttons, "Answer the facts\u2026"]
