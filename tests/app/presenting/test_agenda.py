"""The workshop's agenda: the minutes add up, and the prompts come from the answers."""

from dataclasses import replace

import pytest

from tests.group_builders import FEW, STAFF, gap, group_result
from tests.report.group_portraits import leaders_hidden, leaders_only, northgate
from trustcheck.app.presenting.agenda import LENGTHS, agenda, prompt_for, topics
from trustcheck.app.results.group import GroupResult, PillarView, Shown, ThemeView
from trustcheck.domain.statistics.group_words import Spread

RESULTS = {
    "two views": northgate,
    "one view": leaders_only,
    "one view hidden": leaders_hidden,
    "nothing shown": lambda: replace(group_result(hidden=tuple(group_result().perspectives)), headline=None),
    "nothing to propose": lambda: replace(group_result(), proposals=(), strengths=(), unseen=()),
}


def prompts(result: GroupResult, minutes: int = 90) -> str:
    return " ".join(step.prompt for step in agenda(result, minutes))


def changed(result: GroupResult, theme_id: str, **values: object) -> GroupResult:
    def theme(each: ThemeView) -> ThemeView:
        return replace(each, **values) if each.theme.id == theme_id else each  # type: ignore[arg-type]

    def pillar(each: PillarView) -> PillarView:
        return replace(each, themes=tuple(theme(one) for one in each.themes))

    return replace(result, pillars=tuple(pillar(each) for each in result.pillars))


@pytest.mark.parametrize("minutes", LENGTHS)
@pytest.mark.parametrize("result", RESULTS.values(), ids=RESULTS)
def test_the_minutes_add_up_and_no_step_overlaps(result: object, minutes: int) -> None:
    steps = agenda(result(), minutes)  # type: ignore[operator]

    assert sum(step.minutes for step in steps) == minutes
    assert [step.start for step in steps] == [0, *(step.end for step in steps[:-1])]
    assert all(step.minutes >= 5 for step in steps)


@pytest.mark.parametrize(("asked", "planned"), [(45, 60), (75, 60), (100, 90), (240, 180)])
def test_another_length_takes_the_nearest_plan(asked: int, planned: int) -> None:
    assert agenda(northgate(), asked)[-1].end == planned


def test_it_begins_in_silence_and_ends_with_what_staff_are_told() -> None:
    steps = agenda(northgate(), 90)

    assert steps[0].title == "Read alone, in silence"
    assert steps[-1].title == "Who tells staff what, by when"


def test_the_first_priority_is_the_theme_and_three_hours_take_a_second_one_after_a_break() -> None:
    titles = [step.title for step in agenda(northgate(), 180)]
    first, second = (
        titles.index("Safe to speak (staff 43): examples first"),
        titles.index("Steady under criticism (staff 47): examples first"),
    )

    assert first < titles.index("A break") < second
    assert not any("Steady under criticism" in step.title for step in agenda(northgate(), 90))


def test_a_difference_of_view_is_asked_about_with_examples_from_each_side() -> None:
    result = northgate()

    assert "Leaders describe this 31 points higher than staff." in prompt_for(result, result.theme("SS"))
    assert "Two recent examples from each side" in prompt_for(result, result.theme("SS"))


def test_a_split_is_asked_about_as_a_split() -> None:
    result = changed(northgate(), "SC", gap=gap(4))

    assert "People describe different places" in prompt_for(result, result.theme("SC"))


def test_what_some_did_not_see_is_asked_about_as_unseen() -> None:
    result = group_result()
    theme = result.theme("SC")
    calm = {view: replace(value, spread=Spread.SOME_VARIETY) for view, value in theme.views.items()}  # type: ignore[type-var]
    result = changed(result, "SC", gap=gap(4), views=calm)

    assert "Some could not answer this" in prompt_for(result, result.theme("SC"))


def test_without_priorities_the_widest_difference_leads() -> None:
    result = replace(northgate(), proposals=())

    assert topics(result)[0].theme.id == "SS"
    assert topics(replace(leaders_only(), proposals=()))


def test_a_hidden_value_prompts_nothing() -> None:
    result = changed(northgate(), "SS", gap=FEW, views={STAFF: FEW})

    assert "31" not in prompt_for(result, result.theme("SS"))
    assert isinstance(northgate().theme("SS").views[STAFF], Shown)


def test_the_step_that_is_proposed_is_named_where_something_is_decided() -> None:
    first = northgate().proposals[0].suggestions[0].title

    assert first in prompts(northgate())
    assert first not in prompts(replace(northgate(), proposals=()))
