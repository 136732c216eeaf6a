"""Some of the sheets on their way into a file, one by one as people gave them or as one array from a table."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import TYPE_CHECKING, NamedTuple, Protocol

import sqlalchemy as sa

from trustcheck.domain.checks.coded_sheets import CodedSheets
from trustcheck.domain.checks.group_round import Sheet
from trustcheck.domain.questionnaire.answers import Response, SaidBeside
from trustcheck.domain.questionnaire.model import Perspective
from trustcheck.domain.statistics.quality import quality
from trustcheck.storage.groups import group_refusals
from trustcheck.storage.groups.state import Taking
from trustcheck.storage.schema.many_rows import insert, insert_coded

if TYPE_CHECKING:
    from trustcheck.domain.questionnaire.coded_responses import CodedResponses

_MANY = 20


class SheetLook(NamedTuple):
    """What stands of a sheet in its own rows."""

    perspective: str
    code: str | None
    """Of its form."""
    hurried: bool
    beside: str


class SheetBatch(Protocol):
    """Sheets that are written together."""

    def require_asked(self, taken: Taking) -> None:
        """Raises ``NotSaved`` where one does not belong into the round."""
        ...

    def looks(self, taken: Taking) -> Iterator[SheetLook]: ...

    def put_answers(self, connection: sa.Connection, ids: Sequence[int]) -> None: ...

    def notes(self) -> Iterator[tuple[int, str, str]]:
        """Where the sheet is in this part, the item, and what was written to it."""
        ...


@dataclass(frozen=True, slots=True)
class PlainPart:
    sheets: Sequence[Sheet]

    def require_asked(self, taken: Taking) -> None:
        high = taken.questionnaire.high
        for sheet in self.sheets:
            answers = sheet.response.answers
            if sheet.response.perspective not in taken.perspectives:
                raise group_refusals.not_asked(sheet.response.perspective)
            if not answers.keys() <= taken.asked or not sheet.notes.keys() <= taken.asked:
                raise group_refusals.unknown_items((answers.keys() | sheet.notes.keys()) - taken.asked)
            if any(answer.code > high for answer in answers.values()):
                raise group_refusals.off_the_scale(high)
        _require_beside(taken, (sheet.response.beside for sheet in self.sheets))

    def looks(self, taken: Taking) -> Iterator[SheetLook]:
        hurried = which_are_hurried([each.response for each in self.sheets], taken)
        for each, is_hurried in zip(self.sheets, hurried, strict=True):
            perspective, beside = each.response.perspective, each.response.beside
            yield SheetLook(perspective.value, each.code or None, is_hurried, taken.kept(perspective, beside))

    def put_answers(self, connection: sa.Connection, ids: Sequence[int]) -> None:
        rows = [
            (new, item, answer.code)
            for new, sheet in zip(ids, self.sheets, strict=True)
            for item, answer in sheet.response.answers.items()
        ]
        insert(connection, "answer (response, item, code)", rows)

    def notes(self) -> Iterator[tuple[int, str, str]]:
        return ((at, item, text) for at, sheet in enumerate(self.sheets) for item, text in sheet.notes.items())


@dataclass(frozen=True, slots=True)
class CodedPart:
    responses: "CodedResponses"

    def require_asked(self, taken: Taking) -> None:
        responses, high = self.responses, taken.questionnaire.high
        for perspective in Perspective:
            if perspective not in taken.perspectives and responses.number(perspective):
                raise group_refusals.not_asked(perspective)
        if not taken.asked.issuperset(responses.items):
            raise group_refusals.unknown_items(set(responses.items) - taken.asked)
        if responses.given.size and int(responses.given.max()) > high:
            raise group_refusals.off_the_scale(high)
        _require_beside(taken, responses.beside)

    def looks(self, taken: Taking) -> Iterator[SheetLook]:
        hurried = which_are_hurried(self.responses, taken)
        views, said = list(Perspective), self.responses.beside or repeat(SaidBeside(), len(self.responses))
        for view, is_hurried, beside in zip(self.responses.views.tolist(), hurried, said, strict=True):
            yield SheetLook(views[view].value, None, is_hurried, taken.kept(views[view], beside))

    def put_answers(self, connection: sa.Connection, ids: Sequence[int]) -> None:
        insert_coded(connection, ids, self.responses)

    def notes(self) -> Iterator[tuple[int, str, str]]:
        return iter(())


def _require_beside(taken: Taking, said: Iterable[SaidBeside]) -> None:
    for each in said:
        if not each.fits(taken.questionnaire):
            raise group_refusals.unknown_items(each.guesses.keys() | each.drill.keys())


def parts(sheets: Sequence[Sheet], ids: Sequence[int], size: int) -> Iterator[tuple[list[int], SheetBatch]]:
    """All sheets in the order of their ids, so many at once, with the ids of each part."""
    places = order_of(ids)
    for start in range(0, len(places), size):
        some = places[start : start + size]
        own = [ids[at] for at in some]
        if isinstance(sheets, CodedSheets):
            yield own, CodedPart(sheets.responses.in_order(some))
        else:
            yield own, PlainPart([sheets[at] for at in some])


def order_of(ids: Sequence[int]) -> list[int]:
    """Where the smallest id stands, the next one, and so on."""
    if len(ids) < _MANY:
        return sorted(range(len(ids)), key=ids.__getitem__)
    import numpy as np

    # Sorting so many in one go would stop the window for as long.
    places: list[int] = np.argsort(np.array(ids, dtype=np.int64)).tolist()
    return places


def which_are_hurried(responses: Sequence[Response], taken: Taking) -> list[bool]:
    """For each response whether it looks hurried: many at once as an array, few without loading what that needs."""
    if len(responses) < _MANY:
        order = taken.questionnaire.asked(taken.form)
        return [quality(each, taken.questionnaire, order).is_hasty for each in responses]
    from trustcheck.domain.statistics.careless import hasty
    from trustcheck.domain.statistics.scoring import codes

    return [bool(each) for each in hasty(codes(responses, taken.questionnaire), taken.questionnaire, taken.form)]
