"""How answers were given: runs, variability, inconsistency, and when a sheet looks hurried."""

from typing import Any

import pytest

from tests.builders import all_at, questionnaire, response
from tests.domain.oracle import oracle_questionnaire, oracle_response
from tests.oracles import oracle
from trustcheck.domain.questionnaire.model import Form
from trustcheck.domain.statistics.quality import longest_run_allowed, quality

REVERSE = [f"{theme}4" for theme in "ABCDEFGHIJ"]
FORTY = questionnaire({"people": dict.fromkeys("ABCDE", 4), "openness": dict.fromkeys("FGHIJ", 4)}, reverse=REVERSE)


def test_the_indices_of_six_people_agree_with_the_oracle() -> None:
    known: dict[str, Any] = oracle("01_scoring_full_form")
    asked = oracle_questionnaire(known["input"])

    for person, expected in known["expected"]["people"].items():
        found = quality(oracle_response(known["input"], person), asked, shown=known["input"]["items"])
        assert found.longstring == expected["quality"]["longstring"]
        assert found.variability == pytest.approx(expected["quality"]["irv"], abs=known["tolerance"])
        assert found.inconsistency == pytest.approx(expected["quality"]["inconsistency"], abs=known["tolerance"])


def test_only_the_person_who_answered_everything_alike_is_hasty() -> None:
    known: dict[str, Any] = oracle("01_scoring_full_form")
    asked = oracle_questionnaire(known["input"])

    hasty = [
        person
        for person in known["input"]["responses"]
        if quality(oracle_response(known["input"], person), asked, shown=known["input"]["items"]).is_hasty
    ]

    assert hasty == ["P4"]


def test_the_same_point_everywhere_raises_all_three_flags() -> None:
    found = quality(response({item.id: 4 for item in FORTY.items}), FORTY)

    assert found.flags == ("longstring", "variability", "inconsistency")
    assert found.is_hasty


def test_a_consistent_sheet_of_high_answers_is_not_hasty() -> None:
    found = quality(response(all_at(FORTY, 5)), FORTY)

    assert found.inconsistency == 0
    assert not found.is_hasty


def test_high_answers_to_both_kinds_of_questions_tell_yes_saying_from_a_good_place() -> None:
    often, seldom = ({item.id: point for item in FORTY.items} for point in (4, 2))

    assert quality(response(dict(often)), FORTY).plain_above_turned == 50
    assert quality(response(dict(seldom)), FORTY).plain_above_turned == -50
    assert quality(response(all_at(FORTY, 5)), FORTY).plain_above_turned == 0


def test_kinds_are_compared_only_where_half_is_answered_and_a_theme_has_both() -> None:
    few = {item.id: 5 for item in FORTY.items[:8]}
    plain = {item.id: 5 for item in FORTY.items if not item.reverse}

    assert quality(response(dict(few)), FORTY).plain_above_turned is None
    assert quality(response(dict(plain)), FORTY).plain_above_turned is None


def test_runs_follow_the_order_in_which_the_items_were_shown() -> None:
    asked = questionnaire({"people": {"A": 4}})
    given = response({"A1": 3, "A2": 2, "A3": 3, "A4": 2})

    assert quality(given, asked).longstring == 1
    assert quality(given, asked, shown=["A1", "A3", "A2", "A4"]).longstring == 2


@pytest.mark.parametrize("between", ["dk", "na", None])
def test_anything_but_a_point_ends_a_run(between: str | None) -> None:
    asked = questionnaire({"people": {"A": 5}})
    given: dict[str, int | str] = {"A1": 3, "A2": 3, "A4": 3, "A5": 3}
    if between:
        given["A3"] = between

    assert quality(response(given), asked).longstring == 2


def test_declined_items_in_a_row_are_no_run() -> None:
    asked = questionnaire({"people": {"A": 5}})

    assert quality(response({f"A{at}": "dk" for at in range(1, 6)}), asked).longstring == 0


def test_a_few_answers_alike_say_nothing_about_haste() -> None:
    found = quality(response({item.id: 4 for item in FORTY.items[:8]}), FORTY)

    assert found.variability == 0
    assert found.flags == ()


def test_without_answers_there_is_nothing_to_say() -> None:
    found = quality(response({}), FORTY)

    assert (found.longstring, found.variability, found.inconsistency, found.flags) == (0, None, None, ())


def test_a_pulse_is_judged_on_its_own_items() -> None:
    asked = questionnaire(pulse=["A1", "B1", "C1", "D1"], reverse=["A4"])
    given = {"A1": 2, "A4": 2, "B1": 2, "C1": 2, "D1": 2}

    found = quality(response(given, form=Form.PULSE), asked)

    assert found.longstring == 4
    assert found.inconsistency is None


@pytest.mark.parametrize(("asked", "run"), [(12, 10), (40, 20), (80, 40), (6, 5), (26, 15)])
def test_the_run_that_is_flagged_grows_in_proportion(asked: int, run: int) -> None:
    assert longest_run_allowed(asked) == run


def test_the_cuts_stretch_with_the_scale() -> None:
    shape = {"people": dict.fromkeys("ABCDE", 4), "openness": dict.fromkeys("FGHIJ", 4)}
    seven = questionnaire(shape, points=7, reverse=REVERSE)
    apart = {item.id: 5 for item in seven.items}  # turned: 3, two steps of six apart
    further = {item.id: 6 for item in seven.items}  # turned: 2, four steps of six apart

    assert "inconsistency" not in quality(response(apart), seven).flags
    assert "inconsistency" in quality(response(further), seven).flags
