"""Small enough to read in one go: modules, functions, classes, and names that say what is inside."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "trustcheck"
MODULES = sorted(PACKAGE.rglob("*.py"))

LINES_OF_A_MODULE = 250
LINES_OF_A_FUNCTION = 40
METHODS_OF_A_CLASS = 20

LONGER_WITH_REASON: dict[str, str] = {}
"""Modules over the limit, by path below ``trustcheck``, each with the reason."""

EMPTY_NAMES = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "managers", "tools", "stuff", "base"}


@pytest.fixture(scope="module", params=MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def module(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


def test_a_module_is_read_in_one_go(module: Path) -> None:
    name = str(module.relative_to(PACKAGE))
    if name in LONGER_WITH_REASON:
        assert LONGER_WITH_REASON[name]
    else:
        assert len(module.read_text("utf-8").splitlines()) <= LINES_OF_A_MODULE


def test_a_function_fits_on_a_screen(module: Path) -> None:
    if module.parent.name == "versions":
        return  # A migration is a list of columns as they were on one day; nobody takes it apart again.
    tree = ast.parse(module.read_text("utf-8"))
    long = {
        node.name: _lines(node)
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and _lines(node) > LINES_OF_A_FUNCTION and not _is_a_list(node)
    }

    assert long == {}


def test_a_class_has_few_public_methods(module: Path) -> None:
    tree = ast.parse(module.read_text("utf-8"))
    broad = {
        node.name: count
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef) and (count := len(list(_public_methods(node)))) > METHODS_OF_A_CLASS
    }

    assert broad == {}


def test_a_file_is_called_after_what_is_in_it(module: Path) -> None:
    assert module.stem not in EMPTY_NAMES


def _lines(node: ast.FunctionDef) -> int:
    """From the name to the last line: decorators and the docstring are not what makes a function long."""
    first = node.body[0]
    documented = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    docstring = (first.end_lineno or first.lineno) - first.lineno + 1 if documented else 0
    return (node.end_lineno or node.lineno) - node.lineno + 1 - docstring


def _is_a_list(node: ast.FunctionDef) -> bool:
    """Something declared once, row by row (the menus): long, and still read like a table."""
    decides = (ast.If, ast.For, ast.While, ast.Try, ast.With, ast.Match, ast.FunctionDef)
    inside = [part for part in ast.walk(node) if part is not node]
    return len(node.body) <= 3 and not any(isinstance(part, decides) for part in inside)


def _public_methods(node: ast.ClassDef) -> Iterator[ast.FunctionDef]:
    for part in node.body:
        if isinstance(part, ast.FunctionDef) and not part.name.startswith("_"):
            yield part
