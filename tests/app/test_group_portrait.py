"""From a closed check's sheets to what may be shown: whole points, words, and nothing of a single sheet."""

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import cycle
from statistics import fmean
from typing import Any

import pytest

from tests import builders, group_builders
from tests.group_builders import FEW, LEADER, STAFF, both, group_round, people, setup, sheet, shipped
from trustcheck.app.portraits.result import group_result_of
from trustcheck.app.presenting.group_seen import TOO_SHORT
from trustcheck.app.presenting.group_themes import about_target, theme_row
from trustcheck.app.results.group import GapShown, GroupResult, Shown
from trustcheck.catalog.file_catalog import FileCatalog
from trustcheck.domain.checks.group_round import GroupNote, GroupRound, NotesUse, Sheet
from trustcheck.domain.findings.practice import ContradictionKind
from trustcheck.domain.privacy.suppressed import CLOSE_TOGETHER, Suppressed
from trustcheck.domain.questionnaire.answers import Answer, Response
from trustcheck.domain.questionnaire.model import Form
from trustcheck.domain.statistics.group_words import Spread


@pytest.fixture(scope="module")
def result() -> GroupResult:
    return group_result_of(both())


def mean_of(sheets: tuple[Response, ...], theme_id: str) -> float:
    """The mean worked out on its own: answer by answer, person by person."""
    return fmean(
        fmean(
            25 * ((5 - answer.code) if item.reverse else (answer.code - 1))
            for item in shipped().items_of(theme_id)
            if (answer := one.answers[item.id])
        )
        for one in sheets
    )


def walked(value: Any) -> Iterator[Any]:
    """Everything that can be reached from a value, the questionnaire left out."""
    yield value
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            if field.name != "questionnaire":
                yield from walked(getattr(value, field.name))
    elif isinstance(value, Mapping):
        for key, inside in value.items():
            yield from walked(key)
            yield from walked(inside)
    elif isinstance(value, (tuple, list, set, frozenset)):
        for inside in value:
            yield from walked(inside)


def test_every_theme_has_both_views_and_whole_points(result: GroupResult) -> None:
    sheets = both()
    for theme in result.themes:
        for perspective in (LEADER, STAFF):
            value = theme.views[perspective]
            assert isinstance(value, Shown)
            assert value.mean == int(mean_of(sheets.of(perspective), theme.theme.id) + 0.5)


def test_leaders_and_staff_are_nowhere_one_number(result: GroupResult) -> None:
    assert set(result.overall) == {LEADER, STAFF}
    assert all(set(pillar.views) == {LEADER, STAFF} for pillar in result.pillars)


def test_staff_speak_first(result: GroupResult) -> None:
    assert result.headline is STAFF


def test_no_sheet_can_be_reached_from_the_result(result: GroupResult) -> None:
    assert [each for each in walked(result) if isinstance(each, (Response, Sheet, Answer, GroupRound))] == []


def test_no_number_of_people_has_a_decimal(result: GroupResult) -> None:
    """The practice index alone does: facts are not people."""
    bare = replace(result, practice=())

    assert [each for each in walked(bare) if isinstance(each, float) and each != int(each)] == []


def test_details_are_shown_from_ten_people_on(result: GroupResult) -> None:
    theme = result.theme("SS")
    leaders, staff = theme.views[LEADER], theme.views[STAFF]
    assert isinstance(leaders, Shown)
    assert isinstance(staff, Shown)

    assert (leaders.sd, leaders.median, leaders.favourable, leaders.favourable_range, leaders.classes) == (None,) * 5
    assert staff.sd is not None
    assert staff.median is not None
    assert staff.people_in is not None
    assert sum(part.people for part in staff.people_in.parts) == staff.n == 14
    assert leaders.people_in is None


def test_a_view_below_the_threshold_is_not_shown_and_neither_is_any_gap() -> None:
    result = group_result_of(both(leaders=4))

    for theme in result.themes:
        assert theme.views[LEADER] == FEW
        assert isinstance(theme.views[STAFF], Shown)
        assert theme.gap == FEW
        assert all(item.views[LEADER] == FEW for item in theme.items)
    assert result.overall[LEADER] == FEW
    assert "Leaders: fewer than five answered, so nothing of theirs is shown." in result.banners


