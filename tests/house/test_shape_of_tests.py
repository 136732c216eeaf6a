"""Tests stand alone: what several need is a helper, and what they see is what anybody sees of the program."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def tests() -> dict[str, ast.Module]:
    return {str(path.relative_to(TESTS)): ast.parse(path.read_text("utf-8")) for path in sorted(TESTS.rglob("*.py"))}


def test_no_test_imports_another(tests: dict[str, ast.Module]) -> None:
    """A helper lies beside the tests that need it, in ``tests/person`` where it acts as a person."""
    taken = {f"{name}: {module}" for name, tree in tests.items() for module in _imported(tree) if _is_collected(module)}

    assert taken == set()


def test_no_test_reaches_for_what_the_program_keeps_to_itself(tests: dict[str, ast.Module]) -> None:
    reaches = [f"{name}:{line} {private}" for name, tree in tests.items() for line, private in _private(tree)]

    assert reaches == []


def _imported(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{each.name}" for each in node.names)


def _is_collected(module: str) -> bool:
    """Whether pytest looks for tests or fixtures in it."""
    return module.startswith("tests.") and any(
        part.startswith("test_") or part == "conftest" for part in module.split(".")[:-1]
    )


def _private(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Names with an underscore of anything but oneself: read, imported, or put in their place by name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and _is_private(node.attr) and not _is_oneself(node.value):
            yield node.lineno, ast.unparse(node)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from ((node.lineno, each.name) for each in node.names if _is_private(each.name))
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _BY_NAME:
            texts = [each.value for each in node.args if isinstance(each, ast.Constant) and isinstance(each.value, str)]
            yield from ((node.lineno, text) for text in texts if _is_private(text.rpartition(".")[2]))


_BY_NAME = ("setattr", "delattr", "object")
_OF_OTHERS = {"_exit", "_asdict", "_sigsegv", "_MEIPASS", "_add_object", "_reader"}
"""What libraries keep to themselves."""


def _is_private(name: str) -> bool:
    return name.startswith("_") and not name.startswith("__") and name not in _OF_OTHERS


def _is_oneself(value: ast.expr) -> bool:
    return isinstance(value, ast.Name) and value.id in ("self", "cls")
