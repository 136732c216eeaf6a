"""The whole way of one person, from the welcome to the saved report, where no socket can be made at all.

Two guards stand at once: the interpreter's own, which hears every socket that Python makes, and one below it, which
hears those of the toolkit and of every other library. Sockets between programs of one computer are let through.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.recording import compiled

ROOT = Path(__file__).parents[2]
JOURNEY = "tests/journeys/test_alone.py::test_somebody_answers_looks_promises_and_saves_the_report_without_a_mouse"
GUARDED = """
import json, socket, sys
tried = []
def guard(event, details):
    if event == "socket.__new__" and details[1] != socket.AF_UNIX or event in (
        "socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "urllib.Request", "http.client.connect"
    ):
        tried.append(event)
        raise ConnectionRefusedError(event)
sys.addaudithook(guard)
{work}
print(json.dumps([done, tried]))
"""
WALKED = """
import pytest
# In this very process: another one that pytest starts would have no guard in its interpreter.
done = int(pytest.main(["-q", "-n", "0", "-p", "no:cacheprovider", sys.argv[1]]))
assert "trustcheck.ui.shell.main_window" in sys.modules, "walked in another process"
"""
ATTEMPTED = """
done = 0
for family in (socket.AF_INET, socket.AF_INET6, socket.AF_NETLINK):
    try:
        socket.socket(family, socket.SOCK_DGRAM)
    except ConnectionRefusedError:
        done += 1
import ctypes
assert ctypes.CDLL(None).socket(socket.AF_INET, socket.SOCK_STREAM, 0) == -1
"""
STARTED = """
import json, os, sys, {start}, trustcheck.bootstrap
trustcheck.bootstrap.build(os.environ)
print(json.dumps([*sys.modules]))
"""
NETWORK = {
    "asyncio", "ftplib", "http.client", "smtplib", "socket", "socketserver", "ssl", "urllib.request", "webbrowser",
    "PySide6.QtNetwork",
}  # fmt: skip


@pytest.fixture
def refused(tmp_path: Path) -> Path:
    return tmp_path / "refused"


def guarded(work: str, refused: Path) -> tuple[int, list[str]]:
    """What ``work`` ended with, and what the interpreter refused it; what was refused below stands in a file."""
    surroundings = os.environ | {
        "LD_PRELOAD": str(compiled(Path(__file__).with_name("no_sockets.c"))),
        "REFUSED_SOCKETS": str(refused),
        "PYTHONPATH": str(ROOT),
        "QT_QPA_PLATFORM": "offscreen",
    }
    script = GUARDED.replace("{work}", work)
    ended = subprocess.run(
        [sys.executable, "-c", script, JOURNEY], capture_output=True, text=True, cwd=ROOT, env=surroundings
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
    done, tried = json.loads(ended.stdout.splitlines()[-1])
    return done, tried


def test_one_person_answers_and_saves_the_report_and_nothing_asks_for_a_socket(refused: Path) -> None:
    assert guarded(WALKED, refused) == (0, [])
    assert not refused.exists()


def test_both_guards_would_notice(refused: Path) -> None:
    assert guarded(ATTEMPTED, refused) == (3, ["socket.__new__"] * 3)
    assert refused.read_text("ascii") == "family 2\n"


@pytest.mark.parametrize("start", ["trustcheck.bootstrap", "trustcheck.ui.navigation.run", "trustcheck.cli"])
def test_what_starts_the_program_loads_nothing_that_could_go_online(start: str) -> None:
    """Later some libraries load the standard library's own; none of ours does (see the import contracts)."""
    script = STARTED.format(start=start)
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT)

    assert NETWORK.isdisjoint(json.loads(ended.stdout))
