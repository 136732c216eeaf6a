"""Beside a sentence stands what was answered to that sentence, counted again here from the sheets themselves."""

import re
from collections.abc import Iterator
from dataclasses import replace
from random import Random

import pytest

from tests.builders import answers
from tests.group_builders import LEADER, STAFF, group_result, group_round, setup, shipped, value
from trustcheck.app.carrying.export_lines import lines_of_group
from trustcheck.app.portraits.carried_result import carried
from trustcheck.app.portraits.result import group_result_of
from trustcheck.app.presenting.explanations import FigureKey, FigureKind, explained
from trustcheck.app.presenting.group_items import (
    about_cells,
    answered,
    as_listed,
    best_items,
    good_answers,
    item_caption,
    item_words,
    low_question,
    score_cell,
    told_cell,
    turned_note,
)
from trustcheck.app.presenting.group_sayings import in_views
from trustcheck.app.results.group import GroupResult, ItemView, Shown
from trustcheck.app.store.export_model import GroupCheck
from trustcheck.domain.checks.group_round import GroupRound
from trustcheck.domain.checks.round import RoundState
from trustcheck.domain.questionnaire.answers import Response
from trustcheck.domain.questionnaire.model import Form, Item, Perspective

ASKED = shipped()
REVERSED = [each for each in ASKED.items if each.reverse]
STRAIGHT = [each for each in ASKED.items if not each.reverse]


def random_round(seed: int) -> GroupRound:
    """Leaders below ten and staff above, each answer by chance around a point of the theme's own."""
    chance = Random(seed)
    sheets = []
    for perspective, number in ((LEADER, 7), (STAFF, 11 + seed % 8)):
        for _ in range(number):
            given = {item.id: chance.choice((1, 2, 2, 3, 4, 4, 5)) for item in ASKED.items}
            sheets.append(Response(perspective, Form.FULL, answers(given)))
    return group_round(sheets, set_up=setup(8, 20))


def every_question(result: GroupResult) -> Iterator[tuple[ItemView, Perspective, Shown]]:
    for theme in result.themes:
        for item in theme.items:
            for perspective, shown in item.views.items():
                if isinstance(shown, Shown):
                    yield item, perspective, shown


def points(of: GroupRound, item: Item, perspective: Perspective) -> list[int]:
    """What was answered to the sentence, as it was answered."""
    return [sheet.answers[item.id].point for sheet in of.of(perspective)]


@pytest.mark.parametrize("seed", range(6))
def test_counts_beside_a_sentence_are_counts_of_answers_to_that_sentence(seed: int) -> None:
    of = random_round(seed)
    counted = 0
    for item, perspective, shown in every_question(group_result_of(of)):
        if shown.favourable is None:
            continue
        said = re.fullmatch(r"(\d+) of (\d+) (often or more|seldom or less)", answered(item.item, shown, ASKED.scale))
        assert said is not None
        given = points(of, item.item, perspective)
        wanted = [point for point in given if (point >= 4 if said[3] == "often or more" else point <= 2)]
        assert (int(said[1]), int(said[2])) == (len(wanted), len(given))
        counted += item.item.reverse
    assert counted >= 5


@pytest.mark.parametrize("seed", range(6))
def test_the_usual_answer_is_the_one_nearest_to_the_answers_as_they_were_given(seed: int) -> None:
    of = random_round(seed)
    for item, perspective, shown in every_question(group_result_of(of)):
        if shown.favourable is not None:
            continue
        said = answered(item.item, shown, ASKED.scale)
        assert said.endswith("” on average")
        answer = [each.lower() for each in ASKED.scale].index(said.removesuffix("” on average")[1:]) + 1
        given = points(of, item.item, perspective)
        assert abs(answer - sum(given) / len(given)) <= 0.5 + 0.01 * 2  # the mean beside it is whole


def test_a_question_asked_the_other_way_round_says_seldom_or_less() -> None:
    assert {good_answers(each, ASKED.scale) for each in REVERSED} == {"seldom or less"}
    assert {good_answers(each, ASKED.scale) for each in STRAIGHT} == {"often or more"}


def test_another_scale_is_said_in_its_own_words() -> None:
    seven = ("No", "Hardly", "A little", "Half", "Rather", "Much", "Fully")
    assert good_answers(STRAIGHT[0], seven) == "rather or more"
    assert good_answers(REVERSED[0], seven) == "a little or less"


def test_a_turned_score_says_that_it_is_turned() -> None:
    assert turned_note(REVERSED[0]) == "Asked the other way round: a high score means seldom."
    assert turned_note(STRAIGHT[0]) == ""


