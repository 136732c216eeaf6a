"""Leaders and staff, and saying and doing: each difference in words that name a direction and decide nothing."""

from collections.abc import Mapping, Sequence

from trustcheck.app.portraits.group_story_facts import GroupView
from trustcheck.app.presenting.group_gaps import both_means, points_apart, points_higher
from trustcheck.app.results.group import GapShown, Range, Shown, ThemeView, Views
from trustcheck.app.results.group_values import difference_ends_shown
from trustcheck.app.results.personal import FactResult
from trustcheck.domain.checks.group_round import GroupRound, people, people_first
from trustcheck.domain.findings.practice import Contradiction, ContradictionKind
from trustcheck.domain.findings.story_rules import how_often
from trustcheck.domain.privacy.suppressed import Suppressed
from trustcheck.domain.questionnaire.model import Perspective, Questionnaire
from trustcheck.domain.statistics.gaps import Gap
from trustcheck.domain.statistics.group_words import GapKind
from trustcheck.domain.statistics.points import ABOUT_THE_SAME, apart, whole
from trustcheck.words import gettext as _


def gap_shown(found: Gap | Suppressed | None, views: Views) -> GapShown | Suppressed | None:
    """One gap in whole points, with its sentence; ``views`` are its two sides."""
    if found is None or isinstance(found, Suppressed):
        return found
    fewest = min((value.n for value in views.values() if isinstance(value, Shown)), default=0)
    shown = difference_ends_shown(found.interval, fewest)
    difference = apart(found.difference)
    return GapShown(difference, shown, found.kind, _sentence(difference, found.kind, shown, views))


def _sentence(difference: int, kind: GapKind, shown: Range, views: Views) -> str:
    points = abs(difference)
    if points < ABOUT_THE_SAME:
        return _("Leaders and staff describe this much alike.")
    higher, lower = (_("Leaders"), _("staff")) if difference > 0 else (_("Staff"), _("leaders"))
    told = {
        GapKind.CLEAR: _("{higher} describe this {far} than {lower}: a clear gap, {width}."),
        GapKind.POSSIBLE: _("{higher} describe this {far} than {lower}: a possible gap, {width}."),
        GapKind.WORTH_ASKING: _(
            "{higher} describe this {far} than {lower}. Chance alone could do that; it is worth asking about."
        ),
        GapKind.TOO_FEW: _(
            "{higher} describe this {far} than {lower}. So few people cannot be told from chance, "
            "which does not mean that there is no gap."
        ),
        GapKind.SIMILAR: _(
            "{higher} describe this {far} than {lower}: similar views, which is not the same as no difference."
        ),
    }[kind]
    far = points_higher(points, both_means(views))
    return told.format(higher=higher, lower=lower, far=far, width=_width(difference, shown))


def _width(difference: int, shown: Range) -> str:
    """How wide a gap may be. An interval may hold 0 where the labels dealt anew hardly ever came out so far apart."""
    low, high = (shown.low, shown.high) if difference > 0 else (-shown.high, -shown.low)
    if low <= 0:
        return _("up to {high} points wide").format(high=high)
    return _("{low} to {high} points wide").format(low=low, high=high)


def conflict(gap: GapShown | Suppressed | None, against: Sequence[Contradiction], seen: GroupView) -> str:
    """Where evidence disagrees about one theme. Both sides are said; neither is averaged away."""
    said = [each[0] for each in (_sides(gap), *(_fact(one, seen) for one in against[:1])) if each[0]]
    return " ".join(said)


def together(theme: ThemeView, against: Sequence[Contradiction], seen: GroupView) -> str:
    """For facilitators: what the views say together, and a question to ask in the room."""
    told = [_sides(theme.gap), *(_fact(each, seen) for each in against[:1])]
    lines = [f"{sentence} {question}" for sentence, question in told if sentence]
    return " ".join(lines) or _alike(theme)


def _sides(gap: GapShown | Suppressed | None) -> tuple[str, str]:
    """A sentence and a question where leaders and staff are half an answer step apart or more."""
    if not isinstance(gap, GapShown) or not gap.kind.is_named:
        return "", ""
    if gap.difference > 0:
        return (
            _("Leaders describe more of this than staff do."),
            _("Ask both sides for two recent examples: what did each of them see?"),
        )
    return (
        _("Staff describe more of this than leaders do."),
        _("Staff are kinder to you than you are: what do they see that you do not?"),
    )


def _fact(found: Contradiction, seen: GroupView) -> tuple[str, str]:
    """Whose answers stand against the fact is said: the other view may describe the theme quite otherwise."""
    assert seen.believer is not None
    said, question = {
        ContradictionKind.SAID_NOT_BUILT: (
            _("{people} see this {often}, and a fact says that nothing holds it up."),
            _("It works by habit: who carries it, and what would stay if they left?"),
        ),
        ContradictionKind.WRITTEN_NOT_LIVED: (
            _("A fact says it is in place, and {those_people} see it {often}."),
            _("The paper exists: on its way into an ordinary week, where does it stop?"),
        ),
        ContradictionKind.BUILT_NOT_FELT: (
            _("It is in place and leaders see it {often}; staff seldom do."),
            _("What would staff have to see to notice it?"),
        ),
    }[found.kind]
    who, often = people_first(seen.believer), how_often(found.score, seen.questionnaire.cuts)
    return said.format(people=who, those_people=people(seen.believer), often=often), question


def _alike(theme: ThemeView) -> str:
    """Nothing disagrees: one sentence on the level, and a question that fits it."""
    shown = [value for value in theme.views.values() if isinstance(value, Shown)]
    if not shown:
        return ""
    if len(shown) > 1 and isinstance(theme.gap, GapShown):
        told = _("Leaders and staff describe this much alike.")
        if not theme.gap.about_the_same:
            far = points_apart(theme.gap.apart, both_means(theme.views))
            told = _("Leaders and staff describe this similarly, {apart}.").format(apart=far)
        return told + " " + _("Ask for one recent example from each, and compare them.")
    return _("One view only. Ask who would describe it differently, and why they are not in the room.")


def contradiction_words(found: Contradiction, speaker: Perspective, asked: Questionnaire) -> str:
    """A contradiction as a sentence. ``speaker`` is whose score stands beside the fact."""
    sentences = {
        ContradictionKind.SAID_NOT_BUILT: _(
            "{people} see {theme} {often} ({score}), yet this is not in place. "
            "It may work by habit, and leave with the people who carry it."
        ),
        ContradictionKind.WRITTEN_NOT_LIVED: _(
            "This is in place, yet {people} see {theme} {often} ({score}). Worth finding out where it stops."
        ),
        ContradictionKind.BUILT_NOT_FELT: _(
            "This is in place, and leaders see {theme} {often} ({score}), yet staff seldom see it."
        ),
    }
    starts = found.kind is ContradictionKind.SAID_NOT_BUILT
    who = people_first(speaker) if starts else people(speaker)
    name, often = asked.theme_by_id[found.theme_id].name, how_often(found.score, asked.cuts)
    return sentences[found.kind].format(people=who, theme=name, often=often, score=whole(found.score))


def facts(of: GroupRound, against: Mapping[str, Contradiction], speaker: Perspective | None) -> tuple[FactResult, ...]:
    """Every fact with its answer, and what it contradicts; scores beside it are whole."""
    asked = of.questionnaire
    found = []
    for each in asked.practices:
        one = against.get(each.id)
        words = contradiction_words(one, speaker, asked) if one and speaker else ""
        found.append(FactResult(each, asked.theme_by_id[each.theme], of.facts.get(each.id), one, words))
    return tuple(found)
