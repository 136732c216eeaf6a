"""A workshop leader with a team: from Home to the printed report, with every way of collecting into one check."""

import json
from collections.abc import Callable
from math import ceil, floor
from pathlib import Path
from typing import Any

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.forms import filled_in
from tests.group_builders import shipped
from tests.person.keyboard import Person
from tests.person.program import Program
from tests.person.ten_people import LEADER, STAFF, Invented, Worked, table_of, ten_people, worked
from trustcheck.app.application import Application
from trustcheck.app.results.group import GroupResult, Range, Shown
from trustcheck.cli import main
from trustcheck.domain.privacy.suppressed import Suppressed
from trustcheck.domain.questionnaire.model import Perspective
from trustcheck.domain.statistics.points import whole
from trustcheck.settings import Settings
from trustcheck.ui.laptop.before_page import PhraseCard
from trustcheck.ui.shell.places import Place

Start = Callable[[], Program]
CTRL = Qt.KeyboardModifier.ControlModifier
NAME = "Ferngate Libraries"
PIN = "4711 ok"
ASKED = shipped()
PEOPLE = ten_people(ASKED)


def fills(person: Person, name: str, words: str) -> None:
    field = person.tab_to(name)
    if isinstance(field, QLineEdit):
        field.selectAll()
    person.write(words)


def picks(person: Person, wanted: str, *others: str) -> None:
    """Choose one of a few: Tab leads to the group, the arrow keys to the one."""

    def here() -> str:
        focus = QApplication.focusWidget()
        return focus.accessibleName() if focus is not None else ""

    for _step in range(200):
        if here() in (wanted, *others):
            break
        person.press(Qt.Key.Key_Tab)
    # Tab leads to the one that is chosen, wherever it stands among the others.
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Left):
        for _step in others:
            if here() != wanted:
                person.press(key)
    assert here() == wanted
    person.press(Qt.Key.Key_Space)


def prepares(person: Person) -> None:
    """From the organisations to an open check of five leaders and five staff."""
    person.arrives_at(Place.HOME)
    person.choose("New organisation")
    person.tab_to("What is the organisation called?")
    person.write(NAME)
    person.press(Qt.Key.Key_Return)
    person.arrives_at(Place.ORGANISATION)
    person.choose("New check")
    person.arrives_at(Place.NEW_CHECK)
    fills(person, "How many leaders?", "5")
    fills(person, "How many staff?", "5")
    person.choose("Next: what everybody reads")
    person.sees("What does everybody read?")
    fills(person, "Who is meant by leaders?", "the five team leads")
    fills(person, "Who is meant by staff?", "everybody in the two branches")
    fills(person, "Where can somebody turn with a concern?", "the staff council")
    person.choose("Prepare the check")
    person.sees("Ready when you are.")
    person.choose("Open the check")
    person.arrives_at(Place.COLLECT)
    person.sees("Nobody has answered yet.")


def takes_the_laptop(person: Person, who: Invented) -> None:
    """From the hand-over to the first question."""
    person.arrives_at(Place.HAND_OVER)
    person.waits_for(lambda: "people have answered" in person.reads() or "Who is next?" in person.reads())
    starts(person)
    person.tab_to("As a leader")
    if who.view == STAFF:
        person.press(Qt.Key.Key_Right)
    person.press(Qt.Key.Key_Space)
    person.choose("Begin")
    person.arrives_at(Place.QUESTION)


def starts(person: Person) -> None:
    """Press the button until it listens: for half a second it does not, lest a held Enter begins for somebody."""

    def begun() -> bool:
        if person.window.place is Place.HAND_OVER:
            person.choose("I\u2019m the next person")
        return person.window.place is Place.BEFORE

    person.waits_for(begun)


def answers(person: Person, signs: str, first: int = 1) -> None:
    for number, sign in enumerate(signs, start=first):
        person.sees(f"Question {number} of")
        person.write("s" if sign == "-" else sign)
        if sign != "-":
            person.press(Qt.Key.Key_Return)


def puts_away(person: Person) -> None:
    person.arrives_at(Place.REVIEW)
    person.choose("Finish and put away")
    person.arrives_at(Place.HAND_OVER)


