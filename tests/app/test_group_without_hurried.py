"""What a result says of its hurried sheets: what would read otherwise without them, and nothing of a few people."""

from collections.abc import Sequence

from tests import builders
from tests.group_builders import LEADER, STAFF, group_round, people, setup, shipped
from trustcheck.app.portraits.result import group_result_of
from trustcheck.app.results.group import GroupResult, Shown
from trustcheck.domain.privacy.suppressed import Suppressed
from trustcheck.domain.questionnaire.answers import Response
from trustcheck.domain.questionnaire.model import Form, Perspective


def hasty(number: int, perspective: Perspective = STAFF) -> list[Response]:
    """Sheets that look hurried: the same point to every question, whichever way it is asked."""
    same = builders.answers(dict.fromkeys(shipped().asked(Form.FULL), 4))
    return [Response(perspective, Form.FULL, same) for _at in range(number)]


def result(sheets: Sequence[Response], hurried: dict[Perspective, int], *, left_out: bool = False) -> GroupResult:
    of = {each: sum(one.perspective is each for one in sheets) for each in (LEADER, STAFF)}
    asked = setup(of[LEADER], of[STAFF])
    return group_result_of(group_round(sheets, set_up=asked, hurried=hurried, left_out=left_out))


def test_what_would_read_otherwise_is_said_with_both_numbers() -> None:
    sheets = people(STAFF, 12, SS=2)
    both = result([*sheets, *hasty(6)], {STAFF: 6})
    rest = result(sheets, {})

    [told] = both.without_hurried
    before, after = both.theme("SS").views[STAFF], rest.theme("SS").views[STAFF]
    assert isinstance(before, Shown)
    assert isinstance(after, Shown)
    assert told.perspective is STAFF
    assert told.sentence == "Staff: without the six hurried sheets this would read otherwise."
    assert f"Safe to speak: {before.mean} ({before.band}) with them, {after.mean} ({after.band}) without" in told.moved


def test_what_keeps_its_band_and_moves_by_less_than_five_points_is_not_listed() -> None:
    sheets = people(STAFF, 12, SS=2)
    both = result([*sheets, *hasty(6)], {STAFF: 6})
    rest = result(sheets, {})

    [told] = both.without_hurried
    for theme in both.themes:
        before, after = theme.views[STAFF], rest.theme(theme.theme.id).views[STAFF]
        if isinstance(before, Shown) and isinstance(after, Shown) and abs(before.mean - after.mean) >= 5:
            assert any(line.startswith(f"{theme.theme.name}: {before.mean} ") for line in told.moved)
        elif isinstance(before, Suppressed) or isinstance(after, Suppressed) or before.band_text == after.band_text:
            assert not any(line.startswith(f"{theme.theme.name}: ") for line in told.moved)


def test_where_nothing_would_change_that_is_said() -> None:
    told = result([*people(STAFF, 90), *hasty(5)], {STAFF: 5}).without_hurried

    assert [each.moved for each in told] == [()]
    assert told[0].sentence.startswith("Staff: without the five hurried sheets nothing would read otherwise")


def test_of_a_few_hurried_sheets_there_is_the_count_and_why_there_is_no_more() -> None:
    found = result([*people(STAFF, 12, SS=1), *hasty(2)], {STAFF: 2})

    [told] = found.without_hurried
    assert told.moved == ()
    assert told.sentence == (
        "Staff: two sheets look hurried. Leaving them out would show what single people answered, so there is no"
        " result without them."
    )
    assert "Two sheets look hurried; they are counted." in found.banners


def test_one_hurried_sheet_is_spoken_of_as_one() -> None:
    [told] = result([*people(STAFF, 13), *hasty(1)], {STAFF: 1}).without_hurried

    assert told.sentence.startswith("Staff: one sheet looks hurried. Leaving it out would show")


def test_each_view_has_its_own_and_a_hidden_one_has_none() -> None:
    sheets = [*people(LEADER, 7), *hasty(1, LEADER), *people(STAFF, 8), *hasty(6)]
    assert [each.perspective for each in result(sheets, {LEADER: 1, STAFF: 6}).without_hurried] == [LEADER, STAFF]

    few = [*people(LEADER, 3), *hasty(1, LEADER), *people(STAFF, 8), *hasty(6)]
    assert [each.perspective for each in result(few, {LEADER: 1, STAFF: 6}).without_hurried] == [STAFF]


def test_where_too_few_of_the_invited_answered_no_band_is_named() -> None:
    sheets = [*people(STAFF, 8, SS=1), *hasty(6)]
    found = group_result_of(group_round(sheets, set_up=setup(0, 40), hurried={STAFF: 6}))

    [told] = found.without_hurried
    assert told.moved
    assert not any("(" in line for line in told.moved)


def test_sheets_that_were_left_out_are_not_spoken_of_twice() -> None:
    assert result(people(STAFF, 8), {STAFF: 6}, left_out=True).without_hurried == ()


def test_without_hurried_sheets_there_is_nothing_to_say() -> None:
    assert result(people(STAFF, 8), {}).without_hurried == ()
