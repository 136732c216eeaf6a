"""The laptop that goes round: the eight points of a hand-over without leaks, each as a person would try it."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from tests.person.program import menu_actions
from tests.ui.finding import nameless
from tests.ui.room import ASKED, PIN, Room
from trustcheck.app.answering.sealing import find_sheet
from trustcheck.app.collecting.promises_read import limits
from trustcheck.domain.checks.group_round import NotesUse
from trustcheck.domain.questionnaire.model import Perspective
from trustcheck.exchange.sealed_sheet import ScryptSealer
from trustcheck.ui.answering.answer_cards import AnswerCard
from trustcheck.ui.kit.look import Look
from trustcheck.ui.laptop.facilitator_page import TryingPage
from trustcheck.ui.laptop.hand_over import ALLOWED
from trustcheck.ui.laptop.hand_over_page import GUARD
from trustcheck.ui.shell.places import Place
from trustcheck.ui.shell.window_parts import PageChange

Key, Modifier = Qt.Key, Qt.KeyboardModifier
SECRET = "the ferret in the archive"


@pytest.fixture
def room(tmp_path: Path, look: Look, qapp: QApplication, qtbot: QtBot) -> Iterator[Room]:
    room = Room(tmp_path / "answers.trustcheck", look, qapp, qtbot)
    yield room
    room.file.let_go()


@pytest.fixture
def going_round(room: Room) -> Room:
    room.open_check()
    room.begin()
    return room


def write_note(room: Room, words: str) -> None:
    room.write("e")
    room.write(words)
    room.press(Key.Key_Escape)


def chosen(room: Room) -> list[str]:
    return [each.text() for each in room.page.findChildren(AnswerCard) if each.isChecked()]


def phrase_on(room: Room) -> str:
    return room.page.phrase.phrase.text()  # type: ignore[attr-defined]


def bytes_of(room: Room) -> bytes:
    """Everything that lies beside the data file, whatever it is called."""
    return b"".join(each.read_bytes() for each in room.path.parent.iterdir() if each.is_file())


def test_one_person_answers_and_the_next_one_is_asked(going_round: Room) -> None:
    room = going_round
    room.sit_down("As a leader")
    room.answer_all("12345012")
    room.finish()

    room.sees("Thank you. Your answers are put away.")
    room.sees("1 of 14 people have answered")
    assert room.store.groups.arrived(room.round_id).finished[Perspective.LEADER] == 1
    assert room.store.sheets.sealed_sheets(room.round_id) == ()
    assert room.called.refusals == []


# -- what others left to paste


def another_program_copies(words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """While its window has the keyboard, and none of ours."""
    with monkeypatch.context() as elsewhere:
        elsewhere.setattr(QGuiApplication, "focusWindow", lambda: None)
        QGuiApplication.clipboard().setText(words)


def test_the_clipboard_does_not_go_round_whoever_filled_it(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    clipboard = QGuiApplication.clipboard()
    room.open_check()
    another_program_copies("what the facilitator had copied", monkeypatch)
    room.begin()
    assert clipboard.text() == ""

    another_program_copies("copied between two people", monkeypatch)
    room.sit_down()
    assert clipboard.text() == ""

    another_program_copies("copied by the first one", monkeypatch)
    room.answer_all()
    room.finish()
    assert clipboard.text() == ""


def test_nor_where_the_program_was_ended_on_the_way(going_round: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    room = going_round
    room.end()
    another_program_copies("copied after the end", monkeypatch)
    room.start()
    found = room.store.groups.locked_round()
    assert found is not None

    room.hand_over.resume(*found)

    assert QGuiApplication.clipboard().text() == ""
    room.arrives_at(Place.HAND_OVER)


# -- 1: no path leads back


def test_what_was_deleted_or_taken_back_does_not_go_round(room: Room) -> None:
    room.open_check()
    store = room.store
    store.organisations.delete(store.organisations.add("Heron on the weir"))
    store.groups.save_own_words(room.round_id, "What the heron said.")
    store.groups.save_own_words(room.round_id, "")
    assert b"Heron on the weir" in bytes_of(room)
    assert b"What the heron said." in bytes_of(room)

    room.begin()

    assert b"Heron on the weir" not in bytes_of(room)
    assert b"What the heron said." not in bytes_of(room)


def test_no_key_leads_back_to_what_was_put_away(going_round: Room) -> None:
    room = going_round
    asked: list[str] = []
    room.window.chosen.connect(asked.append)
    room.sit_down()
    write_note(room, SECRET)
    room.answer_all()
    room.finish()
    keys = [(Key.Key_Left, Modifier.AltModifier), (Key.Key_Home, Modifier.AltModifier)]
    keys += [(each, Modifier.NoModifier) for each in (Key.Key_Backspace, Key.Key_Escape, Key.Key_Alt, Key.Key_F5)]
    control = (Key.Key_Z, Key.Key_Y, Key.Key_F, Key.Key_O, Key.Key_E, Key.Key_N, Key.Key_T, Key.Key_1, Key.Key_7)
    keys += [(each, Modifier.ControlModifier) for each in control]

    for key, modifiers in keys:
        room.press(key, modifiers)
        assert room.window.place is Place.HAND_OVER
        assert SECRET not in room.reads()

    assert set(asked) <= ALLOWED
    assert not room.window.has_page(Place.QUESTION)
    assert not room.window.has_page(Place.REVIEW)


def test_no_menu_command_but_the_harmless_ones_can_be_chosen(going_round: Room) -> None:
    actions = {command_id: action.isEnabled() for command_id, action in menu_actions(going_round.window).items()}

    assert {command_id for command_id, enabled in actions.items() if enabled} == ALLOWED


def test_the_titles_tell_nothing(going_round: Room) -> None:
    room = going_round
    for arrive in (room.sit_down, room.answer_all, room.finish):
        arrive()
        assert room.window.windowTitle() == "TrustCheck"
        assert room.window.windowFilePath() == ""


def test_a_program_that_ended_begins_between_two_people(going_round: Room) -> None:
    """Crash recovery brings nobody's answers to the screen."""
    room = going_round
    room.sit_down()
    write_note(room, SECRET)
    room.write("5")
    room.end()
    room.start()

    found = room.store.groups.locked_round()
    assert found is not None
    room.hand_over.resume(*found)

    room.arrives_at(Place.HAND_OVER)
    room.sees("Who is next?")
    assert room.hand_over.is_locked
    assert not room.window.has_page(Place.QUESTION)
    assert SECRET not in room.reads()


