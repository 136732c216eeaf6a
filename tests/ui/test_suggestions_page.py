"""Suggestions: two things to try first, with the reasons in sight, and something else where that one does not fit."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.ui import portraits
from tests.ui.finding import cut_off, enlarge, named, nameless, names_of, shown, words_on
from trustcheck.app.portraits.result import result_of
from trustcheck.app.results.personal import PersonalResult
from trustcheck.domain.questionnaire.arrangement import Arrangement
from trustcheck.domain.questionnaire.model import Perspective
from trustcheck.ui.kit.look import Look
from trustcheck.ui.results.suggestion_card import AsideCard, ByRightCard
from trustcheck.ui.results.suggestions_page import SuggestionsPage

TODAY = date(2026, 11, 22)
LOW = {**portraits.at("SC", 2), **portraits.at("TT", 2), **portraits.at("WD", 5), "SC2": 1}


def showing(look: Look, qtbot: QtBot, result: PersonalResult) -> SuggestionsPage:
    page = SuggestionsPage(look)
    page.show_result(result, TODAY)
    shown(page, qtbot)
    return page


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> SuggestionsPage:
    return showing(look, qtbot, portraits.result(LOW))


@pytest.fixture
def result() -> PersonalResult:
    return portraits.result(LOW)


def test_the_title_counts_in_words_and_says_how_they_were_chosen(page: SuggestionsPage) -> None:
    assert "Two things worth trying first" in words_on(page)
    assert "Chosen by rules you can read, from your own answers." in words_on(page)
    assert page.announcement() == "Suggestions. Two things worth trying first"


def test_the_first_stands_open_with_everything_needed_to_try_it(page: SuggestionsPage, result: PersonalResult) -> None:
    first = result.proposals[0].suggestions[0]
    card = words_on(page.cards[0])

    for words in (first.title, first.this_week, first.thirty_days, first.notice, first.ask):
        assert words in card
    for heading in ("This week", "A 30-day experiment", "You would notice", "Ask yourself, or the room"):
        assert heading in card
    assert "A sign to look for, not a promise." in card
    assert "small step" in card
    assert f"evidence {first.evidence}" in card


def test_why_am_i_seeing_this_gives_the_real_answers_and_the_rule(
    page: SuggestionsPage, result: PersonalResult
) -> None:
    card, proposal = words_on(page.cards[0]), result.proposals[0]

    assert "Why am I seeing this?" in card
    assert proposal.rule in card
    assert all(reason.sentence in card for reason in proposal.reasons)
    assert "You answered \u201calmost never\u201d to: We leaders thank" in card


def test_what_is_known_about_it_unfolds_with_its_source(
    page: SuggestionsPage, result: PersonalResult, qtbot: QtBot
) -> None:
    theme, first = result.theme(result.proposals[0].theme_id).theme, result.proposals[0].suggestions[0]
    assert first.source not in words_on(page)

    qtbot.keyClick(named(page, QPushButton, "What is known"), Qt.Key.Key_Return)

    assert theme.known in words_on(page)
    assert first.source in words_on(page)


def test_promise_this_names_the_suggestion_on_show(page: SuggestionsPage, result: PersonalResult, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.promise_asked) as heard:
        qtbot.keyClick(named(page, QPushButton, "Promise this"), Qt.Key.Key_Return)

    assert heard.args == [result.proposals[0].suggestions[0].id]


def test_another_idea_swaps_to_the_next_and_comes_round_again(
    page: SuggestionsPage, result: PersonalResult, qtbot: QtBot
) -> None:
    offered = result.proposals[0].suggestions
    for following in (*offered[1:], offered[0]):
        qtbot.mouseClick(named(page, QPushButton, "Another idea"), Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda wanted=following: wanted.this_week in words_on(page.cards[0]))

        with qtbot.waitSignal(page.promise_asked) as heard:
            qtbot.mouseClick(named(page, QPushButton, "Promise this"), Qt.MouseButton.LeftButton)
        assert heard.args == [following.id]


def test_after_another_idea_the_keyboard_is_where_it_can_be_promised(page: SuggestionsPage, qtbot: QtBot) -> None:
    another = named(page, QPushButton, "Another idea")
    another.setFocus()
    qtbot.keyClick(another, Qt.Key.Key_Space)

    qtbot.waitUntil(lambda: named(page, QPushButton, "Promise this").hasFocus())
    qtbot.keyClick(named(page, QPushButton, "Promise this"), Qt.Key.Key_Tab)
    assert named(page, QPushButton, "Another idea").hasFocus()


def test_the_others_are_folded_and_one_is_open_at_a_time(
    page: SuggestionsPage, result: PersonalResult, qtbot: QtBot
) -> None:
    second = result.proposals[1].suggestions[0]
    assert second.title in words_on(page)
    assert second.this_week not in words_on(page)

    qtbot.keyClick(named(page, QPushButton, "Why, and how"), Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: second.this_week in words_on(page))
    assert result.proposals[0].suggestions[0].this_week not in words_on(page)
    assert names_of(page, QPushButton).count("Promise this") == 1
    assert named(page, QPushButton, "Promise this").hasFocus()


def test_the_theme_can_be_looked_at(page: SuggestionsPage, result: PersonalResult, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.theme_asked) as heard:
        qtbot.mouseClick(named(page, QPushButton, "Look at the theme"), Qt.MouseButton.LeftButton)

    assert heard.args == [result.proposals[0].theme_id]


def test_somebody_who_works_here_reads_first_what_one_can_do_alone(look: Look, qtbot: QtBot) -> None:
    staff = portraits.result(LOW, perspective=Perspective.STAFF)
    alone = staff.theme(staff.proposals[0].theme_id).theme.on_your_own
    page = showing(look, qtbot, staff)
    card = words_on(page.cards[0])

    assert card.index(alone) < card.index("This week")


def test_somebody_who_leads_reads_it_after_the_steps(page: SuggestionsPage, result: PersonalResult) -> None:
    alone = result.theme(result.proposals[0].theme_id).theme.on_your_own
    card = words_on(page.cards[0])

    assert card.index("This week") < card.index(alone)


def test_what_a_gate_holds_back_is_named_with_the_reason_in_words(look: Look, qtbot: QtBot) -> None:
    page = showing(look, qtbot, portraits.result({**portraits.at("SS", 1), **portraits.at("RV", 1)}))

    assert "Waiting for now" in words_on(page)
    assert "Real voices: Safe to speak stands at 0, below 50" in words_on(page)
    assert "\nG1" not in words_on(page)


def test_a_fact_that_a_decision_changes_is_offered_whatever_the_scores(look: Look, qtbot: QtBot) -> None:
    page = showing(look, qtbot, portraits.result(everything_at=5, known={"K11": "no", "K14": "no"}))

    assert "Facts you can change by decision within a month, whatever the scores" in words_on(page)
    assert portraits.shipped().practice_by_id["K11"].text in words_on(page)
    assert portraits.shipped().practice_by_id["K14"].text not in words_on(page)


def test_strengths_are_to_keep_doing(page: SuggestionsPage, result: PersonalResult) -> None:
    assert "Keep doing" in words_on(page)
    assert "A strength: Words and deeds (100)." in words_on(page)
    assert result.strengths[0].question in words_on(page)


def test_with_everything_high_nothing_is_urgent(look: Look, qtbot: QtBot) -> None:
    result = portraits.result(everything_at=5)
    page = showing(look, qtbot, result)

    assert page.cards == []
    assert "Nothing urgent" in words_on(page)
    assert result.no_proposals in words_on(page)


def test_where_too_little_is_known_the_page_says_so(look: Look, qtbot: QtBot) -> None:
    result = portraits.hardly_answered()
    page = showing(look, qtbot, result)

    assert "Nothing to suggest yet" in words_on(page)
    assert result.no_proposals in words_on(page)
    assert names_of(page, QPushButton) == []


def test_a_short_form_leads_on_to_the_other_questions(look: Look, qtbot: QtBot) -> None:
    page = showing(look, qtbot, portraits.pulse())

    assert "Nothing to suggest yet" in words_on(page)
    assert "28 more questions, about five minutes" in words_on(page)
    assert "What you have answered stays." in words_on(page)
    with qtbot.waitSignal(page.others_asked):
        qtbot.keyClick(named(page, QPushButton, "Answer the other 28 questions"), Qt.Key.Key_Return)


def test_after_three_months_it_leads_to_a_check_of_its_own(look: Look, qtbot: QtBot) -> None:
    page = SuggestionsPage(look)
    page.show_result(portraits.pulse(), TODAY + timedelta(weeks=12))
    shown(page, qtbot)

    assert "These answers are from 22 November 2026" in words_on(page)
    with qtbot.assertNotEmitted(page.others_asked), qtbot.waitSignal(page.new_check_asked):
        qtbot.keyClick(named(page, QPushButton, "Begin a new check"), Qt.Key.Key_Return)


def test_the_page_ends_with_the_doubt(page: SuggestionsPage) -> None:
    assert words_on(page).endswith("If this does not match what you know, ask before you act.")


def test_everything_the_keyboard_reaches_has_a_name(page: SuggestionsPage) -> None:
    assert nameless(page) == []


@pytest.mark.parametrize(("width", "scale"), [(1056, 1.0), (656, 1.0), (656, 1.5), (656, 2.0)])
def test_nothing_is_cut_off_with_names_of_any_length_and_script(
    look: Look, qtbot: QtBot, width: int, scale: float
) -> None:
    page = SuggestionsPage(look)
    page.show_result(portraits.foreign(), TODAY)
    shown(page, qtbot, width, 560)
    enlarge(look, scale)

    qtbot.waitUntil(lambda: cut_off(page) == [])
    qtbot.waitUntil(lambda: page.widget().width() <= page.viewport().width())


def test_what_everybody_could_count_on_is_offered_where_its_fact_is_no_and_can_be_promised(
    look: Look, qtbot: QtBot
) -> None:
    page = showing(look, qtbot, portraits.result(known={"K02": "no", "K15": "no", "K12": "partly"}))
    rights = next(each for each in page.findChildren(ByRightCard))

    assert "All staff can open the social media sites" in words_on(rights)
    assert [each.accessibleDescription() for each in rights.promises] == ["Open to all", "Another door"]
    with qtbot.waitSignal(page.promise_asked) as heard:
        rights.promises[1].setFocus()
        qtbot.keyClick(rights.promises[1], Qt.Key.Key_Space)
    assert heard.args == ["ss-another-door"]


def test_nothing_of_the_kind_stands_there_where_no_such_fact_is_no(look: Look, qtbot: QtBot) -> None:
    page = showing(look, qtbot, portraits.result(known={"K02": "yes", "K01": "no"}))

    assert not page.findChildren(ByRightCard)


def by_hand(arrangement: Arrangement, before: frozenset[str] = frozenset()) -> PersonalResult:
    of = replace(portraits.result(LOW).round, arrangement=arrangement, aside_before=before)
    return result_of(of)


def test_what_is_put_aside_makes_way_and_can_be_taken_back(look: Look, qtbot: QtBot, result: PersonalResult) -> None:
    first = result.proposals[0].suggestions[0]
    page = showing(look, qtbot, result)
    with qtbot.waitSignal(page.arranged) as heard:
        qtbot.keyClick(named(page, QPushButton, "Not for me"), Qt.Key.Key_Space)
    assert heard.args == [Arrangement(aside=(first.id,))]

    page = showing(look, qtbot, by_hand(heard.args[0]))
    assert first.id not in [each.suggestion.id for each in page.cards]
    aside = next(each for each in page.findChildren(AsideCard))
    assert first.title in words_on(aside)
    with qtbot.waitSignal(page.arranged) as taken:
        qtbot.keyClick(aside.takers[0], Qt.Key.Key_Space)
    assert taken.args == [Arrangement(wanted=(first.id,))]


def test_what_was_put_aside_last_time_is_asked_about_once(look: Look, qtbot: QtBot, result: PersonalResult) -> None:
    first = result.proposals[0].suggestions[0].id
    question = "Last time you put this aside: is it still not for you?"
    page = showing(look, qtbot, by_hand(Arrangement(), frozenset([first])))

    assert question in words_on(page)
    with qtbot.waitSignal(page.arranged) as heard:
        qtbot.keyClick(named(page, QPushButton, "Keep it in the list"), Qt.Key.Key_Space)
    page = showing(look, qtbot, by_hand(heard.args[0], frozenset([first])))
    assert page.cards[0].suggestion.id == first
    assert question not in words_on(page)


def test_the_one_that_was_moved_says_so(look: Look, qtbot: QtBot, result: PersonalResult) -> None:
    ids = [each.suggestions[0].id for each in result.proposals]
    page = showing(look, qtbot, by_hand(Arrangement().moved(ids, ids[1], -1)))

    assert [each.suggestion.id for each in page.cards] == ids[::-1]
    assert "Moved here by hand; by the rules it would be number 2." in words_on(page.cards[0])


def test_where_all_of_it_was_put_aside_the_page_says_so_and_how_it_comes_back(
    look: Look, qtbot: QtBot, result: PersonalResult
) -> None:
    every = Arrangement(aside=tuple(sorted(s.id for each in result.proposals for s in each.suggestions)))
    page = showing(look, qtbot, by_hand(every))

    assert page.announcement() == "Suggestions. Everything here was put aside"
    assert "It can be taken back on the page of suggestions." in words_on(page)
    assert [len(each.takers) for each in page.findChildren(AsideCard)] == [len(every.aside)]
