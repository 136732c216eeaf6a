"""Say and do: the facts beside the answers, contradictions first."""

from collections.abc import Iterator

from trustcheck.app.number_words import capitalised
from trustcheck.app.presenting.personal import named
from trustcheck.app.results import FactResult, PersonalResult
from trustcheck.charts.say_do import SayDoRow, say_do
from trustcheck.domain.practice import ContradictionKind
from trustcheck.report.parts import Bullets, Cell, Detail, Figure, Panel, Part, Section, Table, Words
from trustcheck.report.sections.front import contradictions
from trustcheck.report.wording import answer_words, number
from trustcheck.words import gettext as _
from trustcheck.words import ngettext

_TYPE = 9.5
KINDS = {
    ContradictionKind.SAID_NOT_BUILT: (
        _("Said, not built."),
        _("The answers are high and the fact is no: it may work by habit, and leave with the people who carry it."),
    ),
    ContradictionKind.WRITTEN_NOT_LIVED: (
        _("Written, not lived."),
        _("The answers are low and the fact is yes: it is worth finding out where it stops."),
    ),
    ContradictionKind.BUILT_NOT_FELT: (
        _("Built, not felt."),
        _("The fact is yes, and staff see little of it: ask leaders and staff for two recent examples each."),
    ),
}


def facts(result: PersonalResult, width: float) -> Section:
    given = [fact for fact in result.facts if fact.given is not None]
    parts = _with_facts(result, width) if given else _without_facts(result)
    name = _("Say and do")
    return Section("say-do", name, _title(result, len(given)), tuple(parts), name, 1.0 if given else 0.35)


def _title(result: PersonalResult, given: int) -> str:
    if not given:
        return _("The facts have not been checked yet")
    count = len(contradictions(result))
    if not count:
        return _("No fact stands against the answers")
    return ngettext(
        "{number} fact stands against the answers", "{number} facts stand against the answers", count
    ).format(number=capitalised(number(count)))


def _without_facts(result: PersonalResult) -> list[Part]:
    text = _(
        "Beside the questions TrustCheck asks {count} facts: whether something is written down, published, or done."
        " None of them is answered here, so this report can say nothing about where words and deeds part. Whoever knows"
        " the rules of the place can answer them in about ten minutes."
    )
    return [Words(text.format(count=number(len(result.facts))))]


def _with_facts(result: PersonalResult, width: float) -> list[Part]:
    parts: list[Part] = [Words(introduction(), "quiet", gap=3)]
    parts += _against(result)
    parts += _beside(result, width)
    parts.append(_table(result))
    return parts + _quick_wins(result)


def introduction() -> str:
    """What the facts are for, and that they are never added to the answers."""
    return _(
        "Facts are counted, not felt, and never added to the answers. Where the two point in different directions, the"
        " difference tells more than either of them."
    )


def _against(result: PersonalResult) -> Iterator[Part]:
    """The contradictions by kind, each kind with what it may mean; nothing is averaged away."""
    against = contradictions(result)
    for kind, (name, reading) in KINDS.items():
        found = [fact for fact in against if fact.contradiction is not None and fact.contradiction.kind is kind]
        if found:
            yield Words(reading, "body", name, gap=9)
            yield Bullets(tuple(_one(result, fact) for fact in found), "quiet")


def _one(result: PersonalResult, fact: FactResult) -> str:
    return _("{theme}: “{fact}” {answer}.").format(
        theme=named(result.theme(fact.theme.id)), fact=fact.practice.text, answer=answer_words(fact)
    )


def _beside(result: PersonalResult, width: float) -> list[Part]:
    rows = [
        SayDoRow(pillar.pillar.address, pillar.score, practice.index, pillar.margin, practice.known, practice.asked)
        for pillar in result.pillars
        for practice in result.practice
        if practice.pillar_id == pillar.pillar.id
    ]
    scene = say_do(rows, width, size=_TYPE)
    unknown = [
        _("{name}: {known} of {asked} facts are known, too few for a number.").format(
            name=row.name, known=row.known, asked=row.asked
        )
        for row in rows
        if row.index is None and row.asked
    ]
    figures: list[Part] = [Figure(scene)] if scene else []
    return figures + [Words(text, "quiet", gap=5) for text in unknown]


def _table(result: PersonalResult) -> Table:
    rows: list[tuple[Cell, ...]] = []
    breaks: list[int] = []
    theme = ""
    for fact in result.facts:
        if fact.theme.id != theme:
            breaks.append(len(rows))
            theme = fact.theme.id
        evidence = fact.given.evidence.strip() if fact.given else ""
        rows.append((Detail(fact.practice.text, evidence), answer_words(fact), fact.theme.name))
    columns = (_("Fact, and in italics what shows it"), _("Answer"), _("Theme"))
    return Table(columns, tuple(rows), (0.68, 0.125, 0.195), tuple(breaks), tight=True)


def _quick_wins(result: PersonalResult) -> list[Part]:
    if not result.quick_wins:
        return []
    head = Words(_("Facts you can change by decision within a month, whatever the scores"), "accent")
    return [Panel((head, Bullets(tuple(win.practice.text for win in result.quick_wins), "quiet")), "mark", gap=12)]
