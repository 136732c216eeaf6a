"""Notes above the page that say much, in a low window and in large letters: every word can be read."""

from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.ui.finding import enlarge, named
from tests.ui.in_sight import in_sight
from trustcheck.ui.answering.question_page import QuestionPage
from trustcheck.ui.kit.buttons import Button
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.note_bar import NoteBar, WordsPane
from trustcheck.ui.kit.page import Page
from trustcheck.ui.shell.main_window import SMALLEST, MainWindow
from trustcheck.ui.shell.places import Place

BACKED_UP = (
    "Backed up: 2 organisations, 2 checks, 867 answers. The copy was read again and is the same in every row. "
    "It lies here: /home/ada/Documents/Northgate/answers backup 2026-11-22.trustcheck"
)
FOLDERS = "/".join(["", "media", "ada", "Verantwortungsbewusstsein", "Entscheidungsspielraum"] * 4)
MOVED = (
    f"Your data file lies here now: {FOLDERS}/answers.trustcheck. "
    f"The old one stays as it was: {FOLDERS}/first/answers.trustcheck."
)


@pytest.fixture
def window(look: Look, qapp: QApplication, qtbot: QtBot) -> MainWindow:
    """As small as it gets, in letters of 150 %, before a question."""
    enlarge(look, 1.5)
    made = MainWindow(look, qapp)
    qtbot.addWidget(made)
    made.add_page(Place.QUESTION, QuestionPage(look))
    made.resize(*SMALLEST)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.go_to(Place.QUESTION)
    return made


def words_of(note: NoteBar) -> QLabel:
    return max(note.findChildren(QLabel), key=lambda each: len(each.text()))


def pane_of(note: NoteBar) -> WordsPane:
    return note.findChildren(WordsPane)[0]


def is_whole(words: QLabel) -> bool:
    """Whether the words have all the room they need, and all of it is on the screen."""
    return words.height() >= words.heightForWidth(words.width()) and in_sight(words)


def last_line_in_sight(note: NoteBar) -> bool:
    words, room = words_of(note), pane_of(note).viewport()
    tall_enough = words.height() >= words.heightForWidth(words.width())
    return tall_enough and words.mapTo(room, QPoint(0, words.height())).y() <= room.height()


def test_a_note_with_a_path_in_it_is_read_whole(window: MainWindow, qtbot: QtBot) -> None:
    window.say(BACKED_UP, done=True)

    qtbot.waitUntil(partial(is_whole, words_of(window.notice)))
    qtbot.waitUntil(lambda: in_sight(window.notice.close_button))
    assert pane_of(window.notice).focusPolicy() is Qt.FocusPolicy.NoFocus


def test_two_long_paths_are_read_to_their_end_by_keyboard(window: MainWindow, qtbot: QtBot) -> None:
    window.say(MOVED, done=True)
    pane = pane_of(window.notice)
    qtbot.waitUntil(lambda: pane.focusPolicy() is Qt.FocusPolicy.TabFocus)
    qtbot.waitUntil(lambda: in_sight(window.notice.close_button))
    assert not last_line_in_sight(window.notice)
    assert pane.accessibleName() == MOVED

    pane.setFocus(Qt.FocusReason.TabFocusReason)
    for _press in range(60):
        QTest.keyClick(pane, Qt.Key.Key_Down)

    qtbot.waitUntil(partial(last_line_in_sight, window.notice))
    # And the page below keeps room of its own.
    assert window.stack.height() > window.height() / 5


def test_what_was_read_to_its_end_leaves_the_next_note_at_its_beginning(window: MainWindow, qtbot: QtBot) -> None:
    window.say(MOVED)
    pane = pane_of(window.notice)
    qtbot.waitUntil(lambda: pane.verticalScrollBar().maximum() > 0)
    pane.verticalScrollBar().setValue(pane.verticalScrollBar().maximum())

    window.say(MOVED[::-1])
    assert pane.verticalScrollBar().value() == 0
    window.notice.forget()

    assert pane.accessibleName() == ""


