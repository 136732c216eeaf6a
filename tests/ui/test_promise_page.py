"""Promises: kept as they are written, with a day to look again, and easy to take back."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.group_builders import shipped
from tests.ui import portraits
from tests.ui.finding import cut_off, enlarge, named, nameless, shown, words_on
from trustcheck.domain.checks.round import NOTE_LIMIT, Promise, PromiseStatus
from trustcheck.domain.checks.workshop import WorkshopDecision
from trustcheck.domain.questionnaire.model import Perspective
from trustcheck.ui.kit.look import Look
from trustcheck.ui.results.promise_page import PromisePage
from trustcheck.ui.results.promises_view import PromisesView, first_to_show

TODAY = date(2026, 11, 22)
KEPT = Promise("Close three loops.", date(2027, 3, 1), "New concerns arrive.", "ss-three-loops")


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> PromisePage:
    return showing(PromisePage(look), qtbot)


def view(*kept: Promise, current: Promise | None = None) -> PromisesView:
    return PromisesView(kept, current, TODAY, shipped(), Perspective.STAFF)


def showing(page: PromisePage, qtbot: QtBot, *kept: Promise) -> PromisePage:
    """The first of them is written on."""
    page.show_promises(view(*kept, current=kept[0] if kept else None))
    shown(page, qtbot)
    return page


def write_day(page: PromisePage, qtbot: QtBot, day: str, month: str, year: str) -> None:
    for line, digits in ((page.when.day_line, day), (page.when.month_line, month), (page.when.year_line, year)):
        line.setFocus()
        line.selectAll()
        qtbot.keyClicks(line, digits)


def test_the_page_asks_one_question_and_offers_a_fine_ending(page: PromisePage) -> None:
    assert "What will you try before you look again?" in words_on(page)
    assert "Or nothing at all: closing the window is a fine ending." in words_on(page)


def test_the_day_to_look_again_is_twelve_weeks_on(page: PromisePage) -> None:
    assert page.when.day == date(2027, 2, 14)
    assert page.when.said == "Sunday, 14 February 2027"


def test_a_year_that_no_export_holds_is_no_day(page: PromisePage, qtbot: QtBot) -> None:
    showing(page, qtbot)
    write_day(page, qtbot, "1", "3", "0026")

    assert (page.when.day, page.when.said) == (None, "There is no such day in the calendar.")


def test_a_promise_is_kept_as_it_is_written(page: PromisePage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.promise_changed) as heard:
        qtbot.keyClicks(page.what.box, "Ask before I sign")

    assert heard.args == [Promise("Ask before I sign", date(2027, 2, 14))]


def test_leaving_a_line_keeps_it_at_once(page: PromisePage, qtbot: QtBot) -> None:
    page.what.box.setFocus()
    qtbot.keyClicks(page.what.box, "Ask")

    with qtbot.waitSignal(page.promise_changed, timeout=500) as heard:
        qtbot.keyClick(page.what.box, Qt.Key.Key_Tab)

    assert heard.args == [Promise("Ask", date(2027, 2, 14))]
    assert page.who.line.hasFocus()


def test_leaving_the_page_keeps_what_is_half_typed(page: PromisePage, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.what.box, "As")

    with qtbot.waitSignal(page.promise_changed, timeout=500) as heard:
        page.hide()

    assert heard.args == [Promise("As", date(2027, 2, 14))]


def test_a_suggestion_that_was_just_promised_is_told_at_once_and_can_be_changed(look: Look, qtbot: QtBot) -> None:
    page, made = PromisePage(look), Promise("Read one out.", None, "Staff add theirs.", "sc-read-one-out")

    with qtbot.waitSignal(page.promise_changed) as heard:
        page.show_promises(view(current=made))
    shown(page, qtbot)
    assert heard.args == [replace(made, look_again_on=date(2027, 2, 14))]

    with qtbot.waitSignal(page.promise_changed) as heard:
        qtbot.keyClicks(page.what.box, "Today: ")
    assert heard.args[0].text == "Today: Read one out."
    assert heard.args[0].suggestion_id == "sc-read-one-out"


def test_a_promise_that_stands_is_shown_and_nothing_is_told(look: Look, qtbot: QtBot) -> None:
    page = PromisePage(look)
    with qtbot.assertNotEmitted(page.promise_changed):
        showing(page, qtbot, KEPT)

    assert page.what.words == "Close three loops."
    assert page.sign.words == "New concerns arrive."
    assert page.when.day == date(2027, 3, 1)


def test_another_day_is_typed_in_three_plain_fields(look: Look, qtbot: QtBot) -> None:
    page = showing(PromisePage(look), qtbot, KEPT)

    with qtbot.waitSignal(page.promise_changed, check_params_cb=lambda kept: kept.look_again_on == date(2027, 5, 9)):
        write_day(page, qtbot, "9", "5", "2027")

    assert page.when.said == "Sunday, 9 May 2027"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("30", "2", "2027"), "There is no such day in the calendar."),
        (("1", "3", "27"), "Day, month and the year in four digits."),
        (("1", "3", "2020"), "Sunday, 1 March 2020. That day has passed."),
    ],
)
def test_the_field_says_back_what_was_typed(
    page: PromisePage, qtbot: QtBot, typed: tuple[str, str, str], said: str
) -> None:
    write_day(page, qtbot, *typed)

    assert page.when.said == said


def test_a_promise_may_go_without_a_day(look: Look, qtbot: QtBot) -> None:
    page = showing(PromisePage(look), qtbot, KEPT)
    for line in (page.when.day_line, page.when.month_line, page.when.year_line):
        line.setFocus()
        line.selectAll()
        qtbot.keyClick(line, Qt.Key.Key_Delete)

    assert page.when.said == "No day yet. One may stay open."
    with qtbot.waitSignal(page.promise_changed, timeout=500) as heard:
        page.hide()
    assert heard.args == [replace(KEPT, look_again_on=None)]


def test_take_it_back_empties_the_page_and_says_so(look: Look, qtbot: QtBot) -> None:
    page = showing(PromisePage(look), qtbot, KEPT)

    with qtbot.waitSignal(page.promise_taken_back) as heard:
        qtbot.keyClick(named(page, QPushButton, "Take it back"), Qt.Key.Key_Return)

    assert heard.args == [KEPT.number]
    assert page.what.words == ""
    assert not page.take_back.isVisible()


def test_a_promise_without_words_is_none(look: Look, qtbot: QtBot) -> None:
    page = showing(PromisePage(look), qtbot, KEPT)
    page.what.box.selectAll()

    with qtbot.waitSignal(page.promise_taken_back) as heard:
        qtbot.keyClick(page.what.box, Qt.Key.Key_Delete)

    assert heard.args == [KEPT.number]


def test_a_promise_has_a_limit(page: PromisePage, qtbot: QtBot) -> None:
    page.what.box.setPlainText("x" * (NOTE_LIMIT + 50))

    assert len(page.what.words) == NOTE_LIMIT


def test_make_the_report_keeps_the_promise_first(page: PromisePage, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.what.box, "Ask")

    with qtbot.waitSignals([page.promise_changed, page.report_asked], order="strict", timeout=500):
        qtbot.mouseClick(named(page, QPushButton, "Make the report"), Qt.MouseButton.LeftButton)


def test_the_keyboard_begins_in_the_box_and_every_field_has_a_name(page: PromisePage) -> None:
    assert page.first_focus() is page.what.box
    assert nameless(page) == []


@pytest.mark.parametrize(("width", "scale"), [(1056, 1.0), (656, 1.0), (656, 2.0)])
def test_nothing_is_cut_off(look: Look, qtbot: QtBot, width: int, scale: float) -> None:
    page = showing(PromisePage(look), qtbot, replace(KEPT, text=portraits.LONG_NAME * 3, sign=portraits.RUN_ON * 4))
    page.resize(width, 560)
    enlarge(look, scale)

    qtbot.waitUntil(lambda: cut_off(page) == [])
    qtbot.waitUntil(lambda: page.widget().width() <= page.viewport().width())


def test_what_several_people_promise_is_theirs(look: Look, qtbot: QtBot) -> None:
    page = showing(PromisePage(look, together=True), qtbot, KEPT)

    assert page.what.box.accessibleName() == "What we will try"
    assert page.sign.box.accessibleName() == "We will see that it works when"


SECOND = Promise("Read one complaint aloud.", date(2027, 3, 1), who="Ada", number=2)
THIRD = Promise("Ask before I decide.", number=3)


def test_who_sees_to_it_is_kept_with_the_promise(look: Look, qtbot: QtBot) -> None:
    page = showing(PromisePage(look), qtbot, KEPT)

    with qtbot.waitSignal(page.promise_changed) as heard:
        qtbot.keyClicks(page.who.line, "Ada Lindqvist")

    assert heard.args == [replace(KEPT, who="Ada Lindqvist")]


def test_up_to_three_questions_are_chosen_that_it_should_move(look: Look, qtbot: QtBot) -> None:
    page = showing(PromisePage(look), qtbot, replace(KEPT, questions=("SS1",)))
    qtbot.mouseClick(page.form.fold, Qt.MouseButton.LeftButton)
    switches = page.form.questions.switches
    assert list(switches) == ["SS1", "SS2", "SS3", "SS4"]

    for each in ("SS2", "SS4"):
        qtbot.keyClick(switches[each], Qt.Key.Key_Space)
    assert not switches["SS3"].isEnabled()
    with qtbot.waitSignal(page.promise_changed) as heard:
        page.form.questions.show_theme("WD")

        qtbot.keyClick(page.form.questions.switches["SS1"], Qt.Key.Key_Space)

    assert list(page.form.questions.switches)[:3] == ["SS1", "SS2", "SS4"]
    assert heard.args[0].questions == ("SS2", "SS4")


def test_the_others_stand_above_and_the_keyboard_says_what_became_of_one(look: Look, qtbot: QtBot) -> None:
    page = showing(PromisePage(look), qtbot, KEPT, SECOND)
    (row,) = page.rows
    assert "Read one complaint aloud. (Ada, until 1 March 2027)" in words_on(page)

    with qtbot.waitSignal(page.promise_changed) as heard:
        qtbot.keyClick(row.status.segments["partly"], Qt.Key.Key_Space)

    assert heard.args == [replace(SECOND, status=PromiseStatus.PARTLY)]


def test_another_one_is_written_on_after_the_first_is_kept(look: Look, qtbot: QtBot) -> None:
    page = showing(PromisePage(look), qtbot, KEPT)
    qtbot.keyClicks(page.sign.box, "And soon. ")

    with qtbot.waitSignal(page.promise_changed, timeout=500):
        qtbot.keyClick(page.another, Qt.Key.Key_Return)
    assert [each.promise.number for each in page.rows] == [1]
    with qtbot.waitSignal(page.promise_changed) as heard:
        qtbot.keyClicks(page.what.box, "Answer in public")

    assert (heard.args[0].text, heard.args[0].number) == ("Answer in public", 2)


def test_a_fourth_one_is_told_to_wait_until_one_is_finished(look: Look, qtbot: QtBot) -> None:
    page = PromisePage(look)
    page.show_promises(view(KEPT, SECOND, THIRD))
    shown(page, qtbot)
    assert not page.form.isVisible()
    assert not page.another.isVisible()
    assert "Three open promises already. Finish one, or drop one." in words_on(page)

    qtbot.mouseClick(page.rows[1].status.segments["kept"], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.another, Qt.MouseButton.LeftButton)

    assert page.form.isVisible()
    assert page.form.number == 4


def test_one_that_is_finished_is_not_opened_again_beside_three(look: Look, qtbot: QtBot) -> None:
    done = Promise("Say it aloud.", status=PromiseStatus.KEPT, number=4)
    page = PromisePage(look)
    page.show_promises(view(KEPT, SECOND, THIRD, done))
    shown(page, qtbot)

    with qtbot.assertNotEmitted(page.promise_changed):
        qtbot.mouseClick(page.rows[3].status.segments["open"], Qt.MouseButton.LeftButton)

    assert page.rows[3].status.choice == "kept"


DROPPED = Promise("Say it aloud.", status=PromiseStatus.DROPPED, number=3)


def test_an_empty_form_goes_when_one_that_was_dropped_takes_the_last_room(look: Look, qtbot: QtBot) -> None:
    decided = WorkshopDecision("We answer one letter in public", "the press office", date(2027, 1, 15))
    page = PromisePage(look)
    page.show_promises(replace(view(KEPT, SECOND, DROPPED, current=KEPT), decided=(decided,)))
    shown(page, qtbot)
    qtbot.keyClick(page.another, Qt.Key.Key_Return)
    assert page.form.isVisible()

    with qtbot.waitSignal(page.promise_changed) as heard:
        qtbot.mouseClick(page.rows[2].status.segments["open"], Qt.MouseButton.LeftButton)

    assert heard.args == [replace(DROPPED, status=PromiseStatus.OPEN)]
    assert not page.form.isVisible()
    assert not page.another.isVisible()
    assert "Decided in the session" not in words_on(page)
    assert "Three open promises already. Finish one, or drop one." in words_on(page)


def test_words_that_are_half_typed_take_the_room_before_one_that_was_dropped(look: Look, qtbot: QtBot) -> None:
    page = showing(PromisePage(look), qtbot, KEPT, SECOND, DROPPED)
    qtbot.keyClick(page.another, Qt.Key.Key_Return)
    page.what.box.insertPlainText("As")
    heard: list[Promise] = []
    page.promise_changed.connect(heard.append)

    page.rows[2].status.segments["open"].click()

    assert [each.text for each in heard] == ["As"]
    assert page.rows[2].status.choice == "dropped"
    assert "Three open promises already. Finish one, or drop one." in words_on(page)


def test_a_decision_is_not_promised_beside_three_that_are_open(look: Look, qtbot: QtBot) -> None:
    decided = WorkshopDecision("We answer one letter in public", "the press office", date(2027, 1, 15))
    page = PromisePage(look)
    page.show_promises(replace(view(KEPT, SECOND, current=KEPT), decided=(decided,)))
    shown(page, qtbot)
    qtbot.keyClick(page.another, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Decided in the session" in words_on(page))
    page.what.box.insertPlainText("As")
    heard: list[Promise] = []
    page.promise_changed.connect(heard.append)

    named(page, QPushButton, "Promise this").click()

    assert [each.text for each in heard] == ["As"]
    assert page.what.words == "As"


def test_taking_back_one_that_was_dropped_offers_no_fourth_open_one(look: Look, qtbot: QtBot) -> None:
    dropped = replace(DROPPED, number=4)
    page = PromisePage(look)
    page.show_promises(view(KEPT, SECOND, THIRD, dropped, current=dropped))
    shown(page, qtbot)

    with qtbot.waitSignal(page.promise_taken_back):
        qtbot.mouseClick(page.take_back, Qt.MouseButton.LeftButton)

    assert not page.form.isVisible()


def test_words_are_kept_where_opening_one_again_is_refused(look: Look, qtbot: QtBot) -> None:
    dropped = replace(DROPPED, number=4)
    page = PromisePage(look)
    page.show_promises(view(KEPT, SECOND, THIRD, dropped, current=dropped))
    shown(page, qtbot)
    page.what.box.insertPlainText("Today: ")
    with qtbot.waitSignal(page.promise_changed) as heard:
        page.form.status.segments["open"].click()

    assert (heard.args[0].text, heard.args[0].status) == ("Today: Say it aloud.", PromiseStatus.DROPPED)
    assert page.form.status.choice == "dropped"


def test_what_was_decided_in_the_session_becomes_a_promise_with_its_owner_and_its_day(look: Look, qtbot: QtBot) -> None:
    page = PromisePage(look, together=True)
    decided = WorkshopDecision("We answer one letter in public", "the press office", date(2027, 1, 15))
    page.show_promises(replace(view(KEPT, current=KEPT), decided=(decided,)))
    shown(page, qtbot)

    with qtbot.waitSignal(page.promise_changed) as heard:
        qtbot.keyClick(named(page, QPushButton, "Promise this"), Qt.Key.Key_Return)

    made = Promise("We answer one letter in public", date(2027, 1, 15), who="the press office", number=2)
    assert heard.args == [made]
    assert "Decided in the session" not in words_on(page)


def test_of_two_decisions_the_second_can_be_promised_after_the_first(look: Look, qtbot: QtBot) -> None:
    page = PromisePage(look, together=True)
    decided = (WorkshopDecision("We answer one letter in public", ""), WorkshopDecision("Staff open the meeting", ""))
    page.show_promises(replace(view(KEPT, current=KEPT), decided=decided))
    shown(page, qtbot)

    def to_promise() -> list[QPushButton]:
        return [each for each in page.findChildren(QPushButton) if each.text() == "Promise this" and each.isVisible()]

    assert len(to_promise()) == 2
    qtbot.keyClick(to_promise()[0], Qt.Key.Key_Return)
    (still,) = to_promise()
    with qtbot.waitSignal(page.promise_changed) as heard:
        qtbot.keyClick(still, Qt.Key.Key_Return)
    assert heard.args[0].text == "Staff open the meeting"


def test_a_suggestion_that_was_promised_before_is_written_on_and_not_made_twice() -> None:
    offered = Promise("Close three loops.", suggestion_id="ss-three-loops")

    assert first_to_show((SECOND, replace(KEPT, number=5)), offered) == replace(KEPT, number=5)
    assert first_to_show((SECOND,), offered) == replace(offered, number=3)
    assert first_to_show((KEPT, SECOND, THIRD), replace(offered, suggestion_id="other")) == KEPT


def test_a_promise_in_own_words_is_told_from_others_by_its_words() -> None:
    own, other = Promise("Ask before I sign."), Promise("Read one complaint aloud.", number=2)

    assert first_to_show((own,), other) == other
    assert first_to_show((own, other), replace(other, number=1)) == other


def test_a_promise_without_a_day_has_none_when_its_page_is_left(page: PromisePage, qtbot: QtBot) -> None:
    showing(page, qtbot, replace(KEPT, look_again_on=None))
    told: list[Promise] = []
    page.promise_changed.connect(told.append)

    page.who.line.setFocus()
    qtbot.keyClicks(page.who.line, "Tom")
    page.hide()

    assert page.when.said == "No day yet. One may stay open."
    assert [each.look_again_on for each in told] == [None]