def test_a_list_says_behind_a_bad_sentence_which_answers_are_counted() -> None:
    turned, straight = (ItemView(each[0], "Leaders here hide mistakes.", {}) for each in (REVERSED, STRAIGHT))
    assert as_listed(turned, ASKED.scale) == "Leaders here hide mistakes. (seldom or less)"
    assert as_listed(straight, ASKED.scale) == "Leaders here hide mistakes."
    assert score_cell(value(57, 14, favourable=7)) == "57, n\u00a0=\u00a014 (7)"
    assert "Where “seldom or less” stands behind a question" in about_cells(group_result())


def test_on_the_page_of_one_theme_each_cell_says_itself_what_was_answered() -> None:
    many, few = value(57, 14, favourable=7), value(80, 6)
    assert told_cell(STRAIGHT[0], many, ASKED.scale) == "57, n\u00a0=\u00a014 (7 often or more)"
    assert told_cell(STRAIGHT[0], few, ASKED.scale) == "80, n\u00a0=\u00a06"
    assert told_cell(REVERSED[0], many, ASKED.scale) == "57, n\u00a0=\u00a014 (7 seldom or less)"
    assert told_cell(REVERSED[0], few, ASKED.scale) == "80, n\u00a0=\u00a06 (“seldom” on average)"
    nearest = value(75, 6, about=True)
    assert told_cell(REVERSED[0], nearest, ASKED.scale) == "about 75, n\u00a0=\u00a06 (“seldom” on average)"


def test_the_nearest_answer_is_never_told_as_a_score() -> None:
    """Four of seven leaders may stand at 68, and only "about 75" is told: then it is about 75 in every sentence."""
    nearest = replace(value(75, 7), about=True)
    assert in_views({LEADER: nearest, STAFF: value(80, 14)}) == "leaders about 75, staff 80"


def test_below_a_score_stands_what_was_answered_where_the_score_does_not_say_it() -> None:
    many, few = value(57, 14, favourable=7), value(80, 6)
    assert item_caption(STRAIGHT[0], STAFF, many, ASKED.scale) == "staff, 7 of 14 often or more"
    assert item_caption(STRAIGHT[0], STAFF, few, ASKED.scale) == "staff"
    assert item_caption(REVERSED[0], STAFF, many, ASKED.scale) == "staff, 7 of 14 seldom or less"
    assert item_caption(REVERSED[0], STAFF, few, ASKED.scale) == "staff, “seldom” on average"


def test_read_aloud_a_turned_score_is_told_from_its_answer() -> None:
    shown = ItemView(REVERSED[0], "Leaders here hide mistakes.", {})
    said = item_words(shown, STAFF, value(80, 14, favourable=11), ASKED.scale)
    assert (
        said == "Leaders here hide mistakes. Staff: 11 of 14 seldom or less, which counts as 80 of 100, from 14 people"
    )


def test_a_low_question_asked_the_other_way_round_is_given_as_it_was_answered() -> None:
    said = low_question("Leaders here hide mistakes.", REVERSED[0], 20, ASKED.scale)
    assert said == "Answered “often” on average, which counts as 20 of 100: Leaders here hide mistakes."


def test_what_names_the_bad_is_never_a_strength_to_keep() -> None:
    for theme in group_result().themes:
        assert not any(each.item.reverse for each in best_items(group_result(), theme, 9))


def test_how_it_is_worked_out_tells_the_answer_before_it_is_turned() -> None:
    result = group_result()
    turned = next(each for each in REVERSED if each.id in {item.item.id for t in result.themes for item in t.items})
    lines = " ".join(explained(result, FigureKey(FigureKind.MEAN, turned.id, STAFF)))
    shown = next(item for theme in result.themes for item in theme.items if item.item.id == turned.id).views[STAFF]
    assert answered(turned, replace(shown, favourable=None), ASKED.scale) in lines
    assert f"turned before they count: their mean is {shown.mean} of 100" in lines


@pytest.mark.parametrize("seed", range(3))
def test_an_exported_table_says_beside_each_score_what_was_answered(seed: int) -> None:
    of = random_round(seed)
    result = group_result_of(of)
    check = GroupCheck(ASKED, RoundState.CLOSED, of.summary.started_on, of.setup, result=carried(result))
    lines = {(line.id, line.view): line for line in lines_of_group(check) if line.what == "question"}
    for item, perspective, shown in every_question(result):
        line = lines[item.item.id, perspective.value]
        assert (line.points, line.answer) == (shown.mean, answered(item.item, shown, ASKED.scale))
        assert ("other way round" in line.text) is item.item.reverse
        assert ("The number is the nearest answer." in line.text) is shown.about
