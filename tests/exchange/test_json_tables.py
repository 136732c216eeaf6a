"""Answers in JSON: an object for each person or a list for each column, however a tool wraps them."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.exchange.tables import TABLES, answers, look
from trustcheck.app.collecting.tables import LookedThrough
from trustcheck.app.ports import Refused

ONE: Mapping[str, Any] = {"perspective": "staff", "A1": 5, "A2": "Often", "B1": 1.0}
OTHER: Mapping[str, Any] = {"perspective": "leader", "A1": 2, "A2": None, "B1": "5"}
READ = [("leader", {"A1": 2, "B1": 5}), ("staff", {"A1": 5, "A2": 4, "B1": 1})]


def looked(folder: Path, said: object, name: str = "answers.json") -> LookedThrough:
    file = folder / name
    file.write_text(said if isinstance(said, str) else json.dumps(said), "utf-8")
    return look(file)


@pytest.mark.parametrize(
    "said",
    [
        [ONE, OTHER],
        {"count": 2, "next": None, "results": [ONE, OTHER]},
        {"responses": [{"1": ONE}, {"2": OTHER}]},
        {"first": ONE, "second": OTHER},
        f"{json.dumps(ONE)}\n{json.dumps(OTHER)}\n",
        "\ufeff" + json.dumps([ONE, OTHER], indent=1),
        {key: [ONE[key], OTHER[key]] for key in ONE},
        {key: {"0": ONE[key], "7": OTHER[key]} for key in ONE},
        {"columns": [*ONE], "index": [0, 1], "data": [[*ONE.values()], [*OTHER.values()]]},
        [[*ONE], [*ONE.values()], [*OTHER.values()]],
        [{"id": "x", "answers": {"more": dict(each)}} for each in (ONE, OTHER)],
        [{key if key == "perspective" else f"trust/{key}": each[key] for key in each} for each in (ONE, OTHER)],
    ],
    ids=[
        "objects", "wrapped", "numbered", "named", "lines", "indented", "lists", "row numbers", "split", "cells",
        "nested", "grouped",
    ],
)  # fmt: skip
def test_entries_are_read_however_they_are_wrapped(tmp_path: Path, said: object) -> None:
    found = looked(tmp_path, said)

    assert answers(found) == READ
    assert found.preview.account[0].words == "2 sheets"


def test_headings_made_of_names_are_no_rows_of_the_file(tmp_path: Path) -> None:
    account = looked(tmp_path, [ONE, OTHER, {"A1": ""}, {}]).preview.account

    assert [each.words for each in account] == ["2 sheets"]


def test_a_mistake_is_named_with_the_number_of_its_entry(tmp_path: Path) -> None:
    (mistake,) = looked(tmp_path, [ONE, {**OTHER, "A1": 2.5}]).preview.mistakes.first

    assert (mistake.line, mistake.column, mistake.is_entry) == (2, "A1", True)


def test_two_lists_are_two_sheets(tmp_path: Path) -> None:
    found = looked(tmp_path, {"2025": [OTHER], "2026": [ONE, ONE]})

    (asked,) = found.preview.waiting
    assert [each.words for each in asked.choices] == [
        "All of them together: 2025, 2026",
        "2025: 2 rows",
        "2026: 3 rows",
    ]


def test_several_choices_in_one_cell_are_one_text(tmp_path: Path) -> None:
    found = looked(tmp_path, [{**ONE, "A1": ["Often"], "A2": [4, 5], "B1": True}])

    assert {each.id for each in found.preview.waiting} == {"word:4, 5", "word:TRUE"}


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ('[{"A1": 4, "A1": 5}]', "“A1” stands twice in one entry"),
        ('[{"t": {"A1": 4}, "t/A1": 5}]', "“t/A1” stands twice in one entry"),
        ("[1, 2]", "holds no list of answers"),
        ("{}", "holds no list of answers"),
        ('[{"A1": 4},\n{"A1": }]', "line 2: this is no sound JSON"),
        ("[" * 200_000, "line 1: this is no sound JSON"),
        ("[" * 1_000_001, "more than 8,000,000 cells"),
        (json.dumps([{str(at): 1 for at in range(1_001)}]), "more than 1,000 columns"),
    ],
    ids=["twice", "twice by name", "numbers", "nothing", "broken", "deep", "many", "wide"],
)
def test_what_cannot_be_read_is_told_in_a_sentence(tmp_path: Path, said: str, told: str) -> None:
    with pytest.raises(Refused) as refused:
        looked(tmp_path, said)

    assert told in refused.value.sentence


def test_half_a_sign_is_written_as_one_that_is_missing(tmp_path: Path) -> None:
    file = tmp_path / "answers.json"
    file.write_text('[{"A1": 5, "Rem\\ud800ark": "\\udfff"}]', "utf-8")

    assert TABLES.read(str(file)).row(0) == ("A1", "Rem\ufffdark")


@pytest.mark.parametrize("text", ["[1] A1,A2\n5,4\n", "{A1},A2\n5,4\n"])
def test_text_that_only_begins_like_json_is_a_table_of_text(tmp_path: Path, text: str) -> None:
    (tmp_path / "answers.csv").write_text(text, "utf-8")

    assert TABLES.read(str(tmp_path / "answers.csv")).row(1) == ("5", "4")
