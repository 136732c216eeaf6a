"""A file of facts: id, answer and evidence."""

import pytest

from tests.builders import questionnaire
from trustcheck.app.ports import Refused
from trustcheck.domain.questionnaire.answers import EvidenceGrade, Fact, PracticeAnswer
from trustcheck.domain.questionnaire.model import Practice
from trustcheck.exchange.tables.strict_reading import facts_in

ASKED = questionnaire(practices=[Practice(each, "A", f"Fact {each} holds.") for each in ("K1", "K2", "K3")])


def read(text: str) -> dict[str, PracticeAnswer]:
    return facts_in(text, ASKED, "facts.csv")


def refusal(text: str) -> list[str]:
    with pytest.raises(Refused) as refused:
        read(text)
    return refused.value.sentence.splitlines()[1:]


def test_facts_are_read_with_their_evidence() -> None:
    found = read('id,answer,evidence\nK1,Yes,"handbook, page 3"\nK2,dk,\nK3,PARTLY,\n')

    assert found == {
        "K1": PracticeAnswer("K1", Fact.YES, "handbook, page 3"),
        "K2": PracticeAnswer("K2", Fact.DONT_KNOW),
        "K3": PracticeAnswer("K3", Fact.PARTLY),
    }


def test_a_fact_without_an_answer_is_left_out_and_evidence_may_be_missing_altogether() -> None:
    assert read("answer;id\nno;K2\n;K1\n") == {"K2": PracticeAnswer("K2", Fact.NO)}


def test_all_mistakes_are_told_together() -> None:
    assert refusal("id,answer,evidence\nK9,yes,\nK1,maybe,\nK1,no,\nK2,no,,x\n") == [
        "line 2, column id: \u201cK9\u201d is not a fact of this questionnaire.",
        "line 3, column answer: \u201cmaybe\u201d is not an answer; write yes, partly, no, dk or na.",
        "line 4, column id: \u201cK1\u201d stands here twice.",
        "line 5: 4 cells where the header has 3.",
    ]


def test_missing_and_unknown_columns_are_told() -> None:
    assert refusal("id,proof\nK1,x\n") == [
        "line 1, column proof: this column is not known.",
        "line 1, column answer: this column is missing.",
    ]


def test_an_empty_file_is_refused() -> None:
    assert refusal("") == ["line 1: there is no header with the columns id, answer and evidence."]


def test_evidence_has_a_limit() -> None:
    (mistake,) = refusal(f"id,answer,evidence\nK1,yes,{'x' * 4001}\n")

    assert mistake == "line 2, column evidence: the evidence is longer than 4000 characters."


def test_how_well_a_fact_is_shown_is_read_beside_its_evidence() -> None:
    found = read("id,answer,evidence,grade\nK1,yes,handbook,Document\nK2,no,,outsider\nK3,yes,I think so,\n")

    assert [each.grade for each in found.values()] == [EvidenceGrade.DOCUMENT, EvidenceGrade.OUTSIDER, None]


def test_another_word_for_it_is_told_with_those_that_are_read() -> None:
    (told,) = refusal("id,answer,grade\nK1,yes,proof\n")

    assert told.startswith("line 2, column grade: \u201cproof\u201d does not say how well it is shown;")
    assert told.endswith("write feeling, example, document, outsider.")
