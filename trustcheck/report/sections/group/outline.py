"""Which edition of a group's report holds which sections, in order. Values without paper: tests read them as such."""

from collections.abc import Callable, Mapping

from trustcheck.app.organisations import LEAST_CONTRAST, contrast_on_white, read_colour
from trustcheck.app.ports import Edition, Refused, ReportOptions
from trustcheck.app.presenting.appendix import sums_of_group
from trustcheck.app.presenting.group_sayings import closed_on
from trustcheck.app.presenting.group_seen import visible
from trustcheck.app.report_options import CLOSING, chosen_sections
from trustcheck.app.results.group import GroupResult
from trustcheck.report.document.parts import Dress, Outline, Section
from trustcheck.report.sections.group.closing import closing, notes
from trustcheck.report.sections.group.drill import drill
from trustcheck.report.sections.group.facilitator import notes_beside, workshop
from trustcheck.report.sections.group.figures import figures, items
from trustcheck.report.sections.group.front import cover, minute
from trustcheck.report.sections.group.method import limits, method
from trustcheck.report.sections.group.own_questions import own_questions
from trustcheck.report.sections.group.predictions import expected
from trustcheck.report.sections.group.say_do import all_facts, facts
from trustcheck.report.sections.group.section_input import SectionInput
from trustcheck.report.sections.group.since import since
from trustcheck.report.sections.group.staff import staff_pages
from trustcheck.report.sections.group.steps import priorities, strengths, unseen
from trustcheck.report.sections.group.themes import spread, themes, views
from trustcheck.report.sections.personal.answers import every_sum
from trustcheck.report.sections.policy import policy
from trustcheck.words import gettext as _

Maker = Callable[[SectionInput], Section | list[Section] | None]

SECTIONS: Mapping[str, Maker] = {
    "minute": minute,
    "since": since,
    "themes": themes,
    "views": views,
    "predictions": expected,
    "spread": spread,
    "say-do": facts,
    "policy": lambda wanted: policy(wanted.result),
    "drill": drill,
    "own-questions": own_questions,
    "unseen": unseen,
    "strengths": strengths,
    "priorities": priorities,
    "workshop": workshop,
    "notes": notes,
    "method": method,
    "limits": limits,
    "figures": figures,
    "facts": all_facts,
    "items": items,
    "closing": closing,
}
"""By id, in the usual order."""


def group_outline(result: GroupResult, options: ReportOptions, width: float) -> Outline:
    """A group's report in the wanted edition, for a page whose text is ``width`` points wide."""
    place, day = result.summary.organisation.name, closed_on(result)
    footer = " · ".join(part for part in (place, _("trust report"), day) if part.strip())
    title = _("Trust report, {place}, {day}").format(place=place, day=day)
    wanted = SectionInput(visible(result), options, width)
    if options.edition is Edition.STAFF:
        return Outline(title, footer, None, (staff_pages(wanted),), dress(options))
    chosen = chosen_sections(options.sections)
    made = [(each, section) for each in chosen for section in _made(SECTIONS[each](wanted))]
    if options.with_sums:
        # Before a page of the organisation's own words, which stays the last.
        at = len(made) - (made[-1:] != [] and made[-1][0] == CLOSING)
        made.insert(at, ("sums", every_sum(sums_of_group(wanted.result))))
    sections = tuple(section for _id, section in made)
    beside = notes_beside(wanted.result) if options.edition is Edition.FACILITATOR else {}
    return Outline(title, footer, cover(result, options), sections, dress(options), beside)


def _made(made: Section | list[Section] | None) -> list[Section]:
    if made is None:
        return []
    return made if isinstance(made, list) else [made]


def dress(options: ReportOptions) -> Dress:
    """The client's colour, for lines only where it is too pale to read, and the line at the very end."""
    accent = _colour(options.accent)
    last = _("Made with TrustCheck") if options.made_with else ""
    return Dress(accent, bool(accent) and contrast_on_white(accent) < LEAST_CONTRAST, last)


def _colour(words: str) -> str:
    """What is no colour is not worn; who chose it was told so where it was typed."""
    try:
        return read_colour(words)
    except Refused:
        return ""
