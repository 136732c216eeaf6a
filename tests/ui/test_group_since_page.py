"""Since last time, of a group: promises before any number, then the finding, each view, and how sure it is."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.group_builders import foreign, shipped
from tests.second_visit import visits
from tests.ui.finding import cut_off, enlarge, named, nameless, shown, words_on
from trustcheck.app.portraits.group_comparison import compare_groups
from trustcheck.app.portraits.result import group_result_of
from trustcheck.app.portraits.since_last_time import FIRST, LookBack
from trustcheck.app.ports import Refused
from trustcheck.app.presenting.checks_so_far import checks_so_far
from trustcheck.domain.questionnaire.model import Perspective
from trustcheck.ui.kit.buttons import Button
from trustcheck.ui.kit.charts import ChartView
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.segmented import Segmented
from trustcheck.ui.results.group_since_page import GroupSincePage

FIRST_VISIT, NOW = visits()
LONG_AGO = replace(
    FIRST_VISIT,
    responses=FIRST_VISIT.responses[1:],
    summary=replace(FIRST_VISIT.summary, id=20, started_on=date(2026, 3, 2), closed_on=date(2026, 3, 20)),
)
THEN = (FIRST_VISIT, LONG_AGO)
SUMMARIES = tuple(each.summary for each in THEN)


def back(at: int = 0) -> LookBack:
    return LookBack(SUMMARIES, compare_groups(THEN[at], NOW))


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> GroupSincePage:
    page = GroupSincePage(look)
    page.show_back(back())
    shown(page, qtbot)
    return page


def test_what_was_promised_is_asked_about_before_any_number(page: GroupSincePage, qtbot: QtBot) -> None:
    words = words_on(page)

    assert words.index("names one that was missed") < words.index("Straight information")
    with qtbot.waitSignal(page.promise_page_asked):
        qtbot.keyClick(named(page, Button, "What will you try now?"), Qt.Key.Key_Space)


def test_the_finding_is_said_and_every_number_stands_in_words(page: GroupSincePage) -> None:
    assert "Staff describe more of Straight information than in September 2026." in words_on(page)
    assert page.announcement().startswith("Since last time. Staff describe more of Straight information")
    said = " ".join(each.accessibleName() for each in page.findChildren(ChartView))
    assert "Straight information: 54 then, 74 now, up 21, the difference +10 to +31." in said
    assert "14 staff then, 15 now, not all of them the same people." in words_on(page)
    assert "39 questions were asked in the same words both times; only they are compared." in words_on(page)
    assert "Real voices was lowest among staff then." in words_on(page)


def test_the_other_view_stands_below_with_a_finding_of_its_own(page: GroupSincePage) -> None:
    words = words_on(page)

    assert words.index("Staff, then and now") < words.index("Leaders, then and now")
    assert "Leaders: what moved since September 2026 may be chance." in words


def test_any_earlier_check_can_be_chosen_and_the_keyboard_stays_there(page: GroupSincePage, qtbot: QtBot) -> None:
    chooser = named(page, Segmented, "Compared with the check of")
    assert (chooser.choice, [each.text() for each in chooser.segments]) == (0, ["25 September 2026", "20 March 2026"])

    with qtbot.waitSignal(page.other_check_chosen) as chosen:
        qtbot.keyClick(chooser.segments[0], Qt.Key.Key_Right)
    page.show_back(back(1), chosen=True)

    assert chosen.args == [1]
    (again,) = (each for each in page.findChildren(Segmented) if each is not chooser)
    assert again.choice == 1
    qtbot.waitUntil(again.segments[1].hasFocus)


def test_the_first_check_of_all_says_so(qtbot: QtBot, look: Look) -> None:
    page = GroupSincePage(look)
    page.show_back(FIRST)
    shown(page, qtbot)

    assert page.announcement() == "Since last time. This is the first check here"


def test_an_earlier_check_that_cannot_be_read_is_said_and_another_can_be_chosen(qtbot: QtBot, look: Look) -> None:
    page = GroupSincePage(look)
    page.show_back(LookBack(SUMMARIES, refused=Refused("It is damaged.", "The file is as it was.", "Choose another.")))
    shown(page, qtbot)

    assert "The check before cannot be read" in words_on(page)
    assert "Choose another." in words_on(page)
    assert named(page, Segmented, "Compared with the check of").isVisibleTo(page)


def test_three_checks_make_a_line_for_each_pillar_once(page: GroupSincePage, qtbot: QtBot) -> None:
    comparisons = [compare_groups(each, NOW) for each in THEN]
    lines = checks_so_far(group_result_of(NOW), comparisons, Perspective.STAFF)

    page.show_lines(lines, "Staff")
    page.show_lines(lines, "Staff")

    said = [each.accessibleName() for each in page.findChildren(ChartView) if each.accessibleName().count("2026") > 1]
    assert [each.split(":")[0] for each in said] == ["Trust in your people", "Openness"]
    assert "March 2026" in said[0]
    assert "March 2027 61" in said[0]
    qtbot.waitUntil(lambda: words_on(page).count("Staff, check by check") == 1)
    assert checks_so_far(group_result_of(NOW), comparisons[:1], Perspective.STAFF) == []


def test_long_names_find_room_and_everything_has_a_name(qtbot: QtBot, look: Look) -> None:
    names = {each.theme.id: each.theme.name for each in foreign().themes}
    themes = tuple(replace(each, name=names[each.id]) for each in shipped().themes)
    hard = replace(NOW, questionnaire=replace(shipped(), themes=themes))
    page = GroupSincePage(look)
    page.show_back(LookBack(SUMMARIES, compare_groups(THEN[0], hard)))
    enlarge(look, 1.5)
    shown(page, qtbot, 720, 560)

    qtbot.waitUntil(lambda: not cut_off(page))
    assert not nameless(page)


def test_what_the_promises_should_move_stands_below_the_numbers(page: GroupSincePage) -> None:
    words = words_on(page)

    assert words.index("The themes") < words.index("What the promises should move")
    told = "should be seen in Straight information. Staff: moved, up 21 (+10 to +31)."
    assert told in words
    assert "what moved need not have moved because of it" in words
