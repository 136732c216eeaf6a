"""Say and do: what stands against what was answered; every fact with its answer, in an annex."""

from collections.abc import Iterator

from trustcheck.app.group_result import GroupResult, Shown
from trustcheck.app.presenting.facts import (
    answer_of,
    by_kind,
    finding,
    kind_name,
    kind_reading,
    purpose,
    quick_wins_heading,
)
from trustcheck.app.presenting.group_say_do import group_say_do_rows
from trustcheck.app.presenting.group_sayings import points
from trustcheck.app.results import FactResult
from trustcheck.charts.say_do import say_do, say_do_sentence
from trustcheck.domain.questionnaire import Perspective
from trustcheck.report.group_sections.wanted import Wanted
from trustcheck.report.parts import Bullets, Cell, Detail, Figure, Panel, Part, Section, Table, Words
from trustcheck.report.sections.facts import unanswered
from trustcheck.report.wording import number
from trustcheck.words import gettext as _

_TYPE = 9.2


def facts(wanted: Wanted) -> Section | None:
    result = wanted.result
    if not result.facts:
        return None
    given = [fact for fact in result.facts if fact.given is not None]
    parts = tuple(_parts(wanted) if given else _without(result))
    has_themes = any(_beliefs(result, each.theme.id) for each in result.themes)
    name, title = _("Say and do"), finding(result.facts, has_themes=has_themes)
    return Section(
        "say-do",
        name,
        title,
        parts,
        name,
        share=0.45 if given else 0.3,
    )


def _without(result: GroupResult) -> Iterator[Part]:
    text = _(
        "Beside the questions TrustCheck asks {count} facts: whether something is written down, published, or done."
        " None of them is answered here, so this report can say nothing about where words and deeds part. Whoever knows"
        " the rules of the place can answer them in about ten minutes."
    )
    yield Words(text.format(count=number(len(result.facts))))


def _parts(wanted: Wanted) -> Iterator[Part]:
    result = wanted.result
    yield Words(_("{introduction} {whose}").format(introduction=purpose(), whose=_whose(result)), "quiet", gap=3)
    for kind, found in by_kind(result.facts):
        yield Words(kind_reading(kind), "compact", kind_name(kind), gap=7)
        yield Bullets(tuple(_one(result, fact) for fact in found), "quiet")
    yield from _quick_wins(result)
    yield from _beside(wanted)


def _quick_wins(result: GroupResult) -> Iterator[Part]:
    if result.quick_wins:
        head = Words(quick_wins_heading(), "accent")
        wins = Bullets(tuple(win.practice.text for win in result.quick_wins), "quiet")
        yield Panel((head, wins), "mark", gap=8)


def _one(result: GroupResult, fact: FactResult) -> str:
    return _("{theme}: “{fact}” {answer}.").format(
        theme=_with_views(result, fact.theme.id), fact=fact.practice.text, answer=answer_of(fact)
    )


def _with_views(result: GroupResult, theme_id: str) -> str:
    theme = result.theme(theme_id)
    shown = [value for value in theme.views.values() if isinstance(value, Shown)]
    return f"{theme.theme.name} ({_beliefs(result, theme_id)})" if shown else theme.theme.name


def _beliefs(result: GroupResult, theme_id: str) -> str:
    """ "leaders 61, staff 41", those that are shown."""
    from trustcheck.domain.view_names import people

    views = result.theme(theme_id).views
    return ", ".join(
        _("{people} {points}").format(people=people(each), points=points(value))
        for each in Perspective
        if isinstance(value := views.get(each), Shown)
    )


def _beside(wanted: Wanted) -> Iterator[Part]:
    """The facts of a pillar beside what leaders believe of it: they are the ones who can change the facts."""
    rows = group_say_do_rows(wanted.result)
    scene = say_do(rows, wanted.width, size=_TYPE)
    if scene is not None:
        yield Figure(scene, gap=3)
    for row in rows:
        if row.index is None and row.asked:
            yield Words(say_do_sentence(row), "quiet", gap=4)


def _whose(result: GroupResult) -> str:
    if any(isinstance(each.views.get(Perspective.LEADER), Shown) for each in result.pillars):
        return _("The answers beside them are the leaders': they are the ones who can change the facts.")
    return _("The answers beside them are those of staff.")


def all_facts(wanted: Wanted) -> Section | None:
    """Every fact that was answered, with what shows it; those that were not, in one line."""
    result = wanted.result
    if all(fact.given is None for fact in result.facts):
        return None
    name = _("All facts")
    parts = (_table(result), *unanswered(result.facts))
    return Section("facts", name, _("Every fact and what shows it"), parts, name, share=0.12, plain=True)


def _table(result: GroupResult) -> Table:
    rows: list[tuple[Cell, ...]] = []
    breaks: list[int] = []
    theme = ""
    for fact in result.facts:
        if fact.given is None:
            continue
        if fact.theme.id != theme:
            breaks.append(len(rows))
            theme = fact.theme.id
        rows.append((Detail(fact.practice.text, fact.given.evidence.strip()), answer_of(fact), fact.theme.name))
    columns = (_("Fact, and in italics what shows it"), _("Answer"), _("Theme"))
    return Table(columns, tuple(rows), (0.735, 0.105, 0.16), tuple(breaks), tight=True, gap=5, small=True)
