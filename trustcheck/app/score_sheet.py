"""What ``trustcheck score`` says of a file of answers: each person's scores, and each perspective as a group.

Everything is plain values ready for JSON, unrounded: the caller holds the answers already. A group's value that rests
on fewer than the threshold of people, or on answers that are all alike, is suppressed here and nowhere later.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from trustcheck.app.group_values import GroupValues, Terms
from trustcheck.domain.answers import PracticeAnswer, Response
from trustcheck.domain.practice import contradictions, pillar_practice
from trustcheck.domain.priorities import AT_MOST, ThemeNeed, chosen, gates, ranked
from trustcheck.domain.quality import Quality, quality
from trustcheck.domain.questionnaire import Form, Questionnaire
from trustcheck.domain.scoring import Codes, Scores, codes, scores
from trustcheck.domain.suggestions import strengths

Json = dict[str, Any]

HEADLINES = ("staff", "all", "leader")
"""The view that speaks for a file: staff where there are any (leaders and staff are never pooled)."""


class Respondents(Protocol):
    """A file of answers: the responses in file order, and beside each the perspective it is counted in."""

    @property
    def responses(self) -> tuple[Response, ...]: ...

    @property
    def perspectives(self) -> tuple[str, ...]:
        """``leader`` or ``staff`` beside each response, or ``all`` where the file does not tell them apart."""
        ...

    @property
    def form(self) -> Form: ...


@dataclass(frozen=True, slots=True)
class Asked:
    """What the person at the command line wants. ``invited`` counts people by perspective."""

    people: bool = False
    threshold: int = 5
    invited: Mapping[str, int] = field(default_factory=dict)


def score_sheet(
    given: Respondents, questionnaire: Questionnaire, asked: Asked, facts: Mapping[str, PracticeAnswer] | None = None
) -> Json:
    """The whole sheet. A file with one row is one person's own: nothing is suppressed, no group is described."""
    table = codes(given.responses, questionnaire)
    found = scores(table, questionnaire, given.form)
    qualities = [quality(response, questionnaire) for response in given.responses]
    alone = len(given.responses) == 1
    sheet: Json = {
        "questionnaire": {"id": questionnaire.id, "version": questionnaire.version},
        "form": given.form.value,
    }
    if asked.people or alone:
        sheet["people"] = [
            _person(row, given.perspectives[row], found, questionnaire, given.form, qualities[row])
            for row in range(len(given.responses))
        ]
    groups = {} if alone else _groups(given, found, table, questionnaire, asked)
    sheet["perspectives"] = {name: _group(name, group, given, qualities) for name, group in groups.items()}
    headline = next((name for name in HEADLINES if name in groups), None)
    if headline and given.form is Form.FULL:
        sheet["reliability"] = {headline: groups[headline].reliability()}
    beliefs = _themes(0, found, questionnaire) if alone else _beliefs(sheet["perspectives"])
    if facts is not None:
        sheet["say_do"] = _say_do(beliefs, facts, questionnaire)
    if alone:
        sheet |= _first_and_best(beliefs, facts or {}, questionnaire)
    return sheet


def _person(row: int, perspective: str, found: Scores, questionnaire: Questionnaire, form: Form, how: Quality) -> Json:
    pillars = zip((each.id for each in questionnaire.pillars), found.pillars[row], strict=True)
    return {
        "row": row + 1,
        "perspective": perspective,
        "themes": None if form is Form.PULSE else _themes(row, found, questionnaire),
        "pillars": {pillar_id: known(score) for pillar_id, score in pillars},
        "overall": known(found.overall[row]),
        "quality": {
            "longstring": how.longstring,
            "variability": how.variability,
            "inconsistency": how.inconsistency,
        },
    }


def _themes(row: int, found: Scores, questionnaire: Questionnaire) -> dict[str, float | None]:
    themes = zip((each.id for each in questionnaire.themes), found.themes[row], strict=True)
    return {theme_id: known(score) for theme_id, score in themes}


def _groups(
    given: Respondents, found: Scores, table: Codes, questionnaire: Questionnaire, asked: Asked
) -> dict[str, GroupValues]:
    groups = {}
    for name in sorted(set(given.perspectives)):
        rows = [row for row, perspective in enumerate(given.perspectives) if perspective == name]
        terms = Terms(asked.threshold, len(rows), asked.invited.get(name), questionnaire.cuts)
        groups[name] = GroupValues(found, table, rows, questionnaire, terms)
    return groups


def _group(name: str, values: GroupValues, given: Respondents, qualities: Sequence[Quality]) -> Json:
    hasty = sum(how.is_hasty for how, view in zip(qualities, given.perspectives, strict=True) if view == name)
    return {
        "n": values.terms.n,
        "invited": values.terms.invited,
        "hasty": values.hasty(hasty),
        "themes": None if given.form is Form.PULSE else values.themes(),
        "pillars": values.pillars(given.form),
        "overall": values.overall(given.form),
    }


def _beliefs(groups: Json) -> dict[str, float | None]:
    """The theme scores that stand beside the facts: the leaders' view, or everybody's where nobody tells."""
    believing = groups.get("leader") or groups.get("all") or {}
    themes = believing.get("themes") or {}
    return {theme_id: value.get("mean") for theme_id, value in themes.items()}


def _say_do(
    beliefs: Mapping[str, float | None], facts: Mapping[str, PracticeAnswer], questionnaire: Questionnaire
) -> Json:
    by_pillar = [pillar_practice(facts, pillar, questionnaire) for pillar in questionnaire.pillars]
    return {
        "pillars": {each.pillar_id: {"known": each.known, "index": each.index} for each in by_pillar},
        "contradictions": [
            {"theme": each.theme_id, "fact": each.practice_id, "kind": each.kind.value}
            for each in contradictions(beliefs, facts, questionnaire)
        ],
    }


def _first_and_best(
    themes: Mapping[str, float | None], facts: Mapping[str, PracticeAnswer], questionnaire: Questionnaire
) -> Json:
    """Where one person would begin, and what is relatively strongest: theme ids after the gates."""
    said = {each.theme_id for each in contradictions(themes, facts, questionnaire)}
    needs = [
        ThemeNeed(each.id, each.pillar, score, say_do=int(each.id in said))
        for each in questionnaire.themes
        if (score := themes[each.id]) is not None
    ]
    first = [each.need.theme_id for each in chosen(ranked(needs), gates(themes, questionnaire), AT_MOST).first]
    strong = strengths(themes, first, questionnaire)
    return {"priorities": first, "strengths": [each.theme_id for each in strong]}


def known(score: float) -> float | None:
    """A score as JSON knows it: ``None`` for ``nan``."""
    return None if score != score else float(score)
