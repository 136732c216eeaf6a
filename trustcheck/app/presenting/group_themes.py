"""One theme of a group in words: its bands, what stands out on it, and what its score may mean."""

from collections.abc import Iterator

from trustcheck.app.group_result import GapShown, GroupResult, Shown, ThemeView, Views
from trustcheck.app.number_words import capitalised
from trustcheck.app.presenting.group_gaps import apart_words
from trustcheck.app.presenting.group_sayings import scored
from trustcheck.app.presenting.group_seen import headline, views_of
from trustcheck.app.presenting.group_words import is_split, spread_words
from trustcheck.domain.questionnaire import Perspective
from trustcheck.domain.view_names import people, people_first
from trustcheck.words import gettext as _


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
