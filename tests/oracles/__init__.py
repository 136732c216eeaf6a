"""Expected statistical values: a folder beside the project, read by the tests and never copied into them."""

import json
from pathlib import Path
from typing import Any

import pytest

_FOLDER = Path(__file__).resolve().parents[3] / "shared" / "oracles"


def oracle(name: str) -> dict[str, Any]:
    """One oracle file by its number and name; the test is skipped, with the reason, where the folder is absent."""
    if not _FOLDER.is_dir():
        pytest.skip(f"no oracles beside the project ({_FOLDER.parent.name}/{_FOLDER.name})")
    found: dict[str, Any] = json.loads((_FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return found
