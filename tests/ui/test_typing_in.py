"""Typing in paper forms with the keyboard alone, on a real data file."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from tests import group_builders
from tests.ui.clients import Clients
from tests.ui.finding import cut_off, enlarge, named, nameless, words_on
from trustcheck.domain.checks.group_round import NotesUse, Sheet
from trustcheck.domain.questionnaire.answers import Answer
from trustcheck.domain.questionnaire.model import Form, Perspective
from trustcheck.ui.collecting.paper_entry_page import PaperEntryPage
from trustcheck.ui.collecting.typing_in import TypingIn
from trustcheck.ui.kit.look import Look
from trustcheck.ui.shell.places import Place

KEYS = "42505n3?12" * 4


class Typist:
    """Somebody with a pile of forms and a keyboard."""

    def __init__(self, clients: Clients, round_id: int) -> None:
        self.clients, self.qtbot, self.round_id = clients, clients.qtbot, round_id
        self.typing_in = TypingIn(clients.context)
        with clients.arrival():
            self.typing_in.begin(round_id)
        self.page = clients.arrives_at(Place.PAPER_ENTRY, PaperEntryPage)

    def types(self, keys: str) -> None:
        for key in keys:
            self.qtbot.keyClicks(self._focus(), key)

    def presses(self, key: Qt.Key) -> None:
        self.qtbot.keyClick(self._focus(), key)

    def begins(self, code: str) -> None:
        self.qtbot.waitUntil(self.page.start.code.line.hasFocus)
        self.types(code)
        self.presses(Qt.Key.Key_Return)

    def saves(self, code: str) -> None:
        self.qtbot.waitUntil(self.page.read_back.save_button.hasFocus)
        self.presses(Qt.Key.Key_Return)
        self.clients.sees(self.page, f"Form {code} is in.")

    def kept(self, code: str) -> Sheet | None:
        return self.clients.store.sheets.of_code(self.round_id, code)

    def _focus(self) -> object:
        focus = QApplication.focusWidget()
        assert focus is not None
        return focus


@pytest.fixture
def clients(look: Look, qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Clients]:
    made = Clients(look, qapp, qtbot, tmp_path)
    made.open_window()
    yield made
    made.close()


def typist(clients: Clients, **setup: object) -> Typist:
    organisation = clients.store.organisations.add("Bellwater Council")
    round_id = clients.open_check(organisation, group_builders.setup(**setup))  # type: ignore[arg-type]
    return Typist(clients, round_id)


def test_a_form_is_typed_in_and_saved_with_the_keyboard_alone(clients: Clients) -> None:
    someone = typist(clients)
    someone.begins("cdf")
    someone.types(KEYS)
    clients.sees(someone.page, "All 40 answers are in.")
    someone.saves("CDF")

    sheet = someone.kept("CDF")
    asked = group_builders.shipped().order
    assert sheet is not None
    assert sheet.response.perspective is Perspective.STAFF
    assert [sheet.response.answer(item_id) for item_id in asked[:8]] == [
        Answer(4), Answer(2), Answer(5), Answer.DONT_KNOW, Answer(5), Answer.NOT_APPLICABLE, Answer(3), None,
    ]  # fmt: skip
    assert someone.page.start.code.line.hasFocus()


def test_a_leader_s_guesses_and_consent_are_typed_in_with_the_keyboard_alone(clients: Clients) -> None:
    organisation = clients.store.organisations.add("Hollow Lane School")
    asked = replace(group_builders.setup(), dots=True, guesses=True)
    someone = Typist(clients, clients.open_check(organisation, asked))
    someone.qtbot.waitUntil(someone.page.start.code.line.hasFocus)
    named(someone.page, QRadioButton, "For leaders").click()
    someone.page.start.code.line.setFocus()
    someone.begins("cdf")
    someone.types(KEYS)
    clients.sees(someone.page, "Part 5: 0 of 10")
    someone.types("1234512345")
    clients.sees(someone.page, "All 50 answers are in.")
    assert not someone.page.read_back.dots.isChecked()
    someone.page.read_back.dots.setFocus()
    someone.presses(Qt.Key.Key_Space)
    someone.page.read_back.save_button.setFocus()
    someone.saves("CDF")

    sheet = someone.kept("CDF")
    assert sheet is not None
    assert sheet.response.beside.dots
    guesses = sheet.response.beside.guesses
    assert [guesses[each.id] for each in group_builders.shipped().themes] == [1, 2, 3, 4, 5, 1, 2, 3, 4, 5]


def test_the_caret_moves_on_and_every_part_says_how_much_is_in(clients: Clients) -> None:
    someone = typist(clients)
    someone.begins("CDF")
    someone.types(KEYS[:13])

    clients.sees(someone.page, "Part 2: 3 of 10")
    clients.sees(someone.page, "Part 1: 10 of 10")
    assert [row.box.mark for row in someone.page.board.rows][:4] == ["4", "2", "5", ""]
    assert someone.page.board.accessibleDescription() == someone.page.board.rows[3].words.text()


def test_backspace_goes_back_and_the_next_key_replaces_what_stood_there(clients: Clients) -> None:
    someone = typist(clients)
    someone.begins("CDF")
    someone.types("42")
    someone.presses(Qt.Key.Key_Backspace)
    someone.types("5")

    assert [row.box.mark for row in someone.page.board.rows][:3] == ["4", "5", ""]


def test_keys_that_mean_nothing_do_nothing(clients: Clients) -> None:
    someone = typist(clients)
    someone.begins("CDF")
    someone.types("67x4")

    assert [row.box.mark for row in someone.page.board.rows][:2] == ["4", ""]


def test_a_key_that_is_held_down_answers_one_question(clients: Clients) -> None:
    someone = typist(clients)
    someone.begins("CDF")
    someone.types("4")
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_4, Qt.KeyboardModifier.NoModifier, "4", True)
    QApplication.sendEvent(someone.page.board, held)

    assert [row.box.mark for row in someone.page.board.rows][:2] == ["4", ""]


def test_enter_reads_everything_back_once_all_is_typed(clients: Clients) -> None:
    someone = typist(clients)
    someone.begins("CDF")
    someone.types(KEYS[:39])
    someone.presses(Qt.Key.Key_Return)
    assert someone.page.board.isVisible()
    someone.types("1")
    for _each in range(3):
        someone.presses(Qt.Key.Key_Backspace)
    someone.presses(Qt.Key.Key_Return)

    clients.sees(someone.page, "All 40 answers are in.")


def test_all_answers_are_read_back_in_groups_of_four(clients: Clients) -> None:
    someone = typist(clients)
    someone.begins("CDF")
    someone.types(KEYS)

    words = words_on(someone.page)
    assert "1–4\n4 2 5 0" in words
    assert "5–8\n5 N 3 ?" in words
    assert "4 are unclear and count as skipped." in words


def test_from_the_reading_back_one_can_go_back_to_the_answers(clients: Clients) -> None:
    someone = typist(clients)
    someone.begins("CDF")
    someone.types(KEYS)
    someone.presses(Qt.Key.Key_Backspace)
    someone.types("5")

    assert "37–40\n3 ? 1 5" in words_on(someone.page)


def test_a_code_that_is_in_already_is_refused_kindly(clients: Clients) -> None:
    someone = typist(clients)
    for _each in range(2):
        someone.begins("CDF")
        if someone.kept("CDF") is None:
            someone.types(KEYS)
            someone.saves("CDF")

    assert "A form with the code CDF is in already." in words_on(someone.page)
    assert someone.page.start.code.line.hasFocus()


def test_something_that_is_no_code_is_refused_kindly(clients: Clients) -> None:
    someone = typist(clients)
    someone.begins("A1")

    assert "That is not a code of ours." in words_on(someone.page)


def test_a_second_reading_marks_what_differs_and_replaces_the_form(clients: Clients) -> None:
    someone = typist(clients)
    someone.begins("CDF")
    someone.types(KEYS)
    someone.saves("CDF")
    clients.qtbot.mouseClick(named(someone.page, QRadioButton, "Check a form again"), Qt.MouseButton.LeftButton)
    someone.page.start.code.line.setFocus()
    someone.begins("CDF")
    clients.sees(someone.page, "You are reading this form a second time.")
    someone.types("4" + "4" + KEYS[2:])
    clients.sees(someone.page, "One answer reads otherwise now: question 2: 2 before, 4 now.")
    someone.saves("CDF")

    sheet = someone.kept("CDF")
    assert sheet is not None
    assert sheet.response.answer(group_builders.shipped().order[1]) == Answer(4)
    assert clients.store.groups.arrived(someone.round_id).all_finished == 1


def test_a_note_is_typed_in_with_the_number_of_its_question(clients: Clients) -> None:
    someone = typist(clients)
    someone.begins("CDF")
    someone.types(KEYS)
    clients.qtbot.mouseClick(named(someone.page, QPushButton, "Type in a note"), Qt.MouseButton.LeftButton)
    someone.types("3")
    named(someone.page, QPlainTextEdit, "The note").setFocus()
    someone.types("Once we did.")
    clients.qtbot.mouseClick(named(someone.page, QPushButton, "Keep this note"), Qt.MouseButton.LeftButton)
    clients.sees(someone.page, "Note to 3: Once we did.")
    someone.page.read_back.save_button.setFocus()
    someone.saves("CDF")

    sheet = someone.kept("CDF")
    assert sheet is not None
    assert dict(sheet.notes) == {group_builders.shipped().order[2]: "Once we did."}


def test_once_a_form_is_saved_nothing_of_it_is_left_on_the_page(clients: Clients) -> None:
    someone = typist(clients)
    someone.begins("CDF")
    someone.types(KEYS)
    someone.page.read_back.note_written.emit(3, "Once we did.")
    clients.sees(someone.page, "Note to 3: Once we did.")
    someone.page.read_back.save_button.setFocus()
    someone.saves("CDF")

    held = "\n".join(label.text() for label in someone.page.findChildren(QLabel))
    assert "Once we did." not in held
    assert "4 2 5 0" not in held
    assert someone.page.board.rows == ()


def test_a_check_without_notes_has_no_place_for_them(clients: Clients) -> None:
    someone = typist(clients, notes=NotesUse.NONE)
    someone.begins("CDF")
    someone.types(KEYS)

    assert "Type in a note" not in [each.accessibleName() for each in _visible(someone.page)]


def _visible(page: PaperEntryPage) -> list[QPushButton]:
    return [each for each in page.findChildren(QPushButton) if each.isVisible()]


def test_a_form_can_be_laid_aside_and_nothing_of_it_is_kept(clients: Clients) -> None:
    someone = typist(clients)
    someone.begins("CDF")
    someone.types("4250")
    someone.presses(Qt.Key.Key_Escape)
    clients.qtbot.mouseClick(named(someone.page, QPushButton, "Lay the form aside"), Qt.MouseButton.LeftButton)

    assert someone.page.start.code.line.hasFocus()
    assert someone.kept("CDF") is None


def test_an_empty_form_is_not_counted(clients: Clients) -> None:
    someone = typist(clients)
    someone.begins("CDF")
    someone.types("?" * 40)
    someone.presses(Qt.Key.Key_Return)

    clients.sees(someone.page, "Nothing is answered on this form.")
    assert clients.store.groups.arrived(someone.round_id).all_finished == 0


def test_the_sheet_of_leaders_is_kept_as_one_of_leaders(clients: Clients) -> None:
    someone = typist(clients)
    clients.qtbot.mouseClick(named(someone.page, QRadioButton, "For leaders"), Qt.MouseButton.LeftButton)
    someone.page.start.code.line.setFocus()
    someone.begins("CDF")
    assert "Form CDF, for leaders" in words_on(someone.page)
    someone.types(KEYS)
    someone.saves("CDF")

    assert clients.store.groups.arrived(someone.round_id).finished[Perspective.LEADER] == 1


def test_a_check_of_one_view_does_not_ask_which_sheet_it_is(clients: Clients) -> None:
    someone = typist(clients, leaders=0)

    assert "Which sheet is it?" not in words_on(someone.page)


def test_the_short_form_is_typed_in_with_its_own_parts(clients: Clients) -> None:
    someone = typist(clients, form=Form.PULSE)
    someone.begins("CDF")
    someone.types("4" * 12)

    clients.sees(someone.page, "All 12 answers are in.")


def test_back_to_collecting_tells_whether_a_form_was_kept(clients: Clients) -> None:
    someone = typist(clients)
    leave = named(someone.page, QPushButton, "Back to collecting")
    with clients.qtbot.waitSignal(someone.typing_in.left):
        clients.qtbot.mouseClick(leave, Qt.MouseButton.LeftButton)
    someone.page.start.code.line.setFocus()
    someone.begins("CDF")
    someone.types(KEYS)
    someone.saves("CDF")
    with clients.qtbot.waitSignal(someone.typing_in.done) as told:
        clients.qtbot.mouseClick(leave, Qt.MouseButton.LeftButton)

    assert told.args == [someone.round_id]


@pytest.mark.parametrize(
    ("scale", "width", "height"), [(1.0, 1056, 800), (1.0, 656, 560), (1.5, 1056, 800), (2.0, 656, 560)]
)
def test_nothing_is_cut_and_the_caret_stays_in_sight(
    clients: Clients, look: Look, scale: float, width: int, height: int
) -> None:
    someone = typist(clients)
    enlarge(look, scale)
    clients.window.resize(width, height)
    someone.begins("CDF")
    someone.types(KEYS[:9])
    row = someone.page.board.rows[9]
    clients.qtbot.waitUntil(
        lambda: (
            0
            <= row.mapTo(someone.page.viewport(), row.rect().topLeft()).y()
            <= someone.page.viewport().height() - row.height()
        )
    )

    clients.qtbot.waitUntil(lambda: cut_off(someone.page) == [])
    someone.types(KEYS[9:])
    clients.qtbot.waitUntil(lambda: cut_off(someone.page) == [])
    assert nameless(someone.page) == []
