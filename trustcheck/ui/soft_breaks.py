"""Places where a word that is wider than its room may break, so that nothing anybody wrote is cut off at the edge; and
nothing anybody wrote turns round what stands beside it.
"""

import re
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


def fitting(words: str, metrics: QFontMetricsF, width: float) -> str:
    """``words`` as they stand in lines of ``width`` pixels: no word is cut at the edge, none short is left alone."""
    return broken_to_fit(with_its_end(not_turning(words), metrics, width), metrics, width)


def with_its_end(words: str, metrics: QFontMetricsF, width: float) -> str:
    """``words`` with the last of them held together, where they take more than one line and these have the room."""
    if width <= 0 or metrics.horizontalAdvance(words) <= width:
        return words
    before, _space, end = words.rpartition(" ")
    while before and len(end) < _LEAST_END:
        before, _space, word = before.rpartition(" ")
        end = f"{word}{_TOGETHER}{end}"
    has_room = before and "\n" not in end and metrics.horizontalAdvance(end) <= width / 2
    return f"{before} {end}" if has_room else words


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
