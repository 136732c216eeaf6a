"""What story, order and reasons of a group look at: the unrounded values that may be shown, and words made of them."""

from collections.abc import Mapping

from trustcheck.app.portraits.group_story_facts import GroupView
from trustcheck.app.presenting.group_items import low_question
from trustcheck.app.results.group_values import Seen
from trustcheck.domain.checks.group_round import GroupRound
from trustcheck.domain.findings.group_findings import group_contradictions
from trustcheck.domain.privacy.suppressed import Suppressed
from trustcheck.domain.questionnaire.model import Perspective
from trustcheck.domain.statistics.agreement import Agreement
from trustcheck.domain.statistics.gaps import Gap
from trustcheck.domain.statistics.groups import GroupScore, ItemScore
from trustcheck.domain.statistics.points import whole
from trustcheck.domain.views.group_statistics import leader_among_staff
from trustcheck.words import gettext as _
from trustcheck.words.sentences import in_a_row

LOW_QUESTION = 50.0
QUESTIONS_NAMED = 2
_EXTREMES = 2


def view_of(seen: Seen) -> GroupView:
    """Only what may be shown goes in, so that nothing else can come out."""
    asked, first = seen.round.questionnaire, seen.found.first
    leaders, staff = (_themes(seen, each) for each in (Perspective.LEADER, Perspective.STAFF))
    own = {} if seen.headline is None else _themes(seen, seen.headline)
    pillars = {} if first is None else _means(first.pillars)
    return GroupView(
        questionnaire=asked,
        headline=seen.headline,
        themes=own,
        pillars=pillars,
        leaders=leaders,
        staff=staff,
        gaps={key: each for key, each in seen.found.gaps.items() if isinstance(each, Gap)},
        split=_split(seen),
        contradictions=group_contradictions(seen.found, seen.round.facts, asked),
        items={each: _items(seen, each) for each in seen.round.setup.perspectives},
    )


def lowest_questions(seen: Seen) -> Mapping[str, tuple[str, ...]]:
    """By theme id, sentences on the lowest questions of the headline that lie at or below the middle."""
    first, asked = seen.found.first, seen.round.questionnaire
    if first is None or seen.headline is None:
        return {}
    said: dict[str, tuple[str, ...]] = {}
    for theme in asked.themes:
        low = sorted(
            (value.told, item.id, value.nearest is not None)
            for item in asked.items_of(theme.id)
            if isinstance(value := first.items.get(item.id), ItemScore) and value.told <= LOW_QUESTION
        )
        said[theme.id] = tuple(
            low_question(
                asked.wording(each, seen.headline), asked.item_by_id[each], whole(told), asked.scale, about=about
            )
            for told, each, about in low[:QUESTIONS_NAMED]
        )
    return said


def one_leader(of: GroupRound) -> str:
    """For the only leader, who agreed to it, in the report they read: the themes where they lie furthest from staff."""
    if not of.setup.one_leader_agreed:
        return ""
    leaders, staff = of.of(Perspective.LEADER), of.of(Perspective.STAFF)
    few = len(staff) < of.setup.threshold or Perspective.STAFF in of.repeated
    if len(leaders) != 1 or few:
        return ""
    shares = leader_among_staff(leaders[0], staff, of.questionnaire, of.summary.form)
    furthest = sorted(shares.items(), key=lambda each: -abs(each[1] - 0.5))[:_EXTREMES]
    if not furthest:
        return ""
    told = [_beside_staff(of.questionnaire.theme_by_id[each].name, share) for each, share in furthest]
    return _("Beside staff, your own answers lie furthest away here: {themes}.").format(themes=in_a_row(told))


def _beside_staff(name: str, share: float) -> str:
    higher = share >= 0.5
    said = (
        _("{theme} is higher than the answers of about {share} % of staff would be")
        if higher
        else _("{theme} is lower than the answers of about {share} % of staff would be")
    )
    return said.format(theme=name, share=whole(100 * (share if higher else 1 - share)))


def _themes(seen: Seen, perspective: Perspective) -> dict[str, float]:
    found = seen.statistics(perspective)
    return {} if found is None else _means(found.themes)


def _items(seen: Seen, perspective: Perspective) -> dict[str, ItemScore]:
    found = seen.statistics(perspective)
    return {} if found is None else {key: each for key, each in found.items.items() if isinstance(each, ItemScore)}


def _split(seen: Seen) -> tuple[str, ...]:
    """Theme ids where the headline's people describe different places, widest apart first."""
    first = seen.found.first
    found = [] if first is None else [(key, each) for key, each in first.themes.items() if isinstance(each, GroupScore)]
    apart = [(_apart(each.agreement), key) for key, each in found if each.spread is not None and each.spread.is_split]
    return tuple(key for _distance, key in sorted(apart, key=lambda each: -each[0]))


def _apart(found: Agreement | None) -> float:
    return 0.0 if found is None else found.ad_mean


def _means(values: Mapping[str, GroupScore | Suppressed]) -> dict[str, float]:
    return {key: each.mean for key, each in values.items() if isinstance(each, GroupScore)}
