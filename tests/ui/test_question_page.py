"""One question on the screen, answered as a person would: with keys, with a mouse, with a screen reader."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QScrollBar, QWidget
from pytestqt.qtbot import QtBot

from tests import builders
from tests.ui.finding import words_on
from trustcheck.app.answering.walkthrough import Walkthrough
from trustcheck.catalog.file_catalog import FileCatalog
from trustcheck.domain.questionnaire.answers import Answer, Response
from trustcheck.domain.questionnaire.model import Definition, Perspective
from trustcheck.settings import Settings
from trustcheck.ui.answering.answer_cards import AnswerCard
from trustcheck.ui.answering.question_page import QuestionPage
from trustcheck.ui.kit import text as aloud
from trustcheck.ui.kit.look import Look, Taste
from trustcheck.ui.kit.text import Text

Key = Qt.Key
ASKED = replace(
    builders.questionnaire({"people": {"A": 10, "B": 10}, "openness": {"C": 10, "D": 10}}),
    definitions=(Definition("In public", "where anybody can read it."),),
)


def at(item_id: str, answer: Answer | None = None, points: int = 5, note: str = "") -> Walkthrough:
    asked = replace(ASKED, scale=builders.SCALES[points])
    first = replace(asked.items[0], meaning="Somebody says: tell me more.")
    asked = replace(asked, items=(first, *asked.items[1:]))
    here = Walkthrough(asked, Response(Perspective.STAFF), leaders_are="the management team")
    return here.answer(item_id, answer).note(item_id, note).go_to(item_id)


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> QuestionPage:
    page = QuestionPage(look)
    qtbot.addWidget(page)
    page.resize(1280, 800)
    page.show_step(at("A1").step())
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.first_focus().setFocus()
    return page


def press(qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key goes to whatever has the keyboard, as it does for a person."""
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def card(page: QuestionPage, words: str) -> AnswerCard:
    return next(each for each in page.answers.cards if each.text() == words)


def chosen(page: QuestionPage) -> list[str]:
    return [each.text() for each in page.answers.cards if each.isChecked()]


def focused() -> str:
    widget = QApplication.focusWidget()
    return widget.accessibleName() if widget is not None else ""


# --- answering ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("key", "answer"), [(Key.Key_1, 1), (Key.Key_4, 4), (Key.Key_5, 5)])
def test_a_digit_answers_the_question_on_screen(page: QuestionPage, qtbot: QtBot, key: Qt.Key, answer: int) -> None:
    with qtbot.waitSignal(page.answered) as heard:
        press(qtbot, key)

    assert heard.args == ["A1", Answer(answer)]
    assert chosen(page) == [ASKED.scale[answer - 1]]


@pytest.mark.parametrize(
    ("key", "answer", "words"),
    [
        (Key.Key_0, Answer.DONT_KNOW, "I don\u2019t know"),
        (Key.Key_N, Answer.NOT_APPLICABLE, "Doesn\u2019t apply here"),
    ],
)
def test_declining_has_a_key_too(page: QuestionPage, qtbot: QtBot, key: Qt.Key, answer: Answer, words: str) -> None:
    with qtbot.waitSignal(page.answered) as heard:
        press(qtbot, key)

    assert heard.args == ["A1", answer]
    assert chosen(page) == [words]


