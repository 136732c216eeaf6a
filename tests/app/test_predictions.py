"""What leaders thought staff would answer: told like a question, beside what both answered, and never a verdict."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import product
from pathlib import Path

import pytest

from tests.group_builders import LEADER, STAFF, group_round, people, setup, shipped
from trustcheck.app.carrying.export_making import closed_check
from trustcheck.app.json_decode import plain
from trustcheck.app.portraits.result import group_result_of
from trustcheck.app.ports import NewGroupRound
from trustcheck.app.presenting.predictions import awaits_staff, prediction_rows, predicts, unforeseen_sentence
from trustcheck.app.report_options import ReportOptions
from trustcheck.app.results.group import GroupResult, PredictionShown, Shown
from trustcheck.app.workshop.slides import deck
from trustcheck.domain.checks.group_round import Sheet
from trustcheck.domain.privacy.suppressed import CLOSE_TOGETHER, JOINED_LATE, Suppressed, too_few
from trustcheck.domain.questionnaire.answers import Response, SaidBeside
from trustcheck.domain.statistics.group_words import GapKind
from trustcheck.report.sections.group.outline import group_outline
from trustcheck.storage.store import SqliteStore, open_store

GUESSED = (4, 4, 5, 4, 3, 5, 4)
"""Around *often*, never all alike."""


def result(
    leaders: int = 6, staff: int = 14, guesses: Sequence[int] = GUESSED, *, threshold: int = 5, **more: object
) -> GroupResult:
    """Staff see little of SS; leaders expect the same of every theme, and each theme's guesses begin elsewhere."""
    leads = guessing(people(LEADER, leaders, SS=4), guesses)
    asked = replace(setup(leaders, staff, threshold=threshold), guesses=True)
    return group_result_of(group_round([*leads, *people(STAFF, staff, SS=2)], set_up=asked, **more))


def guessing(responses: Sequence[Response], guesses: Sequence[int]) -> list[Response]:
    found = []
    for at, each in enumerate(responses):
        own = {theme.id: guesses[(at + place) % len(guesses)] for place, theme in enumerate(shipped().themes)}
        found.append(replace(each, beside=SaidBeside(guesses=own)))
    return found


def of(found: GroupResult, theme_id: str) -> PredictionShown | Suppressed:
    return next(each.value for each in found.predictions if each.theme.id == theme_id)


def test_belief_prediction_and_experience_stand_in_one_row_with_how_far_the_guess_was_off() -> None:
    found = result()
    value = of(found, "SS")
    views = found.theme("SS").views

    assert isinstance(value, PredictionShown)
    assert (value.n, value.guess, value.about) == (6, 75, True)
    assert isinstance(views[STAFF], Shown)
    assert value.difference == value.guess - views[STAFF].mean > 25
    assert value.kind is GapKind.CLEAR
    assert value.interval is not None
    assert value.interval.low > 0
    row = next(each for each in prediction_rows(found) if each.name == found.theme("SS").theme.name)
    assert isinstance(views[LEADER], Shown)
    assert (row.belief, row.guess, row.staff) == (views[LEADER].mean, 75, views[STAFF].mean)


def test_one_sentence_says_what_leaders_did_not_see_coming() -> None:
    words = unforeseen_sentence(result())

    name = result().theme("SS").theme.name
    assert words.startswith(f"Leaders did not see coming how little staff see of {name}: they expected about 75 of 100")


def test_where_every_guess_was_near_that_is_said_and_nothing_is_praised() -> None:
    found = result()
    near = [
        replace(each, value=replace(each.value, difference=9, kind=GapKind.SIMILAR))
        for each in found.predictions
        if isinstance(each.value, PredictionShown)
    ]
    words = unforeseen_sentence(replace(found, predictions=tuple(near)))

    assert (
        words
        == "Leaders foresaw what staff would say: no guess that is shown is off by 12.5 points (half an answer step)."
    )


def test_from_ten_leaders_on_a_guess_stands_exactly_and_before_only_the_nearest_answer() -> None:
    many = of(result(leaders=10), "SS")

    assert isinstance(many, PredictionShown)
    assert (many.about, many.guess % 25 != 0) == (False, True)


@pytest.mark.parametrize(("leaders", "staff", "threshold"), [(3, 14, 3), (4, 14, 4)])
def test_of_fewer_than_five_leaders_no_guess_is_told_whatever_the_threshold(
    leaders: int, staff: int, threshold: int
) -> None:
    found = result(leaders, staff, threshold=threshold)

    assert {each.value for each in found.predictions} == {Suppressed(too_few(5))}
    assert not predicts(found)
    assert unforeseen_sentence(found) == ""


