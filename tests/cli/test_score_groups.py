"""``trustcheck score`` for leaders and staff: everything the contract lists, worked out independently."""

import csv
import json
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path
from statistics import fmean, median, stdev
from typing import Any

import pytest

from tests.cli.commands import Run
from trustcheck.catalog.file_catalog import FileCatalog
from trustcheck.domain.questionnaire.model import Questionnaire
from trustcheck.domain.statistics.classes import told_apart

Row = dict[str, object]
FEW = {"suppressed": "fewer than 5 answers"}


@pytest.fixture
def asked() -> Questionnaire:
    catalog = FileCatalog()
    return catalog.questionnaire(catalog.shipped()[0])


@pytest.fixture
def answers_file(tmp_path: Path) -> Path:
    return tmp_path / "answers.csv"


def person(asked: Questionnaire, view: str, level: int, turn: int) -> Row:
    """A whole sheet around a level (keyed), each item a little off by turns."""
    row: Row = {"perspective": view}
    for at, item in enumerate(asked.items):
        keyed = min(max(level + (turn + at * (1 + turn % 2)) % 3 - 1, 1), 5)
        row[item.id] = 6 - keyed if item.reverse else keyed
    return row


def check(asked: Questionnaire, leaders: int = 6, staff: int = 9) -> list[Row]:
    return [
        *(person(asked, "leader", 4, turn) for turn in range(leaders)),
        *(person(asked, "staff", 2 + turn % 2, turn) for turn in range(staff)),
    ]


