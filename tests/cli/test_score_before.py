"""``trustcheck score NOW.csv --before THEN.csv``: what changed, on the questions both files asked in the same words."""

import csv
import json
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import pytest
from scipy import stats

from tests.cli.commands import Run
from trustcheck import assets

ITEMS = [f"{theme}{number}" for theme in ("GI", "RD", "FR", "TT", "BL", "SI", "SC", "SS", "RV", "WD")
         for number in (1, 2, 3, 4)]  # fmt: skip
Rows = list[dict[str, Any]]


def people(number: int, seed: int, *, above: int = 0) -> Rows:
    """So many staff, ``above`` steps higher on the three plain questions of Good intent."""
    chance = Random(seed)
    rows: Rows = []
    for _person in range(number):
        row: dict[str, Any] = {"perspective": "staff"} | {each: chance.choice((2, 3, 4)) for each in ITEMS}
        for item in ("GI1", "GI2", "GI3"):
            row[item] = min(5, row[item] + above)
        rows.append(row)
    return rows


def written(path: Path, rows: Rows) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return path


def block(run: Run, now: Path, then: Path, *words: object) -> dict[str, Any]:
    done = run("score", now, "--before", then, "--json", *words)
    assert done.code == 0, done.err
    found: dict[str, Any] = json.loads(done.out)["before"]
    return found


def reworded(folder: Path) -> Path:
    """The shipped questionnaire with other words in one question of Good intent, as a file of one's own."""
    text = assets.path("questionnaires", "trust-and-openness", "questionnaire.yaml").read_text("utf-8")
    other = text.replace("When somebody tries something new", "When somebody has an idea")
    assert other != text
    path = folder / "then.yaml"
    path.write_text(other, "utf-8")
    return path


def good_intent(rows: Rows) -> list[float]:
    """By hand: GI4 is the one that is asked the other way round."""
    return [25 * (np.mean([row["GI1"], row["GI2"], row["GI3"], 6 - row["GI4"]]) - 1) for row in rows]


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    return written(tmp_path / "now.csv", people(15, 2, above=1)), written(tmp_path / "then.csv", people(14, 1))


def test_every_number_of_a_theme_is_what_another_library_makes_of_the_two_files(
    run: Run, files: tuple[Path, Path]
) -> None:
    found = block(run, *files)["perspectives"]["staff"]
    theme = found["themes"]["GI"]
    then, now = good_intent(people(14, 1)), good_intent(people(15, 2, above=1))
    around = stats.ttest_ind(now, then, equal_var=False).confidence_interval(0.95)

    assert (theme["then"], theme["now"]) == (pytest.approx(np.mean(then)), pytest.approx(np.mean(now)))
    assert theme["difference"] == pytest.approx(np.mean(now) - np.mean(then))
    assert theme["interval"] == pytest.approx([around.low, around.high])
    assert (theme["class"], theme["comparable_items"], theme["method"]) == ("changed", 4, "monte carlo")
    assert 0 < theme["p"] <= theme["p_holm"] < 0.05
    assert (found["n"], found["shared"], found["asked"]) == ({"then": 14, "now": 15}, 40, 40)
    assert {len(found["themes"]), len(found["pillars"])} == {10, 2}


def test_a_reworded_question_is_left_out_of_its_theme_and_its_pillar(
    run: Run, files: tuple[Path, Path], tmp_path: Path
) -> None:
    found = block(run, *files, "--before-questionnaire", reworded(tmp_path))["perspectives"]["staff"]

    assert (found["shared"], found["themes"]["GI"]["comparable_items"]) == (39, 3)
    assert found["pillars"]["people"]["comparable_items"] == 19
    assert found["themes"]["RD"]["comparable_items"] == 4


def test_a_view_below_the_threshold_is_told_by_its_reason_alone(run: Run, files: tuple[Path, Path]) -> None:
    found = block(run, files[0], written(files[1], people(4, 1)))["perspectives"]["staff"]

    assert found["pillars"]["people"] == {"suppressed": "fewer than 5 answers", "comparable_items": 20}