def test_a_note_that_something_is_not_saved_scrolls_too(window: MainWindow, qtbot: QtBot) -> None:
    window.standing.unsaved.tell(MOVED, can_try=True, can_move=True)
    note = window.standing.unsaved
    pane = pane_of(note)

    qtbot.waitUntil(lambda: pane.verticalScrollBar().maximum() > 0)
    qtbot.waitUntil(lambda: in_sight(note.again) and in_sight(note.elsewhere))
    pane.verticalScrollBar().setValue(pane.verticalScrollBar().maximum())
    qtbot.waitUntil(partial(last_line_in_sight, note))


def test_below_the_words_the_buttons_begin_where_the_words_do(window: MainWindow, qtbot: QtBot) -> None:
    notice, unsaved = window.notice, window.standing.unsaved

    def left_of(label: QLabel) -> int:
        return label.mapTo(window, QPoint()).x()

    window.say("The check is deleted. Two copies still hold it.")
    qtbot.waitUntil(lambda: words_begin(notice.close_button, window) == left_of(words_of(notice)))
    window.say("The check is deleted. Two copies still hold it.", ("Delete it from them too", lambda: None))
    qtbot.waitUntil(lambda: words_begin(notice.deed_button, window) == left_of(words_of(notice)))
    unsaved.tell("This answer is not saved yet.", can_try=True, can_move=False)
    qtbot.waitUntil(lambda: words_begin(unsaved.again, window) == left_of(words_of(unsaved)))


def words_begin(button: Button, window: MainWindow) -> int:
    """Where a quiet button's words begin, or another's edge."""
    return button.mapTo(window, QPoint()).x() + button.indent


@pytest.mark.parametrize("more", range(0, 48, 3))
def test_a_note_with_room_enough_has_no_scroll_bar(window: MainWindow, qtbot: QtBot, more: int) -> None:
    window.say("The data file is protected. From now on it opens " + "so " * more)

    qtbot.waitUntil(partial(is_whole, words_of(window.notice)))
    assert not pane_of(window.notice).verticalScrollBar().isVisible()


def test_two_notes_leave_the_page_room_for_its_buttons(window: MainWindow, qtbot: QtBot) -> None:
    window.standing.unsaved.tell(
        "This answer is not saved yet. The disk says it is full. It is still on the screen. Make some room, then try.",
        can_try=True,
        can_move=True,
    )
    window.say("Something is not saved yet, so this stays open. It is still on the screen. Try again, or save it.")
    page = window.page(Place.QUESTION)
    assert isinstance(page, QuestionPage)

    qtbot.waitUntil(lambda: window.stack.height() >= page.minimumSizeHint().height())
    qtbot.waitUntil(lambda: in_sight(window.notice.close_button))
    assert in_sight(window.standing.unsaved.again)


def test_what_has_the_keyboard_stays_in_sight_when_a_note_comes(window: MainWindow, look: Look, qtbot: QtBot) -> None:
    page = Page(look)
    window.add_page(Place.HOME, page)
    page.column.addSpacing(400)
    button = Button(look, "Change the passphrase")
    page.column.addWidget(button)
    page.column.addSpacing(400)
    window.go_to(Place.HOME)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    page.ensureWidgetVisible(button)
    qtbot.waitUntil(lambda: in_sight(button))

    window.say(BACKED_UP, done=True)

    qtbot.waitUntil(partial(is_whole, words_of(window.notice)))
    qtbot.waitUntil(lambda: in_sight(button))


def test_of_two_notes_the_long_one_gets_what_the_short_one_leaves(window: MainWindow, qtbot: QtBot) -> None:
    window.standing.unsaved.tell("This answer is not saved yet.", can_try=True, can_move=False)
    window.say("Something is not saved yet, so this stays open.")

    for note in (window.standing.unsaved, window.notice):
        qtbot.waitUntil(partial(is_whole, words_of(note)))


def test_below_the_longest_note_no_button_of_a_question_is_pressed_flat(window: MainWindow, qtbot: QtBot) -> None:
    window.say(MOVED, done=True)
    qtbot.waitUntil(lambda: pane_of(window.notice).focusPolicy() is Qt.FocusPolicy.TabFocus)
    footer = [named(window.page(Place.QUESTION), Button, words) for words in ("Back", "Skip", "Next")]

    qtbot.waitUntil(lambda: all(each.height() > 0.8 * each.sizeHint().height() for each in footer))
    qtbot.waitUntil(lambda: all(in_sight(each) for each in footer))