def leaves_half_filled(person: Person, who: Invented) -> str:
    """Answer half, leave; the three words that lead back."""
    takes_the_laptop(person, who)
    answers(person, who.signs[:20])
    person.choose("Leave for now")
    person.arrives_at(Place.PUT_AWAY)
    card = next(each for each in person.window.findChildren(PhraseCard) if each.isVisible())
    words = card.phrase.text()
    person.choose("Put away and hand over")
    person.arrives_at(Place.HAND_OVER)
    return words


def comes_back(person: Person, words: str, signs: str) -> None:
    person.choose("I left my answers half filled")
    person.arrives_at(Place.COME_BACK)
    fills(person, "Your three words", words)
    person.press(Qt.Key.Key_Return)
    person.arrives_at(Place.QUESTION)
    answers(person, signs, first=21)
    puts_away(person)


def goes_round(person: Person, people: tuple[Invented, ...], half_filled: Invented) -> None:
    """The laptop goes from hand to hand; one leaves half way and comes back with three words."""
    person.choose("Pass the laptop")
    person.arrives_at(Place.PIN)
    fills(person, "A PIN for this round", PIN)
    fills(person, "The same PIN again", PIN)
    person.choose("Lock and begin")
    words = leaves_half_filled(person, half_filled)
    for who in people:
        takes_the_laptop(person, who)
        answers(person, who.signs)
        puts_away(person)
    comes_back(person, words, half_filled.signs[20:])
    person.choose("Facilitator")
    fills(person, "The facilitator\u2019s PIN", PIN)
    person.press(Qt.Key.Key_Return)
    person.arrives_at(Place.COLLECT)


def picks_whose(person: Person, who: Invented) -> None:
    names = ["For leaders", "For staff"]
    picks(person, *(names if who.view == LEADER else reversed(names)))


def types_in(person: Person, code: str, who: Invented) -> None:
    """One paper form, a key for each answer."""
    picks_whose(person, who)
    fills(person, "Code on the form", code)
    person.choose("Begin")
    person.sees(f"Form {code}")
    person.write(who.signs.replace("-", "?"))
    person.sees("Save this form")
    person.choose("Save this form")
    person.sees("Code on the form")


def sends_back(person: Person, running: Program, folder: Path, people: tuple[Invented, ...]) -> None:
    """PDF forms are made in the window, filled in elsewhere, and taken back in one go."""
    folder.mkdir()
    running.files.folder = str(folder)
    for who in people:
        before = set(folder.glob("[!.]*.pdf"))
        person.choose("Make forms\u2026")
        person.arrives_at(Place.FORMS)
        for label, view in (("How many for leaders?", LEADER), ("How many for staff?", STAFF)):
            fills(person, label, "1" if who.view == view else "0")
        person.choose("Make the files\u2026")
        person.waits_for(lambda before=before: len(set(folder.glob("[!.]*.pdf")) - before) == 1)
        (made,) = set(folder.glob("[!.]*.pdf")) - before
        marked = {item: cell for item, cell in who.cells(ASKED).items() if cell}
        made.write_bytes(filled_in(made.read_bytes(), marked))
        person.choose("Back to collecting")
        person.arrives_at(Place.COLLECT)
    person.choose("Take in returned forms\u2026")
    person.arrives_at(Place.RETURNED)
    person.choose("Choose a folder\u2026")
    person.sees(f"Take in {len(people)} sheets")
    person.choose(f"Take in {len(people)} sheets")
    person.arrives_at(Place.COLLECT)


def takes_a_table(person: Person, running: Program, path: Path, people: tuple[Invented, ...]) -> None:
    path.write_text(table_of(people, ASKED), "utf-8")
    running.files.table = str(path)
    person.choose("Take in a table\u2026")
    person.arrives_at(Place.TAKE_IN)
    person.choose("Choose a file\u2026")
    person.sees("Take in one sheet")
    person.choose("Take in one sheet")
    person.sees("One sheet is in")
    person.choose("Back to collecting")
    person.arrives_at(Place.COLLECT)


def expected(theme_id: str, view: str) -> Worked:
    return worked([each.themes(ASKED)[theme_id] for each in PEOPLE if each.view == view])


