"""What the report was made from, what was left out, and the technical figures for those who ask."""

from collections.abc import Callable, Iterator

from trustcheck import __version__
from trustcheck.app.group_result import GroupResult, Shown, Technical
from trustcheck.app.presenting.group_sayings import as_read, in_views, took_part
from trustcheck.domain.view_names import people
from trustcheck.report.group_sections.wanted import Wanted
from trustcheck.report.parts import Heading, Pairs, Part, Section, Table, Words
from trustcheck.report.sections.method import COVER_HOLDS
from trustcheck.words import gettext as _

_Column = tuple[str, Callable[[Technical], str], float]
"""A heading, the text of a line, and its part of the width."""


def limits(wanted: Wanted) -> Section:
    result = wanted.result
    parts: list[Part] = [Pairs(tuple(_made_from(wanted)), 130, "quiet", gap=6)]
    parts += [Words(each, "quiet", gap=5) for each in _held_back(result)]
    parts += _without_hurried(result)
    parts += _technical(result)
    name = _("Method and limits")
    return Section("limits", name, _("What this report was made from"), tuple(parts), name, share=0.2)


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


def _without_hurried(result: GroupResult) -> Iterator[Part]:
    for each in result.without_hurried:
        moved = "; ".join(each.moved)
        yield Words(f"{each.sentence} {moved}." if moved else each.sentence, "quiet", gap=5)


def _technical(result: GroupResult) -> Iterator[Part]:
    told = [each for each in result.technical if each.agreement or each.effect or each.reliability]
    if not told:
        return
    yield Heading(_("For those who ask for the figures"))
    alike = {each.reliability for each in told}
    if len(alike) == 1:
        yield Words(next(iter(alike)), "quiet", _("Reliability, of every theme:"), gap=3)
    columns: list[_Column] = [
        (_("Agreement"), lambda each: each.agreement, 0.36),
        (_("Reliability"), lambda each: each.reliability if len(alike) > 1 else "", 0.24),
        (_("Leaders against staff"), lambda each: each.effect, 0.44),
    ]
    filled = [each for each in columns if any(each[1](line) for line in told)]
    if filled:
        heads = (_("Theme and view"), *(name for name, _text, _share in filled))
        rows = tuple((_whose(line), *(text(line) for _name, text, _share in filled)) for line in told)
        shares = (0.2, *(share for _name, _text, share in filled))
        yield Table(heads, rows, shares, tight=True, gap=6, small=True, even=True)


def _whose(line: Technical) -> str:
    return _("{theme}, {people}").format(theme=line.theme.name, people=people(line.perspective))
