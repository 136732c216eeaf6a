"""Places where a very long word may break, so that nothing a person wrote is ever cut off at the edge."""

import re

_LONGEST = 28
_BREAK = "\u200b"
_LONG_WORD = re.compile(rf"\S{{{_LONGEST + 1},}}")
_PIECE = re.compile(rf".{{1,{_LONGEST}}}")


def softly_broken(words: str) -> str:
    """``words`` with an invisible break after every 28 letters of a longer run without a space."""
    return _LONG_WORD.sub(lambda run: _BREAK.join(_PIECE.findall(run.group())), words)