def test_the_same_people_and_one_more_are_not_set_side_by_side(run: Run, files: tuple[Path, Path]) -> None:
    rows = people(7, 1)
    found = block(run, written(files[0], [*rows, *people(1, 9)]), written(files[1], rows))["perspectives"]["staff"]

    assert {each["suppressed"] for each in found["themes"].values()} == {
        "almost the same sheets as in the check before"
    }


def test_one_persons_two_sheets_change_from_the_planned_number_of_points_on(run: Run, files: tuple[Path, Path]) -> None:
    low, high = people(1, 1)[0], people(1, 1)[0] | {"GI1": 5, "GI2": 5, "GI3": 5, "GI4": 1}
    low |= {"GI1": 1, "GI2": 1, "GI3": 1, "GI4": 5}
    (found,) = block(run, written(files[0], [high]), written(files[1], [low]))["people"]

    assert found["themes"]["GI"] == {
        "then": 0, "now": 100, "difference": 100, "interval": None, "p": None, "needed": 29, "class": "changed",
        "comparable_items": 4,
    }  # fmt: skip
    assert found["themes"]["RD"]["class"] == "about the same"


def test_a_table_says_each_change_in_words(run: Run, files: tuple[Path, Path]) -> None:
    done = run("score", files[0], "--before", files[1])

    assert "14 people then, 15 now, 40 of 40 questions in the same words" in done.out
    assert any("Good intent" in line and "changed" in line for line in done.out.splitlines())


def test_one_person_is_not_compared_with_a_group(run: Run, files: tuple[Path, Path]) -> None:
    done = run("score", files[0], "--before", written(files[1], people(1, 1)))

    assert (done.code, done.out) == (1, "")
    assert "holds one person's sheet" in done.err


def test_two_files_beside_each_other_are_nothing_to_pass_on(run: Run, files: tuple[Path, Path]) -> None:
    done = run("score", files[0], "--before", files[1], "--publishable", "--invited", "staff=20")

    assert (done.code, done.out) == (1, "")
    assert "do not go together" in done.err


def test_a_full_form_and_a_short_one_are_set_beside_each_other_on_the_twelve_both_ask(run: Run, tmp_path: Path) -> None:
    short = ("SI1", "TT1", "SC1", "RD4", "SS1", "GI1", "RV1", "FR1", "WD1", "RD1", "SS4", "BL1")
    full = people(15, 2, above=1)
    now = written(tmp_path / "now.csv", full)
    then = written(
        tmp_path / "then.csv", [{each: row[each] for each in ("perspective", *short)} for row in people(14, 1)]
    )

    found = block(run, now, then)["perspectives"]["staff"]
    whole = json.loads(run("score", now, "--json").out)["perspectives"]["staff"]["pillars"]

    assert (found["shared"], found["themes"]) == (12, None)
    assert {each["comparable_items"] for each in found["pillars"].values()} == {6}
    for pillar, value in found["pillars"].items():
        turned = {"people": ("RD4",), "openness": ("SS4",)}[pillar]
        asked = [each for each in short if (each[:2] in ("GI", "RD", "FR", "TT", "BL")) is (pillar == "people")]
        levels = [25 * ((6 - row[each] if each in turned else row[each]) - 1) for row in full for each in asked]
        assert value["now"] == pytest.approx(np.mean(levels))
        assert value["now"] != pytest.approx(whole[pillar]["mean"])


def test_a_file_answered_in_another_language_is_compared_with_the_words_named(run: Run, tmp_path: Path) -> None:
    now, then = (written(tmp_path / f"{each}.csv", people(12, each)) for each in (1, 2))
    # A file of one's own is read alone; a shipped one has its suggestions and cards beside it.
    german = assets.path("questionnaires", "trust-and-openness", "questionnaire.de.yaml")

    found = block(run, now, then, "--before-questionnaire", german)
    alike = block(run, now, then)

    assert found["languages"] == {"then": "de", "now": "en-GB"}
    assert found["words"].endswith("in German then and in English now: part of a difference may be the words.")
    assert found["perspectives"] == alike["perspectives"]
    assert "languages" not in alike
    told = run("score", now, "--before", then, "--before-questionnaire", german).out
    assert found["words"] in told
