"""What a policy shows of the facts of a questionnaire: a proposal with the line it rests on, for a person to accept."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from trustcheck.domain.policy.reading import WORDS_A_PAGE, PolicyReading
from trustcheck.domain.policy.rules import PolicyDeed, PolicyRules, ShownBy
from trustcheck.domain.questionnaire.answers import Fact
from trustcheck.domain.questionnaire.model import Questionnaire

_TWO_PAGES = 2 * WORDS_A_PAGE


@dataclass(frozen=True, slots=True)
class OfferedFact:
    """``quote`` is a line of the policy, empty where its length alone decides."""

    practice_id: str
    fact: Fact
    shown_by: ShownBy
    quote: str = ""


def offered_facts(reading: PolicyReading, rules: PolicyRules, asked: Questionnaire) -> tuple[OfferedFact, ...]:
    """In the order of the questionnaire's facts; only where the policy itself says so, one way or the other."""
    if not reading.sentences:
        return ()
    by_id = {each.practice_id: each.shown_by for each in rules.facts}
    known = (each.id for each in asked.practices if each.id in by_id)
    return tuple(_offers(reading, rules, ((each, by_id[each]) for each in known)))


def _offers(reading: PolicyReading, rules: PolicyRules, wanted: Iterator[tuple[str, ShownBy]]) -> Iterator[OfferedFact]:
    for practice_id, shown_by in wanted:
        said = _READINGS[shown_by](reading, rules)
        if said is not None:
            yield OfferedFact(practice_id, said[0], shown_by, said[1])


_Said = tuple[Fact, str] | None


def _first_paragraph(reading: PolicyReading, _rules: PolicyRules) -> _Said:
    """The first paragraph allows; or something does, behind what is forbidden; or nothing."""
    allowed = reading.doing(PolicyDeed.ALLOWS)
    if not allowed:
        return Fact.NO, reading.sentences[0].text
    first = allowed[0].sentence
    before = (each for each in reading.counted if each.rule.deed in (PolicyDeed.FORBIDS, PolicyDeed.ASKS_FIRST))
    forbidden = next(before, None)
    comes_first = forbidden is None or reading.counted.index(allowed[0]) < reading.counted.index(forbidden)
    return (Fact.YES if first.paragraph == 1 and comes_first else Fact.PARTLY), first.text


def _no_approval(reading: PolicyReading, rules: PolicyRules) -> _Said:
    asks = reading.doing(PolicyDeed.ASKS_FIRST)
    if asks:
        return Fact.NO, asks[0].sentence.text
    free = (each for each in reading.doing(PolicyDeed.ALLOWS) if rules.free.search(each.sentence.text))
    found = next(free, None)
    return (Fact.YES, found.sentence.text) if found is not None else None


def _length(reading: PolicyReading, _rules: PolicyRules) -> _Said:
    if reading.words <= _TWO_PAGES:
        return Fact.YES, ""
    return (Fact.PARTLY if reading.words_before_annex <= _TWO_PAGES else Fact.NO), ""


def _everybody(reading: PolicyReading, rules: PolicyRules) -> _Said:
    exempt = (
        each.sentence.text for each in reading.doing(PolicyDeed.EXEMPTS) if rules.leaders.search(each.sentence.text)
    )
    binds = (each.text for each in reading.sentences if rules.everybody.search(each.text))
    if (found := next(exempt, None)) is not None:
        return Fact.PARTLY, found
    if (found := next(binds, None)) is not None:
        return Fact.YES, found
    return None


_READINGS: dict[ShownBy, Callable[[PolicyReading, PolicyRules], _Said]] = {
    ShownBy.FIRST_PARAGRAPH: _first_paragraph,
    ShownBy.NO_APPROVAL: _no_approval,
    ShownBy.LENGTH: _length,
    ShownBy.EVERYBODY: _everybody,
}