@pytest.mark.parametrize("guesses", [(4,), (4, 4, 4, 4, 4, 4, 2)])
def test_guesses_that_are_alike_or_alike_but_for_one_are_not_told(guesses: tuple[int, ...]) -> None:
    found = result(leaders=7, guesses=guesses)

    assert {each.value for each in found.predictions} == {Suppressed(CLOSE_TOGETHER)}


def test_a_guess_of_which_one_theme_is_alike_takes_its_neighbour_along() -> None:
    ids = [theme.id for theme in shipped().themes]
    sheets = [
        replace(
            each,
            beside=SaidBeside(guesses={id_: 4 if id_ == ids[0] else GUESSED[(at + 1) % 7] for id_ in ids}),
        )
        for at, each in enumerate(people(LEADER, 7, SS=4))
    ]
    whole = group_round([*sheets, *people(STAFF, 14)], set_up=replace(setup(7, 14), guesses=True))
    found = group_result_of(whole)

    assert of(found, ids[0]) == of(found, ids[1]) == Suppressed(CLOSE_TOGETHER)
    assert isinstance(of(found, ids[2]), PredictionShown)


def test_where_leaders_joined_a_result_that_was_shown_their_guesses_are_not_told() -> None:
    found = result(joined_late=frozenset([LEADER]))

    assert {each.value for each in found.predictions} == {Suppressed(JOINED_LATE)}


def test_nothing_is_told_where_staff_are_too_few_or_nobody_was_asked() -> None:
    assert not predicts(result(staff=4))
    assert group_result_of(group_round([*people(LEADER, 6), *people(STAFF, 9)], set_up=setup(6, 9))).predictions == ()


def test_the_interval_and_the_class_come_from_what_is_told_so_that_no_guess_can_be_read_off_them() -> None:
    """Every set of guesses that reads alike gives the very same result, to the last word."""
    told: dict[str, set[str]] = {}
    for extra in product((3, 4, 5), repeat=2):
        found = result(leaders=7, guesses=(4, 4, 5, 3, 4, *extra))
        values = [each.value for each in found.predictions]
        if all(isinstance(each, PredictionShown) for each in values):
            told.setdefault(repr([each.guess for each in values if isinstance(each, PredictionShown)]), set()).add(
                repr(found.predictions)
            )
    assert told
    assert all(len(each) == 1 for each in told.values())


def test_the_wall_the_report_and_an_export_say_it_and_carry_it() -> None:
    found = result()
    slide = next(each for each in deck(found) if each.id == "expected")
    outline = group_outline(found, ReportOptions(date(2026, 11, 30)), 480)
    section = next(each for each in outline.sections if each.id == "predictions")

    assert unforeseen_sentence(found) in slide.told
    assert section.title == unforeseen_sentence(found).rstrip(".")
    leads = guessing(people(LEADER, 6), GUESSED)
    whole = group_round([*leads, *people(STAFF, 9)], set_up=replace(setup(6, 9), guesses=True))
    carried = plain(closed_check(whole).result, {})
    assert len(carried["predictions"]) == len(shipped().themes)


def test_staff_answer_months_later_and_then_the_guesses_of_before_stand_beside_them(tmp_path: Path) -> None:
    store: SqliteStore = open_store(f"{tmp_path}/mine.trustcheck")
    try:
        organisation = store.organisations.add("Northgate Housing")
        asked = replace(setup(6, 9), guesses=True)
        round_id = store.groups.prepare(NewGroupRound(organisation, shipped(), asked, date(2026, 3, 2)))
        store.groups.open(round_id)
        store.sheets.add(round_id, [Sheet(each) for each in guessing(people(LEADER, 6, SS=4), GUESSED)])
        store.groups.close(round_id, date(2026, 3, 3))
        before = group_result_of(store.groups.round(round_id))
        store.groups.reopen(round_id)
        store.sheets.add(round_id, [Sheet(each) for each in people(STAFF, 9, SS=2)])
        store.groups.close(round_id, date(2026, 9, 3))
        after = group_result_of(store.groups.round(round_id))
    finally:
        store.close()

    assert "once staff have answered" in awaits_staff(before)
    assert not before.predictions
    assert awaits_staff(after) == ""
    assert isinstance(of(after, "SS"), PredictionShown)
