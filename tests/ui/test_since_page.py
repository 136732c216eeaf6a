"""Since last time: the promise before any number, then the finding, then how sure it is."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests import builders
from tests.group_builders import shipped
from tests.ui import portraits
from tests.ui.finding import cut_off, enlarge, named, nameless, shown, words_on
from trustcheck.app.portraits.personal_comparison import compare
from trustcheck.domain.checks.round import Promise
from trustcheck.ui.kit.buttons import Button
from trustcheck.ui.kit.charts import ChartView
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.segmented import Segmented
from trustcheck.ui.results.since_page import SincePage

NOW = portraits.result(portraits.at("SS", 5)).round
THEN = replace(
    portraits.result(portraits.at("SS", 2)).round,
    summary=replace(NOW.summary, id=2, started_on=date(2026, 5, 2), closed_on=date(2026, 5, 2)),
    promises=(Promise("Ask before I decide"),),
)


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> SincePage:
    page = SincePage(look)
    page.show_comparison(compare(THEN, NOW))
    shown(page, qtbot)
    return page


def test_the_promise_is_asked_about_before_any_number(page: SincePage, qtbot: QtBot) -> None:
    words = words_on(page)

    assert words.index("Ask before I decide") < words.index("Safe to speak")
    with qtbot.waitSignal(page.promise_page_asked):
        qtbot.keyClick(named(page, Button, "What will you try now?"), Qt.Key.Key_Space)


def test_the_finding_is_said_and_every_number_stands_in_words(page: SincePage) -> None:
    assert "You describe more of Safe to speak than last time." in words_on(page)
    assert page.announcement().endswith("You describe more of Safe to speak than last time")
    said = " ".join(each.accessibleName() for each in page.findChildren(ChartView))
    assert "Safe to speak: 25 then, 100 now, up 75." in said
    assert "a theme from 29" in words_on(page)


def test_only_answers_that_are_others_now_are_listed(page: SincePage) -> None:
    assert words_on(page).count(" then, ") == len(shipped().items_of("SS"))


def test_any_earlier_check_can_be_chosen_and_the_keyboard_stays_there(qtbot: QtBot, look: Look) -> None:
    page = SincePage(look)
    before = replace(THEN.summary, id=1, started_on=date(2025, 11, 2), closed_on=date(2025, 11, 2))
    page.show_comparison(compare(THEN, NOW), (THEN.summary, before))
    shown(page, qtbot)
    chooser = named(page, Segmented, "Compared with the check of")
    assert [each.text() for each in chooser.segments] == ["2 May 2026", "2 November 2025"]

    with qtbot.waitSignal(page.other_check_chosen) as chosen:
        qtbot.keyClick(chooser.segments[0], Qt.Key.Key_Right)
    page.show_comparison(compare(THEN, NOW), (THEN.summary, before), 1, chosen=True)

    assert chosen.args == [1]
    (again,) = (each for each in page.findChildren(Segmented) if each is not chooser)
    qtbot.waitUntil(again.segments[1].hasFocus)


def test_the_first_check_of_all_says_so(qtbot: QtBot, look: Look) -> None:
    page = SincePage(look)
    page.show_comparison(None)
    shown(page, qtbot)

    assert "This is the first check here" in words_on(page)
    assert page.announcement() == "Since last time. This is the first check here"


def test_long_names_find_room_and_everything_has_a_name(qtbot: QtBot, look: Look) -> None:
    page = SincePage(look)
    foreign = portraits.foreign().round
    other = replace(
        foreign, response=builders.response(builders.all_at(shipped(), 4), perspective=foreign.response.perspective)
    )
    page.show_comparison(compare(other, foreign))
    enlarge(look, 1.5)
    shown(page, qtbot, 720, 560)

    qtbot.waitUntil(lambda: not cut_off(page))
    assert not nameless(page)
