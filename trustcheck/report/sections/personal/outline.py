"""What the individual edition says, in order. A value without paper, fonts or PDF: tests read it as it is."""

from trustcheck.app.ports import ReportOptions
from trustcheck.app.presenting.appendix import sums_of_one_person
from trustcheck.app.results.personal import PersonalResult
from trustcheck.report.document.parts import Outline, Section, answered_on, is_pulse
from trustcheck.report.sections.personal.answers import all_questions, every_sum
from trustcheck.report.sections.personal.closing import notes
from trustcheck.report.sections.personal.drill import drill
from trustcheck.report.sections.personal.facts import facts
from trustcheck.report.sections.personal.front import cover, one_page
from trustcheck.report.sections.personal.method import method
from trustcheck.report.sections.personal.own_questions import own_questions
from trustcheck.report.sections.personal.pulse import pulse_sections
from trustcheck.report.sections.personal.since import since
from trustcheck.report.sections.personal.steps import steps
from trustcheck.report.sections.personal.themes import theme_sections
from trustcheck.report.sections.policy import policy
from trustcheck.words import gettext as _
from trustcheck.words.days import day


def individual(result: PersonalResult, options: ReportOptions, width: float) -> Outline:
    """One person's report for a page whose text is ``width`` points wide."""
    place = result.round.summary.organisation.name
    held = day(answered_on(result))
    footer = " · ".join(part for part in (place, _("trust report"), held) if part.strip())
    title = _("Trust report, {place}, {day}") if place.strip() else _("Trust report, {day}")
    return Outline(
        title.format(place=place, day=held),
        footer,
        None if is_pulse(result) else cover(result, options),
        tuple(section for section in _sections(result, options, width) if section is not None),
    )


def _sections(result: PersonalResult, options: ReportOptions, width: float) -> list[Section | None]:
    sums = every_sum(sums_of_one_person(result)) if options.with_sums else None
    if is_pulse(result):
        given = any(fact.given is not None for fact in result.facts)
        return [
            *pulse_sections(result, options, width),
            since(result, width),
            facts(result, width) if given else None,
            policy(result),
            drill(result, width),
            sums,
        ]
    return [
        one_page(result, width),
        since(result, width),
        method(result, options),
        *theme_sections(result, width),
        facts(result, width) if result.facts else None,
        policy(result),
        own_questions(result, width),
        drill(result, width),
        steps(result),
        notes(result, options),
        all_questions(result, width) if options.with_all_questions else None,
        sums,
    ]
