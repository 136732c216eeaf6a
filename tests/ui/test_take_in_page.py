"""The page for taking in a table: what it holds, what has to be decided or put right, and one thing to press."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from tests.builders import questionnaire
from tests.drill import with_cards
from tests.ui.finding import cut_off, enlarge, named, nameless, names_of, shown, words_on
from trustcheck.app.collecting.tables import Choice, Column, Decision, Listed, Plan, Preview, Untaken, Use
from trustcheck.app.ports import Refused
from trustcheck.domain.checks.group_round import GroupSetup
from trustcheck.domain.questionnaire.model import Form, Perspective
from trustcheck.ui.collecting.take_in_page import TakeInPage
from trustcheck.ui.collecting.taking_in_words import TableView
from trustcheck.ui.kit.listing import Listing
from trustcheck.ui.kit.look import Look

ASKED = questionnaire({"people": {"A": 2}, "openness": {"B": 2}})
BOTH = GroupSetup(Form.FULL, (Perspective.LEADER, Perspective.STAFF), {}, "The management team")
LONG = "Un titre très long, " * 6 + "W" * 90
COLUMNS = (
    Column("Timestamp", Use.LEFT_OUT, personal=True),
    Column("Leader or staff", Use.PERSPECTIVE),
    Column("Leaders here do A1.", Use.QUESTION, "A1"),
    Column("a2", Use.QUESTION, "A2"),
    Column("B1", Use.QUESTION, "B1"),
    Column(LONG, Use.LEFT_OUT),
)
GOOD = Preview(
    taken={Perspective.LEADER: 12, Perspective.STAFF: 1028},
    with_answers=1040,
    mistakes=Listed(),
    without_answers=Listed((Untaken("No question is answered here.", 42),), 1),
    left_out=("Timestamp", LONG),
    undecided=(),
    without_column=("B2",),
    asks_perspective=False,
)
VIEW = TableView("export.csv", Plan(0, COLUMNS), GOOD, BOTH, ASKED)
MISTAKES = tuple(Untaken(f"“x{at}” is not an answer of this check.", at + 2, "A1") for at in range(100))
BAD = replace(VIEW, preview=replace(GOOD, mistakes=Listed(MISTAKES, 3000)))
NOT_DECIDED = replace(
    VIEW,
    plan=VIEW.plan.with_column(4, Use.UNDECIDED),
    preview=replace(GOOD, undecided=("B1",), without_column=("B1", "B2")),
)
WHOSE = replace(
    VIEW,
    plan=VIEW.plan.with_column(1, Use.LEFT_OUT),
    preview=replace(GOOD, taken={Perspective.LEADER: 0, Perspective.STAFF: 0}, asks_perspective=True),
)


SHEETS = Decision(
    "sheets",
    "Which worksheet holds the answers?",
    (Choice("together", f"All of them together: {LONG}"), Choice("sheet:A", f"{LONG}, a hidden worksheet: 12 rows")),
    "together",
)
ASKING = replace(
    VIEW, preview=replace(GOOD, decisions=(SHEETS, replace(SHEETS, id="headings", chosen="sheet:A")), account=())
)


@pytest.fixture
def page(look: Look, qtbot: QtBot) -> TakeInPage:
    page = TakeInPage(look)
    shown(page, qtbot)
    return page


def primary(page: TakeInPage) -> list[str]:
    """The buttons that are painted as the page's one."""
    ones = (page.take_button, page.again_button, page.choose_button, page.done_button)
    return [each.text() for each in ones if each.isVisible()]


def choices(page: TakeInPage, heading: str) -> list[QAction]:
    """What a column can be, as its menu offers it."""
    row = next(each for each in page.preview.columns.rows.values() if each.button.accessibleName().startswith(heading))
    return row.menu().actions()


def test_the_page_begins_with_what_a_file_may_look_like(page: TakeInPage, qtbot: QtBot) -> None:
    assert "Which file holds the answers?" in words_on(page)
    assert "left out" in words_on(page)
    assert primary(page) == ["Choose a file…"]

    with qtbot.waitSignal(page.file_asked):
        qtbot.keyClick(page.choose_button, Qt.Key.Key_Return)


def test_reading_shows_how_far_it_is_and_can_be_stopped(page: TakeInPage, qtbot: QtBot) -> None:
    page.show_reading("export.csv", 3, 10)

    assert (page.making.bar.value(), page.making.bar.maximum()) == (3, 10)
    assert page.making.bar.accessibleName() == "Reading"
    assert page.first_focus() is page.making.cancel_button
    with qtbot.waitSignal(page.cancel_asked):
        qtbot.mouseClick(page.making.cancel_button, Qt.MouseButton.LeftButton)


