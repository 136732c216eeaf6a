"""What a file of answers says of its people and its views, and what it keeps to itself."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pytest

from tests.builders import all_at, facts, questionnaire, response
from trustcheck.app.results.score_sheet import ScoreOptions, score_sheet
from trustcheck.domain.questionnaire.model import Form, Practice, Questionnaire
from trustcheck.exchange.tables.answers_file import AnswerSheets

ASKED = questionnaire(pulse=["A1", "B1", "C1", "D1"], practices=[Practice("K1", "A", "It is so.")])


def sheet(
    rows: Sequence[Mapping[str, int | str]],
    views: Sequence[str] | None = None,
    *,
    asked: Questionnaire = ASKED,
    form: Form = Form.FULL,
    known: Mapping[str, str] | None = None,
    **wanted: Any,
) -> dict[str, Any]:
    given = AnswerSheets(form, tuple(response(row, form=form) for row in rows), tuple(views or ["all"] * len(rows)))
    return score_sheet(given, asked, ScoreOptions(**wanted), None if known is None else facts(known))


def different(number: int) -> list[dict[str, int | str]]:
    return [all_at(ASKED, 1 + at % 5) for at in range(number)]


def test_one_row_is_one_persons_own_sheet() -> None:
    found = sheet([all_at(ASKED, 2, B1=5, B2=5)], known={"K1": "yes"})

    (person,) = found["people"]
    assert person["themes"] == {"A": 25.0, "B": 62.5, "C": 25.0, "D": 25.0}
    assert found["perspectives"] == {}
    assert found["priorities"] == ["A", "C"], "as many as one person is offered in the window"
    assert found["strengths"] == ["B", "D"]
    assert found["say_do"]["contradictions"] == [{"theme": "A", "fact": "K1", "kind": "written, not lived"}]


def test_several_people_are_listed_only_when_asked_for() -> None:
    assert "people" not in sheet(different(5))
    assert [each["row"] for each in sheet(different(5), people=True)["people"]] == [1, 2, 3, 4, 5]


def test_a_group_of_people_has_mean_spread_median_and_band() -> None:
    value = sheet(different(5))["perspectives"]["all"]["themes"]["A"]

    assert (value["n"], value["mean"], value["median"], value["band"]) == (5, 50.0, 50.0, "Patchy")
    assert value["sd"] == pytest.approx(np.std([0, 25, 50, 75, 100], ddof=1))


def test_below_the_threshold_every_value_of_a_view_is_gone_and_its_size_stays() -> None:
    found = sheet([*different(4), *different(6)], [*["leader"] * 4, *["staff"] * 6])["perspectives"]

    gone = {"suppressed": "fewer than 5 answers"}
    assert found["leader"] == {
        "n": 4,
        "invited": None,
        "hasty": gone,
        "themes": dict.fromkeys("ABCD", gone),
        "pillars": {"people": gone, "openness": gone},
        "overall": gone,
    }
    assert found["staff"]["overall"]["n"] == 6


def test_each_value_is_judged_by_its_own_number_of_people() -> None:
    rows = different(5)
    rows[0] |= dict.fromkeys(("A1", "A2", "A3"), "dk")

    found = sheet(rows)["perspectives"]["all"]

    assert found["themes"]["A"] == {"suppressed": "fewer than 5 answers"}
    assert found["themes"]["C"]["n"] == 5


def test_a_theme_that_is_not_shown_takes_another_with_it_where_the_pillar_would_tell_it() -> None:
    rows = different(5)
    rows[0] |= dict.fromkeys(("A1", "A2", "A3"), "dk")

    found = sheet(rows)["perspectives"]["all"]

    assert found["pillars"]["people"]["n"] == 5
    assert found["themes"]["B"] == {"suppressed": "fewer than 5 answers"}


def test_the_same_answer_from_everybody_is_not_shown() -> None:
    found = sheet([all_at(ASKED, 4, C1=1 + at % 5, D1=2 + at % 3) for at in range(6)])["perspectives"]["all"]["themes"]

    assert found["A"] == {"suppressed": "answers were close together"}
    assert "mean" in found["C"]


def test_a_suppressed_theme_contradicts_nothing() -> None:
    assert sheet(different(4), known={"K1": "no"})["say_do"]["contradictions"] == []


def test_a_low_response_has_no_band() -> None:
    few, enough = (
        sheet(different(6), invited={"all": invited})["perspectives"]["all"]["overall"] for invited in (11, 10)
    )

    assert (few["band"], few["band_range"]) == (None, None)
    assert few["guaranteed"] == pytest.approx([few["mean"] * 6 / 11, few["mean"] * 6 / 11 + 500 / 11])
    assert enough["band"] == "Patchy"


def test_a_pulse_has_no_themes() -> None:
    found = sheet(different(5), form=Form.PULSE, people=True)

    assert found["perspectives"]["all"]["themes"] is None
    assert found["people"][0]["themes"] is None
    assert "reliability" not in found


def test_reliability_comes_from_staff_and_from_thirty_complete_sheets_on() -> None:
    chance = np.random.default_rng(2)
    rows: list[dict[str, int | str]] = [
        {item.id: int(chance.integers(1, 6)) for item in ASKED.items} for _person in range(60)
    ]
    for row in rows[:31]:
        row["B1"] = "dk"

    found = sheet(rows, [*["staff"] * 59, "leader"])["reliability"]

    assert list(found) == ["staff"]
    assert list(found["staff"]) == ["A", "C", "D"]
    assert found["staff"]["A"]["omega"] is None
    assert found["staff"]["A"]["interval"][0] < found["staff"]["A"]["alpha"] < found["staff"]["A"]["interval"][1]
