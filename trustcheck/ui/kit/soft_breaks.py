"""Places where a word that is wider than its room may break, so that nothing anybody wrote is cut off at the edge; and
nothing anybody wrote turns round what stands beside it.
"""

import re
from math import inf
from unicodedata import combining

from PySide6.QtGui import QFontMetricsF

_BREAK = "\u200b"
_WORD = re.compile(r"\S{8,}")
_PIECE = re.compile(r"[^/\\]*[/\\]+|[^/\\]+")
_TOGETHER = "\u00a0"
_LEAST_END = 10
"""So many characters at least stand in the last line of several: one short word alone there looks forgotten."""
_JOINING = "\u200d\ufe0e\ufe0f"
_TURNING = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])


def not_turning(words: str) -> str:
    """``words`` without the marks that turn the writing of all that follows; each script runs its own way without."""
    return words.translate(_TURNING)


class SetWords:
    """Words in one face, and what decides how they stand in a room: measured once, since a layout asks for one width
    after the other.
    """

    def __init__(self, words: str, metrics: QFontMetricsF) -> None:
        self._words, self._metrics = words, metrics
        self._width = metrics.horizontalAdvance(words)
        self._longest: float | None = None
        self._held: tuple[str, float] | None = None

    def fitting(self, width: float, *, held: bool = True) -> str:
        """As they stand in lines of ``width`` pixels: no word is cut at the edge, and where the last of them are
        ``held`` together no short one is left alone.
        """
        if width <= 0 or self._width <= width:
            return self._words
        words = self._with_their_end(width) if held else self._words
        if self._longest is None:
            runs = _WORD.findall(self._words)
            self._longest = max(map(self._metrics.horizontalAdvance, runs), default=0.0)
        return words if self._longest <= width else broken_to_fit(words, self._metrics, width)

    def _with_their_end(self, width: float) -> str:
        """With the last of them held together, where these have the room."""
        if self._held is None:
            before, _space, end = self._words.rpartition(" ")
            while before and len(end) < _LEAST_END:
                before, _space, word = before.rpartition(" ")
                end = f"{word}{_TOGETHER}{end}"
            may_be = before and "\n" not in end
            self._held = f"{before} {end}", self._metrics.horizontalAdvance(end) if may_be else inf
        held, taken = self._held
        return held if taken <= width / 2 else self._words


def fitting(words: str, metrics: QFontMetricsF, width: float) -> str:
    """``words`` as they stand in lines of ``width`` pixels: no word is cut at the edge, none short is left alone."""
    return SetWords(not_turning(words), metrics).fitting(width)


def broken_to_fit(words: str, metrics: QFontMetricsF, width: float) -> str:
    """``words`` with invisible breaks inside every word wider than ``width`` pixels; all others as they are. A path
    breaks between its folders, as long as their names fit.
    """
    if width <= 0 or metrics.horizontalAdvance(words) <= width:
        return words

    def broken(run: re.Match[str]) -> str:
        word = run.group()
        return word if fits(word) else _BREAK.join(map(piece, _PIECE.findall(word)))

    def piece(part: str) -> str:
        return part if fits(part) else _between_letters(part)

    def fits(part: str) -> bool:
        return metrics.horizontalAdvance(part) <= width

    return _WORD.sub(broken, words)


def _between_letters(word: str) -> str:
    """A break before every letter that does not belong to the one before it."""
    return "".join(
        letter if combining(letter) or letter in _JOINING or not at else _BREAK + letter
        for at, letter in enumerate(word)
    )
