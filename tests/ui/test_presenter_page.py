"""The page of whoever leads a session, and the wall: what everybody sees, what only one sees, and the keys of both."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.group_builders import group_result
from tests.ui.finding import cut_off, enlarge, named, nameless, shown, words_on
from tests.ui.in_sight import in_sight
from trustcheck.domain.checks.workshop import Workshop, WorkshopDecision
from trustcheck.ui.kit.buttons import Button
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.segmented import Switch
from trustcheck.ui.presenter.presenter_page import PresenterPage
from trustcheck.ui.presenter.wall import Wall

TODAY = date(2026, 11, 30)
DECIDED = WorkshopDecision("We answer one criticism in public", "Ada Lindqvist", date(2027, 3, 1))


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> PresenterPage:
    page = PresenterPage(look)
    page.show_workshop(group_result(), TODAY)
    shown(page, qtbot)
    page.stage.setFocus()
    return page


def on_wall(page: PresenterPage) -> str:
    """What a screen reader, and everybody, reads there."""
    return page.wall.accessibleName() if page.wall is not None else ""


def slide_of(page: PresenterPage) -> str:
    assert page.session is not None
    return page.session.slide.id


def walls_up(page: PresenterPage, qtbot: QtBot) -> Wall:
    qtbot.mouseClick(page.to_wall, Qt.MouseButton.LeftButton)
    assert page.wall is not None
    qtbot.waitUntil(page.wall.isVisible)
    return page.wall


def press(where: QWidget, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(where, key)


def test_the_wall_begins_with_the_promise_and_goes_on_with_a_clicker(page: PresenterPage, qtbot: QtBot) -> None:
    wall = walls_up(page, qtbot)
    assert "What we promise each other in this room" in on_wall(page)

    press(wall, *(Qt.Key.Key_PageDown,) * 3)
    assert slide_of(page) == "sentence"
    assert group_result().sentence not in on_wall(page)

    press(wall, Qt.Key.Key_PageDown)
    assert group_result().sentence in on_wall(page)

    press(wall, Qt.Key.Key_PageUp)
    assert group_result().sentence not in on_wall(page)


def test_whoever_leads_reads_what_is_still_covered_and_the_wall_does_not_show_it(
    page: PresenterPage, qtbot: QtBot
) -> None:
    walls_up(page, qtbot)
    page.go_to("sentence")

    qtbot.waitUntil(lambda: group_result().sentence in words_on(page))
    assert "Stop here and be silent for ten minutes." in words_on(page)
    assert group_result().sentence not in on_wall(page)
    assert "be silent" not in on_wall(page)


def test_the_same_keys_work_on_the_page_while_nobody_writes(page: PresenterPage) -> None:
    press(page.stage, Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert slide_of(page) == "guess"

    press(page.stage, Qt.Key.Key_1, Qt.Key.Key_1, Qt.Key.Key_Return)
    assert slide_of(page) == "promises"

    press(page.stage, Qt.Key.Key_Home)
    assert slide_of(page) == "promise"

    press(page.decisions.what.line, Qt.Key.Key_P, Qt.Key.Key_B, Qt.Key.Key_5)
    assert slide_of(page) == "promise"
    assert page.decisions.what.words == "pb5"


def test_a_black_wall_is_black_and_light_turns_dark(page: PresenterPage, qtbot: QtBot) -> None:
    wall = walls_up(page, qtbot)
    light = wall.grab().toImage().pixelColor(5, 5)

    press(wall, Qt.Key.Key_L)
    dark = wall.grab().toImage().pixelColor(5, 5)
    press(wall, Qt.Key.Key_B)

    assert light.lightness() > 200 > dark.lightness()
    assert wall.grab().toImage().pixelColor(5, 5).getRgb() == (0, 0, 0, 255)
    assert on_wall(page) == "The wall is black"
    press(wall, Qt.Key.Key_L)
    assert not page.look.theme.dark


def test_esc_takes_it_off_the_wall_first_and_leaves_the_session_then(page: PresenterPage, qtbot: QtBot) -> None:
    wall = walls_up(page, qtbot)

    with qtbot.assertNotEmitted(page.overview_asked):
        press(wall, Qt.Key.Key_Escape)
    assert page.wall is None

    with qtbot.waitSignal(page.overview_asked):
        press(page.stage, Qt.Key.Key_Escape)


def test_nothing_stays_on_the_wall_when_the_page_goes(page: PresenterPage, qtbot: QtBot) -> None:
    walls_up(page, qtbot)

    page.hide()

    assert page.wall is None


def test_what_is_decided_stands_on_the_wall_and_is_kept(page: PresenterPage, qtbot: QtBot) -> None:
    walls_up(page, qtbot)
    page.go_to("promises")
    QTest.keyClicks(page.decisions.what.line, DECIDED.text)
    QTest.keyClicks(page.decisions.who.line, DECIDED.who)

    with qtbot.waitSignal(page.workshop_changed) as kept:
        press(page.decisions.who.line, Qt.Key.Key_Return)

    assert [(each.text, each.who) for each in kept.args[0].decisions] == [(DECIDED.text, DECIDED.who)]
    assert f"{DECIDED.text} ({DECIDED.who}" in on_wall(page)
    assert page.decisions.what.words == ""

    with qtbot.waitSignal(page.workshop_changed) as kept:
        qtbot.mouseClick(page.decisions.take_off[0], Qt.MouseButton.LeftButton)
    assert kept.args[0].decisions == ()
    assert DECIDED.text not in on_wall(page)


def test_nothing_is_put_on_the_wall_without_words(page: PresenterPage, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(page.workshop_changed):
        qtbot.mouseClick(page.decisions.add, Qt.MouseButton.LeftButton)

    assert page.decisions.what.complaint == "Say first what was decided."


def test_a_slide_that_is_left_out_is_passed_over_and_can_be_had_again(page: PresenterPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.workshop_changed) as kept:
        qtbot.mouseClick(named(page, Switch, "Who answered"), Qt.MouseButton.LeftButton)
    assert kept.args[0].left_out == ("answered",)

    press(page.stage, Qt.Key.Key_PageDown)
    assert slide_of(page) == "guess"

    with qtbot.waitSignal(page.workshop_changed) as kept:
        qtbot.mouseClick(named(page, Button, "Show Who answered"), Qt.MouseButton.LeftButton)
    assert (slide_of(page), kept.args[0].left_out) == ("answered", ())


def test_the_order_is_changed_by_keys_and_kept_and_the_keyboard_stays_with_the_slide(
    page: PresenterPage, qtbot: QtBot
) -> None:
    later = named(page, Button, "The promise: later")
    later.setFocus()

    with qtbot.waitSignal(page.workshop_changed) as kept:
        press(later, Qt.Key.Key_Space)

    assert kept.args[0].order[:2] == ("answered", "promise")
    assert [each.slide_id for each in page.list.rows][:2] == ["answered", "promise"]
    assert slide_of(page) == "promise"


def test_the_clock_stands_on_the_wall_only_when_asked_for(page: PresenterPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.clock.start, Qt.MouseButton.LeftButton)

    assert "Read alone, in silence: 10 minutes left" in words_on(page)
    assert not page.shows_clock
    press(page.stage, Qt.Key.Key_T)
    assert page.shows_clock


def test_another_length_of_a_part_is_kept_and_moves_the_rest(page: PresenterPage, qtbot: QtBot) -> None:
    first = page.clock.fields[0]
    first.line.selectAll()

    with qtbot.waitSignal(page.workshop_changed, check_params_cb=lambda kept: kept.lengths[:1] == (15,)) as kept:
        QTest.keyClicks(first.line, "15")

    assert sum(kept.args[0].lengths) == 95
    assert "95 minutes in all" in words_on(page)


def test_what_was_kept_comes_back(qtbot: QtBot, look: Look) -> None:
    page = PresenterPage(look)
    kept = Workshop(("next", "promise"), ("guess",), 60, (), (DECIDED,))
    page.show_workshop(replace(group_result(), workshop=kept), TODAY)
    shown(page, qtbot)

    assert page.list.rows[0].slide_id == "next"
    assert not named(page, Switch, "Guess first").isChecked()
    assert "60 minutes in all" in words_on(page)
    assert "Ada Lindqvist, until 1 March 2027" in words_on(page)


def test_everything_has_a_name_and_nothing_is_cut(page: PresenterPage, look: Look, qtbot: QtBot) -> None:
    assert not nameless(page)
    enlarge(look, 1.5)
    page.resize(720, 560)
    qtbot.waitUntil(lambda: not cut_off(page))


def test_what_was_decided_leads_to_the_page_on_which_it_is_promised(page: PresenterPage, qtbot: QtBot) -> None:
    assert not page.decisions.promise.isVisible()
    page.show_workshop(replace(group_result(), workshop=Workshop(decisions=(DECIDED,))), TODAY)

    with qtbot.waitSignal(page.promise_page_asked):
        qtbot.keyClick(page.decisions.promise, Qt.Key.Key_Space)


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_in_the_smallest_window_the_slide_is_turned_without_scrolling(
    page: PresenterPage, look: Look, qtbot: QtBot, scale: float
) -> None:
    enlarge(look, scale)
    page.resize(720, 560)

    qtbot.waitUntil(lambda: all(map(in_sight, (page.back, page.cover, page.forward))))


def test_before_anything_is_on_the_wall_it_says_so_and_whether_the_result_would_be(
    page: PresenterPage, qtbot: QtBot
) -> None:
    assert "Not on the wall yet" in words_on(page)
    page.go_to("sentence")
    assert "Not on the wall yet, and covered" in words_on(page)

    walls_up(page, qtbot)
    assert "Covered: the result is not on the wall yet" in words_on(page)
    press(page.stage, Qt.Key.Key_Space)
    assert "Everybody sees this" in words_on(page)
