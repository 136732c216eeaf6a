"""What the project stands on is bounded on both sides, and the environment holds what it asks for."""

import re
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest

PROJECT = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8"))
RUNS = PROJECT["project"]["dependencies"]
DEVELOPS = PROJECT["project"]["optional-dependencies"]["dev"]
_BOUNDED = re.compile(r"(?P<name>[A-Za-z0-9_.-]+)>=(?P<least>[0-9.]+),<(?P<below>[0-9.]+)")


def numbers(text: str) -> tuple[int, ...]:
    return tuple(map(int, text.split(".")))


@pytest.mark.parametrize("requirement", [*RUNS, *DEVELOPS])
def test_no_dependency_may_change_under_us(requirement: str) -> None:
    """Without an upper bound, an installation of next year is one that nobody tried."""
    bounds = _BOUNDED.fullmatch(requirement)

    assert bounds is not None, requirement
    assert numbers(bounds["least"]) < numbers(bounds["below"])


def test_the_look_at_bounds_would_notice_one_that_is_missing() -> None:
    assert [each for each in ("numpy", "numpy>=2", "numpy<3", "numpy==2.2") if _BOUNDED.fullmatch(each)] == []


@pytest.mark.parametrize("requirement", RUNS)
def test_the_tests_run_with_what_the_bounds_allow(requirement: str) -> None:
    bounds = _BOUNDED.fullmatch(requirement)
    assert bounds is not None
    found = numbers(re.match(r"[0-9.]*[0-9]", version(bounds["name"]))[0])  # type: ignore[index]

    assert numbers(bounds["least"]) <= found < numbers(bounds["below"])


def test_no_dependency_is_there_to_go_online() -> None:
    online = {"requests", "httpx", "urllib3", "aiohttp", "websockets", "pyside6", "pyside6_addons", "certifi"}

    assert online.isdisjoint({re.split(r"[>=<\[]", each)[0].lower() for each in RUNS})
