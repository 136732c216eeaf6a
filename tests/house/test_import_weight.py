"""The window comes first: nothing heavy is loaded before it is needed."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

HEAVY = [
    "numpy",
    "scipy",
    "sqlalchemy",
    "alembic",
    "sqlcipher3",
    "reportlab",
    "pydantic",
    "yaml",
    "pypdfium2",
    "PIL",
    "python_calamine",
    "xlsxwriter",
    "icalendar",
]

WATCH = Path(__file__).parents[1] / "benchmarks" / "start_watch.py"
MOST_PAINTED, MOST_USABLE = 32, 84
"""Modules of the program in memory once the window is painted, and once the first page answers."""
MOST_ENUMERATIONS = 70, 240
"""Enumerations that PySide has made of Qt's by then: each costs a tenth of a millisecond and some memory."""
NOT_FOR_THE_FIRST_FRAME = ("trustcheck.domain", "trustcheck.charts", "trustcheck.ui.kit.look", "trustcheck.app.ports")
NOT_FOR_THE_WELCOME = ("trustcheck.domain", "trustcheck.charts", "trustcheck.app.presenting", "trustcheck.app.results")


def loaded_by(statement: str) -> set[str]:
    """The top-level names in memory after a fresh interpreter ran ``statement``."""
    script = f"{statement}\nimport sys\nprint(' '.join(sorted({{name.split('.')[0] for name in sys.modules}})))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=300)
    return set(done.stdout.split())


@pytest.mark.parametrize(
    "statement",
    [
        "import trustcheck.cli",
        "import trustcheck.bootstrap",
        "import os, trustcheck.bootstrap; trustcheck.bootstrap.build(os.environ)",
        "import trustcheck.commands.window, trustcheck.commands.display",
    ],
)
def test_the_command_line_starts_light(statement: str) -> None:
    assert loaded_by(statement).isdisjoint([*HEAVY, "PySide6"])


def test_the_window_starts_with_the_toolkit_alone() -> None:
    loaded = loaded_by("import trustcheck.ui.navigation.run")

    assert "PySide6" in loaded
    assert loaded.isdisjoint(HEAVY)


@pytest.fixture(scope="module")
def moments(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """What is told at each moment of a first start, in a process of its own."""
    folder = tmp_path_factory.mktemp("start")
    environment = {**os.environ, "TRUSTCHECK_DATA": str(folder / "data"), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, str(WATCH), "ours"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=300, env=environment)
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture(scope="module")
def start(moments: list[dict[str, Any]]) -> dict[str, set[str]]:
    """What of the program is in memory at each of them."""
    return {each["moment"]: set(each["loaded"]) for each in moments}


def test_no_source_is_read_and_kept_that_is_only_run(moments: list[dict[str, Any]]) -> None:
    assert [each["moment"] for each in moments] == ["painted", "usable", "idle"]
    assert [each["sources"] for each in moments] == [[], [], []]


def test_few_enumerations_of_the_toolkit_are_made_for_a_start(moments: list[dict[str, Any]]) -> None:
    made = [each["enumerations"] for each in moments[:2]]

    assert all(count <= most for count, most in zip(made, MOST_ENUMERATIONS, strict=True)), made


def test_the_window_is_painted_by_a_few_modules_that_know_no_page_and_no_meaning(start: dict[str, set[str]]) -> None:
    loaded = start["painted"]

    assert "trustcheck.ui.shell.first_frame" in loaded
    assert len(loaded) <= MOST_PAINTED
    assert not any(name.startswith(NOT_FOR_THE_FIRST_FRAME) for name in loaded)


def test_the_first_page_answers_before_results_and_their_words_are_loaded(start: dict[str, set[str]]) -> None:
    loaded = start["usable"]

    assert "trustcheck.ui.home.welcome_page" in loaded
    assert len(loaded) <= MOST_USABLE
    assert not any(name.startswith(NOT_FOR_THE_WELCOME) for name in loaded)


def test_the_look_at_what_is_loaded_would_notice() -> None:
    assert "yaml" in loaded_by("import yaml")
