"""Ways to spoil a sound file: by its bytes, by its lines, by the pieces its format is made of. Chance is handed in."""

from collections.abc import Callable, Sequence
from random import Random

Spoil = Callable[[bytes, Random], bytes]

BLANKS = (b"", b" ", b"\n", b"\r", b"\t", b"\0", b"\xff", b"\xef\xbb\xbf", "\u202e".encode(), "\u200b".encode())
NUMBERS = (b"0", b"-1", b"1e999", b"NaN", b"2147483648", b"99999999999999999999", b"1" * 5000, "\u0663".encode())


def bytes_harmed(content: bytes, chance: Random) -> bytes:
    """Bytes changed, cut out, doubled, or the end taken off."""
    found = bytearray(content)
    for _each in range(chance.choice((1, 1, 2, 8, 60))):
        if not found:
            break
        at = chance.randrange(len(found))
        match chance.randrange(6):
            case 0 | 1:
                found[at] = chance.randrange(256)
            case 2:
                found[at] ^= 1 << chance.randrange(8)
            case 3:
                del found[at : at + chance.choice((1, 4, 64, 4096))]
            case 4:
                found[at:at] = found[max(0, at - chance.choice((1, 16, 300))) : at]
            case _:
                del found[at:]
    return bytes(found)


def pieces_put(pieces: Sequence[bytes]) -> Spoil:
    """Puts pieces of a format where they do not belong, over what was there or between it."""
    known = (*pieces, *BLANKS, *NUMBERS)

    def spoil(content: bytes, chance: Random) -> bytes:
        found = content
        for _each in range(chance.choice((1, 1, 2, 3, 12))):
            at, over = chance.randrange(len(found) + 1), chance.choice((0, 0, 1, 5, 40))
            found = found[:at] + chance.choice(known) * chance.choice((1, 1, 1, 2, 50)) + found[at + over :]
        return found

    return spoil


def lines_moved(content: bytes, chance: Random) -> bytes:
    """Lines that change places, stand there twice or are gone."""
    lines = content.splitlines(keepends=True)
    for _each in range(chance.choice((1, 2, 5))):
        if not lines:
            break
        one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
        match chance.randrange(3):
            case 0:
                lines[one], lines[other] = lines[other], lines[one]
            case 1:
                lines[one:one] = [lines[other]] * chance.choice((1, 2, 200))
            case _:
                del lines[one]
    return b"".join(lines)


def noise(_content: bytes, chance: Random) -> bytes:
    return chance.randbytes(chance.choice((0, 1, 8, 100, 5000)))


def any_of(*spoils: Spoil) -> Spoil:
    """One of these, and now and then a second one after it."""

    def spoil(content: bytes, chance: Random) -> bytes:
        found = chance.choice(spoils)(content, chance)
        return chance.choice(spoils)(found, chance) if chance.random() < 0.2 else found

    return spoil
