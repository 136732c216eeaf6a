"""A PDF put together object by object, in any of the ways the format has of writing a value and of listing objects."""

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any

Values = dict[str, Any]


class Name(str):
    """A word of the format, without its stroke."""

    __slots__ = ()


@dataclass(frozen=True)
class To:
    """Points to another object."""

    number: int
    generation: int = 0


@dataclass(frozen=True)
class Raw:
    """Stands in the file as it is written here."""

    content: bytes


@dataclass
class Packed:
    """A stream: what is said of it, and its bytes as they stand in the file."""

    said: Values
    content: bytes
    length: Any = None
    """What it says of its length, where that is something else than how long it is."""


def flate(content: bytes, said: Values | None = None) -> Packed:
    return Packed({**(said or {}), "Filter": Name("FlateDecode")}, zlib.compress(content))


# -- values


def written(value: Any, chance: Random) -> bytes:
    match value:
        case Raw():
            return value.content
        case To():
            return b"%d %d R" % (value.number, value.generation)
        case bool() | None:
            return {True: b"true", False: b"false", None: b"null"}[value]
        case Name():
            return b"/" + b"".join(_sign(each, chance) for each in value.encode())
        case bytes():
            return _string(value, chance)
        case str():
            return _string(_coded(value, chance), chance)
        case Mapping():
            space = chance.choice((b" ", b"\n", b"\r", b"\t", b" % words\n"))
            each = (written(Name(key), chance) + b" " + written(inner, chance) for key, inner in value.items())
            return b"<<" + space.join(each) + b">>"
        case list() | tuple():
            return b"[" + b" ".join(written(each, chance) for each in value) + b"]"
        case _:
            return str(value).encode()


def _sign(code: int, chance: Random) -> bytes:
    usual = chr(code).isalnum() and code < 128
    return bytes([code]) if usual and chance.random() < 0.99 else b"#%02x" % code


def _coded(text: str, chance: Random) -> bytes:
    ways = ["utf-16", "utf-16-be", "utf-8-sig", "latin-1"] if chance.random() < 0.2 else ["latin-1"]
    coding = chance.choice(ways)
    mark = b"\xfe\xff" if coding == "utf-16-be" else b""
    return mark + text.encode(coding, "replace")


def _string(content: bytes, chance: Random) -> bytes:
    if chance.random() < 0.2:
        return b"<" + content.hex().upper().encode() + b">"
    return b"(" + b"".join(_letter(each, chance) for each in content) + b")"


def _letter(code: int, chance: Random) -> bytes:
    if code in b"()\\" or chance.random() < 0.01:
        return chance.choice((b"\\%03o" % code, b"\\%03o" % code, b"\\\n\\%03o" % code))
    return bytes([code])


# -- the file


@dataclass
class File:
    """Objects by their number, and how they are listed."""

    objects: dict[int, Any]
    root: Any = To(1)
    trailer: Values = field(default_factory=dict)
    layout: str = "table"
    """``table``, ``stream``, ``packed`` (objects inside objects) or ``none``."""
    lie: str = ""
    """What the list says that is not so."""
    before: bytes = b""


LAYOUTS = ("table", "table", "stream", "packed", "none")
LIES = (
    "places", "all places", "start", "size", "previous itself", "previous", "widths", "index", "kinds", "count",
    "first", "inside itself", "extends", "free", "generations", "no end", "twice",
)  # fmt: skip
NUMBERS = (0, 1, 3, -1, 255, 65_535, 2**31, 2**63, 10**30)


