"""One computation for a whole check: values, gaps, suppression, and an attack on what is shown."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import all_at, questionnaire, response
from tests.domain.oracle import oracle_questionnaire, oracle_response
from tests.domain.told_apart import tells
from tests.oracles import oracle
from tests.samples import sample
from trustcheck.domain.privacy.suppressed import CLOSE_TOGETHER, Suppressed, too_few
from trustcheck.domain.questionnaire.answers import Response
from trustcheck.domain.questionnaire.model import Form, Questionnaire
from trustcheck.domain.statistics.classes import Classes
from trustcheck.domain.statistics.gaps import Gap, gap
from trustcheck.domain.statistics.group_answers import coded, hurried, without_hurried
from trustcheck.domain.statistics.group_words import Solidity, Spread
from trustcheck.domain.statistics.groups import DontKnow, GroupScore, ItemScore
from trustcheck.domain.views.group_statistics import (
    GroupStatistics,
    group_statistics,
    leader_among_staff,
    statistics_of,
)
from trustcheck.domain.views.group_view import GroupTerms, ViewStatistics

ASKED = questionnaire(pulse=["A1", "A2", "B1", "C1", "D1", "D2"])
FEW, ALIKE = Suppressed(too_few(5)), Suppressed(CLOSE_TOGETHER)
Row = Mapping[str, int | str]


def statistics(
    rows: Sequence[Row], views: Sequence[str] | None = None, asked: Questionnaire = ASKED, **terms: Any
) -> GroupStatistics:
    return group_statistics(
        [response(row) for row in rows], views or ["all"] * len(rows), asked, Form.FULL, GroupTerms(**terms)
    )


def view(rows: Sequence[Row], **terms: Any) -> ViewStatistics:
    return statistics(rows, **terms).perspectives["all"]


def people(number: int, *, start: int = 0) -> list[dict[str, int | str]]:
    """People who differ from each other, and from item to item."""
    return [
        {item.id: 1 + (start + person + at * person) % 5 for at, item in enumerate(ASKED.items)}
        for person in range(number)
    ]


def score(found: ViewStatistics, theme_id: str) -> GroupScore:
    value = found.themes[theme_id]
    assert isinstance(value, GroupScore)
    return value


def item(found: ViewStatistics, item_id: str) -> ItemScore:
    value = found.items[item_id]
    assert isinstance(value, ItemScore)
    return value


def test_the_group_of_six_agrees_with_the_oracle() -> None:
    known = oracle("01_scoring_full_form")
    asked = oracle_questionnaire(known["input"])
    six = [oracle_response(known["input"], each) for each in known["input"]["responses"]]
    found = group_statistics(six, ["all"] * 6, asked, Form.FULL, GroupTerms()).perspectives["all"]

    for theme in asked.themes:
        value, expected = score(found, theme.id), known["expected"]["group"][theme.id]
        assert value.agreement is not None
        assert value.n == expected["n"]
        assert value.mean == pytest.approx(expected["mean"], abs=known["tolerance"])
        assert value.sd == pytest.approx(expected["sd"], abs=known["tolerance"])
        assert value.agreement.ad_mean * 25 == pytest.approx(expected["ADM_J_points"], abs=known["tolerance"])
    share = known["expected"]["group_favourable_share_item_GI1"]
    assert item(found, "GI1").n == share["n"]
    # Fewer than three answered otherwise, so that the count of the oracle is not told.
    assert share["n"] - share["favourable_4_or_5"] < 3
    assert item(found, "GI1").favourable is None


def test_a_theme_has_level_spread_band_and_how_firmly_that_stands() -> None:
    rows = [dict(all_at(ASKED, point), B1=3) for point in (2, 3, 3, 3, 3, 3, 3, 3, 3, 4)]
    value = score(view(rows, invited={"all": 12}), "A")

    assert (value.n, value.mean, value.median) == (10, 50, 50)
    assert value.classes == Classes(10)
    assert (value.band, value.band_range) == ("Patchy", "Patchy")
    assert value.solidity is Solidity.SOLID
    assert value.spread is Spread.MUCH_THE_SAME
    assert value.guaranteed is not None
    assert value.guaranteed.low == pytest.approx(500 / 12)
    assert value.guaranteed.high == pytest.approx(700 / 12)


def test_under_sixty_per_cent_of_the_invited_there_is_no_band_and_nothing_about_it() -> None:
    value = score(view(people(6), invited={"all": 11}), "A")

    assert (value.band, value.band_range, value.solidity) == (None, None, None)
    assert value.guaranteed is not None


def test_an_item_has_its_own_number_of_people_level_and_shares() -> None:
    rows = people(12)
    for at in range(4):
        rows[at]["A1"] = "dk"
    known = [row["A1"] for row in rows if row["A1"] != "dk"]
    value = item(view(rows), "A1")

    assert value.n == 8
    assert value.mean == pytest.approx(np.mean([25 * (int(point) - 1) for point in known]))
    assert value.dont_know == pytest.approx(4 / 12)
    assert value.favourable is not None
    assert value.favourable.count == sum(int(point) >= 4 for point in known) >= 3


def test_a_reverse_item_is_turned() -> None:
    asked = questionnaire(reverse=["A4"])
    rows = [dict(all_at(asked, 2 + at % 3), A4=1) for at in range(6)]
    rows[0]["A4"] = rows[1]["A4"] = 2

    value = statistics(rows, asked=asked).perspectives["all"].items["A4"]

    assert isinstance(value, ItemScore)
    assert value.mean == pytest.approx((4 * 100 + 2 * 75) / 6)


def test_what_people_could_not_see_is_counted_even_where_too_few_could_answer() -> None:
    rows = people(8)
    for row in rows[:5]:
        row["A1"] = "dk"
    found = view(rows)

    assert found.items["A1"] == FEW
    assert found.dont_know["A1"] == DontKnow(asked=8, count=5)
    assert found.dont_know["A2"].share == 0


def test_fewer_than_five_who_could_not_see_say_nothing() -> None:
    assert view(people(4), threshold=3).dont_know == {}


def test_a_view_below_the_threshold_keeps_its_size_and_nothing_else() -> None:
    found = statistics([*people(4), *people(7)], [*["leader"] * 4, *["staff"] * 7])
    leaders = found.perspectives["leader"]

    values = [*leaders.themes.values(), *leaders.pillars.values(), *leaders.items.values()]
    assert {*values, leaders.overall, leaders.hasty} == {FEW}
    assert leaders.n == 4
    assert leaders.dont_know == {}
    assert set(found.gaps.values()) == set(found.pillar_gaps.values()) == {FEW}
    assert found.headline == "staff"


def test_staff_speak_first_and_leaders_where_staff_may_not_be_shown() -> None:
    assert statistics([*people(6), *people(4)], [*["leader"] * 6, *["staff"] * 4]).headline == "leader"
    assert statistics([*people(4), *people(4)], [*["leader"] * 4, *["staff"] * 4]).headline is None
    assert statistics([*people(4), *people(4)], [*["leader"] * 4, *["staff"] * 4]).first is None


def test_gaps_are_leaders_minus_staff_over_the_people_with_a_score() -> None:
    rows = [*[all_at(ASKED, 3 + at % 3, B1=3) for at in range(6)], *[all_at(ASKED, 1 + at % 3) for at in range(9)]]
    rows[0] |= dict.fromkeys(("A1", "A2", "A3"), "dk")
    found = statistics(rows, [*["leader"] * 6, *["staff"] * 9]).gaps["A"]
    leaders = sample([75, 100, 50, 75, 100])
    alone = gap(leaders, sample([0, 25, 50] * 3))

    assert isinstance(found, Gap)
    assert found.difference == alone.difference
    assert found.interval == alone.interval
    assert found.chance.p == alone.chance.p


def test_one_perspective_has_no_gaps_and_a_single_leader_is_never_compared() -> None:
    assert statistics(people(9)).gaps == {}
    assert statistics([*people(1), *people(9)], [*["leader"], *["staff"] * 9], threshold=3).gaps == {}


def test_a_gap_goes_with_either_side() -> None:
    alike = dict.fromkeys(("A1", "A2", "A3", "A4"), 4)
    rows = [*[row | alike for row in people(6)], *people(9)]
    found = statistics(rows, [*["leader"] * 6, *["staff"] * 9])

    assert found.perspectives["leader"].themes["A"] == ALIKE
    assert found.gaps["A"] == ALIKE
    assert isinstance(found.pillar_gaps["people"], Gap)


def test_below_ten_people_an_item_that_all_answered_alike_takes_its_neighbour_along() -> None:
    for alike, beside in (("A1", "A2"), ("A4", "A3")):
        found = view([dict(row, **{alike: 5, "B1": 1 + at % 5}) for at, row in enumerate(people(9))])

        assert {each for each in ("A1", "A2", "A3", "A4") if found.items[each] == ALIKE} == {alike, beside}


def test_an_item_that_all_but_one_answered_alike_is_hidden_like_one_that_all_did() -> None:
    found = view([dict(row, A1=5 if at else 2, B1=1 + at % 5) for at, row in enumerate(people(9))])

    assert found.items["A1"] == found.items["A2"] == ALIKE


def test_a_theme_goes_under_the_reason_of_the_one_for_whose_sake_it_is_hidden() -> None:
    """Else the reason would tell which of the two it was."""
    found = view([dict(row, A1=5, A2=5, A3=5, A4=5) for row in people(9)])

    assert found.themes["A"] == found.themes["B"] == ALIKE


def test_below_five_answers_a_question_is_not_told_whatever_the_threshold() -> None:
    found = view(people(4), threshold=3)

    assert isinstance(found.themes["A"], GroupScore)
    assert {found.items[each.id] for each in ASKED.items} == {FEW}


def test_an_item_that_all_answered_alike_is_not_shown_and_neither_is_any_other_of_its_theme() -> None:
    found = view([dict(row, A1=5, B1=1 + at % 5) for at, row in enumerate(people(12))])

    assert {found.items[each] for each in ("A1", "A2", "A3", "A4")} == {ALIKE}
    assert score(found, "A").n == 12
    assert not isinstance(found.items["B1"], Suppressed)


def test_nobody_can_tell_which_item_all_answered_alike_nor_at_which_point() -> None:
    """The same people's scores with the item at another place and another point: not a bit of it can be seen."""
    low = view([dict(row, A1=1, A2=2 + at % 3, A3=2 + at % 3, A4=3) for at, row in enumerate(people(9))])
    high = view([dict(row, A1=2 + at % 3, A2=2, A3=2 + at % 3, A4=2) for at, row in enumerate(people(9))])

    assert score(low, "A").mean == score(high, "A").mean
    assert score(low, "A").interval == score(high, "A").interval
    assert {each: low.items[each] for each in ("A1", "A2", "A3", "A4")} == {
        each: high.items[each] for each in ("A1", "A2", "A3", "A4")
    }


