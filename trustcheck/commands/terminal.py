"""What may be shown at a terminal of words that somebody else wrote."""

from unicodedata import category

_STEERS = ("Cc", "Cf")


def harmless(text: str, *, lines: bool = False) -> str:
    """The same words with a mark in the place of whatever would steer a terminal or turn what stands beside it.

    A text of several ``lines`` keeps them.
    """
    return "".join("\ufffd" if category(each) in _STEERS and not (lines and each == "\n") else each for each in text)
