"""``trustcheck score --publishable``: of a file of answers what a window would show, and nothing it would hide."""

import json
from collections import Counter
from itertools import combinations_with_replacement
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests import parcel_schema
from tests.cli.commands import Run
from tests.exchange.hidden_people import HIDDEN, people
from tests.group_builders import LEADER, STAFF, group_round, setup, shipped
from trustcheck.app.json_decode import plain, record
from trustcheck.app.portraits.carried_result import carried
from trustcheck.app.portraits.result import group_result_of
from trustcheck.domain.questionnaire.answers import Response

INVITED = ("--invited", "leader=7,staff=14")


@pytest.fixture
def answers_file(tmp_path: Path) -> Path:
    return tmp_path / "answers.csv"


def write(path: Path, sheets: list[Response]) -> Path:
    items = [item.id for item in shipped().items]
    lines = [",".join(("perspective", *items))]
    for each in sheets:
        given = (str(plain(each.answers[item], {})) if item in each.answers else "" for item in items)
        lines.append(",".join((each.perspective.value, *given)))
    path.write_text("\n".join(lines))
    return path


def publishable(run: Run, path: Path, *words: object) -> str:
    done = run("score", path, "--publishable", *words)
    assert done.code == 0, done.err
    return done.out


def test_it_is_the_result_that_the_window_and_exports_are_made_from(run: Run, answers_file: Path) -> None:
    sheets = people(LEADER, 6) + people(STAFF, 12)
    closed = group_result_of(group_round(sheets, set_up=setup(7, 14)))

    found: dict[str, Any] = json.loads(publishable(run, write(answers_file, sheets), "--json", *INVITED))

    assert found["result"] == json.loads(json.dumps(record(carried(closed), {})))
    assert (found["form"], found["threshold"]) == ("full", 5)
    assert found["questionnaire"] == {"id": shipped().id, "version": shipped().version}


def test_the_published_schema_says_what_stands_in_it(run: Run, answers_file: Path) -> None:
    read = json.loads(parcel_schema.PATH.read_text("utf-8"))
    schema = Draft202012Validator({"$ref": "#/$defs/CarriedResult", "$defs": read["$defs"]})
    sheets = people(LEADER, 4) + people(STAFF, 12)

    found = json.loads(publishable(run, write(answers_file, sheets), "--json", *INVITED))

    assert list(schema.iter_errors(found["result"])) == []


@pytest.mark.parametrize("as_json", [False, True], ids=["text", "json"])
@pytest.mark.parametrize("case", HIDDEN.values(), ids=HIDDEN)
def test_whatever_a_hidden_view_answered_it_is_the_same(
    run: Run, answers_file: Path, case: tuple[Any, int, int, Any], as_json: bool
) -> None:
    hidden, leaders, staff, asked = case
    invited = ",".join(f"{view.value}={number}" for view, number in asked.invited.items())
    words = ["--invited", invited, "--threshold", asked.threshold, *(["--json"] if as_json else [])]

    first, second = (
        publishable(
            run,
            write(
                answers_file,
                people(LEADER, leaders, shift * (hidden is LEADER)) + people(STAFF, staff, shift * (hidden is STAFF)),
            ),
            *words,
        )
        for shift in (0, 1)
    )

    assert first == second


def test_below_ten_people_there_is_neither_a_fraction_nor_a_deviation(run: Run, answers_file: Path) -> None:
    found = json.loads(publishable(run, write(answers_file, people(STAFF, 6)), "--json", "--invited", "staff=8"))

    def values(part: Any) -> list[Any]:
        inside = part.values() if isinstance(part, dict) else part if isinstance(part, list) else ()
        return [part, *(each for one in inside for each in values(one))]

    everything = values(found["result"])
    assert [each for each in everything if isinstance(each, float) and not each.is_integer()] == []
    shown = [each for each in everything if isinstance(each, dict) and "mean" in each]
    assert shown
    assert [each for each in shown if each["sd"] is not None or each["median"] is not None or each["classes"]] == []


def test_the_text_says_each_value_with_whose_it_is_and_why_one_is_missing(run: Run, answers_file: Path) -> None:
    told = publishable(run, write(answers_file, people(LEADER, 4) + people(STAFF, 12)), *INVITED)

    assert "Staff: 12 people; 14 were invited" in told
    assert "  Good intent, leaders: Not shown, to protect people" in told
    assert "  Good intent: Not shown, to protect people" in told


def test_without_who_was_asked_nothing_is_said(run: Run, answers_file: Path) -> None:
    write(answers_file, people(STAFF, 12))
    unknown = run("score", answers_file, "--publishable")
    assert (unknown.code, unknown.out) == (1, "")
    assert "how many were invited" in unknown.err

    answers_file.write_text("GI1,GI2\n4,3\n2,3\n")
    nameless = run("score", answers_file, "--publishable", "--invited", "all=4")
    assert (nameless.code, nameless.out) == (1, "")
    assert "whether leaders or staff answered" in nameless.err


def test_each_persons_scores_are_never_publishable(run: Run, answers_file: Path) -> None:
    done = run("score", write(answers_file, people(STAFF, 12)), "--publishable", "--people")

    assert (done.code, done.out) == (2, "")


def test_unrounded_scores_of_a_group_say_in_one_line_whose_they_are(run: Run, answers_file: Path) -> None:
    group = json.loads(run("score", write(answers_file, people(STAFF, 6)), "--json").out)
    alone = json.loads(run("score", write(answers_file, people(STAFF, 6)[:1]), "--json").out)

    assert "belong to whoever holds the rows; --publishable" in group["note"]
    assert "\n" not in group["note"]
    assert "note" not in alone


@pytest.mark.parametrize(("people_in_it", "least", "most"), [(3, 1.0, 1.0), (5, 0.49, 0.51)])
def test_so_many_groups_are_told_wholly_by_mean_deviation_and_median(
    people_in_it: int, least: float, most: float
) -> None:
    """Of all sets of scores that so many people can have on a theme of four questions with five answers."""
    groups = list(combinations_with_replacement(range(17), people_in_it))
    told = [(sum(each), sum(x * x for x in each), each[people_in_it // 2]) for each in groups]
    number = Counter(told)

    assert least <= sum(number[each] == 1 for each in told) / len(told) <= most