def test_a_digit_beyond_the_scale_does_nothing(page: QuestionPage, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(page.answered):
        press(qtbot, Key.Key_6)
        press(qtbot, Key.Key_9)


@pytest.mark.parametrize("points", [4, 6, 7])
def test_scales_of_other_lengths_take_their_own_digits(page: QuestionPage, qtbot: QtBot, points: int) -> None:
    page.show_step(at("A2", points=points).step())

    assert len(page.answers.cards) == points + 2
    with qtbot.waitSignal(page.answered) as heard:
        press(qtbot, Qt.Key(Key.Key_0.value + points))
    assert heard.args == ["A2", Answer(points)]
    assert page.foot.words == f"Press 1 to {points} to answer, Enter to go on"


def test_a_click_answers(page: QuestionPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.answered) as heard:
        qtbot.mouseClick(card(page, "Seldom"), Qt.MouseButton.LeftButton)

    assert heard.args == ["A1", Answer(2)]


def test_space_chooses_the_answer_that_has_the_keyboard(page: QuestionPage, qtbot: QtBot) -> None:
    press(qtbot, Key.Key_Right)
    with qtbot.waitSignal(page.answered) as heard:
        press(qtbot, Key.Key_Space)

    assert heard.args == ["A1", Answer(2)]


def test_arrows_move_and_choose_nothing(page: QuestionPage, qtbot: QtBot) -> None:
    reached = [focused()]
    with qtbot.assertNotEmitted(page.answered), qtbot.assertNotEmitted(page.forward):
        for key in (Key.Key_Right, Key.Key_Down, Key.Key_Right, Key.Key_Right, Key.Key_Right, Key.Key_Right):
            press(qtbot, key)
            reached.append(focused())
        press(qtbot, Key.Key_Right)

    assert reached == [
        "Almost never, 1 of 5",
        "Seldom, 2 of 5",
        "Sometimes, 3 of 5",
        "Often, 4 of 5",
        "Almost always, 5 of 5",
        "I don\u2019t know",
        "Doesn\u2019t apply here",
    ]
    assert focused() == "Almost never, 1 of 5"
    assert chosen(page) == []


def test_arrows_do_not_move_what_is_chosen(page: QuestionPage, qtbot: QtBot) -> None:
    press(qtbot, Key.Key_3)
    press(qtbot, Key.Key_Left)

    assert chosen(page) == ["Sometimes"]
    assert focused() == "Seldom, 2 of 5"


def test_one_answer_takes_the_place_of_another(page: QuestionPage, qtbot: QtBot) -> None:
    press(qtbot, Key.Key_4)
    press(qtbot, Key.Key_0)
    assert chosen(page) == ["I don\u2019t know"]

    qtbot.mouseClick(card(page, "Often"), Qt.MouseButton.LeftButton)
    assert chosen(page) == ["Often"]


def test_choosing_the_chosen_answer_again_does_not_clear_it(page: QuestionPage, qtbot: QtBot) -> None:
    for _again in range(2):
        qtbot.mouseClick(card(page, "Often"), Qt.MouseButton.LeftButton)
        press(qtbot, Key.Key_Space)
        press(qtbot, Key.Key_4)

    assert chosen(page) == ["Often"]


def test_delete_takes_the_answer_back(page: QuestionPage, qtbot: QtBot) -> None:
    press(qtbot, Key.Key_4)

    with qtbot.waitSignal(page.answered) as heard:
        press(qtbot, Key.Key_Delete)

    assert heard.args == ["A1", None]
    assert chosen(page) == []


def test_delete_with_nothing_chosen_says_nothing(page: QuestionPage, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(page.answered):
        press(qtbot, Key.Key_Delete)


def test_the_menu_of_the_chosen_answer_clears_it(page: QuestionPage, qtbot: QtBot) -> None:
    press(qtbot, Key.Key_4)
    assert not card(page, "Seldom").clear.isEnabled()

    with qtbot.waitSignal(page.answered) as heard:
        card(page, "Often").clear.trigger()

    assert heard.args == ["A1", None]


def test_clear_stands_in_the_context_menu(page: QuestionPage) -> None:
    often = card(page, "Often")

    assert often.contextMenuPolicy() is Qt.ContextMenuPolicy.ActionsContextMenu
    assert [action.text() for action in often.actions()] == ["Clear this answer"]


# --- moving ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter])
def test_enter_goes_on_once_there_is_an_answer(page: QuestionPage, qtbot: QtBot, key: Qt.Key) -> None:
    press(qtbot, Key.Key_2)

    with qtbot.waitSignal(page.forward):
        press(qtbot, key)


def test_enter_without_an_answer_says_so_and_stays(page: QuestionPage, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(page.forward):
        press(qtbot, Key.Key_Return)

    assert page.foot.words == "Nothing chosen yet. S skips it."
    assert focused() == "Almost never, 1 of 5"


def test_next_without_an_answer_says_so_too(page: QuestionPage, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(page.forward):
        qtbot.mouseClick(page.foot.next, Qt.MouseButton.LeftButton)

    assert page.foot.words == "Nothing chosen yet. S skips it."
    assert focused() == "Almost never, 1 of 5"


def test_the_word_about_nothing_chosen_goes_once_there_is_an_answer(page: QuestionPage, qtbot: QtBot) -> None:
    page.answered.connect(lambda item_id, answer: page.show_step(at(item_id, answer).step()))
    press(qtbot, Key.Key_Return)

    press(qtbot, Key.Key_2)

    assert page.foot.words == "Press 1 to 5 to answer, Enter to go on"


def test_enter_that_is_held_down_does_not_run_through_the_questions(page: QuestionPage, qtbot: QtBot) -> None:
    press(qtbot, Key.Key_2)
    held = QKeyEvent(QKeyEvent.Type.KeyPress, Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True)

    with qtbot.assertNotEmitted(page.forward):
        QApplication.sendEvent(QApplication.focusWidget(), held)


def test_s_skips(page: QuestionPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.skipped):
        press(qtbot, Key.Key_S)


@pytest.mark.parametrize(
    ("key", "modifier"),
    [(Key.Key_Backspace, Qt.KeyboardModifier.NoModifier), (Key.Key_Left, Qt.KeyboardModifier.AltModifier)],
)
def test_backspace_and_alt_left_go_back(
    page: QuestionPage, qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    page.show_step(at("A2").step())

    with qtbot.waitSignal(page.back):
        press(qtbot, key, modifier)


def test_there_is_no_way_back_before_the_first_question(page: QuestionPage, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(page.back):
        press(qtbot, Key.Key_Backspace)

    assert not page.foot.back.isEnabled()


def test_from_the_review_there_is_a_way_back_even_there(page: QuestionPage, qtbot: QtBot) -> None:
    page.show_step(at("A1").step(), from_review=True)

    with qtbot.waitSignal(page.back):
        press(qtbot, Key.Key_Backspace)


def test_escape_never_leaves(page: QuestionPage, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(page.left), qtbot.assertNotEmitted(page.back):
        press(qtbot, Key.Key_Escape)


def test_enter_on_a_button_presses_that_button(page: QuestionPage, qtbot: QtBot) -> None:
    page.show_step(at("A2", Answer(3)).step())
    page.foot.back.setFocus()

    with qtbot.waitSignal(page.back), qtbot.assertNotEmitted(page.forward):
        press(qtbot, Key.Key_Return)


@pytest.mark.parametrize("writing", [False, True])
def test_hiding_the_screen_works_always(page: QuestionPage, qtbot: QtBot, writing: bool) -> None:
    if writing:
        page.note.open()
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier

    with qtbot.waitSignal(page.hide_asked):
        press(qtbot, Key.Key_H, both)


def test_leave_and_hide_stand_above(page: QuestionPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.left):
        qtbot.mouseClick(page.bar.leave, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.hide_asked):
        qtbot.mouseClick(page.bar.hide_screen, Qt.MouseButton.LeftButton)


def test_tab_takes_the_answers_as_one_stop_and_goes_round(page: QuestionPage, qtbot: QtBot) -> None:
    page.show_step(at("A2", Answer(4)).step())
    stops = [focused()]
    while len(stops) < 12:
        press(qtbot, Key.Key_Tab)
        if focused() == stops[0]:
            break
        stops.append(focused())

    assert stops == [
        "Often, 4 of 5",
        "Add a short example",
        "Back",
        "Skip",
        "Next",
        "Leave for now",
        "Hide screen",
        "Go to a question",
        "What is meant by \u201cLeaders\u201d?",
        "What is meant by \u201cIn public\u201d?",
    ]


# --- single keys and going on by itself --------------------------------------------------------------------------


def test_single_keys_can_be_switched_off(page: QuestionPage, qtbot: QtBot) -> None:
    page.prefer(single_keys=False, go_on_by_itself=False)

    with qtbot.assertNotEmitted(page.answered), qtbot.assertNotEmitted(page.skipped):
        for key in (Key.Key_1, Key.Key_0, Key.Key_N, Key.Key_S, Key.Key_E):
            press(qtbot, key)

    assert not page.note.is_open
    assert [each.face.key for each in page.answers.cards] == [""] * 7
    assert page.foot.words == "Space chooses, Enter goes on"
    press(qtbot, Key.Key_Return)
    assert page.foot.words == "Nothing chosen yet. Skip leaves it open."


def test_without_single_keys_one_still_answers_by_keyboard(page: QuestionPage, qtbot: QtBot) -> None:
    page.prefer(single_keys=False, go_on_by_itself=False)
    press(qtbot, Key.Key_Right)
    press(qtbot, Key.Key_Space)
    assert chosen(page) == ["Seldom"]

    with qtbot.waitSignal(page.forward):
        press(qtbot, Key.Key_Return)


def test_who_chose_nothing_is_taken_on_by_itself(page: QuestionPage, qtbot: QtBot) -> None:
    usual = Settings()
    page.prefer(single_keys=usual.single_keys, go_on_by_itself=usual.go_on_by_itself)

    with qtbot.waitSignal(page.forward):
        press(qtbot, Key.Key_3)


def test_back_is_a_key_away_after_it_went_on_by_itself(page: QuestionPage, qtbot: QtBot) -> None:
    page.prefer(single_keys=True, go_on_by_itself=True)
    page.forward.connect(lambda: page.show_step(at("A2").step()))
    with qtbot.waitSignal(page.forward):
        press(qtbot, Key.Key_3)

    with qtbot.waitSignal(page.back):
        press(qtbot, Key.Key_Backspace)


def test_the_line_between_the_buttons_says_what_happens_after_a_digit(page: QuestionPage, qtbot: QtBot) -> None:
    page.prefer(single_keys=True, go_on_by_itself=True)
    by_itself = "Press 1 to 5 to answer and go on, Backspace to go back"
    assert page.foot.words == by_itself

    press(qtbot, Key.Key_E)
    assert page.foot.words == "Press 1 to 5 to answer, Enter to go on"
    press(qtbot, Key.Key_Escape)
    assert page.foot.words == by_itself

    page.prefer(single_keys=True, go_on_by_itself=False)
    assert page.foot.words == "Press 1 to 5 to answer, Enter to go on"


def test_it_does_not_go_on_by_itself_unless_wished(page: QuestionPage, qtbot: QtBot) -> None:
    press(qtbot, Key.Key_3)

    assert not page.going_on.is_under_way


@pytest.mark.parametrize(
    "answering",
    [
        lambda page, qtbot: press(qtbot, Key.Key_3),
        lambda page, qtbot: press(qtbot, Key.Key_0),
        lambda page, qtbot: qtbot.mouseClick(card(page, "Often"), Qt.MouseButton.LeftButton),
    ],
)
def test_if_wished_it_goes_on_after_a_digit_or_a_click(
    page: QuestionPage, qtbot: QtBot, answering: Callable[[QuestionPage, QtBot], None]
) -> None:
    page.prefer(single_keys=True, go_on_by_itself=True)

    with qtbot.waitSignal(page.forward):
        answering(page, qtbot)


def test_space_and_arrows_never_make_it_go_on(page: QuestionPage, qtbot: QtBot) -> None:
    page.prefer(single_keys=True, go_on_by_itself=True)
    press(qtbot, Key.Key_Right)
    press(qtbot, Key.Key_Space)
    assert chosen(page) == ["Seldom"]
    assert not page.going_on.is_under_way

    for arrow in (Key.Key_Right, Key.Key_Left, Key.Key_Down, Key.Key_Up):
        press(qtbot, arrow)
        assert chosen(page) == ["Seldom"]
        assert not page.going_on.is_under_way


@pytest.mark.parametrize(
    "then",
    [
        lambda page, qtbot: press(qtbot, Key.Key_Right),
        lambda page, qtbot: press(qtbot, Key.Key_Delete),
        lambda page, qtbot: press(qtbot, Key.Key_E),
        lambda page, qtbot: qtbot.mousePress(page.question, Qt.MouseButton.LeftButton),
        lambda page, qtbot: page.show_step(at("A2").step()),
    ],
)
def test_whatever_a_person_does_next_stops_it(
    page: QuestionPage, qtbot: QtBot, then: Callable[[QuestionPage, QtBot], None]
) -> None:
    page.prefer(single_keys=True, go_on_by_itself=True)
    press(qtbot, Key.Key_3)
    assert page.going_on.is_under_way

    then(page, qtbot)

    assert not page.going_on.is_under_way


def test_it_never_goes_on_over_an_open_note(page: QuestionPage, qtbot: QtBot) -> None:
    page.prefer(single_keys=True, go_on_by_itself=True)
    page.show_step(at("A2", note="In March.").step())
    assert page.note.is_open

    qtbot.mouseClick(card(page, "Often"), Qt.MouseButton.LeftButton)

    assert not page.going_on.is_under_way


# --- the note ----------------------------------------------------------------------------------------------------


def test_e_opens_the_note_and_puts_the_keyboard_in_it(page: QuestionPage, qtbot: QtBot) -> None:
    press(qtbot, Key.Key_E)

    assert page.note.is_open
    assert focused() == "A short example, if you have one"


def test_letters_and_digits_belong_to_the_note_while_writing(page: QuestionPage, qtbot: QtBot) -> None:
    press(qtbot, Key.Key_E)
    written: list[str] = []
    page.note_changed.connect(lambda item_id, words: written.append(f"{item_id} {words}"))

    with qtbot.assertNotEmitted(page.answered), qtbot.assertNotEmitted(page.skipped):
        qtbot.keyClicks(page.note.box, "s4 n0")
        press(qtbot, Key.Key_Backspace)
        press(qtbot, Key.Key_Return)

    assert written[-1] == "A1 s4 n\n"


def test_escape_goes_from_the_note_back_to_the_answers(page: QuestionPage, qtbot: QtBot) -> None:
    press(qtbot, Key.Key_E)
    press(qtbot, Key.Key_Escape)

    assert focused() == "Almost never, 1 of 5"
    assert not page.note.is_open


def test_a_note_with_words_stays_open_after_escape(page: QuestionPage, qtbot: QtBot) -> None:
    press(qtbot, Key.Key_E)
    qtbot.keyClicks(page.note.box, "In March.")
    press(qtbot, Key.Key_Escape)

    assert page.note.is_open


def test_control_enter_goes_on_from_inside_the_note(page: QuestionPage, qtbot: QtBot) -> None:
    press(qtbot, Key.Key_4)
    press(qtbot, Key.Key_E)

    with qtbot.waitSignal(page.forward):
        press(qtbot, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_the_note_of_a_question_comes_back_with_it(page: QuestionPage) -> None:
    page.show_step(at("A2", note="In March.").step())
    assert (page.note.is_open, page.note.words) == (True, "In March.")

    page.show_step(at("A3").step())
    assert (page.note.is_open, page.note.words) == (False, "")


def test_showing_a_note_is_not_writing_it(page: QuestionPage, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(page.note_changed):
        page.show_step(at("A2", note="In March.").step())


def test_a_name_is_asked_about_gently_and_never_refused(page: QuestionPage, qtbot: QtBot) -> None:
    press(qtbot, Key.Key_E)
    qtbot.keyClicks(page.note.box, "ask @jo")
    assert page.note.hint == "Is that a name? A report you hand on can show this note."
    assert page.note.words == "ask @jo"

    for _letter in "@jo":
        press(qtbot, Key.Key_Backspace)
    assert page.note.hint == ""


def test_a_note_takes_five_hundred_characters(page: QuestionPage, qtbot: QtBot) -> None:
    page.note.open()

    with qtbot.waitSignal(page.note_changed) as heard:
        page.note.box.insertPlainText("x" * 700)

    assert heard.args == ["A1", "x" * 500]


# --- what stands on the page -------------------------------------------------------------------------------------


def test_it_says_where_one_is_and_names_no_theme(page: QuestionPage) -> None:
    page.show_step(at("B1").step())

    assert page.line.part.text() == "Part 2 of 4"
    assert page.line.question.text() == "Question 11 of 40"
    shown = " ".join(each.text() for each in page.findChildren(QWidget) if hasattr(each, "text"))
    assert "Theme" not in shown


def meaning(page: QuestionPage) -> str:
    """What is said about a term right now."""
    return page.help.terms.meaning.text()


def test_the_frame_stands_under_the_question_and_each_word_is_explained_behind_it(
    page: QuestionPage, qtbot: QtBot
) -> None:
    leaders, public = page.help.terms.buttons
    assert ASKED.frame in words_on(page)
    assert (leaders.text(), public.text()) == ("Leaders", "In public")
    assert "the management team" not in words_on(page)

    qtbot.mouseClick(leaders, Qt.MouseButton.LeftButton)
    assert meaning(page) == "Leaders: the management team."
    qtbot.mouseClick(public, Qt.MouseButton.LeftButton)
    assert meaning(page) == "In public: where anybody can read it."
    qtbot.mouseClick(public, Qt.MouseButton.LeftButton)
    assert meaning(page) == ""


def test_the_keyboard_asks_what_is_meant_one_step_before_the_answers(page: QuestionPage, qtbot: QtBot) -> None:
    press(qtbot, Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert focused() == "What is meant by \u201cIn public\u201d?"

    press(qtbot, Key.Key_Return)

    assert meaning(page) == "In public: where anybody can read it."
    assert QApplication.focusWidget().accessibleDescription() == "unfolded"


def test_what_is_meant_is_read_aloud(page: QuestionPage, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []

    def listen(event: object) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            said.append(event.message())

    monkeypatch.setattr(aloud, "HEARS_ANNOUNCEMENTS", True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", listen)

    page.help.terms.buttons[0].click()

    assert said == ["Leaders: the management team."]


def test_another_question_begins_with_its_words_folded(page: QuestionPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.help.terms.buttons[0], Qt.MouseButton.LeftButton)

    page.show_step(at("A2").step())

    assert meaning(page) == ""


def answers_begin(page: QuestionPage) -> int:
    QApplication.processEvents()
    first = page.answers.cards[0]
    return first.mapTo(page, first.rect().topLeft()).y()


def test_asking_what_is_meant_moves_nothing(page: QuestionPage, qtbot: QtBot) -> None:
    before = answers_begin(page)

    for term in page.help.terms.buttons:
        qtbot.mouseClick(term, Qt.MouseButton.LeftButton)
        assert answers_begin(page) == before


def test_the_example_is_shown_on_demand_and_called_an_example(page: QuestionPage, qtbot: QtBot) -> None:
    assert page.help.example == ""

    qtbot.mouseClick(page.help.button, Qt.MouseButton.LeftButton)

    assert page.help.example == "For example: Somebody says: tell me more."
    page.show_step(at("A2").step())
    assert page.help.example == ""


def test_a_new_question_begins_at_its_first_answer_unchosen(page: QuestionPage, qtbot: QtBot) -> None:
    press(qtbot, Key.Key_5)

    page.show_step(at("A2").step())

    assert focused() == "Almost never, 1 of 5"
    assert chosen(page) == []


def test_an_answered_question_begins_at_its_answer(page: QuestionPage) -> None:
    page.show_step(at("A2", Answer.DONT_KNOW).step())

    assert focused() == "I don\u2019t know"
    assert chosen(page) == ["I don\u2019t know"]


def test_the_same_question_again_leaves_keyboard_and_note_where_they_are(page: QuestionPage, qtbot: QtBot) -> None:
    press(qtbot, Key.Key_E)
    page.show_step(at("A1", Answer(2)).step())

    assert focused() == "A short example, if you have one"
    assert page.note.is_open
    assert chosen(page) == ["Seldom"]


def test_a_new_question_comes_in_a_group_of_its_own_that_is_called_after_it(page: QuestionPage) -> None:
    """Though the keyboard is on the first answer of both: a reader says a group when the keyboard comes into it."""
    before, first = page.answers.group, page.first_focus()

    page.show_step(at("B1").step())

    assert page.answers.group.accessibleName() == "Question 11 of 40. Leaders here do B1."
    assert page.answers.group is not before
    assert QApplication.focusWidget() is page.first_focus() is not first
    assert not before.isVisible()


def test_only_the_chosen_answer_is_described_as_saved_or_not(page: QuestionPage, qtbot: QtBot) -> None:
    press(qtbot, Key.Key_4)
    page.saved.show_failed()
    qtbot.waitUntil(lambda: described(page) == {"Often": "Not saved yet"})

    page.saved.show_saved()
    qtbot.waitUntil(lambda: described(page) == {"Often": "Saved"})

    page.saved.show_waiting()
    qtbot.waitUntil(lambda: described(page) == {})


def test_a_question_one_comes_back_to_is_said_to_be_saved_at_once(page: QuestionPage) -> None:
    page.show_step(at("A2", Answer(2)).step())

    assert described(page) == {"Seldom": "Saved"}


def described(page: QuestionPage) -> dict[str, str]:
    return {each.text(): words for each in page.answers.cards if (words := each.accessibleDescription())}


def test_the_line_says_that_something_is_not_saved_until_it_is(page: QuestionPage) -> None:
    page.saved.show_failed()
    assert page.saved.words == "Not saved yet"
    assert page.saved.accessibleName() == "Not saved yet"

    page.saved.show_saved()
    assert page.saved.words == "Saved on this computer"


@pytest.mark.parametrize("width", [720, 1280])
def test_saved_is_not_cut_where_the_bar_was_laid_out_while_something_waited(
    page: QuestionPage, qtbot: QtBot, look: Look, width: int
) -> None:
    usual = look.taste
    look.show(replace(usual, scale=1.5))
    try:
        page.resize(width, 560)
        qtbot.waitUntil(lambda: page.width() == width)
        page.saved.show_waiting()
        page.show_step(at("A2").step())
        page.saved.show_saved()

        (words,) = (each for each in page.saved.findChildren(Text) if each.isVisible())
        qtbot.waitUntil(lambda: words.width() >= look.width_of(words.text(), "caption"))
    finally:
        look.show(usual)


# --- for screen readers ------------------------------------------------------------------------------------------


def test_answers_are_radio_buttons_in_a_group_named_after_the_question(page: QuestionPage) -> None:
    group = QAccessible.queryAccessibleInterface(page.answers.group)
    assert group.role() == QAccessible.Role.Grouping
    assert group.text(QAccessible.Text.Name) == "Question 1 of 40. Leaders here do A1."

    for each in page.answers.cards:
        spoken = QAccessible.queryAccessibleInterface(each)
        assert spoken.role() == QAccessible.Role.RadioButton
        assert spoken.text(QAccessible.Text.Name)


def test_everything_the_keyboard_reaches_has_a_name(page: QuestionPage) -> None:
    page.note.open()
    reachable = [
        each
        for each in page.findChildren(QWidget)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isVisible() and not isinstance(each, QScrollBar)
    ]

    assert len(reachable) >= 7
    for each in reachable:
        assert QAccessible.queryAccessibleInterface(each).text(QAccessible.Text.Name), each


# --- room --------------------------------------------------------------------------------------------------------


def stands_as_rows(page: QuestionPage) -> bool:
    first, second = page.answers.cards[:2]
    return second.y() > first.y()


def test_with_room_the_answers_stand_side_by_side(page: QuestionPage) -> None:
    assert not stands_as_rows(page)


@pytest.mark.parametrize(("width", "scale"), [(940, 1.0), (1280, 1.5), (720, 2.0)])
def test_narrow_or_with_large_text_they_stand_below_each_other(
    page: QuestionPage, qtbot: QtBot, look: Look, width: int, scale: float
) -> None:
    page.resize(width, 800)
    look.show(Taste(look.theme, scale, less_motion=True))

    qtbot.waitUntil(lambda: stands_as_rows(page))


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (720, 560)])
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_the_answers_stand_at_one_height_under_every_question(
    page: QuestionPage, look: Look, width: int, height: int, scale: float
) -> None:
    catalog = FileCatalog()
    here = Walkthrough(catalog.questionnaire(catalog.shipped()[0]), Response(Perspective.STAFF))
    page.keep_room_for(here.wordings)
    page.resize(width, height)
    look.show(Taste(look.theme, scale, less_motion=True))
    begin = set()

    for item_id in here.asked:
        page.show_step(here.go_to(item_id).step())
        begin.add(answers_begin(page))

    assert len(begin) == 1


@pytest.mark.parametrize(("width", "height", "scale"), [(720, 560, 1.0), (1280, 800, 1.5)])
def test_with_little_room_all_answers_to_the_longest_question_are_in_sight(
    page: QuestionPage, look: Look, width: int, height: int, scale: float
) -> None:
    catalog = FileCatalog()
    here = Walkthrough(catalog.questionnaire(catalog.shipped()[0]), Response(Perspective.STAFF))
    page.keep_room_for(here.wordings)
    page.resize(width, height)
    look.show(Taste(look.theme, scale, less_motion=True))
    page.show_step(here.step())
    QApplication.processEvents()

    last = page.answers.cards[-1]
    assert last.mapTo(page.area.viewport(), last.rect().bottomLeft()).y() <= page.area.viewport().height()


def test_long_words_of_a_scale_stand_below_each_other(page: QuestionPage, qtbot: QtBot) -> None:
    step = at("A2", points=7).step()

    page.show_step(replace(step, scale=(*step.scale[:6], "Always and without any exception at all, ever")))

    qtbot.waitUntil(lambda: stands_as_rows(page))


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_nothing_is_cut_in_the_smallest_window(page: QuestionPage, qtbot: QtBot, look: Look, scale: float) -> None:
    page.resize(720, 560)
    look.show(Taste(look.theme, scale, less_motion=True))
    page.show_step(at("A2", Answer(3), note="In March.").step())
    QApplication.processEvents()

    assert page.width() == 720
    assert page.area.widget().width() <= page.area.viewport().width()
    for each in (page.foot.back, page.foot.skip, page.foot.next, page.bar.leave, page.bar.hide_screen):
        right = each.mapTo(page, each.rect().bottomRight())
        assert page.rect().contains(right), each.text()
        assert each.width() >= each.sizeHint().width()
    for each in page.answers.cards:
        assert each.height() >= each.sizeHint().height() or each.height() >= each.heightForWidth(each.width())


def test_in_a_small_window_every_answer_is_in_sight_and_the_helper_is_one_press_away(
    page: QuestionPage, qtbot: QtBot
) -> None:
    page.resize(720, 560)
    page.show_step(at("A2").step())
    QApplication.processEvents()

    last = page.answers.cards[-1]
    assert last.mapTo(page.area.viewport(), last.rect().bottomLeft()).y() <= page.area.viewport().height()
    assert not page.help.inline.isVisible()

    qtbot.mouseClick(page.help.button, Qt.MouseButton.LeftButton)
    assert page.help.unfolded.isVisible()


def test_the_keyboard_is_brought_into_sight(page: QuestionPage, qtbot: QtBot, look: Look) -> None:
    page.resize(720, 560)
    look.show(Taste(look.theme, 2.0, less_motion=True))
    page.show_step(at("A2").step())

    for _step in range(4):
        press(qtbot, Key.Key_Down)

    fifth = page.answers.cards[4]
    top = fifth.mapTo(page.area.viewport(), fifth.rect().topLeft()).y()
    assert 0 <= top <= page.area.viewport().height() - fifth.height()


def test_a_narrow_page_folds_the_note_to_a_button_that_opens_it(page: QuestionPage, qtbot: QtBot) -> None:
    page.resize(720, 560)
    page.show_step(at("A2", note="In March.").step())

    assert not page.note.is_open
    assert page.note.button.text() == "Your example"
    qtbot.mouseClick(page.note.button, Qt.MouseButton.LeftButton)
    assert page.note.words == "In March."


def test_who_arrives_at_an_answered_question_in_a_small_window_reads_the_question_first(
    qtbot: QtBot, page: QuestionPage, look: Look
) -> None:
    usual = look.taste
    look.show(replace(usual, scale=1.5))
    page.resize(720, 400)
    page.show_step(at("A2", 5).step())
    bar = page.area.verticalScrollBar()

    try:
        assert bar.maximum() > 0
        assert bar.value() == 0
        press(qtbot, Key.Key_Down)
        qtbot.waitUntil(lambda: bar.value() > 0)
    finally:
        look.show(usual)
