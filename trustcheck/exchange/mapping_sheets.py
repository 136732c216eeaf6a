"""The sheets of a table, each made when it is asked for: a hundred thousand of them never stand in memory at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import overload

from trustcheck.domain.answers import DONT_KNOW_CODE, NOT_APPLICABLE_CODE, Answer, Response
from trustcheck.domain.group_round import Sheet
from trustcheck.domain.questionnaire import Form, Perspective

SKIPPED = 0
UNREADABLE = 128
VIEWS = tuple(Perspective)
_DECLINED = (DONT_KNOW_CODE, NOT_APPLICABLE_CODE)


def as_byte(code: int | None) -> int:
    """An answer code in one byte; ``None``, a cell that is no answer, is :data:`UNREADABLE`."""
    return UNREADABLE if code is None else code % 256


@dataclass(frozen=True, slots=True)
class TableSheets(Sequence[Sheet]):
    """Sheets of one form. ``codes`` holds a byte per row for each item, ``rows`` says which rows, in which order."""

    form: Form
    codes: Mapping[str, bytes]
    views: bytes
    """For every row of the table, which of :data:`VIEWS`."""
    rows: Sequence[int]

    def __len__(self) -> int:
        return len(self.rows)

    @overload
    def __getitem__(self, place: int) -> Sheet: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[Sheet]: ...

    def __getitem__(self, place: int | slice) -> Sheet | Sequence[Sheet]:
        if isinstance(place, slice):
            return TableSheets(self.form, self.codes, self.views, self.rows[place])
        row = self.rows[place]
        given = {item_id: codes[row] for item_id, codes in self.codes.items()}
        answers = {item_id: _ANSWERS[code] for item_id, code in given.items() if code != SKIPPED}
        return Sheet(Response(VIEWS[self.views[row]], self.form, answers))


_ANSWERS = {as_byte(code): Answer(code) for code in (*_DECLINED, *range(1, 8))}
