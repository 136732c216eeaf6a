"""Everything that leaves as one tidy table: a line for each value, the same columns for all of them."""

from collections.abc import Iterator
from dataclasses import replace

from trustcheck.app.group_lines import lines_of_group
from trustcheck.app.line import Line, Sort
from trustcheck.app.parcel import GroupCheck, Parcel, PersonalCheck
from trustcheck.app.personal_lines import lines_of_one_person
from trustcheck.app.ports import Progress
from trustcheck.app.presenting.personal_answers import fact_words


def lines_of(parcel: Parcel, progress: Progress | None = None) -> tuple[Line, ...]:
    """All lines, by organisation and check. The same parcel gives the same lines."""
    found: list[Line] = []
    for at, each in enumerate(parcel.organisations):
        for number, check in enumerate(each.checks, start=1):
            found += (_placed(line, each.name, number, check) for line in _lines(check))
        if progress is not None:
            progress(at + 1, len(parcel.organisations))
    return tuple(found)


def _lines(check: PersonalCheck | GroupCheck) -> Iterator[Line]:
    yield from lines_of_group(check) if isinstance(check, GroupCheck) else lines_of_one_person(check)
    for fact in check.facts:
        practice = check.questionnaire.practice_by_id.get(fact.practice_id)
        words = practice.text if practice else ""
        yield Line("fact", fact.practice_id, words, fact_words(fact.fact), text=fact.evidence, sort=Sort.ANSWER)
    if check.promise is not None:
        again = check.promise.look_again_on
        yield Line(
            "promise",
            check.promise.suggestion_id,
            check.promise.text,
            again.isoformat() if again else "",
            text=check.promise.sign,
            sort=Sort.PROMISE,
        )


def _placed(line: Line, organisation: str, number: int, check: PersonalCheck | GroupCheck) -> Line:
    """A line with whose it is, and of which check."""
    return replace(
        line,
        organisation=organisation,
        check=number,
        begun=check.started_on.isoformat(),
        closed=check.closed_on.isoformat() if check.closed_on else "",
        kind=check.kind.value,
    )
