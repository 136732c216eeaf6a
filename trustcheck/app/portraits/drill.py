"""The scenario cards of a check as they may be seen: none where it did not ask them."""

from trustcheck.app.results.drill import CardView, OwnCard
from trustcheck.domain.checks.group_round import GroupRound
from trustcheck.domain.checks.round import PersonalRound
from trustcheck.domain.privacy.suppressed import Suppressed, too_few
from trustcheck.domain.questionnaire.scenarios import known_picks
from trustcheck.domain.views.drill import drill_statistics
from trustcheck.domain.views.group_view import GroupTerms


def cards_of_group(of: GroupRound, terms: GroupTerms) -> tuple[CardView, ...]:
    """Every card with a value for each perspective, told under the ``terms`` of the check."""
    if not of.setup.drill or not of.questionnaire.scenarios:
        return ()
    views = [each.perspective.value for each in of.responses]
    found = drill_statistics(of.responses, views, of.questionnaire, terms)
    nobody = Suppressed(too_few(terms.threshold))
    return tuple(
        CardView(card, {each: found.get(each.value, {}).get(card.id, nobody) for each in of.setup.perspectives})
        for card in of.questionnaire.scenarios
    )


def cards_of_one(of: PersonalRound) -> tuple[OwnCard, ...]:
    """Every card with what this person picked."""
    picks = known_picks(of.questionnaire.scenarios, of.response.beside.drill)
    return tuple(OwnCard(each, picks.get(each.id)) for each in of.questionnaire.scenarios)