def test_an_item_of_too_few_people_keeps_that_reason_beside_one_that_all_answered_alike() -> None:
    rows = [dict(row, A1=5) for row in people(9)]
    for row in rows[:5]:
        row["A2"] = "dk"

    assert (view(rows).items["A1"], view(rows).items["A2"]) == (ALIKE, FEW)


def test_in_the_short_form_the_items_of_the_pillar_go_with_one_that_all_answered_alike() -> None:
    first = next(each for each in ASKED.pulse if ASKED.theme_by_id[ASKED.item_by_id[each].theme].pillar == "people")
    rows = [response(dict(row, **{first: 4}), form=Form.PULSE) for row in people(8)]
    found = group_statistics(rows, ["all"] * 8, ASKED, Form.PULSE, GroupTerms()).perspectives["all"]
    inside = [e for e in ASKED.pulse if ASKED.theme_by_id[ASKED.item_by_id[e].theme].pillar == "people"]

    assert isinstance(found.pillars["people"], GroupScore)
    assert {found.items[each] for each in inside} == {ALIKE}


def test_people_with_one_and_the_same_score_are_not_shown_however_they_came_to_it() -> None:
    """Everybody at 50 by other answers: the mean, with an interval of no width, would be everybody's own score."""
    points = [2, 4, 3, 3]
    rows = [
        dict(row, **{f"A{place + 1}": points[(place + at) % 4] for place in range(4)})
        for at, row in enumerate(people(7))
    ]
    found = view(rows)

    assert found.themes["A"] == ALIKE
    assert {found.items[each] for each in ("A1", "A2", "A3", "A4")} == {ALIKE}


