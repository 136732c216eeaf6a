"""The Tab key of a shell: commands, options and files are completed by a real one."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.commands import Run

BASH = shutil.which("bash")


def completed(script: str, typed: list[str], folder: Path) -> list[str]:
    """What bash offers after what was typed, in a folder."""
    assert BASH is not None
    words = " ".join(f"'{each}'" for each in ("trustcheck", *typed))
    asks = f"{script}\nCOMP_WORDS=({words}); COMP_CWORD={len(typed)}\n"
    asks += "known=$(complete -p trustcheck | sed 's/.*-F \\([^ ]*\\) .*/\\1/')\n"
    asks += '"$known" trustcheck; printf "%s\\n" "${COMPREPLY[@]}"\n'
    told = subprocess.run([BASH, "-c", asks], cwd=folder, capture_output=True, text=True, timeout=30, check=True)
    return told.stdout.split()


@pytest.mark.skipif(BASH is None, reason="needs bash: this is its Tab key")
def test_bash_completes_commands_options_choices_and_files(run: Run, tmp_path: Path) -> None:
    script = run("completion", "bash").out
    (tmp_path / "ours.trustcheck").write_bytes(b"")

    assert {"report", "restore", "rescue"} <= set(completed(script, ["re"], tmp_path))
    assert "--language" in completed(script, ["report", "--l"], tmp_path)
    assert completed(script, ["completion", "z"], tmp_path) == ["zsh"]
    assert "ours.trustcheck" in completed(script, ["report", "our"], tmp_path)


@pytest.mark.parametrize("shell", ["zsh", "tcsh"])
def test_other_shells_are_told_of_every_command(run: Run, shell: str) -> None:
    script = run("completion", shell).out

    assert all(each in script for each in ("report", "export", "questionnaire", "completion"))


def test_a_shell_that_is_not_known_is_a_slip(run: Run) -> None:
    assert run("completion", "cmd").code == 2
