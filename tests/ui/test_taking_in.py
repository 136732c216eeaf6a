"""Taking a table into a real check: chosen or dropped, looked at, taken in as a whole, and never half."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.exchange.tables import respelt, workbook
from tests.patience import PATIENCE
from tests.ui.contexts import context_of
from tests.ui.finding import words_on
from tests.ui.room import ASKED, open_check, setup
from trustcheck.app.collecting.tables import Use
from trustcheck.app.ports import Cancelled, NotSaved, Progress
from trustcheck.bootstrap import build
from trustcheck.domain.checks.group_round import GroupSetup
from trustcheck.domain.questionnaire.model import Perspective
from trustcheck.storage.store import open_store
from trustcheck.ui.collecting.table_decisions import DecisionRow
from trustcheck.ui.collecting.take_in_page import TakeInPage
from trustcheck.ui.collecting.taking_in import TakingIn
from trustcheck.ui.kit.look import Look
from trustcheck.ui.shell.main_window import MainWindow
from trustcheck.ui.shell.opening import OpenFile
from trustcheck.ui.shell.places import Place

HEADINGS = ["Timestamp", "Leader or staff", *(f"Q{at}. Leaders here do {item}." for at, item in enumerate(ASKED.order))]


@dataclass
class Dialogs:
    """Answers in a person's place."""

    path: str = ""
    asked: list[str] = field(default_factory=list)

    def table_to_open(self, folder: str) -> str:
        self.asked.append(folder)
        return self.path


class Desk:
    """An organiser at the window, with an open check and a folder of exports."""

    def __init__(self, folder: Path, look: Look, qapp: QApplication, qtbot: QtBot) -> None:
        self.folder, self.qtbot = folder, qtbot
        self.store = open_store(str(folder / "mine.trustcheck"))
        self.file = OpenFile(self.store, is_sample=False)
        self.setup = setup()
        self.round_id = open_check(self.store, self.setup)
        self.window = MainWindow(look, qapp)
        qtbot.addWidget(self.window)
        self.window.show()
        self.dialogs = Dialogs()
        self.context = context_of(build(os.environ), self.window, self.file, self.dialogs)
        self.taking = TakingIn(self.context)
        self.done: list[object] = []
        self.taking.done.connect(self.done.append)

    @property
    def page(self) -> TakeInPage:
        page = self.window.page(Place.TAKE_IN)
        assert isinstance(page, TakeInPage)
        return page

    def export(self, leaders: int, staff: int, name: str = "export.xlsx", answer: object = "Often") -> str:
        views = ["Leader"] * leaders + ["Staff"] * staff
        rows = [["22/11/2026 10:00", view, *[answer] * len(ASKED.order)] for view in views]
        (self.folder / name).write_bytes(workbook([HEADINGS, *rows]))
        return str(self.folder / name)

    def begin(self, path: str = "", given: GroupSetup | None = None) -> None:
        self.taking.begin(self.round_id, given or self.setup, ASKED, path)

    def sees(self, words: str) -> None:
        self.qtbot.waitUntil(lambda: words in words_on(self.page))

    def arrived(self) -> dict[Perspective, int]:
        return dict(self.store.groups.arrived(self.round_id).finished)


@pytest.fixture
def desk(tmp_path: Path, look: Look, qapp: QApplication, qtbot: QtBot) -> Iterator[Desk]:
    desk = Desk(tmp_path, look, qapp, qtbot)
    yield desk
    desk.file.let_go()


def test_a_chosen_file_is_looked_at_and_taken_in(desk: Desk) -> None:
    desk.begin()
    desk.dialogs.path = desk.export(2, 3)
    desk.page.choose_button.click()
    desk.sees("5 sheets can be taken in")
    assert desk.arrived() == {Perspective.LEADER: 0, Perspective.STAFF: 0}

    desk.page.take_button.click()
    desk.sees("5 sheets are in")

    assert desk.arrived() == {Perspective.LEADER: 2, Perspective.STAFF: 3}
    assert desk.done == []
    desk.page.done_button.click()
    assert desk.done == [desk.round_id]


def test_a_file_that_was_dropped_is_looked_at_at_once(desk: Desk) -> None:
    desk.begin(desk.export(1, 0))

    desk.sees("One sheet can be taken in")
    assert desk.window.place is Place.TAKE_IN


