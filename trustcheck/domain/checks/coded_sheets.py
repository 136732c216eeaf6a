"""Sheets of which nothing came but their answers: many at once, and none of them made before it is asked for."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, overload

from trustcheck.domain.checks.group_round import Sheet

if TYPE_CHECKING:
    from trustcheck.domain.questionnaire.coded_responses import CodedResponses


@dataclass(frozen=True, slots=True)
class CodedSheets(Sequence[Sheet]):
    responses: "CodedResponses"

    def __len__(self) -> int:
        return len(self.responses)

    @overload
    def __getitem__(self, place: int) -> Sheet: ...

    @overload
    def __getitem__(self, place: slice) -> "CodedSheets": ...

    def __getitem__(self, place: int | slice) -> "Sheet | CodedSheets":
        if isinstance(place, slice):
            return CodedSheets(self.responses[place])
        return Sheet(self.responses[place])
