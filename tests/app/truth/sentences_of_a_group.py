"""Every sentence and number that a group's result says, as it goes to a reader."""

from collections.abc import Iterator

from tests.app.truth.told import Told
from trustcheck.app.presenting import (
    check_reading,
    explanations,
    group_findings,
    group_gaps,
    group_items,
    group_unseen,
    put_aside,
)
from trustcheck.app.results.group import GapShown, GroupResult, Shown, Views

_WORKED_OUT = (
    explanations.FigureKind.MEAN,
    explanations.FigureKind.GUARANTEED,
    explanations.FigureKind.CLASSES,
    explanations.FigureKind.FAVOURABLE,
    explanations.FigureKind.DONT_KNOW,
    explanations.FigureKind.SPREAD,
)


def told_of(result: GroupResult) -> Iterator[Told]:
    yield Told("story", result.story.sentence)
    yield from (Told("why", each, result.story.rule) for each in result.story.why)
    yield from (Told("answers", each) for each in result.story.rests_on)
    yield from (Told("banner", each) for each in result.banners)
    yield from _parts(result)
    yield from _steps(result)
    yield from (Told("fact", each.sentence, each.practice.id) for each in result.facts if each.sentence)
    yield Told("unseen headline", group_unseen.unseen_headline(result))
    for each in result.unseen:
        yield Told("unseen", group_unseen.unseen_words(each), each.item.id, each.perspective.value)
    yield from (Told("finding", each.short, each.theme_id) for each in group_findings.findings(result))
    yield Told("sides", group_gaps.sides_headline(result))
    yield Told("row", check_reading.reading_of_group(result).sentence)


def _parts(result: GroupResult) -> Iterator[Told]:
    for pillar in result.pillars:
        yield from _values(pillar.pillar.id, pillar.views, result)
        if isinstance(pillar.gap, GapShown):
            yield Told("gap", pillar.gap.sentence, pillar.pillar.id)
    for theme in result.themes:
        theme_id = theme.theme.id
        yield from _values(theme_id, theme.views, result)
        if theme.sentence:
            yield Told("theme", theme.sentence, theme_id)
        if isinstance(theme.gap, GapShown):
            yield Told("gap", theme.gap.sentence, theme_id)
        yield from (Told("tag", each, theme_id) for each in [theme.tag] if each)
        yield from (Told("conflict", each, theme_id) for each in [theme.conflict] if each)
        for item in theme.items:
            yield from _items(item.item.id, item.views, result)
    yield from (Told("together", words, theme_id) for theme_id, words in result.together.items())


def _values(part_id: str, views: Views, result: GroupResult) -> Iterator[Told]:
    for view, value in views.items():
        if isinstance(value, Shown):
            yield Told("value", f"{value.mean} of 100 from {value.n}, {value.band or 'no band'}", part_id, view.value)
            if value.solidity is not None:
                yield Told("solidity", value.solidity.value, part_id, view.value)
            for figure in _WORKED_OUT:
                lines = explanations.explained(result, explanations.FigureKey(figure, part_id, view))
                yield from (Told("worked out", each, part_id, view.value) for each in lines)
            if value.people_in is not None:
                parts = ", ".join(f"{each.first}-{each.last} {each.people}" for each in value.people_in.parts)
                yield Told("classes", parts, part_id, view.value)


def _items(item_id: str, views: Views, result: GroupResult) -> Iterator[Told]:
    item, scale = result.questionnaire.item_by_id[item_id], result.questionnaire.scale
    for view, value in views.items():
        if isinstance(value, Shown):
            yield Told("item", group_items.answered(item, value, scale), item_id, view.value)


def _steps(result: GroupResult) -> Iterator[Told]:
    for place, proposal in enumerate(result.proposals):
        yield Told("rule", proposal.rule, proposal.theme_id, str(place))
        yield from (Told("reason", each.sentence, proposal.theme_id) for each in proposal.reasons)
    yield from (Told("held", each.why, each.what) for each in result.held_back)
    for strength in result.strengths:
        kind = "relatively strongest" if strength.relative else "a strength"
        yield Told("strength", f"{kind}, at {strength.score:g}", strength.theme_id)
        yield Told("carry", strength.question, strength.theme_id)
    yield from (Told("aside", each) for each in [put_aside.put_aside_words(result)] if each)
    yield from (Told("nothing", each) for each in [result.no_proposals] if each)
