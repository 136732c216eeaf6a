"""What must not lie about in the project: traces of one machine, addresses, lock files, loose ends."""

import os
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LEFT_OUT = {".git", ".venv", "build", "dist", "out", "__pycache__", "trustcheck.egg-info", ".hypothesis"}
TEXT = {".py", ".md", ".toml", ".yaml", ".yml", ".csv", ".svg", ".cfg", ".ini", ".sh", ".txt", ""}

# Written in two halves, so that this file does not contain what it looks for.
MACHINE_PATHS = ["/ro" + "ot/", "/tm" + "p/", "/wo" + "rk/", "/Us" + "ers/", "C:" + "\\Users"]
REGISTRIES = ["py" + "pi.org", "python" + "hosted", "registry." + "npm", "index" + "-url", "proxy." + "golang"]
LOOSE_ENDS = re.compile(r"\b(TO" + r"DO|FIX" + r"ME|XX" + r"X|HA" + r"CK)\b|(?i:coming " + r"soon|lorem " + r"ipsum)")


def files() -> list[Path]:
    found: list[Path] = []
    for at, folders, names in os.walk(ROOT):
        folders[:] = [each for each in folders if each not in LEFT_OUT and not re.fullmatch(r"\..*_cache", each)]
        paths = [Path(at, each) for each in names if each not in LEFT_OUT]
        found += [path for path in paths if path.is_file() and path.suffix in TEXT]
    return sorted(found)


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    return {str(path.relative_to(ROOT)): path.read_text("utf-8", "replace") for path in files()}


def test_the_tree_is_looked_at(texts: dict[str, str]) -> None:
    assert {"pyproject.toml", "README.md", "trustcheck/cli.py"} <= texts.keys()


@pytest.mark.parametrize("trace", MACHINE_PATHS + REGISTRIES)
def test_no_file_knows_the_machine_it_was_made_on(trace: str, texts: dict[str, str]) -> None:
    assert [name for name, text in texts.items() if trace in text] == []


def test_nothing_is_left_for_later(texts: dict[str, str]) -> None:
    ours = {name: text for name, text in texts.items() if name.startswith(("trustcheck", "resources", "docs"))}

    assert [name for name, text in ours.items() if LOOSE_ENDS.search(text)] == []


def test_no_file_pins_addresses() -> None:
    locks = ["uv" + ".lock", "py" + "lock.toml", "poetry" + ".lock"]

    assert ".gitignore" in {path.name for path in files()}
    assert [name for name in locks[1:] if (ROOT / name).exists()] == []
    assert locks[0] in (ROOT / ".gitignore").read_text()


def test_no_signal_carries_what_it_would_lose(texts: dict[str, str]) -> None:
    """A dictionary with whole numbers as keys arrives empty, without a word."""
    losing = re.compile(r"Signal\([^)]*\b(dict|list)\b")

    assert [name for name, text in texts.items() if name.startswith("trustcheck") and losing.search(text)] == []


def test_no_test_is_switched_off(texts: dict[str, str]) -> None:
    """A test that cannot run says why, and only where a folder beside the project is missing."""
    off = re.compile(r"mark\.(skip|x" + r"fail)\b|pytest\.x" + r"fail\(")

    assert [name for name, text in texts.items() if name.startswith("tests") and off.search(text)] == []
