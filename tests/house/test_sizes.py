"""Small enough to read in one go: modules, functions, classes, and names that say what is inside."""

import ast
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2] / "trustcheck"
Trees = dict[str, ast.Module]

LINES_OF_A_MODULE = 400
LINES_OF_A_FUNCTION = 40
METHODS_OF_A_CLASS = 20

EMPTY_NAMES = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "managers", "tools", "stuff", "base"}


def test_what_contributors_read_says_the_same() -> None:
    told = f"The tests refuse {LINES_OF_A_MODULE}, {LINES_OF_A_FUNCTION} and {METHODS_OF_A_CLASS}."

    assert told in " ".join((PACKAGE.parent / "CONTRIBUTING.md").read_text("utf-8").split())


def test_the_package_is_looked_at(trees: Trees) -> None:
    assert "ui/navigation/run.py" in trees


def test_a_module_is_read_in_one_go(trees: Trees) -> None:
    lines = {name: len((PACKAGE / name).read_text("utf-8").splitlines()) for name in trees}

    assert {name: count for name, count in lines.items() if count > LINES_OF_A_MODULE} == {}


def test_a_function_fits_on_a_screen(trees: Trees) -> None:
    """Not so a migration: a list of columns as they were on one day, which nobody takes apart again."""
    long = {
        f"{name}: {node.name}": _lines(node)
        for name, tree in trees.items()
        if "/versions/" not in name
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and _lines(node) > LINES_OF_A_FUNCTION and not _is_a_list(node)
    }

    assert long == {}


def test_a_class_has_few_public_methods(trees: Trees) -> None:
    """Those it has from classes of this program are counted with its own: whoever reads one meets them all."""
    broad = {
        f"{name}: {node.name}": len(methods)
        for name, tree in trees.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef) and len(methods := _public_methods(trees, name, node)) > METHODS_OF_A_CLASS
    }

    assert broad == {}


def test_what_a_class_has_from_another_is_counted_with_its_own(trees: Trees) -> None:
    rounds = _classes(trees["storage/store.py"])["RoundPart"]

    assert {"summaries", "begin", "save_answer"} <= _public_methods(trees, "storage/store.py", rounds)


def test_a_file_is_called_after_what_is_in_it(trees: Trees) -> None:
    assert [name for name in trees if Path(name).stem in EMPTY_NAMES] == []


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


def _public_methods(trees: Trees, name: str, node: ast.ClassDef) -> set[str]:
    """Its own, and those of the classes of this program that it is made of, by name."""
    own = {part.name for part in node.body if isinstance(part, ast.FunctionDef) and not part.name.startswith("_")}
    above = (_found(trees, name, base) for base in node.bases)
    return own.union(*(_public_methods(trees, *each) for each in above if each is not None))


def _found(trees: Trees, name: str, base: ast.expr) -> tuple[str, ast.ClassDef] | None:
    """The module and the definition of a base class; nothing for one that is not of this program."""
    called = ast.unparse(base).partition("[")[0]
    module, called = _imports(trees, name).get(called, (name, called))
    definition = _classes(trees[module]).get(called)
    return (module, definition) if definition else None


def _classes(tree: ast.Module) -> dict[str, ast.ClassDef]:
    return {each.name: each for each in tree.body if isinstance(each, ast.ClassDef)}


def _imports(trees: Trees, name: str) -> dict[str, tuple[str, str]]:
    """What a module calls a name of another module of this program: that module, and its name there."""
    return {
        each.asname or each.name: (module, each.name)
        for node in ast.walk(trees[name])
        if isinstance(node, ast.ImportFrom) and (module := _file_of(trees, node.module or "")) in trees
        for each in node.names
    }


def _file_of(trees: Trees, module: str) -> str:
    path = module.removeprefix("trustcheck.").replace(".", "/")
    return f"{path}.py" if f"{path}.py" in trees else f"{path}/__init__.py"
