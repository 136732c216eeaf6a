"""What happens to a file on a disk that fails: ways to damage its bytes."""

import random

PAGE = 4096


def cut_short(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(1, len(content))]


def bytes_changed(content: bytes, chance: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(30):
        changed[chance.randrange(100, len(changed))] = chance.randrange(256)
    return bytes(changed)


def page_emptied(content: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(content) // PAGE) * PAGE
    return content[:at] + bytes(PAGE) + content[at + PAGE :]


def pages_swapped(content: bytes, chance: random.Random) -> bytes:
    one, other = (chance.randrange(1, len(content) // PAGE) * PAGE for _ in range(2))
    changed = bytearray(content)
    changed[one : one + PAGE], changed[other : other + PAGE] = (
        content[other : other + PAGE],
        content[one : one + PAGE],
    )
    return bytes(changed)


def header_changed(content: bytes, chance: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(3):
        changed[chance.randrange(100)] = chance.randrange(256)
    return bytes(changed)


DAMAGES = (cut_short, bytes_changed, page_emptied, pages_swapped, header_changed)
