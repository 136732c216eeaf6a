"""Setting up a check: what must be said beforehand, what cannot be shown, and what does not belong to it."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from tests import builders
from tests.group_builders import LEADER, STAFF, setup, shipped
from trustcheck.app.collecting.set_up import (
    MOST_INVITED,
    SetUpPart,
    first_setup,
    missing,
    settled,
    takes_notes,
    warnings,
)
from trustcheck.domain.checks.group_round import GroupSetup, NotesUse, Way
from trustcheck.domain.questionnaire.model import Form


def parts(of: GroupSetup) -> list[SetUpPart]:
    return [each.part for each in missing(of, shipped())]


def test_a_set_up_that_says_everything_lacks_nothing() -> None:
    assert missing(setup(), shipped()) == ()


@pytest.mark.parametrize(
    ("change", "part"),
    [
        ({"leaders_are": "  "}, SetUpPart.LEADERS),
        ({"staff_are": ""}, SetUpPart.STAFF),
        ({"routes": ""}, SetUpPart.ROUTES),
        ({"threshold": 2}, SetUpPart.THRESHOLD),
        ({"threshold": 11}, SetUpPart.THRESHOLD),
        ({"minutes": 1441}, SetUpPart.MINUTES),
        ({"invited": {LEADER: 0, STAFF: 5}}, SetUpPart.INVITED_LEADERS),
        ({"invited": {LEADER: 6, STAFF: MOST_INVITED + 1}}, SetUpPart.INVITED_STAFF),
    ],
)
def test_each_thing_that_is_missing_is_named_with_its_place(change: Mapping[str, object], part: SetUpPart) -> None:
    assert parts(replace(setup(), **change)) == [part]  # type: ignore[arg-type]


def test_who_is_meant_by_leaders_is_said_even_where_only_staff_answers() -> None:
    only_staff = replace(setup(0, 16), leaders_are="", staff_are="")
    only_leaders = replace(setup(6, 0), staff_are="")

    assert parts(only_staff) == [SetUpPart.LEADERS, SetUpPart.STAFF]
    assert parts(only_leaders) == []


def test_a_questionnaire_without_a_short_form_cannot_ask_one() -> None:
    [found] = missing(setup(form=Form.PULSE), builders.questionnaire())

    assert found.part is SetUpPart.FORM


def test_a_new_check_begins_as_the_last_one_with_the_organisations_own_routes() -> None:
    last = replace(setup(1, 20, form=Form.PULSE), way=Way.PAPER, one_leader_agreed=True)

    again = first_setup(last, "Ask Mara")

    assert again == replace(last, routes="Ask Mara", one_leader_agreed=False)
    assert first_setup(last, "").routes == last.routes
    assert first_setup(None, "Ask Mara").routes == "Ask Mara"
    assert first_setup(None, "").threshold == 5


def test_what_belongs_to_nobody_who_is_asked_is_left_out() -> None:
    whole = replace(setup(1, 20, notes=NotesUse.GROUP), importance={"SS": 3}, one_leader_agreed=True, minutes=25)

    assert settled(whole) == whole
    assert settled(replace(whole, perspectives=(STAFF,))).one_leader_agreed is False
    assert dict(settled(replace(whole, perspectives=(STAFF,))).invited) == {STAFF: 20}
    assert settled(replace(whole, perspectives=(LEADER,))).staff_are == ""
    assert settled(replace(whole, invited={LEADER: 2, STAFF: 20})).one_leader_agreed is False
    assert settled(replace(whole, form=Form.PULSE)).importance == {}
    assert settled(replace(whole, invited={LEADER: 1, STAFF: 8})).notes is NotesUse.NONE


@pytest.mark.parametrize(("invited", "read"), [(9, False), (10, True)])
def test_notes_are_offered_from_ten_people_on(invited: int, read: bool) -> None:
    assert takes_notes(setup(0, invited)) is read


def test_a_perspective_that_cannot_be_shown_is_named_beforehand() -> None:
    [three], [two] = warnings(setup(3, 16)), warnings(setup(2, 16))
    assert three == (
        "Three leaders cannot be shown with a threshold of five. "
        "Go down to three, and everybody is told so before the first question."
    )
    assert two == (
        "Two leaders cannot be shown with a threshold of five. Three is the smallest group there is. "
        "Invite more people."
    )
    assert warnings(setup(1, 16)) == (
        "One leader cannot be shown with a threshold of five. One person is never shown; only staff will be.",
    )
    assert warnings(setup(5, 16)) == ()
    assert [each.split(" cannot")[0] for each in warnings(setup(4, 4))] == ["Four leaders", "Four staff"]
