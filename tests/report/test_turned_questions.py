"""On paper, too, what stands beside a sentence is what was answered to that sentence."""

from dataclasses import replace

from tests.group_builders import STAFF, both
from tests.report.portraits import A4
from trustcheck.app.portraits.result import group_result_of
from trustcheck.app.results.group import GroupResult
from trustcheck.domain.findings.suggestions import Strength
from trustcheck.report.document.parts import Pairs
from trustcheck.report.sections.group.figures import items_table
from trustcheck.report.sections.group.section_input import SectionInput
from trustcheck.report.sections.group.steps import strengths


def turned_sentences(result: GroupResult) -> set[str]:
    asked = result.questionnaire
    return {asked.wording(each.id, STAFF) for each in asked.items if each.reverse}


def test_the_list_of_questions_says_what_is_counted_of_a_turned_question() -> None:
    result = group_result_of(both())
    listed = [str(row[0]) for row in items_table(result).rows]
    marked = {each.removesuffix(" (seldom or less)") for each in listed if each.endswith(" (seldom or less)")}

    assert marked == turned_sentences(result)
    assert not marked & set(listed)


def test_a_bad_sentence_is_never_listed_as_a_strength() -> None:
    result = group_result_of(both())
    for theme in result.themes:
        strong = replace(result, strengths=(Strength(theme.theme.id, 80.0, False, ""),))
        section = strengths(SectionInput(strong, A4, 480.0))
        assert section is not None
        listed = {words for part in section.parts if isinstance(part, Pairs) for _views, words in part.pairs}
        assert listed
        assert not listed & turned_sentences(result)