def test_no_picture_of_the_last_page_stays_behind(going_round: Room, look: Look) -> None:
    from trustcheck.ui.kit.look import Taste

    room = going_round
    look.show(Taste(look.theme, less_motion=False))
    room.sit_down()
    room.answer_all()
    room.finish()

    assert room.window.findChild(PageChange).picture.isNull()


# -- 2: everything of a person is destroyed


def test_the_pages_of_one_person_are_destroyed_and_made_anew(going_round: Room) -> None:
    room = going_round
    room.sit_down()
    theirs: list[QWidget] = [room.page, *room.page.findChildren(QPlainTextEdit)]
    room.answer_all()
    theirs.append(room.page)
    room.finish()

    room.waits_for(lambda: not any(isValid(each) for each in theirs))
    room.sit_down()

    assert room.window.page(Place.QUESTION) not in theirs


def test_a_text_field_of_the_next_person_has_nothing_to_undo(going_round: Room) -> None:
    room = going_round
    room.sit_down()
    write_note(room, SECRET)
    room.answer_all()
    room.finish()
    room.sit_down()

    room.write("e")
    room.press(Key.Key_Z, Modifier.ControlModifier)
    box = next(each for each in room.page.findChildren(QPlainTextEdit) if each.isVisible())

    assert box.toPlainText() == ""
    assert not box.document().isUndoAvailable()


