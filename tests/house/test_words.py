"""How the program speaks: plain and warm, nobody is graded, blamed or counted as a user."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "trustcheck"
MARKED = {"_", "gettext", "ngettext", "pgettext"}

UNWELCOME = re.compile(
    r"\b(respondents?|users?|submit\w*|invalid|oops|anonym\w*|maturity|guarantee\w*|solid|fatal|illegal|abort\w*|please)\b",
    re.IGNORECASE,
)


def sentences() -> Iterator[tuple[str, str]]:
    """Everything a person may read, as it stands in the code: (module, text)."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MARKED:
                for argument in node.args:
                    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                        yield str(path.relative_to(PACKAGE)), argument.value


@pytest.fixture(scope="module")
def spoken() -> list[tuple[str, str]]:
    return list(sentences())


def test_the_words_are_found(spoken: list[tuple[str, str]]) -> None:
    assert len(spoken) > 100


def test_no_unwelcome_word_is_spoken(spoken: list[tuple[str, str]]) -> None:
    assert [each for each in spoken if UNWELCOME.search(each[1])] == []


def test_nobody_is_shouted_at(spoken: list[tuple[str, str]]) -> None:
    assert [each for each in spoken if re.search(r"\w!", each[1])] == []


def test_every_gap_in_a_sentence_has_a_name(spoken: list[tuple[str, str]]) -> None:
    """A translator may have to change the order."""
    assert [each for each in spoken if re.search(r"\{\d*\}|%[sd]", each[1])] == []


def test_no_sentence_is_put_together_before_it_is_translated() -> None:
    """An f-string inside the marking call never meets its translation."""
    found = [
        f"{path.relative_to(PACKAGE)}:{node.lineno}"
        for path in sorted(PACKAGE.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MARKED
        if any(isinstance(argument, ast.JoinedStr) for argument in node.args)
    ]

    assert found == []
