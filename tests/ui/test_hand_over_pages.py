"""The pages of a laptop that goes round: whole in every window, at every size of text, and with long names."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.finding import cut_off, enlarge, named, nameless, words_on
from tests.ui.room import ASKED, BOTH, setup
from trustcheck.app.answering.group_sitting import new_walk
from trustcheck.app.collecting.promises_read import notes_policy, promises
from trustcheck.domain.checks.group_round import GroupSetup, NotesUse
from trustcheck.domain.questionnaire.model import Perspective
from trustcheck.ui.kit.answered_dots import MOST, AnsweredDots
from trustcheck.ui.kit.buttons import Button
from trustcheck.ui.kit.icons import IconLine
from trustcheck.ui.kit.look import Look
from trustcheck.ui.laptop.before_page import BeforePage, BeforeView
from trustcheck.ui.laptop.come_back_page import ComeBackPage
from trustcheck.ui.laptop.facilitator_page import FacilitatorPage, LostPinPage
from trustcheck.ui.laptop.hand_over_page import HandOverPage, HandOverView
from trustcheck.ui.laptop.pin_page import PinPage
from trustcheck.ui.laptop.put_away_page import PutAwayPage

LONG_NAME = "Verein für aufgeklärte Zusammenarbeit und Wohnungswirtschaft an der unteren Donau, Bezirk Süd, und Freunde"
SMALLEST = (
    (3, "Where only three answer, two who compare theirs can work out what the third said."),
    (4, "Where only four answer, three who compare theirs can work out what the fourth said."),
)
VIEW = HandOverView(LONG_NAME, 4, 14, 7, 5, 2, thanked=True)


def before(look: Look, given: GroupSetup | None = None) -> BeforePage:
    known, page = given or setup(routes="x" * 120, leaders_are=LONG_NAME), BeforePage(look)
    definitions = new_walk(ASKED, known, Perspective.STAFF).definitions()
    page.show_before(BeforeView(ASKED, known, definitions, "tortoise umbrella lollipop"))
    return page


def handing_over(look: Look, view: HandOverView = VIEW) -> HandOverPage:
    page = HandOverPage(look)
    page.show_hand_over(view)
    return page


def putting_away(look: Look) -> PutAwayPage:
    page = PutAwayPage(look)
    page.show_phrase("tortoise umbrella lollipop")
    return page


def coming_back(look: Look) -> ComeBackPage:
    page = ComeBackPage(look)
    page.place.setText(LONG_NAME)
    page.tell_not_found()
    return page


def facilitating(look: Look) -> FacilitatorPage:
    page = FacilitatorPage(look, has_passphrase=True)
    page.take_nothing_for(lambda: 30)
    return page


def without_its_pin(look: Look) -> LostPinPage:
    page = LostPinPage(look)
    page.place.setText(LONG_NAME)
    page.tell_wrong()
    return page


def choosing_a_pin(look: Look) -> PinPage:
    page = PinPage(look)
    page.show_organisation(LONG_NAME)
    return page


def asking_for_dots(look: Look) -> BeforePage:
    return before(look, setup(dots=True, guesses=True))


PAGES: tuple[Callable[[Look], QWidget], ...] = (
    before,
    asking_for_dots,
    handing_over,
    putting_away,
    coming_back,
    facilitating,
    without_its_pin,
    choosing_a_pin,
)


def exposed(page: QWidget, qtbot: QtBot, width: int = 1280, height: int = 800) -> None:
    qtbot.addWidget(page)
    page.resize(width, height)
    page.show()
    qtbot.waitExposed(page)


@pytest.mark.parametrize(("width", "height", "scale"), [(1280, 800, 1.0), (720, 560, 1.0), (720, 560, 1.5)])
@pytest.mark.parametrize("make", PAGES, ids=lambda make: make.__name__)
def test_nothing_is_cut(
    make: Callable[[Look], QWidget], look: Look, qtbot: QtBot, width: int, height: int, scale: float
) -> None:
    enlarge(look, scale)
    page = make(look)
    exposed(page, qtbot, width, height)

    qtbot.waitUntil(lambda: cut_off(getattr(page, "area", page)) == [])
    assert nameless(page) == []


@pytest.mark.parametrize("make", PAGES, ids=lambda make: make.__name__)
def test_larger_text_is_worn_at_once(make: Callable[[Look], QWidget], look: Look, qtbot: QtBot) -> None:
    page = make(look)
    exposed(page, qtbot)
    enlarge(look, 2.0)

    qtbot.waitUntil(lambda: cut_off(getattr(page, "area", page)) == [])


@pytest.mark.parametrize("make", PAGES, ids=lambda make: make.__name__)
def test_the_main_button_is_in_sight_in_the_smallest_window(
    make: Callable[[Look], QWidget], look: Look, qtbot: QtBot
) -> None:
    page = make(look)
    exposed(page, qtbot, 720, 560)
    primary = [each for each in page.findChildren(Button) if each.isVisible() and each.manner.fill == "accent"]

    assert len(primary) == 1
    foot = primary[0].mapTo(page, primary[0].rect().bottomLeft()).y()
    assert foot <= 560


def test_a_crowd_is_counted_in_words(look: Look, qtbot: QtBot) -> None:
    page = handing_over(look, replace(VIEW, answered=30, invited=MOST + 40))
    exposed(page, qtbot)

    assert not page.findChild(AnsweredDots).isVisible()
    assert f"30 of {MOST + 40} people have answered" in words_on(page)


def test_where_nobody_said_how_many_only_those_who_answered_are_counted(look: Look, qtbot: QtBot) -> None:
    page = handing_over(look, replace(VIEW, answered=1, invited=0))
    exposed(page, qtbot)

    assert "1 person has answered" in words_on(page)


@pytest.mark.parametrize(
    ("compares", "told"),
    [(True, "Leaders and staff each open from five people on"), (False, "Results open from five people on")],
)
def test_the_foot_says_when_results_open(look: Look, qtbot: QtBot, compares: bool, told: str) -> None:
    page = handing_over(look, replace(VIEW, compares=compares))
    exposed(page, qtbot)

    assert told in words_on(page)
    assert "Single answers stay in the crowd." in words_on(page)


@pytest.mark.parametrize(("threshold", "told"), SMALLEST)
def test_between_two_people_of_three_no_crowd_is_promised(look: Look, qtbot: QtBot, threshold: int, told: str) -> None:
    page = handing_over(look, replace(VIEW, threshold=threshold))
    enlarge(look, 1.5)
    exposed(page, qtbot, 720, 560)

    assert told in words_on(page)
    assert "crowd" not in words_on(page)
    qtbot.waitUntil(lambda: cut_off(page) == [])


@pytest.mark.parametrize(("threshold", "told"), SMALLEST)
def test_that_two_of_three_can_work_out_the_third_is_read_before_the_first_question(
    look: Look, qtbot: QtBot, threshold: int, told: str
) -> None:
    page = before(look, setup(threshold=threshold))
    exposed(page, qtbot)

    assert told in words_on(page)
    read_all_of_it(page, qtbot)
    assert told in words_on(page)


def test_without_half_filled_sheets_nobody_is_asked_for_words(look: Look, qtbot: QtBot) -> None:
    page = handing_over(look, replace(VIEW, half_filled=0))
    exposed(page, qtbot)

    assert not page.half_filled.isVisible()


@pytest.mark.parametrize(
    ("choice", "told", "counted"),
    [
        ("As a leader", "You are counted with the leaders.", Perspective.LEADER),
        ("As staff", "You are counted with staff.", Perspective.STAFF),
        ("I\u2019d rather not say", "You will be counted with staff", Perspective.STAFF),
    ],
)
def test_whom_somebody_is_counted_with_is_said_before_they_begin(
    look: Look, qtbot: QtBot, choice: str, told: str, counted: Perspective
) -> None:
    page = before(look)
    exposed(page, qtbot)
    named(page, QRadioButton, choice).click()
    assert told in words_on(page)

    with qtbot.waitSignal(page.begun) as begun:
        qtbot.mouseClick(named(page, Button, "Begin"), Qt.MouseButton.LeftButton)

    assert begun.args == [counted, False]


def read_all_of_it(page: BeforePage, qtbot: QtBot) -> None:
    qtbot.mouseClick(named(page, Button, "Read all of it"), Qt.MouseButton.LeftButton)


def out_of_sight(page: BeforePage) -> list[str]:
    """What one would have to scroll to."""
    seen = page.area.viewport()
    inside = page.area.widget()
    assert inside is not None
    parts = [each for each in inside.findChildren(QWidget) if each.isVisible() and isinstance(each, QLabel | Button)]
    return [each.text() for each in parts if not 0 <= each.mapTo(seen, each.rect().bottomLeft()).y() < seen.height()]


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (720, 560)])
def test_four_promises_and_the_way_to_all_of_it_stand_on_one_screen(
    look: Look, qtbot: QtBot, width: int, height: int
) -> None:
    page = before(look)
    exposed(page, qtbot, width, height)
    promised = [each for each in page.findChildren(IconLine) if each.isVisible()]

    assert len(promised) == 4
    assert "Read all of it" in [each.text() for each in page.findChildren(Button) if each.isVisible()]
    assert "Are you answering as a leader or as staff?" in words_on(page)
    assert out_of_sight(page) == []


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (720, 560)])
def test_all_of_it_begins_where_the_short_form_stood(look: Look, qtbot: QtBot, width: int, height: int) -> None:
    page = before(look)
    exposed(page, qtbot, width, height)

    read_all_of_it(page, qtbot)

    assert page.area.verticalScrollBar().value() == 0
    said = words_on(page)
    assert all(words in said for _icon, words in promises(ASKED, setup(routes="x" * 120, leaders_are=LONG_NAME)))
    assert "three words bring you back" not in said


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (setup(threshold=4), "In a group this small, people may guess who said what."),
        (setup(rows_may_leave=True), "answers may also be taken out as rows"),
    ],
)
def test_what_people_must_know_of_this_check_is_never_folded(
    look: Look, qtbot: QtBot, given: GroupSetup, told: str
) -> None:
    page = before(look, given)
    exposed(page, qtbot)

    assert told in words_on(page)


def test_the_return_words_are_not_in_the_way_before_anybody_leaves(look: Look, qtbot: QtBot) -> None:
    page = before(look)
    exposed(page, qtbot)

    assert "tortoise" not in words_on(page)
    read_all_of_it(page, qtbot)
    assert "tortoise umbrella lollipop" in words_on(page)


@pytest.mark.parametrize("use", list(NotesUse))
def test_what_happens_to_notes_is_read_before_the_first_question(look: Look, qtbot: QtBot, use: NotesUse) -> None:
    page = before(look, setup(notes=use))
    exposed(page, qtbot)

    read_all_of_it(page, qtbot)

    assert notes_policy(use) in words_on(page)


@pytest.mark.parametrize(
    ("given", "warned"),
    [
        (setup(), ""),
        (setup(invited={BOTH[0]: 1, BOTH[1]: 9}), "Only one leader is asked."),
        (setup(invited={BOTH[0]: 3, BOTH[1]: 9}), "Only three leaders are asked."),
        (setup(threshold=3), "Results open from three people on."),
        (setup(perspectives=(BOTH[1],), invited={BOTH[1]: 4}), "Only four people are asked."),
    ],
)
def test_a_small_group_is_told_that_it_is_small(given: GroupSetup, warned: str) -> None:
    lines = [words for _icon, words in promises(ASKED, given) if "people may guess" in words]

    assert [line.startswith(warned) for line in lines] == ([True] if warned else [])


def test_without_a_route_none_is_promised() -> None:
    assert not any("Where you can turn" in words for _icon, words in promises(ASKED, setup(routes="")))