def test_what_was_copied_here_is_taken_out_of_the_clipboard(going_round: Room) -> None:
    room = going_round
    room.sit_down()
    room.write("e")
    room.write(SECRET)
    room.press(Key.Key_A, Modifier.ControlModifier)
    QApplication.focusWidget().copy()
    assert QGuiApplication.clipboard().text() == SECRET
    room.press(Key.Key_Escape)
    room.answer_all()
    room.finish()

    assert QGuiApplication.clipboard().text() == ""


# -- 3: the next person begins with nothing


def test_the_next_person_begins_at_the_promises_with_nothing_chosen(going_round: Room) -> None:
    room = going_round
    room.sit_down()
    first_question = room.page.question.text()  # type: ignore[attr-defined]
    write_note(room, SECRET)
    room.answer_all("55555555")
    room.finish()
    room.sit_down()

    assert chosen(room) == []
    assert SECRET not in room.reads()
    assert room.page.question.text() == first_question  # type: ignore[attr-defined]
    assert QApplication.focusWidget().accessibleName() == "Almost never, 1 of 5"


def test_nobody_begins_before_they_have_said_whom_they_are_counted_with(going_round: Room) -> None:
    room = going_round
    room.read_the_promises()

    room.choose("Begin")

    room.sees("One choice first: as a leader, as staff, or rather not.")
    assert room.window.place is Place.BEFORE


def test_who_would_rather_not_say_is_told_and_counted_with_staff(going_round: Room) -> None:
    room = going_round
    room.read_the_promises()
    room.choose("I\u2019d rather not say")
    room.sees("You will be counted with staff")
    room.choose("Begin")
    room.arrives_at(Place.QUESTION)
    room.sees("Leaders here do A1.")
    room.answer_all()
    room.finish()

    assert room.store.groups.arrived(room.round_id).finished[Perspective.STAFF] == 1


def test_a_check_of_one_perspective_asks_nobody_whom_they_are_counted_with(room: Room) -> None:
    room.open_check(perspectives=(Perspective.LEADER,), invited={Perspective.LEADER: 8})
    room.begin()
    room.sit_down(who="")
    room.sees("We leaders do A1.")


# -- 4: beginning has to be meant


def test_an_enter_that_was_meant_for_the_page_before_begins_nothing(going_round: Room) -> None:
    room = going_round
    room.sit_down()
    room.answer_all()
    room.choose("Finish and put away")

    room.press(Key.Key_Return)
    room.press(Key.Key_Return)

    assert GUARD == 500
    assert room.window.place is Place.HAND_OVER
    assert not room.window.has_page(Place.BEFORE)


def test_a_key_that_is_held_down_begins_nothing_however_long(going_round: Room) -> None:
    room = going_round
    room.waits_for(lambda: not room.page.guard.isActive())  # type: ignore[attr-defined]
    for key in (Key.Key_Return, Key.Key_Enter, Key.Key_Space):
        held = QKeyEvent(QEvent.Type.KeyPress, key, Modifier.NoModifier, "\r", True)
        QCoreApplication.sendEvent(QApplication.focusWidget(), held)

    assert room.window.place is Place.HAND_OVER

    room.press(Key.Key_Return)
    room.arrives_at(Place.BEFORE)


# -- 5: nobody there


def test_a_question_nobody_touches_hides_itself_and_comes_back(going_round: Room) -> None:
    room = going_round
    room.sit_down()
    room.write("4")
    turns = room.hand_over.turns
    assert turns is not None
    assert turns.idle.timer.interval() == 60_000

    turns.idle.reached.emit()

    assert room.window.is_covered
    assert turns.away.isActive()
    assert turns.away.interval() == 600_000
    room.choose("Go on")
    assert room.window.place is Place.QUESTION
    assert chosen(room) == ["Often"]
    assert not turns.away.isActive()


def test_who_does_not_come_back_finds_their_answers_by_their_words(going_round: Room) -> None:
    room = going_round
    phrase = sat_down_with_words(room)
    room.write("4")
    turns = room.hand_over.turns
    assert turns is not None
    turns.idle.reached.emit()

    turns.away.start(0)

    room.arrives_at(Place.HAND_OVER)
    room.waits_for(lambda: not room.window.is_covered)
    assert not room.window.has_page(Place.QUESTION)
    assert room.store.groups.arrived(room.round_id).half_filled == 1
    come_back(room, phrase)
    room.arrives_at(Place.QUESTION)
    assert chosen(room) == ["Often"]


