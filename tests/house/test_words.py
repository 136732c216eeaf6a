"""How the program speaks: plain and warm, nobody is graded, blamed or counted as a user."""

import ast
import re
from collections.abc import Iterator

import pytest

MARKED = {"_", "gettext", "ngettext", "pgettext"}

UNWELCOME = re.compile(
    r"\b(respondents?|users?|submit\w*|invalid|oops|anonym\w*|maturity|guarantee\w*|solid|fatal|illegal|abort\w*|please)\b",
    re.IGNORECASE,
)


def sentences(trees: dict[str, ast.Module]) -> Iterator[tuple[str, str]]:
    """Everything a person may read, as it stands in the code: (module, text)."""
    for module, tree in trees.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MARKED:
                for argument in node.args:
                    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                        yield module, argument.value


@pytest.fixture(scope="module")
def spoken(trees: dict[str, ast.Module]) -> list[tuple[str, str]]:
    return list(sentences(trees))


def test_the_words_are_found(spoken: list[tuple[str, str]]) -> None:
    assert len(spoken) > 100


def test_no_unwelcome_word_is_spoken(spoken: list[tuple[str, str]]) -> None:
    assert [each for each in spoken if UNWELCOME.search(each[1])] == []


def test_nobody_is_shouted_at(spoken: list[tuple[str, str]]) -> None:
    assert [each for each in spoken if re.search(r"\w!", each[1])] == []


def test_every_gap_in_a_sentence_has_a_name(spoken: list[tuple[str, str]]) -> None:
    """A translator may have to change the order."""
    assert [each for each in spoken if re.search(r"\{\d*\}|%[sd]", each[1])] == []


def test_no_sentence_is_put_together_before_it_is_translated(trees: dict[str, ast.Module]) -> None:
    """An f-string inside the marking call never meets its translation."""
    found = [
        f"{module}:{node.lineno}"
        for module, tree in trees.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MARKED
        if any(isinstance(argument, ast.JoinedStr) for argument in node.args)
    ]

    assert found == []
