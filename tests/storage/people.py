"""A group's check in a file, and people whose sheets one can tell apart."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from tests import builders
from trustcheck.app.ports import NewGroupRound
from trustcheck.domain.checks.group_round import GroupSetup, NotesUse, Sheet
from trustcheck.domain.questionnaire.answers import Answer, Response
from trustcheck.domain.questionnaire.model import Form, Perspective
from trustcheck.storage.store import SqliteStore

LEADER, STAFF = Perspective.LEADER, Perspective.STAFF
DAY = date(2026, 11, 22)
ASKED = builders.questionnaire(
    {"people": {"A": 4, "B": 4}, "openness": {"C": 4, "D": 4}}, reverse=("A4", "C4"), pulse=("A1", "C1")
)
SETUP = GroupSetup(
    form=Form.FULL,
    perspectives=(LEADER, STAFF),
    invited={LEADER: 6, STAFF: 20},
    leaders_are="the board and the heads",
    notes=NotesUse.GROUP,
)


def prepared(store: SqliteStore, setup: GroupSetup = SETUP, name: str = "Northgate Housing") -> int:
    known = {each.name: each.id for each in store.organisations.all()}
    organisation = known.get(name) or store.organisations.add(name)
    return store.groups.prepare(NewGroupRound(organisation, ASKED, setup, DAY))


def opened(store: SqliteStore, setup: GroupSetup = SETUP, name: str = "Northgate Housing") -> int:
    round_id = prepared(store, setup, name)
    store.groups.open(round_id)
    return round_id


def answers(person: int) -> dict[str, Answer]:
    """Sixteen answers that no other person below 5**8 gives, and that do not look hurried."""
    varied = [1, 5, 2, 4, 3, 5, 1, 4]
    own = [1 + person // 5**place % 5 for place in range(8)]
    return {item: Answer(point) for item, point in zip(ASKED.order, varied + own, strict=True)}


def sheet(
    person: int, perspective: Perspective = STAFF, *, code: str = "", notes: Mapping[str, str] | None = None
) -> Sheet:
    return Sheet(Response(perspective, Form.FULL, answers(person)), notes or {}, code)


def hurried(person: int, perspective: Perspective = STAFF) -> Sheet:
    """The same point all the way down, but for the last question."""
    same = {item: Answer(3) for item in ASKED.order}
    return replace(
        sheet(person, perspective),
        response=Response(perspective, Form.FULL, {**same, "D4": Answer(2 + person % 3)}),
    )


def sheets(people: Sequence[int], perspective: Perspective = STAFF) -> list[Sheet]:
    return [sheet(each, perspective) for each in people]


def given(responses: Sequence[Response]) -> list[tuple[tuple[str, int], ...]]:
    """What was answered, whoever it was and in whatever order."""
    return sorted(tuple(sorted((item, answer.code) for item, answer in each)) for each in responses)
