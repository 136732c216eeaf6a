"""Home for one person: what is open, what was done, what comes next."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from trustcheck.app.presenting.check_reading import CheckReading
from trustcheck.charts.two_dots import LineMark
from trustcheck.domain.checks.round import NAME_LIMIT, Organisation, Promise, RoundKind, RoundState, RoundSummary
from trustcheck.domain.questionnaire.model import Form, Perspective
from trustcheck.ui.home.home_page import HomePage
from trustcheck.ui.home.home_view import HomeRow, HomeView
from trustcheck.ui.kit.charts import ChartView
from trustcheck.ui.kit.look import Look

TODAY = date(2026, 11, 22)
PATH = "/home/asha/TrustCheck/answers.trustcheck"
LONG_AGO = date(2026, 5, 1)
A_LARGE_ID = 2**62 + 7

BOTH = CheckReading(
    "Trust in your people 68, Openness 53, 15 apart",
    marks=(LineMark("Trust in your people", 68.2), LineMark("Openness", 52.5)),
)


def row(
    round_id: int = A_LARGE_ID,
    *,
    day: date = LONG_AGO,
    is_open: bool = False,
    answered: int = 40,
    stopped_at: int = 0,
    reading: CheckReading = BOTH,
    name: str = "Ferngate Libraries",
) -> HomeRow:
    summary = RoundSummary(
        id=round_id,
        organisation=Organisation(1, name),
        state=RoundState.OPEN if is_open else RoundState.CLOSED,
        form=Form.FULL,
        perspective=Perspective.STAFF,
        started_on=day,
        closed_on=None if is_open else day,
        answered=answered,
        asked=40,
    )
    return HomeRow(summary, None if is_open else reading, stopped_at)


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> HomePage:
    shown = HomePage(look)
    qtbot.addWidget(shown)
    shown.resize(1056, 800)
    return shown


def show(page: HomePage, shown: HomeView, qtbot: QtBot) -> None:
    page.hide()
    page.show_home(shown)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()


def view(*rows: HomeRow, promise: Promise | None = None, is_sample: bool = False) -> HomeView:
    return HomeView(rows, PATH, TODAY, promise, is_sample)


def words(page: HomePage) -> str:
    shown = [each.text() for each in page.findChildren(QLabel) if each.isVisibleTo(page)]
    return "\n".join(shown).replace("\u200b", "")


def button(page: HomePage, name: str) -> QPushButton:
    return next(
        each for each in page.findChildren(QPushButton) if each.accessibleName() == name and each.isVisibleTo(page)
    )


def names(page: HomePage) -> set[str]:
    return {each.accessibleName() for each in page.findChildren(QPushButton) if each.isVisibleTo(page)}


def test_an_open_check_says_where_it_was_left_and_go_on_leads_there(page: HomePage, qtbot: QtBot) -> None:
    show(page, view(row(7, is_open=True, day=date(2026, 11, 3), answered=10, stopped_at=11)), qtbot)

    assert "You stopped at question 11 of 40. You began on 3 November 2026." in words(page)
    assert page.first_focus() is button(page, "Go on")
    with qtbot.waitSignal(page.go_on_asked) as heard:
        qtbot.keyClick(button(page, "Go on"), Qt.Key.Key_Space)
    assert heard.args == [7]


def test_an_open_check_with_every_question_answered_says_that_only_the_last_step_is_missing(
    page: HomePage, qtbot: QtBot
) -> None:
    show(page, view(row(is_open=True, answered=40)), qtbot)

    assert "All 40 questions are answered; only the last step is missing." in words(page)


def test_a_finished_check_shows_day_place_and_both_pillars(page: HomePage, qtbot: QtBot) -> None:
    show(page, view(row()), qtbot)

    said = words(page)
    chart = page.findChild(ChartView)
    assert "1 May 2026" in said
    assert "Ferngate Libraries" in said
    assert "40 questions, I work here" in said
    assert "Trust in your people 68, Openness 53, 15 apart" in said
    assert chart.accessibleName() == "Trust in your people 68, Openness 53, 15 apart."


def test_the_row_opens_its_check_wherever_it_is_pressed(page: HomePage, qtbot: QtBot) -> None:
    show(page, view(row(A_LARGE_ID)), qtbot)

    row_shown = page.rows[0]
    for part in (row_shown, *row_shown.findChildren(ChartView), *row_shown.findChildren(QLabel)):
        at = part.mapTo(row_shown, part.rect().center())
        if part.isVisible():
            with qtbot.waitSignal(page.look_asked) as heard:
                qtbot.mouseClick(row_shown.childAt(at) or row_shown, Qt.MouseButton.LeftButton)
            assert heard.args == [A_LARGE_ID]


def test_a_row_that_asks_whether_to_delete_opens_nothing(page: HomePage, qtbot: QtBot) -> None:
    show(page, view(row(A_LARGE_ID)), qtbot)
    opened: list[int] = []
    page.look_asked.connect(opened.append)

    qtbot.mouseClick(page.rows[0].delete_button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.rows[0], Qt.MouseButton.LeftButton, pos=page.rows[0].rect().center())

    assert opened == []


def test_looking_at_a_check_names_it_by_an_id_of_any_length(page: HomePage, qtbot: QtBot) -> None:
    show(page, view(row(A_LARGE_ID)), qtbot)

    with qtbot.waitSignal(page.look_asked) as heard:
        qtbot.mouseClick(button(page, "Look at it, check of 1 May 2026"), Qt.MouseButton.LeftButton)

    assert heard.args == [A_LARGE_ID]


def test_deleting_asks_in_the_page_and_says_what_goes(page: HomePage, qtbot: QtBot) -> None:
    show(page, view(row(A_LARGE_ID)), qtbot)
    deleted: list[int] = []
    page.delete_asked.connect(deleted.append)

    qtbot.mouseClick(button(page, "Delete the check of 1 May 2026\u2026"), Qt.MouseButton.LeftButton)

    assert "Delete the check of 1 May 2026? 40 answers go with it." in words(page)
    assert QApplication.focusWidget() is button(page, "Keep it")
    assert deleted == []
    qtbot.mouseClick(button(page, "Delete the check"), Qt.MouseButton.LeftButton)
    assert deleted == [A_LARGE_ID]


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Escape])
def test_keeping_a_check_leaves_everything_and_gives_the_keyboard_back(
    page: HomePage, qtbot: QtBot, key: Qt.Key
) -> None:
    show(page, view(row()), qtbot)
    deleted: list[int] = []
    page.delete_asked.connect(deleted.append)
    qtbot.mouseClick(button(page, "Delete the check of 1 May 2026\u2026"), Qt.MouseButton.LeftButton)

    qtbot.keyClick(button(page, "Keep it"), key)

    assert deleted == []
    assert "go with it" not in words(page)
    assert QApplication.focusWidget() is button(page, "Delete the check of 1 May 2026\u2026")


def test_without_a_check_the_page_invites_to_the_first(page: HomePage, qtbot: QtBot) -> None:
    show(page, view(), qtbot)

    assert "No check yet." in words(page)
    assert page.first_focus() is button(page, "New check")
    with qtbot.waitSignal(page.new_asked):
        qtbot.keyClick(button(page, "New check"), Qt.Key.Key_Space)


def test_another_file_and_the_sample_can_be_asked_for(page: HomePage, qtbot: QtBot) -> None:
    show(page, view(row()), qtbot)

    with qtbot.waitSignal(page.open_asked):
        qtbot.mouseClick(button(page, "Open a data file\u2026"), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.sample_asked):
        qtbot.mouseClick(button(page, "Look at a sample"), Qt.MouseButton.LeftButton)


def test_the_sample_says_that_it_is_invented_and_leads_back(page: HomePage, qtbot: QtBot) -> None:
    show(page, view(row(), is_sample=True), qtbot)

    assert "invented" in words(page)
    assert "New check" not in names(page)
    with qtbot.waitSignal(page.own_asked):
        qtbot.mouseClick(button(page, "Back to my own"), Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        (date(2026, 12, 20), "You promised to look again on 20 December 2026."),
        (TODAY, "You promised to look again today."),
        (date(2026, 10, 20), "You promised to look again on 20 October 2026. That day has come."),
    ],
)
def test_the_promise_is_remembered_with_its_day(page: HomePage, qtbot: QtBot, day: date, sentence: str) -> None:
    show(page, view(row(), promise=Promise("Read one complaint aloud.", day)), qtbot)

    said = words(page)
    assert sentence in said
    assert "Read one complaint aloud." in said


def test_within_twelve_weeks_a_line_says_so_and_nothing_is_blocked(page: HomePage, qtbot: QtBot) -> None:
    show(page, view(row(day=TODAY - timedelta(weeks=12) + timedelta(days=1))), qtbot)

    assert "A new check says most from 23 November 2026 on" in words(page)
    with qtbot.waitSignal(page.new_asked):
        qtbot.mouseClick(button(page, "New check"), Qt.MouseButton.LeftButton)


def test_after_twelve_weeks_nothing_is_said_about_the_time_between(page: HomePage, qtbot: QtBot) -> None:
    show(page, view(row(day=TODAY - timedelta(weeks=12))), qtbot)

    assert "look back over three months" not in words(page)


def test_the_foot_says_where_the_file_is_and_that_it_is_not_encrypted(page: HomePage, qtbot: QtBot) -> None:
    show(page, view(), qtbot)

    assert PATH in words(page)
    assert "not encrypted" in words(page)


def test_markup_in_a_name_is_shown_as_it_was_written(page: HomePage, qtbot: QtBot) -> None:
    show(page, view(row(name="<b>Bold & Sons</b>")), qtbot)

    shown = next(each for each in page.findChildren(QLabel) if "Bold" in each.text())
    assert shown.text() == "<b>Bold & Sons</b>"
    assert shown.textFormat() is Qt.TextFormat.PlainText


def test_the_longest_name_fits_into_the_smallest_window(page: HomePage, qtbot: QtBot) -> None:
    page.resize(648, 560)
    show(page, view(row(name="W" * NAME_LIMIT), row(8, is_open=True)), qtbot)

    qtbot.waitUntil(lambda: page.widget().minimumSizeHint().width() <= page.viewport().width())


def test_showing_home_again_replaces_what_was_there(page: HomePage, qtbot: QtBot) -> None:
    show(page, view(row(1), row(2)), qtbot)
    show(page, view(row(1)), qtbot)

    assert len(page.rows) == 1
    assert words(page).count("1 May 2026") == 1


def test_showing_home_again_leaves_the_keyboard_where_it_was(page: HomePage, qtbot: QtBot) -> None:
    show(page, view(row(1)), qtbot)
    button(page, "Look at it, check of 1 May 2026").setFocus()

    page.show_home(view(row(1)))

    again = page.rows[0].look_button
    qtbot.waitUntil(lambda: again.isVisible() and QApplication.focusWidget() is again)


def group_row(round_id: int, state: RoundState, *, answered: int = 4) -> HomeRow:
    """A check that leaders and staff answer, seen from one person's home."""
    closed_on = LONG_AGO if state is RoundState.CLOSED else None
    summary = RoundSummary(
        id=round_id,
        organisation=Organisation(2, "Northgate Housing"),
        state=state,
        form=Form.FULL,
        perspective=Perspective.STAFF,
        started_on=LONG_AGO,
        closed_on=closed_on,
        answered=answered,
        asked=10,
        kind=RoundKind.GROUP,
        compares=True,
    )
    return HomeRow(summary)


def test_a_check_of_several_people_says_how_far_it_is_and_is_not_taken_for_ones_own(
    page: HomePage, qtbot: QtBot
) -> None:
    show(page, view(group_row(5, RoundState.OPEN), group_row(6, RoundState.PREPARING, answered=0), row(7)), qtbot)

    said = words(page)
    assert "open: 4 of 10 have answered; leaders and staff, all questions" in said
    assert "being prepared; leaders and staff, all questions" in said
    assert "You stopped at question" not in said
    asked = []
    page.go_on_asked.connect(asked.append)
    for shown in page.rows[:2]:
        qtbot.mouseClick(shown.look_button, Qt.MouseButton.LeftButton)
    assert asked == [5, 6]


def test_deleting_a_check_of_several_people_says_whose_answers_go(page: HomePage, qtbot: QtBot) -> None:
    show(page, view(group_row(5, RoundState.CLOSED, answered=9)), qtbot)

    qtbot.mouseClick(page.rows[0].delete_button, Qt.MouseButton.LeftButton)

    assert "9 people\u2019s answers go with it." in words(page)
