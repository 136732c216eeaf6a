"""Before the first question, as a person meets it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QScrollBar, QWidget
from pytestqt.qtbot import QtBot

from tests import builders
from trustcheck.app.collecting.set_up import in_a_list
from trustcheck.domain.questionnaire.model import Definition, Form, Perspective
from trustcheck.ui.answering.start_page import StartChoice, StartPage, StartView
from trustcheck.ui.kit.choices import ChoiceCard
from trustcheck.ui.kit.look import Look, Taste

ASKED = replace(
    builders.questionnaire({"people": {"A": 20}, "openness": {"B": 20}}, pulse=[f"A{at}" for at in range(1, 13)]),
    definitions=(
        Definition("In public", "where anybody can read it."),
        Definition("We leaders", "you among them.", only="leader"),
    ),
    before=("I don't know is an answer too.", "The answers may not be used for appraisal."),
)
Key = Qt.Key


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> StartPage:
    page = StartPage(look)
    qtbot.addWidget(page)
    page.resize(1280, 800)
    page.show_start(StartView(ASKED))
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.first_focus().setFocus()
    return page


def card(page: StartPage, words: str) -> ChoiceCard:
    return next(each for each in (*page.who.cards, *page.how_much.cards) if each.text() == words)


def press(qtbot: QtBot, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(QApplication.focusWidget(), key)


def focused() -> str:
    return QApplication.focusWidget().accessibleName()


def test_one_can_simply_begin(page: StartPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.begun) as heard:
        qtbot.mouseClick(page.begin, Qt.MouseButton.LeftButton)

    assert heard.args == [StartChoice("My workplace", Perspective.STAFF, Form.FULL, "the people who lead this place")]


def test_everything_can_be_chosen_without_a_mouse(page: StartPage, qtbot: QtBot) -> None:
    QApplication.focusWidget().selectAll()
    qtbot.keyClicks(QApplication.focusWidget(), "The town library")
    press(qtbot, Key.Key_Tab)
    assert focused() == "I work here"
    press(qtbot, Key.Key_Right, Key.Key_Space, Key.Key_Tab)
    assert focused() == "Who is meant by leaders?"
    QApplication.focusWidget().selectAll()
    qtbot.keyClicks(QApplication.focusWidget(), "the four of us")
    press(qtbot, Key.Key_Tab, Key.Key_Down, Key.Key_Space, Key.Key_Tab)
    assert focused() == "Cancel"
    press(qtbot, Key.Key_Tab)

    with qtbot.waitSignal(page.begun) as heard:
        press(qtbot, Key.Key_Return)

    assert heard.args == [StartChoice("The town library", Perspective.LEADER, Form.PULSE, "the four of us")]


def test_arrows_move_the_keyboard_and_choose_nothing(page: StartPage, qtbot: QtBot) -> None:
    page.who.cards[0].setFocus()

    press(qtbot, Key.Key_Right)

    assert focused() == "I lead here"
    assert page.chosen.perspective is Perspective.STAFF
    press(qtbot, Key.Key_Right)
    assert focused() == "I work here"


def test_a_click_chooses(page: StartPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(card(page, "I lead here"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(card(page, "Short form"), Qt.MouseButton.LeftButton)

    assert (page.chosen.perspective, page.chosen.form) == (Perspective.LEADER, Form.PULSE)
    assert not card(page, "I work here").isChecked()


def test_choosing_again_changes_nothing(page: StartPage, qtbot: QtBot) -> None:
    for _again in range(2):
        qtbot.mouseClick(card(page, "I lead here"), Qt.MouseButton.LeftButton)

    assert page.chosen.perspective is Perspective.LEADER


def test_leaders_get_their_own_suggestion_and_definition(page: StartPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(card(page, "I lead here"), Qt.MouseButton.LeftButton)

    assert page.chosen.leaders_are == "the people who lead this place, you among them"
    assert "We leaders: you among them." in page.know.words

    qtbot.mouseClick(card(page, "I work here"), Qt.MouseButton.LeftButton)
    assert page.chosen.leaders_are == "the people who lead this place"
    assert "We leaders: you among them." not in page.know.words


def test_what_somebody_wrote_about_leaders_stays(page: StartPage, qtbot: QtBot) -> None:
    page.leaders.line.selectAll()
    qtbot.keyClicks(page.leaders.line, "the four of us")

    qtbot.mouseClick(card(page, "I lead here"), Qt.MouseButton.LeftButton)

    assert page.chosen.leaders_are == "the four of us"


def test_what_turns_a_line_around_or_has_no_width_is_not_kept(page: StartPage) -> None:
    page.place.line.setText("\u202eThe cnuoC\u202c\u200b \u2067mill\u2069\ufeff")
    page.leaders.line.setText("\u0631\u0647\u0628\u0631\u200c\u0647\u0627")

    assert page.chosen.place == "The cnuoC mill"
    assert page.chosen.leaders_are == "\u0631\u0647\u0628\u0631\u200c\u0647\u0627"


def test_empty_lines_stand_for_what_was_suggested(page: StartPage, qtbot: QtBot) -> None:
    for line in (page.place.line, page.leaders.line):
        line.setFocus()
        line.selectAll()
        qtbot.keyClick(line, Key.Key_Backspace)

    assert page.chosen.place == "My workplace"
    assert page.chosen.leaders_are == "the people who lead this place"


def test_it_says_how_many_questions_and_about_how_long(page: StartPage, qtbot: QtBot) -> None:
    assert page.lead.text().startswith("40 questions, about seven minutes.")

    qtbot.mouseClick(card(page, "Short form"), Qt.MouseButton.LeftButton)

    assert page.lead.text().startswith("12 questions, about two minutes.")


def test_it_says_who_can_see_it_and_that_the_file_is_not_encrypted(page: StartPage) -> None:
    said = " ".join(page.know.words)

    assert "Who sees it: you." in said
    assert "not encrypted" in said
    assert "nothing is final" in said


def test_it_says_what_i_dont_know_does_and_which_uses_are_refused(page: StartPage) -> None:
    assert "I don't know is an answer too." in page.know.words
    assert "The answers may not be used for appraisal." in page.know.words
    assert "In public: where anybody can read it." in page.know.words


def test_a_questionnaire_without_words_of_its_own_still_refuses_such_uses(page: StartPage) -> None:
    page.show_start(StartView(replace(ASKED, before=())))

    said = " ".join(page.know.words)
    assert f"not for {in_a_list()}" in said
    assert "I don\u2019t know is an answer too." in said


@pytest.mark.parametrize("wished", [True, False])
def test_going_on_by_itself_is_announced_before_it_happens(page: StartPage, wished: bool) -> None:
    page.show_start(StartView(ASKED, goes_on_by_itself=wished))

    assert ("comes by itself" in " ".join(page.know.words)) is wished


def test_what_is_known_already_stands_there(page: StartPage) -> None:
    page.show_start(StartView(ASKED, "The library", "the board", Perspective.LEADER, Form.PULSE))

    assert page.chosen == StartChoice("The library", Perspective.LEADER, Form.PULSE, "the board")


def test_a_questionnaire_without_a_short_form_offers_none(page: StartPage) -> None:
    page.show_start(StartView(replace(ASKED, pulse=()), form=Form.PULSE))

    assert not page.how_much.isVisible()
    assert page.chosen.form is Form.FULL


def test_cancel_cancels(page: StartPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.cancelled), qtbot.assertNotEmitted(page.begun):
        qtbot.mouseClick(page.cancel, Qt.MouseButton.LeftButton)


def test_choices_are_radio_buttons_in_named_groups(page: StartPage) -> None:
    for group, name in ((page.who, "Where do you stand?"), (page.how_much, "How much time do you have?")):
        spoken = QAccessible.queryAccessibleInterface(group)
        assert (spoken.role(), spoken.text(QAccessible.Text.Name)) == (QAccessible.Role.Grouping, name)
        for each in group.cards:
            assert QAccessible.queryAccessibleInterface(each).role() == QAccessible.Role.RadioButton


def test_everything_the_keyboard_reaches_has_a_name(page: StartPage) -> None:
    reachable = [
        each
        for each in page.findChildren(QWidget)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isVisible() and not isinstance(each, QScrollBar)
    ]

    assert len(reachable) >= 6
    for each in reachable:
        assert QAccessible.queryAccessibleInterface(each).text(QAccessible.Text.Name), each


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_nothing_is_cut_in_the_smallest_window(page: StartPage, qtbot: QtBot, look: Look, scale: float) -> None:
    page.resize(720, 560)
    look.show(Taste(look.theme, scale, less_motion=True))
    QApplication.processEvents()

    assert page.width() == 720
    assert page.area.widget().width() <= page.area.viewport().width()
    for each in (page.cancel, page.begin):
        assert page.rect().contains(each.mapTo(page, each.rect().bottomRight()))
    for each in (*page.who.cards, *page.how_much.cards):
        assert each.height() >= each.heightForWidth(each.width()), each.text()


def test_a_long_name_in_any_script_is_taken_whole_to_its_limit(page: StartPage) -> None:
    page.place.line.setText("\u0411\u0438\u0431\u043b\u0438\u043e\u0442\u0435\u043a\u0430 " * 20)

    assert len(page.place.line.text()) == 120
    assert page.chosen.place == page.place.line.text().strip()


def test_what_to_aim_for_is_said_before_any_score_and_only_where_themes_are_asked(
    page: StartPage, qtbot: QtBot
) -> None:
    page.aims.fold.setFocus()
    press(qtbot, Key.Key_Space)
    qtbot.waitUntil(page.aims.of_all.isVisible)
    page.aims.of_all.segments[1].setFocus()
    press(qtbot, Key.Key_Right)
    with qtbot.waitSignal(page.begun) as heard:
        qtbot.mouseClick(page.begin, Qt.MouseButton.LeftButton)

    assert heard.args[0].targets == {"": 87.5}
    page.how_much.show_choice(1)
    page.how_much.chosen.emit(1)
    assert not page.aims.isVisible()
    assert page.chosen.targets == {}
