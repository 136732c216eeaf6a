"""Exports made along their schema: a value of the right kind at its edge, one of another kind, or another spelling.

The schema that is published is all it goes by, and one export that is sound; nothing here knows how an export is read.
"""

import json
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from tests import parcels
from tests.fuzz.door import Door
from trustcheck.app.carrying.export_lines import lines_of
from trustcheck.exchange.exports.json_export import parcel_from_json, parcel_to_json, read_parcel

SCHEMA = json.loads((Path(__file__).resolve().parents[2] / "docs" / "export-2.schema.json").read_text("utf-8"))
Node = dict[str, Any]

SPELT = (
    "9" * 400, "-" + "9" * 4000, "9" * 4301, "1e400", "-1e400", "1E-400", "0." + "0" * 5000 + "1", "1" * 308 + "e-300",
    "-0", "-0.0", "1.0", "1e0", "10e-1", "1000000001", "01", "+1", "1.", ".5", "0x1", "NaN", "Infinity", "-Infinity",
    "nul", "True", "'a'", '"\\ud83d"', '"\\udc00\\ud800"', '"\\u0000"', '"\\x41"', '"\t"', '"\\uD83D\\uDE00"', "[,]",
    "[1,]", '{"a":1,"a":2}', "{1:2}", "{}{}", "/* */1", "// x\n1", "[" * 40 + "]" * 40, '{"suppressed":"few","low":1}',
)  # fmt: skip
"""What JSON leaves open, forbids, or allows in more ways than one: numbers first."""
NUMBERS = SPELT.index("nul")
WORDS = ("", " ", "\u202eabc", "\x7f", "a\nb", "\u2028", "\ufeff", "x" * 20_000, "x" * 20_001, "é" * 300, "\U0010ffff")
DAYS = (
    "0001-01-01",
    "9999-12-31",
    "2024-02-29",
    "2023-02-29",
    "2026-W01-1",
    "20261122",
    "2026-11-22T00:00",
    "٢٠٢٦-١١-٢٢",
)
BASE64 = ("", "QQ==", "QQ", "Q===", "QUFB\n", "_-==", "iVBORw0KGgo=", "/9j/4AAQ")


@cache
def _sound() -> bytes:
    return parcel_to_json(parcels.one_of_each())


def _case(chance: Random) -> bytes:
    document = _made(SCHEMA, chance, 0) if chance.random() < 0.1 else json.loads(_sound())
    spelt: list[str] = []
    for _each in range(chance.choice((1, 1, 1, 2, 4))):
        _put_somewhere(document, chance, spelt)
    text = json.dumps(document, ensure_ascii=chance.random() < 0.5, indent=chance.choice((None, None, 0, "\t")))
    for at, spelling in enumerate(spelt):
        text = text.replace(f'"@{at}@"', spelling)
    content = text.encode("utf-8", "surrogatepass")
    return _wrapped(content, chance) if chance.random() < 0.1 else content


def _wrapped(content: bytes, chance: Random) -> bytes:
    text = content.decode("utf-8", "replace")
    ways = (
        lambda: b"\xef\xbb\xbf" + content,
        lambda: b"\xef\xbb\xbf" * 2 + content,
        lambda: text.encode("utf-16"),
        lambda: text.encode("utf-32-be"),
        lambda: content + b" \n\r\t" * 1000,
        lambda: content + b"\0",
        lambda: b"[" + content + b"]",
        lambda: content[: chance.randrange(len(content) + 1)],
        lambda: content.replace(b"{", b"{\x0b", 1),
    )
    return chance.choice(ways)()


def _put_somewhere(document: Any, chance: Random, spelt: list[str]) -> None:
    """Put something where something else stands. Each kind of place is as likely, however often it is there."""
    *way, key = chance.choice(chance.choice(_places_of_sound()))
    held, node = document, SCHEMA
    for each in (*way, None):
        below = dict(_below(held, node))
        if each not in below:
            break
        held, node = held[each], below[each]
    if key in below:
        _put(held, key, below[key], chance, spelt)


def _put(held: Any, key: Any, node: Node, chance: Random, spelt: list[str]) -> None:
    match chance.randrange(8):
        case 0 if isinstance(held, dict):
            held[chance.choice(("", "x", "kind", "suppressed", "\ud800", f"{key} "))] = held.pop(key)
        case 0 | 1:
            held.pop(key)
        case 2 | 3:
            is_number = isinstance(held[key], int | float)
            held[key] = f"@{len(spelt)}@"
            spelt.append(chance.choice(SPELT[:NUMBERS] if is_number else SPELT))
        case 4:
            held[key] = chance.choice((None, True, 0, 1.5, "A1", [], {}, [[]], {"": {}}))
        case _:
            held[key] = _made(node, chance, 0)


