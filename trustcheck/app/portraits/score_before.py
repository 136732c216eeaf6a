"""What ``trustcheck score --before`` says: two files of answers side by side, as plain values ready for JSON.

Unrounded like the sheet itself, and hidden by the very rules of the window: what two results tell together is hidden
like what one tells.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from trustcheck.app.presenting.change import two_languages
from trustcheck.app.results.score_sheet import Json, Respondents
from trustcheck.domain.privacy.suppressed import Suppressed
from trustcheck.domain.questionnaire.model import Form, Questionnaire, languages_apart, shared_questions
from trustcheck.domain.statistics.change import THEME, PlanningValues, ScoreChange, of_pillars
from trustcheck.domain.statistics.group_answers import coded
from trustcheck.domain.statistics.scoring import codes, scores
from trustcheck.domain.statistics.wave_change import WaveChange
from trustcheck.domain.views.group_statistics import views_of
from trustcheck.domain.views.group_view import GroupTerms
from trustcheck.domain.views.two_checks import ChangeValue, ShownView, ViewChange, view_change

if TYPE_CHECKING:
    from trustcheck.domain.questionnaire.answers import Response


@dataclass(frozen=True, slots=True)
class AnsweredFile:
    """A file of answers with the questionnaire it answers."""

    given: Respondents
    questionnaire: Questionnaire

    @property
    def is_of_one(self) -> bool:
        return len(self.given.responses) == 1


def before_values(then: AnsweredFile, now: AnsweredFile, threshold: int) -> Json:
    """The block ``before`` of the sheet; both files are of one person, or both of several."""
    about: Json = {
        "questionnaire": {"id": then.questionnaire.id, "version": then.questionnaire.version},
        "form": then.given.form.value,
    }
    if any(apart := languages_apart(then.questionnaire, now.questionnaire)):
        about |= {"languages": dict(zip(("then", "now"), apart, strict=True)), "words": two_languages(*apart)}
    if now.is_of_one:
        return about | {"people": [_one_person(then, now)]}
    both = [each for each in dict.fromkeys(now.given.perspectives) if each in then.given.perspectives]
    earlier, later = (_views(each, both, threshold) for each in (then, now))
    return about | {"perspectives": {each: _view(earlier[each], later[each]) for each in both}}


def _views(of: AnsweredFile, names: list[str], threshold: int) -> dict[str, ShownView]:
    given = of.given
    answers = coded(given.responses, given.perspectives, of.questionnaire, given.form)
    found = views_of(answers, of.questionnaire, GroupTerms(threshold))
    sheets: Mapping[str, list[Response]] = {each: [] for each in names}
    for response, name in zip(given.responses, given.perspectives, strict=True):
        if name in sheets:
            sheets[name].append(response)
    return {each: ShownView(sheets[each], of.questionnaire, given.form, found[each], threshold) for each in names}


def _view(then: ShownView, now: ShownView) -> Json:
    found = view_change(then, now, now.responses[0].perspective)
    asked = now.questionnaire.asked(now.form)
    return {
        "n": {"then": found.then_n, "now": found.now_n},
        "shared": len(found.shared),
        "asked": len(asked),
        "themes": None if Form.PULSE in (then.form, now.form) else _values(found.themes, found),
        "pillars": _values(found.pillars, found),
        "lowest_then": found.lowest_then or None,
    }


def _values(values: Mapping[str, ChangeValue], found: ViewChange) -> Json:
    return {each: _value(value) | {"comparable_items": found.comparable[each]} for each, value in values.items()}


def _value(value: ChangeValue) -> Json:
    if isinstance(value, Suppressed):
        return {"suppressed": value.reason}
    return _change(value)


def _change(value: WaveChange) -> Json:
    return {
        "n": {"then": value.then_n, "now": value.now_n},
        "then": value.then,
        "now": value.now,
        "difference": value.difference,
        "interval": [value.interval.low, value.interval.high],
        "p": value.chance.p,
        "method": value.chance.method,
        "p_holm": value.chance.p_holm,
        "class": value.kind.value,
    }


def _one_person(then: AnsweredFile, now: AnsweredFile) -> Json:
    """Without an interval or a p of its own: the planning values say from how many points on it is a change."""
    earlier, later = then.given.responses[0], now.given.responses[0]
    forms = (now.given.form, then.given.form)
    same_view = earlier.perspective is later.perspective
    asked, form = now.questionnaire, Form.PULSE if Form.PULSE in forms else Form.FULL
    shared = shared_questions(asked, then.questionnaire, later.perspective, forms=forms) if same_view else ()
    alike = [
        replace(each, form=form, answers={item: given for item, given in each if item in shared})
        for each in (earlier, later)
    ]
    found = scores(codes(alike, asked), asked, form)
    number = {each.id: sum(asked.item_by_id[one].theme == each.id for one in shared) for each in asked.themes}
    inside = {each.id: sum(number[one.id] for one in asked.themes_of(each.id)) for each in asked.pillars}
    themes, pillars, planned = found.themes.points(), found.pillars.points(), of_pillars(form)
    return {
        "shared": len(shared),
        "asked": len(asked.asked(now.given.form)),
        "themes": None
        if form is Form.PULSE
        else {
            each: _one_score(themes[0, at], themes[1, at], THEME, number[each])
            for at, each in enumerate(asked.theme_by_id)
        },
        "pillars": {
            each: _one_score(pillars[0, at], pillars[1, at], planned, inside[each])
            for at, each in enumerate(asked.pillar_by_id)
        },
    }


def _one_score(then: float, now: float, planned: PlanningValues, questions: int) -> Json:
    needed = planned.of_questions(questions).points_needed
    known = then == then and now == now
    return {
        "then": float(then) if then == then else None,
        "now": float(now) if now == now else None,
        "difference": float(now - then) if known else None,
        "interval": None,
        "p": None,
        "needed": needed,
        "class": ScoreChange(float(then), float(now), needed).kind.value if known else None,
        "comparable_items": questions,
    }
