"""Say and do: what stands against what was answered; every fact with its answer, in an annex."""

from collections.abc import Iterator

from trustcheck.app.presenting.facts import (
    answer_of,
    by_kind,
    finding,
    group_say_do_rows,
    kind_name,
    kind_reading,
    purpose,
)
from trustcheck.app.presenting.group_sayings import in_shown_views
from trustcheck.app.results.group import GroupResult, Shown
from trustcheck.app.results.personal import FactResult
from trustcheck.charts.say_do import say_do
from trustcheck.domain.questionnaire.model import Perspective
from trustcheck.report.document.parts import Bullets, Figure, Part, Section, Words
from trustcheck.report.sections.group.section_input import SectionInput
from trustcheck.report.sections.personal.facts import (
    by_right,
    by_right_in_short,
    facts_table,
    nothing_known,
    quick_wins,
    shown_figure,
    too_few_known,
    unanswered,
)
from trustcheck.words import gettext as _

_TYPE = 9.2


def facts(wanted: SectionInput) -> Section | None:
    result = wanted.result
    if not result.facts:
        return None
    given = [fact for fact in result.facts if fact.given is not None]
    parts = tuple(_parts(wanted)) if given else (nothing_known(result.facts),)
    has_themes = any(in_shown_views(each.views) for each in result.themes)
    name, title = _("Say and do"), finding(result.facts, has_themes=has_themes)
    return Section("say-do", name, title, parts, name, share=0.45 if given else 0.3)


def _parts(wanted: SectionInput) -> Iterator[Part]:
    result = wanted.result
    yield Words(_("{introduction} {whose}").format(introduction=purpose(), whose=_whose(result)), "quiet", gap=3)
    for kind, found in by_kind(result.facts):
        yield Words(kind_reading(kind), "compact", kind_name(kind), gap=7)
        yield Bullets(tuple(_one(result, fact) for fact in found), "quiet")
    yield from quick_wins(result.quick_wins, 8)
    if result.by_right:
        yield by_right_in_short(result.by_right)
    yield from _beside(wanted)


def _one(result: GroupResult, fact: FactResult) -> str:
    return _("{theme}: “{fact}” {answer}.").format(
        theme=_with_views(result, fact.theme.id), fact=fact.practice.text, answer=answer_of(fact)
    )


def _with_views(result: GroupResult, theme_id: str) -> str:
    theme = result.theme(theme_id)
    said = in_shown_views(theme.views)
    return f"{theme.theme.name} ({said})" if said else theme.theme.name


def _beside(wanted: SectionInput) -> Iterator[Part]:
    """The facts of a pillar beside what leaders believe of it: they are the ones who can change the facts."""
    rows = group_say_do_rows(wanted.result)
    scene = say_do(rows, wanted.width, size=_TYPE)
    if scene is not None:
        yield Figure(scene, gap=3)
    yield from too_few_known(rows, 4)


def _whose(result: GroupResult) -> str:
    if any(isinstance(each.views.get(Perspective.LEADER), Shown) for each in result.pillars):
        return _("The answers beside them are the leaders': they are the ones who can change the facts.")
    return _("The answers beside them are those of staff.")


def all_facts(wanted: SectionInput) -> Section | None:
    """Every fact that was answered, with what shows it; those that were not, in one line."""
    result = wanted.result
    if all(fact.given is None for fact in result.facts):
        return None
    name = _("All facts")
    table = facts_table(result.facts, (0.735, 0.105, 0.16), gap=5)
    shown = shown_figure(result.facts, wanted.width)
    parts = (*shown, table, *unanswered(result.facts), *by_right(result.by_right, 9))
    return Section("facts", name, _("Every fact and what shows it"), parts, name, share=0.12, plain=True)
