"""The pages about copies and damaged files: what they say, and that it fits, whatever organisations are called."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.damaged import NOT_IN_ONE_PIECE, TODAY, YESTERDAY, copy, damaged_page, held
from tests.ui.finding import cut_off, enlarge, named, nameless, shown, words_on
from trustcheck.app.carrying.copy_comparison import Comparison
from trustcheck.app.ports import Locked, NotWritten
from trustcheck.app.store.safekeeping import Rescued
from trustcheck.storage.file.refusals import not_writable
from trustcheck.ui.datafile.in_use_page import InUsePage
from trustcheck.ui.datafile.not_opened_page import NotOpenedPage
from trustcheck.ui.datafile.rescued_page import RescuedPage
from trustcheck.ui.datafile.restore_page import RestorePage, RestoreView
from trustcheck.ui.kit.buttons import Button
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.page import Page
from trustcheck.ui.shell.copy_words import day_of, delete_from_them, how_many, open_words, still_held, whose_copy
from trustcheck.ui.shell.notice import Notice
from trustcheck.ui.shell.standing_notes import UnsavedNote

Make = Callable[[Look], Page]
LONG = "Gesellschaft für die Förderung der Verständigung zwischen Gemeinden <b>GmbH</b> & Co. KG"
WRONG = Locked("That did not open it.", wrong=True)


def view(*days: date | None) -> RestoreView:
    aside = "/data/answers (set aside 2026-11-22).trustcheck"
    return RestoreView("/data/answers.trustcheck", tuple(map(copy, days)), TODAY, aside)


def restore_page(look: Look) -> RestorePage:
    page = RestorePage(look)
    page.show_copies(view(TODAY, YESTERDAY, date(2025, 1, 3), None))
    compared = Comparison(held("Here"), held("Here", LONG, "مكتبة المدينة", "図書館"))
    page.show_comparison(copy(YESTERDAY), compared)
    return page


def rescued_page(look: Look) -> RescuedPage:
    lost = ("Answers: 812 could be read; others could not.", "Notes: 12 could be read; 3 made no sense.")
    return RescuedPage(
        look, Rescued(held("Here", LONG), lost), f"/data/{LONG} rescued.trustcheck", "/data/a.trustcheck"
    )


def in_use_page(look: Look) -> InUsePage:
    return InUsePage(look, f"{LONG}.trustcheck")


def not_opened_page(look: Look) -> NotOpenedPage:
    return NotOpenedPage(look, f"{LONG}.trustcheck", not_writable(f"/data/{LONG}/{LONG}.trustcheck"))


@pytest.mark.parametrize("made", [restore_page, damaged_page, rescued_page, in_use_page, not_opened_page])
@pytest.mark.parametrize(("width", "scale"), [(1056, 1.0), (648, 1.0), (1056, 1.5), (648, 1.5)])
def test_everything_fits_and_has_a_name(look: Look, qtbot: QtBot, made: Make, width: int, scale: float) -> None:
    enlarge(look, scale)
    page = made(look)
    shown(page, qtbot, width, 560)

    qtbot.waitUntil(lambda: cut_off(page) == [])
    assert nameless(page) == []


def test_the_page_of_copies_says_what_is_set_aside_and_what_would_be_missing(look: Look, qtbot: QtBot) -> None:
    page = restore_page(look)
    shown(page, qtbot)

    said = words_on(page)
    assert "Yesterday\u2019s copy" in said
    assert f"The whole of {LONG}: 2 checks, 80 answers." in said
    assert "From Here" not in said
    assert "It is called answers (set aside 2026-11-22).trustcheck then." in said
    with qtbot.waitSignal(page.put_asked):
        named(page, Button, "Put this copy in its place").click()


def test_nothing_can_be_put_back_before_it_was_looked_into(look: Look, qtbot: QtBot) -> None:
    page = RestorePage(look)
    page.show_copies(view(TODAY))
    shown(page, qtbot)
    assert not page.put.isEnabled()

    page.show_comparison(copy(TODAY), Comparison(held("Here"), None))
    assert page.put.isEnabled()
    qtbot.waitUntil(lambda: "Your present file cannot be read" in words_on(page))

    page.show_refused(NOT_IN_ONE_PIECE)
    assert not page.put.isEnabled()


def test_a_page_without_copies_says_so_and_offers_another_file(look: Look, qtbot: QtBot) -> None:
    page = RestorePage(look)
    page.show_copies(view())
    shown(page, qtbot)

    assert "There is no copy beside the file yet." in words_on(page)
    assert page.first_focus() is page.other


def test_a_passphrase_is_asked_for_in_dots_and_told_with_every_space(look: Look, qtbot: QtBot) -> None:
    page = damaged_page(look)
    page.ask_passphrase(WRONG)
    shown(page, qtbot)
    line = named(page, QLineEdit, "Passphrase")

    with qtbot.waitSignal(page.given) as heard:
        QTest.keyClicks(line, " the quiet heron ")
        QTest.keyClick(line, Qt.Key.Key_Return)

    assert heard.args == [" the quiet heron "]
    assert line.displayText() == len(" the quiet heron ") * line.displayText()[0]
    assert "That did not open it." in words_on(page)


def test_rescuing_shows_how_far_it_is_can_be_stopped_and_says_why_it_failed(look: Look, qtbot: QtBot) -> None:
    page = damaged_page(look)
    shown(page, qtbot)
    page.show_rescuing(3, 9)
    assert not page.open_copy.isEnabled()
    with qtbot.waitSignal(page.stop_asked):
        named(page, Button, "Cancel").click()

    page.show_refused(NotWritten("TrustCheck may not write there."))
    assert "TrustCheck may not write there." in words_on(page)
    assert page.open_copy.isEnabled()


def test_where_everything_was_read_nothing_is_called_lost(look: Look, qtbot: QtBot) -> None:
    page = RescuedPage(look, Rescued(held("Here"), ()), "/data/new.trustcheck", "/data/old.trustcheck")
    shown(page, qtbot)

    assert "Everything could be read: 1 organisation, 2 checks, 80 answers." in words_on(page)
    assert "What could not be read" not in words_on(page)


def test_what_waits_can_be_tried_again_and_what_was_asked_for_at_once_cannot(look: Look, qtbot: QtBot) -> None:
    note = UnsavedNote(look)
    qtbot.addWidget(note)
    note.tell("This answer is not saved yet.", can_try=True, can_move=True)
    assert note.again.isVisible()
    assert note.elsewhere.isVisible()

    note.tell("This text is too long.", can_try=False, can_move=False)
    assert not note.again.isVisible()
    assert not note.elsewhere.isVisible()


@pytest.mark.parametrize(("width", "scale"), [(1056, 1.0), (648, 1.0), (612, 1.5), (612, 2.0)])
def test_a_note_and_its_buttons_have_room_in_every_window(look: Look, qtbot: QtBot, width: int, scale: float) -> None:
    enlarge(look, scale)
    note = Notice(look)
    qtbot.addWidget(note)
    note.say("The check is deleted. Two copies still hold it.", ("Delete it from them too", note.forget))
    note.resize(width, note.heightForWidth(width))

    for button in (note.deed_button, note.close_button):
        qtbot.waitUntil(lambda button=button: button.width() >= button.sizeHint().width())
        assert button.mapTo(note, button.rect().bottomRight()).x() <= width


@pytest.mark.parametrize(
    ("day", "short", "subject", "button"),
    [
        (TODAY, "Today", "Today\u2019s copy", "Open the copy from 22 November"),
        (YESTERDAY, "Yesterday", "Yesterday\u2019s copy", "Open the copy from 21 November"),
        (date(2026, 3, 1), "1 March", "The copy from 1 March", "Open the copy from 1 March"),
        (date(2025, 3, 1), "1 March 2025", "The copy from 1 March 2025", "Open the copy from 1 March 2025"),
    ],
)
def test_copies_are_called_by_their_day(day: date, short: str, subject: str, button: str) -> None:
    assert (day_of(copy(day), TODAY), whose_copy(copy(day), TODAY), open_words(copy(day), TODAY)) == (
        short,
        subject,
        button,
    )


def test_copies_are_counted_without_what_was_kept_for_something_else() -> None:
    assert how_many((copy(TODAY), copy(YESTERDAY), copy(None)), TODAY) == "Two copies, the newest from today."
    assert how_many((copy(YESTERDAY),), TODAY) == "One copy, from yesterday."
    assert how_many((copy(None),), TODAY).startswith("No copy yet.")
    assert (still_held(0), still_held(1)) == ("", "One copy still holds it.")
    assert (delete_from_them(1), delete_from_them(2)) == ("Delete it from that copy too", "Delete it from them too")