def test_the_items_of_a_theme_that_is_not_shown_are_not_shown() -> None:
    rows = people(5)
    rows[0] |= dict.fromkeys(("A1", "A2", "A3"), "dk")
    found = view(rows)

    assert found.themes["A"] == FEW
    assert {found.items[each] for each in ("A1", "A2", "A3", "A4")} == {FEW}


def test_the_overall_number_goes_with_a_pillar() -> None:
    rows = [dict(row, **dict.fromkeys(("A1", "A2", "A3", "A4", "B1", "B2", "B3", "B4"), 4)) for row in people(9)]
    found = view(rows)

    assert found.pillars["people"] == ALIKE
    assert isinstance(found.pillars["openness"], GroupScore)
    assert found.overall == FEW


def test_a_pulse_has_pillars_and_the_items_that_were_asked() -> None:
    rows = [response(row, form=Form.PULSE) for row in people(8)]
    found = group_statistics(rows, ["all"] * 8, ASKED, Form.PULSE, GroupTerms())

    assert found.perspectives["all"].themes == {}
    assert list(found.perspectives["all"].items) == list(ASKED.pulse)
    assert found.reliability == {}


def test_coded_sheets_give_the_same_as_responses() -> None:
    rows = [response(row) for row in [*people(6), *people(9, start=2)]]
    views = [*["leader"] * 6, *["staff"] * 9]

    assert statistics_of(coded(rows, views, ASKED, Form.FULL), ASKED, GroupTerms()) == group_statistics(
        rows, views, ASKED, Form.FULL, GroupTerms()
    )


