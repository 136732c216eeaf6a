"""The window's process leaves no core dump, and lets nobody else look into its memory."""

import subprocess
import sys
from pathlib import Path

import pytest

from trustcheck.app.ports import NotOpened
from trustcheck.bootstrap import build
from trustcheck.commands import window

_TRIED = """
import resource
from ctypes import CDLL
from trustcheck.commands.crash.log_book import keep_memory_to_ourselves
before = CDLL(None).prctl(3, 0, 0, 0, 0)
keep_memory_to_ourselves()
print(before, CDLL(None).prctl(3, 0, 0, 0, 0), resource.getrlimit(resource.RLIMIT_CORE))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="Linux alone says whether a process may be looked into")
def test_there_is_no_core_dump_and_no_debugger() -> None:
    said = subprocess.run([sys.executable, "-c", _TRIED], capture_output=True, text=True, check=True).stdout

    assert said == "1 0 (0, 0)\n"


def test_the_window_says_so_before_it_opens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(window, "require_display", lambda _environment: None)
    monkeypatch.setattr(window, "keep_memory_to_ourselves", lambda: said.append("kept"))

    with pytest.raises(NotOpened):
        window.run(build({"TRUSTCHECK_DATA": str(tmp_path)}), str(tmp_path / "not-there.trustcheck"), {})

    assert said == ["kept"]