def test_what_hidden_leaders_answered_changes_nothing_at_all() -> None:
    """Whoever holds the result cannot tell which of two sets of hidden sheets lies behind it."""
    staff = people(STAFF, 14, SS=2)
    facts = builders.facts({"K01": "no", "K15": "yes"})
    low, high = (
        group_round([*people(LEADER, 4, GI=point, SS=point), *staff], set_up=setup(6, 16), facts=facts)
        for point in (2, 4)
    )

    assert group_result_of(low) == group_result_of(high)


def test_hurried_sheets_of_a_hidden_view_are_not_counted_aloud() -> None:
    result = group_result_of(both(leaders=4, hurried={LEADER: 2, STAFF: 1}))

    assert [each.hurried for each in result.took] == [FEW, 1]
    assert "One sheet looks hurried; it is counted." in result.banners


def test_hurried_sheets_that_were_left_out_are_said_so() -> None:
    result = group_result_of(both(hurried={STAFF: 2}, left_out=True))

    assert "Two sheets looked hurried and were left out, before anybody saw a result." in result.banners


def test_nothing_is_shown_of_two_views_that_are_both_too_few() -> None:
    result = group_result_of(both(leaders=3, staff=4))

    assert result.headline is None
    assert result.story.rule == "too-few"
    assert not [each for each in walked(result) if isinstance(each, Shown)]
    assert (result.strengths, result.proposals, result.unseen) == ((), (), ())


def test_a_check_nobody_answered_is_said_and_not_refused() -> None:
    result = group_result_of(group_round([], set_up=setup(6, 16)))

    assert result.headline is None
    assert [each.n for each in result.took] == [0, 0]


def test_one_view_alone_is_the_headline_whatever_it_is() -> None:
    result = group_result_of(group_round(people(LEADER, 7), set_up=setup(8, 0)))

    assert result.headline is LEADER
    assert all(theme.gap is None for theme in result.themes)
    assert result.sentence.startswith("You ")


def test_answers_that_are_all_alike_are_not_shown() -> None:
    same = [sheet(STAFF, shipped(), {"SS": 2}) for _ in range(6)]
    result = group_result_of(group_round(same, set_up=setup(0, 6)))

    assert result.theme("SS").views[STAFF] == Suppressed(CLOSE_TOGETHER)


def test_the_short_form_has_pillars_and_no_themes() -> None:
    sheets = people(STAFF, 8, Form.PULSE)
    result = group_result_of(group_round(sheets, set_up=setup(0, 9, form=Form.PULSE)))

    assert all(isinstance(pillar.views[STAFF], Shown) for pillar in result.pillars)
    assert all(theme.views[STAFF] == TOO_SHORT for theme in result.themes)
    assert sum(len(theme.items) for theme in result.themes) == len(shipped().pulse)
    assert result.no_proposals.startswith("The short form asks too little")


def test_bands_go_below_sixty_per_cent_and_a_banner_says_so() -> None:
    result = group_result_of(group_round(people(STAFF, 8), set_up=setup(0, 14)))
    value = result.theme("GI").views[STAFF]

    assert isinstance(value, Shown)
    assert value.band == value.band_text == ""
    assert value.solidity is None
    assert result.banners[0].startswith("8 of 14 staff answered, fewer than six in ten")


def test_below_thirty_per_cent_they_are_views_of_those_who_answered() -> None:
    result = group_result_of(group_round(people(STAFF, 8), set_up=setup(0, 40)))

    assert "these are the views of those who did" in result.banners[0]


def test_the_guaranteed_range_is_that_of_all_who_were_invited(result: GroupResult) -> None:
    value = result.theme("SS").views[STAFF]
    assert isinstance(value, Shown)
    assert value.guaranteed is not None
    exact = mean_of(both().of(STAFF), "SS")

    assert value.guaranteed.low == int(14 * exact / 16 + 0.5)
    assert value.guaranteed.high == int((14 * exact + 200) / 16 + 0.5)
    assert f"and {value.guaranteed.low} to {value.guaranteed.high} if the two without" in result.theme("SS").sentence