def test_hurried_sheets_are_counted_and_can_be_left_out() -> None:
    asked = questionnaire(
        {"people": dict.fromkeys("ABCDE", 4), "openness": dict.fromkeys("FGHIJ", 4)},
        reverse=[f"{theme}4" for theme in "ABCDEFGHIJ"],
    )
    rows = [response(all_at(asked, 2 + 2 * (at % 2))) for at in range(7)] + [
        response(dict.fromkeys(asked.order, 4))
    ] * 2
    answers = coded(rows, ["all"] * 9, asked, Form.FULL)
    left = statistics_of(without_hurried(answers, asked), asked, GroupTerms()).perspectives["all"]

    assert hurried(answers, asked).tolist() == [False] * 7 + [True] * 2
    assert statistics_of(answers, asked, GroupTerms()).perspectives["all"].hasty == 2
    assert (left.n, left.hasty) == (7, 0)


def test_one_leader_sees_what_share_of_staff_would_score_lower() -> None:
    staff = [response(row) for row in people(9)]
    found = leader_among_staff(response(all_at(ASKED, 5, B1="dk", B2="dk", B3="dk")), staff, ASKED, Form.FULL)

    assert list(found) == ["A", "C", "D"]
    assert all(0.5 < share < 1 for share in found.values())
    assert leader_among_staff(response(all_at(ASKED, 5)), staff[:4], ASKED, Form.FULL) == {}


ANSWER = st.sampled_from([1, 2, 3, 3, 4, 4, 5, "dk", "na"])


