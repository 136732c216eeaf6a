"""Say and do: the facts beside the answers, contradictions first. A group's pages take their tables and panels here."""

from collections.abc import Iterable, Iterator, Sequence

from trustcheck.app.presenting.facts import (
    answer_of,
    by_kind,
    by_right_heading,
    by_right_lead,
    finding,
    kind_name,
    known,
    purpose,
    quick_wins_heading,
)
from trustcheck.app.presenting.personal_findings import has_theme_scores, in_full, say_do_rows
from trustcheck.app.presenting.shown import evidence_words, is_graded, shown_heading, shown_rows, shown_words
from trustcheck.app.results.personal import FactResult, PersonalResult
from trustcheck.charts.say_do import SayDoRow, say_do, say_do_sentence
from trustcheck.charts.shown_facts import shown_facts
from trustcheck.domain.findings.suggestions import ByRight, QuickWin
from trustcheck.report.document.parts import (
    Bullets,
    Detail,
    Figure,
    Panel,
    Part,
    Section,
    Table,
    TableCell,
    Words,
    number,
)
from trustcheck.words import gettext as _
from trustcheck.words import ngettext
from trustcheck.words.numbers import capitalised, in_words
from trustcheck.words.sentences import in_a_row, leading

_TYPE = 9.5


def facts(result: PersonalResult, width: float) -> Section:
    given = [fact for fact in result.facts if fact.given is not None]
    parts = _with_facts(result, width) if given else [nothing_known(result.facts)]
    name = _("Say and do")
    title = finding(result.facts, has_themes=has_theme_scores(result))
    return Section("say-do", name, title, tuple(parts), name, 1.0 if given else 0.35)


def nothing_known(facts: Sequence[FactResult]) -> Words:
    """What the facts are, where nobody has answered one of them."""
    text = _(
        "Beside the questions TrustCheck asks {count} facts: whether something is written down, published, or done."
        " None of them is answered here, so this report can say nothing about where words and deeds part. Whoever knows"
        " the rules of the place can answer them in about ten minutes."
    )
    return Words(text.format(count=number(len(facts))))


def _with_facts(result: PersonalResult, width: float) -> list[Part]:
    about = _("{purpose} {known}.").format(purpose=purpose(), known=known(result.facts))
    parts: list[Part] = [Words(about, "quiet", gap=3)]
    parts += _against(result)
    parts += _beside(result, width)
    parts += shown_figure(result.facts, width)
    parts += quick_wins(result.quick_wins, 12)
    parts += by_right(result.by_right, 12)
    parts += [facts_table(result.facts, (0.68, 0.125, 0.195)), *unanswered(result.facts)]
    return parts


def _against(result: PersonalResult) -> Iterator[Part]:
    """The contradictions by kind, each with the fact and with what the answers say."""
    for kind, found in by_kind(result.facts):
        yield Words("", "body", kind_name(kind), gap=9)
        yield Bullets(tuple(in_full(fact) for fact in found), "quiet")


def _beside(result: PersonalResult, width: float) -> list[Part]:
    rows = say_do_rows(result)
    scene = say_do(rows, width, size=_TYPE)
    figures: list[Part] = [Figure(scene)] if scene else []
    return figures + too_few_known(rows, 5)


def too_few_known(rows: Iterable[SayDoRow], gap: float) -> list[Part]:
    """The pillars of which too few facts are known for a number, a sentence each."""
    return [Words(say_do_sentence(row), "quiet", gap=gap) for row in rows if row.index is None and row.asked]


def facts_table(facts: Iterable[FactResult], shares: tuple[float, float, float], gap: float = 12.0) -> Table:
    """Every fact that was answered, with what shows it; a stronger line where a theme ends.

    ``shares`` are the parts of the width for fact, answer and theme; ``gap`` in points.
    """
    rows: list[tuple[TableCell, ...]] = []
    breaks: list[int] = []
    theme = ""
    for fact in facts:
        if fact.given is None:
            continue
        if fact.theme.id != theme:
            breaks.append(len(rows))
            theme = fact.theme.id
        rows.append(
            (
                Detail(fact.practice.text, evidence_words(fact.given.evidence, fact.given.grade)),
                answer_of(fact),
                fact.theme.name,
            )
        )
    columns = (_("Fact, and in italics what shows it"), _("Answer"), _("Theme"))
    return Table(columns, tuple(rows), shares, tuple(breaks), tight=True, gap=gap, small=True)


def unanswered(facts: Sequence[FactResult]) -> Iterator[Part]:
    """The facts that nobody answered, in one line instead of a row each."""
    count = sum(1 for fact in facts if fact.given is None)
    if count:
        words = ngettext(
            "{number} fact of {all} is not answered.", "{number} facts of {all} are not answered.", count
        ).format(number=in_words(count), all=in_words(len(facts)))
        yield Words(capitalised(words), "quiet", gap=7)


def shown_figure(facts: Sequence[FactResult], width: float) -> list[Part]:
    """Per theme what was answered and what can be shown, once somebody said of a fact how well it is shown."""
    scene = shown_facts(shown_rows(facts), width, size=_TYPE) if is_graded(facts) else None
    if scene is None:
        return []
    return [Words(shown_heading(), "accent", gap=9), Words(shown_words(facts), "quiet", gap=3), Figure(scene, gap=3)]


def quick_wins(wins: Sequence[QuickWin], gap: float) -> list[Part]:
    """Facts that a decision can change within a month."""
    if not wins:
        return []
    head = Words(quick_wins_heading(), "accent")
    return [Panel((head, Bullets(tuple(win.practice.text for win in wins), "quiet")), "mark", gap=gap)]


def by_right(found: Sequence[ByRight], gap: float) -> list[Part]:
    """Facts answered "no", each with what would give it to everybody."""
    if not found:
        return []
    head = (Words(by_right_heading(), "accent"), Words(by_right_lead(), "small", gap=1))
    tried = tuple(Words(each.suggestion.this_week, "quiet", f"{each.suggestion.title}.", gap=4) for each in found)
    return [Panel((*head, *tried), "mark", gap=gap)]


def by_right_in_short(found: Sequence[ByRight]) -> Words:
    """Only what each would be called."""
    return Words(f"{in_a_row([each.suggestion.title for each in found])}.", "quiet", leading(by_right_heading()), gap=5)
