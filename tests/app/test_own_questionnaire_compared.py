"""Two checks that asked an own questionnaire stand beside each other; in two languages they shared no words."""

from dataclasses import replace
from datetime import date

from tests.builders import all_at, personal_round
from tests.group_builders import STAFF, group_round, setup, sheet
from tests.own_questionnaire import own, own_in_german
from trustcheck.app.portraits.group_comparison import compare_groups
from trustcheck.app.portraits.personal_comparison import compare
from trustcheck.app.presenting.change import about, how_sure
from trustcheck.app.presenting.group_change import headline as group_headline
from trustcheck.domain.checks.group_round import GroupRound
from trustcheck.domain.checks.round import PersonalRound
from trustcheck.domain.questionnaire.model import Questionnaire
from trustcheck.domain.statistics.change import ChangeKind

ASKED = own()


def alone(point: int, on: date, asked: Questionnaire = ASKED, **given: int) -> PersonalRound:
    made = personal_round(asked, {**all_at(asked, point), **given})
    return replace(made, summary=replace(made.summary, started_on=on, closed_on=on))


def together(on: date, **themes: int) -> GroupRound:
    given = [sheet(STAFF, ASKED, {each: point + at % 2 for each, point in themes.items()}) for at in range(12)]
    made = group_round(given, ASKED, set_up=setup(0, 14))
    return replace(made, summary=replace(made.summary, started_on=on, closed_on=on))


THEN, NOW = date(2026, 3, 2), date(2026, 11, 22)


def test_one_person_is_told_of_a_change_only_where_two_questions_can_show_it() -> None:
    found = compare(alone(2, THEN), alone(2, NOW, TI1=3, TI2=3))
    kinds = {each.id: each.change.kind for each in found.themes if each.change is not None}
    assert found.shared == found.asked == 6
    # One step of four better in both questions of time: 25 points, where two questions need 41.
    assert kinds == {"TI": ChangeKind.COULD_BE_CHANCE, "FA": ChangeKind.SAME, "QU": ChangeKind.SAME}
    assert "a theme from 41" in " ".join(how_sure(found))


def test_one_person_who_answers_in_two_languages_is_compared_with_the_words_named() -> None:
    found = compare(alone(2, THEN), alone(4, NOW, own_in_german()))
    assert (found.shared, found.languages) == (6, (ASKED.language, "de"))
    assert about(found).endswith("in English then and in German now: part of a difference may be the words.")


def test_a_group_is_compared_on_its_three_themes() -> None:
    found = compare_groups(together(THEN, TI=2, FA=3, QU=3), together(NOW, TI=4, FA=3, QU=3))
    (view,) = found.views
    assert (view.shared, [each.questions for each in view.themes]) == (6, [2, 2, 2])
    assert {key: each.points for key, each in view.changes.items()} == {"handing": 17, "TI": 50, "FA": 0, "QU": 0}
    assert view.changes["TI"].kind is ChangeKind.CHANGED
    assert "Time" in group_headline(found) or "Handing over" in group_headline(found)
