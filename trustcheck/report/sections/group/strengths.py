"""What people could not see, and what to build on."""

from collections.abc import Iterator

from trustcheck.app.presenting.group_findings import strengths_headline
from trustcheck.app.presenting.group_items import best_items
from trustcheck.app.presenting.group_sayings import as_read, in_views, scored
from trustcheck.app.presenting.group_themes import reading
from trustcheck.app.presenting.group_unseen import about_unseen, could_not, unseen_headline
from trustcheck.app.results.group import GroupResult
from trustcheck.domain.findings.suggestions import Strength
from trustcheck.report.document.parts import Heading, Pairs, Part, Section, Table, Words
from trustcheck.report.sections.group.room_question import framed, in_line
from trustcheck.report.sections.group.wanted import SectionInput
from trustcheck.words import gettext as _
from trustcheck.words.numbers import capitalised

_ITEMS = 2


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
    items = best_items(result, theme, _ITEMS)
    if items:
        pairs = tuple((in_views(each.views), each.wording) for each in items)
        yield Pairs(pairs, 124, "quiet", gap=4)
