"""``trustcheck score``: what stands in the JSON, what is held back, and what is refused."""

import csv
import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.cli.commands import Run
from tests.oracles import oracle

Row = Mapping[str, object]


@pytest.fixture
def answers_file(tmp_path: Path) -> Path:
    return tmp_path / "answers.csv"


def write(path: Path, rows: Sequence[Row]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return path


def people(number: int, perspective: str = "staff", shift: int = 0) -> list[Row]:
    """Rows with all items of Good intent answered, differently from person to person."""
    return [
        {"perspective": perspective, "GI1": 1 + (at + shift) % 5, "GI2": 1 + (at + 2) % 5, "GI3": 4, "GI4": 2}
        for at in range(number)
    ]


def sheet(run: Run, *words: object) -> dict[str, Any]:
    done = run("score", *words, "--json")
    assert done.code == 0, done.err
    found: dict[str, Any] = json.loads(done.out)
    return found


def test_six_people_get_the_scores_worked_out_beforehand(run: Run, answers_file: Path) -> None:
    known = oracle("01_scoring_full_form")
    codes = {"DK": "dk", "NA": "na", None: ""}
    rows = [
        dict(zip(known["input"]["items"], (codes.get(cell, cell) for cell in answers), strict=True))
        for answers in known["input"]["responses"].values()
    ]

    found = sheet(run, write(answers_file, rows), "--people")

    for person, expected in zip(found["people"], known["expected"]["people"].values(), strict=True):
        assert person["themes"] == pytest.approx(expected["dimensions"], abs=known["tolerance"])
        assert person["pillars"] == pytest.approx(expected["pillars"], abs=known["tolerance"])
        assert person["overall"] == pytest.approx(expected["overall"], abs=known["tolerance"])
    group = found["perspectives"]["all"]
    assert group["n"] == len(rows)
    for theme, expected in known["expected"]["group"].items():
        value = {key: group["themes"][theme][key] for key in ("n", "mean", "sd")}
        assert value == pytest.approx({key: expected[key] for key in value}, abs=known["tolerance"])


def test_six_people_get_the_pulse_worked_out_beforehand(run: Run, answers_file: Path) -> None:
    known = oracle("01_scoring_full_form")
    codes = {"DK": "dk", "NA": "na", None: ""}
    pulse = {item for pillar in known["input"]["pulse_items"].values() for item in pillar}
    rows = [
        {
            item: codes.get(cell, cell)
            for item, cell in zip(known["input"]["items"], answers, strict=True)
            if item in pulse
        }
        for answers in known["input"]["responses"].values()
    ]

    found = sheet(run, write(answers_file, rows), "--people")

    assert found["form"] == "pulse"
    for person, expected in zip(found["people"], known["expected"]["people"].values(), strict=True):
        assert person["themes"] is None
        assert {**person["pillars"], "overall": person["overall"]} == pytest.approx(expected["pulse"], abs=1e-8)
    assert found["perspectives"]["all"]["themes"] is None


def test_one_row_is_that_persons_own_sheet(run: Run, sample_answers: Path, sample_facts: Path) -> None:
    found = sheet(run, sample_answers, "--facts", sample_facts)

    assert [person["row"] for person in found["people"]] == [1]
    assert found["people"][0]["perspective"] == "leader"
    assert found["perspectives"] == {}
    assert found["questionnaire"] == {"id": "trust-and-openness", "version": "1.1.0"}
    assert {each["kind"] for each in found["say_do"]["contradictions"]} == {"said, not built", "written, not lived"}
    assert found["say_do"]["pillars"]["people"]["known"] == 8
    assert found["priorities"]
    assert found["strengths"]


def test_leaders_and_staff_are_never_pooled(run: Run, answers_file: Path) -> None:
    found = sheet(run, write(answers_file, [*people(5, "leader"), *people(6, shift=2)]))

    assert {name: group["n"] for name, group in found["perspectives"].items()} == {"leader": 5, "staff": 6}
    assert "people" not in found


def test_a_group_below_the_threshold_keeps_its_number_of_people_and_nothing_else(run: Run, answers_file: Path) -> None:
    write(answers_file, [*people(4, "leader"), *people(6)])
    group = sheet(run, answers_file)["perspectives"]["leader"]

    assert group["n"] == 4
    values = [*group["themes"].values(), *group["pillars"].values(), group["overall"]]
    assert {json.dumps(value) for value in values} == {'{"suppressed": "fewer than 5 answers"}'}
    assert "mean" in sheet(run, answers_file, "--threshold", "4")["perspectives"]["leader"]["themes"]["GI"]
    assert "suppressed" in sheet(run, answers_file, "--threshold", "7")["perspectives"]["staff"]["themes"]["GI"]


def test_the_threshold_counts_the_answers_behind_each_value(run: Run, answers_file: Path) -> None:
    rows = [dict(row, RD1="dk", RD2="", RD3=3 if at else "", RD4=2 if at else "") for at, row in enumerate(people(5))]
    themes = sheet(run, write(answers_file, rows))["perspectives"]["staff"]["themes"]

    assert themes["GI"]["n"] == 5
    assert themes["RD"] == {"suppressed": "fewer than 5 answers"}


def test_answers_all_alike_are_not_shown(run: Run, answers_file: Path) -> None:
    rows = [{"perspective": "staff", "GI1": 4, "GI2": 4, "GI3": 4, "GI4": 2}] * 6
    themes = sheet(run, write(answers_file, rows))["perspectives"]["staff"]["themes"]

    assert themes["GI"] == {"suppressed": "answers were close together"}


def test_a_group_value_holds_what_the_contract_lists(run: Run, answers_file: Path) -> None:
    rows = [dict(row, GI3="dk" if at < 2 else 4) for at, row in enumerate(people(10))]
    value = sheet(run, write(answers_file, rows), "--invited", "staff=12")["perspectives"]["staff"]["themes"]["GI"]

    assert value["n"] == 10
    assert value["band"] in ("Rare", "Patchy", "Usual", "Consistent")
    assert value["band"] in value["band_range"]
    assert value["interval"][0] < value["mean"] < value["interval"][1]
    assert value["guaranteed"] == pytest.approx([10 * value["mean"] / 12, (10 * value["mean"] + 200) / 12])
    assert value["favourable"]["low"] < value["favourable"]["share"] < value["favourable"]["high"]
    assert value["dont_know"] == pytest.approx(2 / 40)


def test_too_few_answers_of_the_invited_carry_no_band(run: Run, answers_file: Path) -> None:
    write(answers_file, people(6))
    value = sheet(run, answers_file, "--invited", "staff=11")["perspectives"]["staff"]["themes"]["GI"]
    enough = sheet(run, answers_file, "--invited", "staff=10")["perspectives"]["staff"]["themes"]["GI"]

    assert (value["band"], value["band_range"]) == (None, None)
    assert enough["band"] is not None
    assert sheet(run, answers_file)["perspectives"]["staff"]["themes"]["GI"]["guaranteed"] is None


def test_fewer_invited_than_answers_is_refused(run: Run, answers_file: Path) -> None:
    done = run("score", write(answers_file, people(6)), "--invited", "staff=5")

    assert done.code == 1
    assert "only 5 were invited" in done.err
    assert done.out == ""


@pytest.mark.parametrize(("rows", "invited"), [(people(6), "all=9"), ([{"GI1": 3}, {"GI1": 4}], "staff=9")])
def test_inviting_a_view_that_the_file_cannot_hold_is_refused(
    run: Run, answers_file: Path, rows: list[Row], invited: str
) -> None:
    done = run("score", write(answers_file, rows), "--invited", invited)

    assert (done.code, done.out) == (1, "")
    assert f"answered as {invited.split('=')[0]}" in done.err
    assert "Nothing was scored" in done.err


def test_a_view_that_nobody_answered_from_may_have_been_invited(run: Run, answers_file: Path) -> None:
    assert "leader" not in sheet(run, write(answers_file, people(6)), "--invited", "leader=3,staff=7")["perspectives"]


def test_a_view_invited_twice_is_a_slip_in_the_command(run: Run, answers_file: Path) -> None:
    assert run("score", write(answers_file, people(6)), "--invited", "staff=7,staff=9").code == 2


def test_each_persons_scores_come_with_a_warning(run: Run, answers_file: Path) -> None:
    done = run("score", write(answers_file, people(6)), "--people", "--json")

    assert done.err.count("\n") == 1
    assert len(json.loads(done.out)["people"]) == 6


def test_nothing_answered_is_null_and_never_a_number(run: Run, answers_file: Path) -> None:
    write(answers_file, [{"perspective": "staff", "GI1": "dk", "GI2": "na"}])
    person = sheet(run, answers_file)["people"][0]

    assert set(person["themes"].values()) == {None}
    assert set(person["pillars"].values()) == {None}
    assert person["overall"] is None
    assert person["quality"]["variability"] is None


def test_quality_follows_the_order_of_presentation_whatever_the_columns(
    run: Run, sample_answers: Path, answers_file: Path
) -> None:
    with sample_answers.open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    write(answers_file, [dict(sorted(row.items(), reverse=True))])

    assert sheet(run, answers_file) == sheet(run, sample_answers)


def test_an_own_questionnaire_with_four_points_is_scored(run: Run, answers_file: Path, tmp_path: Path) -> None:
    readme = (Path(__file__).resolve().parents[2] / "README.md").read_text("utf-8")
    own = tmp_path / "own.yaml"
    own.write_text(readme.split("```yaml\n")[1].split("```")[0], "utf-8")
    write(answers_file, [{"AS1": 4, "AS2": 1}])
    person = sheet(run, answers_file, "--questionnaire", own)["people"][0]

    assert person["perspective"] == "all"
    assert (person["themes"], person["pillars"], person["overall"]) == ({"AS": 100.0}, {"work": 100.0}, 100.0)

    write(answers_file, [{"AS1": 5, "AS2": 1}])
    assert run("score", answers_file, "--questionnaire", own).code == 1


def test_an_unknown_questionnaire_is_refused(run: Run, sample_answers: Path) -> None:
    done = run("score", sample_answers, "--questionnaire", "birds")

    assert done.code == 1
    assert "trust-and-openness" in done.err


def test_every_mistake_of_an_answers_file_is_told_at_once(run: Run, answers_file: Path) -> None:
    answers_file.write_text("perspective,GI1,GI2\nstaff,6,4.5\nboss,3,3\nstaff,3,3,3\n")
    done = run("score", answers_file)

    assert done.code == 1
    assert done.out == ""
    for place in ("line 2, column GI1", "line 2, column GI2", "line 3, column perspective", "line 4"):
        assert place in done.err


@pytest.mark.parametrize("content", [b"", b"GI1\n", b"\xff\xfe\x00", b"GI1,GI1\n3,3\n", b"GI1,birds\n3,3\n"])
def test_a_file_that_holds_no_answers_is_refused(run: Run, answers_file: Path, content: bytes) -> None:
    answers_file.write_bytes(content)
    done = run("score", answers_file)

    assert done.code == 1
    assert "Traceback" not in done.err


def test_a_broken_facts_file_is_refused(run: Run, sample_answers: Path, tmp_path: Path) -> None:
    (tmp_path / "facts.csv").write_text("id,answer,evidence\nK01,perhaps,\nK99,yes,\n")
    done = run("score", sample_answers, "--facts", tmp_path / "facts.csv")

    assert done.code == 1
    assert "K99" in done.err
    assert "perhaps" in done.err


def test_the_table_shows_whole_points_and_what_is_held_back(run: Run, answers_file: Path) -> None:
    done = run("score", write(answers_file, [*people(4, "leader"), *people(12)]), "--invited", "staff=20")

    assert done.code == 0
    assert "leader: 4 people" in done.out
    assert re.search(r"Good intent +- Not shown, to protect people\n", done.out)
    assert done.out.count("Not shown, to protect people: fewer than five answered this, or all of them alike") == 1
    assert "staff: 12 people of 20 invited" in done.out
    assert "median" in done.out
    assert "Good intent" in done.out


def test_small_groups_show_no_spread_in_the_table(run: Run, answers_file: Path) -> None:
    done = run("score", write(answers_file, people(9)))

    assert "n = 9" in done.out
    assert "median" not in done.out


def test_the_table_of_one_person_reads_like_their_result(run: Run, sample_answers: Path, sample_facts: Path) -> None:
    done = run("score", sample_answers, "--facts", sample_facts)

    assert re.search(r"Straight information +81 Patchy to Consistent", done.out)
    assert "written, not lived" in done.out
    assert "Where to begin: Room to decide, Steady under criticism\n" in done.out, "the two of window and report"


def test_the_table_of_the_pulse_has_pillars_only(run: Run, answers_file: Path) -> None:
    pulse = ["SI1", "TT1", "SC1", "RD4", "SS1", "GI1", "RV1", "FR1", "WD1", "RD1", "SS4", "BL1"]
    done = run("score", write(answers_file, [dict.fromkeys(pulse, 4)]))

    assert "pulse form" in done.out
    assert "Trust in our people" in done.out
    assert "Good intent" not in done.out
