"""What people could not see, what to protect, and what to try first."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests import group_builders
from tests.group_builders import LEADER, STAFF, group_result
from tests.ui.finding import cut_off, enlarge, named, nameless, names_of, shown, words_on
from trustcheck.app.results.group import GroupResult
from trustcheck.ui.kit.look import Look
from trustcheck.ui.results.figure_button import FigureButton
from trustcheck.ui.results.strengths_page import StrengthsPage
from trustcheck.ui.results.suggestions_page import SuggestionsPage
from trustcheck.ui.results.unseen_page import UnseenPage

PAGES = (UnseenPage, StrengthsPage, SuggestionsPage)


def fill(page: UnseenPage | StrengthsPage | SuggestionsPage, result: GroupResult) -> None:
    if isinstance(page, SuggestionsPage):
        page.show_group(result)
    else:
        page.show_result(result)


@pytest.fixture
def unseen(qtbot: QtBot, look: Look) -> UnseenPage:
    page = UnseenPage(look)
    page.show_result(group_result())
    shown(page, qtbot)
    return page


@pytest.fixture
def strengths(qtbot: QtBot, look: Look) -> StrengthsPage:
    page = StrengthsPage(look)
    page.show_result(group_result())
    shown(page, qtbot)
    return page


@pytest.fixture
def suggestions(qtbot: QtBot, look: Look) -> SuggestionsPage:
    page = SuggestionsPage(look)
    page.show_group(group_result())
    shown(page, qtbot)
    return page


def test_what_some_could_not_see_is_counted_and_named(unseen: UnseenPage) -> None:
    assert unseen.announcement() == "What people could not see. One thing some could not see"
    assert "Leaders here thank the person who points out a problem." in words_on(unseen)


def test_a_share_says_how_it_was_counted(unseen: UnseenPage, qtbot: QtBot) -> None:
    number = named(unseen, FigureButton, "Five of fourteen staff could not see this")
    qtbot.keyClick(number, Qt.Key.Key_Space)

    assert "Five of fourteen staff said \u201cI don\u2019t know\u201d." in unseen.sums.panel.words
    qtbot.keyClick(unseen.sums.panel.lines, Qt.Key.Key_Escape)
    assert number.hasFocus()


def test_an_unseen_question_leads_to_its_theme(unseen: UnseenPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(unseen.theme_asked) as asked:
        qtbot.keyClick(named(unseen, QPushButton, "Look at the theme"), Qt.Key.Key_Space)
    assert asked.args == ["SC"]


def test_where_everything_could_be_seen_that_is_said(look: Look, qtbot: QtBot) -> None:
    page = UnseenPage(look)
    page.show_result(replace(group_result(), unseen=()))
    shown(page, qtbot)

    assert "Nothing stayed in the dark for three in ten or more" in words_on(page)


def test_where_nothing_may_be_shown_nobody_is_told_that_everything_was_seen(look: Look, qtbot: QtBot) -> None:
    page = UnseenPage(look)
    page.show_result(replace(group_result(leaders=3, staff=4, hidden=(LEADER, STAFF)), unseen=()))
    shown(page, qtbot)

    assert "Too few answers to say what stayed in the dark" in words_on(page)
    assert "Nothing stayed in the dark" not in words_on(page)


def test_a_strength_comes_with_what_to_protect_it_by_and_a_question(strengths: StrengthsPage) -> None:
    words = words_on(strengths)

    assert "Relatively strongest, and worth protecting" in words
    assert "Protect it by keeping what people describe most:" in words
    assert "What do we do here that we could carry over to Safe to speak?" in words


def test_both_views_of_a_strength_answer(strengths: StrengthsPage, qtbot: QtBot) -> None:
    assert len(names_of(strengths, FigureButton)) == 2
    qtbot.keyClick(named(strengths, FigureButton, "Words and deeds, staff"), Qt.Key.Key_Space)

    assert "the mean of their scores is 71 of 100" in strengths.sums.panel.words


def test_a_true_strength_is_called_one(look: Look, qtbot: QtBot) -> None:
    result = group_result()
    page = StrengthsPage(look)
    page.show_result(replace(result, strengths=(replace(result.strengths[0], relative=False),)))
    shown(page, qtbot)

    assert "One strength to protect" in words_on(page)


def test_suggestions_say_why_and_what_waits(suggestions: SuggestionsPage) -> None:
    words = words_on(suggestions)

    assert "Two things worth trying first" in words
    assert "Why am I seeing this?" in words
    assert "Staff describe this at 43 of 100." in words
    assert "Real voices: Safe to speak stands at 43, below 50: nobody is asked to speak in public." in words
    assert "Facts you can change by decision within a month, whatever the scores" in words
    assert words.endswith("If this does not match what you know, ask before you act.")


def test_what_one_can_try_alone_is_not_told_to_a_group(suggestions: SuggestionsPage) -> None:
    assert "On your own" not in words_on(suggestions)


def test_one_card_is_open_at_a_time(suggestions: SuggestionsPage, qtbot: QtBot) -> None:
    qtbot.keyClick(named(suggestions, QPushButton, "Why, and how"), Qt.Key.Key_Space)

    assert [card.promise is not None for card in suggestions.cards] == [False, True]


def test_a_suggestion_becomes_a_promise(suggestions: SuggestionsPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(suggestions.promise_asked) as asked:
        qtbot.keyClick(named(suggestions, QPushButton, "Promise this"), Qt.Key.Key_Space)
    assert asked.args == [suggestions.cards[0].suggestion.id]


def test_without_a_proposal_the_reason_stands_there(look: Look, qtbot: QtBot) -> None:
    page = SuggestionsPage(look)
    page.show_group(replace(group_result(), proposals=(), no_proposals="Nothing urgent: all is well."))
    shown(page, qtbot)

    assert "Nothing urgent" in words_on(page)
    assert "Nothing urgent: all is well." in words_on(page)


@pytest.mark.parametrize("kind", PAGES)
def test_nothing_to_show_is_a_page_all_the_same(
    kind: type[UnseenPage | StrengthsPage | SuggestionsPage], look: Look, qtbot: QtBot
) -> None:
    page = kind(look)
    empty = replace(
        group_result(leaders=3, staff=4, hidden=(LEADER, STAFF)),
        strengths=(),
        proposals=(),
        unseen=(),
        no_proposals="There are too few answers to say where to begin.",
    )
    fill(page, empty)
    shown(page, qtbot)

    assert words_on(page)


@pytest.mark.parametrize("kind", PAGES)
@pytest.mark.parametrize(("scale", "size"), [(1.0, (1056, 800)), (1.5, (720, 560)), (2.0, (900, 700))])
def test_nothing_is_cut_off_whatever_the_names(
    kind: type[UnseenPage | StrengthsPage | SuggestionsPage],
    look: Look,
    qtbot: QtBot,
    scale: float,
    size: tuple[int, int],
) -> None:
    page = kind(look)
    fill(page, group_builders.foreign())
    enlarge(look, scale)
    shown(page, qtbot, *size)

    qtbot.waitUntil(lambda: cut_off(page) == [])
    assert nameless(page) == []
