"""What is said beside one person's answers, as it goes to a reader, and what must be so for it to be true."""
# A pattern stands on one line, beside the sentence it is read with.
# ruff: noqa: E501

from collections.abc import Iterator

from tests.app.truth.numbers import number
from tests.app.truth.told import Found, Pattern, Told, pattern
from trustcheck.app.presenting import aloud, last_time, shown
from trustcheck.app.results.personal import PersonalResult
from trustcheck.domain.checks.marks import Aloud
from trustcheck.domain.questionnaire.answers import EvidenceGrade, Fact

SHOWN = (EvidenceGrade.DOCUMENT, EvidenceGrade.OUTSIDER)
KNOWN = (Fact.YES, Fact.PARTLY, Fact.NO)


def told_beside(result: PersonalResult) -> Iterator[Told]:
    marks, asked = result.round.marks, result.questionnaire.asked(result.form)
    yield from (Told("aloud", each) for each in [aloud.aloud_sentence(marks, asked)] if each)
    yield from (Told("open", f"{each}.") for each in last_time.still_proposed(result).rstrip(".").split(". ") if each)
    rows = shown.shown_answers(result)
    yield from (Told("shown", each) for each in [shown.shown_answers_words(rows)] if rows)
    yield from (Told("shown", each) for each in [shown.shown_words(result.facts)] if shown.is_graded(result.facts))


def patterns_beside(result: PersonalResult) -> list[Pattern]:
    of, asked = result.round, result.questionnaire.asked(result.form)
    said = [of.marks[each].aloud for each in asked if each in of.marks and of.marks[each].aloud is not None]

    def noes(_told: Told, found: Found) -> bool:
        return (int(found["noes"]), int(found["said"])) == (said.count(Aloud.NO), len(said))

    def all_aloud(_told: Told, found: Found) -> bool:
        to_everybody = set(said) <= {Aloud.YES, Aloud.SOME} if found["some"] else said == [said[0]]
        return int(found["said"]) == len(said) and Aloud.NO not in said and to_everybody

    def open_answers(_told: Told, found: Found) -> bool:
        return number(found["count"]) == sum(
            each in of.proposed.answers and each not in of.response.answers for each in asked
        )

    def open_facts(_told: Told, found: Found) -> bool:
        ids = {each.id for each in result.questionnaire.practices}
        return number(found["count"]) == len(ids & of.proposed.facts.keys() - of.facts.keys())

    def shown_answers(_told: Told, found: Found) -> bool:
        points = [each for each, answer in of.response.answers.items() if answer.code > 0 and each in asked]
        proved = [each for each in points if each in of.marks and of.marks[each].grade in SHOWN]
        counted = int(found["answered"]), int(found["asked"]), int(found["shown"])
        return counted == (len(points), len(asked), len(proved))

    def shown_facts(_told: Told, found: Found) -> bool:
        known = [each for each in of.facts.values() if each.fact in KNOWN]
        proved = sum(each.grade in SHOWN for each in known)
        counted = int(found["answered"]), int(found["asked"]), int(found["shown"])
        return counted == (len(known), len(result.questionnaire.practices), proved)

    return [
        pattern(
            "aloud",
            r"(?P<noes>\d+) of (?P<said>\d+) answers you would not say aloud here\. It is in no score: .*",
            noes,
        ),
        pattern(
            "aloud",
            r"There (?:is|are) (?P<said>\d+) answers? of which you said whether you would say (?:it|them) aloud, and you would(?P<some>, to everybody or to some)?\.",
            all_aloud,
        ),
        pattern(
            "open",
            r"(?P<count>[\w-]+) answers? of last time (?:was|were) proposed and not confirmed: (?:it is|they are) in no number, .*",
            open_answers,
        ),
        pattern(
            "open",
            r"(?P<count>[\w-]+) facts? of last time (?:was|were) proposed and not confirmed: (?:it counts|they count) as not answered\.",
            open_facts,
        ),
        pattern(
            "shown",
            r"(?P<answered>\d+) of (?P<asked>\d+) questions answered, (?P<shown>\d+) of them can be shown: .*",
            shown_answers,
        ),
        pattern(
            "shown",
            r"(?P<answered>\d+) of (?P<asked>\d+) facts answered, (?P<shown>\d+) of them can be shown: .*",
            shown_facts,
        ),
    ]