def test_between_two_people_nothing_hides_itself(going_round: Room) -> None:
    assert going_round.hand_over.turns is not None
    assert not going_round.hand_over.turns.idle.timer.isActive()


# -- 6: what is stored


def test_nothing_of_a_half_filled_sheet_can_be_read_from_the_file(going_round: Room) -> None:
    room = going_round
    phrase = sat_down_with_words(room)
    write_note(room, SECRET)
    room.write("4")
    room.waits_for(lambda: room.file.queue.waiting == 0)

    kept = bytes_of(room)

    assert SECRET.encode() not in kept
    assert phrase.encode() not in kept
    assert PIN.encode() not in [word for word in kept.split() if word.isdigit()]
    assert find_sheet(room.application.sealing(), room.store.sheets.sealed_sheets(room.round_id), phrase) is not None


def test_a_finished_sheet_keeps_neither_its_words_nor_its_number(going_round: Room) -> None:
    room = going_round
    phrase = sat_down_with_words(room)
    room.write("4")
    room.waits_for(lambda: room.file.queue.waiting == 0)
    sealed = room.store.sheets.sealed_sheets(room.round_id)[0]
    room.press(Key.Key_Return)
    room.answer_all("4444444")
    room.finish()

    assert room.store.sheets.sealed_sheets(room.round_id) == ()
    assert phrase.encode() not in bytes_of(room)
    assert sealed.sealed not in bytes_of(room)


# -- 7: the facilitator's PIN


def test_only_the_pin_brings_the_facilitator_back(going_round: Room) -> None:
    room = going_round
    back: list[object] = []
    locked: list[bool] = []
    room.hand_over.handed_back.connect(back.append)
    room.hand_over.locked_changed.connect(locked.append)
    room.choose("Facilitator")
    room.write("1111")
    room.press(Key.Key_Return)
    room.sees("That is not the PIN of this round.")
    assert back == []

    room.write(PIN)
    room.press(Key.Key_Return)

    room.waits_for(lambda: back == [room.round_id])
    assert locked == [False]
    assert room.store.groups.locked_round() is None
    assert not room.window.keeps_closed
    assert room.window.commands.action("open-file").isEnabled()


def try_pin(room: Room, pin: str) -> None:
    """Type a PIN and wait until the page says what came of it."""
    page = room.page
    assert isinstance(page, TryingPage)
    room.waits_for(page.field.isEnabled)
    page.field.line.setFocus()
    room.write(pin)
    room.press(Key.Key_Return)
    room.waits_for(lambda: not room.hand_over.is_locked or bool(page.trouble.text()))


def five_wrong_ones(room: Room) -> None:
    room.choose("Facilitator")
    for pin in ("1111", "2222", "3333", "4444", "5555"):
        try_pin(room, pin)


def takes_a_pin(room: Room) -> bool:
    assert isinstance(room.page, TryingPage)
    return room.page.field.isEnabled() and room.page.open.isEnabled()


def test_after_five_wrong_pins_it_waits_and_longer_each_time(going_round: Room) -> None:
    room = going_round
    five_wrong_ones(room)
    assert not takes_a_pin(room)
    room.sees("It takes the next one in 30 seconds.")
    room.seconds += 29
    room.sees("It takes the next one in 1 second.")
    assert not takes_a_pin(room)

    room.seconds += 1
    room.waits_for(lambda: takes_a_pin(room))
    try_pin(room, "6666")
    room.sees("It takes the next one in 60 seconds.")
    room.seconds += 60
    room.waits_for(lambda: takes_a_pin(room))
    try_pin(room, "7777")
    room.sees("It takes the next one in 2 minutes.")


def test_the_right_pin_opens_once_the_waiting_is_over(going_round: Room) -> None:
    room = going_round
    five_wrong_ones(room)
    room.seconds += 30

    try_pin(room, PIN)

    room.waits_for(lambda: not room.hand_over.is_locked)
    assert room.store.groups.pin_tries(room.round_id) == 0


