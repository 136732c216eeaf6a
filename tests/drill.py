"""Checks that asked the scenario cards, for tests: what everybody picked, rung by rung."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tests import builders, group_builders
from tests.group_builders import LEADER, STAFF
from trustcheck.domain.checks.group_round import GroupRound
from trustcheck.domain.checks.round import PersonalRound
from trustcheck.domain.questionnaire.answers import Response, SaidBeside
from trustcheck.domain.questionnaire.model import Perspective, Questionnaire
from trustcheck.domain.questionnaire.scenarios import Outcome, Scenario

STAFF_PICK: dict[str, Sequence[int]] = {
    "D1": (2, 2, 1, 3, 2, 2, 3, 1, 2, 2, 3, 2),
    "D2": (0, 1, 1, 0, 4, 3, 1, 4, 0, 3, 4, 0),
    "D3": (1, 1, 2, 2, 1, 0, 1, 2, 1, 1, 3, 1),
    "D4": (3, 3, 4, 3, 2, 3, 3, 4, 3, 3, 2, 4),
    "D5": (0, 0, 1, 0, 2, 1, 0, 0, 1, 0, 1, 0),
    "D6": (4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4),
}
"""Of twelve staff. They differ on D2; on D6 all picked the same, so it is hidden, and D5 beside it."""
LEADERS_PICK: dict[str, Sequence[int]] = {
    "D1": (3, 4, 3, 2, 3, 4),
    "D2": (3, 3, 2, 4, 3, 2),
    "D3": (1, 2, 1, 2, 3, 1),
    "D4": (3, 2, 3, 4, 3, 2),
    "D5": (1, 2, 3, 2, 1, 2),
    "D6": (2, 3, 3, 1, 2, 3),
}


def with_picks(sheets: Sequence[Response], picks: Mapping[str, Sequence[int]]) -> list[Response]:
    """The same sheets, each with its picks; a card with fewer picks than people was passed over by the others."""
    return [
        replace(sheet, beside=SaidBeside(drill={card: rungs[at] for card, rungs in picks.items() if at < len(rungs)}))
        for at, sheet in enumerate(sheets)
    ]


def group_round(*, leaders: int = 6, staff: int = 12) -> GroupRound:
    """A closed check that asked the cards."""
    sheets: list[Response] = []
    for perspective, number, picks in ((LEADER, leaders, LEADERS_PICK), (STAFF, staff, STAFF_PICK)):
        sheets += with_picks(group_builders.people(perspective, number), picks)
    return group_builders.group_round(sheets, set_up=replace(group_builders.setup(leaders, staff), drill=True))


def personal_round(picks: Mapping[str, int], perspective: Perspective = STAFF) -> PersonalRound:
    """One person's round of the shipped questionnaire, everything often."""
    asked = group_builders.shipped()
    of = builders.personal_round(asked, builders.all_at(asked, 4), perspective=perspective)
    return replace(of, response=replace(of.response, beside=SaidBeside(drill=dict(picks))))


def not_asked(of: GroupRound) -> GroupRound:
    """The same check, had it not asked the cards."""
    return replace(of, setup=replace(of.setup, drill=False))


def with_cards(asked: Questionnaire) -> Questionnaire:
    """The same with two cards, the second without its closed end."""
    outcomes = tuple(Outcome(rung, f"{{Leaders}} do thing {rung}.") for rung in range(5))
    memo, review = (("memo", "A memo leaks.", outcomes), ("review", "A review is harsh.", outcomes[1:]))
    return replace(asked, scenarios=tuple(Scenario(each, each, text, next_) for each, text, next_ in (memo, review)))
