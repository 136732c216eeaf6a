"""Openness under criticism: the usual answer to each scenario card, and something to try before it is real."""

from collections.abc import Iterator

from trustcheck.app.presenting.drill import (
    about_cards,
    card_lines,
    card_text,
    cards_to_talk_about,
    drill_headline,
    drill_lines,
    drill_title,
    group_rows,
    try_words,
)
from trustcheck.app.results.drill import CardView
from trustcheck.charts.ladder import ladder
from trustcheck.report.document.parts import Bullets, Figure, Heading, Part, Section, Words
from trustcheck.report.sections.group.section_input import SectionInput, framed
from trustcheck.words import gettext as _

_TYPE = 9.2


def drill(wanted: SectionInput) -> Section | None:
    """Left out where the check did not ask the cards."""
    if not wanted.result.cards:
        return None
    name = drill_title()
    return Section("drill", name, drill_headline(wanted.result), tuple(_parts(wanted)), name, share=0.5)


def _parts(wanted: SectionInput) -> Iterator[Part]:
    result = wanted.result
    yield Words(about_cards(), "quiet", gap=3)
    if any(row.marks for row in group_rows(result)):
        yield Figure(ladder(group_rows(result), wanted.width, size=_TYPE))
    yield Bullets(drill_lines(result), "quiet")
    told = cards_to_talk_about(result)
    for card in told:
        yield from _card(wanted, card)
    yield from framed(*(each.scenario.suggestion.ask for each in told[:1] if each.scenario.suggestion.ask))


def _card(wanted: SectionInput, card: CardView) -> Iterator[Part]:
    result = wanted.result
    speaks = result.headline or result.summary.perspective
    yield Heading(card.scenario.name)
    yield Words(card_text(result.questionnaire, card.scenario, speaks), "compact", gap=2)
    yield Bullets(card_lines(result, card), "quiet")
    if words := try_words(card.scenario):
        yield Words(words, "compact", _("To try:"), gap=3)
