"""The answers of many sheets, each one text like ``{"A1":4,"A2":-1}``, read into one array.

There may be millions of pieces like ``"A1":4``, and few that differ. Each is found by its bytes, many at once, and
taken apart only where it was not met before.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from trustcheck.domain.questionnaire.answers import NOT_APPLICABLE_CODE, Answer
from trustcheck.domain.questionnaire.coded_responses import VIEWS, CodedResponses
from trustcheck.domain.questionnaire.model import Form, Perspective, Questionnaire
from trustcheck.storage.rounds.beside_text import beside_from
from trustcheck.storage.rounds.reader import on_scale

_STEP = 16
"""More than there are codes: an item's place and a code go into one number."""
_COMMA, _NEW_LINE = b",\n"
_WORD = 8
"""Bytes that are looked at in one go."""
_AROUND_AN_ITEM = len('"":-2')
_NEVER_IN_TEXT = 2**64 - 1
_SLOT_BITS = 16
_MIXED_BY = 0x9E3779B97F4A7C15
"""Odd, so that no two words become one: 2^64 by the golden ratio."""


def coded_responses(parts: Iterable[Sequence[Any]], form: Form, questionnaire: Questionnaire) -> CodedResponses:
    """Responses from parts of rows like :data:`~trustcheck.storage.groups.sheet_rows.SHEETS`; what nobody was asked is
    left out.

    Raises ``ValueError`` and ``TypeError`` where a row is damaged.
    """
    items = tuple(item.id for item in questionnaire.items)
    pieces, views, beside = _Pieces(items, questionnaire.high), bytearray(), list[str]()
    given = [np.zeros((0, len(items)), dtype=np.int8)]
    for some in parts:
        known = {each: VIEWS.index(Perspective(each)) for each in {row[1] for row in some}}
        views.extend([known[row[1]] for row in some])
        given.append(_given([row[2] for row in some], pieces)[:, : len(items)])
        beside += [row[3] for row in some]
    said = tuple(map(beside_from, beside)) if any(beside) else ()
    return CodedResponses(form, items, np.concatenate(given), np.frombuffer(bytes(views), dtype=np.int8), said)


def _given(texts: Sequence[str], pieces: "_Pieces") -> NDArray[np.int8]:
    """(texts, items and one column more): the codes of each."""
    written = [text[1:-1] for text in texts]
    try:
        found, of = pieces.numbers("\n".join(written))
    except _NoPiece:
        # An item somebody named otherwise than any questionnaire may: as slow as it is rare.
        apart = [(number, at) for at, text in enumerate(texts) for number in _apart(text, pieces)]
        found, of = np.array(apart, dtype=np.int64).reshape(-1, 2).T
    given = np.zeros((len(texts), pieces.width + 1), dtype=np.int8)
    codes = found % _STEP + NOT_APPLICABLE_CODE
    given[of, found // _STEP] = codes.astype(np.int8)
    return given


def _apart(text: str, pieces: "_Pieces") -> Iterator[int]:
    return (pieces.number(item, code) for item, code in dict(json.loads(text)).items())


class _NoPiece(Exception):
    """What stands between two commas is no answer by itself."""


class _Pieces(dict[bytes, int]):
    """For each piece its item's place and its code as one number, in a slot that follows from its bytes.

    A slot holds the piece that was met in it last, word by word: another one that falls into it is seen to be another,
    and looked up by itself.
    """

    def __init__(self, items: Sequence[str], high: int) -> None:
        super().__init__()
        self.width = len(items)
        self._places = {item: place for place, item in enumerate(items)}
        self._high = high
        longest = max(map(len, items), default=0) + _AROUND_AN_ITEM
        self._bytes = -(-longest // _WORD) * _WORD
        kept = np.array([_kept(length, self._bytes) for length in range(self._bytes + 1)], dtype=np.uint64)
        self._kept = list(kept.T)
        self._known = [np.full(1 << _SLOT_BITS, _NEVER_IN_TEXT, dtype=np.uint64) for _word in self._kept]
        self._numbers = np.zeros(1 << _SLOT_BITS, dtype=np.int64)

    def numbers(self, text: str) -> tuple[NDArray[np.int64], NDArray[np.intp]]:
        """Those of all pieces between commas, and in which line each stands.

        Raises ``_NoPiece``; ``ValueError`` or ``TypeError`` as ``number``.
        """
        content = b"\n" * self._bytes + text.encode() + b"\n"
        signs = np.frombuffer(content, dtype=np.uint8)
        ends = np.flatnonzero((signs == _COMMA) | (signs == _NEW_LINE))[self._bytes - 1 :]
        lengths = np.diff(ends) - 1
        is_line = signs[ends] == _NEW_LINE
        # Between two ends of lines stands nothing that was answered.
        is_piece = (lengths > 0) | ~(is_line[:-1] & is_line[1:])
        of = (np.cumsum(is_line) - 1)[:-1][is_piece]
        return self._found(content, ends[1:][is_piece], lengths[is_piece]), of

    def _found(self, content: bytes, ends: NDArray[np.intp], lengths: NDArray[np.intp]) -> NDArray[np.int64]:
        words = self._words(content, ends, np.minimum(lengths, self._bytes))
        slots = self._slots(words)
        found = self._numbers[slots]
        is_new = lengths > self._bytes
        for known, own in zip(self._known, words, strict=True):
            is_new |= known[slots] != own
        for at in np.flatnonzero(is_new).tolist():
            piece = content[ends[at] - lengths[at] : ends[at]]
            found[at] = self._numbers[slots[at]] = self[piece]
            for known, own in zip(self._known, words, strict=True):
                known[slots[at]] = own[at] if lengths[at] <= self._bytes else _NEVER_IN_TEXT
        return found

    def _words(self, content: bytes, ends: NDArray[np.intp], lengths: NDArray[np.intp]) -> list[NDArray[np.uint64]]:
        """The bytes before each end, eight in a number, with zeros in the place of what is none of the piece."""
        everywhere: NDArray[np.uint64] = np.ndarray((len(content) - _WORD + 1,), dtype="<u8", buffer=content, strides=1)
        return [everywhere[ends - _WORD * at] & kept[lengths] for at, kept in enumerate(self._kept, start=1)]

    def _slots(self, words: list[NDArray[np.uint64]]) -> NDArray[np.intp]:
        mixed = words[0] * np.uint64(_MIXED_BY)
        for own in words[1:]:
            mixed = (mixed ^ own) * np.uint64(_MIXED_BY)
        return (mixed >> np.uint64(64 - _SLOT_BITS)).astype(np.intp)

    def __missing__(self, piece: bytes) -> int:
        try:
            ((item, code),) = json.loads(b"{%b}" % piece).items()
        except ValueError:
            raise _NoPiece from None
        self[piece] = number = self.number(item, code)
        return number

    def number(self, item: str, code: Any) -> int:
        """Raises ``ValueError`` or ``TypeError`` where nobody can answer like that."""
        answer = on_scale(Answer(code), self._high)
        return self._places.get(item, self.width) * _STEP + answer.code - NOT_APPLICABLE_CODE


def _kept(length: int, of: int) -> list[int]:
    """For each word before the end of a piece which of its bits are the piece's own; the last bytes stand highest."""
    own = [max(0, min(_WORD, length - before)) for before in range(0, of, _WORD)]
    return [(1 << 64) - (1 << 8 * (_WORD - each)) for each in own]
