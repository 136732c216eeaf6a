"""Scenario cards beside the scores of a file of answers: as values for programs, and as lines to read."""

from collections.abc import Iterator
from typing import Any

from trustcheck.app.presenting.drill import drill_title, outcome_text, told_in_short
from trustcheck.app.presenting.group_seen import not_shown
from trustcheck.domain.checks.group_round import people_first
from trustcheck.domain.privacy.suppressed import Suppressed
from trustcheck.domain.questionnaire.model import Perspective, Questionnaire
from trustcheck.domain.statistics.drill import CardScore
from trustcheck.words import gettext as _

_PICKED = "picked"


def picked_values(path: str, questionnaire: Questionnaire, threshold: int) -> dict[str, Any]:
    """Of a file of picks what may be told. Raises :class:`~trustcheck.app.ports.Refused` with all its mistakes."""
    from trustcheck.app.results.score_drill import drill_values
    from trustcheck.exchange.tables.picks_file import read_picks

    given = read_picks(path, questionnaire)
    return drill_values(given.responses, given.views, questionnaire, threshold)


def drill_lines(found: dict[str, Any], questionnaire: Questionnaire) -> Iterator[str]:
    """A heading, and a line for each card and view."""
    yield ""
    yield drill_title()
    for view, cards in found.items():
        perspective = Perspective(view) if view in {each.value for each in Perspective} else Perspective.STAFF
        if view in {each.value for each in Perspective}:
            yield people_first(perspective)
        for card_id, value in cards.items():
            card = questionnaire.scenario_by_id[card_id]
            if view == _PICKED:
                said = outcome_text(questionnaire, card, value, perspective)
            elif "suppressed" in value:
                said = not_shown(Suppressed(value["suppressed"]))
            else:
                told = CardScore(value["n"], value["usual"], lie_apart=value["lie_apart"])
                outcome = outcome_text(questionnaire, card, told.usual, perspective)
                said = _("{outcome} {told}; n = {n}").format(outcome=outcome, told=told_in_short(told), n=told.n)
            yield f"  {card.name:34} {said}"
