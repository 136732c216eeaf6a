"""What the report was made from, what was left out, and the technical figures for those who ask."""

from collections.abc import Iterator
from gettext import gettext as _

from trustcheck import __version__
from trustcheck.app.group_result import GroupResult, Shown, Technical
from trustcheck.domain.view_names import people
from trustcheck.report.group_sections.wanted import Wanted
from trustcheck.report.group_wording import as_read, in_views, took_part
from trustcheck.report.parts import Cell, Heading, Pairs, Part, Section, Table, Words
from trustcheck.report.sections.method import COVER_HOLDS


def limits(wanted: Wanted) -> Section:
    result = wanted.result
    parts: list[Part] = [Pairs(tuple(_made_from(wanted)), 130, "quiet", gap=6)]
    parts += [Words(each, "quiet", gap=5) for each in _held_back(result)]
    parts += _technical(result)
    name = _("Method and limits")
    return Section("limits", name, _("What this report was made from"), tuple(parts), name, share=0.3)


def _made_from(wanted: Wanted) -> Iterator[tuple[str, str]]:
    result, questionnaire = wanted.result, wanted.result.questionnaire
    name = _("{title} ({id}), version {version}; TrustCheck {program}").format(
        title=questionnaire.title, id=questionnaire.id, version=questionnaire.version, program=__version__
    )
    yield _("Made with"), name
    yield _("Answers"), took_part(result)
    if result.story.why and not result.own_words:
        yield _("Rule for the title"), " ".join(result.story.why)
    if result.own_words:
        yield (
            _("The title"),
            _("In the organiser's own words. The rule says: {sentence}").format(sentence=result.story.sentence),
        )
    if any(isinstance(each, Shown) for each in result.overall.values()):
        overall = _("{views}. The least useful number here: it hides where the two pillars differ.")
        yield _("All in one number"), overall.format(views=in_views(result.overall))
    for label, text in _cut_on_the_cover(wanted):
        if len(text) > COVER_HOLDS:
            yield label, text


def _cut_on_the_cover(wanted: Wanted) -> Iterator[tuple[str, str]]:
    """What people wrote at such length that the cover may not hold it."""
    yield _("Place"), wanted.result.summary.organisation.name
    yield _("Leaders are"), wanted.result.setup.leaders_are
    yield _("Staff are"), wanted.result.setup.staff_are
    yield _("Prepared by"), wanted.options.prepared_by


def _held_back(result: GroupResult) -> Iterator[str]:
    whys = dict.fromkeys(as_read(result, held.why) for held in result.held_back)
    if whys:
        yield _("Kept for later: {whys}").format(whys=" ".join(whys))


def _technical(result: GroupResult) -> Iterator[Part]:
    told = [each for each in result.technical if each.agreement or each.effect or each.reliability]
    if not told:
        return
    yield Heading(_("For those who ask for the figures"))
    alike = {each.reliability for each in told}
    if len(alike) == 1:
        yield Words(next(iter(alike)), "quiet", _("Reliability, of every theme:"), gap=3)
    rows = tuple(_row(each, reliability=len(alike) > 1) for each in told)
    columns = [_("Theme and view"), _("Agreement"), _("Leaders against staff")]
    shares = [0.2, 0.36, 0.44]
    if len(alike) > 1:
        columns.insert(2, _("Reliability"))
        shares = [0.2, 0.28, 0.2, 0.32]
    yield Table(tuple(columns), rows, tuple(shares), tight=True, gap=6, small=True, even=True)


def _row(each: Technical, *, reliability: bool) -> tuple[Cell, ...]:
    name = _("{theme}, {people}").format(theme=each.theme.name, people=people(each.perspective))
    return (name, each.agreement, *((each.reliability,) if reliability else ()), each.effect)