def test_the_folder_is_remembered_for_the_next_time(desk: Desk) -> None:
    desk.begin()
    desk.dialogs.path = desk.export(1, 0)
    desk.page.choose_button.click()
    desk.sees("One sheet can be taken in")
    desk.page.file_button.click()

    assert desk.dialogs.asked[1] == str(desk.folder)


def test_nothing_is_taken_while_there_is_a_mistake_and_the_mended_file_is_looked_at_again(desk: Desk) -> None:
    desk.begin(desk.export(2, 2, answer=4.5))
    desk.sees("32 things to put right")
    assert not desk.page.take_button.isVisible()

    desk.export(2, 2)
    desk.page.again_button.click()
    desk.sees("4 sheets can be taken in")
    assert desk.arrived() == {Perspective.LEADER: 0, Perspective.STAFF: 0}


def test_columns_decided_by_hand_one_after_the_other_all_count(desk: Desk) -> None:
    path = desk.folder / "own.csv"
    path.write_text("perspective,Our own wording,Another one,A1\nstaff,4,2,5\nleader,3,dk,1\n", "utf-8")
    desk.begin(str(path))
    desk.sees("2 columns wait for your decision")

    desk.page.preview.columns.rows[1].chosen.emit(Use.QUESTION.value, "B1")
    desk.page.preview.columns.rows[2].chosen.emit(Use.LEFT_OUT.value, "")
    desk.sees("2 sheets can be taken in")

    assert desk.page.preview.columns.rows[1].button.text().startswith("Question")
    assert desk.page.preview.columns.rows[2].button.text() == "Left out"


def test_whose_answers_they_are_can_be_said_for_the_whole_file(desk: Desk) -> None:
    path = desk.folder / "staff.csv"
    path.write_text("A1,A2\n1,2\n3,4\n", "utf-8")
    desk.begin(str(path))
    desk.sees("Whose answers are these?")

    desk.page.preview.everybody.segments[1].click()
    desk.sees("2 sheets can be taken in")
    desk.page.take_button.click()
    desk.sees("2 sheets are in")

    assert desk.arrived() == {Perspective.LEADER: 0, Perspective.STAFF: 2}


def test_the_very_same_file_is_taken_twice_only_by_somebody_who_means_it(desk: Desk) -> None:
    path = desk.export(1, 1)
    desk.begin(path)
    desk.sees("2 sheets can be taken in")
    desk.page.take_button.click()
    desk.sees("2 sheets are in")

    desk.begin(path)
    desk.sees("2 sheets can be taken in")
    desk.page.take_button.click()
    desk.sees("would count twice")
    assert desk.arrived() == {Perspective.LEADER: 1, Perspective.STAFF: 1}

    desk.page.repeat.do_button.click()
    desk.sees("2 sheets are in")
    assert desk.arrived() == {Perspective.LEADER: 2, Perspective.STAFF: 2}


def test_a_file_that_cannot_be_read_leaves_the_check_as_it_was(desk: Desk) -> None:
    broken = desk.folder / "broken.xlsx"
    broken.write_bytes(b"PK\x03\x04 and nothing")
    desk.begin(str(broken))

    desk.sees("is damaged, or is no workbook. Nothing was taken.")
    assert desk.arrived() == {Perspective.LEADER: 0, Perspective.STAFF: 0}


def test_sheets_that_cannot_be_written_are_all_kept_for_another_try(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_given: object) -> None:
        raise NotSaved("The disk says it is full.", "Nothing was taken.", "Make some room, then try again.")

    desk.begin(desk.export(1, 1))
    desk.sees("2 sheets can be taken in")
    with monkeypatch.context() as broken:
        broken.setattr(desk.store.sheets, "add", full)
        desk.page.take_button.click()
        desk.sees("The disk says it is full.")
    desk.page.take_button.click()
    desk.sees("2 sheets are in")

    assert desk.arrived() == {Perspective.LEADER: 1, Perspective.STAFF: 1}


