"""Short sayings about a group's result that stand in sentences: who, how many, when, and a number with its name."""

from trustcheck.app.presenting.group_items import points_words
from trustcheck.app.presenting.group_seen import headline, not_shown, views_of
from trustcheck.app.results.group import GroupResult, Range, Shown, ThemeView, Value, Views
from trustcheck.domain.checks.group_round import people, people_first
from trustcheck.domain.privacy.suppressed import Suppressed
from trustcheck.domain.questionnaire.model import Form, Perspective
from trustcheck.words import gettext as _
from trustcheck.words.days import day
from trustcheck.words.numbers import true_minus
from trustcheck.words.sentences import in_a_row


def points(value: Value) -> str:
    """A mean in whole points, "about 75" where only the nearest answer is told, or why there is none."""
    return not_shown(value) if isinstance(value, Suppressed) else points_words(value)


def between(span: Range | None) -> str:
    if span is None:
        return ""
    return _("{low} to {high}").format(low=true_minus(span.low), high=true_minus(span.high))


def scored(result: GroupResult, theme: ThemeView) -> str:
    """ "Real voices (staff 44)": with the headline's mean, whose it is where two are shown, or the name alone."""
    value = headline(result, theme.views)
    if value is None or result.headline is None:
        return theme.theme.name
    if len(views_of(result)) < 2:
        return _("{theme} ({mean})").format(theme=theme.theme.name, mean=value.mean)
    return _("{theme} ({people} {mean})").format(
        theme=theme.theme.name, people=people(result.headline), mean=value.mean
    )


def in_views(views: Views) -> str:
    """ "leaders 61, staff 41", each with its number or with why there is none."""
    return ", ".join(_in_view(each, views[each]) for each in Perspective if each in views)


def in_shown_views(views: Views) -> str:
    """The same of those alone that are shown; empty where none is."""
    shown = ((each, views.get(each)) for each in Perspective)
    return ", ".join(_in_view(each, value) for each, value in shown if isinstance(value, Shown))


def _in_view(perspective: Perspective, value: Value) -> str:
    if isinstance(value, Shown):
        return _("{people} {points}").format(people=people(perspective), points=points(value))
    return _("{people}: {why}").format(people=people(perspective), why=points(value).lower())


def took_part(result: GroupResult) -> str:
    """ "6 of 7 leaders and 14 of 18 staff"."""
    return in_a_row(
        [
            _("{n} of {invited} {people}").format(n=each.n, invited=each.invited, people=people(each.perspective))
            for each in result.took
        ]
    )


def who_answered(result: GroupResult) -> str:
    """ "6 of 7 leaders and 14 of 18 staff answered"."""
    return _("{who} answered").format(who=took_part(result))


def held(result: GroupResult) -> str:
    """The days on which the check was open."""
    start, end = result.summary.started_on, result.summary.closed_on or result.summary.started_on
    if start == end:
        return day(end)
    return _("{start} to {end}").format(start=day(start), end=day(end))


def closed_on(result: GroupResult) -> str:
    return day(result.summary.closed_on or result.summary.started_on)


def is_pulse(result: GroupResult) -> bool:
    return result.setup.form is Form.PULSE


def as_read(result: GroupResult, template: str) -> str:
    """Words of the questionnaire for the people who hold this report: those who lead."""
    return result.questionnaire.in_words(template, result.headline or result.summary.perspective)


def heads(result: GroupResult) -> list[str]:
    """A column's heading for each view."""
    return [people_first(each) for each in views_of(result)]