def test_going_back_and_asking_again_shortens_no_waiting(going_round: Room) -> None:
    room = going_round
    five_wrong_ones(room)
    room.choose("Back to handing over")
    room.arrives_at(Place.HAND_OVER)

    room.choose("Facilitator")

    room.sees("It takes the next one in 30 seconds.")
    assert not takes_a_pin(room)


def test_a_program_that_is_started_again_waits_anew(going_round: Room) -> None:
    room = going_round
    five_wrong_ones(room)
    room.end()
    room.seconds += 3600
    room.start()
    found = room.store.groups.locked_round()
    assert found is not None
    room.hand_over.resume(*found)
    room.arrives_at(Place.HAND_OVER)

    room.choose("Facilitator")

    room.sees("It takes the next one in 30 seconds.")
    assert not takes_a_pin(room)


@pytest.mark.parametrize("days", [-400, 400])
def test_a_clock_on_the_wall_that_is_moved_shortens_no_waiting(
    going_round: Room, monkeypatch: pytest.MonkeyPatch, days: int
) -> None:
    room = going_round
    five_wrong_ones(room)
    moved = time.time() + days * 86_400
    monkeypatch.setattr(time, "time", lambda: moved)

    room.choose("Back to handing over")
    room.choose("Facilitator")

    assert not takes_a_pin(room)


