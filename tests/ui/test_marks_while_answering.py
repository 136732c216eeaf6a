"""Flagging a question, and going to any of them, while one answers alone: by key, by pointer, in the look back."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests import builders
from trustcheck.app.answering.review import Filter, review
from trustcheck.app.answering.walkthrough import Walkthrough
from trustcheck.domain.checks.marks import AnswerMark
from trustcheck.ui.answering.question_page import QuestionPage
from trustcheck.ui.answering.review_page import ReviewPage
from trustcheck.ui.kit.look import Look

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
    assert ReviewPage(look).filter.segments[-2].text() == "Open"


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
