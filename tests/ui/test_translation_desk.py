"""A questionnaire of one's own in another language, sentence by sentence and by tables, kept at once."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.own_questionnaire import GERMAN, OWN
from tests.ui.around_a_desk import Around
from tests.ui.finding import cut_off, enlarge, named, nameless, words_on
from trustcheck.app.questionnaires.shelf import askable
from trustcheck.bootstrap import build
from trustcheck.ui.authoring.parts import WHOLE
from trustcheck.ui.authoring.translation_desk import TranslationDesk
from trustcheck.ui.authoring.translation_page import TranslationPage
from trustcheck.ui.kit.asking import FileDialogs
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.segmented import Segment
from trustcheck.ui.shell.main_window import MainWindow

NAME = "shift-handover-1_0_0"
FIRST = "items.TI1.text"
Begins = Callable[[], TranslationPage]


@pytest.fixture
def desk(look: Look, qapp: QApplication, qtbot: QtBot) -> TranslationDesk:
    window = MainWindow(look, qapp)
    qtbot.addWidget(window)
    # As the menus stand outside of a check.
    window.commands.enable(frozenset({"undo", "redo"}), on=False)
    window.show()
    qtbot.waitExposed(window)
    desk = TranslationDesk(Around(build(os.environ), window), FileDialogs(window))
    desk.library.save(NAME, OWN)
    return desk


def begun(desk: TranslationDesk, name: str = NAME) -> TranslationPage:
    desk.begin(name)
    assert desk.page is not None
    return desk.page


def missing(desk: TranslationDesk, language: str = "de", name: str = NAME) -> tuple[str, ...]:
    own = next(each for each in desk.library.listed() if each.name == name)
    return next(each.missing for each in own.translations if each.language == language)


def write(qtbot: QtBot, page: TranslationPage, key: str, words: str) -> None:
    box = page.fields[key].text_box.box
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, words)


def test_sentences_are_written_beside_the_original_and_kept_at_once(desk: TranslationDesk, qtbot: QtBot) -> None:
    page = begun(desk)
    qtbot.keyClick(named(page, Segment, "Deutsch"), Qt.Key.Key_Space)
    assert "17 sentences are still missing." in words_on(page)
    write(qtbot, page, "title", "Wechsel der Schicht")
    assert "16 sentences are still missing." in words_on(page)
    assert page.fields["title"].mistakes == ()
    qtbot.waitUntil(lambda: NAME in desk.library.names() and bool(desk.library.listed()[0].translations))
    assert len(missing(desk)) == 16


def test_a_step_is_taken_back(desk: TranslationDesk, qtbot: QtBot) -> None:
    desk.library.save(NAME, GERMAN, "de")
    page = begun(desk)
    assert "Every sentence is there" in words_on(page)
    write(qtbot, page, "title", "Wechsel")
    qtbot.keyClick(page.fields["title"].text_box.box, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.fields["title"].text_box.words == "Die Schicht übergeben"
    assert page.fields["title"].text_box.box.hasFocus()
    assert not page.undo.isEnabled()


def test_a_table_that_is_taken_in_makes_it_whole_and_checks_can_be_asked_in_it(
    desk: TranslationDesk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = str(tmp_path / "words.xlsx")
    monkeypatch.setattr(FileDialogs, "table_to_save", lambda *_given: table)
    monkeypatch.setattr(FileDialogs, "table_to_open", lambda *_given: table)
    desk.library.save(NAME, GERMAN, "de")
    qtbot.keyClick(named(begun(desk), QPushButton, "Save as a table"), Qt.Key.Key_Space)
    desk.library.remove(NAME, "de")

    page = begun(desk)
    qtbot.keyClick(named(page, Segment, "Deutsch"), Qt.Key.Key_Space)
    qtbot.keyClick(named(page, QPushButton, "Take in a table"), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "17 sentences of words.xlsx are taken in." in words_on(page))
    page.take.setFocus()
    qtbot.keyClick(page.take, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "17 sentences are still missing." in words_on(page)
    qtbot.keyClick(page.take, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "17 sentences of words.xlsx are taken in." in words_on(page))
    assert desk.keep()
    asked = [each for each in askable(build(os.environ).catalog, desk.library) if each.id == "shift-handover"]
    assert {each.language for each in asked} == {"en-GB", "de"}


def test_a_table_with_mistakes_is_told_and_changes_nothing(
    desk: TranslationDesk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = tmp_path / "words.csv"
    table.write_text("key,translation\nitems.XX.text,Es regnet.\n", "utf-8")
    monkeypatch.setattr(FileDialogs, "table_to_open", lambda *_given: str(table))
    desk.library.save(NAME, GERMAN, "de")
    page = begun(desk)
    qtbot.keyClick(named(page, QPushButton, "Take in a table"), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "There is no sentence with the key items.XX.text." in words_on(page))
    assert desk.keep()
    assert desk.library.text(NAME, "de") == GERMAN


def test_answers_that_are_called_alike_are_told_and_it_is_not_called_whole(desk: TranslationDesk, qtbot: QtBot) -> None:
    desk.library.save(NAME, GERMAN, "de")
    page = begun(desk)
    write(qtbot, page, "scale.2", "Nie")
    qtbot.waitUntil(lambda: "Another answer of the scale has the same words." in words_on(page))
    assert "Every sentence is there" not in words_on(page)


def test_another_language_is_named_by_its_sign_and_the_original_is_none(desk: TranslationDesk, qtbot: QtBot) -> None:
    page = begun(desk)
    page.other.line.setFocus()
    qtbot.keyClicks(page.other.line, "nl")
    qtbot.keyClick(page.other.line, Qt.Key.Key_Return)
    write(qtbot, page, "title", "Overdracht")
    assert desk.keep()
    assert len(missing(desk, "nl")) == 16
    for wrong in ("en", "../x"):
        page.language_asked.emit(wrong)
        assert desk.library.listed()[0].translations[0].language == "nl"


@pytest.mark.parametrize("typed", ["", "../x"])
def test_what_is_no_sign_of_a_language_is_refused_and_the_original_stays(
    desk: TranslationDesk, qtbot: QtBot, typed: str
) -> None:
    desk.library.save(NAME, GERMAN, "de")
    page = begun(desk)
    page.other.line.setFocus()
    qtbot.keyClicks(page.other.line, typed)
    qtbot.keyClick(page.other.line, Qt.Key.Key_Return)
    said = words_on(page.window())
    write(qtbot, page, "title", "Wechsel")
    assert desk.keep()
    assert "That is no sign of a language." in said
    assert desk.library.text(NAME) == OWN
    assert "title: Wechsel" in desk.library.text(NAME, "de")


def test_the_next_version_begins_with_what_reads_the_same(desk: TranslationDesk) -> None:
    desk.library.save(NAME, GERMAN, "de")
    changed = OWN.replace("version: 1.0.0", "version: 1.1.0").replace("Trouble is told first.", "Trouble comes first.")
    desk.library.save("shift-handover-1_1_0", changed)
    page = begun(desk, "shift-handover-1_1_0")
    assert "16 sentences are as they stand in Handing over a shift, version 1.0.0" in words_on(page)
    assert desk.keep()
    assert missing(desk, name="shift-handover-1_1_0") == ("items.FA2.text",)


def test_words_that_came_into_the_file_elsewhere_stay(desk: TranslationDesk, qtbot: QtBot) -> None:
    desk.library.save(NAME, GERMAN, "de")
    page = begun(desk)
    desk.library.save(NAME, GERMAN.replace("Eine Frage wird", "Jede Frage wird"), "de")
    write(qtbot, page, "title", "Wechsel")
    assert desk.keep()
    text = desk.library.text(NAME, "de")
    assert "Jede Frage wird" in text
    assert "title: Wechsel" in text


def test_what_was_only_looked_at_leaves_nothing_behind(desk: TranslationDesk, qtbot: QtBot) -> None:
    page = begun(desk)
    with qtbot.waitSignal(desk.left):
        page.left.emit()
    assert desk.library.listed()[0].translations == ()


@pytest.mark.parametrize("part", [WHOLE, "TI"])
def test_nothing_is_cut_or_nameless_in_a_small_window_with_large_type(
    desk: TranslationDesk, look: Look, qtbot: QtBot, part: str
) -> None:
    desk.library.save(NAME, GERMAN.replace("Übergabe", ""), "de")
    page = begun(desk)
    page.theme_id = part
    enlarge(look, 1.5)
    page.window().resize(720, 560)
    qtbot.waitUntil(lambda: page.window().width() == 720)
    assert cut_off(page) == []
    assert nameless(page) == []
