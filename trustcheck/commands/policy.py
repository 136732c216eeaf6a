"""``trustcheck policy FILE``: what a written policy does, and which facts it shows."""

from collections.abc import Iterator

from trustcheck.app.application import Application
from trustcheck.app.policy.lens import looked_at, rules_for
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
from trustcheck.app.refusals import Refused
from trustcheck.app.results.policy import PolicyLens
from trustcheck.domain.policy.rules import PolicyDeed
from trustcheck.domain.questionnaire.model import Questionnaire
from trustcheck.words import gettext as _


def read(application: Application, file: str, language: str = "") -> int:
    """Print it. Raises :class:`Refused` where the file cannot be read, or no rules speak its language."""
    policies, questionnaire_id = application.policies(), application.catalog.shipped()[0]
    own = application.catalog.questionnaire(questionnaire_id)
    text = policies.text_of(file)
    rules = policies.rules(own.id, language) if language else rules_for(text, policies, own)
    if rules is None:
        raise Refused(
            _("No policy can be read in {language} yet.").format(language=language or own.language),
            todo=_("Choose one of {languages}.").format(languages=", ".join(policies.languages(own.id))),
        )
    asked = application.catalog.questionnaire(questionnaire_id, rules.language)
    print("\n".join(_lines(looked_at(text, rules, asked), asked)))
    return 0


def _lines(lens: PolicyLens, asked: Questionnaire) -> Iterator[str]:
    reading = lens.reading
    yield from (what_it_does(reading), how_long(reading), how_it_reads(reading), how_it_speaks(reading))
    for deed in PolicyDeed:
        found = reading.doing(deed)
        if found:
            yield from ("", f"{deed_title(deed, len(found))}:", *(f"  {quoted(each)}" for each in found))
    if lens.offers:
        yield from ("", _("What it shows of the facts:"))
    for offer in lens.offers:
        words, why = offer_words(offer, asked)
        yield from (f"  {words}", f"    {why}")
    yield from ("", framed_title(lens), framed_lead(lens), *(f"  {each}" for each in lens.framed))
