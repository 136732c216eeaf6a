"""One page for each theme to begin with: what was answered, why it is here, what to try, and lines for a pen."""

from collections.abc import Iterator
from dataclasses import dataclass

from trustcheck.app.presenting.group_findings import strengths_headline
from trustcheck.app.presenting.group_items import best_items, lowest_items, told_cell
from trustcheck.app.presenting.group_sayings import as_read, heads, in_views, is_pulse, scored
from trustcheck.app.presenting.group_seen import views_of
from trustcheck.app.presenting.group_themes import reading, theme_row
from trustcheck.app.presenting.group_unseen import about_unseen, could_not, unseen_headline
from trustcheck.app.presenting.put_aside import put_aside_words
from trustcheck.app.presenting.suggestions import about_words, nothing_words
from trustcheck.app.results.group import GroupResult, ThemeView
from trustcheck.domain.findings.suggestions import Proposal, Strength
from trustcheck.domain.privacy.suppressed import Suppressed
from trustcheck.domain.questionnaire.model import Suggestion
from trustcheck.report.document.group_scenes import one_line_of_marks
from trustcheck.report.document.parts import (
    Beside,
    Bullets,
    Figure,
    Heading,
    Pairs,
    Panel,
    Part,
    RuledLines,
    Section,
    Table,
    Words,
    number,
)
from trustcheck.report.sections.group.front import key
from trustcheck.report.sections.group.section_input import SectionInput, framed, in_line
from trustcheck.words import gettext as _
from trustcheck.words.numbers import capitalised

_MOST = 3
_SUGGESTIONS = 2
_ITEMS = 8
"""Questions on the page, the lowest; all of them stand in the annex."""
_TYPE = 9.2
_TITLE_HOLDS = 70
"""Characters of a title; where a name is longer, its numbers stand right below."""


@dataclass(frozen=True, slots=True)
class _Length:
    """How much of a priority is said, so that it keeps to its page."""

    reasons: int
    second: bool
    """The second suggestion in full; else in one paragraph."""
    known: bool = True


_LENGTHS = (_Length(6, second=True), _Length(5, second=False), _Length(3, second=False), _Length(2, False, False))


def priorities(wanted: SectionInput) -> list[Section]:
    result = wanted.result
    first = result.proposals[:_MOST]
    if not first:
        return _nothing(result)
    return [_page(wanted, place, len(first), each) for place, each in enumerate(first, 1)]


def _nothing(result: GroupResult) -> list[Section]:
    """Of a pulse the first page says it already."""
    if not result.no_proposals or not views_of(result) or is_pulse(result):
        return []
    title = nothing_words(result)
    return [Section("priorities", _("Where to start"), title, (Words(result.no_proposals),), title, share=0.3)]


def _page(wanted: SectionInput, place: int, of: int, proposal: Proposal) -> Section:
    result = wanted.result
    theme = result.theme(proposal.theme_id)
    eyebrow = _("Priority {place} of {of}").format(place=number(place), of=number(of))
    title = _("{theme}: {views}").format(theme=theme.theme.name, views=in_views(theme.views))
    if len(title) > _TITLE_HOLDS or any(isinstance(each, Suppressed) for each in theme.views.values()):
        title = theme.theme.name
    usual, *tighter = (tuple(_parts(wanted, theme, proposal, how)) for how in _LENGTHS)
    return Section(f"priority-{place}", eyebrow, title, usual, theme.theme.name, tighter=tuple(tighter))


def _parts(wanted: SectionInput, theme: ThemeView, proposal: Proposal, how: _Length) -> Iterator[Part]:
    result = wanted.result
    yield from _answered(wanted, theme)
    yield Heading(_("Why it is here"))
    yield Bullets(tuple(as_read(result, each) for each in _reasons(proposal, how.reasons)), "quiet")
    if proposal.suggestions:
        yield Heading(_("What to try"))
    for place, each in enumerate(proposal.suggestions[:_SUGGESTIONS]):
        if place and not how.second:
            text = as_read(result, each.this_week)
            yield Words(text, "quiet", _("Or: {title}.").format(title=each.title), gap=7)
        else:
            yield Panel(tuple(_suggestion(result, each, long=not place)), "mark", gap=7)
    if theme.theme.known and how.known:
        yield Words(theme.theme.known, "small", _("What is known:"), gap=7)
    aside = put_aside_words(result)
    if aside and proposal == result.proposals[:_MOST][-1]:
        yield Words(aside, "small", gap=6)
    yield Panel(tuple(_card()), "card", gap=9)
    yield Words(_("If this does not match what you know, ask before you act."), "accent", gap=8)


