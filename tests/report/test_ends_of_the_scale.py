"""What 0 and 100 stand for is told in the words of the scale, in every report alike."""

from dataclasses import replace

from tests.group_builders import group_result, shipped
from tests.report import portraits
from trustcheck.report.sections.group.front import about_marks
from trustcheck.report.sections.personal.front import how_to_read


def test_the_ends_of_a_scale_keep_their_capitals_and_stand_alike_in_every_report() -> None:
    asked = replace(shipped(), scale=("I never see it", "Seldom", "Sometimes", "Often", "All of Us Do"))
    ends = "0 is \u201cI never see it\u201d, 100 is \u201call of Us Do\u201d"
    one = portraits.library()

    assert ends in how_to_read(replace(one, round=replace(one.round, questionnaire=asked)))
    assert ends in about_marks(replace(group_result(), questionnaire=asked))
