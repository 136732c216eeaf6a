"""The answers of many sheets read into one array: a piece of their text is looked up, and taken apart only once."""

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

from trustcheck.domain.answers import NOT_APPLICABLE_CODE, Answer
from trustcheck.domain.questionnaire import Form, Perspective, Questionnaire
from trustcheck.storage.round_reader import on_scale

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from trustcheck.domain.coded_responses import CodedResponses

_AT_ONCE = 500
_STEP = 16
"""More than there are codes: an item's place and a code go into one number."""


def coded_responses(rows: Iterable[Any], form: Form, questionnaire: Questionnaire) -> "CodedResponses":
    """Responses from rows ``(id, perspective, answers as text)``; what the questionnaire does not ask is left out.

    Raises ``ValueError`` and ``TypeError`` where a row is damaged.
    """
    import numpy as np

    from trustcheck.domain.coded_responses import VIEWS, CodedResponses

    items = tuple(item.id for item in questionnaire.items)
    pieces, views = _Pieces(items, questionnaire.high), bytearray()
    given = [np.zeros((0, len(items)), dtype=np.int8)]
    rows = iter(rows)
    while some := list(islice(rows, _AT_ONCE)):
        known = {each: VIEWS.index(Perspective(each)) for each in {row[1] for row in some}}
        views.extend(known[row[1]] for row in some)
        given.append(_given([row[2] for row in some], pieces)[:, : len(items)])
    return CodedResponses(form, items, np.concatenate(given), np.frombuffer(bytes(views), dtype=np.int8))


def _given(texts: Sequence[str], pieces: "_Pieces") -> "NDArray[np.int8]":
    """(texts, items and one column more): the codes in texts like ``{"A1":4,"A2":-1}``."""
    import numpy as np

    written = [text[1:-1] for text in texts]
    try:
        whole = ",".join(filter(None, written))
        found = [pieces[each] for each in whole.split(",")] if whole else []
        lengths = [text.count(",") + bool(text) for text in written]
    except _NoPiece:
        # An item somebody named otherwise than any questionnaire may: as slow as it is rare.
        apart = [list(_apart(text, pieces)) for text in texts]
        found, lengths = [each for some in apart for each in some], [len(some) for some in apart]
    places = np.array(found, dtype=np.int64)
    given = np.zeros((len(texts), pieces.width + 1), dtype=np.int8)
    codes = places % _STEP + NOT_APPLICABLE_CODE
    given[np.repeat(np.arange(len(texts)), lengths), places // _STEP] = codes.astype(np.int8)
    return given


def _apart(text: str, pieces: "_Pieces") -> Iterator[int]:
    return (pieces.number(item, code) for item, code in dict(json.loads(text)).items())


class _NoPiece(Exception):
    """What stands between two commas is no answer by itself."""


class _Pieces(dict[str, int]):
    """For each piece like ``"A1":4`` its item's place and its code as one number."""

    def __init__(self, items: Sequence[str], high: int) -> None:
        super().__init__()
        self.width = len(items)
        self._places = {item: place for place, item in enumerate(items)}
        self._high = high

    def __missing__(self, piece: str) -> int:
        try:
            ((item, code),) = json.loads(f"{{{piece}}}").items()
        except ValueError:
            raise _NoPiece from None
        self[piece] = number = self.number(item, code)
        return number

    def number(self, item: str, code: Any) -> int:
        """Raises ``ValueError`` or ``TypeError`` where nobody can answer like that."""
        answer = on_scale(Answer(code), self._high)
        return self._places.get(item, self.width) * _STEP + answer.code - NOT_APPLICABLE_CODE