def test_a_table_without_mistakes_says_how_many_sheets_and_offers_to_take_them(page: TakeInPage, qtbot: QtBot) -> None:
    page.show_table(VIEW)

    words = words_on(page)
    assert "1,040 sheets can be taken in" in words
    assert "12 leaders" in words
    assert "1,028 staff" in words
    assert primary(page) == ["Take in 1,040 sheets"]
    with qtbot.waitSignal(page.take_asked):
        qtbot.keyClick(page.take_button, Qt.Key.Key_Space)


def test_what_is_left_out_is_named_and_so_is_what_is_missing(page: TakeInPage) -> None:
    page.show_table(VIEW)

    words = words_on(page)
    assert "nothing of it is kept: “Timestamp”" in words
    assert "No column answers question 4; it counts as skipped." in words
    assert "One row holds no answer and is not taken" in words
    assert "Line 42" in words


def test_mistakes_are_listed_with_their_place_and_the_rest_is_counted(page: TakeInPage, qtbot: QtBot) -> None:
    page.show_table(BAD)

    words = words_on(page)
    assert "Nothing can be taken in yet" in words
    assert "3,000 things to put right" in words
    assert "Line 2, A1" in words
    assert "“x19”" in words
    assert "“x20”" not in words
    assert "And 2,980 more." in words
    assert primary(page) == ["Look at the file again"]
    with qtbot.waitSignal(page.again_asked):
        page.again_button.click()


def test_a_line_of_the_list_is_read_aloud_as_one(page: TakeInPage) -> None:
    page.show_table(BAD)

    listing = next(each for each in page.findChildren(Listing) if each.accessibleName().startswith("3,000"))
    assert "Where: Line 2, A1, What: “x0” is not an answer of this check." in names_of(listing, type(page.heading))


def test_what_waits_for_a_decision_stands_first_and_has_the_keyboard(page: TakeInPage, qtbot: QtBot) -> None:
    page.show_table(NOT_DECIDED)

    assert "One column waits for your decision" in words_on(page)
    assert not page.take_button.isEnabled()
    assert page.first_focus() is named(page, QPushButton, "B1: Not decided")
    with qtbot.waitSignal(page.column_chosen) as said:
        next(each for each in choices(page, "B1") if each.text().startswith("3 ")).trigger()
    assert said.args == [4, "question", "B1"]


def test_a_column_that_was_decided_stays_where_it_was(page: TakeInPage) -> None:
    page.show_table(NOT_DECIDED)
    before = named(page, QPushButton, "B1: Not decided")

    page.show_table(VIEW)

    assert named(page, QPushButton, "B1: Question 3") is before
    assert page.take_button.isEnabled()


def test_every_other_column_can_be_looked_at_and_changed(page: TakeInPage, qtbot: QtBot) -> None:
    page.show_table(VIEW)
    qtbot.mouseClick(page.preview.columns.fold, Qt.MouseButton.LeftButton)

    assert names_of(page.preview.columns, QPushButton)[1:5] == [
        "Timestamp: Left out",
        "Leader or staff: Leader or staff",
        "Leaders here do A1.: Question 1",
        "a2: Question 2",
    ]
    assert "Leaders here do A2." in words_on(page)
    assert words_on(page).count("Leaders here do A1.") == 1
    with qtbot.waitSignal(page.column_chosen) as said:
        next(each for each in choices(page, "a2") if each.text() == "Leave it out").trigger()
    assert said.args == [3, "left-out", ""]
    assert [each.text() for each in choices(page, "a2") if each.isChecked()] == ["2  Leaders here do A2."]


def test_many_questions_are_offered_in_tens(look: Look, qtbot: QtBot) -> None:
    """One menu of forty lines would reach beyond a small screen."""
    many = questionnaire({"people": dict.fromkeys("ABC", 7)})
    plan = Plan(0, (Column("T3", Use.UNDECIDED), *(Column(item_id, Use.QUESTION, item_id) for item_id in many.order)))
    page = TakeInPage(look)
    shown(page, qtbot)
    page.show_table(replace(NOT_DECIDED, plan=plan, questionnaire=many))

    row = page.preview.columns.rows[0]
    menu = row.menu()
    inner = [each.menu() for each in menu.actions() if each.menu()]

    assert [each.title() for each in inner] == ["Questions 1 to 10", "Questions 11 to 20", "Question 21"]
    with qtbot.waitSignal(row.chosen) as said:
        inner[1].actions()[2].trigger()
    assert said.args == ["question", many.order[12]]


