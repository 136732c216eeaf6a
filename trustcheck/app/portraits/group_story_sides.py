"""Rules of a group's story that set two sides beside each other: leaders and staff, words and what is in place."""

from trustcheck.app.portraits.group_story_facts import GroupView, answers_to
from trustcheck.app.presenting.group_gaps import points_apart
from trustcheck.domain.checks.group_round import people, people_first
from trustcheck.domain.findings.practice import Contradiction, ContradictionKind
from trustcheck.domain.findings.story import Story
from trustcheck.domain.findings.story_rules import how_often, less_often
from trustcheck.domain.questionnaire.model import Perspective, band_index
from trustcheck.domain.statistics.group_words import GapKind
from trustcheck.domain.statistics.points import apart, whole
from trustcheck.words import gettext as _
from trustcheck.words.numbers import decimal

LOW_THEME = 62.5
"""Below this a theme is not usual: a gap there is spoken of first."""
_SPOKEN = (GapKind.CLEAR, GapKind.POSSIBLE)


def gap_in_a_low_theme(seen: GroupView) -> Story | None:
    """Leaders and staff differ, clearly or possibly, on a theme that the headline finds less than usual."""
    low = [
        (abs(gap.difference), theme_id)
        for theme_id, gap in seen.gaps.items()
        if gap.kind in _SPOKEN and seen.themes.get(theme_id, 100.0) < LOW_THEME
    ]
    if not low:
        return None
    _width, theme_id = max(low, key=lambda each: each[0])
    gap, name = seen.gaps[theme_id], seen.questionnaire.theme_by_id[theme_id].name
    leaders, staff, cuts = seen.leaders[theme_id], seen.staff[theme_id], seen.questionnaire.cuts
    if gap.difference > 0:
        sentence = _("Leaders see {theme} {often}; staff see it {seldom}.")
        words = {"often": how_often(leaders, cuts), "seldom": less_often(staff, leaders, cuts)}
    else:
        sentence = _("Staff see {theme} {often}; leaders themselves see it {seldom}.")
        words = {"often": how_often(staff, cuts), "seldom": less_often(leaders, staff, cuts)}
    kind = _("a clear gap") if gap.kind is GapKind.CLEAR else _("a possible gap")
    why = (
        _("Of the clear and possible gaps in themes below {cut} it is the widest: {kind}.").format(
            cut=decimal(LOW_THEME), kind=kind
        ),
        _("{theme}: leaders {leaders}, staff {staff}, {apart}.").format(
            theme=name,
            leaders=whole(leaders),
            staff=whole(staff),
            apart=points_apart(abs(apart(gap.difference)), (whole(leaders), whole(staff))),
        ),
        _("It names a direction and does not say who is right."),
    )
    return Story(
        sentence.format(theme=name, **words), "gap-in-a-low-theme", why, answers_to(seen, [theme_id], Perspective)
    )


def said_and_done(seen: GroupView) -> Story | None:
    """A fact says yes where a theme is rare, or where leaders see it and staff do not; the lowest such theme speaks."""
    spoken = (ContradictionKind.WRITTEN_NOT_LIVED, ContradictionKind.BUILT_NOT_FELT)
    found = [each for each in seen.contradictions if each.kind in spoken and _is_rare(each, seen)]
    if not found or seen.believer is None:
        return None
    lowest = min(found, key=lambda each: seen.themes.get(each.theme_id, each.score))
    name = seen.questionnaire.theme_by_id[lowest.theme_id].name
    fact = seen.questionnaire.practice_by_id[lowest.practice_id].text
    if lowest.kind is ContradictionKind.BUILT_NOT_FELT:
        told = _("Leaders have put something in place for {theme}; staff hardly notice it.").format(theme=name)
        rule = _("A fact is answered \u201cyes\u201d, leaders often see the theme, and staff seldom do.")
        numbers = _("{theme}: leaders {leaders}, staff {staff}.").format(
            theme=name, leaders=whole(lowest.score), staff=whole(seen.staff[lowest.theme_id])
        )
        views = tuple(Perspective)
    else:
        who = people(seen.believer)
        told = _("Something is in place for {theme}, but {people} seldom see it.").format(theme=name, people=who)
        rule = _("A fact is answered \u201cyes\u201d, and {people} seldom see the theme.").format(people=who)
        numbers = _("{people} put {theme} at {score} of 100.").format(
            people=people_first(seen.believer), theme=name, score=whole(lowest.score)
        )
        views = (seen.believer,)
    why = (rule, numbers, _("The fact: {fact}").format(fact=fact))
    return Story(told, "say-do", why, answers_to(seen, [lowest.theme_id], views))


def _is_rare(found: Contradiction, seen: GroupView) -> bool:
    """Whether the band that stands on the page says so too: a score at the cut is called by the band above it."""
    score = seen.staff[found.theme_id] if found.kind is ContradictionKind.BUILT_NOT_FELT else found.score
    return band_index(score, seen.questionnaire.cuts) == 0
