"""Where views lie apart: leaders and staff sorted by size, saying and doing, and people among themselves."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests import builders, group_builders
from tests.group_builders import LEADER, STAFF, both, group_result, group_round, people, setup
from tests.ui.finding import cut_off, enlarge, named, nameless, names_of, shown, words_on
from trustcheck.app.portraits.result import group_result_of
from trustcheck.app.presenting.facts import finding
from trustcheck.app.results.group import GroupResult
from trustcheck.domain.questionnaire.answers import SaidBeside
from trustcheck.domain.questionnaire.model import Form
from trustcheck.ui.kit.chart_table import ChartTable
from trustcheck.ui.kit.look import Look
from trustcheck.ui.results.figure_button import FigureButton
from trustcheck.ui.results.gaps_page import GapsPage
from trustcheck.ui.results.practice_card import ContradictionCard

THEMES = list(enumerate(group_builders.shipped().themes))


def page_of(result: GroupResult, look: Look, qtbot: QtBot) -> GapsPage:
    page = GapsPage(look)
    page.show_result(result)
    shown(page, qtbot)
    return page


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> GapsPage:
    return page_of(group_result(), look, qtbot)


def test_the_headline_names_a_direction_and_not_who_is_right(page: GapsPage) -> None:
    assert page.announcement() == "Gaps. Leaders describe more of Safe to speak than staff do"
    assert "None of them says who is right." in words_on(page)


def test_gaps_are_sorted_by_size_with_their_class(page: GapsPage) -> None:
    names = [name for name in names_of(page, FigureButton) if "apart" in name]

    assert names[0].startswith("Safe to speak: leaders 74, staff 43, 31 apart, clear gap.")
    assert len(names) == 10
    apart = [int(name.split(" apart")[0].rsplit(" ", 1)[1]) for name in names]
    assert apart == sorted(apart, reverse=True)


def test_a_difference_says_how_it_was_worked_out(page: GapsPage, qtbot: QtBot) -> None:
    number = named(page, FigureButton, "Safe to speak: leaders 74")
    qtbot.keyClick(number, Qt.Key.Key_Return)
    assert "a difference of 31 points, leaders minus staff" in page.sums.panel.words

    qtbot.keyClick(page.sums.panel.lines, Qt.Key.Key_Escape)
    assert number.hasFocus()


def guessed(*, staff: int = 14) -> GroupResult:
    """Leaders expect about 75 of every theme."""
    leads = [
        replace(each, beside=SaidBeside(guesses={theme.id: (4, 4, 5, 3)[(at + place) % 4] for place, theme in THEMES}))
        for at, each in enumerate(people(LEADER, 6, SS=4))
    ]
    asked = replace(setup(6, staff or 9), guesses=True)
    return group_result_of(group_round([*leads, *people(STAFF, staff, SS=2)], set_up=asked))


def test_what_leaders_expected_stands_between_what_they_believe_and_what_staff_say(look: Look, qtbot: QtBot) -> None:
    page = page_of(guessed(), look, qtbot)
    said = words_on(page)

    assert "What leaders expected" in said
    assert "Leaders did not see coming how little staff see of Safe to speak: they expected about 75 of 100" in said
    assert "leaders expected of staff" in said
    assert "What did we take for granted that staff would say" in said
    assert nameless(page) == []


def test_until_staff_have_answered_the_page_says_what_the_guesses_wait_for(look: Look, qtbot: QtBot) -> None:
    said = words_on(page_of(guessed(staff=0), look, qtbot))

    assert "It is shown once staff have answered: open the check again for them, also months later." in said
    assert "about 75" not in said


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_nothing_of_what_leaders_expected_is_cut(look: Look, qtbot: QtBot, scale: float) -> None:
    enlarge(look, scale)
    page = GapsPage(look)
    page.resize(620, 560)
    page.show_result(guessed())
    shown(page, qtbot)

    assert cut_off(page) == []


def test_nobody_who_was_not_asked_reads_of_guesses(page: GapsPage) -> None:
    assert "What leaders expected" not in words_on(page)


def test_there_is_a_question_for_the_room(page: GapsPage) -> None:
    assert "Safe to speak: when did each of us last see this, and who would have seen it differently?" in words_on(page)


def test_the_gaps_can_be_read_as_a_table(page: GapsPage, qtbot: QtBot) -> None:
    first = next(each for each in page.findChildren(QPushButton) if each.accessibleName() == "Show as table")
    qtbot.keyClick(first, Qt.Key.Key_Space)
    table = named(page, ChartTable, "Leaders and staff as a table")

    assert [table.item(0, at).text() for at in range(5)] == ["Safe to speak", "74", "43", "31 apart", "clear gap"]


def test_without_facts_the_page_leads_to_them(page: GapsPage, qtbot: QtBot) -> None:
    assert "The facts have not been checked yet." in words_on(page)
    with qtbot.waitSignal(page.say_do_asked):
        qtbot.keyClick(named(page, QPushButton, "Go to the facts"), Qt.Key.Key_Space)


def test_where_nothing_stands_against_the_answers_the_page_says_so_in_the_words_of_say_and_do(
    look: Look, qtbot: QtBot
) -> None:
    result = group_result_of(both(facts=builders.facts({"K02": "partly"})))

    assert finding(result.facts, has_themes=True) == "No known fact stands against the answers"
    assert "No known fact stands against the answers." in words_on(page_of(result, look, qtbot))


def test_what_contradicts_stands_with_both_sides(look: Look, qtbot: QtBot) -> None:
    facts = {each.id: "yes" if at % 2 else "no" for at, each in enumerate(group_builders.shipped().practices)}
    page = page_of(group_result_of(both(facts=builders.facts(facts))), look, qtbot)

    assert any("yet staff seldom see it" in name for name in names_of(page, ContradictionCard))
    index = named(page, FigureButton, "Trust in your people: facts 50 of 100.")
    qtbot.keyClick(index, Qt.Key.Key_Space)
    assert "10 of 10 facts are known" in page.sums.panel.words


def test_people_among_themselves_are_bars_from_ten_on_and_words_below(page: GapsPage, qtbot: QtBot) -> None:
    words = words_on(page)

    assert "Three classes are shown from ten people on." in words
    assert "Some variety: Good intent" in words
    asks = [each for each in page.findChildren(QPushButton) if each.accessibleName() == "How is the spread worked out?"]
    assert len(asks) == 2
    qtbot.keyClick(asks[1], Qt.Key.Key_Space)
    assert "how far the answers lie from its mean" in page.sums.panel.words


def test_a_hidden_view_is_compared_with_nothing(look: Look, qtbot: QtBot) -> None:
    page = page_of(group_result(leaders=3, hidden=(LEADER,)), look, qtbot)

    assert "Not shown, to protect people: fewer than five answered this, or all of them alike" in words_on(page)
    assert "Bold lines" not in words_on(page), "there are no lines"
    assert not any("apart" in name for name in names_of(page, FigureButton))


def test_one_view_alone_is_told_that_nothing_is_compared(look: Look, qtbot: QtBot) -> None:
    page = page_of(group_result(leaders=0), look, qtbot)

    assert "You chose not to compare leaders and staff." in words_on(page)


def test_everything_the_keyboard_reaches_has_a_name(page: GapsPage) -> None:
    assert nameless(page) == []


@pytest.mark.parametrize(("scale", "size"), [(1.0, (1056, 800)), (1.5, (720, 560)), (2.0, (900, 700))])
def test_nothing_is_cut_off_whatever_the_names(look: Look, qtbot: QtBot, scale: float, size: tuple[int, int]) -> None:
    page = GapsPage(look)
    page.show_result(group_builders.foreign())
    enlarge(look, scale)
    shown(page, qtbot, *size)

    qtbot.waitUntil(lambda: cut_off(page) == [])


def test_the_short_form_compares_its_pillars(look: Look, qtbot: QtBot) -> None:
    sheets = [*people(LEADER, 6, Form.PULSE), *people(STAFF, 8, Form.PULSE)]
    page = page_of(group_result_of(group_round(sheets, set_up=setup(6, 8, form=Form.PULSE))), look, qtbot)
    number = named(page, FigureButton, "Openness: leaders")
    qtbot.keyClick(number, Qt.Key.Key_Space)

    assert "having looked at 2 pillars at once" in page.sums.panel.words
    assert "The short form has no spread by theme." in words_on(page)