def test_both_bands_stand_where_the_interval_crosses_a_cut(result: GroupResult) -> None:
    names = {value.band for theme in result.themes for value in theme.views.values() if isinstance(value, Shown)}

    assert any(" to " in name for name in names)


def test_a_gap_names_its_direction_and_nobody_as_right(result: GroupResult) -> None:
    gap = result.theme("SS").gap
    assert isinstance(gap, GapShown)

    assert gap.kind == "clear gap"
    assert gap.sentence.startswith(f"Leaders describe this {gap.difference} points higher than staff: a clear gap")
    assert result.theme("SS").conflict.startswith("Leaders describe more of this than staff do.")
    assert "right" not in gap.sentence + result.theme("SS").conflict


def test_the_other_direction_is_said_the_other_way_round() -> None:
    sheets = [*people(LEADER, 6, SS=2), *people(STAFF, 14, SS=4)]
    theme = group_result_of(group_round(sheets, set_up=setup(6, 14))).theme("SS")
    assert isinstance(theme.gap, GapShown)

    assert theme.gap.difference < 0
    assert theme.gap.sentence.startswith("Staff describe this")
    assert theme.conflict.startswith("Staff describe more of this than leaders do.")


def test_everyone_having_answered_is_said_instead_of_a_range() -> None:
    result = group_result_of(group_round(people(STAFF, 8), set_up=setup(0, 8)))

    assert "everyone invited has answered" in result.theme("GI").sentence


def test_two_camps_come_before_the_mean() -> None:
    sheets = [
        replace(one, answers={**one.answers, **only.answers})
        for one, only in zip(people(STAFF, 12), cycle((all_of("SS", 1), all_of("SS", 5))), strict=False)
    ]
    result = group_result_of(group_round(sheets, set_up=setup(0, 12)))
    value = result.theme("SS").views[STAFF]

    assert isinstance(value, Shown)
    assert value.spread is Spread.TWO_CAMPS
    assert result.theme("SS").sentence.startswith("Staff are in two camps.")


def test_facts_stand_against_what_leaders_believe() -> None:
    facts = builders.facts({"K20": "no", "K15": "yes", "K16": "no"})
    result = group_result_of(both(facts=facts))
    found = {fact.practice.id: fact for fact in result.facts if fact.contradiction}

    assert found["K15"].contradiction is not None
    assert found["K15"].contradiction.kind is ContradictionKind.BUILT_NOT_FELT
    assert found["K16"].contradiction is not None
    assert found["K16"].contradiction.kind is ContradictionKind.SAID_NOT_BUILT
    assert found["K16"].sentence.startswith("Leaders see Safe to speak often")


def test_without_leaders_to_show_the_only_view_is_what_is_believed() -> None:
    sheets = people(STAFF, 8, SS=2)
    result = group_result_of(group_round(sheets, set_up=setup(0, 8), facts=builders.facts({"K15": "yes"})))
    fact = next(each for each in result.facts if each.practice.id == "K15")

    assert fact.sentence.startswith("This is in place, yet staff see Safe to speak")


def test_a_theme_with_a_clear_gap_comes_with_listening_first(result: GroupResult) -> None:
    first = result.proposals[0]

    assert first.theme_id == "SS"
    assert first.suggestions[0].listening
    assert any("listening comes before acting" in each.sentence for each in first.reasons)


def test_speaking_in_public_waits_while_it_is_not_safe(result: GroupResult) -> None:
    assert [each.what for each in result.held_back if each.gate == "G1" and each.what == "RV"] == ["RV"]
    assert all(each.theme_id != "RV" for each in result.proposals)
    assert all(each.passed == 0 for each in result.held_back)


def test_words_and_deeds_go_first_where_promises_are_open() -> None:
    result = group_result_of(group_round(people(STAFF, 8, WD=2), set_up=setup(0, 8)))

    assert result.proposals[0].theme_id == "WD"
    assert not any(each.new_promise for one in result.proposals for each in one.suggestions)


def test_at_most_three_themes_are_offered_and_importance_moves_them() -> None:
    plain = both(staff=14)
    asked = replace(plain, setup=replace(plain.setup, importance={"BL": 3, "SS": 1}))
    reasons = [each.sentence for one in group_result_of(asked).proposals for each in one.reasons]

    assert len(group_result_of(plain).proposals) <= 3
    assert "It was set as less important before anybody saw a score, and is here all the same." in reasons


