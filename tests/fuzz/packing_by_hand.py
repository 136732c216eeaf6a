"""An archive put together byte by byte, so that every field of it can say something else than what is there."""

import bz2
import lzma
import struct
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

STORED, DEFLATED, BZIP2, LZMA = 0, 8, 12, 14
OTHER_WAYS = (1, 6, 9, 19, 93, 95, 97, 98, 99, 65535)


@dataclass
class Part:
    """One part of an archive, and what the archive says of it: first before the part, then in the directory."""

    name: bytes
    content: bytes
    way: int = DEFLATED
    flags: int = 0
    version: int = 20
    check: int = 0
    packed: int = 0
    unpacked: int = 0
    extra: bytes = b""


def part(name: str, content: bytes, way: int = DEFLATED) -> tuple[Part, bytes]:
    """A part that is true, with its bytes as they are packed."""
    data = _packed(content, way)
    return Part(name.encode(), content, way, 0x800, 20, zlib.crc32(content), len(data), len(content)), data


def _packed(content: bytes, way: int) -> bytes:
    if way == DEFLATED:
        packer = zlib.compressobj(wbits=-15)
        return packer.compress(content) + packer.flush()
    if way == BZIP2:
        return bz2.compress(content)
    if way == LZMA:
        alone = lzma.compress(content, lzma.FORMAT_ALONE)
        return b"\x09\x04\x05\x00" + alone[:5] + alone[13:]
    return content


def archive(parts: Sequence[tuple[Part, bytes]], chance: Random | None = None) -> bytes:
    """The parts and their directory. Given chance, one thing that is said somewhere is not so."""
    lie = chance.choice(_LIES) if chance else ""
    at_part = chance.randrange(len(parts)) if chance else -1
    out, directory = bytearray(chance.randbytes(40) if chance and lie == "begins late" else b""), bytearray()
    for at, (each, packed) in enumerate(parts):
        data = _with_a_lie(each, packed, lie, chance) if chance and at == at_part else packed
        place = len(out)
        said = struct.pack(
            "<HHHHHLLL", each.version, each.flags, each.way, 0, 33, each.check, each.packed, each.unpacked
        )
        lengths = struct.pack("<HH", len(each.name), len(each.extra))
        first = _garbled(said, chance) if chance and at == at_part and lie == "two accounts" else said
        out += b"PK\x03\x04" + first + lengths + each.name + each.extra + data
        at_place = 0xFFFFFFFF if lie == "far away" and at == at_part else place
        directory += b"PK\x01\x02" + struct.pack("<H", 20) + said + lengths
        directory += struct.pack("<HHHLL", 0, 0, 0, 0, at_place) + each.name + each.extra
    return bytes(out + directory + _end(len(parts), len(directory), len(out), lie))


def _end(number: int, length: int, place: int, lie: str) -> bytes:
    number = {"too many": 65535, "too few": 1}.get(lie, number)
    place = {"no directory": 0, "directory beyond": 0xFFFFFFFF}.get(lie, place)
    words = b"PK\x05\x06" * 3 if lie == "two ends" else b""
    return b"PK\x05\x06" + struct.pack("<HHHHLLH", 0, 0, number, number, length, place, len(words)) + words


_LIES = (
    "check", "packed", "unpacked", "way", "flags", "version", "extra", "name", "data", "cut", "two accounts",
    "packed otherwise", "packed otherwise", "far away", "begins late", "too many", "too few", "no directory",
    "directory beyond", "two ends",
)  # fmt: skip
_SIZES = (0, 1, 2**16, 2**28, 2**31, 2**32 - 1)
_NAMES = (b"../x", b"/xl/workbook.xml", b"xl\\workbook.xml", b"XL/WORKBOOK.XML", b"xl/", b"", b"\xff\xfe", b"a" * 5000)


def _with_a_lie(each: Part, data: bytes, lie: str, chance: Random) -> bytes:
    match lie:
        case "check":
            each.check ^= 1 << chance.randrange(32)
        case "packed" | "unpacked":
            setattr(each, lie, chance.choice(_SIZES))
        case "way":
            each.way = chance.choice((STORED, DEFLATED, BZIP2, LZMA, *OTHER_WAYS))
        case "flags" | "version":
            setattr(each, lie, chance.choice((0, 45, 63, 255, 65535, 1 << chance.randrange(16))))
        case "extra":
            each.extra = (
                struct.pack("<HH", chance.choice((1, 0x7075, 0x9901)), chance.choice((0, 8, 60000))) + data[:16]
            )
        case "name":
            each.name = chance.choice(_NAMES)
        case "data":
            return _garbled(data, chance)
        case "packed otherwise":
            each.way = chance.choice((BZIP2, LZMA))
            data = _packed(each.content, each.way)
            each.packed = len(data)
            return _garbled(data, chance) if chance.random() < 0.5 else data
        case "cut":
            return data[: chance.randrange(len(data) + 1)]
    return data


def _garbled(data: bytes, chance: Random) -> bytes:
    found = bytearray(data)
    for _each in range(chance.choice((1, 1, 4))):
        if found:
            found[chance.randrange(len(found))] = chance.randrange(256)
    return bytes(found)
