"""Small values for tests: questionnaires of any shape and scale, responses, rounds."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from trustcheck.domain.checks.round import Organisation, PersonalRound, RoundState, RoundSummary
from trustcheck.domain.questionnaire.answers import Answer, Fact, PracticeAnswer, Response
from trustcheck.domain.questionnaire.model import (
    BandTexts,
    Form,
    Item,
    Perspective,
    Pillar,
    Practice,
    Questionnaire,
    Suggestion,
    Theme,
    Token,
)
from trustcheck.domain.questionnaire.roles import Role, roles_before

SCALES: dict[int, tuple[str, ...]] = {
    4: ("Never", "Seldom", "Often", "Always"),
    5: ("Almost never", "Seldom", "Sometimes", "Often", "Almost always"),
    6: ("Never", "Almost never", "Seldom", "Often", "Almost always", "Always"),
    7: ("Never", "Almost never", "Seldom", "Sometimes", "Often", "Almost always", "Always"),
}
SHIPPED = "trust-and-openness"
CODES = {"dk": Answer.DONT_KNOW, "na": Answer.NOT_APPLICABLE}


def suggestion(suggestion_id: str, theme: str, *, effort: int = 1, evidence: str = "C", **marks: Any) -> Suggestion:
    return Suggestion(
        id=suggestion_id,
        theme=theme,
        title=f"Try {suggestion_id}",
        this_week="Do one small thing.",
        thirty_days="Do it for a month.",
        notice="Somebody mentions it.",
        ask="What would help?",
        effort=effort,
        evidence=evidence,
        **marks,
    )


def questionnaire(
    shape: Mapping[str, Mapping[str, int]] | None = None,
    *,
    points: int = 5,
    reverse: Sequence[str] = (),
    pulse: Sequence[str] = (),
    practices: Sequence[Practice] = (),
    suggestions: Sequence[Suggestion] = (),
) -> Questionnaire:
    """A questionnaire from ``{pillar: {theme: number of items}}``; the items of theme ``A`` are ``A1, A2 ...``.

    Whatever is called as in the shipped one has the role that it has there.
    """
    shape = shape or {"people": {"A": 4, "B": 4}, "openness": {"C": 4, "D": 4}}
    themes = [(pillar, theme, items) for pillar, inside in shape.items() for theme, items in inside.items()]
    items = tuple(
        Item(f"{theme}{at}", theme, f"{{Leaders}} do {theme}{at}.", reverse=f"{theme}{at}" in reverse)
        for _, theme, number in themes
        for at in range(1, number + 1)
    )
    bands = BandTexts("It is rare.", "It is patchy.", "It is usual.", "It is consistent.")
    return Questionnaire(
        id="small",
        version="1.0.0",
        language="en-GB",
        title="A small questionnaire",
        frame="Think of the last three months.",
        scale=SCALES[points],
        tokens=(Token("leaders", "leaders here", "we leaders"),),
        pillars=tuple(Pillar(pillar, pillar.capitalize()) for pillar in shape),
        themes=tuple(Theme(theme, pillar, f"Theme {theme}", bands=bands) for pillar, theme, _ in themes),
        items=items,
        order=tuple(item.id for item in items),
        pulse=tuple(pulse),
        practices=tuple(practices),
        suggestions=tuple(suggestions),
        roles=_roles({theme for _, theme, _ in themes} | {item.id for item in items}),
    )


def _roles(there: set[str]) -> tuple[Role, ...]:
    named = (Role(each.name, tuple(known for known in each.ids if known in there)) for each in roles_before(SHIPPED))
    return tuple(each for each in named if each.ids)


def answers(given: Mapping[str, int | str]) -> dict[str, Answer]:
    """``{"A1": 4, "A2": "dk", "A3": "na"}`` as answers."""
    return {item: CODES[code] if isinstance(code, str) else Answer(code) for item, code in given.items()}


def response(
    given: Mapping[str, int | str], *, perspective: Perspective = Perspective.STAFF, form: Form = Form.FULL
) -> Response:
    return Response(perspective, form, answers(given))


def all_at(asked: Questionnaire, point: int, **otherwise: int | str) -> dict[str, int | str]:
    """Every item at one keyed point (reverse items are answered the other way round), except where named."""
    turned = {item.id: 1 + asked.high - point if item.reverse else point for item in asked.items}
    return {**turned, **otherwise}


def facts(given: Mapping[str, str]) -> dict[str, PracticeAnswer]:
    return {each: PracticeAnswer(each, Fact(fact)) for each, fact in given.items()}


def personal_round(
    asked: Questionnaire,
    given: Mapping[str, int | str],
    *,
    known: Mapping[str, str] | None = None,
    perspective: Perspective = Perspective.STAFF,
    form: Form = Form.FULL,
    notes: Mapping[str, str] | None = None,
) -> PersonalRound:
    return PersonalRound(
        summary=RoundSummary(
            id=1,
            organisation=Organisation(1, "My workplace"),
            state=RoundState.CLOSED,
            form=form,
            perspective=perspective,
            started_on=date(2026, 11, 22),
            closed_on=date(2026, 11, 22),
            answered=len(given),
            asked=len(asked.asked(form)),
        ),
        questionnaire=asked,
        response=response(given, perspective=perspective, form=form),
        notes=dict(notes or {}),
        facts=facts(known or {}),
    )