def all_of(theme_id: str, point: int) -> Response:
    """A sheet with the answers to one theme alone."""
    items = {item.id for item in shipped().items_of(theme_id)}
    whole = sheet(STAFF, shipped(), {theme_id: point})
    return replace(whole, answers={item: answer for item, answer in whole if item in items})


def unseeing(number: int, *items: str) -> list[Response]:
    return [
        replace(one, answers={**one.answers, **dict.fromkeys(items, Answer.DONT_KNOW)}) if at % 2 else one
        for at, one in enumerate(people(STAFF, number, SC=2))
    ]


def test_what_many_could_not_see_is_a_finding() -> None:
    result = group_result_of(group_round(unseeing(12, "SC2"), set_up=setup(0, 12)))

    assert [(each.item.id, each.n, each.dont_know) for each in result.unseen] == [("SC2", 12, 50)]


def test_two_such_questions_put_making_it_visible_first() -> None:
    result = group_result_of(group_round(unseeing(12, "SC2", "SC3"), set_up=setup(0, 12)))
    steady = next(each for each in result.proposals if each.theme_id == "SC")

    assert steady.suggestions[0].makes_visible
    assert any("making it visible comes before judging" in each.sentence for each in steady.reasons)


def test_a_strength_lies_usual_at_the_lower_end_undivided_and_without_a_gap() -> None:
    leaders = [*people(LEADER, 3, WD=5, SS=2), *people(LEADER, 3, WD=4, SS=2)]
    staff = [*people(STAFF, 7, WD=5, SS=2), *people(STAFF, 7, WD=4, SS=2)]
    result = group_result_of(group_round([*leaders, *staff], set_up=setup(6, 14)))

    assert [(each.theme_id, each.relative) for each in result.strengths] == [("WD", False)]
    assert result.strengths[0].question == "What do we do here that we could carry over to Safe to speak?"


def test_without_one_the_strongest_are_called_relatively_so(result: GroupResult) -> None:
    assert all(each.relative for each in result.strengths)
    assert len(result.strengths) == 2


def test_at_most_three_themes_carry_a_word(result: GroupResult) -> None:
    assert 1 <= sum(bool(theme.tag) for theme in result.themes) <= 3


def test_sheets_that_wait_are_said_without_their_scores() -> None:
    banner = group_result_of(both(waiting={STAFF: 2})).banners[-1]

    assert banner == (
        "Two more staff answered since this result was made. It stays as it was until at least five more have, "
        "so that nobody can be worked out."
    )


def test_where_enough_came_and_too_few_answered_some_question_that_is_said() -> None:
    banner = group_result_of(both(waiting={STAFF: 5})).banners[-1]

    assert banner == (
        "Five more staff answered since this result was made, but they are still too few, or too much alike, to hide "
        "each other at every question. It stays as it was until more have, so that nobody can be worked out."
    )


def test_where_some_joined_a_result_questions_are_told_coarsely_and_it_says_so() -> None:
    before, after = group_result_of(both()), group_result_of(both(joined_late=frozenset([STAFF])))

    assert after.banners[0].startswith("Some staff joined after a first result was shown.")
    one, two = (
        {item.item.id: item.views[STAFF] for theme in each.themes for item in theme.items} for each in (before, after)
    )
    told = [(one[each], value) for each, value in two.items() if isinstance(value, Shown)]
    assert len(told) > 5
    assert {(was.about, now.about, now.favourable, now.mean % 25) for was, now in told if isinstance(was, Shown)} == {
        (False, True, None, 0)
    }
    assert [each.views for each in before.themes] == [each.views for each in after.themes]


def test_notes_are_shown_from_ten_sheets_on_and_only_where_the_check_takes_them() -> None:
    notes = (GroupNote("SS1", "In the kitchen."),)

    assert group_result_of(both(notes=notes)).notes == notes
    assert group_result_of(both(leaders=2, staff=7, notes=notes)).notes == ()
    silent = replace(both(notes=notes), setup=replace(both().setup, notes=NotesUse.NONE))
    assert group_result_of(silent).notes == ()


