"""One person's check as lines of a table: what was answered, and once it is closed what follows."""

from collections.abc import Iterator

from trustcheck.app.line import Line, Sort
from trustcheck.app.parcel import PersonalCheck
from trustcheck.app.presenting.personal_answers import answer_words
from trustcheck.app.presenting.personal_bands import bands, overall_margin
from trustcheck.app.presenting.yes_saying import of_forms
from trustcheck.app.results import PersonalResult, result_of
from trustcheck.domain.answers import Response
from trustcheck.domain.points import whole
from trustcheck.domain.round import Organisation, PersonalRound, RoundState, RoundSummary
from trustcheck.words import gettext as _


def lines_of_one_person(check: PersonalCheck) -> Iterator[Line]:
    """Answers and notes in the order of the questionnaire, then the result."""
    asked, view = check.questionnaire, check.perspective.value
    for item in asked.order:
        wording = asked.wording(item, check.perspective)
        if item in check.answers:
            answer = answer_words(check.answers[item], asked)
            yield Line("answer", item, wording, answer, view=view, sort=Sort.ANSWER)
        if item in check.notes:
            yield Line("note", item, wording, text=check.notes[item], view=view, sort=Sort.ANSWER)
    if check.state is RoundState.CLOSED:
        yield from _result(result_of(_as_kept(check)), view)


def _result(result: PersonalResult, view: str) -> Iterator[Line]:
    yield Line("form", answer=result.form.value, text=of_forms(result.questionnaire), view=view)
    yield Line("story", text=result.story.sentence, view=view)
    if result.overall is not None:
        said = bands(result.overall, overall_margin(result.form), result.questionnaire.cuts)
        yield Line("overall", "", _("Everything together"), said, points=whole(result.overall), view=view)
    for pillar in result.pillars:
        yield _score("pillar", pillar.pillar.id, pillar.pillar.name, pillar.score, pillar.band, pillar.missing, view)
        for theme in pillar.themes:
            yield _score("theme", theme.theme.id, theme.theme.name, theme.score, theme.band, theme.missing, view)
    for strength in result.strengths:
        name = result.questionnaire.theme_by_id[strength.theme_id].name
        yield Line("strength", strength.theme_id, name, text=strength.question, view=view)
    for proposal in result.proposals:
        for suggestion in proposal.suggestions:
            yield Line("suggestion", suggestion.id, suggestion.title, text=suggestion.this_week, view=view)


def _score(what: str, part: str, name: str, score: float | None, band: str, missing: str, view: str) -> Line:
    points = None if score is None else whole(score)
    return Line(what, part, name, band, points=points, text=missing, view=view)


def _as_kept(check: PersonalCheck) -> PersonalRound:
    summary = RoundSummary(
        id=0,
        organisation=Organisation(0, ""),
        state=check.state,
        form=check.form,
        perspective=check.perspective,
        started_on=check.started_on,
        closed_on=check.closed_on,
        answered=len(check.answers),
        asked=len(check.questionnaire.asked(check.form)),
    )
    return PersonalRound(
        summary=summary,
        questionnaire=check.questionnaire,
        response=Response(check.perspective, check.form, check.answers),
        leaders_are=check.leaders_are,
        notes=dict(check.notes),
        facts={each.practice_id: each for each in check.facts},
        promise=check.promise,
    )
