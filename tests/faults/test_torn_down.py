"""The whole program is torn down in the middle; the next start says so, and nothing of anybody is in what it kept."""

import os
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path

from tests import builders
from trustcheck.app.ports import NewRound
from trustcheck.domain.answers import Answer
from trustcheck.domain.questionnaire import Form, Perspective
from trustcheck.storage.round_store import open_store

ROOT = Path(__file__).parents[2]
PROGRAM = Path(__file__).with_name("torn_down.py")
ASKED = builders.questionnaire({"people": {"A": 10}, "openness": {"B": 10}})
CLIENT, NOTE = "Northgate Housing", "Joan never listens"


def run(what: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(PROGRAM), what],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=60,
    )


def eleven_answers(path: Path) -> None:
    path.parent.mkdir(parents=True)
    store = open_store(str(path))
    round_id = store.begin_round(NewRound(CLIENT, Form.FULL, Perspective.STAFF, ASKED, "", date(2026, 11, 22)))
    for item in ASKED.order[:11]:
        store.save_answer(round_id, item, Answer(4))
    store.save_note(round_id, ASKED.order[3], NOTE)
    store.close()


def test_after_a_torn_down_process_the_next_start_says_where_the_answers_are() -> None:
    folder = Path(os.environ["TRUSTCHECK_DATA"])
    eleven_answers(folder / "answers.trustcheck")

    torn = run("fault")
    assert torn.returncode == -signal.SIGSEGV
    assert len(list(folder.glob(".window-*"))) == 2

    following = run("read")
    assert following.returncode == 0, following.stderr
    assert following.stdout == ("TrustCheck closed without saying goodbye. Your answers up to question 11 are here.")

    log = folder / "trustcheck.log"
    told = log.read_text()
    assert log.stat().st_mode & 0o777 == 0o600
    assert "closed without saying goodbye\nSegmentation fault\nthe thread it happened in\n" in told
    assert "  trustcheck.ui.run, line " in told
    for planted in (CLIENT, "Northgate", NOTE, "Joan", str(ROOT), str(folder), os.environ["HOME"], "/"):
        assert planted not in told
    assert list(folder.glob(".window-*")) == []
    assert CLIENT not in torn.stderr + following.stderr
