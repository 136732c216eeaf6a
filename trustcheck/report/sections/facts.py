"""Say and do: the facts beside the answers, contradictions first."""

from collections.abc import Iterator, Sequence

from trustcheck.app.number_words import capitalised, in_words
from trustcheck.app.presenting.facts import (
    answer_of,
    by_kind,
    finding,
    kind_name,
    known,
    purpose,
    quick_wins_heading,
)
from trustcheck.app.presenting.personal_findings import has_theme_scores, in_full, say_do_rows
from trustcheck.app.results import FactResult, PersonalResult
from trustcheck.charts.say_do import say_do, say_do_sentence
from trustcheck.report.parts import Bullets, Cell, Detail, Figure, Panel, Part, Section, Table, Words
from trustcheck.report.wording import number
from trustcheck.words import gettext as _
from trustcheck.words import ngettext

_TYPE = 9.5


def facts(result: PersonalResult, width: float) -> Section:
    given = [fact for fact in result.facts if fact.given is not None]
    parts = _with_facts(result, width) if given else _without_facts(result)
    name = _("Say and do")
    title = finding(result.facts, has_themes=has_theme_scores(result))
    return Section("say-do", name, title, tuple(parts), name, 1.0 if given else 0.35)


def _without_facts(result: PersonalResult) -> list[Part]:
    text = _(
        "Beside the questions TrustCheck asks {count} facts: whether something is written down, published, or done."
        " None of them is answered here, so this report can say nothing about where words and deeds part. Whoever knows"
        " the rules of the place can answer them in about ten minutes."
    )
    return [Words(text.format(count=number(len(result.facts))))]


def _with_facts(result: PersonalResult, width: float) -> list[Part]:
    about = _("{purpose} {known}.").format(purpose=purpose(), known=known(result.facts))
    parts: list[Part] = [Words(about, "quiet", gap=3)]
    parts += _against(result)
    parts += _beside(result, width)
    parts += _quick_wins(result)
    parts += [_table(result), *unanswered(result.facts)]
    return parts


def _against(result: PersonalResult) -> Iterator[Part]:
    """The contradictions by kind, each with the fact and with what the answers say."""
    for kind, found in by_kind(result.facts):
        yield Words("", "body", kind_name(kind), gap=9)
        yield Bullets(tuple(in_full(fact) for fact in found), "quiet")


def _beside(result: PersonalResult, width: float) -> list[Part]:
    rows = say_do_rows(result)
    scene = say_do(rows, width, size=_TYPE)
    unknown = [say_do_sentence(row) for row in rows if row.index is None and row.asked]
    figures: list[Part] = [Figure(scene)] if scene else []
    return figures + [Words(text, "quiet", gap=5) for text in unknown]


def _table(result: PersonalResult) -> Table:
    rows: list[tuple[Cell, ...]] = []
    breaks: list[int] = []
    theme = ""
    for fact in result.facts:
        if fact.given is None:
            continue
        if fact.theme.id != theme:
            breaks.append(len(rows))
            theme = fact.theme.id
        evidence = fact.given.evidence.strip()
        rows.append((Detail(fact.practice.text, evidence), answer_of(fact), fact.theme.name))
    columns = (_("Fact, and in italics what shows it"), _("Answer"), _("Theme"))
    return Table(columns, tuple(rows), (0.68, 0.125, 0.195), tuple(breaks), tight=True, small=True)


def unanswered(facts: Sequence[FactResult]) -> Iterator[Part]:
    """The facts that nobody answered, in one line instead of a row each."""
    count = sum(1 for fact in facts if fact.given is None)
    if count:
        words = ngettext(
            "{number} fact of {all} is not answered.", "{number} facts of {all} are not answered.", count
        ).format(number=in_words(count), all=in_words(len(facts)))
        yield Words(capitalised(words), "quiet", gap=7)


def _quick_wins(result: PersonalResult) -> list[Part]:
    if not result.quick_wins:
        return []
    head = Words(quick_wins_heading(), "accent")
    return [Panel((head, Bullets(tuple(win.practice.text for win in result.quick_wins), "quiet")), "mark", gap=12)]
