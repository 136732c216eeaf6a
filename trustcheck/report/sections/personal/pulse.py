"""The short form on two pages: what was answered, then what comes next and how far twelve answers carry."""

from collections.abc import Iterator

from trustcheck.app.collecting.set_up import refused_in_full
from trustcheck.app.ports import ReportOptions
from trustcheck.app.presenting.personal import answered
from trustcheck.app.presenting.short_form import pulse_ends
from trustcheck.app.presenting.what_was_asked import disclosure
from trustcheck.app.presenting.yes_saying import of_forms
from trustcheck.app.questionnaires.how_much import how_long
from trustcheck.app.results.personal import ItemResult, PersonalResult
from trustcheck.domain.questionnaire.model import Form
from trustcheck.report.document.parts import (
    Beside,
    Heading,
    Panel,
    Part,
    RuledLines,
    Section,
    Words,
    answered_on,
    whose_view,
)
from trustcheck.report.sections.personal.answers import questions_table, said_of_them, skipped
from trustcheck.report.sections.personal.closing import promise_panel, written
from trustcheck.report.sections.personal.front import GUTTER, how_to_read, pillar_columns
from trustcheck.report.sections.personal.method import (
    band_table,
    gentle_note,
    in_one_line,
    made_from,
    sure,
    what_scores_are,
)
from trustcheck.words import gettext as _
from trustcheck.words import ngettext
from trustcheck.words.days import day
from trustcheck.words.numbers import capitalised, in_words

_TYPES = (10.0, 9.0)
_LINES = (5, 3, 0)
"""For a pen, on the second page: as many as keep it to one page."""


def pulse_sections(result: PersonalResult, options: ReportOptions, width: float) -> list[Section]:
    """Two sections, a page each. No cover: it would be a third of the report."""
    return [_answered(result, options, width), _next(result, options)]


def _answered(result: PersonalResult, options: ReportOptions, width: float) -> Section:
    parts, *tighter = (tuple(_answers(result, options, width, size)) for size in _TYPES)
    name = _("What was answered")
    return Section("story", _("Trust report, short form"), result.story.sentence, parts, name, tighter=tuple(tighter))


def _answers(result: PersonalResult, options: ReportOptions, width: float, size: float) -> Iterator[Part]:
    yield Words(_whose(result, options), "quiet", gap=5)
    yield from pillar_columns(result, width, size)
    yield Panel((Words(how_to_read(result), "small"),), "strip", gap=12)
    yield from _to_begin_with(result)
    if result.count.skipped < result.count.asked:
        yield questions_table(result, width)
    yield from skipped(result)


def _whose(result: PersonalResult, options: ReportOptions) -> str:
    """What a cover would say: where, who, when."""
    said = [result.round.summary.organisation.name, whose_view(result)]
    said.append(_("answered on {day}").format(day=day(answered_on(result))))
    if result.round.leaders_are.strip():
        said.append(_("leaders are {leaders}").format(leaders=result.round.leaders_are.strip()))
    if options.prepared_by.strip():
        said.append(_("prepared by {who}").format(who=options.prepared_by.strip()))
    return " · ".join(part for part in said if part.strip())


def _to_begin_with(result: PersonalResult) -> Iterator[Part]:
    """The two ends of the answers, each with a question that opens a talk."""
    ends = pulse_ends(result)
    if ends is None:
        return
    build = _("{answer} What keeps it so, and who would notice if it faded?").format(answer=_begun(ends.highest))
    ask = _("{answer} When did it last go otherwise, and what made that possible?").format(answer=_begun(ends.lowest))
    columns = (
        (Panel((Words(_("An answer to build on"), "accent"), Words(build, "compact", gap=2)), "mark", gap=0),),
        (Panel((Words(_("An answer to ask about"), "accent"), Words(ask, "compact", gap=2)), "mark", gap=0),),
    )
    yield Beside(columns, (1.0, 1.0), GUTTER, gap=14)


def _begun(item: ItemResult) -> str:
    """An answer as a sentence begins: the word in its quotation marks with a capital."""
    said = answered(item)
    return said[:1] + capitalised(said[1:])


def _next(result: PersonalResult, options: ReportOptions) -> Section:
    parts, *tighter = (tuple(_second_page(result, options, lines)) for lines in _LINES)
    asked = capitalised(in_words(result.count.asked))
    title = ngettext(
        "{number} answer, and what comes next", "{number} answers, and what comes next", result.count.asked
    )
    name = _("What comes next")
    return Section("next", name, title.format(number=asked), parts, name, tighter=tuple(tighter))


def _second_page(result: PersonalResult, options: ReportOptions, lines: int) -> Iterator[Part]:
    yield promise_panel(result)
    if lines:
        yield Words(_("For your own notes"), "accent", gap=11)
        yield RuledLines(lines, lines)
    yield from said_of_them(result)
    noted = written(result) if options.with_notes else []
    if noted:
        yield Words(_("What you noted while answering"), "accent", gap=11)
        yield from noted
    yield Words(_what_is_open(result), "compact", _("What the short form leaves open."), gap=11)
    yield from _how_far(result, options)


def _what_is_open(result: PersonalResult) -> str:
    """The other questions and the facts: what they would add, and what they cost."""
    asked = result.questionnaire.asked(Form.FULL)
    more = len(asked) - result.count.asked
    said = [_("It gives each pillar a number, and no theme.")]
    if more > 0:
        rest = ngettext(
            "{number} question more, {time}, would show the themes as well, what to build on and where to start; the"
            " answers given here stay.",
            "{number} questions more, {time}, would show the themes as well, what to build on and where to start; the"
            " answers given here stay.",
            more,
        )
        words = rest.format(number=in_words(more), time=how_long(more))
        said.append(capitalised(words))
    if result.facts and not any(fact.given for fact in result.facts):
        facts = _("{count} facts, whether something is written down, published or done, are not checked yet.")
        said.append(capitalised(facts.format(count=in_words(len(result.facts)))))
    return " ".join(said)


def _how_far(result: PersonalResult, options: ReportOptions) -> Iterator[Part]:
    yield Heading(_("How to read this"), bookmark=True)
    both = _("{disclosure} {refused}").format(disclosure=disclosure(result.questionnaire), refused=refused_in_full())
    yield Panel((Words(both, "small"),), "strip", gap=6)
    texts = (Words(what_scores_are(result), "small"), *(Words(each, "small", gap=4) for each in sure(result)))
    bands: tuple[Part, ...] = (band_table(result.questionnaire, small=True),)
    if forms := of_forms(result.questionnaire):
        bands = (*bands, Words(forms, "small", gap=5))
    yield Beside((texts, bands), (0.56, 0.44), GUTTER, gap=8)
    yield from gentle_note(result, "small")
    yield Words(in_one_line(made_from(result, options)), "small", _("Made from."), gap=8)
