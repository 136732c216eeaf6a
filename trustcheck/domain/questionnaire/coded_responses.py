"""The responses of many people as one array: a hundred thousand of them are millions of objects otherwise."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import compress, repeat
from typing import overload

import numpy as np
from numpy.typing import NDArray

from trustcheck.domain.questionnaire.answers import (
    LONGEST_SCALE,
    NOT_APPLICABLE_CODE,
    SKIPPED_CODE,
    Answer,
    Response,
    SaidBeside,
)
from trustcheck.domain.questionnaire.model import Form, Perspective

VIEWS = tuple(Perspective)

_NOTHING_BESIDE = SaidBeside()
_ANSWERS = {code: Answer(code) for code in range(NOT_APPLICABLE_CODE, LONGEST_SCALE + 1) if code != SKIPPED_CODE}


@dataclass(frozen=True, slots=True, eq=False)
class CodedResponses(Sequence[Response]):
    """Responses of one form, each made when it is asked for."""

    form: Form
    items: tuple[str, ...]
    given: NDArray[np.int8]
    """(n, items): codes as in ``codes``, the items in the order of ``items``."""
    views: NDArray[np.int8]
    """(n,): which of :data:`VIEWS` each belongs to."""
    beside: tuple[SaidBeside, ...] = ()
    """(n): what each said beside the questions; empty where nobody did."""

    def __len__(self) -> int:
        return len(self.given)

    @overload
    def __getitem__(self, place: int) -> Response: ...

    @overload
    def __getitem__(self, place: slice) -> "CodedResponses": ...

    def __getitem__(self, place: int | slice) -> "Response | CodedResponses":
        if isinstance(place, slice):
            return replace(self, given=self.given[place], views=self.views[place], beside=self.beside[place])
        beside = self.beside[place] if self.beside else _NOTHING_BESIDE
        return self._response(self.given[place].tolist(), int(self.views[place]), beside)

    def __iter__(self) -> Iterator[Response]:
        beside = self.beside or repeat(_NOTHING_BESIDE, len(self))
        rows = zip(self.given, self.views.tolist(), beside, strict=True)
        return (self._response(row.tolist(), view, more) for row, view, more in rows)

    def __eq__(self, other: object) -> bool:
        """As any two rows of the same responses are alike, however they are kept."""
        if not isinstance(other, Sequence):
            return NotImplemented
        return len(self) == len(other) and all(one == another for one, another in zip(self, other, strict=True))

    def __hash__(self) -> int:
        return hash((self.form, len(self)))

    def in_order(self, places: Sequence[int]) -> "CodedResponses":
        """Those at ``places``, one after the other."""
        beside = tuple(self.beside[each] for each in places) if self.beside else ()
        return replace(self, given=self.given[list(places)], views=self.views[list(places)], beside=beside)

    def codes_of(self, items: Sequence[str]) -> NDArray[np.int8]:
        """(n, items): the codes of ``items`` in their order; one that nobody was asked counts as skipped."""
        if tuple(items) == self.items:
            return self.given
        found = np.full((len(self), len(items)), SKIPPED_CODE, dtype=np.int8)
        known = {item_id: at for at, item_id in enumerate(self.items)}
        for at, item_id in enumerate(items):
            if item_id in known:
                found[:, at] = self.given[:, known[item_id]]
        return found

    def of(self, perspective: Perspective) -> "CodedResponses":
        """Those of a perspective, in the order they stand in."""
        seen = self.views == VIEWS.index(perspective)
        return replace(self, given=self.given[seen], views=self.views[seen], beside=tuple(compress(self.beside, seen)))

    def number(self, perspective: Perspective) -> int:
        """How many are of a perspective."""
        return int(np.count_nonzero(self.views == VIEWS.index(perspective)))

    def _response(self, codes: Sequence[int], view: int, beside: SaidBeside) -> Response:
        answers = {item: _ANSWERS[code] for item, code in zip(self.items, codes, strict=True) if code != SKIPPED_CODE}
        return Response(VIEWS[view], self.form, answers, beside)


def from_columns(form: Form, columns: Mapping[str, bytes], views: bytes, rows: Sequence[int]) -> CodedResponses:
    """Those of some rows of a table. A column holds the code of an item's answer in each row, modulo 256."""
    places = np.array(rows, dtype=np.intp)
    given = np.empty((len(places), len(columns)), dtype=np.int8)
    for at, column in enumerate(columns.values()):
        given[:, at] = np.frombuffer(column, dtype=np.int8)[places]
    return CodedResponses(form, tuple(columns), given, np.frombuffer(views, dtype=np.int8)[places])
