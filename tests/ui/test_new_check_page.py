"""The pages of a new check: by keyboard alone, in every size, with names of any length and script."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.group_builders import LEADER, STAFF, setup, shipped
from tests.ui.finding import enlarge, nameless, words_on
from tests.ui.portraits import GREEK, LONG_NAME, RUN_ON
from trustcheck.app.collecting.promises_read import how_much, promises
from trustcheck.app.collecting.set_up import first_setup, rows_policy
from trustcheck.catalog.file_catalog import FileCatalog
from trustcheck.domain.checks.group_round import GroupSetup, NotesUse, Way
from trustcheck.domain.checks.round import NAME_LIMIT
from trustcheck.domain.questionnaire.model import Form
from trustcheck.ui.kit.buttons import Button
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.segmented import Segment
from trustcheck.ui.kit.text import Text
from trustcheck.ui.setup.new_check_page import NewCheckPage
from trustcheck.ui.setup.set_up_view import NewCheckView, PlannedCheck, ReadyCheck, SetUpStep, ready_table

NOTHING_YET = GroupSetup(Form.FULL, (LEADER, STAFF), {}, "")
_LONGEST_WAY = 60


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> NewCheckPage:
    made = NewCheckPage(look)
    qtbot.addWidget(made)
    made.resize(1056, 800)
    return made


def show(page: NewCheckPage, qtbot: QtBot, begin_with: GroupSetup = NOTHING_YET, name: str = "Northgate") -> None:
    page.show_new(NewCheckView(name, (shipped(),), begin_with))
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    first = page.first_focus()
    assert first is not None
    first.setFocus()


def tab_to(name: str) -> QWidget:
    """Press Tab until the keyboard is on something whose name begins so."""
    seen = []
    for _step in range(_LONGEST_WAY):
        here = QApplication.focusWidget()
        assert here is not None
        if here.accessibleName().startswith(name):
            return here
        seen.append(here.accessibleName())
        QTest.keyClick(here, Qt.Key.Key_Tab)
    raise AssertionError(seen)


def test_a_check_is_planned_without_a_mouse(page: NewCheckPage, qtbot: QtBot) -> None:
    show(page, qtbot)

    QTest.keyClick(tab_to("One laptop"), Qt.Key.Key_Down)
    QTest.keyClick(tab_to("On their phones"), Qt.Key.Key_Down)
    QTest.keyClick(tab_to("On paper"), Qt.Key.Key_Space)
    QTest.keyClicks(tab_to("How many leaders?"), "6")
    QTest.keyClicks(tab_to("How many staff?"), "20")
    QTest.keyClick(tab_to("Next: what everybody reads"), Qt.Key.Key_Return)
    assert page.step is SetUpStep.WORDS
    QTest.keyClicks(tab_to("Who is meant by leaders?"), "the management team")
    QTest.keyClicks(tab_to("Who is meant by staff?"), "everybody else")
    QTest.keyClicks(tab_to("Where can somebody turn"), "Ask Mara.")
    QTest.keyClick(tab_to("No notes"), Qt.Key.Key_Right)
    QTest.keyClick(tab_to("For the facilitator"), Qt.Key.Key_Space)
    with qtbot.waitSignal(page.planned) as planned:
        QTest.keyClick(tab_to("Prepare the check"), Qt.Key.Key_Return)

    assert planned.args is not None
    assert planned.args[0] == PlannedCheck(
        shipped(),
        GroupSetup(
            Form.FULL,
            (LEADER, STAFF),
            {LEADER: 6, STAFF: 20},
            "the management team",
            "everybody else",
            way=Way.PAPER,
            notes=NotesUse.FACILITATOR,
            routes="Ask Mara.",
        ),
    )


def test_scenario_cards_are_asked_only_where_the_organiser_says_so_and_everybody_reads_it(
    page: NewCheckPage, qtbot: QtBot
) -> None:
    show(page, qtbot, setup(6, 12))
    assert not page.chosen.drill
    assert ("After the questions", "six scenario cards") not in ready_table(PlannedCheck(shipped(), page.chosen)).rows

    QTest.keyClick(tab_to("Not asked"), Qt.Key.Key_Right)
    QTest.keyClick(tab_to("Six scenario cards after the questions"), Qt.Key.Key_Space)

    assert page.chosen.drill
    assert ("After the questions", "six scenario cards") in ready_table(PlannedCheck(shipped(), page.chosen)).rows
    assert how_much(shipped(), page.chosen).startswith("40 questions and then six scenario cards, about eight minutes")


def test_a_questionnaire_without_cards_is_not_asked_about_them(page: NewCheckPage, qtbot: QtBot) -> None:
    page.show_new(NewCheckView("Northgate", (replace(shipped(), scenarios=()),), replace(setup(), drill=True)))
    with qtbot.waitExposed(page):
        page.show()
    assert not page.how.cards.isVisible()
    assert not page.chosen.drill


def test_rows_may_leave_only_where_the_organiser_says_so_and_everybody_reads_it(
    page: NewCheckPage, qtbot: QtBot
) -> None:
    show(page, qtbot, setup(6, 12))
    QTest.keyClick(tab_to("Next: what everybody reads"), Qt.Key.Key_Return)
    assert not page.chosen.rows_may_leave
    assert "never row by row" in read_by_everybody(page.chosen)

    QTest.keyClick(tab_to("Answers may leave as rows"), Qt.Key.Key_Space)

    assert page.chosen.rows_may_leave
    assert "only of a group of five or more" in read_by_everybody(page.chosen)
    assert not first_setup(page.chosen, "").rows_may_leave


def read_by_everybody(asked: GroupSetup) -> str:
    """What stands before question 1, and on the last look of the organiser."""
    before = " ".join(words for _icon, words in promises(shipped(), asked))
    decided = " ".join(row[1] for row in ready_table(PlannedCheck(shipped(), asked)).rows)
    said = rows_policy(asked)
    assert said in before
    assert said in decided
    return said


def test_who_is_asked_decides_which_numbers_and_words_are_needed(page: NewCheckPage, qtbot: QtBot) -> None:
    show(page, qtbot, setup(6, 0))
    assert page.how.leaders.isVisible()
    assert not page.how.staff.isVisible()

    QTest.keyClick(tab_to("Next: what everybody reads"), Qt.Key.Key_Return)
    assert page.words.leaders.isVisible()
    assert not page.words.staff.isVisible()
    assert page.chosen.perspectives == (LEADER,)


def test_letters_are_no_numbers(page: NewCheckPage, qtbot: QtBot) -> None:
    show(page, qtbot)

    QTest.keyClicks(tab_to("How many leaders?"), "1e2-3.5 ")

    assert page.how.leaders.number == 1235


def test_the_short_form_gives_no_importance_to_themes(page: NewCheckPage, qtbot: QtBot) -> None:
    show(page, qtbot, replace(setup(form=Form.PULSE), importance={"SS": 3}))
    QTest.keyClick(tab_to("Next: what everybody reads"), Qt.Key.Key_Return)

    assert not page.words.importance.isVisible()
    assert page.chosen.importance == {}


def test_targets_are_set_for_all_themes_and_for_one_of_its_own(page: NewCheckPage, qtbot: QtBot) -> None:
    show(page, qtbot, replace(setup(4, 20), routes="the staff council"))
    page.forward.click()
    targets = page.words.targets
    assert page.chosen.targets == {}
    tab_to(targets.fold.accessibleName())

    QTest.keyClick(targets.fold, Qt.Key.Key_Space)
    targets.of_all.segments[2].click()
    targets.themes["GI"].segments[1].click()

    assert page.chosen.targets == {"": 87.5, "GI": 62.5}
    decided = ready_table(PlannedCheck(shipped(), page.chosen))
    assert ("Targets", "all themes: 87.5 and Good intent: 62.5") in decided.rows


def test_with_another_questionnaire_since_then_last_times_is_chosen_and_the_other_offered(
    page: NewCheckPage, qtbot: QtBot
) -> None:
    newer = replace(shipped(), version="2.0.0")
    page.show_new(NewCheckView("Northgate", (shipped(), newer), setup(), had_one_before=True))
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    assert page.which.choice is not None
    assert page.which.choice.segments[0].text().startswith("As last time: ")

    page.which.choice.segments[1].click()
    page.forward.click()
    with qtbot.waitSignal(page.planned) as planned:
        page.forward.click()

    assert planned.args is not None
    assert planned.args[0].questionnaire.version == "2.0.0"


def test_the_last_look_names_everything_that_was_decided(page: NewCheckPage, qtbot: QtBot) -> None:
    decided = replace(
        setup(4, 20, threshold=3), minutes=25, importance={"SS": 3, "RV": 1}, way=Way.FORM, one_leader_agreed=False
    )
    page.show_ready(ReadyCheck("Northgate Housing", PlannedCheck(shipped(), decided)))
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    qtbot.waitUntil(lambda: "Ready when you are." in words_on(page))

    said = words_on(page)
    for words in (
        "Northgate Housing: being prepared",
        "A PDF form, in 25 minutes",
        "version 1.1.0: 40 questions",
        "4 leaders and 20 staff",
        "from 3 answers on. Only four leaders are asked.",
        "The director and the heads of section",
        "Ines Ferrao of the staff council",
        "More than usual: Safe to speak. Less than usual: Real voices.",
    ):
        assert words in said
    with qtbot.waitSignal(page.opened):
        QTest.keyClick(tab_to("Open the check"), Qt.Key.Key_Return)


def test_whoever_sets_up_a_check_of_three_reads_what_two_of_them_can_work_out(page: NewCheckPage, qtbot: QtBot) -> None:
    few = replace(setup(4, 20, threshold=3), routes="the staff council")
    told = "Where only three answer, two who compare theirs can work out what the third said."
    show(page, qtbot, few)
    page.forward.click()

    assert told in words_on(page)
    page.show_ready(ReadyCheck("Northgate Housing", PlannedCheck(shipped(), few)))
    qtbot.waitUntil(lambda: "Ready when you are." in words_on(page))
    assert told in words_on(page)


def test_the_importance_of_themes_is_next_once_it_is_unfolded(page: NewCheckPage, qtbot: QtBot) -> None:
    show(page, qtbot, replace(setup(4, 20), routes="the staff council"))
    page.forward.click()
    fold = page.words.importance.fold
    tab_to(fold.accessibleName())

    QTest.keyClick(fold, Qt.Key.Key_Space)
    QTest.keyClick(fold, Qt.Key.Key_Tab)

    focus = QApplication.focusWidget()
    assert isinstance(focus, Segment)
    assert focus in page.words.importance.themes["GI"].segments
    assert focus.isChecked(), "Tab leads to what is chosen"


@pytest.mark.parametrize("step", [SetUpStep.HOW, SetUpStep.WORDS, SetUpStep.READY])
@pytest.mark.parametrize(
    ("width", "height", "scale"), [(1056, 800, 1.0), (648, 560, 1.0), (612, 520, 1.5), (576, 500, 2.0)]
)
def test_nothing_is_cut_and_everything_has_a_name(
    page: NewCheckPage, qtbot: QtBot, look: Look, step: SetUpStep, width: int, height: int, scale: float
) -> None:
    enlarge(look, scale)
    page.resize(width, height)
    words = replace(setup(1, 3), leaders_are=LONG_NAME[:NAME_LIMIT], staff_are=RUN_ON, routes=GREEK * 5, minutes=20)
    show(page, qtbot, words, name=RUN_ON)
    if step is SetUpStep.WORDS:
        page.forward.click()
    elif step is SetUpStep.READY:
        page.show_ready(ReadyCheck(RUN_ON, PlannedCheck(shipped(), words)))

    qtbot.waitUntil(lambda: beyond_the_edge(page) == [])
    assert nameless(page) == []


def beyond_the_edge(page: NewCheckPage) -> list[str]:
    """What does not fit where it stands."""
    right = page.area.viewport().width()
    found = []
    for part in page.area.findChildren(QWidget):
        if not part.isVisible() or (not part.accessibleName() and not isinstance(part, Text)):
            continue
        if part.mapTo(page.area.widget(), part.rect().topRight()).x() > right:
            found.append(part.accessibleName() or type(part).__name__)
        if isinstance(part, Text) and part.wordWrap() and part.heightForWidth(part.width()) > part.height() + 1:
            found.append(part.text())
    buttons = [each for each in page.findChildren(QAbstractButton) if each.isVisible()]
    found += [each.text() for each in buttons if isinstance(each, Segment) and each.height() < _needed(each)]
    narrow = [
        each for each in buttons if isinstance(each, Button) and each.height() < each.heightForWidth(each.width())
    ]
    whole = page.rect()
    below = [each for each in (page.cancel, page.back, page.forward) if each.isVisible()]
    narrow += [each for each in below if not whole.contains(QRect(each.mapTo(page, QPoint(0, 0)), each.size()))]
    return found + [each.text() for each in narrow]


def _needed(segment: Segment) -> int:
    return segment.heightForWidth(segment.width())


def test_leaders_can_be_asked_in_another_language_where_both_are_asked(page: NewCheckPage, qtbot: QtBot) -> None:
    german = FileCatalog().questionnaire(shipped().id, "de")
    page.show_new(NewCheckView("Northgate", (shipped(),), NOTHING_YET, spoken=(shipped(), german)))
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    first = page.first_focus()
    assert first is not None
    first.setFocus()

    assert not page.chosen.translated
    QTest.keyClick(tab_to("English"), Qt.Key.Key_Right)
    assert page.chosen.translated == {LEADER: german}
    assert ("Languages", "Leaders: Deutsch. Staff: English.") in ready_table(PlannedCheck(shipped(), page.chosen)).rows

    QTest.keyClick(tab_to("Leaders and staff, side by side"), Qt.Key.Key_Right)
    assert page.language.isHidden()
    assert not page.chosen.translated


def test_a_check_that_is_changed_keeps_the_words_of_leaders_where_they_are_offered_no_more(page: NewCheckPage) -> None:
    german = FileCatalog().questionnaire(shipped().id, "de")
    kept = replace(NOTHING_YET, perspectives=(LEADER, STAFF), translated={LEADER: replace(german, frame="Zuletzt")})
    for offered in ((), (shipped(), german)):
        page.show_new(NewCheckView("Northgate", (shipped(),), kept, is_change=True, spoken=offered))

        assert page.chosen.translated == kept.translated
