"""What the program writes into its log is decided by whoever wrote the program, never by what somebody typed."""

import ast
from collections.abc import Iterator

LEVELS = {"debug", "info", "warning", "error", "exception", "critical", "log"}


def entries(tree: ast.Module) -> Iterator[ast.Call]:
    """Every call that writes into the log."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in LEVELS:
            about = ast.unparse(node.func.value)
            if "_log" in about or "getLogger" in about or about in ("logging", "log", "logger"):
                yield node


def quotes(entry: ast.Call) -> bool:
    """Whether an entry may hold more than fixed words and the name of a kind."""
    words, *gaps = entry.args
    fixed = isinstance(words, ast.Constant)
    return not fixed or any(not ast.unparse(gap).startswith("type(") for gap in gaps)


def test_no_entry_holds_more_than_fixed_words_and_a_kind(trees: dict[str, ast.Module]) -> None:
    found = [f"{module}:{entry.lineno}" for module, tree in trees.items() for entry in entries(tree) if quotes(entry)]

    assert found == []


def test_the_look_would_notice(trees: dict[str, ast.Module]) -> None:
    written = ast.parse("_log.error(f'no {name}')\n_log.warning('%s', note)\n_log.info('well')")

    assert [quotes(each) for each in entries(written)] == [True, True, False]
    assert len([each for tree in trees.values() for each in entries(tree)]) >= 3
