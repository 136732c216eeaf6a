"""The page on which a written policy is read: pasted, shown sentence by sentence, and taken over one fact at a time."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui import portraits
from tests.ui.finding import cut_off, enlarge, nameless, shown, words_on
from trustcheck.app.policy.lens import looked_at
from trustcheck.app.results.policy import PolicyLens
from trustcheck.catalog.policies import ShippedPolicies
from trustcheck.domain.questionnaire.answers import Fact, PracticeAnswer
from trustcheck.ui.kit.look import Look
from trustcheck.ui.results.policy_page import PolicyPage

POLICY = (
    "You may talk about your work.\n\n"
    "Staff must not:\n- share secrets;\n- quote customers;\n- use logos;\n- post maps.\n\n"
    "Get approval before you speak for us."
)
RESULT = portraits.result(portraits.at("WD", 5))


def lens(text: str = POLICY) -> PolicyLens:
    rules = ShippedPolicies(lambda _path: text).rules(RESULT.questionnaire.id, "en-GB")
    assert rules is not None
    return looked_at(text, rules, RESULT.questionnaire, RESULT)


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> PolicyPage:
    made = PolicyPage(look)
    shown(made, qtbot)
    return made


def takes(page: PolicyPage) -> list[QPushButton]:
    return [each for each in page.findChildren(QPushButton) if each.text() == "Take it over" and each.isVisible()]


def test_a_pasted_policy_is_given_to_be_read_and_an_empty_box_is_told(page: PolicyPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page.read, Qt.Key.Key_Return)
    assert "There is no text yet" in words_on(page)
    page.box.box.setPlainText(POLICY)

    with qtbot.waitSignal(page.policy_given) as given:
        qtbot.keyClick(page.box.box, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert given.args == [POLICY]


def test_each_sentence_that_counts_stands_there_with_the_rule_it_counts_by(page: PolicyPage, qtbot: QtBot) -> None:
    page.show_lens(lens(), RESULT.questionnaire, {})
    words = words_on(page)

    assert "This policy says more often what people may not do, or must ask about, than what they may." in words
    assert "4 sentences forbid" in words
    assert "Staff must not: “share secrets;”" in words
    assert "It says what nobody may do, or what follows if they do." in words
    assert "post maps" not in words
    (fold,) = [each for each in page.findChildren(QPushButton) if each.text() == "All of them"]
    qtbot.keyClick(fold, Qt.Key.Key_Space)
    assert "Staff must not: “post maps.”" in words_on(page)


def test_a_fact_is_taken_over_with_the_line_it_rests_on_and_the_keyboard_goes_on_to_the_next(
    page: PolicyPage, qtbot: QtBot
) -> None:
    found = lens()
    page.show_lens(found, RESULT.questionnaire, {})
    takes(page)[0].setFocus()
    with qtbot.waitSignal(page.fact_answered) as taken:
        qtbot.keyClick(takes(page)[0], Qt.Key.Key_Space)

    given = taken.args[0]
    assert given == PracticeAnswer(given.practice_id, Fact.YES, "The policy says: “You may talk about your work.”")
    before = len(takes(page))
    page.show_lens(found, RESULT.questionnaire, {given.practice_id: given})
    assert len(takes(page)) == before - 1
    assert "It stands so among the facts." in words_on(page)
    assert QApplication.focusWidget() is takes(page)[0]


def test_the_facts_of_a_check_that_came_with_its_result_are_shown_and_none_can_be_taken_over(page: PolicyPage) -> None:
    page.show_lens(lens(), RESULT.questionnaire, {}, is_fixed=True)

    assert "What it shows of the facts" in words_on(page)
    assert "its facts stay as they were when it was exported" in words_on(page)
    assert takes(page) == []


def test_a_policy_with_nothing_but_exemptions_is_not_said_to_have_nothing_that_counts(page: PolicyPage) -> None:
    page.show_lens(lens("These rules do not apply to the board."), RESULT.questionnaire, {})
    words = words_on(page)

    assert "This policy only says for whom something does not hold." in words
    assert "1 sentence exempts somebody" in words
    assert "No sentence of this text was counted" not in words


def test_the_policy_worth_framing_can_be_copied(page: PolicyPage, qtbot: QtBot) -> None:
    found = lens()
    page.show_lens(found, RESULT.questionnaire, {})

    with qtbot.waitSignal(page.framed_copied) as copied:
        qtbot.keyClick(page.copy, Qt.Key.Key_Space)
    assert copied.args == ["\n\n".join(found.framed)]
    assert "The more trust in people a result shows, the fewer lines it needs." in words_on(page)


def test_nothing_is_cut_off_or_nameless_in_a_small_window_with_large_text(page: PolicyPage, look: Look) -> None:
    page.show_lens(lens("You may post " + "very " * 60 + "long words. " * 3), RESULT.questionnaire, {})
    enlarge(look, 1.5)
    page.resize(720, 560)
    QApplication.processEvents()

    assert cut_off(page) == []
    assert nameless(page) == []