def pdf(file: File, chance: Random, later: Sequence[File] = ()) -> bytes:
    """The file, and behind it changes that came later, each with a list of its own."""
    out = bytearray(file.before + b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    previous: int | None = None
    for each in (file, *later):
        previous = _revision(out, each, previous, chance)
    return bytes(out)


def _revision(out: bytearray, file: File, previous: int | None, chance: Random) -> int:
    places: dict[int, tuple[int, int, int]] = {}
    objects = dict(file.objects)
    if file.layout == "packed":
        _pack(objects, places, file.lie, chance)
    for number, value in objects.items():
        for _each in range(2 if file.lie == "twice" else 1):
            places[number] = (1, len(out), 0)
            out += _object(number, value, chance)
    begins = len(out)
    trailer = {"Root": file.root, "Size": max((*places, 0)) + 1, **({} if previous is None else {"Prev": previous})}
    _tell_lies(trailer, places, begins, file.lie, chance)
    trailer |= file.trailer
    if file.layout in ("stream", "packed"):
        out += _list_as_stream(max(places, default=0) + 1, places, trailer, file.lie, chance)
    elif file.layout == "table":
        out += _list_as_table(places, file.lie, chance) + b"trailer\n" + written(trailer, chance) + b"\n"
    else:
        out += b"trailer\n" + written(trailer, chance) + b"\n"
    start = chance.choice((0, 7, begins + 3, 10**12)) if file.lie == "start" else begins
    out += b"" if file.lie == "no end" else b"startxref\n%d\n%%%%EOF\n" % start
    return begins


def _object(number: int, value: Any, chance: Random) -> bytes:
    head = b"%d 0 obj\n" % number
    if not isinstance(value, Packed):
        return head + written(value, chance) + b"\nendobj\n"
    said = {**value.said, "Length": len(value.content) if value.length is None else value.length}
    return head + written(said, chance) + b"\nstream\n" + value.content + b"\nendstream\nendobj\n"


def _pack(objects: dict[int, Any], places: dict[int, tuple[int, int, int]], lie: str, chance: Random) -> None:
    """Most objects go into one that holds others."""
    inside = [each for each, value in objects.items() if not isinstance(value, Packed) and chance.random() < 0.8]
    holder = max(objects) + 1
    texts = [written(objects.pop(each), chance) + b" " for each in inside]
    starts = [sum(map(len, texts[:at])) for at in range(len(texts))]
    if lie == "inside itself":
        inside.append(holder)
        starts.append(0)
    head = b" ".join(b"%d %d" % each for each in zip(inside, starts, strict=True)) + b" "
    said: Values = {"Type": Name("ObjStm"), "N": len(inside), "First": len(head)}
    if lie in ("count", "first"):
        said["N" if lie == "count" else "First"] = chance.choice(NUMBERS)
    if lie == "extends":
        said["Extends"] = To(holder)
    objects[holder] = flate(head + b"".join(texts), said)
    places |= {each: (2, holder, at) for at, each in enumerate(inside)}


def _tell_lies(trailer: Values, places: dict[int, tuple[int, int, int]], begins: int, lie: str, chance: Random) -> None:
    match lie:
        case "size":
            trailer["Size"] = chance.choice(NUMBERS)
        case "previous itself":
            trailer["Prev"] = begins
        case "previous":
            trailer["Prev"] = chance.choice((*NUMBERS, 9, To(1), "x"))
        case "places" | "all places" if places:
            for each in list(places) if lie == "all places" else [chance.choice(list(places))]:
                kind, place, at = places[each]
                places[each] = (kind, chance.choice((0, place + 1, place - 1, 10**9)), at)
        case "generations" | "free" if places:
            places[chance.choice(list(places))] = (0, 0, 65_535) if lie == "free" else (1, begins, 9)


def _list_as_table(places: dict[int, tuple[int, int, int]], lie: str, chance: Random) -> bytes:
    lines = [b"xref\n0 1\n0000000000 65535 f \n"]
    for number, (kind, place, generation) in sorted(places.items()):
        first = chance.choice(NUMBERS) if lie == "index" and chance.random() < 0.2 else number
        count = chance.choice(NUMBERS) if lie == "widths" and chance.random() < 0.2 else 1
        lines.append(b"%d %d\n%010d %05d %s \n" % (first, count, place, generation, b"n" if kind else b"f"))
    return b"".join(lines)


def _list_as_stream(
    number: int, places: dict[int, tuple[int, int, int]], trailer: Values, lie: str, chance: Random
) -> bytes:
    widths, index = [1, 5, 3], [part for each in sorted(places) for part in (each, 1)]
    if lie == "kinds" and places:
        places[chance.choice(list(places))] = (chance.choice((2, 3, 9)), chance.choice((number, 0, 1)), 0)
    rows = [
        b"".join(part.to_bytes(n, "big") for part, n in zip(places[each], widths, strict=True))
        for each in sorted(places)
    ]
    if lie == "widths":
        widths[chance.randrange(3)] = chance.choice((0, 1, 8, -1, 10**6, 10**12))
    if lie == "index":
        index = chance.choice(([], [0], [0, 10**9], [-5, 3], index * 400, index[::-1], [0, number, 0, number]))
    said = {"Type": Name("XRef"), "W": widths, "Index": index, **trailer}
    return _object(number, flate(b"".join(rows), said), chance)
