"""What of scenario cards leaves with an export, and what comes in with a result that was made elsewhere."""

import json
from dataclasses import replace
from typing import Any

import pytest

from tests import drill
from trustcheck.app.carrying.export_lines import ExportLine, lines_of
from trustcheck.app.carrying.export_making import closed_check
from trustcheck.app.ports import Refused
from trustcheck.app.store.export_model import Belongings, GroupCheck, Parcel
from trustcheck.domain.questionnaire.model import Perspective
from trustcheck.exchange.exports.json_export import parcel_from_json, parcel_to_json


def parcel(*, rows: bool = False) -> Parcel:
    of = drill.group_round()
    check = closed_check(replace(of, setup=replace(of.setup, rows_may_leave=rows)))
    return Parcel((Belongings("Library", checks=(check,)),))


def lines(what: str, of: Parcel) -> list[ExportLine]:
    return [each for each in lines_of(of) if each.what == what]


def test_a_card_leaves_as_words_for_each_view_and_without_a_number_where_it_is_hidden() -> None:
    staff = {each.id: each for each in lines("card", parcel()) if each.view == "staff"}

    assert (staff["D2"].answer, staff["D2"].n, staff["D2"].text) == (
        "Leaders here ask the person to take it down.",
        12,
        "kept quiet; the answers lie apart",
    )
    assert (staff["D6"].answer, staff["D6"].n, staff["D6"].text) == ("", None, "Not shown, to protect people")


def test_what_people_picked_leaves_only_where_rows_may() -> None:
    assert lines("pick", parcel()) == []
    picked = lines("pick", parcel(rows=True))
    assert len(picked) == 6 * (6 + 12)
    assert all(each.row and not each.words for each in picked)


def test_a_result_brings_its_cards_along() -> None:
    brought = parcel_from_json(parcel_to_json(parcel()), "export.json").organisations[0].checks[0]
    assert isinstance(brought, GroupCheck)
    assert brought.result is not None
    assert brought.result.cards[1].views[Perspective.STAFF] == parcel_result().cards[1].views[Perspective.STAFF]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda cards: cards.pop(),
        lambda cards: cards[0]["views"].pop("staff"),
        lambda cards: cards[0]["views"]["staff"].update(usual=9),
        lambda cards: cards[0]["views"]["staff"].update(n=-3),
    ],
    ids=["a card is missing", "a view is missing", "no such rung", "fewer than nobody"],
)
def test_cards_that_do_not_fit_are_refused(spoil: Any) -> None:
    document = json.loads(parcel_to_json(parcel()))
    spoil(document["organisations"][0]["checks"][0]["result"]["cards"])
    with pytest.raises(Refused, match="cards"):
        parcel_from_json(json.dumps(document).encode(), "export.json")


def parcel_result() -> Any:
    check = parcel().organisations[0].checks[0]
    assert isinstance(check, GroupCheck)
    return check.result
