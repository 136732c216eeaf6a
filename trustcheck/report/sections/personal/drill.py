"""What one person thinks would really happen when criticism comes, card by card."""

from collections.abc import Iterator

from trustcheck.app.presenting.drill import (
    about_ladder,
    card_text,
    drill_title,
    own_card_line,
    own_headline,
    own_rows,
    try_words,
)
from trustcheck.app.results.personal import PersonalResult
from trustcheck.charts.ladder import ladder
from trustcheck.report.document.parts import Figure, Heading, Part, Section, Words
from trustcheck.words import gettext as _

_TYPE = 9.5


def drill(result: PersonalResult, width: float) -> Section | None:
    """Left out where nothing was picked."""
    if not own_rows(result):
        return None
    name = drill_title()
    return Section("drill", name, own_headline(result), tuple(_parts(result, width)), name, share=0.5)


def _parts(result: PersonalResult, width: float) -> Iterator[Part]:
    yield Words(about_ladder(), "quiet", gap=3)
    yield Figure(ladder(own_rows(result), width, size=_TYPE))
    for card in result.cards:
        if card.rung is None:
            continue
        yield Heading(card.scenario.name)
        yield Words(card_text(result.questionnaire, card.scenario, result.round.response.perspective), "compact", gap=2)
        yield Words(own_card_line(result, card), "compact", _("You expect:"), gap=3)
        if words := try_words(card.scenario):
            yield Words(words, "compact", _("To try:"), gap=3)