def saves_the_report(person: Person, running: Program, path: Path) -> str:
    """The leaders' report as it was saved, in words."""
    person.press(Qt.Key.Key_E, CTRL)
    person.arrives_at(Place.REPORT)
    person.sees("This is the very file that will be saved.")
    running.files.to_save = str(path)
    person.choose("Save PDF")
    person.sees("Saved as")
    return " ".join("\n".join(page.extract_text() for page in pypdf.PdfReader(path).pages).split())


def scored(table: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    """What the command line says of the same people."""
    capsys.readouterr()
    assert main(["score", str(table), "--json", "--invited", "leader=5,staff=5"]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def agrees(theme_id: str, view: str, value: dict[str, Any], shown: GroupResult) -> None:
    """Sheet and screen say what was worked out by hand; where too few answered, neither says a number."""
    by_hand, on_screen = expected(theme_id, view), shown.theme(theme_id).views[Perspective(view)]
    if "suppressed" in value:
        assert isinstance(on_screen, Suppressed)
        return
    assert by_hand.n >= 5
    assert value["n"] == by_hand.n
    assert value["mean"] == pytest.approx(by_hand.mean, abs=1e-9)
    assert value["interval"] == pytest.approx([by_hand.low, by_hand.high], abs=1e-9)
    assert isinstance(on_screen, Shown)
    assert (on_screen.n, on_screen.mean) == (by_hand.n, whole(by_hand.mean))
    assert by_hand.n < 10
    assert on_screen.interval == Range(5 * floor(by_hand.low / 5), 5 * ceil(by_hand.high / 5))


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """The same ten people as one file, for the command line."""
    path = tmp_path / "all.csv"
    path.write_text(table_of(PEOPLE, ASKED), "utf-8")
    return path


def test_ten_people_answer_in_every_way_and_everything_says_the_same(
    program: Start, application: Application, tmp_path: Path, table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    application.settings.save(Settings(look="light", less_motion=True))
    leaders = tuple(each for each in PEOPLE if each.view == LEADER)
    staff = tuple(each for each in PEOPLE if each.view == STAFF)
    running = program()
    person = running.start()
    person.arrives_at(Place.WELCOME)
    person.choose("My organisation")
    person.arrives_at(Place.NEW_FILE)
    person.choose("Not now")
    prepares(person)

    goes_round(person, (leaders[0], staff[0], staff[4]), half_filled=leaders[4])
    person.sees("4 of 10 have answered.")
    person.choose("Type in paper forms")
    person.arrives_at(Place.PAPER_ENTRY)
    types_in(person, "CDF", leaders[1])
    types_in(person, "GHJ", staff[1])
    person.choose("Back to collecting")
    person.arrives_at(Place.COLLECT)
    sends_back(person, running, tmp_path / "forms", (leaders[2], staff[2]))
    takes_a_table(person, running, tmp_path / "one.csv", (leaders[3],))
    takes_a_table(person, running, tmp_path / "two.csv", (staff[3],))
    person.sees("10 of 10 have answered.")
    person.choose("Close the check\u2026")
    person.choose("Close the check")
    person.arrives_at(Place.OVERVIEW)

    shown = running.navigator.flow.group.reading.result
    report = saves_the_report(person, running, tmp_path / "leaders.pdf")
    running.close()
    sheet = scored(table, capsys)
    for theme in ASKED.themes:
        for view in (LEADER, STAFF):
            agrees(theme.id, view, sheet["perspectives"][view]["themes"][theme.id], shown)
    for name in (theme.name for theme in ASKED.themes):
        assert name in report
    too_few = [theme.id for theme in ASKED.themes if expected(theme.id, LEADER).n < 5]
    assert too_few, "the half-filled sheet leaves four leaders in some themes"
    for theme_id in too_few:
        assert isinstance(shown.theme(theme_id).views[Perspective.LEADER], Suppressed)
        assert sheet["perspectives"][LEADER]["themes"][theme_id] == {"suppressed": "fewer than 5 answers"}
    gap = expected("SI", LEADER).mean - expected("SI", STAFF).mean
    assert sheet["gaps"]["SI"]["difference"] == pytest.approx(gap, abs=1e-9)
    assert shown.theme("SI").gap.difference == whole(gap)
    assert f"{whole(expected('GI', STAFF).mean)}" in report
