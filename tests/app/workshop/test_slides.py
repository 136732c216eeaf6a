"""What stands on the wall: made from a result alone, covered until somebody uncovers it, and never more than a page."""

from dataclasses import replace
from datetime import date

import pytest

from tests.group_builders import (
    FEW,
    LEADER,
    STAFF,
    changed,
    foreign,
    group_result,
    group_round,
    people,
    setup,
)
from trustcheck.app.carrying.export_making import closed_check
from trustcheck.app.json_decode import plain
from trustcheck.app.portraits.result import group_result_of
from trustcheck.app.results.group import GroupResult
from trustcheck.app.workshop.slide import Slide
from trustcheck.app.workshop.slides import decided_words, deck
from trustcheck.charts.scene import Dot, Label
from trustcheck.domain.checks.round import Promise
from trustcheck.domain.checks.workshop import WorkshopDecision
from trustcheck.domain.statistics.group_words import Spread


def slide(result: GroupResult, slide_id: str) -> Slide:
    return next(each for each in deck(result) if each.id == slide_id)


def everything_on(of: Slide) -> str:
    """Every word that can stand on the wall, the chart's included."""
    chart = of.draw(1100.0, 29.0) if of.draw is not None else None
    drawn = [each.text for each in chart.shapes if isinstance(each, Label)] if chart is not None else []
    return "\n".join((of.name, of.asked, *of.lines, *of.told, of.ask, *drawn, chart.sentence if chart else ""))


def test_a_session_goes_from_the_promise_to_the_day_of_the_next_time() -> None:
    ids = [each.id for each in deck(group_result())]

    assert ids[:7] == ["promise", "answered", "guess", "sentence", "pillars", "strength", "gaps"]
    assert [each for each in ids if each.startswith("question-")] == ids[7:10]
    assert ids[-2:] == ["promises", "next"]


def test_nothing_that_a_result_says_is_on_the_wall_before_it_is_uncovered() -> None:
    result = group_result()
    for each in deck(result):
        seen = "\n".join((each.asked, *each.lines))
        assert result.sentence not in seen
        assert not any(str(value.mean) in seen.split() for theme in result.themes for value in theme.views.values())
    assert [each.id for each in deck(result) if not each.covers] == ["promise", "answered", "guess", "promises", "next"]


def of_pillars(*names: str) -> GroupResult:
    """A result with this many pillars, each called by its name."""
    found = group_result()
    more = (replace(found.pillars[0], themes=()) for _each in names[len(found.pillars) :])
    called = zip((*found.pillars, *more), names, strict=True)
    return replace(
        found, pillars=tuple(replace(each, pillar=replace(each.pillar, to_reader=name)) for each, name in called)
    )


def test_of_two_pillars_it_is_guessed_which_is_higher() -> None:
    guess = slide(of_pillars("Time", "Facts"), "guess")

    assert "\u201cTime\u201d or \u201cFacts\u201d?" in guess.asked
    assert guess.choices == ()


@pytest.mark.parametrize("names", [("Time", "Facts", "Questions"), ("Time", "Facts", "Questions", "Rest", "Pay")])
def test_of_three_pillars_and_more_every_one_can_be_guessed(names: tuple[str, ...]) -> None:
    guess = slide(of_pillars(*names), "guess")

    assert "highest here, and which lowest?" in guess.asked
    assert guess.choices == names


def test_nothing_is_guessed_of_a_pillar_that_will_not_be_uncovered() -> None:
    found = of_pillars("Time", "Facts", "Questions")
    hidden = [replace(each, views=dict.fromkeys(each.views, FEW)) for each in found.pillars]
    one_of_three = replace(found, pillars=(hidden[0], *found.pillars[1:]))
    two_of_three = replace(found, pillars=(*hidden[:2], found.pillars[2]))

    assert "\u201cFacts\u201d or \u201cQuestions\u201d?" in slide(one_of_three, "guess").asked
    assert "guess" not in [each.id for each in deck(two_of_three)]


def test_of_a_view_that_may_not_be_shown_the_wall_says_that_and_nothing_else() -> None:
    result = group_result(leaders=3, hidden=(LEADER,))

    said = [everything_on(each) for each in deck(result)]

    assert "Leaders: fewer than five answered, so nothing of theirs is shown." in said[1]
    assert "gaps" not in [each.id for each in deck(result)]
    assert not any("leaders 71" in each or "Leaders: \u201c" in each for each in said)


def in_a_room(*, agreed: bool) -> GroupResult:
    return group_result_of(group_round(people(STAFF, 9), set_up=setup(0, 9), all_agreed=agreed))


