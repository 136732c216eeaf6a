"""Exports of an older TrustCheck told classes of one or two people apart; what comes in does not any more."""

import json
from dataclasses import replace
from typing import Any

import pytest

from tests.group_builders import group_round, people, setup
from trustcheck.app.carrying.export_making import closed_check
from trustcheck.app.portraits.carried_result import carried_text, shown_again
from trustcheck.app.results.carried import CarriedResult
from trustcheck.app.results.group import Range, Shown
from trustcheck.app.store.export_model import Belongings, GroupCheck, Parcel
from trustcheck.domain.questionnaire.model import Perspective
from trustcheck.exchange.exports.json_export import parcel_from_json, parcel_to_json

STAFF = Perspective.STAFF
OLDER = {
    (7, 1, 3): (None, 3, None),
    (4, 6, 1): (None, None, 4),
    (1, 9, 1): (None, None, None),
    (3, 4, 4): ((3, 4, 4), 4, None),
    (9, 9, 9): (None, None, None),
}


def written_before(counts: tuple[int, int, int]) -> dict[str, Any]:
    """A document in which the classes of every value of staff are these, as they were once written."""
    check = closed_check(group_round(people(STAFF, 11), set_up=setup(0, 11)))
    document: dict[str, Any] = json.loads(parcel_to_json(Parcel((Belongings("Library", checks=(check,)),))))
    for value in _values(document):
        value |= {"classes": list(counts), "favourable": counts[2], "favourable_range": {"low": 9, "high": 60}}
        value.pop("rare", None)
    return document


def _values(part: Any) -> list[dict[str, Any]]:
    if isinstance(part, list):
        return [each for one in part for each in _values(one)]
    if not isinstance(part, dict):
        return []
    own = [part] if {"mean", "favourable", "n"} <= part.keys() and part["n"] == 11 else []
    return own + [each for one in part.values() for each in _values(one)]


def result_in(document: dict[str, Any]) -> CarriedResult:
    check = parcel_from_json(json.dumps(document).encode(), "export.json").organisations[0].checks[0]
    assert isinstance(check, GroupCheck)
    assert check.result is not None
    return check.result


@pytest.mark.parametrize("counts", OLDER)
def test_a_class_of_one_or_two_that_comes_in_is_counted_with_its_neighbour(counts: tuple[int, int, int]) -> None:
    overall = result_in(written_before(counts)).overall[STAFF]

    assert isinstance(overall, Shown)
    assert (overall.classes, overall.favourable, overall.rare) == OLDER[counts]
    assert (overall.favourable_range is None) == (overall.favourable is None)


def test_a_result_that_came_in_before_is_shown_with_its_classes_together() -> None:
    of = group_round(people(STAFF, 11), set_up=setup(0, 11))
    result = closed_check(of).result
    assert result is not None
    value = result.overall[STAFF]
    assert isinstance(value, Shown)
    older = replace(value, classes=(7, 1, 3), favourable=3, favourable_range=Range(9, 60), rare=None)
    kept = carried_text(replace(result, overall={STAFF: older}))

    again = shown_again(replace(of, carried=kept)).overall[STAFF]

    assert isinstance(again, Shown)
    assert again.people_in is not None
    assert [part.people for part in again.people_in.parts] == [8, 3]
