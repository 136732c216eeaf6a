"""In which order the characters of a line stand, where some of them run from right to left.

Unicode Standard Annex 9, without what explicit signs of direction do: those are taken out of every text before, as
they can make it look like what it is not. A line is looked at by itself.
"""

from collections.abc import Iterable
from itertools import groupby
from unicodedata import bidirectional

_STRONG_RIGHT = ("R", "AL")
_STRONG = ("L", *_STRONG_RIGHT)
_NUMBERS = ("EN", "AN")
_NEUTRAL = ("B", "S", "WS", "ON")
_MOSTLY = 0.4
"""From which share of its words on a paragraph runs from right to left: fewer are names in another language's text."""
_OPENING, _CLOSING = "([{⁅⁽₍〈❨❪❬❮❰❲❴⟦⟨⟪⟬⟮「『【〔〖（［｛｟｢", ")]}⁆⁾₎〉❩❫❭❯❱❳❵⟧⟩⟫⟭⟯」』】〕〗）］｝｠｣"
_MIRRORED = str.maketrans("()[]{}<>«»‹›≤≥", ")(][}{><»«›‹≥≤")


def mirrored(text: str) -> str:
    """A text of signs and blanks as it stands where lines run from right to left."""
    return text[::-1].translate(_MIRRORED)


def runs_to_the_left(text: str) -> bool:
    """Whether a paragraph begins at the right: as many of its words do, not as its first one does."""
    if text.isascii() or max(text) < "\u0590":
        return False
    firsts = [
        next((kind for kind in map(bidirectional, word) if kind in ("L", "R", "AL")), "") for word in text.split()
    ]
    strong = [kind for kind in firsts if kind]
    return bool(strong) and sum(kind in _STRONG_RIGHT for kind in strong) > _MOSTLY * len(strong)


def levels(text: str, *, to_the_left: bool) -> list[int]:
    """For each character its embedding level: even runs to the right, odd to the left."""
    base = int(to_the_left)
    side = "R" if base else "L"
    kinds = [bidirectional(each) or "L" for each in text]
    _marks(kinds, side)
    _numbers(kinds, side)
    _brackets(text, kinds, side)
    _neutrals(kinds, side)
    found = [_level(kind, base) for kind in kinds]
    for at in range(len(text) - 1, -1, -1):
        if bidirectional(text[at]) not in ("WS", "BN"):
            break
        found[at] = base
    return found


def visual(found: list[int]) -> list[range]:
    """Runs of one level, as they stand from left to right. Each is a range of characters in the order of reading."""
    runs = [list(part) for _, part in groupby(range(len(found)), found.__getitem__)]
    for level in range(max(found, default=0), 0, -1):
        runs = _turned(runs, [found[run[0]] >= level for run in runs])
    return [range(run[0], run[-1] + 1) for run in runs]


def _turned(runs: list[list[int]], high: list[bool]) -> list[list[int]]:
    """Each stretch of runs that are high enough in the other order."""
    turned: list[list[int]] = []
    stretch: list[list[int]] = []
    for run, is_high in zip(runs, high, strict=True):
        if is_high:
            stretch.insert(0, run)
        else:
            turned += [*stretch, run]
            stretch = []
    return turned + stretch


def _level(kind: str, base: int) -> int:
    if kind == "R":
        return 1
    if kind in _NUMBERS:
        return 2
    return 2 * base


def _marks(kinds: list[str], side: str) -> None:
    """W1: a mark goes with what it stands on, and so does what joins two letters."""
    for at, kind in enumerate(kinds):
        if kind in ("NSM", "BN"):
            kinds[at] = kinds[at - 1] if at else side


def _numbers(kinds: list[str], side: str) -> None:
    """W2 to W7: what stands in or at a number goes with it, and a number with the letters before it."""
    strong = side
    for at, kind in enumerate(kinds):
        if kind in _STRONG:
            strong = kind
        elif kind == "EN" and strong == "AL":
            kinds[at] = "AN"
    _between_numbers(kinds)
    _at_numbers(kinds)
    strong = side
    for at, kind in enumerate(kinds):
        if kind == "AL":
            kinds[at] = strong = "R"
        elif kind in ("L", "R"):
            strong = kind
        elif kind in ("ES", "ET", "CS"):
            kinds[at] = "ON"
        elif kind == "EN" and strong == "L":
            kinds[at] = "L"


def _between_numbers(kinds: list[str]) -> None:
    """W4: one sign between two numbers of a kind."""
    for at in range(1, len(kinds) - 1):
        before, kind, after = kinds[at - 1 : at + 2]
        if before == after and ((kind in ("ES", "CS") and before == "EN") or (kind == "CS" and before == "AN")):
            kinds[at] = before


def _at_numbers(kinds: list[str]) -> None:
    """W5: signs of money and shares beside a number."""
    at = 0
    for kind, part in groupby(list(kinds)):
        end = at + len(list(part))
        if kind == "ET" and ("EN" in kinds[end : end + 1] or (at and kinds[at - 1] == "EN")):
            kinds[at:end] = ["EN"] * (end - at)
        at = end


def _side(kind: str) -> str:
    """As neutral signs see it: numbers count as running to the left."""
    return "R" if kind in ("R", *_NUMBERS) else kind


def _brackets(text: str, kinds: list[str], side: str) -> None:
    """N0: two brackets that belong together go with what stands within, or before them."""
    for opened, closed in sorted(_pairs(text, kinds)):
        within = {_side(kind) for kind in kinds[opened + 1 : closed]} & {"L", "R"}
        if not within:
            continue
        direction = side
        if side not in within:
            before = (_side(kind) for kind in reversed(kinds[:opened]) if _side(kind) in ("L", "R"))
            other = within.pop()
            direction = other if next(before, side) == other else side
        kinds[opened] = kinds[closed] = direction


def _pairs(text: str, kinds: list[str]) -> Iterable[tuple[int, int]]:
    waiting: list[tuple[str, int]] = []
    for at, each in enumerate(text):
        if kinds[at] != "ON":
            continue
        if each in _OPENING:
            waiting.append((_CLOSING[_OPENING.index(each)], at))
        elif each in _CLOSING:
            place = next((place for place in range(len(waiting) - 1, -1, -1) if waiting[place][0] == each), None)
            if place is not None:
                yield waiting[place][1], at
                del waiting[place:]


def _neutrals(kinds: list[str], side: str) -> None:
    """N1 and N2: signs between two of a direction follow it, others the line."""
    at = 0
    for neutral, part in groupby(list(kinds), lambda kind: kind in _NEUTRAL):
        end = at + len(list(part))
        if neutral:
            before = _side(kinds[at - 1]) if at else side
            after = _side(kinds[end]) if end < len(kinds) else side
            kinds[at:end] = [before if before == after else side] * (end - at)
        at = end
