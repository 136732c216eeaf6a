"""What was found in a written policy, in words: counted, never judged."""

from trustcheck.app.presenting.personal import fact_words
from trustcheck.app.results.policy import PolicyLens
from trustcheck.domain.policy.offers import OfferedFact
from trustcheck.domain.policy.reading import CountedSentence, PolicyReading
from trustcheck.domain.policy.rules import PolicyDeed, ShownBy
from trustcheck.domain.questionnaire.model import Questionnaire
from trustcheck.words import gettext as _
from trustcheck.words import ngettext
from trustcheck.words.numbers import grouped
from trustcheck.words.sentences import in_quotes

_EASY, _HEAVY = 40, 55
"""LIX: newspapers for everybody lie below the first, laws and contracts above the second (Björnsson 1968)."""


def deed_title(deed: PolicyDeed, count: int) -> str:
    """ "Three sentences forbid", with the number in digits: it stands beside others."""
    words = {
        PolicyDeed.FORBIDS: ngettext("{count} sentence forbids", "{count} sentences forbid", count),
        PolicyDeed.ALLOWS: ngettext("{count} sentence allows or invites", "{count} sentences allow or invite", count),
        PolicyDeed.ASKS_FIRST: ngettext(
            "{count} sentence has somebody ask first", "{count} sentences have somebody ask first", count
        ),
        PolicyDeed.EXEMPTS: ngettext("{count} sentence exempts somebody", "{count} sentences exempt somebody", count),
    }[deed]
    return words.format(count=grouped(count))


def what_it_does(reading: PolicyReading) -> str:
    """The sentence above the counts."""
    forbids, allows = len(reading.doing(PolicyDeed.FORBIDS)), len(reading.doing(PolicyDeed.ALLOWS))
    asks = len(reading.doing(PolicyDeed.ASKS_FIRST))
    if not forbids + allows + asks:
        if reading.doing(PolicyDeed.EXEMPTS):
            return _("This policy only says for whom something does not hold.")
        return _("No sentence of this text was counted: it may be no policy, or be written in another language.")
    if allows > forbids + asks:
        return _("This policy says more often what people may do than what they may not, or must ask about.")
    if allows < forbids + asks:
        return _("This policy says more often what people may not do, or must ask about, than what they may.")
    return _("This policy says as often what people may do as what they may not, or must ask about.")


def how_long(reading: PolicyReading) -> str:
    pages = ngettext(
        "{words} words, about one page of usual type.",
        "{words} words, about {pages} pages of usual type.",
        reading.pages,
    )
    return pages.format(words=grouped(reading.words), pages=grouped(reading.pages))


def how_it_reads(reading: PolicyReading) -> str:
    """By words a sentence and long words, which counts alike in every language with an alphabet."""
    mean = round(reading.words / max(1, len(reading.sentences)))
    if reading.ease < _EASY:
        said = _("Its sentences have {mean} words on average; it reads like a newspaper for everybody.")
    elif reading.ease < _HEAVY:
        said = _("Its sentences have {mean} words on average; it reads like an official letter.")
    else:
        said = _("Its sentences have {mean} words on average; it reads like a contract.")
    return said.format(mean=mean)


def how_it_speaks(reading: PolicyReading) -> str:
    """To whom, counted in sentences."""
    to_reader = ngettext(
        "{count} sentence speaks to the reader, or of \u201cus\u201d.",
        "{count} sentences speak to the reader, or of \u201cus\u201d.",
        reading.to_reader,
    ).format(count=grouped(reading.to_reader))
    about = ngettext(
        "{count} sentence speaks of staff as of others.",
        "{count} sentences speak of staff as of others.",
        reading.about_staff,
    ).format(count=grouped(reading.about_staff))
    return f"{to_reader} {about}"


def quoted(counted: CountedSentence) -> str:
    """A sentence as it stands there; a point of a list behind the line that leads to it."""
    quote = in_quotes(_short(counted.sentence.text))
    return f"{_short(counted.lead)} {quote}" if counted.lead else quote


def offer_words(offer: OfferedFact, asked: Questionnaire) -> tuple[str, str]:
    """The fact as a sentence with the answer that is proposed, and what it rests on."""
    practice = next(each for each in asked.practices if each.id == offer.practice_id)
    return f"{practice.text} {fact_words(offer.fact)}.", rests_on(offer)


def rests_on(offer: OfferedFact) -> str:
    """What the evidence line of the fact says once it is accepted."""
    if offer.quote:
        return _("The policy says: \u201c{quote}\u201d").format(quote=_short(offer.quote))
    assert offer.shown_by is ShownBy.LENGTH
    return _("The length of the policy shows it.")


def framed_title(lens: PolicyLens) -> str:
    if len(lens.framed) == 1:
        return _("A policy worth framing: one sentence")
    return _("A policy worth framing, on one page")


def framed_lead(lens: PolicyLens) -> str:
    """Why it is as long as it is."""
    if not lens.by_result:
        return _("Its whole page: no score of trust in people is told here that could make it shorter.")
    if len(lens.framed) == 1:
        return _("Where trust in people is as consistent as here, common sense is enough.")
    return _("The more trust in people a result shows, the fewer lines it needs.")


def _short(quote: str, most: int = 240) -> str:
    return quote if len(quote) <= most else f"{quote[: most - 1].rstrip()}\u2026"
