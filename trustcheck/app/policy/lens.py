"""What one look at a written policy gives: what was counted, what it shows of facts, and a policy worth framing."""

from typing import Protocol

from trustcheck.app.results.group import GroupResult, Shown
from trustcheck.app.results.personal import PersonalResult
from trustcheck.app.results.policy import PolicyLens
from trustcheck.domain.policy.framed import framed_policy
from trustcheck.domain.policy.offers import offered_facts
from trustcheck.domain.policy.reading import read_policy
from trustcheck.domain.policy.rules import PolicyRules
from trustcheck.domain.questionnaire.model import Questionnaire, band_index

_ENOUGH_TO_TELL = 5_000
"""Letters by which the language of a text is told."""


class Policies(Protocol):
    """Where policies and the rules to read them by come from."""

    def rules(self, questionnaire_id: str, language: str) -> PolicyRules | None:
        """Those of a shipped questionnaire for a language; ``None`` where there are none."""
        ...

    def languages(self, questionnaire_id: str) -> tuple[str, ...]:
        """Those a policy can be read in, as their codes; empty for a questionnaire without rules."""
        ...

    def text_of(self, path: str, /) -> str:
        """The text of a file. Raises :class:`~trustcheck.app.refusals.Refused`."""
        ...


def looked_at(
    text: str, rules: PolicyRules, asked: Questionnaire, result: PersonalResult | GroupResult | None = None
) -> PolicyLens:
    """``result`` decides how long a policy worth framing is; without one it has its whole page."""
    reading = read_policy(text, rules)
    band = None if result is None else band_of(result, rules.pillar_id)
    offers = offered_facts(reading, rules, asked)
    return PolicyLens(rules, reading, offers, framed_policy(rules, band), by_result=band is not None)


def rules_for(text: str, policies: Policies, asked: Questionnaire) -> PolicyRules | None:
    """Those of the language in which most sentences of a text are known; the questionnaire's own where none is.

    ``None`` for a questionnaire that has no rules.
    """
    spoken = policies.languages(asked.id)
    own_first = sorted(spoken, key=lambda each: each.partition("-")[0] != asked.language.partition("-")[0])
    known = [rules for each in own_first if (rules := policies.rules(asked.id, each)) is not None]
    return max(known, key=lambda rules: _known_sentences(text, rules), default=None)


def _known_sentences(text: str, rules: PolicyRules) -> int:
    reading = read_policy(text[:_ENOUGH_TO_TELL], rules)
    return len(reading.counted) + reading.to_reader + reading.about_staff


def band_of(result: PersonalResult | GroupResult, pillar_id: str) -> int | None:
    """The band, from 0, in which a pillar's score lies at least: that of the lower end of its interval.

    Of a group the view that speaks first; ``None`` where the score is not told.
    """
    if isinstance(result, GroupResult):
        views = next((each.views for each in result.pillars if each.pillar.id == pillar_id), {})
        value = views.get(result.headline) if result.headline is not None else None
        return value.lowest_band if isinstance(value, Shown) else None
    pillar = next((each for each in result.pillars if each.pillar.id == pillar_id), None)
    if pillar is None or pillar.score is None:
        return None
    return band_index(pillar.score - pillar.margin, result.round.questionnaire.cuts)
