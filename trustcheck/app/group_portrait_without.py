"""What would read otherwise without the sheets that look hurried, where that tells of nobody (measurement 2.12)."""

from collections.abc import Iterator
from dataclasses import replace

from trustcheck.app.group_portrait_values import Seen
from trustcheck.app.group_result import Shown, Value, WithoutHurried
from trustcheck.app.number_words import in_words
from trustcheck.domain.group_answers import GroupAnswers
from trustcheck.domain.group_view import ViewStatistics
from trustcheck.domain.group_without import views_without_hurried
from trustcheck.domain.groups import GroupScore
from trustcheck.domain.points import ABOUT_THE_SAME, whole
from trustcheck.domain.questionnaire import Form, Perspective
from trustcheck.domain.suppressed import Suppressed
from trustcheck.domain.view_names import people_first
from trustcheck.words import gettext as _
from trustcheck.words import ngettext


def without_hurried(seen: Seen, answers: GroupAnswers) -> tuple[WithoutHurried, ...]:
    """For each shown perspective with hurried sheets what would change without them, or why that is not said."""
    if seen.round.left_out or not any(seen.round.hurried.values()):
        return ()
    beside = views_without_hurried(answers, seen.found, seen.round.questionnaire)
    return tuple(_told(seen, Perspective(name), rest) for name, rest in beside.items())


def _told(seen: Seen, perspective: Perspective, rest: ViewStatistics | Suppressed) -> WithoutHurried:
    everybody = seen.found.perspectives[perspective.value]
    assert not isinstance(everybody.hasty, Suppressed)
    who, number = people_first(perspective), everybody.hasty
    if isinstance(rest, Suppressed):
        return WithoutHurried(perspective, _not_told(who, number))
    moved = tuple(_moved(seen, perspective, rest))
    if moved:
        said = ngettext(
            "{who}: without the {number} hurried sheet this would read otherwise.",
            "{who}: without the {number} hurried sheets this would read otherwise.",
            number,
        )
    else:
        said = ngettext(
            "{who}: without the {number} hurried sheet nothing would read otherwise: no band would change, and no "
            "score would move by five points or more.",
            "{who}: without the {number} hurried sheets nothing would read otherwise: no band would change, and no "
            "score would move by five points or more.",
            number,
        )
    return WithoutHurried(perspective, said.format(who=who, number=in_words(number)), moved)


def _not_told(who: str, number: int) -> str:
    said = ngettext(
        "{who}: {number} sheet looks hurried. Leaving it out would show what single people answered, so there is no "
        "result without it.",
        "{who}: {number} sheets look hurried. Leaving them out would show what single people answered, so there is no "
        "result without them.",
        number,
    )
    return said.format(who=who, number=in_words(number))


def _moved(seen: Seen, perspective: Perspective, rest: ViewStatistics) -> Iterator[str]:
    """A line for each pillar and theme that both results show and that would read otherwise."""
    everybody, asked = seen.found.perspectives[perspective.value], seen.round.questionnaire
    fewer = Seen(seen.round, replace(seen.found, perspectives={perspective.value: rest}))
    for pillar in asked.pillars:
        if _read_otherwise(everybody.pillars[pillar.id], rest.pillars[pillar.id]):
            yield _line(pillar.name, seen.pillar(pillar.id)[perspective], fewer.pillar(pillar.id)[perspective])
    for theme in asked.themes if seen.round.summary.form is Form.FULL else ():
        if _read_otherwise(everybody.themes[theme.id], rest.themes[theme.id]):
            yield _line(theme.name, seen.theme(theme)[perspective], fewer.theme(theme)[perspective])


def _read_otherwise(before: GroupScore | Suppressed, after: GroupScore | Suppressed) -> bool:
    """Five whole points or another band. Where too few of the invited answered, none is named and none compared."""
    if isinstance(before, Suppressed) or isinstance(after, Suppressed):
        return False
    bands = {before.band, after.band}
    return abs(whole(before.mean) - whole(after.mean)) >= ABOUT_THE_SAME or (None not in bands and len(bands) > 1)


def _line(name: str, before: Value, after: Value) -> str:
    assert isinstance(before, Shown)
    assert isinstance(after, Shown)
    if not (before.band and after.band):
        said = _("{name}: {before} with them, {after} without")
    else:
        said = _("{name}: {before} ({band}) with them, {after} ({other_band}) without")
    return said.format(name=name, before=before.mean, band=before.band, after=after.mean, other_band=after.band)