@cache
def _places_of_sound() -> list[list[tuple[Any, ...]]]:
    """Every place in the sound export, those of one kind together."""
    found: dict[str, list[tuple[Any, ...]]] = {}
    waiting: list[tuple[tuple[Any, ...], Any, Node, str]] = [((), json.loads(_sound()), SCHEMA, "")]
    while waiting:
        way, held, node, kind = waiting.pop()
        for key, inner in _below(held, node):
            of = f"{kind}/{json.dumps(inner, sort_keys=True)}{'' if isinstance(held, list) else key}"
            found.setdefault(of, []).append((*way, key))
            waiting.append(((*way, key), held[key], inner, of))
    return list(found.values())


def _below(held: Any, node: Node) -> list[tuple[Any, Node]]:
    """The places inside a value with what the schema says of each."""
    kinds = _kinds(node)
    if isinstance(held, list):
        inner = next((each["items"] for each in kinds if "items" in each), {})
        return [(at, inner) for at in range(len(held))]
    if not isinstance(held, dict):
        return []
    named: Node = {}
    for each in kinds:
        named |= each.get("properties", {})
    other = next((each["additionalProperties"] for each in kinds if "additionalProperties" in each), {})
    return [(key, named.get(key, other)) for key in held]


def _kinds(node: Node) -> list[Node]:
    """What a value may be: names looked up, one of several told apart."""
    if "$ref" in node:
        return _kinds(SCHEMA["$defs"][node["$ref"].rpartition("/")[2]])
    if "anyOf" in node:
        return [kind for each in node["anyOf"] for kind in _kinds(each)]
    return [node]


def _made(node: Node, chance: Random, depth: int) -> Any:
    """A value as the schema has it, mostly at an edge, now and then a step beyond."""
    kind = chance.choice(_kinds(node))
    if "const" in kind:
        return kind["const"]
    if "enum" in kind:
        return chance.choice(kind["enum"]) if chance.random() < 0.9 else str(chance.choice(kind["enum"])).upper()
    if kind.get("type") == "object":
        return _record(kind, chance, depth)
    if kind.get("type") == "array":
        least, most = kind.get("minItems", 0), min(kind.get("maxItems", 3), 8)
        number = chance.choice((least, most, most + 1)) if depth < 6 else least
        return [_made(kind.get("items", {}), chance, depth + 1) for _each in range(number)]
    return _plain(kind, chance)


def _record(kind: Node, chance: Random, depth: int) -> Node:
    required = kind.get("required", [])
    found = {
        name: _made(each, chance, depth + 1)
        for name, each in kind.get("properties", {}).items()
        if (name in required and chance.random() < 0.97) or (depth < 6 and chance.random() < 0.5)
    }
    if "additionalProperties" in kind and depth < 6:
        for name in chance.sample(("A1", "A2", "K1", "leader", "staff", "", "x"), chance.randrange(3)):
            found[name] = _made(kind["additionalProperties"], chance, depth + 1)
    return found


def _plain(kind: Node, chance: Random) -> Any:
    if kind.get("type") in ("integer", "number"):
        low, high = kind.get("minimum", -(10**9)), kind.get("maximum", 10**9)
        number = chance.choice((low, high, low - 1, high + 1, (low + high) // 2, 0, 1, 3, 100))
        return number if kind["type"] == "integer" else chance.choice((number, float(number), number + 0.5, 5e-324))
    if kind.get("type") == "string":
        odd = DAYS if kind.get("format") == "date" else BASE64 if "contentEncoding" in kind else WORDS
        return chance.choice((*odd, "A1", "K1", "A", "staff", "2026-11-22"))
    return {"boolean": chance.random() < 0.5, "null": None}.get(kind.get("type", ""), "")


def _taken_in(path: Path) -> bool:
    """What is taken can be told line by line, and leaves as an export that is taken again."""
    parcel = read_parcel(str(path))
    lines_of(parcel)
    assert parcel_from_json(parcel_to_json(parcel), "again") == parcel
    return True


DOORS = {"export by its schema": Door(_case, _sound, _taken_in)}
