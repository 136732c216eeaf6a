"""What the toolkit says in trouble is heard by part and kind; its words, which may be anybody's, are not."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import qCritical, qDebug, qInstallMessageHandler, qWarning

from trustcheck.ui.navigation.run import heard

ROOT = Path(__file__).parents[2]


def test_what_is_bad_is_told_without_its_words() -> None:
    told: list[str] = []
    with heard(told.append, lambda: None):
        qCritical("Dear Joan, nobody listens")

    assert told == ["Qt default: critical"]


def test_a_warning_is_neither_told_nor_printed(capfd: pytest.CaptureFixture[str]) -> None:
    told: list[str] = []
    with heard(told.append, lambda: None):
        qWarning("Dear Joan")
        qDebug("nobody listens")

    assert told == []
    assert "Joan" not in "".join(capfd.readouterr())


def test_afterwards_everything_is_as_before() -> None:
    said: list[str] = []
    before = qInstallMessageHandler(lambda _kind, _context, words: said.append(words))
    try:
        with heard(said.append, lambda: None):
            pass
        qCritical("heard by the one before")
    finally:
        qInstallMessageHandler(before)

    assert said == ["heard by the one before"]


def test_before_the_toolkit_ends_the_program_the_disk_is_waited_for() -> None:
    ending = (
        "from PySide6.QtCore import qFatal\n"
        "from trustcheck.ui.navigation.run import heard\n"
        "def say(words): print(words, flush=True)\n"
        "with heard(say, lambda: say('waited')): qFatal('Dear Joan')\n"
    )

    done = subprocess.run([sys.executable, "-c", ending], capture_output=True, text=True, cwd=ROOT, timeout=300)

    assert done.stdout.splitlines() == ["Qt default: fatal", "waited"]
    assert done.returncode < 0
    assert "Joan" not in done.stderr