def _answered(wanted: SectionInput, theme: ThemeView) -> Iterator[Part]:
    result, width = wanted.result, wanted.width
    left = (Figure(one_line_of_marks(theme_row(result, theme, tagged=False), 0.3 * width, _TYPE), gap=2),)
    said = [Words(theme.sentence or theme.theme.meaning, "compact", gap=0)]
    if theme.conflict:
        said.append(Words(theme.conflict, "quiet", gap=2))
    legend = (Figure(key(result, 0.3 * width, _TYPE), gap=0),) if len(views_of(result)) > 1 else ()
    yield Beside(((*left, *legend), tuple(said)), (0.3, 0.7), 20, gap=7)
    items = lowest_items(result, theme)[:_ITEMS]
    if items:
        views = views_of(result)
        scale = result.questionnaire.scale
        rows = tuple(
            (each.wording, *(told_cell(each.item, each.views[view], scale) for view in views)) for each in items
        )
        shares = (0.68, *(0.32 / len(views) for _each in views))
        yield Table(
            (_("Its questions, the lowest score first"), *heads(result)), rows, shares, tight=True, gap=6, even=True
        )


def _reasons(proposal: Proposal, most: int) -> Iterator[str]:
    """The first ``most`` reasons, and the rule of the order."""
    for reason in proposal.reasons[:most]:
        yield reason.sentence
    yield proposal.rule


def _suggestion(result: GroupResult, suggestion: Suggestion, *, long: bool) -> Iterator[Part]:
    yield Heading(suggestion.title, 4)
    yield Words(about_words(suggestion), "small", gap=1)
    said = [(_("This week."), suggestion.this_week), (_("A 30-day experiment."), suggestion.thirty_days)]
    if long:
        said += [(_("You would notice."), suggestion.notice), (_("Ask the room."), suggestion.ask)]
    for label, text in said:
        yield Words(as_read(result, text), "compact", label, gap=2)


def _card() -> Iterator[Part]:
    yield _to_fill(_("We will"))
    yield _to_fill(_("Who"))
    yield _to_fill(_("Until"))
    yield _to_fill(_("The sign"))


def _to_fill(label: str) -> Part:
    return Beside(((Words(label, "label", gap=0),), (RuledLines(1, 1, 0, 15),)), (0.14, 0.86), 8, gap=3)


# What people could not see, and what to build on.


_STRENGTHS_ITEMS = 2


def unseen(wanted: SectionInput) -> Section | None:
    """The questions that three in ten or more could not answer because they could not see it."""
    result = wanted.result
    if not result.unseen:
        return None
    rows = tuple(
        (each.wording, result.questionnaire.theme_by_id[each.item.theme].name, capitalised(could_not(each)))
        for each in result.unseen
    )
    columns = (_("Question"), _("Theme"), _("Did not know"))
    name = _("What people could not see")
    parts = (Words(about_unseen(), "quiet", gap=3), Table(columns, rows, (0.55, 0.2, 0.25), tight=True, gap=8))
    return Section("unseen", name, unseen_headline(result), parts, name, share=0.2)


def strengths(wanted: SectionInput) -> Section | None:
    result = wanted.result
    best = result.strengths
    if not best:
        return None
    parts: list[Part] = []
    for strength in best:
        parts += _one(result, strength)
    questions = tuple(dict.fromkeys(as_read(result, each.question) for each in best if each.question))
    name = _("Strengths")
    usual, shorter = (*parts, *framed(*questions)), (*parts, *in_line(*questions))
    return Section(
        "strengths", name, strengths_headline(result), usual, name, share=0.15, tighter=(shorter,), whole=True
    )


def _one(result: GroupResult, strength: Strength) -> Iterator[Part]:
    theme = result.theme(strength.theme_id)
    yield Heading(scored(result, theme), 4)
    if meaning := reading(result, theme):
        yield Words(meaning, "compact", gap=2)
    items = best_items(result, theme, _STRENGTHS_ITEMS)
    if items:
        pairs = tuple((in_views(each.views), each.wording) for each in items)
        yield Pairs(pairs, 124, "quiet", gap=4)
