"""The page of a kit as people use it: from a file, in real browsers, with keys alone; and what it saves opens."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.forms import few
from tests.kit import SECRET
from tests.room.chromium import MISSING, PROGRAM, Chromium, RealPhone
from trustcheck.app.collecting.forms import FormOrder
from trustcheck.app.collecting.kit import room_of
from trustcheck.app.collecting.returned_forms import ReturnedFile
from trustcheck.bootstrap import build
from trustcheck.domain.questionnaire.model import Perspective
from trustcheck.exchange.forms.returned import read_returned

ROOT = Path(__file__).parents[2]
LEADER = Perspective.LEADER
FIREFOX = shutil.which("firefox-esr") or shutil.which("firefox")


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chromium]:
    if PROGRAM is None:
        pytest.skip(MISSING)
    made = Chromium(tmp_path_factory.mktemp("chromium"))
    yield made
    made.close()


class Kit:
    """One page on the disk, and the folder into which its browser saves."""

    def __init__(self, folder: Path, of: FormOrder) -> None:
        self.of, self.page, self.saved = of, folder / "page.html", folder / "saved"
        self.saved.mkdir()
        self.page.write_bytes(build(os.environ).forms().make_kit(of, SECRET))

    def opened_in(self, chromium: Chromium, before: str = "", **manner: Any) -> RealPhone:
        """``before`` is a script that changes the browser before the page is there."""
        tab = chromium.phone(**manner)
        tab.saves_into(self.saved)
        if before:
            tab.tell("Page.addScriptToEvaluateOnNewDocument", source=before)
        tab.opens(self.page.as_uri())
        return tab

    def came_back(self) -> ReturnedFile:
        """The one file that was saved, as it is taken in."""
        ends = time.monotonic() + 60
        while not (there := list(self.saved.glob("*.trustreply"))):
            assert time.monotonic() < ends, list(self.saved.iterdir())
            time.sleep(0.01)
        assert len(list(self.saved.iterdir())) == 1
        (file,) = read_returned(self.of, [str(there[0])], (), clock=time.thread_time, secrets=[SECRET]).files
        return file


def answers(file: ReturnedFile) -> dict[str, int]:
    assert file.sheet is not None, file.why
    return {item_id: answer.code for item_id, answer in file.sheet.response}


def test_with_keys_alone_a_page_is_answered_and_what_it_saves_opens(chromium: Chromium, tmp_path: Path) -> None:
    kit = Kit(tmp_path, few(LEADER, dots=True, guesses=True, name="<b>Mill & Sons</b>"))
    tab = kit.opened_in(chromium, width=1000, height=800)
    tab.sees("<b>Mill & Sons</b>")
    for key in ("Tab", " ", "Tab", "Tab", "Enter"):
        tab.presses(key)
    tab.sees("Question 1 of 8")
    named = [(each["role"]["value"], each.get("name", {}).get("value")) for each in tab.read_aloud()]
    assert ("group", "We leaders do A1.") in named
    assert ("radio", "Often") in named
    (heading,) = [each for each in tab.read_aloud() if each["role"]["value"] == "heading"]
    assert heading["description"]["value"] == "Question 1 of 8 Think of the last three months."

    for key in ("4", "Enter"):
        tab.presses(key)
    tab.sees("Question 2 of 8")
    for key in ("Tab", "ArrowDown", "Enter"):
        tab.presses(key)
    tab.sees("Question 3 of 8")
    for key in ("0", "Enter"):
        tab.presses(key)
    tab.sees("Question 4 of 8")
    tab.taps("A short example, if you have one")
    tab.finds("[...document.querySelectorAll('textarea')].find(each => each.getClientRects().length).focus()")
    tab.types("Wir hören 7 mal \U0001f600")
    tab.finds("location.hash = 'q9'")
    tab.sees("Theme 1 of 2")
    tab.presses("2")
    tab.finds("location.hash = 'review'")
    tab.sees("6 questions are still open")
    for key in ("Tab", "Enter"):
        tab.presses(key)
    tab.sees("Your answers are saved")
    file = kit.came_back()

    assert answers(file) == {"A1": 4, "A2": 2, "A3": -1}
    assert file.sheet is not None
    assert file.sheet.notes == {"A4": "Wir hören 7 mal \U0001f600"}
    assert (file.sheet.response.beside.dots, file.sheet.response.beside.guesses) == (True, {"A": 2})
    assert file.sheet.response.perspective is LEADER
    assert tab.complaints() == []
    assert tab.finds("JSON.stringify(localStorage)") == "{}"
    tab.goes_back()
    tab.sees("Your answers are saved")
    assert "A1" not in tab.words


def test_a_half_filled_sheet_is_kept_only_if_somebody_asks_and_erased_when_it_is_saved(
    chromium: Chromium, tmp_path: Path
) -> None:
    kit = Kit(tmp_path, few())
    tab = kit.opened_in(chromium)
    tab.taps("Begin")
    tab.sees("Question 1 of 8")
    tab.taps("Often")
    tab.reloads()
    tab.sees("Before you begin")
    assert tab.finds("localStorage.length") == 0
    assert tab.chosen == ""

    tab.taps("Keep my half-filled sheet in this browser")
    tab.taps("Begin")
    tab.taps("Seldom")
    tab.waits(lambda: tab.finds("localStorage.length") == 1)
    tab.reloads()
    tab.sees("Your half-filled sheet is here again.")
    tab.taps("Begin")
    tab.sees("Question 1 of 8")
    assert tab.finds("document.querySelector('input[name=q1]:checked').value") == "2"
    tab.taps("Look at all my answers")
    tab.sees("Seal and save my answers")
    tab.finds("[1, 2].forEach(() => document.getElementById('finish').click())")
    tab.sees("Your answers are saved")

    assert answers(kit.came_back()) == {"A1": 2}
    assert tab.finds("localStorage.length") == 0


NO_SEAL = "Object.defineProperty(Crypto.prototype, 'subtle', {value: undefined})"
NO_PLACE = "Object.defineProperty(window, 'localStorage', {get() { throw new Error('SecurityError'); }})"


def test_where_nothing_can_be_sealed_it_is_said_before_the_first_question(chromium: Chromium, tmp_path: Path) -> None:
    tab = Kit(tmp_path, few()).opened_in(chromium, NO_SEAL)
    tab.waits(lambda: "This browser cannot seal answers" in tab.words)

    assert "Ask for the PDF form" in tab.words
    assert "Before you begin" not in tab.words
    assert "A1" not in tab.words


def test_without_a_script_it_is_said_too(chromium: Chromium, tmp_path: Path) -> None:
    tab = Kit(tmp_path, few()).opened_in(chromium, with_script=False)

    tab.waits(lambda: "This page needs its script" in tab.words)
    assert "A1" not in tab.words


def test_where_nothing_can_be_kept_it_is_said_and_the_rest_goes_on(chromium: Chromium, tmp_path: Path) -> None:
    kit = Kit(tmp_path, few())
    tab = kit.opened_in(chromium, NO_PLACE)
    tab.sees("This browser keeps nothing for a page that is opened from a file.")
    assert tab.finds("document.getElementById('keep').disabled")
    tab.taps("Begin")
    tab.taps("Doesn\u2019t apply here")
    tab.taps("Look at all my answers")
    tab.taps("Seal and save my answers")

    assert answers(kit.came_back()) == {"A1": -2}


def test_nothing_is_saved_of_an_empty_sheet_and_an_answer_can_be_taken_back(chromium: Chromium, tmp_path: Path) -> None:
    kit = Kit(tmp_path, few())
    tab = kit.opened_in(chromium)
    tab.taps("Begin")
    tab.taps("Often")
    tab.taps("Leave it blank")
    tab.taps("Look at all my answers")
    tab.sees("8 questions are still open")
    tab.taps("Seal and save my answers")
    tab.sees("Nothing has an answer yet")

    assert list(kit.saved.iterdir()) == []


@pytest.mark.parametrize("way", ["fetch('http://127.0.0.1:9/')", "new Image().src = 'http://127.0.0.1:9/'"])
def test_the_page_itself_may_open_no_connection(chromium: Chromium, tmp_path: Path, way: str) -> None:
    tab = Kit(tmp_path, few()).opened_in(chromium)
    tab.sees("Before you begin")
    before = len(tab.complaints())
    tab.finds(f"{way}, 0")

    tab.waits(lambda: len(tab.complaints()) > before)


ALONE = [
    ["sees", "Before you begin"], ["asks", "document.activeElement.innerText"],
    ["press", "Tab"], ["press", " "], ["press", "Tab"], ["press", "Enter"], ["sees", "Question 1 of 8"],
    ["press", "4"], ["asks", "localStorage.length"], ["press", "Enter"], ["sees", "Question 2 of 8"],
    ["press", "Tab"], ["press", "ArrowDown"], ["press", "Enter"], ["sees", "Question 3 of 8"],
    ["asks", "location.hash = 'review'"], ["sees", "6 questions are still open"],
    ["press", "Tab"], ["press", "Enter"], ["sees", "Your answers are saved"], ["saved"],
    ["asks", "localStorage.length"],
]  # fmt: skip


def test_in_firefox_a_page_is_answered_with_keys_alone_too(tmp_path: Path) -> None:
    if FIREFOX is None:
        pytest.skip("needs Firefox (firefox-esr)")
    kit = Kit(tmp_path, few())
    program = ROOT / "tests" / "forms_by_programs" / "page_by_firefox.py"
    words = [sys.executable, str(program), str(kit.page), json.dumps(ALONE), str(kit.saved)]
    ended = subprocess.run(words, capture_output=True, text=True, timeout=180)

    assert ended.returncode == 0, ended.stderr[-2000:]
    assert json.loads(ended.stdout) == ["Before you begin", 1, "review", 0]
    file = kit.came_back()
    assert answers(file) == {"A1": 4, "A2": 2}
    (there,) = kit.saved.iterdir()
    assert there.stat().st_size < room_of(kit.of) + 500