def write(path: Path, rows: Sequence[Row]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return path


def sheet(run: Run, *words: object) -> dict[str, Any]:
    done = run("score", *words, "--json")
    assert done.code == 0, done.err
    found: dict[str, Any] = json.loads(done.out)
    return found


def keyed(asked: Questionnaire, rows: Sequence[Row], view: str, theme_id: str) -> list[list[int]]:
    """Keyed answers, a list per person, worked out by hand."""
    items = asked.items_of(theme_id)
    return [
        [6 - int(str(row[item.id])) if item.reverse else int(str(row[item.id])) for item in items]
        for row in rows
        if row["perspective"] == view
    ]


def points(answers: Sequence[Sequence[int]]) -> list[float]:
    return [25 * (fmean(each) - 1) for each in answers]


def test_level_and_spread_agree_with_values_worked_out_by_hand(
    run: Run, answers_file: Path, asked: Questionnaire
) -> None:
    rows = check(asked)
    found = sheet(run, write(answers_file, rows))["perspectives"]

    for view in ("leader", "staff"):
        for theme in asked.themes:
            answers, value = keyed(asked, rows, view, theme.id), found[view]["themes"][theme.id]
            scores, columns = points(answers), list(zip(*answers, strict=True))
            assert value["n"] == len(scores)
            assert value["mean"] == pytest.approx(fmean(scores))
            assert value["sd"] == pytest.approx(stdev(scores))
            assert value["median"] == pytest.approx(median(scores))
            deviations = [fmean(abs(x - fmean(column)) for x in column) for column in columns]
            around_median = [fmean(abs(x - median(column)) for x in column) for column in columns]
            assert value["spread"]["ad_mean"] == pytest.approx(fmean(deviations))
            assert value["spread"]["ad_median"] == pytest.approx(fmean(around_median))
            share = min(fmean(stdev(column) ** 2 for column in columns), 2) / 2
            assert value["spread"]["rwg_uniform"] == pytest.approx(4 * (1 - share) / (4 * (1 - share) + share))
            assert set(value["spread"]) == {"ad_mean", "ad_median", "words", "rwg_uniform", "rwg_slight", "a_wg"}


def test_gaps_agree_with_values_worked_out_by_hand(run: Run, answers_file: Path, asked: Questionnaire) -> None:
    rows = check(asked, leaders=5, staff=7)
    found = sheet(run, write(answers_file, rows))["gaps"]

    assert list(found) == [theme.id for theme in asked.themes]
    exact = {}
    for theme in asked.themes:
        leaders, staff = (points(keyed(asked, rows, view, theme.id)) for view in ("leader", "staff"))
        together, observed = leaders + staff, abs(fmean(leaders) - fmean(staff))
        parted = [
            abs(sum(chosen) / 5 - (sum(together) - sum(chosen)) / 7) for chosen in combinations(together, len(leaders))
        ]
        exact[theme.id] = fmean(each >= observed - 1e-9 for each in parted)
        gap = found[theme.id]
        assert gap["difference"] == pytest.approx(fmean(leaders) - fmean(staff))
        assert gap["p"] == pytest.approx(exact[theme.id])
        assert gap["method"] == "exact"
        assert gap["smallest_p"] == pytest.approx(1 / 792)
        assert gap["interval"][0] < gap["difference"] < gap["interval"][1]
        assert gap["hedges_interval"][0] < gap["hedges_g"] < gap["hedges_interval"][1]
    smallest = min(exact, key=lambda each: exact[each])
    assert found[smallest]["p_holm"] == pytest.approx(min(1, 10 * exact[smallest]))


def test_three_classes_are_counted_from_ten_people_on(run: Run, answers_file: Path, asked: Questionnaire) -> None:
    rows = check(asked, leaders=9, staff=10)
    found = sheet(run, write(answers_file, rows))["perspectives"]
    scores = points(keyed(asked, rows, "staff", "GI"))

    assert found["leader"]["themes"]["GI"]["classes"] is None
    counted = [
        sum(score < 37.5 for score in scores),
        sum(37.5 <= score < 62.5 for score in scores),
        sum(score >= 62.5 for score in scores),
    ]
    told = told_apart(*counted)
    assert found["staff"]["themes"]["GI"]["classes"] == {"low": told.low, "middle": told.middle, "high": told.high}
    assert all(each is None or each >= 3 for each in (told.low, told.middle, told.high))


def guessed(asked: Questionnaire, rows: Sequence[Row]) -> list[Row]:
    """Leaders' guesses in columns of their own; staff have none."""
    columns = [f"guess-{theme.id}" for theme in asked.themes]
    return [
        {**row, **dict.fromkeys(columns, 3 + at % 3 if row["perspective"] == "leader" else "")}
        for at, row in enumerate(rows)
    ]


def test_guesses_of_leaders_are_read_from_columns_of_the_table_and_set_beside_staff(
    run: Run, answers_file: Path, asked: Questionnaire
) -> None:
    rows = check(asked, leaders=6, staff=8)
    found = sheet(run, write(answers_file, guessed(asked, rows)))
    told = found["predictions"]

    assert list(told) == [theme.id for theme in asked.themes]
    shown = {each: value for each, value in told.items() if "suppressed" not in value}
    assert shown
    for each, value in shown.items():
        staff = points(keyed(asked, rows, "staff", each))
        assert (value["n"], value["guess"], value["nearest"]) == (6, 75.0, True)
        assert value["difference"] == pytest.approx(75 - fmean(staff))
        around = found["perspectives"]["staff"]["themes"][each]["interval"]
        assert value["interval"] == pytest.approx([75 - around[1], 75 - around[0]])
    assert "predictions" not in sheet(run, write(answers_file, rows))


def test_a_guess_that_is_none_is_named_with_its_line(run: Run, answers_file: Path, asked: Questionnaire) -> None:
    rows = guessed(asked, check(asked, leaders=6, staff=8))
    rows[2] = {**rows[2], "guess-GI": "7"}
    done = run("score", str(write(answers_file, rows)))

    assert done.code != 0
    assert "line 4, column guess-GI: \u201c7\u201d is not an answer of this check." in done.err


def test_a_check_of_one_view_has_no_gaps(run: Run, answers_file: Path, asked: Questionnaire) -> None:
    found = sheet(run, write(answers_file, [row for row in check(asked) if row["perspective"] == "staff"]))

    assert "gaps" not in found


def test_a_gap_is_not_shown_where_either_side_is_not(run: Run, answers_file: Path, asked: Questionnaire) -> None:
    found = sheet(run, write(answers_file, check(asked, leaders=4)))

    assert found["gaps"] == dict.fromkeys((theme.id for theme in asked.themes), FEW)
    assert "mean" in found["perspectives"]["staff"]["themes"]["GI"]


def test_a_lower_threshold_shows_leaders_and_says_what_so_few_could_reach(
    run: Run, answers_file: Path, asked: Questionnaire
) -> None:
    found = sheet(run, write(answers_file, check(asked, leaders=3, staff=8)), "--threshold", "3")

    assert found["gaps"]["GI"]["smallest_p"] == pytest.approx(1 / 165)
    assert found["perspectives"]["leader"]["themes"]["GI"]["interval"] is None


def test_the_table_says_that_it_knows_nothing_of_what_was_set_as_important(
    run: Run, answers_file: Path, asked: Questionnaire
) -> None:
    done = run("score", write(answers_file, check(asked)))

    assert "Where to begin, all themes weighing the same: " in done.out


def test_priorities_and_strengths_come_from_staff(run: Run, answers_file: Path, asked: Questionnaire) -> None:
    rows = check(asked)
    for row in rows:
        if row["perspective"] == "staff":
            row |= {item.id: 2 if item.reverse else 4 for item in asked.items_of("WD")}
            row["WD1"] = 5 if rows.index(row) % 2 else 4
    found = sheet(run, write(answers_file, rows))

    assert 0 < len(found["priorities"]) <= 3
    assert "WD" not in found["priorities"]
    assert found["strengths"][0] == "WD"
    assert list(found["reliability"]) == ["staff"]


def test_leaders_believe_and_facts_answer(run: Run, answers_file: Path, asked: Questionnaire, tmp_path: Path) -> None:
    (tmp_path / "facts.csv").write_text("id,answer,evidence\nK01,no,\nK03,yes,\n")
    found = sheet(run, write(answers_file, check(asked)), "--facts", tmp_path / "facts.csv")["say_do"]

    assert {"theme": "GI", "fact": "K01", "kind": "said, not built"} in found["contradictions"]
    assert found["pillars"]["people"]["known"] == 2


def test_the_same_file_gives_the_same_numbers_every_time(run: Run, answers_file: Path, asked: Questionnaire) -> None:
    write(answers_file, check(asked, leaders=9, staff=20))

    first, second = sheet(run, answers_file), sheet(run, answers_file)
    assert first["gaps"]["GI"]["method"] == "monte carlo"
    assert first == second


def test_the_order_of_rows_changes_nothing(run: Run, answers_file: Path, asked: Questionnaire) -> None:
    rows = check(asked)
    first = sheet(run, write(answers_file, rows))
    second = sheet(run, write(answers_file, rows[::-1]))

    assert json.loads(json.dumps(second), parse_float=_rounded) == json.loads(json.dumps(first), parse_float=_rounded)


def _rounded(text: str) -> float:
    return round(float(text), 9)


def test_the_table_shows_leaders_beside_staff_in_words(run: Run, answers_file: Path, asked: Questionnaire) -> None:
    done = run("score", write(answers_file, check(asked)), "--invited", "leader=7,staff=12")

    assert "Leaders minus staff" in done.out
    assert "gap" in done.out
    assert "with the others counted as 0, or as 100" in done.out
    assert "people describe" in done.out or "some variety" in done.out
    assert "median" not in done.out


def test_the_table_says_what_is_not_shown_of_a_gap(run: Run, answers_file: Path, asked: Questionnaire) -> None:
    done = run("score", write(answers_file, check(asked, leaders=4)))

    assert done.out.count("- Not shown, to protect people\n") == 13 + 12


def test_the_table_of_a_large_view_says_how_its_questions_hang_together(
    run: Run, answers_file: Path, asked: Questionnaire
) -> None:
    rows = [person(asked, "staff", 1 + turn % 5, turn) for turn in range(120)]
    done = run("score", write(answers_file, rows))

    assert "How the questions hang together, staff" in done.out
    assert "omega" in done.out
    assert "favourable" in done.out
    assert "two camps" in done.out


def hurried(asked: Questionnaire, number: int) -> list[Row]:
    return [
        {"perspective": "staff", **dict.fromkeys((item.id for item in asked.items), 4)} for _person in range(number)
    ]


def test_hurried_sheets_are_counted_and_both_results_are_given_where_enough_are_hurried(
    run: Run, answers_file: Path, asked: Questionnaire
) -> None:
    rest = check(asked)
    plain = sheet(run, write(answers_file, rest))["perspectives"]["staff"]
    found = sheet(run, write(answers_file, [*rest, *hurried(asked, 5)]))

    assert found["perspectives"]["staff"]["hasty"] == 5
    assert found["without_hasty"]["staff"]["n"] == 9
    assert found["without_hasty"]["staff"]["themes"]["GI"]["mean"] == pytest.approx(plain["themes"]["GI"]["mean"])


def test_one_hurried_sheet_is_counted_and_never_worked_out(run: Run, answers_file: Path, asked: Questionnaire) -> None:
    rows = write(answers_file, [*check(asked), *hurried(asked, 1)])
    found = sheet(run, rows)

    assert found["perspectives"]["staff"]["hasty"] == 1
    assert found["without_hasty"] == {"staff": FEW}
    assert "1 sheet looks hurried" in run("score", rows).out
    assert "without the sheets that look hurried: Not shown, to protect people" in run("score", rows).out


def test_without_hurried_sheets_nothing_is_set_beside(run: Run, answers_file: Path, asked: Questionnaire) -> None:
    assert "without_hasty" not in sheet(run, write(answers_file, check(asked)))
