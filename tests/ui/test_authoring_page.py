"""Where a questionnaire is written: hints and mistakes stand where they are, and every deed can be taken back."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.group_builders import shipped
from tests.ui.finding import cut_off, enlarge, named, nameless, shown, words_on
from trustcheck.app.authoring.author import FoundMistake
from trustcheck.app.authoring.beginning import from_nothing
from trustcheck.app.authoring.editing import Editing, begun
from trustcheck.app.authoring.edits import next_id
from trustcheck.app.authoring.item_table import ItemRow, ItemTable, taken_in
from trustcheck.app.authoring.places import with_
from trustcheck.catalog.authoring import FileAuthor
from trustcheck.catalog.file_catalog import FileCatalog
from trustcheck.domain.questionnaire.model import Questionnaire
from trustcheck.domain.questionnaire.roles import SAFE_TO_SPEAK
from trustcheck.ui.authoring.authoring_page import AuthoringPage
from trustcheck.ui.authoring.part_view import EditDeed
from trustcheck.ui.authoring.parts import BEFORE, CARDS, ORDER, TABLE, WHOLE
from trustcheck.ui.authoring.table_part import TablePart
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.segmented import Segment, Switch

AUTHOR = FileAuthor(FileCatalog())


class Writing(QObject):
    """What the desk does with what a person does on the page, without a disk."""

    def __init__(self, page: AuthoringPage, asked: Questionnaire, part: str) -> None:
        super().__init__(page)
        self.page, self.editing, self._words = page, begun(asked), AUTHOR.hint_words("en-GB")
        page.written.connect(self._write)
        page.deed_asked.connect(self._do)
        page.undo_asked.connect(lambda: self._step(self.editing.undone()))
        page.redo_asked.connect(lambda: self._step(self.editing.redone()))
        page.show_editing(self.editing, self._words, part)

    @property
    def asked(self) -> Questionnaire:
        return self.editing.asked

    def _write(self, where: tuple[str | int, ...], value: object) -> None:
        self.editing = self.editing.to(with_(self.asked, where, value), where)
        self.page.show_written(self.editing)

    def _do(self, deed: EditDeed) -> None:
        self.editing = self.editing.to(deed(self.asked, lambda stem: next_id(stem, self.editing.taken_ids)))
        self.page.show_editing(self.editing, self._words)

    def _step(self, editing: Editing) -> None:
        self.editing = editing
        self.page.show_editing(self.editing, self._words, stays=True)


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> AuthoringPage:
    page = AuthoringPage(look)
    shown(page, qtbot)
    return page


def sees(qtbot: QtBot, page: AuthoringPage, words: str) -> None:
    qtbot.waitUntil(lambda: words in words_on(page))


def press(qtbot: QtBot, page: AuthoringPage, name: str) -> None:
    qtbot.keyClick(named(page, QPushButton, name), Qt.Key.Key_Space)


def test_what_is_typed_is_hinted_at_and_read_in_both_wordings(page: AuthoringPage, qtbot: QtBot) -> None:
    writing = Writing(page, shipped(), "GI")
    assert page.view is not None
    box = page.view.fields["items", "GI1", "text"].text_box.box
    box.selectAll()
    page.say("Saved as Questions.xlsx.")
    qtbot.keyClicks(box, "{Leaders} trust us.")
    assert "Saved as" not in words_on(page), "what was said of something else is over"
    assert writing.asked.item_by_id["GI1"].text == "{Leaders} trust us."
    sees(qtbot, page, "Hint: “trust” is what is looked for.")
    sees(qtbot, page, "Leaders read: We leaders trust us.")
    assert "“trust”" in box.accessibleDescription()


def test_a_step_back_by_keyboard_in_a_field_is_one_of_the_page(page: AuthoringPage, qtbot: QtBot) -> None:
    writing = Writing(page, shipped(), "GI")
    press(qtbot, page, "Add a question")
    assert "GI5" in writing.asked.item_by_id
    assert page.view is not None
    box = page.view.fields["items", "GI5", "text"].text_box.box
    assert box.hasFocus()
    qtbot.keyClick(box, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert writing.asked == shipped()
    assert page.undo.isEnabled() is False


def test_a_theme_that_is_taken_out_is_gone_from_the_list_and_comes_back(page: AuthoringPage, qtbot: QtBot) -> None:
    writing = Writing(page, shipped(), "WD")
    press(qtbot, page, "Take this theme out")
    assert "WD" not in writing.asked.theme_by_id
    assert "Words and deeds" not in words_on(page)
    press(qtbot, page, "Undo")
    assert writing.asked == shipped()


def test_a_question_is_reversed_and_put_into_the_short_form_by_switches(page: AuthoringPage, qtbot: QtBot) -> None:
    writing = Writing(page, shipped(), "GI")
    fold = next(each for each in page.findChildren(QPushButton) if each.text() == "More about this question")
    qtbot.keyClick(fold, Qt.Key.Key_Space)
    sees(qtbot, page, "An example, shown on demand")
    qtbot.keyClick(named(page, Switch, "Asked the other way round"), Qt.Key.Key_Space)
    assert writing.asked.item_by_id["GI1"].reverse


def test_a_mistake_stands_at_its_field_however_deep_it_lies(page: AuthoringPage, qtbot: QtBot) -> None:
    Writing(page, shipped(), WHOLE)
    page.show_mistakes([FoundMistake("suggestions.gi-two-stories.ask", "A text is needed here, and it is empty.")])
    assert "1 thing is still to be done." in words_on(page)
    press(qtbot, page, "Show the first")
    assert page.theme_id == "GI"
    assert page.view is not None
    field = page.view.fields["suggestions", "gi-two-stories", "ask"]
    assert field.text_box.box.hasFocus()
    assert field.mistakes == ("A text is needed here, and it is empty.",)


def test_every_mistake_that_a_file_can_have_by_writing_has_a_field(page: AuthoringPage) -> None:
    """What the catalogue says of an emptied questionnaire is found where it is."""
    asked = shipped()
    spoilt = replace(
        asked,
        title="",
        frame="",
        scale=("", *asked.scale[1:]),
        items=tuple(replace(each, text="") for each in asked.items),
        practices=tuple(replace(each, text="") for each in asked.practices),
        themes=tuple(replace(each, name="") for each in asked.themes),
        scenarios=tuple(replace(each, text="", name="") for each in asked.scenarios),
        before=("", *asked.before[1:]),
        definitions=(replace(asked.definitions[0], word="", text=""), *asked.definitions[1:]),
        cuts=(50.0, 40.0, 87.5),
    )
    writing = Writing(page, spoilt, WHOLE)
    for each in AUTHOR.mistakes(spoilt):
        page.show_mistakes([each])
        page.show_first_mistake()
        assert page.view is not None
        field = page.view.field_at(each.key)
        assert field is not None, each
        assert each.sentence in field.mistakes
    assert writing.asked == spoilt


def test_a_question_is_asked_later(page: AuthoringPage, qtbot: QtBot) -> None:
    writing = Writing(page, shipped(), ORDER)
    first, second = shipped().order[:2]
    later = next(each for each in page.findChildren(QPushButton) if each.text() == "Later")
    qtbot.keyClick(later, Qt.Key.Key_Space)
    assert writing.asked.order[:2] == (second, first)


def test_a_table_is_looked_at_before_anything_comes_in(page: AuthoringPage, qtbot: QtBot) -> None:
    Writing(page, shipped(), TABLE)
    assert isinstance(page.view, TablePart)
    bad = ItemTable("bad.csv", (ItemRow(2, "Nowhere", "It rains."),))
    page.view.show_found("bad.csv", taken_in(shipped(), bad, ()))
    sees(qtbot, page, "Line 2: There is no theme called Nowhere.")
    good = ItemTable("good.csv", (ItemRow(2, "Good intent", "Somebody never asks."),))
    page.view.show_found("good.csv", taken_in(shipped(), good, ()))
    sees(qtbot, page, "Hint: “never” is a no.")
    with qtbot.waitSignal(page.table_taken):
        press(qtbot, page, "Take in 1 question")


def test_who_turns_a_switch_stays_at_it_and_finds_unfolded_what_was(page: AuthoringPage, qtbot: QtBot) -> None:
    writing = Writing(page, shipped(), "GI")
    fold = [each for each in page.findChildren(QPushButton) if each.text() == "More about this question"][1]
    qtbot.keyClick(fold, Qt.Key.Key_Space)
    sees(qtbot, page, "An example, shown on demand")
    switch = named(page, Switch, "Asked the other way round")
    switch.setFocus()
    qtbot.keyClick(switch, Qt.Key.Key_Space)
    assert writing.asked.item_by_id["GI2"].reverse
    assert named(page, Switch, "Asked the other way round").hasFocus()
    page.redo.setFocus()
    press(qtbot, page, "Undo")
    assert not named(page, Switch, "Asked the other way round").isChecked()


def test_who_makes_steps_again_stays_at_redo(page: AuthoringPage, qtbot: QtBot) -> None:
    writing = Writing(page, shipped(), "GI")
    for name in ("Add a question", "Add a fact"):
        press(qtbot, page, name)
    for _step in range(2):
        page.undo.setFocus()
        qtbot.keyClick(page.undo, Qt.Key.Key_Space)
    assert writing.asked == shipped()
    assert page.redo.hasFocus()
    qtbot.keyClick(page.redo, Qt.Key.Key_Space)
    assert page.redo.hasFocus()
    qtbot.keyClick(page.redo, Qt.Key.Key_Space)
    assert page.undo.hasFocus()


def test_who_takes_out_one_question_stands_at_the_next(page: AuthoringPage, qtbot: QtBot) -> None:
    Writing(page, shipped(), "GI")
    out = [each for each in page.findChildren(QPushButton) if each.text() == "Take this question out"][1]
    out.setFocus()
    qtbot.keyClick(out, Qt.Key.Key_Space)
    focus = page.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == "Take this question out"
    assert focus.accessibleDescription() == shipped().item_by_id["GI3"].text


def test_who_moves_a_question_goes_with_it(page: AuthoringPage, qtbot: QtBot) -> None:
    Writing(page, shipped(), ORDER)
    earlier = [each for each in page.findChildren(QPushButton) if each.text() == "Earlier"][2]
    moved, about = earlier, earlier.accessibleDescription()
    for _step in range(2):
        moved.setFocus()
        qtbot.keyClick(moved, Qt.Key.Key_Space)
        focus = page.focusWidget()
        assert isinstance(focus, QPushButton)
        moved = focus
        assert moved.accessibleDescription() == about
    assert moved.text() == "Later"


def test_answers_that_come_back_bring_their_words(page: AuthoringPage, qtbot: QtBot) -> None:
    seven = replace(shipped(), scale=("One", "Two", "Three", "Four", "Five", "Six", "Seven"))
    writing = Writing(page, seven, WHOLE)
    for number in ("5", "6", "7"):
        qtbot.keyClick(named(page, Segment, number), Qt.Key.Key_Space)
        assert len(writing.asked.scale) == int(number)
    assert writing.asked.scale == seven.scale


def test_what_asks_nothing_yet_cannot_be_seen_as_people_will_and_says_why(page: AuthoringPage, qtbot: QtBot) -> None:
    asked = from_nothing(shipped(), ())
    Writing(page, asked, "T1")
    assert page.try_it.isEnabled()
    press(qtbot, page, "Take this question out")
    assert not page.try_it.isEnabled()
    assert page.try_it.accessibleDescription() == "There is no question in it that people could see."
    sees(qtbot, page, "There is no question in it that people could see.")


def test_a_word_is_added_that_leaders_alone_read(page: AuthoringPage, qtbot: QtBot) -> None:
    writing = Writing(page, shipped(), BEFORE)
    number = len(shipped().definitions)
    press(qtbot, page, "Add a word")
    qtbot.keyClicks(page.focusWidget(), "The board")
    assert writing.asked.definitions[number].word == "The board"
    leaders = [each for each in page.findChildren(Segment) if each.text() == "Leaders alone"]
    qtbot.keyClick(leaders[number], Qt.Key.Key_Space)
    assert writing.asked.definitions[number].only == "leader"
    press(qtbot, page, "Add a sentence")
    qtbot.keyClicks(page.focusWidget(), "It is for talking.")
    assert writing.asked.before == (*shipped().before, "It is for talking.")


def test_a_cut_is_a_number_however_its_places_are_written(page: AuthoringPage, qtbot: QtBot) -> None:
    writing = Writing(page, shipped(), WHOLE)
    assert page.view is not None
    field = page.view.fields["cuts", 0]
    field.focus()
    field.text_box.box.selectAll()
    qtbot.keyClicks(field.text_box.box, "4x")
    sees(qtbot, page, "A number from 0 to 100 is needed here.")
    qtbot.keyClick(field.text_box.box, Qt.Key.Key_Backspace)
    qtbot.keyClicks(field.text_box.box, "0,5")
    assert writing.asked.cuts == (40.5, 62.5, 87.5)
    qtbot.keyClick(field.text_box.box, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert writing.asked.cuts == shipped().cuts


def test_what_a_theme_and_a_question_are_about_is_said_by_switches(page: AuthoringPage, qtbot: QtBot) -> None:
    writing = Writing(page, shipped(), "GI")
    press(qtbot, page, "What leans on its score")
    qtbot.waitUntil(lambda: any(each.isVisible() for each in page.findChildren(Switch)))
    qtbot.keyClick(named(page, Switch, "It is about speaking up without harm"), Qt.Key.Key_Space)
    assert writing.asked.in_role(SAFE_TO_SPEAK) == ("SS", "FR", "GI")
    qtbot.keyClick(named(page, Switch, "It is about speaking up without harm"), Qt.Key.Key_Space)
    assert writing.asked.in_role(SAFE_TO_SPEAK) == ("SS", "FR")


@pytest.mark.parametrize("part", [WHOLE, BEFORE, ORDER, CARDS, TABLE, "GI", "own questions"])
def test_nothing_is_cut_or_nameless_in_a_small_window_with_large_type(
    page: AuthoringPage, look: Look, qtbot: QtBot, part: str
) -> None:
    Writing(page, shipped(), part)
    enlarge(look, 1.5)
    page.resize(720, 560)
    qtbot.waitUntil(lambda: page.width() == 720)
    assert cut_off(page) == []
    assert nameless(page) == []
