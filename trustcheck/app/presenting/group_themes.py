"""One theme of a group in words: its bands, what stands out on it, and what its score may mean."""

from collections.abc import Iterator
from dataclasses import replace

from trustcheck.app.presenting.group_gaps import apart_words
from trustcheck.app.presenting.group_sayings import scored
from trustcheck.app.presenting.group_seen import headline, not_shown, views_of
from trustcheck.app.presenting.group_words import is_split, spread_words
from trustcheck.app.results.group import GapShown, GroupResult, PillarView, Shown, ThemeView, Value, Views
from trustcheck.charts.distribution import ClassesRow
from trustcheck.charts.group_profile import GroupRow, ViewMark, row_sentence
from trustcheck.domain.checks.group_round import people, people_first
from trustcheck.domain.privacy.suppressed import Suppressed
from trustcheck.domain.questionnaire.model import Perspective
from trustcheck.domain.statistics.points import ABOUT_THE_SAME
from trustcheck.words import gettext as _
from trustcheck.words.days import month
from trustcheck.words.numbers import capitalised


def value_caption(perspective: Perspective, value: Shown) -> str:
    """Below a number: whose it is, and its band."""
    who = people(perspective)
    return _("{people}, {band}").format(people=who, band=value.band) if value.band else who


def bands_words(views: Views) -> str:
    """The band of each view that is shown: "Leaders: Usual. Staff: Patchy." """
    said = [
        _("{people}: {band}.").format(people=people_first(each), band=value.band)
        for each in Perspective
        if isinstance(value := views.get(each), Shown) and value.band
    ]
    return " ".join(said)


def stands_out(theme: ThemeView) -> Iterator[str]:
    """In a word each: the tag, a difference of view that is named, and people of one view in different places."""
    if theme.tag:
        yield _("{tag}.").format(tag=capitalised(theme.tag))
    if isinstance(theme.gap, GapShown) and theme.gap.kind.is_named:
        yield _("{apart}.").format(apart=apart_words(theme.gap, theme.views))
    for each, value in theme.views.items():
        if isinstance(value, Shown) and value.spread is not None and is_split(value):
            yield _("{people}: {spread}.").format(people=people_first(each), spread=spread_words(value.spread))


def reading_of(result: GroupResult, theme: ThemeView) -> tuple[str, str]:
    """Whose answers the questionnaire's words are about, where two views are shown, and these words; else empty."""
    value = headline(result, theme.views)
    if value is None or result.headline is None:
        return "", ""
    if len(views_of(result)) < 2 or not value.band_text:
        return "", value.band_text
    alike = all(isinstance(each, Shown) and each.band_text == value.band_text for each in theme.views.values())
    who = _("Leaders and staff:") if alike else _("{people}:").format(people=people_first(result.headline))
    return who, value.band_text


def reading(result: GroupResult, theme: ThemeView) -> str:
    """What the score of the view that speaks first may mean; empty where none is shown."""
    return " ".join(each for each in reading_of(result, theme) if each)


def with_reading(result: GroupResult, theme: ThemeView) -> str:
    """A theme with its number and what that may mean; never with its ideal, which is no finding."""
    said = _("{theme}.").format(theme=scored(result, theme))
    return " ".join(each for each in (said, reading_of(result, theme)[1]) if each)


# From a group's result to the rows and marks of its charts.


def view_mark(result: GroupResult, of: str, perspective: Perspective, value: Value) -> ViewMark:
    """One view's mark of a theme or pillar with its interval, or why there is none; with a hollow one of last time."""
    if isinstance(value, Suppressed):
        return ViewMark(perspective, None, missing=not_shown(value))
    ends = value.interval
    shown = ViewMark(perspective, value.mean, ends.low if ends else None, ends.high if ends else None)
    then = _last_time(result, of, perspective, value)
    if then is None or result.since is None:
        return shown
    said = _("{points} in {month}").format(points=then, month=month(result.since.then_on))
    return replace(shown, then=then, then_words=said)


def _last_time(result: GroupResult, of: str, perspective: Perspective, value: Shown) -> int | None:
    """Only of a check of the same form, where the number of today is the one that was compared, and apart from that of
    then: else it would tell nothing, or of other questions."""
    view = None if result.since is None or len({*result.since.forms}) > 1 else result.since.view(perspective)
    change = None if view is None else view.changes.get(of)
    if change is None or change.now != value.mean or abs(change.points) < ABOUT_THE_SAME:
        return None
    return change.then


def last_time_line(row: GroupRow) -> str:
    """Below a row with hollow marks: what they are; empty without any."""
    said = [
        _("{people} {then}").format(people=people(each.perspective), then=each.then_words)
        for each in row.marks
        if each.then_words
    ]
    return _("Hollow: {marks}.").format(marks=", ".join(said)) if said else ""


def last_time_drawn(result: GroupResult) -> str:
    """The month of the earlier check, where any hollow mark of it is drawn; else empty."""
    rows = [pillar_row(result, each) for each in result.pillars] + [theme_row(result, each) for each in result.themes]
    drawn = any(each.then is not None for row in rows for each in row.marks)
    return month(result.since.then_on) if drawn and result.since is not None else ""


def marks(result: GroupResult, of: str, views: Views) -> tuple[ViewMark, ...]:
    """The marks of one row, leaders first; a view that is shown nowhere is said once, above, and not in every row."""
    return tuple(view_mark(result, of, each, views[each]) for each in views_of(result) if each in views)


def theme_row(result: GroupResult, theme: ThemeView, *, tagged: bool = True) -> GroupRow:
    """A theme with its marks; its tag below the name unless that stands elsewhere."""
    aim = result.setup.target_of(theme.theme.id) if result.setup.targets else None
    return GroupRow(theme.theme.name, marks(result, theme.theme.id, theme.views), theme.tag if tagged else "", aim)


def about_target(result: GroupResult) -> str:
    """What the dashed line is, where a target was set; empty where not."""
    return _("The dashed line is the target, set before anybody saw a score.") if result.setup.targets else ""


def pillar_row(result: GroupResult, pillar: PillarView) -> GroupRow:
    return GroupRow(pillar.pillar.address, marks(result, pillar.pillar.id, pillar.views))


def row_words(result: GroupResult, theme: ThemeView) -> str:
    """A theme's row as a sentence, for whoever does not see it."""
    return row_sentence(theme_row(result, theme))


def classes_row(name: str, value: Value) -> ClassesRow:
    """How people lie; below ten people the spread in words alone."""
    if isinstance(value, Suppressed):
        return ClassesRow(name, None, missing=not_shown(value))
    note = spread_words(value.spread) if value.spread else ""
    return ClassesRow(name, value.people_in, note, "" if value.people_in else _("Classes are shown from ten people on"))
