"""``trustcheck completion SHELL``: what a shell needs so that the Tab key completes commands, options and files."""

import argparse
from collections.abc import Iterator, Mapping
from typing import Any

from trustcheck.commands.typed import parser

_FILES = ("FILE", "ID|FILE", "OUT", "OTHER")
"""What is asked for where it is a file, beside names that end as files do."""


def run(shell: str) -> int:
    """Print it; nothing is installed."""
    import shtab

    whole = parser()
    for action in _actions(whole):
        wanted = str(action.metavar or "")
        if wanted == "DIR":
            action.complete = shtab.DIRECTORY
        elif wanted in _FILES or "." in wanted:
            action.complete = shtab.FILE
    print(shtab.complete(whole, shell))
    return 0


def _actions(of: argparse.ArgumentParser) -> Iterator[Any]:
    """Everything that can be typed, of the commands below each command as well."""
    for action in of._actions:  # noqa: SLF001 - the standard library lists them nowhere else
        yield action
        if isinstance(action.choices, Mapping):
            for below in action.choices.values():
                yield from _actions(below)
