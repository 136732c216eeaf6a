"""Values written as YAML in any of the ways it has: blocks and flows, plain, quoted, folded and literal words."""

from dataclasses import dataclass
from random import Random
from typing import Any


@dataclass(frozen=True)
class Raw:
    """Stands in the file as it is written here."""

    text: str


def written(value: Any, chance: Random, depth: int = 0, *, flow: bool = False) -> str:
    """The text of a value, after a key or a dash; block collections begin on a line of their own."""
    if isinstance(value, Raw):
        return value.text
    if isinstance(value, str):
        return _words(value, chance, depth, flow=flow)
    flow = flow or not value or chance.random() < 0.15
    if isinstance(value, dict):
        each = [(_key(key, chance), written(inner, chance, depth + 1, flow=flow)) for key, inner in value.items()]
        lines = [f"{key}: {inner}" for key, inner in each]
        return "{" + ", ".join(lines) + "}" if flow else _block(lines, depth)
    each = [written(inner, chance, depth + 1, flow=flow) for inner in value]
    return "[" + ", ".join(each) + "]" if flow else _block([f"- {inner}" for inner in each], depth)


def _block(lines: list[str], depth: int) -> str:
    margin = "  " * depth
    return ("\n" if depth else "") + "\n".join(margin + line for line in lines)


def _key(key: Any, chance: Random) -> str:
    if isinstance(key, Raw):
        return key.text
    return str(key) if chance.random() < 0.9 else chance.choice((f'"{key}"', f"'{key}'", f"{key} "))


def _words(text: str, chance: Random, depth: int, *, flow: bool) -> str:
    usual = _double(text)
    ways = [usual, "'" + text.replace("'", "''") + "'" if text.isprintable() else usual]
    if not flow and text.isprintable():
        margin = "\n" + "  " * (depth + 1)
        ways += [f"{mark}{margin}{text}" for mark in ("|", ">", "|-", ">-", "|+", ">2")[: chance.randrange(7)]]
    if text.replace(" ", "").replace("-", "").isalpha():
        ways += [text] * 6
    return chance.choice(ways)


def _double(text: str) -> str:
    each = [one if one.isprintable() and one not in '"\\' else f"\\U{ord(one):08x}" for one in text]
    return '"' + "".join(each) + '"'
