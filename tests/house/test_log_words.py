"""What the program writes into its log is decided by whoever wrote the program, never by what somebody typed."""

import ast
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2] / "trustcheck"
LEVELS = {"debug", "info", "warning", "error", "exception", "critical", "log"}


def entries(code: str) -> Iterator[ast.Call]:
    """Every call that writes into the log."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in LEVELS:
            about = ast.unparse(node.func.value)
            if "_log" in about or "getLogger" in about or about in ("logging", "log", "logger"):
                yield node


def quotes(entry: ast.Call) -> bool:
    """Whether an entry may hold more than fixed words and the name of a kind."""
    words, *gaps = entry.args
    fixed = isinstance(words, ast.Constant)
    return not fixed or any(not ast.unparse(gap).startswith("type(") for gap in gaps)


def test_no_entry_holds_more_than_fixed_words_and_a_kind() -> None:
    found = [
        f"{path.relative_to(PACKAGE)}:{entry.lineno}"
        for path in sorted(PACKAGE.rglob("*.py"))
        for entry in entries(path.read_text("utf-8"))
        if quotes(entry)
    ]

    assert found == []


def test_the_look_would_notice() -> None:
    assert [
        quotes(each) for each in entries("_log.error(f'no {name}')\n_log.warning('%s', note)\n_log.info('well')")
    ] == [
        True,
        True,
        False,
    ]
    assert len([each for path in PACKAGE.rglob("*.py") for each in entries(path.read_text("utf-8"))]) >= 3
