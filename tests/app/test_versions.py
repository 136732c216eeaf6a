"""Two versions of a questionnaire: what changed, and on what their checks can be compared."""

from dataclasses import replace
from typing import Any

from tests import builders
from trustcheck.app.questionnaires.versions import are_versions, changes
from trustcheck.domain.questionnaire.model import Item, Questionnaire

THEN = builders.questionnaire()


def other(**changed: Any) -> Questionnaire:
    return replace(THEN, version="1.1.0", **changed)


def reworded() -> Questionnaire:
    """A2 says something else, A3 is gone, A5 is new, and B1 is turned."""
    kept = [each for each in THEN.items if each.id != "A3"]
    said = {"A2": {"text": "{Leaders} listen."}, "B1": {"reverse": True}}
    items = (*(replace(each, **said.get(each.id, {})) for each in kept), Item("A5", "A", "People stay."))
    return other(items=items, order=tuple(each.id for each in items))


def test_a_version_of_another_is_known_by_its_id_or_by_what_it_began_as() -> None:
    assert are_versions(other(), THEN)
    assert are_versions(other(id="mine", based_on="small"), THEN)
    assert not are_versions(THEN, THEN)
    assert not are_versions(other(id="mine"), THEN)


def test_each_question_says_how_it_changed() -> None:
    found = {each.id: each for each in changes(THEN, reworded()).questions}

    assert list(found) == ["A2", "B1", "A5", "A3"]
    assert found["A2"].now == "Leaders here listen.\nWe leaders listen."
    assert found["B1"].is_turned
    assert (found["A5"].then, found["A3"].now) == ("", "")


def test_what_stays_comparable_is_asked_in_the_same_words_by_both() -> None:
    assert set(changes(THEN, reworded()).shared) == set(THEN.order) - {"A2", "A3", "B1"}
    assert changes(THEN, other(frame="Think of last week.")).shared == ()
