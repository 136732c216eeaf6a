"""Each deed makes another questionnaire, can be taken back, and leaves nothing that points to what is gone."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.group_builders import shipped
from trustcheck.app.authoring import edits
from trustcheck.app.authoring.beginning import from_nothing, own_copy, with_two_own_questions
from trustcheck.app.authoring.editing import begun, ids_in
from trustcheck.app.authoring.places import at, key_of, moved, with_
from trustcheck.domain.questionnaire.fitting import what_does_not_fit
from trustcheck.domain.questionnaire.model import Perspective, Questionnaire, shared_questions
from trustcheck.domain.questionnaire.roles import SAFE_TO_SPEAK, TASKS_IN_THEIR_HANDS

TEXT = ("items", "GI1", "text")


def test_words_typed_on_and_on_in_one_field_are_one_step_back() -> None:
    editing = begun(shipped())
    for words in ("L", "Le", "Lea"):
        editing = editing.to(with_(editing.asked, TEXT, words), TEXT)
    assert at(editing.asked, TEXT) == "Lea"
    assert editing.undone().asked == shipped()
    assert at(editing.undone().redone().asked, TEXT) == "Lea"


def test_a_field_that_was_left_begins_another_step() -> None:
    editing = begun(shipped())
    editing = editing.to(with_(editing.asked, TEXT, "One"), TEXT).rested()
    editing = editing.to(with_(editing.asked, TEXT, "Two"), TEXT)
    assert at(editing.undone().asked, TEXT) == "One"


def test_after_a_step_back_another_way_is_taken_and_the_old_one_is_gone() -> None:
    editing = begun(shipped()).to(edits.without_theme(shipped(), "GI")).undone()
    editing = editing.to(with_(editing.asked, ("title",), "Ours"))
    assert not editing.can_redo
    assert "GI" in editing.asked.theme_by_id


def test_a_place_is_named_as_mistakes_in_a_file_name_it() -> None:
    assert key_of(("scenarios", "D1", "next", 0, "text")) == "scenarios.D1.next.1.text"
    assert key_of(("cuts",)) == "bands"
    assert at(shipped(), ("tokens", "leaders", "staff")) == "leaders here"


def test_with_a_theme_goes_everything_that_belongs_to_it() -> None:
    asked = edits.without_theme(shipped(), "GI")
    assert what_does_not_fit(asked) == ""
    assert len(asked.items) == 36
    assert "GI1" not in asked.order + asked.pulse
    assert all(each.theme != "GI" for each in asked.practices + asked.suggestions)


def test_what_goes_has_no_role_any_more() -> None:
    asked = edits.without_question(edits.without_theme(shipped(), "SS"), "TT1")
    assert what_does_not_fit(asked) == ""
    assert (asked.in_role(SAFE_TO_SPEAK), asked.in_role(TASKS_IN_THEIR_HANDS)) == (("FR",), ())


def test_a_fact_that_goes_is_waited_for_by_no_suggestion() -> None:
    asked = edits.without_fact(shipped(), "K01")
    assert all("K01" not in each.when_practice_no for each in asked.suggestions)


def test_a_question_can_move_in_the_order_and_stops_at_its_ends() -> None:
    first = shipped().order[0]
    asked = moved(shipped(), ("order", first), 1)
    assert asked.order[:2] == (shipped().order[1], first)
    assert moved(asked, ("order", first), -5).order[0] == first


def test_an_id_is_never_used_again_even_when_its_question_was_thrown_away() -> None:
    editing = begun(edits.with_question(shipped(), "GI", "GI5"))
    editing = editing.to(edits.without_question(editing.asked, "GI5"))
    assert edits.next_id("GI", editing.taken_ids) == "GI6"
    assert edits.next_id("own", frozenset({"own-1", "own-9"})) == "own-10"


def test_two_own_questions_stand_beside_the_themes_and_are_asked_last() -> None:
    asked = with_two_own_questions(shipped(), "own-1", "own-2")
    assert [each.id for each in asked.own_questions] == ["own-1", "own-2"]
    assert asked.order[-2:] == ("own-1", "own-2")
    assert what_does_not_fit(asked) == ""


def test_an_own_copy_can_be_compared_with_the_one_it_began_as_on_what_was_not_reworded() -> None:
    asked = with_(own_copy(shipped(), ()), TEXT, "People here are met with interest.")
    assert asked.id != shipped().id
    assert set(shipped().order) - set(shared_questions(shipped(), asked, Perspective.STAFF)) == {"GI1"}


def test_from_nothing_there_is_a_place_for_everything_that_must_be_there() -> None:
    asked = from_nothing(shipped(), ("own-questionnaire-1",))
    assert asked.id == "own-questionnaire-2"
    assert what_does_not_fit(asked) == ""
    assert asked.wording("T1-1", Perspective.STAFF) == ""


@pytest.mark.parametrize(
    ("version", "after"),
    [("1.1.0", "1.2.0"), ("2.9", "2.10"), ("2025a", "2025a.1"), ("v3", "v4"), ("1.0.0-draft", "1.0.0-draft")],
)
def test_what_is_changed_is_another_version(version: str, after: str) -> None:
    asked = edits.as_draft(replace(shipped(), version=version))
    assert edits.is_draft(asked)
    assert edits.as_finished(asked).version == after.removesuffix("-draft")


DEEDS = {
    "question": lambda asked, new: edits.with_question(asked, asked.themes[0].id, new),
    "own question": lambda asked, new: edits.with_question(asked, "", new),
    "no question": lambda asked, _new: edits.without_question(asked, asked.items[-1].id),
    "theme": lambda asked, new: edits.with_theme(asked, asked.pillars[-1].id, new, f"{new}-1"),
    "no theme": lambda asked, _new: edits.without_theme(asked, asked.themes[0].id),
    "pillar": lambda asked, new: edits.with_pillar(asked, new, f"{new}t", f"{new}q"),
    "fact": lambda asked, new: edits.with_fact(asked, asked.themes[-1].id, new),
    "suggestion": lambda asked, new: edits.with_suggestion(asked, asked.themes[-1].id, new),
    "card": edits.with_card,
}


@given(st.lists(st.sampled_from(sorted(DEEDS)), max_size=12))
@settings(max_examples=30, deadline=None)
def test_whatever_is_done_everything_fits_and_can_be_taken_back(deeds: list[str]) -> None:
    editing = begun(shipped())
    done: list[Questionnaire] = [editing.asked]
    for number, deed in enumerate(deeds):
        if deed.startswith("no") and (len(editing.asked.themes) < 3 or len(editing.asked.items) < 3):
            continue
        editing = editing.to(DEEDS[deed](editing.asked, f"N{number}"))  # type: ignore[no-untyped-call]
        done.append(editing.asked)
        assert ids_in(editing.asked) <= editing.taken_ids
        known = {*editing.asked.theme_by_id, ""}
        assert {each.theme for each in editing.asked.items} <= known
        assert sorted(editing.asked.order) == sorted(editing.asked.item_by_id)
    while editing.can_undo:
        assert editing.asked == done.pop()
        editing = editing.undone()
    assert editing.asked == shipped()