@st.composite
def checks(draw: st.DrawFn) -> list[Response]:
    """Small groups that skip much and agree often."""
    number = draw(st.integers(3, 9))
    alike = draw(st.sets(st.sampled_from(list(ASKED.order)), max_size=8))
    rows = []
    for _person in range(number):
        given = {each: 4 if each in alike else draw(ANSWER) for each in ASKED.order}
        rows.append(response({each: answer for each, answer in given.items() if draw(st.integers(0, 11))}))
    return rows


def told(parts: Sequence[str], shown: Mapping[str, object], *, whole: bool) -> list[str]:
    """The parts that follow from the shown parts, and from the whole where that is shown, by linear algebra."""
    rows = [[float(each == name) for each in parts] for name in parts if not isinstance(shown[name], Suppressed)]
    rows += [[1.0] * len(parts)] if whole else []
    return [
        name
        for name in parts
        if isinstance(shown[name], Suppressed) and tells(rows, [float(each == name) for each in parts])
    ]


@settings(max_examples=120, deadline=None)
@given(checks(), st.integers(3, 6))
def test_no_hidden_theme_or_item_follows_from_what_is_shown(rows: list[Response], threshold: int) -> None:
    found = group_statistics(rows, ["all"] * len(rows), ASKED, Form.FULL, GroupTerms(threshold)).perspectives["all"]

    for pillar in ASKED.pillars:
        inside = [theme.id for theme in ASKED.themes_of(pillar.id)]
        answered = [each for each in inside if any_answers(rows, each)]
        assert told(answered, found.themes, whole=isinstance(found.pillars[pillar.id], GroupScore)) == []
    for theme in ASKED.themes:
        items = [each.id for each in ASKED.items_of(theme.id) if any(_points(row, each.id) for row in rows)]
        if isinstance(found.themes[theme.id], Suppressed):
            assert all(isinstance(found.items[each.id], Suppressed) for each in ASKED.items_of(theme.id))
        else:
            assert told(items, found.items, whole=True) == []
    if not isinstance(found.overall, Suppressed):
        assert all(isinstance(each, GroupScore) for each in found.pillars.values())


@settings(max_examples=120, deadline=None)
@given(checks(), st.integers(3, 6))
def test_no_hidden_item_of_the_short_form_follows_from_its_pillar(rows: list[Response], threshold: int) -> None:
    rows = [Response(row.perspective, Form.PULSE, row.answers) for row in rows]
    found = group_statistics(rows, ["all"] * len(rows), ASKED, Form.PULSE, GroupTerms(threshold)).perspectives["all"]

    for pillar in ASKED.pillars:
        asked = [each for each in ASKED.pulse if ASKED.theme_by_id[ASKED.item_by_id[each].theme].pillar == pillar.id]
        answered = [each for each in asked if any(_points(row, each) for row in rows)]
        if isinstance(found.pillars[pillar.id], Suppressed):
            assert all(isinstance(found.items[each], Suppressed) for each in asked)
        else:
            assert told(answered, found.items, whole=True) == []


@settings(max_examples=120, deadline=None)
@given(checks(), st.integers(3, 6))
def test_no_shown_value_rests_on_fewer_people_than_the_threshold(rows: list[Response], threshold: int) -> None:
    found = group_statistics(rows, ["all"] * len(rows), ASKED, Form.FULL, GroupTerms(threshold)).perspectives["all"]

    for value in (*found.themes.values(), *found.pillars.values(), found.overall, *found.items.values()):
        assert isinstance(value, Suppressed) or value.n >= threshold


def any_answers(rows: Sequence[Response], theme_id: str) -> bool:
    """Whether anybody has a score of the theme: two points or more, and at least half of those that apply."""
    for row in rows:
        items = [each.id for each in ASKED.items_of(theme_id)]
        points = sum(_points(row, each) for each in items)
        gone = sum((answer := row.answer(each)) is not None and answer.code == -2 for each in items)
        if points >= 2 and 2 * points >= len(items) - gone:
            return True
    return False


def _points(row: Response, item_id: str) -> bool:
    answer = row.answer(item_id)
    return answer is not None and answer.is_point