def test_a_column_can_be_of_a_scenario_card_or_a_guess_where_the_check_asks_them(
    page: TakeInPage, qtbot: QtBot
) -> None:
    setup = replace(VIEW.setup, perspectives=tuple(Perspective), drill=True, guesses=True)
    plan = VIEW.plan.with_column(0, Use.CARD, "memo").with_column(1, Use.GUESS, "A")
    preview = replace(VIEW.preview, passed_over=("review",))
    asked = replace(VIEW, plan=plan, preview=preview, setup=setup, questionnaire=with_cards(VIEW.questionnaire))
    page.show_table(asked)
    page.preview.columns.fold.click()

    first, second = (page.preview.columns.rows[each] for each in (0, 1))
    assert (first.button.text(), second.button.text()) == ("Scenario card 1", "Leaders' guess")
    assert "One of the 2 scenario cards has no column; it counts as passed over." in words_on(page)
    cards, themes = [each.menu() for each in second.menu().actions() if each.menu()][-2:]
    assert (cards.title(), themes.title()) == ("Scenario cards", "Leaders guess what staff will answer")
    with qtbot.waitSignal(second.chosen) as said:
        cards.actions()[1].trigger()
    assert said.args == ["card", "review"]
    with qtbot.waitSignal(second.chosen) as said:
        themes.actions()[-1].trigger()
    assert said.args == ["guess", "B"]


def test_two_columns_for_one_question_both_wait(page: TakeInPage) -> None:
    page.show_table(replace(BAD, plan=VIEW.plan.with_column(3, Use.QUESTION, "A1")))

    assert sorted(page.preview.columns.rows) == [2, 3]


def test_whose_answers_they_are_is_asked_where_no_column_says(page: TakeInPage, qtbot: QtBot) -> None:
    page.show_table(WHOSE)
    leaders = named(page, QRadioButton, "They are all leaders")

    assert "Whose answers are these?" in words_on(page)
    assert page.first_focus() is leaders
    with qtbot.waitSignal(page.everybody_chosen) as said:
        qtbot.keyClick(leaders, Qt.Key.Key_Space)
    assert said.args == [Perspective.LEADER]


def test_the_same_file_again_asks_first_and_keeps_things_as_they_are(page: TakeInPage, qtbot: QtBot) -> None:
    page.show_table(VIEW)
    page.ask_to_repeat()

    assert "would count twice" in words_on(page)
    assert primary(page) == []
    qtbot.keyClick(page.repeat.keep_button, Qt.Key.Key_Escape)
    assert primary(page) == ["Take in 1,040 sheets"]

    page.ask_to_repeat()
    with qtbot.waitSignal(page.repeat_agreed):
        page.repeat.do_button.click()


def test_taking_in_hides_the_table_and_stopping_brings_it_back(page: TakeInPage) -> None:
    page.show_table(VIEW)
    page.show_taking(10, 1040)

    assert page.making.bar.accessibleName() == "Taking in"
    assert "12 leaders" not in words_on(page)

    page.show_stopped()

    assert page.focusWidget() is page.take_button
    assert "1,040 sheets can be taken in" in words_on(page)
    assert "12 leaders" in words_on(page)
    assert not page.making.isVisible()


def test_afterwards_the_page_says_what_still_lies_in_the_file(page: TakeInPage, qtbot: QtBot) -> None:
    page.show_table(VIEW)
    page.show_taking()
    page.show_taken(1040)

    assert "1,040 sheets are in" in words_on(page)
    assert "delete it" in words_on(page)
    assert "12 leaders" not in words_on(page)
    with qtbot.waitSignal(page.left):
        qtbot.keyClick(page.done_button, Qt.Key.Key_Return)


def test_a_refusal_is_told_whole_and_another_file_can_be_chosen(page: TakeInPage) -> None:
    page.show_reading("export.xlsx")
    page.show_refused(Refused("export.xlsx is damaged.", "Nothing was taken.", "Save it once more."))

    assert "export.xlsx is damaged. Nothing was taken. Save it once more." in words_on(page)
    assert primary(page) == ["Choose a file…"]

    page.show_reading("other.csv")
    assert "damaged" not in words_on(page)


@pytest.mark.parametrize(
    "view", [VIEW, BAD, NOT_DECIDED, WHOSE, ASKING], ids=["good", "bad", "undecided", "whose", "asking"]
)
@pytest.mark.parametrize(("width", "scale"), [(1056, 1.0), (664, 1.5), (664, 2.0)])
def test_nothing_is_cut_and_everything_has_a_name(
    look: Look, qtbot: QtBot, view: TableView, width: int, scale: float
) -> None:
    enlarge(look, scale)
    page = TakeInPage(look)
    shown(page, qtbot, width, 560)
    page.show_table(view)
    page.preview.columns.fold.click()
    page.preview.columns.layout().activate()
    qtbot.waitUntil(lambda: cut_off(page) == [])

    assert nameless(page) == []
