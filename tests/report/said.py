"""What a report says in words."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any


def texts(value: Any) -> Iterator[str]:
    """Every text in an outline, in its order."""
    if isinstance(value, str):
        yield value
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from texts(getattr(value, field.name))
    elif isinstance(value, dict):
        for each in value.values():
            yield from texts(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from texts(each)


def said(part: Any) -> str:
    return " ".join(texts(part))
