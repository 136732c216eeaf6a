"""One name, one meaning: whoever looks for a class finds it once."""

import ast
from collections import defaultdict
from collections.abc import Iterator


def test_no_public_class_or_type_has_the_name_of_another(trees: dict[str, ast.Module]) -> None:
    where: dict[str, list[str]] = defaultdict(list)
    for module, tree in trees.items():
        for name in _types(tree):
            where[name].append(module)

    assert "Questionnaire" in where
    assert {name: files for name, files in where.items() if len(files) > 1} == {}


def _types(tree: ast.Module) -> Iterator[str]:
    """Classes and names for types (``Counts = NDArray[...]``), public ones; a ``TypeVar`` means nothing outside."""
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            yield from _public(node.name)
        elif (
            isinstance(node, ast.Assign | ast.AnnAssign)
            and node.value is not None
            and not _is_a_type_variable(node.value)
        ):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            for target in targets:
                if isinstance(target, ast.Name) and not target.id.isupper():
                    yield from _public(target.id)


def _public(name: str) -> Iterator[str]:
    if name[:1].isupper():
        yield name


def _is_a_type_variable(value: ast.expr) -> bool:
    return isinstance(value, ast.Call) and isinstance(value.func, ast.Name) and value.func.id == "TypeVar"
