"""How well a fact is shown, in words, and per theme how much of what was answered can be shown. Never a score."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from trustcheck.app.results.personal import FactResult, ItemResult, PersonalResult, ThemeResult
from trustcheck.charts.shown_facts import ShownRow
from trustcheck.domain.questionnaire.answers import EvidenceGrade
from trustcheck.words import gettext as _


def grade_words(grade: EvidenceGrade) -> str:
    return {
        EvidenceGrade.FEELING: _("a feeling"),
        EvidenceGrade.EXAMPLE: _("an example"),
        EvidenceGrade.DOCUMENT: _("a document"),
        EvidenceGrade.OUTSIDER: _("an outsider could check it"),
    }[grade]


def grade_in_short(grade: EvidenceGrade) -> str:
    """On a button beside the line for what shows it."""
    return {
        EvidenceGrade.FEELING: _("Feeling"),
        EvidenceGrade.EXAMPLE: _("Example"),
        EvidenceGrade.DOCUMENT: _("Document"),
        EvidenceGrade.OUTSIDER: _("Outsider"),
    }[grade]


def is_graded(facts: Iterable[FactResult]) -> bool:
    """Whether somebody said of one of them how well it is shown."""
    return any(fact.given is not None and fact.given.grade is not None for fact in facts)


def shown_rows(facts: Sequence[FactResult]) -> tuple[ShownRow, ...]:
    """A row for each theme in the order of the facts."""
    return tuple(_row(name, list(those)) for name, those in groupby(facts, key=lambda fact: fact.theme.name))


def _row(name: str, facts: Sequence[FactResult]) -> ShownRow:
    given = [fact.given for fact in facts if fact.given is not None and fact.given.fact.is_known]
    return ShownRow(name, len(facts), len(given), sum(each.can_be_shown for each in given))


def shown_words(facts: Sequence[FactResult]) -> str:
    """All themes together in a sentence."""
    rows = shown_rows(facts)
    said = _("{answered} of {asked} facts answered, {shown} of them can be shown: by a document, or to an outsider.")
    return said.format(
        answered=sum(each.answered for each in rows),
        asked=sum(each.asked for each in rows),
        shown=sum(each.shown for each in rows),
    )


def shown_answers(result: PersonalResult) -> tuple[ShownRow, ...]:
    """The same of one person's answers, a row for each theme; none where they said of no answer how it is shown."""
    if all(each.mark.grade is None for theme in result.themes for each in theme.items):
        return ()
    return tuple(_answered(theme) for theme in result.themes)


def _answered(theme: ThemeResult) -> ShownRow:
    given = [each for each in theme.items if each.answer is not None and each.answer.is_point]
    return ShownRow(theme.theme.name, len(theme.items), len(given), sum(_is_shown(each) for each in given), True)


def _is_shown(item: ItemResult) -> bool:
    return item.mark.grade in (EvidenceGrade.DOCUMENT, EvidenceGrade.OUTSIDER)


def shown_answers_words(rows: Sequence[ShownRow]) -> str:
    said = _(
        "{answered} of {asked} questions answered, {shown} of them can be shown: by a document, or to an outsider."
    )
    return said.format(
        answered=sum(each.answered for each in rows),
        asked=sum(each.asked for each in rows),
        shown=sum(each.shown for each in rows),
    )


def shown_answers_heading() -> str:
    return _("Your answers, and which of them can be shown")


def shown_heading() -> str:
    return _("What was answered, and what can be shown")


def evidence_words(evidence: str, grade: EvidenceGrade | None) -> str:
    """What shows a fact, and how well."""
    said = evidence.strip()
    if grade is None:
        return said
    return _("{evidence} ({grade})").format(evidence=said, grade=grade_words(grade)) if said else grade_words(grade)
