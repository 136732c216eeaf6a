"""Flagging a question, and going to any of them, while one answers alone: by key, by pointer, in the look back."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests import builders
from tests.ui import portraits
from tests.ui.finding import shown, words_on
from trustcheck.app.answering.review import Filter, review
from trustcheck.app.answering.walkthrough import Walkthrough
from trustcheck.app.portraits.result import result_of
from trustcheck.domain.checks.marks import Aloud, AnswerMark
from trustcheck.domain.checks.proposal import LastSaid
from trustcheck.domain.questionnaire.answers import Answer, EvidenceGrade, Fact, PracticeAnswer
from trustcheck.domain.questionnaire.model import Perspective
from trustcheck.ui.answering.question_page import QuestionPage
from trustcheck.ui.answering.review_page import ReviewPage
from trustcheck.ui.answering.start_page import StartPage, StartView
from trustcheck.ui.help.keyboard import keyboard
from trustcheck.ui.kit.look import Look
from trustcheck.ui.results.overview_page import OverviewPage
from trustcheck.ui.results.say_do_page import SayDoPage

ASKED = builders.questionnaire()
Key = Qt.Key


def walked(*flags: str) -> Walkthrough:
    here = Walkthrough(ASKED, builders.response(builders.all_at(ASKED, 4)))
    for item_id in flags:
        here = here.mark(item_id, AnswerMark(flagged=True))
    return here


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> QuestionPage:
    page = QuestionPage(look, takes_marks=True)
    qtbot.addWidget(page)
    page.resize(1280, 800)
    page.show_step(walked().go_to("A2").step())
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.first_focus().setFocus()
    return page


def press(qtbot: QtBot, key: Qt.Key) -> None:
    qtbot.keyClick(QApplication.focusWidget(), key)


def test_a_key_flags_the_question_on_screen_and_takes_the_flag_off_again(page: QuestionPage, qtbot: QtBot) -> None:
    said: list[Any] = []
    page.marked.connect(lambda item_id, mark: said.append((item_id, mark.flagged)))

    press(qtbot, Key.Key_T)
    assert page.marks.flag.text() == "To be talked about"
    press(qtbot, Key.Key_T)

    assert said == [("A2", True), ("A2", False)]
    assert page.marks.flag.text() == "Talk about this"


@pytest.mark.parametrize(
    ("key", "said"),
    [(Key.Key_A, AnswerMark(aloud=Aloud.YES)), (Key.Key_W, AnswerMark(grade=EvidenceGrade.FEELING))],
    ids=["aloud", "shown"],
)
def test_a_key_opens_what_can_be_said_beside_an_answer(
    page: QuestionPage, qtbot: QtBot, key: Qt.Key, said: AnswerMark
) -> None:
    press(qtbot, key)
    button = page.marks.aloud if said.aloud else page.marks.grade
    qtbot.waitUntil(button.listed.isVisible)
    with qtbot.waitSignal(page.marked) as heard:
        qtbot.keyClick(button.listed, Key.Key_Down)
        qtbot.keyClick(button.listed, Key.Key_Return)

    assert heard.args == ["A2", said]


def test_these_keys_stand_in_the_help_and_are_letters_where_single_keys_are_off(
    page: QuestionPage, qtbot: QtBot
) -> None:
    told = dict(keyboard().sections[0].parts[0].rows)
    assert "aloud" in told["A"]
    assert "shows" in told["W"]

    page.prefer(single_keys=False, go_on_by_itself=False)
    press(qtbot, Key.Key_A)
    assert not page.marks.aloud.listed.isVisible()


def test_the_result_says_how_much_of_last_time_is_still_open(look: Look, qtbot: QtBot) -> None:
    plain = portraits.result()
    given = dict(list(plain.round.response.answers.items())[2:])
    first, second = list(plain.round.response.answers)[:2]
    said_then = {first: Answer(4), second: Answer(4), next(iter(given)): Answer(4)}
    proposed = LastSaid(said_then, {"K01": PracticeAnswer("K01", Fact.NO)})
    response = replace(plain.round.response, answers=given)
    page = OverviewPage(look)
    page.show_result(result_of(replace(plain.round, response=response, proposed=proposed)))
    shown(page, qtbot)

    assert "Two answers of last time were proposed and not confirmed: they are in no number" in words_on(page)
    assert "One fact of last time was proposed and not confirmed: it counts as not answered." in words_on(page)
    page.show_result(plain)
    assert "last time" not in words_on(page)


def test_the_next_question_shows_its_own_flag(page: QuestionPage) -> None:
    page.show_step(walked("A3").go_to("A3").step())
    assert page.marks.flag.text() == "To be talked about"
    page.show_step(walked("A3").go_to("A4").step())
    assert page.marks.flag.text() == "Talk about this"


def test_one_of_several_people_has_nothing_to_flag_with(look: Look, qtbot: QtBot) -> None:
    alone, shared = (QuestionPage(look, takes_marks=each) for each in (True, False))
    for each in (alone, shared):
        qtbot.addWidget(each)
        each.show_step(walked().step())
    heard: list[Any] = []
    shared.marked.connect(lambda *said: heard.append(said))
    qtbot.keyClick(shared, Key.Key_T)

    assert (alone.marks is not None, shared.marks, heard) == (True, None, [])
    assert ReviewPage(look).filter.segments[-2].text() == "Unanswered"


def test_the_arrow_keys_choose_any_question_and_enter_goes_there(page: QuestionPage, qtbot: QtBot) -> None:
    press(qtbot, Key.Key_G)
    assert QApplication.focusWidget() is page.line.bar
    for _time in range(3):
        press(qtbot, Key.Key_Right)
    assert page.line.question.text() == "To question 5"
    with qtbot.waitSignal(page.jumped) as heard:
        press(qtbot, Key.Key_Return)

    assert heard.args == [5]


def test_escape_stays_at_the_question_and_its_answers(page: QuestionPage, qtbot: QtBot) -> None:
    press(qtbot, Key.Key_G)
    press(qtbot, Key.Key_End)
    with qtbot.assertNotEmitted(page.jumped):
        press(qtbot, Key.Key_Escape)

    assert page.line.question.text() == "Question 2 of 16"
    assert QApplication.focusWidget() is page.first_focus()


def test_whoever_only_listens_hears_a_slider_of_questions(page: QuestionPage) -> None:
    told = QAccessible.queryAccessibleInterface(page.line.bar)

    assert told.role() == QAccessible.Role.Slider
    assert told.text(QAccessible.Text.Name) == "Go to a question"
    value = told.valueInterface()
    assert (value.minimumValue(), value.currentValue(), value.maximumValue()) == (1, 2, 16)


@pytest.mark.parametrize(("share", "number"), [(0.01, 1), (0.24, 4), (0.26, 5), (0.99, 16)])
def test_a_pointer_picks_a_question_on_the_bars(page: QuestionPage, qtbot: QtBot, share: float, number: int) -> None:
    bar = page.line.bar
    with qtbot.waitSignal(page.jumped) as heard:
        QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(int(bar.width() * share), bar.height() // 2))

    assert heard.args == [number]


def test_in_the_look_back_a_flag_can_be_set_and_only_flagged_questions_listed(look: Look, qtbot: QtBot) -> None:
    page = ReviewPage(look, takes_marks=True)
    qtbot.addWidget(page)
    page.show_review(review(walked("B1")))
    page.everything.click()
    first = page.all_of_them.rows[0]
    with qtbot.waitSignal(page.flagged) as heard:
        qtbot.keyClick(first.flag, Key.Key_Space)
    page.take_review(review(walked("A1", "B1")))
    page.filter.segments[2].click()

    assert heard.args == ["A1", True]
    assert page.filter.segments[2].text() == "To talk about"
    assert [(row.item_id, row.flag.accessibleName()) for row in page.all_of_them.rows] == [
        ("A1", "To be talked about"), ("B1", "To be talked about"),
    ]  # fmt: skip


def test_filters_let_through_what_they_say() -> None:
    here = walked("A2").note("A3", "Once.").answer("A4", None)
    listed = {each: [line.item_id for line in review(here).only(each)] for each in Filter if each is not Filter.ALL}

    assert listed == {Filter.OPEN: ["A4"], Filter.FLAGGED: ["A2"], Filter.NOTED: ["A3"]}


def proposed() -> Walkthrough:
    here = Walkthrough(ASKED, builders.response({"A1": 3}), proposed={"A1": Answer(2), "A2": Answer(4)})
    return here.go_to("A2")


def test_what_was_answered_last_time_is_marked_and_enter_keeps_it(page: QuestionPage, qtbot: QtBot) -> None:
    page.show_step(proposed().step())
    said: list[Any] = []
    page.answered.connect(lambda item_id, answer: said.append((item_id, answer)))
    marked = [each for each in page.answers.cards if each.is_proposed]

    assert [(each.text(), each.isChecked(), each.accessibleDescription()) for each in marked] == [
        ("Often", False, "what you answered last time")
    ]
    assert page.last_time.isVisible()
    assert "Last time you answered \u201cOften\u201d." in page.last_time.text()
    assert QApplication.focusWidget() is marked[0]
    with qtbot.waitSignal(page.forward):
        press(qtbot, Key.Key_Return)
    assert said == [("A2", Answer(4))]


def test_an_answer_of_today_takes_the_mark_away(page: QuestionPage) -> None:
    page.show_step(proposed().step())
    page.show_step(proposed().answer("A2", Answer(1)).step())

    assert not page.last_time.isVisible()
    assert not any(each.is_proposed for each in page.answers.cards)


def test_the_look_back_says_which_answers_are_only_those_of_last_time(look: Look, qtbot: QtBot) -> None:
    page = ReviewPage(look)
    qtbot.addWidget(page)
    page.show_review(review(proposed()))

    assert "1 of them has only what you answered last time." in page.advice.text()
    assert page.open_ones.rows[0].button.accessibleDescription() == "Last time: Often"


def test_a_fact_of_last_time_is_kept_by_one_key(look: Look, qtbot: QtBot) -> None:
    result = portraits.result()
    said = PracticeAnswer("K01", Fact.PARTLY, "minutes & notes")
    page = SayDoPage(look)
    shown(page, qtbot)
    page.show_result(result_of(replace(result.round, proposed=LastSaid(facts={"K01": said}))))
    row = page.rows["K01"]

    assert row.last_time.text() == "Last time: Partly (minutes && notes). Keep it"
    assert row.last_time.accessibleName() == "Last time: Partly (minutes & notes). Keep it"
    assert row.last_time.shortcut().isEmpty()
    assert not page.rows["K02"].last_time.isVisibleTo(page)
    with qtbot.waitSignal(page.fact_answered) as heard:
        qtbot.keyClick(row.last_time, Key.Key_Space)
    assert heard.args == [said]


def test_starting_from_last_time_is_offered_where_somebody_stood_there_before(look: Look, qtbot: QtBot) -> None:
    page = StartPage(look)
    qtbot.addWidget(page)
    page.show_start(StartView(ASKED, place="The mill", earlier={("The mill", Perspective.STAFF): date(2026, 3, 1)}))
    page.show()
    page.last_time.click()

    assert "1 March 2026" in page.last_time.accessibleDescription()
    assert page.chosen.from_last_time
    page.who.show_choice(1)
    page.who.chosen.emit(1)
    assert (page.last_time.isVisible(), page.chosen.from_last_time) == (False, False)


def test_whether_one_would_say_it_aloud_and_what_shows_it_are_said_in_two_menus(page: QuestionPage) -> None:
    said: list[AnswerMark] = []
    page.marked.connect(lambda _item_id, mark: said.append(mark))

    page.marks.aloud.actions_by_word[Aloud.NO].trigger()
    page.marks.grade.actions_by_word[EvidenceGrade.DOCUMENT].trigger()
    page.marks.aloud.actions_by_word[None].trigger()

    document = AnswerMark(grade=EvidenceGrade.DOCUMENT)
    assert said == [AnswerMark(aloud=Aloud.NO), replace(document, aloud=Aloud.NO), document]
    assert page.marks.aloud.accessibleName() == "Would I say this aloud? Not said"
    assert page.marks.grade.text() == "What shows it? a document"


def test_the_overview_says_how_much_one_would_not_say_aloud(look: Look, qtbot: QtBot) -> None:
    page, result = OverviewPage(look), portraits.result()
    shown(page, qtbot)
    page.show_result(result_of(replace(result.round, marks={"RD1": AnswerMark(aloud=Aloud.NO)})))

    QApplication.processEvents()
    assert "1 of 1 answers you would not say aloud here." in words_on(page)


def test_two_bars_to_a_theme_stand_on_the_page_of_facts(look: Look, qtbot: QtBot) -> None:
    page, result = SayDoPage(look), portraits.result()
    shown(page, qtbot)
    page.show_result(result_of(replace(result.round, marks={"RD1": AnswerMark(grade=EvidenceGrade.DOCUMENT)})))

    assert "40 of 40 questions answered, 1 of them can be shown" in words_on(page)
