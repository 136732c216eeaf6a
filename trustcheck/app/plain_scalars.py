"""Single values of a document: texts, numbers, days, pictures, answers. Each has its type and limits, or is told."""

from base64 import b64decode
from datetime import date
from typing import Any

from trustcheck.app.plain_values import DECLINED
from trustcheck.domain.answers import Answer
from trustcheck.words import gettext as _

LONGEST_TEXT = 20_000
LARGEST_NUMBER = 1_000_000_000
LONGEST_PLACE = 160


class Misfit(ValueError):
    """A document holds something else than it should; ``sentence`` says what and where."""

    def __init__(self, where: str, what: str) -> None:
        # Keys are somebody else's words: on one line, and no longer than is read.
        place = "".join(each if each.isprintable() else "\ufffd" for each in where)
        self.sentence = f"{place if len(place) <= LONGEST_PLACE else place[:LONGEST_PLACE] + '…'}: {what}"
        super().__init__(self.sentence)


def scalar(expected: Any, found: Any, where: str) -> Any:
    """A text, a number, a day, a picture or one of a few words. Raises :class:`Misfit`."""
    if expected is Answer:
        return _answer(found, where)
    if expected is str:
        return _text(found, where)
    if expected is bool and isinstance(found, bool):
        return found
    if expected in (int, float) and isinstance(found, int | float) and not isinstance(found, bool):
        return _number(expected, found, where)
    if isinstance(found, str) and expected not in (bool, int, float):
        return _meant(expected, found, where)
    raise Misfit(where, _("{kind} is expected here.").format(kind=_KINDS.get(expected, _("a text"))))


_KINDS = {bool: "true, false", int: _("a whole number"), float: _("a number")}


def _answer(found: Any, where: str) -> Answer:
    if isinstance(found, str) and found in DECLINED:
        return DECLINED[found]
    if isinstance(found, int) and not isinstance(found, bool) and 0 < found <= 7:
        return Answer(found)
    raise Misfit(where, _("an answer is a point of the scale, dk or na."))


def _text(found: Any, where: str) -> str:
    if not isinstance(found, str):
        raise Misfit(where, _("a text is expected here."))
    if len(found) > LONGEST_TEXT:
        raise Misfit(where, _("this text has more than {limit} characters.").format(limit=f"{LONGEST_TEXT:,}"))
    if not found.isascii() and found != found.encode("utf-8", "replace").decode("utf-8"):
        raise Misfit(where, _("this text holds half a character."))
    return found


def _number(expected: Any, found: float, where: str) -> float:
    # Compared first: whether a whole number of hundreds of digits is finite cannot be asked.
    if not abs(found) <= LARGEST_NUMBER or (expected is int and not isinstance(found, int)):
        raise Misfit(where, _("this number is none that is expected here."))
    return expected(found)  # type: ignore[no-any-return]


def _meant(expected: Any, found: str, where: str) -> Any:
    """What a text stands for: a day, a picture, one of a few words."""
    try:
        if expected is bytes:
            return b64decode(found, validate=True)
        if expected is date:
            if len(found) != len("2026-11-22"):
                raise ValueError
            return date.fromisoformat(found)
        return expected(found)
    except ValueError:
        raise Misfit(where, _("{found} is not what is expected here.").format(found=repr(found[:40]))) from None
