"""Every sentence that one person's result says, as it goes to a reader."""

from collections.abc import Iterator

from tests.app.truth.told import Told
from trustcheck.app.presenting import personal, personal_findings, personal_sums, put_aside, suggestions
from trustcheck.app.results.personal import ItemResult, PersonalResult


def told_of(result: PersonalResult) -> Iterator[Told]:
    yield Told("story", result.story.sentence)
    yield from (Told("why", each, result.story.rule) for each in result.story.why)
    yield from (Told("answer", each) for each in result.story.rests_on)
    for theme in result.themes:
        yield Told("score", personal.theme_sentence(theme), theme.theme.id)
        yield from (Told("position", each, theme.theme.id) for each in [personal.position(theme, result)] if each)
        yield from (Told("end", f"{lead} {words}", theme.theme.id) for lead, words in personal.furthest(theme))
        yield from (Told("uncounted", each, theme.theme.id) for each in personal.uncounted(theme))
        yield from (
            Told("turned", said, each.item.id) for each in theme.items if (said := _turned(each, result)) is not None
        )
    yield from (Told("score", personal.pillar_sentence(each), each.pillar.id) for each in result.pillars)
    ids = {each.name: each.id for each in result.questionnaire.themes}
    ids |= {each.address: each.id for each in result.questionnaire.pillars}
    for found in personal_sums.score_sums(result):
        yield from (Told("sum", each, ids.get(found.heading, "")) for each in found.lines)
    for proposal in result.proposals:
        yield Told("rule", proposal.rule, proposal.theme_id)
        yield from (Told("reason", each.sentence, proposal.theme_id) for each in proposal.reasons)
    yield from (Told("held", each.why, each.what) for each in result.held_back)
    for strength in result.strengths:
        yield Told("strength", suggestions.strength_line(result, strength)[0], strength.theme_id)
        yield Told("carry", strength.question, strength.theme_id)
    yield from (Told("fact", each.sentence, each.practice.id) for each in result.facts if each.sentence)
    yield from (Told("note", each) for each in [result.hasty] if each)
    yield from (Told("aside", each) for each in [put_aside.put_aside_words(result)] if each)
    yield from (Told("nothing", each) for each in [result.no_proposals] if each)
    yield from (Told("finding", each.short, each.theme_id) for each in personal_findings.findings(result))


def _turned(item: ItemResult, result: PersonalResult) -> str | None:
    return personal.turned(item, result.questionnaire.scale) or None
