"""What the report was made from, and what was left out."""

from collections.abc import Iterator

from trustcheck import __version__
from trustcheck.app.presenting.group_sayings import as_read, in_views
from trustcheck.app.results.group import GroupResult, Shown
from trustcheck.report.document.parts import Pairs, Part, Section, Words
from trustcheck.report.sections.group.wanted import SectionInput
from trustcheck.report.sections.personal.method import COVER_HOLDS
from trustcheck.words import gettext as _


def limits(wanted: SectionInput) -> Section:
    result = wanted.result
    parts: list[Part] = [Pairs(tuple(_made_from(wanted)), 110, "small", gap=5)]
    parts += [Words(each, "small", gap=4) for each in _held_back(result)]
    parts += _without_hurried(result)
    name = _("Method and limits")
    return Section("limits", name, _("What this report was made from"), tuple(parts), name, share=0.12, plain=True)


def _made_from(wanted: SectionInput) -> Iterator[tuple[str, str]]:
    result, questionnaire = wanted.result, wanted.result.questionnaire
    name = _("{title} ({id}), version {version}; TrustCheck {program}").format(
        title=questionnaire.title, id=questionnaire.id, version=questionnaire.version, program=__version__
    )
    yield _("Made with"), name
    if result.story.why and not result.own_words:
        yield _("Rule for the title"), " ".join(result.story.why)
    if result.own_words:
        yield (
            _("The title"),
            _("In the organiser's own words. The rule says: {sentence}").format(sentence=result.story.sentence),
        )
    if any(isinstance(each, Shown) for each in result.overall.values()):
        overall = _("{views}. The least useful number here: it hides where the two pillars differ.")
        yield _("Everything together"), overall.format(views=in_views(result.overall))
    for label, text in _cut_on_the_cover(wanted):
        if len(text) > COVER_HOLDS:
            yield label, text


def _cut_on_the_cover(wanted: SectionInput) -> Iterator[tuple[str, str]]:
    """What people wrote at such length that the cover may not hold it."""
    yield _("Place"), wanted.result.summary.organisation.name
    yield _("Leaders are"), wanted.result.setup.leaders_are
    yield _("Staff are"), wanted.result.setup.staff_are
    yield _("Prepared by"), wanted.options.prepared_by


def _held_back(result: GroupResult) -> Iterator[str]:
    whys = dict.fromkeys(as_read(result, held.why) for held in result.held_back)
    if whys:
        yield _("Kept for later: {whys}").format(whys=" ".join(whys))


def _without_hurried(result: GroupResult) -> Iterator[Part]:
    for each in result.without_hurried:
        moved = "; ".join(each.moved)
        yield Words(f"{each.sentence} {moved}." if moved else each.sentence, "small", gap=4)
