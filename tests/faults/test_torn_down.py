"""The whole program is torn down in the middle; the next start says so, and nothing of anybody is in what it kept."""

import os
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path

from tests import builders
from trustcheck.app.ports import NewRound
from trustcheck.domain.questionnaire.answers import Answer
from trustcheck.domain.questionnaire.model import Form, Perspective
from trustcheck.storage.store import open_store

ROOT = Path(__file__).parents[2]
PROGRAM = Path(__file__).with_name("torn_down.py")
ASKED = builders.questionnaire({"people": {"A": 10}, "openness": {"B": 10}})
CLIENT, NOTE = "Northgate Housing", "Joan never listens"


def begun(what: str) -> subprocess.Popen[str]:
    """The program on the test's own folder, under way."""
    return subprocess.Popen(
        [sys.executable, str(PROGRAM), what],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def run(what: str) -> tuple[int, str, str]:
    """The program to its end: its exit code, and what it said and complained of."""
    with begun(what) as program:
        said, complained = program.communicate(timeout=300)
        return program.returncode, said, complained


def eleven_answers(path: Path) -> None:
    path.parent.mkdir(parents=True)
    store = open_store(str(path))
    round_id = store.rounds.begin(NewRound(CLIENT, Form.FULL, Perspective.STAFF, ASKED, "", date(2026, 11, 22)))
    for item in ASKED.order[:11]:
        store.rounds.save_answer(round_id, item, Answer(4))
    store.rounds.save_note(round_id, ASKED.order[3], NOTE)
    store.close()


def test_after_a_torn_down_process_the_next_start_says_where_the_answers_are() -> None:
    folder = Path(os.environ["TRUSTCHECK_DATA"])
    eleven_answers(folder / "answers.trustcheck")

    code, _said, torn = run("fault")
    assert code == -signal.SIGSEGV
    assert len(list(folder.glob(".window-*"))) == 2

    code, said, following = run("read")
    assert code == 0, following
    assert said == "TrustCheck closed without saying goodbye. Your answers up to question 11 are here."

    log = folder / "trustcheck.log"
    told = log.read_text()
    assert log.stat().st_mode & 0o777 == 0o600
    assert "closed without saying goodbye\nSegmentation fault\nthe thread it happened in\n" in told
    assert "  trustcheck.ui.navigation.run, line " in told
    for planted in (CLIENT, "Northgate", NOTE, "Joan", str(ROOT), str(folder), os.environ["HOME"], "/"):
        assert planted not in told
    assert list(folder.glob(".window-*")) == []
    assert CLIENT not in torn + following


def test_a_desktop_that_logs_off_gets_a_goodbye() -> None:
    folder = Path(os.environ["TRUSTCHECK_DATA"])
    eleven_answers(folder / "answers.trustcheck")

    with begun("wait") as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "open\n"
        program.terminate()
        program.communicate(timeout=300)

    assert program.returncode == 0
    assert [each.name for each in folder.glob("*") if each.suffix != ".toml"] == ["answers.trustcheck"]
