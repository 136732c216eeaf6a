"""The numbers that words hold."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

NUMBER = re.compile(r"\d+(?:\.\d+)?")


def numbers(value: Any) -> Iterator[str]:
    """Every number that is reachable from a result, in figures and in its texts."""
    if isinstance(value, bool):
        return
    if isinstance(value, int):
        yield str(abs(value))
    elif isinstance(value, str):
        yield from NUMBER.findall(value)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from numbers(getattr(value, field.name))
    elif isinstance(value, dict):
        for each in value.values():
            yield from numbers(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from numbers(each)