def test_a_try_counts_before_anybody_knows_whether_it_opens(going_round: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever ends the program while a PIN is tried has tried it all the same."""
    room = going_round
    counted: list[int] = []

    def unlocks(_self: ScryptSealer, _pin: str, _lock: bytes) -> bool:
        counted.append(room.store.groups.pin_tries(room.round_id))
        return False

    monkeypatch.setattr(ScryptSealer, "unlocks", unlocks)
    room.choose("Facilitator")

    try_pin(room, "1111")

    assert counted == [1]


PASSPHRASE = "nine quiet herons"


@pytest.fixture
def protected(tmp_path: Path, look: Look, qapp: QApplication, qtbot: QtBot) -> Iterator[Room]:
    """The laptop goes round with a file that has a passphrase."""
    room = Room(tmp_path / "answers.trustcheck", look, qapp, qtbot, passphrase=PASSPHRASE)
    room.open_check()
    room.begin()
    yield room
    room.file.let_go()


def test_who_knows_the_passphrase_takes_a_lost_pin_off_in_the_window(protected: Room) -> None:
    room = protected
    room.sit_down()
    room.answer_all()
    room.finish()
    room.choose("Facilitator")
    room.choose("The PIN is lost")
    room.sees("Sheets and half-filled sheets stay as they are.")

    try_pin(room, PASSPHRASE)

    room.waits_for(lambda: not room.hand_over.is_locked)
    assert room.store.groups.locked_round() is None
    assert room.store.groups.arrived(room.round_id).all_finished == 1


def test_another_passphrase_opens_nothing_and_counts_as_a_try(protected: Room) -> None:
    room = protected
    room.choose("Facilitator")
    room.choose("The PIN is lost")

    try_pin(room, "ten quiet herons")

    room.sees("That did not open it. Check Caps Lock, then the keyboard language.")
    assert room.hand_over.is_locked
    assert room.store.groups.pin_tries(room.round_id) == 1


def test_without_a_passphrase_there_is_no_other_way_in_the_window(going_round: Room) -> None:
    going_round.choose("Facilitator")

    assert "The PIN is lost" not in going_round.reads()


def test_a_file_dropped_on_the_window_opens_nothing(going_round: Room, tmp_path: Path) -> None:
    room = going_round
    dropped: list[str] = []
    room.window.dropped.connect(dropped.append)
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(tmp_path / "other.trustcheck"))])
    event = QDropEvent(
        QPointF(QPoint(40, 40)),
        Qt.DropAction.CopyAction,
        carried,
        Qt.MouseButton.LeftButton,
        Modifier.NoModifier,
    )

    room.window.dropEvent(event)

    assert dropped == []


def test_the_sidebar_is_never_there_while_the_laptop_goes_round(going_round: Room) -> None:
    room = going_round
    for arrive in (room.sit_down, room.answer_all, room.finish):
        arrive()
        assert not room.window.sidebar.isVisible()
        assert not room.window.menuBar().isVisible()


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ("123", "123", "4 to 12 digits or letters will do."),
        ("1234", "1243", "The two are not the same. Type the second one again."),
    ],
)
def test_a_pin_that_will_not_do_is_asked_for_again(room: Room, first: str, second: str, told: str) -> None:
    room.open_check()
    room.hand_over.begin(room.round_id)
    room.arrives_at(Place.PIN)
    room.write_into("A PIN for this round", first)
    room.write_into("The same PIN again", second)

    room.choose("Lock and begin")

    room.sees(told)
    assert not room.hand_over.is_locked
    assert room.store.groups.locked_round() is None


# -- 8: what is said


def test_the_promise_says_what_is_kept_and_what_nobody_can_promise(going_round: Room) -> None:
    room = going_round
    room.read_the_promises()
    room.choose("Read all of it")

    for words in (
        "No screen in TrustCheck opens one person\u2019s answers.",
        limits(),
        "each from five people on",
        "Notes will be shown to the group: unsigned, shuffled",
        "Where you can turn: Ms Okafor in the staff office",
        "Leaders: the management team.",
        "Staff: everybody else on the payroll.",
        "You need them only if you leave before you finish. Nobody can look them up.",
        "somebody with this file, many computers and weeks to spend could still try all words there are",
        f"{len(ASKED.order)} questions, about one minute.",
    ):
        room.sees(words)
    assert "anonymous" not in room.reads().lower()
    assert "nobody can ever" not in room.reads().lower()


def test_everybody_in_a_small_group_reads_that_people_may_guess(room: Room) -> None:
    room.open_check(perspectives=(Perspective.STAFF,), invited={Perspective.STAFF: 4}, threshold=3)
    room.begin()
    room.read_the_promises()

    room.sees("Only four people are asked. In a group this small, people may guess who said what.")


def test_the_last_button_says_what_follows_before_it_is_pressed(going_round: Room) -> None:
    room = going_round
    room.sit_down()
    room.answer_all()

    room.sees("Finish and put away")
    room.sees("After this no screen reopens your answers, for you or for anyone else.")


def test_what_follows_is_said_in_the_smallest_window_too(going_round: Room) -> None:
    room = going_round
    room.window.resize(720, 560)
    room.sit_down()
    room.answer_all()

    room.sees("After this no screen reopens your answers, for you or for anyone else.")


# -- leaving for now and coming back


def sat_down_with_words(room: Room, who: str = "As staff") -> str:
    room.read_the_promises()
    words = phrase_on(room)
    room.choose(who)
    room.choose("Begin")
    room.arrives_at(Place.QUESTION)
    return words


def leave(room: Room) -> None:
    room.choose("Leave for now")
    room.arrives_at(Place.PUT_AWAY)
    room.choose("Put away and hand over")
    room.arrives_at(Place.HAND_OVER)


def come_back(room: Room, words: str) -> None:
    room.sees("I left my answers half filled")
    room.choose("I left my answers half filled")
    room.arrives_at(Place.COME_BACK)
    room.write(words)
    room.press(Key.Key_Return)


def test_who_leaves_comes_back_with_three_words_to_where_they_were(going_round: Room) -> None:
    room = going_round
    words = sat_down_with_words(room, "As a leader")
    room.write("2")
    room.press(Key.Key_Return)
    write_note(room, SECRET)
    room.choose("Leave for now")
    room.sees(words)
    room.choose("Put away and hand over")
    room.sees("Until later.")
    assert words not in room.reads()

    come_back(room, f" {words.upper().replace(' ', ', ')} ")

    room.arrives_at(Place.QUESTION)
    room.sees("Question 2 of 8")
    room.sees("We leaders do A2.")
    room.press(Key.Key_Backspace)
    assert chosen(room) == ["Seldom"]


def test_words_that_open_nothing_are_told_calmly_as_often_as_somebody_tries(going_round: Room) -> None:
    room = going_round
    words = sat_down_with_words(room)
    room.write("2")
    leave(room)
    come_back(room, "amber otter")
    for wrong in ("", "amber otter nowhere"):
        room.sees("These words open no half-filled sheet of this check.")
        room.write(wrong)
        room.press(Key.Key_Return)
    room.waits_for(room.page.open.isEnabled)  # type: ignore[attr-defined]

    room.write(words)
    room.press(Key.Key_Return)

    room.arrives_at(Place.QUESTION)


def test_a_sheet_that_is_finished_later_is_counted_once(going_round: Room) -> None:
    room = going_round
    words = sat_down_with_words(room)
    room.write("2")
    leave(room)
    come_back(room, words)
    room.arrives_at(Place.QUESTION)
    room.press(Key.Key_Return)
    room.answer_all("4444444")
    room.finish()

    arrived = room.store.groups.arrived(room.round_id)
    assert (arrived.all_finished, arrived.half_filled) == (1, 0)


def test_who_answers_nothing_leaves_nothing_behind(going_round: Room) -> None:
    room = going_round
    room.sit_down()
    room.write("s")
    room.choose("Leave for now")
    room.arrives_at(Place.HAND_OVER)

    room.sees("Who is next?")
    assert room.store.groups.arrived(room.round_id).half_filled == 0


def test_an_empty_sheet_is_not_counted(going_round: Room) -> None:
    room = going_round
    room.sit_down()
    room.write("4")
    room.press(Key.Key_Delete)
    for _question in ASKED.order:
        room.write("s")
    room.arrives_at(Place.REVIEW)
    room.finish()

    room.waits_for(lambda: room.file.queue.waiting == 0)
    arrived = room.store.groups.arrived(room.round_id)
    assert (arrived.all_finished, arrived.half_filled) == (0, 0)


def test_half_filled_sheets_survive_the_end_of_the_program(going_round: Room) -> None:
    room = going_round
    words = sat_down_with_words(room)
    room.write("2")
    room.end()
    room.start()
    found = room.store.groups.locked_round()
    assert found is not None
    room.hand_over.resume(*found)
    room.arrives_at(Place.HAND_OVER)

    come_back(room, words)

    room.arrives_at(Place.QUESTION)
    assert chosen(room) == ["Seldom"]


def test_a_check_without_notes_has_nowhere_to_write_one(room: Room) -> None:
    room.open_check(notes=NotesUse.NONE)
    room.begin()
    room.sit_down()
    room.write("e")

    assert [each for each in room.page.findChildren(QPlainTextEdit) if each.isVisible()] == []
    assert "example" not in room.reads()


def test_notes_say_who_reads_them(room: Room) -> None:
    room.open_check(notes=NotesUse.FACILITATOR)
    room.begin()
    room.sit_down()
    room.write("e")

    room.sees("Leave out names. Only the facilitator reads notes.")


def test_everything_the_keyboard_reaches_has_a_name(room: Room) -> None:
    room.open_check()
    room.hand_over.begin(room.round_id)
    room.arrives_at(Place.PIN)
    found = list(nameless(room.page))
    room.lock()
    steps: list[tuple[Callable[[], object], Place]] = [
        (lambda: room.choose("Facilitator"), Place.PIN),
        (lambda: room.choose("Back to handing over"), Place.HAND_OVER),
        (room.read_the_promises, Place.BEFORE),
        (lambda: [room.choose("As staff"), room.choose("Begin"), room.write("3")], Place.QUESTION),
        (lambda: room.choose("Leave for now"), Place.PUT_AWAY),
        (lambda: room.choose("Put away"), Place.HAND_OVER),
        (lambda: [room.sees("I left my"), room.choose("I left my")], Place.COME_BACK),
    ]
    for step, place in steps:
        step()
        room.arrives_at(place)
        found += nameless(room.page)

    assert found == []