def test_the_only_leader_is_compared_only_if_they_agreed() -> None:
    plain = both(leaders=1)
    agreed = replace(plain, setup=replace(plain.setup, one_leader_agreed=True))

    assert group_result_of(plain).one_leader == ""
    assert "of staff would be" in group_result_of(agreed).one_leader
    assert group_result_of(agreed).theme("SS").views[LEADER] == FEW


def test_two_leaders_are_never_set_beside_staff_one_by_one() -> None:
    plain = both(leaders=2)
    agreed = replace(plain, setup=replace(plain.setup, one_leader_agreed=True))

    assert group_result_of(agreed).one_leader == ""


def test_indices_of_agreement_are_told_of_a_hundred_people_and_not_of_ninety_nine() -> None:
    """Two decimals of them, beside exact questions, tell what the others answered where all lie close together."""
    told = {
        number: [each.agreement for each in group_result_of(both(leaders=5, staff=number)).technical]
        for number in (99, 100)
    }

    assert not any(told[99])
    assert any(each.startswith("rwg(J)") for each in told[100])


def test_the_appendix_says_why_there_is_no_alpha(result: GroupResult) -> None:
    lines = {(each.theme.id, each.perspective): each for each in result.technical}

    assert lines["SS", STAFF].reliability == "No alpha: fewer than 30 complete sheets."
    assert "after Holm" in lines["SS", STAFF].effect


def test_every_facilitator_text_belongs_to_a_theme_and_asks_something(result: GroupResult) -> None:
    assert set(result.together) == {theme.theme.id for theme in result.themes}
    assert "Ask both sides for two recent examples" in result.together["SS"]


def test_own_words_stand_in_place_of_the_rules_sentence() -> None:
    result = group_result_of(both(own_words="We talk, and we do not listen."))

    assert result.sentence == "We talk, and we do not listen."
    assert result.story.sentence != result.sentence


def test_the_same_sheets_in_another_order_give_the_same_result() -> None:
    plain = both()

    assert group_result_of(replace(plain, responses=plain.responses[::-1])) == group_result_of(plain)


def test_a_result_by_hand_is_a_whole_one() -> None:
    """The builder other tests rely on."""
    assert len(group_builders.group_result().themes) == 10


def test_a_theme_with_a_higher_target_comes_in_and_says_so() -> None:
    usual = both()
    assert [each.theme_id for each in group_result_of(usual).proposals] == ["SS", "SI", "SC"]

    aimed = replace(usual.setup, targets={"GI": 87.5, "SS": 62.5})
    shown = group_result_of(replace(usual, setup=aimed))

    assert [each.theme_id for each in shown.proposals] == ["SS", "GI", "SI"]
    reasons = [" ".join(one.sentence for one in each.reasons) for each in shown.proposals]
    said = [f"Its target was set at {each} before anybody saw a score." for each in ("62.5", "87.5")]
    assert [each in reason for each, reason in zip(said, reasons, strict=False)] == [True, True]
    assert "Its target" not in reasons[2]
    assert "how far below 87.5 a theme lies" in shown.proposals[1].rule
    rows = {row.name: row.target for row in (theme_row(shown, each) for each in shown.themes)}
    assert (rows["Good intent"], rows["Words and deeds"]) == (87.5, 75.0)
    assert about_target(shown) == "The dashed line is the target, set before anybody saw a score."
    assert about_target(group_result_of(usual)) == ""
    assert [theme_row(group_result_of(usual), each).target for each in shown.themes] == [None] * 10


def test_beside_numbers_of_two_languages_it_stands_that_words_may_matter() -> None:
    said = "Leaders answered in German, staff in English: part of a difference may be the words."
    german = FileCatalog().questionnaire(shipped().id, "de")
    of, few = both(), both(leaders=3)
    alike, two, hidden = (
        group_result_of(replace(each, setup=replace(each.setup, translated=read)))
        for each, read in ((of, {}), (of, {LEADER: german}), (few, {LEADER: german}))
    )

    assert said in two.banners
    assert (two.themes, two.pillars) == (alike.themes, alike.pillars)
    assert said not in (*alike.banners, *hidden.banners)
