"""Promises from one check to the next: what was promised after the check before, and is asked about first."""

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from trustcheck.domain.checks.promises import open_ones, with_promise
from trustcheck.domain.checks.round import Promise, RoundState

if TYPE_CHECKING:
    from trustcheck.app.ports import RoundStore
    from trustcheck.domain.checks.round import RoundSummary


@dataclass(frozen=True, slots=True)
class EarlierPromises:
    """What was promised after an earlier check."""

    round_id: int
    made_on: date
    promises: tuple[Promise, ...]

    @property
    def waits(self) -> bool:
        """Whether nobody has said yet what became of one of them."""
        return bool(open_ones(self.promises))

    def with_answer(self, promise: Promise) -> "EarlierPromises":
        return replace(self, promises=with_promise(self.promises, promise))


def promises_before(rounds: "RoundStore", summary: "RoundSummary") -> EarlierPromises | None:
    """Those of the newest closed check before this one, of the same organisation and kind, after which any were made;
    ``None`` without."""
    known = [each for each in rounds.of_organisation(summary.organisation.id) if each.kind is summary.kind]
    here = next((at for at, each in enumerate(known) if each.id == summary.id), len(known))
    for each in known[here + 1 :]:
        promises = rounds.promises(each.id) if each.state is RoundState.CLOSED else ()
        if promises:
            return EarlierPromises(each.id, each.closed_on or each.started_on, promises)
    return None
