"""The window comes first: nothing heavy is loaded before it is needed."""

import subprocess
import sys

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
    loaded = loaded_by("import trustcheck.ui.shell.run")

    assert "PySide6" in loaded
    assert loaded.isdisjoint(HEAVY)


def test_the_look_at_what_is_loaded_would_notice() -> None:
    assert "yaml" in loaded_by("import yaml")
