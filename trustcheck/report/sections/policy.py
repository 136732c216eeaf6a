"""A written policy that was looked at beside the result: what its sentences do, what it shows, one worth framing."""

from collections.abc import Iterator

from trustcheck.app.presenting.policy import (
    deed_title,
    framed_lead,
    framed_title,
    how_it_reads,
    how_it_speaks,
    how_long,
    offer_words,
    quoted,
    what_it_does,
)
from trustcheck.app.results.group import GroupResult
from trustcheck.app.results.personal import PersonalResult
from trustcheck.app.results.policy import PolicyLens
from trustcheck.domain.policy.rules import PolicyDeed
from trustcheck.domain.questionnaire.model import Questionnaire
from trustcheck.report.document.parts import Bullets, Heading, Panel, Part, Section, Words
from trustcheck.words import gettext as _

_QUOTED = 5
"""Sentences of a kind that are printed; the policy itself holds the others."""


def policy(result: PersonalResult | GroupResult) -> Section | None:
    """Left out where none was looked at."""
    if result.policy is None:
        return None
    name = _("Your policy")
    parts = tuple(_parts(result.policy, result.questionnaire))
    return Section("policy", name, what_it_does(result.policy.reading), parts, name)


def _parts(lens: PolicyLens, asked: Questionnaire) -> Iterator[Part]:
    reading = lens.reading
    yield Words(" ".join((how_long(reading), how_it_reads(reading), how_it_speaks(reading))), "quiet", gap=3)
    for deed in PolicyDeed:
        counted = reading.doing(deed)
        if not counted:
            continue
        yield Heading(deed_title(deed, len(counted)))
        yield Bullets(tuple(quoted(each) for each in counted[:_QUOTED]), "compact")
        if (more := len(counted) - _QUOTED) > 0:
            yield Words(_("and {count} more").format(count=more), "small", gap=2)
    if lens.offers:
        yield Heading(_("What it shows of the facts"))
        yield Bullets(tuple(" ".join(offer_words(each, asked)) for each in lens.offers), "compact")
    framed: tuple[Part, ...] = tuple(Words(each, "body", gap=4) for each in lens.framed)
    yield Panel((Heading(framed_title(lens)), Words(framed_lead(lens), "small", gap=2), *framed))