def test_stopping_in_the_middle_leaves_no_sheet_behind(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    begun, go_on = Event(), Event()
    write = desk.store.sheets.add

    def slowly(round_id: int, sheets: object, progress: Progress) -> None:
        def step(done: int, of: int) -> None:
            begun.set()
            go_on.wait(PATIENCE / 1000)
            progress(done, of)

        write(round_id, sheets, step)  # type: ignore[arg-type]

    monkeypatch.setattr(desk.store.sheets, "add", slowly)
    desk.begin(desk.export(20, 20))
    desk.sees("40 sheets can be taken in")
    desk.page.take_button.click()
    desk.qtbot.waitUntil(begun.is_set)
    desk.page.making.cancel_button.click()
    go_on.set()
    desk.sees("40 sheets can be taken in")

    assert desk.arrived() == {Perspective.LEADER: 0, Perspective.STAFF: 0}
    assert desk.done == []


def test_stopping_too_late_says_that_the_sheets_are_in(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page never claims that nothing was taken when all of it was."""
    written, go_on = Event(), Event()
    write = desk.store.sheets.add

    def write_then_wait(round_id: int, sheets: object, _progress: Progress) -> None:
        write(round_id, sheets)  # type: ignore[arg-type]
        written.set()
        go_on.wait(PATIENCE / 1000)

    monkeypatch.setattr(desk.store.sheets, "add", write_then_wait)
    desk.begin(desk.export(1, 1))
    desk.sees("2 sheets can be taken in")
    desk.page.take_button.click()
    desk.qtbot.waitUntil(written.is_set)
    desk.page.making.cancel_button.click()
    go_on.set()

    desk.sees("2 sheets are in")
    assert desk.arrived() == {Perspective.LEADER: 1, Perspective.STAFF: 1}


def test_reading_can_be_stopped_and_the_page_begins_anew(desk: Desk) -> None:
    begun, stopped = Event(), Event()

    class Slow:
        def read(self, _path: str, progress: Progress) -> None:
            try:
                while not stopped.wait(0.005):
                    begun.set()
                    progress(1, 2)
            except Cancelled:
                stopped.set()
                raise

    slow = type("App", (), {"tables": staticmethod(Slow)})
    desk.taking = TakingIn(replace(desk.context, application=slow))
    desk.begin("export.csv")
    desk.qtbot.waitUntil(begun.is_set)
    desk.page.making.cancel_button.click()
    desk.qtbot.waitUntil(stopped.is_set)

    desk.sees("Which file holds the answers?")


def test_going_back_to_the_check_lets_go_of_the_table(desk: Desk) -> None:
    desk.begin(desk.export(1, 1))
    desk.sees("2 sheets can be taken in")
    with desk.qtbot.waitSignal(desk.taking.left):
        desk.page.back_button.click()

    assert desk.taking.table_read is None


def decision_about(desk: Desk, words: str) -> DecisionRow:
    assert desk.page.preview is not None
    return next(row for row in desk.page.preview.decisions.rows.values() if words in row.button.accessibleName())


def test_a_word_that_nobody_can_explain_is_decided_once_and_remembered_when_the_file_is_looked_at_again(
    desk: Desk,
) -> None:
    desk.begin(desk.export(2, 2, answer="often enough"))
    desk.sees("One thing waits for your decision")
    assert not desk.page.take_button.isEnabled()

    (often,) = [each for each in decision_about(desk, "often enough").menu().actions() if each.text() == "Often"]
    often.trigger()
    desk.sees("4 sheets can be taken in")
    desk.taking.read(str(desk.folder / "export.xlsx"))
    desk.sees("4 sheets can be taken in")
    desk.page.take_button.click()
    desk.sees("4 sheets are in")

    assert desk.arrived() == {Perspective.LEADER: 2, Perspective.STAFF: 2}


def test_one_press_takes_every_offer(desk: Desk, qtbot: QtBot) -> None:
    desk.begin(desk.export(1, 3, answer="99"))
    desk.sees("What does \u201c99\u201d stand for in 32 cells?")
    desk.sees("Most likely: Nothing was answered")

    preview = desk.page.preview
    assert preview is not None
    qtbot.keyClick(preview.decisions.take_offers, Qt.Key.Key_Space)

    desk.sees("5 rows in the file: 1 row of headings, 4 without an answer.")


def test_what_was_decided_is_kept_as_a_way_of_reading_and_offered_for_the_next_file_of_the_tool(
    desk: Desk, qtbot: QtBot
) -> None:
    desk.begin(desk.export(1, 1, answer="often enough"))
    desk.sees("One thing waits for your decision")
    choose(desk, "often enough", "Often")
    desk.sees("2 sheets can be taken in")
    assert desk.page.preview is not None
    keeping = desk.page.preview.keeping
    qtbot.keyClick(keeping.fold, Qt.Key.Key_Space)
    qtbot.keyClicks(keeping.name.line, "Survey of the town")
    qtbot.keyClick(keeping.name.line, Qt.Key.Key_Return)
    desk.sees("Kept as \u201cSurvey of the town\u201d.")

    desk.begin(desk.export(3, 2, "later.xlsx", "often enough"))
    desk.sees("A file like this was read before, and how was kept as \u201cSurvey of the town\u201d.")
    assert not desk.page.take_button.isEnabled()
    qtbot.keyClick(desk.page.preview.offered.button, Qt.Key.Key_Space)

    desk.sees("5 sheets can be taken in")
    assert desk.page.preview.offered.isHidden()


def test_everything_that_was_decided_stays_decided_when_the_file_is_looked_at_again(desk: Desk, qtbot: QtBot) -> None:
    """What a column is, which columns are one question, what a word stands for, which rows count, which end is one."""
    path = desk.folder / "export.csv"
    question = f"Leaders here do {ASKED.order[0]}."
    path.write_text(
        f"Leader or staff,{question},First branch,Second branch,Status\nleader,4,2,,IP Address\n"
        "staff,2,,3,Survey Preview\nstaff,oft,,4,IP Address\n",
        "utf-8",
    )
    desk.begin(str(path))
    desk.sees("5 things wait for your decision")
    preview = desk.page.preview
    assert preview is not None
    columns = [row for row in preview.columns.rows.values() if row.is_undecided]
    assert len(columns) == 2
    for row in columns:
        (second,) = [each for each in row.menu().actions() if each.text().startswith("2  ")]
        second.trigger()
    choose(desk, "Which end of the scale", f"1 is read as \u201c{ASKED.scale[0]}")
    choose(desk, "oft", "Often")
    choose(desk, "Survey Preview", "Leave them out")
    desk.sees("2 sheets can be taken in")

    desk.taking.read(str(path))
    desk.sees("2 sheets can be taken in")

    desk.page.take_button.click()
    desk.sees("2 sheets are in")
    assert desk.arrived() == {Perspective.LEADER: 1, Perspective.STAFF: 1}


def choose(desk: Desk, about: str, words: str) -> None:
    (wanted,) = [each for each in decision_about(desk, about).menu().actions() if each.text().startswith(words)]
    wanted.trigger()


def test_a_workbook_with_two_sheets_is_taken_in_once_somebody_said_which(desk: Desk) -> None:
    rows = [["who", *ASKED.order], ["Staff", *["Often"] * len(ASKED.order)]]
    file = desk.folder / "branches.xlsx"
    file.write_bytes(workbook(rows, [*rows, rows[1]], names=["North", "South"]))
    desk.begin(str(file))
    desk.sees("Which worksheet holds the answers?")
    desk.sees("Most likely: All of them together: North, South")
    assert not desk.page.take_button.isEnabled()

    choose(desk, "Which worksheet", "South")
    desk.sees("2 sheets can be taken in")
    choose(desk, "Which worksheet", "All of them together")
    desk.sees("3 sheets can be taken in")
    desk.page.take_button.click()
    desk.sees("3 sheets are in")

    assert desk.arrived() == {Perspective.LEADER: 0, Perspective.STAFF: 3}


def test_other_lines_chosen_as_headings_show_other_columns(desk: Desk) -> None:
    path = desk.folder / "notes.csv"
    path.write_text("Team,North,South\nperspective,A1,A2\nstaff,4,5\n", "utf-8")
    desk.begin(str(path))
    desk.sees("One sheet can be taken in")

    choose(desk, "Which lines hold the headings?", "Line 1")
    desk.sees("Nothing can be taken in yet")
    choose(desk, "Which lines hold the headings?", "Line 2")
    desk.sees("One sheet can be taken in")

    desk.qtbot.waitUntil(desk.page.take_button.hasFocus)


def test_taking_every_offer_joins_worksheets_and_leaves_hidden_rows_out(desk: Desk, qtbot: QtBot) -> None:
    rows = [["who", *ASKED.order], *[["Staff", *["Often"] * len(ASKED.order)]] * 2]
    content = respelt(workbook(rows, rows, names=["North", "South"]), '<row r="2"', '<row r="2" hidden="1"')
    (desk.folder / "filtered.xlsx").write_bytes(content)
    desk.begin(str(desk.folder / "filtered.xlsx"))
    desk.sees("2 things wait for your decision")

    preview = desk.page.preview
    assert preview is not None
    qtbot.keyClick(preview.decisions.take_offers, Qt.Key.Key_Space)

    desk.sees("6 rows in the file: 3 sheets, 2 rows of headings, 1 left out that is hidden.")
    assert desk.page.take_button.isEnabled()
