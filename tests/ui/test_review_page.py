"""Looking back before the result, as a person does."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QScrollBar, QWidget
from pytestqt.qtbot import QtBot

from tests import builders
from trustcheck.app.answering.review import review
from trustcheck.app.answering.walkthrough import Walkthrough
from trustcheck.domain.questionnaire.model import Form
from trustcheck.ui.answering.review_page import ReviewPage
from trustcheck.ui.kit.look import Look, Taste
from trustcheck.ui.kit.text import Text

ASKED = builders.questionnaire(pulse=("A1", "B1", "C1", "D1"))


def walked(*left_open: str, form: Form = Form.FULL, **otherwise: int | str) -> Walkthrough:
    given = builders.all_at(ASKED, 4, **otherwise)
    if form is Form.PULSE:
        given = {item_id: given[item_id] for item_id in ASKED.pulse}
    for item_id in left_open:
        del given[item_id]
    return Walkthrough(ASKED, builders.response(given, form=form))


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> ReviewPage:
    page = ReviewPage(look)
    qtbot.addWidget(page)
    page.resize(1280, 800)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def look_back(page: ReviewPage, here: Walkthrough) -> None:
    page.show_review(review(here))
    QApplication.processEvents()  # new rows appear with the next turn of the event loop


def words_on(widget: QWidget) -> str:
    return " | ".join(each.text() for each in widget.findChildren(Text) if each.isVisible())


@pytest.mark.parametrize(
    ("left_open", "headline"),
    [
        ((), "All 16 questions are answered."),
        (("A1",), "Almost there. One question is still open."),
        (("A1", "B2", "D4"), "Almost there. Three questions are still open."),
        (("A1", "A2", "A3", "B1", "B2"), "Five questions are still open."),
    ],
)
def test_the_headline_counts_what_is_open(page: ReviewPage, left_open: tuple[str, ...], headline: str) -> None:
    look_back(page, walked(*left_open))

    assert page.headline.text() == headline
    assert page.announcement() == headline


def test_many_open_questions_are_counted_in_figures(page: ReviewPage) -> None:
    look_back(page, Walkthrough(ASKED, builders.response({"A1": 3})))

    assert page.headline.text() == "15 questions are still open."


def test_open_questions_are_listed_by_number_and_each_can_be_answered(page: ReviewPage, qtbot: QtBot) -> None:
    look_back(page, walked("A3", "C2"))
    first, second = page.open_ones.rows

    assert "Question 3" in words_on(first)
    assert "Question 10" in words_on(second)
    with qtbot.waitSignal(page.answer_asked) as heard:
        qtbot.mouseClick(second.button, Qt.MouseButton.LeftButton)
    assert heard.args == ["C2"]


def test_the_keyboard_begins_at_the_first_open_question(page: ReviewPage, qtbot: QtBot) -> None:
    look_back(page, walked("A3", "C2"))
    page.first_focus().setFocus()

    with qtbot.waitSignal(page.answer_asked) as heard:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)

    assert heard.args == ["A3"]


def test_with_nothing_open_it_begins_at_the_result(page: ReviewPage, qtbot: QtBot) -> None:
    look_back(page, walked())
    page.first_focus().setFocus()

    with qtbot.waitSignal(page.finished):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)

    assert not page.open_ones.isVisible()


def test_the_totals_tell_each_kind_apart_and_leave_out_what_there_is_not(page: ReviewPage) -> None:
    look_back(page, walked("D4", A1="dk", A2="dk", B1="na"))
    assert words_on(page.totals) == (
        "15 answered | 12 on the scale | 2 I don\u2019t know | 1 doesn\u2019t apply here | 1 still open"
    )

    look_back(page, walked())
    assert words_on(page.totals) == "16 answered"


def test_what_the_headline_calls_answered_the_totals_call_answered_too(page: ReviewPage) -> None:
    look_back(page, walked(A1="dk", A2="na"))

    assert page.headline.text() == "All 16 questions are answered."
    assert words_on(page.totals).split(" | ")[0] == "16 answered"


def test_all_answers_unfold_and_each_can_be_changed(page: ReviewPage, qtbot: QtBot) -> None:
    look_back(page, walked("A3", A1="dk"))
    assert page.all_of_them.rows == ()

    qtbot.mouseClick(page.everything, Qt.MouseButton.LeftButton)
    QApplication.processEvents()

    rows = page.all_of_them.rows
    assert len(rows) == 16
    assert [row.button.text() for row in rows[:3]] == ["Change", "Change", "Answer"]
    assert rows[0].button.accessibleName() == "Change question 1: Leaders here do A1."
    assert rows[0].button.accessibleDescription() == "I don\u2019t know"
    with qtbot.waitSignal(page.answer_asked) as heard:
        qtbot.mouseClick(rows[1].button, Qt.MouseButton.LeftButton)
    assert heard.args == ["A2"]


def test_the_unfolded_list_follows_a_changed_answer(page: ReviewPage, qtbot: QtBot) -> None:
    look_back(page, walked("A3"))
    qtbot.mouseClick(page.everything, Qt.MouseButton.LeftButton)
    QApplication.processEvents()

    look_back(page, walked())

    assert page.all_of_them.rows[2].button.text() == "Change"


def test_themes_with_too_few_answers_are_named_in_one_sentence(page: ReviewPage) -> None:
    look_back(page, walked("A1", "A2", "A3"))
    assert page.left_out.text() == "Too few of its questions have an answer, so this theme is left out: Theme A."

    look_back(page, walked("A1", "A2", "A3", "B1", "B2", "B3"))
    assert page.left_out.text().endswith("these themes are left out: Theme A and Theme B.")

    look_back(page, walked())
    assert not page.left_out.isVisible()


def test_the_pulse_names_what_has_no_number(page: ReviewPage) -> None:
    look_back(page, walked("A1", form=Form.PULSE))

    assert page.left_out.text() == "Too few answers for a number, so it is left out: People."


def test_without_any_answer_it_says_that_there_will_be_nothing_to_show(page: ReviewPage) -> None:
    look_back(page, Walkthrough(ASKED, builders.response({})))

    assert "no result to show" in page.left_out.text()


def test_no_theme_is_named_while_nothing_is_left_out(page: ReviewPage, qtbot: QtBot) -> None:
    look_back(page, walked("A3"))
    qtbot.mouseClick(page.everything, Qt.MouseButton.LeftButton)
    QApplication.processEvents()

    assert "Theme" not in words_on(page)


@pytest.mark.parametrize("key", [Qt.Key.Key_Backspace])
def test_backspace_goes_back(page: ReviewPage, qtbot: QtBot, key: Qt.Key) -> None:
    look_back(page, walked("A3"))
    page.first_focus().setFocus()

    with qtbot.waitSignal(page.back):
        qtbot.keyClick(QApplication.focusWidget(), key)


def test_the_other_buttons_do_what_they_say(page: ReviewPage, qtbot: QtBot) -> None:
    look_back(page, walked("A3"))

    for button, said in (
        (page.go_back, page.back),
        (page.see, page.finished),
        (page.bar.leave, page.left),
        (page.bar.hide_screen, page.hide_asked),
    ):
        with qtbot.waitSignal(said):
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_everything_the_keyboard_reaches_has_a_name(page: ReviewPage, qtbot: QtBot) -> None:
    look_back(page, walked("A3"))
    qtbot.mouseClick(page.everything, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    reachable = [
        each
        for each in page.findChildren(QWidget)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isVisible() and not isinstance(each, QScrollBar)
    ]

    assert len(reachable) >= 20
    for each in reachable:
        assert QAccessible.queryAccessibleInterface(each).text(QAccessible.Text.Name), each


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_nothing_is_cut_in_the_smallest_window(page: ReviewPage, qtbot: QtBot, look: Look, scale: float) -> None:
    page.resize(720, 560)
    look.show(Taste(look.theme, scale, less_motion=True))
    look_back(page, walked("A3", "C2", B1="dk"))
    QApplication.processEvents()

    assert page.width() == 720
    assert page.area.widget().width() <= page.area.viewport().width()
    for each in (page.go_back, page.see, *(row.button for row in page.open_ones.rows)):
        assert page.area.window().rect().width() >= each.mapTo(page, each.rect().bottomRight()).x(), each.text()
        assert each.width() >= each.sizeHint().width(), each.text()


def test_of_all_answers_only_the_open_ones_or_those_with_a_note_are_listed(page: ReviewPage, qtbot: QtBot) -> None:
    look_back(page, walked("A1", "B2").note("C1", "On Mondays"))
    assert not page.filter.isVisible()
    qtbot.mouseClick(page.everything, Qt.MouseButton.LeftButton)
    assert len(page.all_of_them.rows) == 16

    qtbot.mouseClick(page.filter.segments[2], Qt.MouseButton.LeftButton)
    (noted,) = page.all_of_them.rows
    with qtbot.waitSignal(page.answer_asked) as asked:
        qtbot.keyClick(noted.button, Qt.Key.Key_Space)
    assert asked.args == ["C1"]

    page.filter.segments[2].setFocus()
    qtbot.keyClick(page.filter.segments[2], Qt.Key.Key_Left)
    assert len(page.all_of_them.rows) == 2


def test_where_nothing_was_noted_the_list_says_so(page: ReviewPage, qtbot: QtBot) -> None:
    look_back(page, walked())
    qtbot.mouseClick(page.everything, Qt.MouseButton.LeftButton)

    qtbot.mouseClick(page.filter.segments[2], Qt.MouseButton.LeftButton)

    assert "There is none of these." in words_on(page)
    assert not page.all_of_them.isVisible()