def test_where_everybody_agreed_questions_stand_as_one_dot_for_each_person() -> None:
    result = in_a_room(agreed=True)
    slides = [each for each in deck(result) if each.id.startswith("dots-")]

    assert 1 <= len(slides) == len(result.dots) <= 3
    assert not any(each.marks for each in slides)
    for each, plot in zip(slides, result.dots, strict=True):
        assert each.draw is not None
        chart = each.draw(1100.0, 29.0)
        assert chart is not None
        dots = [shape for shape in chart.shapes if isinstance(shape, Dot)]
        assert len(dots) == plot.people == 9
        assert len({shape.ink for shape in dots}) == 1
        assert "nine answered this" in everything_on(each)
    ids = [each.id for each in deck(result)]
    assert not {f"question-{plot.item.id}" for plot in result.dots} & set(ids)
    assert sum(each.startswith(("dots-", "question-")) for each in ids) == 3


def test_without_one_person_s_consent_there_is_not_a_single_dot() -> None:
    assert in_a_room(agreed=False).dots == ()


def test_dots_stand_on_the_wall_of_one_room_and_leave_with_no_export() -> None:
    whole = group_round(people(STAFF, 9), set_up=setup(0, 9), all_agreed=True)
    assert "dots" not in plain(closed_check(whole).result, {})


def test_where_nothing_may_be_shown_only_the_frame_of_a_session_is_left() -> None:
    result = group_result(leaders=0, staff=3, hidden=(STAFF,))

    assert [each.id for each in deck(result)] == ["promise", "answered", "promises", "next"]


def test_a_question_that_is_hidden_gives_way_to_the_next() -> None:
    result = group_result(leaders=0)
    theme = next(each for each in result.themes if each.theme.id == "SS")
    hidden = replace(theme, items=tuple(replace(each, views={STAFF: FEW}) for each in theme.items))
    pillars = tuple(
        replace(each, themes=tuple(hidden if of.theme.id == "SS" else of for of in each.themes))
        for each in result.pillars
    )

    ids = [each.id for each in deck(replace(result, pillars=pillars))]

    assert not any(each.startswith("question-SS") for each in ids)
    assert len([each for each in ids if each.startswith("question-")]) == 3


def test_notes_that_people_wrote_are_never_on_the_wall() -> None:
    result = group_result()
    assert result.notes

    assert not any(note.text in everything_on(each) for each in deck(result) for note in result.notes)


def test_a_chart_of_two_views_says_whose_each_mark_is() -> None:
    charts = [each for each in deck(foreign()) if each.draw is not None]
    assert {each.marks for each in charts if each.id != "say-do"} == {(LEADER, STAFF)}
    assert [each.marks for each in charts if each.id == "say-do"] == [()]
    assert {each.marks for each in deck(group_result(leaders=0))} == {()}


def test_another_organisation_is_named_nowhere() -> None:
    said = [everything_on(each) for each in deck(group_result(name="Hollow Lane School"))]

    assert not any("Northgate" in each for each in said)


def test_one_view_alone_is_asked_where_its_people_differ() -> None:
    alone = group_result(leaders=0)
    divided = changed(alone, {"SS": {"spread": Spread.TWO_CAMPS}})

    assert {"gaps", "spread"}.isdisjoint(each.id for each in deck(alone))
    assert slide(divided, "spread").told[0] == "People describe different places: Safe to speak."


@pytest.mark.parametrize("result", [group_result(), foreign()], ids=["usual", "foreign"])
def test_whoever_leads_has_something_to_go_by_on_every_slide(result: GroupResult) -> None:
    for each in deck(result):
        assert each.notes is not None
        assert each.notes.opening


def test_the_day_that_was_promised_is_the_day_of_the_next_time() -> None:
    promised = replace(group_result(), promises=(Promise("Ask more", date(2027, 3, 1)),))

    assert slide(promised, "next").asked == "See you on Monday, 1 March 2027"
    assert slide(group_result(), "next").asked == "See you again, from Tuesday, 15 December 2026 on"


@pytest.mark.parametrize(
    ("decision", "said"),
    [
        (WorkshopDecision("We answer in public"), "We answer in public"),
        (WorkshopDecision("We answer in public", "Ada"), "We answer in public (Ada)"),
        (WorkshopDecision("We answer", "Ada", date(2027, 3, 1)), "We answer (Ada, until 1 March 2027)"),
    ],
)
def test_a_decision_says_whose_it_is_and_until_when(decision: WorkshopDecision, said: str) -> None:
    assert decided_words(decision) == said


def test_where_leaders_and_staff_read_two_languages_every_slide_with_marks_of_both_says_so() -> None:
    said = "Leaders answered in German, staff in English: part of a difference may be the words."
    alike = group_result()
    german = replace(alike.questionnaire, language="de")
    two = replace(alike, setup=replace(alike.setup, translated={LEADER: german}))

    with_both = [each for each in deck(two) if each.marks]
    assert {"pillars", "strength", "gaps"} < {each.id for each in with_both}
    assert all(said == each.told[-1] for each in with_both)
    assert not any(said in each.told for each in (*deck(alike), *(each for each in deck(two) if not each.marks)))
