"""Honest arithmetic: how long answering takes, whether it fits, and what would."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.group_builders import setup, shipped
from trustcheck.app.collecting.set_up import minutes_each, time_needed
from trustcheck.domain.checks.group_round import GroupSetup, Way
from trustcheck.domain.questionnaire.model import Form


def planned(people: int, minutes: int = 0, *, way: Way = Way.LAPTOP, form: Form = Form.FULL) -> GroupSetup:
    return replace(setup(0, people, form=form), minutes=minutes, way=way)


def said(people: int, minutes: int = 0, *, way: Way = Way.LAPTOP, form: Form = Form.FULL) -> str:
    return time_needed(planned(people, minutes, way=way, form=form), shipped()).sentence


def test_a_turn_takes_about_nine_minutes_and_three_with_the_short_form() -> None:
    assert (minutes_each(40), minutes_each(12)) == (9, 3)


def test_scenario_cards_take_their_time_as_questions_do() -> None:
    with_cards = replace(planned(10), drill=True)
    assert (
        time_needed(with_cards, shipped()).minutes
        == 10 * minutes_each(46)
        > time_needed(planned(10), shipped()).minutes
    )


def test_ten_people_and_one_laptop_do_not_fit_into_twenty_five_minutes() -> None:
    needed = time_needed(planned(10, 25), shipped())

    assert (needed.minutes, needed.fits) == (90, False)
    assert needed.sentence == (
        "Ten people, one laptop: about 90 minutes, with reading and changing places. "
        "In 25 minutes two people would get through. "
        "Let people answer before you meet, or print forms, so that all write at once."
    )


def test_the_short_form_is_named_where_it_fits_and_only_there() -> None:
    assert "use the short form (about three minutes each)" in said(10, 30)
    assert "short form" not in said(10, 29)


def test_forms_are_named_only_where_there_is_time_to_fill_them_in() -> None:
    assert "print forms" in said(10, 9)
    assert said(10, 8).endswith("In eight minutes nobody would get through. Let people answer before you meet.")


def test_more_than_four_people_queue_where_the_time_is_open() -> None:
    assert time_needed(planned(4), shipped()).fits
    five = time_needed(planned(5), shipped())
    assert not five.fits
    assert "They would queue." in five.sentence


def test_what_fits_is_said_plainly() -> None:
    assert said(3, 30) == "Three people, one laptop: about 27 minutes, with reading and changing places. That fits."
    assert said(1) == "One person, one laptop: about nine minutes, with reading and changing places."


def test_on_paper_all_write_at_once_and_typing_takes_a_minute_each() -> None:
    needed = time_needed(planned(10, 25, way=Way.PAPER), shipped())

    assert (needed.minutes, needed.fits) == (9, True)
    assert needed.sentence.endswith("That fits. Typing it in takes about ten minutes afterwards.")


def test_where_not_even_one_form_fits_the_short_one_is_named_if_it_does() -> None:
    assert "the short form takes about three minutes" in said(10, 5, way=Way.PAPER)
    assert "Let people answer before you meet." in said(10, 2, way=Way.PAPER)
    assert "Let people answer before you meet." in said(10, 2, way=Way.FORM, form=Form.PULSE)


def test_a_form_is_filled_in_where_people_are() -> None:
    assert said(10, way=Way.FORM) == "Everybody answers where they are: about nine minutes each, with reading."


def test_many_minutes_are_told_in_hours() -> None:
    assert said(100).startswith("100 people, one laptop: about 15 hours, with reading and changing places.")
    assert said(14).startswith("14 people, one laptop: about 126 minutes, with reading and changing places.")


def test_a_table_takes_nobodys_time_and_nobody_is_told_anything() -> None:
    assert said(10_000, 1, way=Way.FILE) == ""
    assert said(0, 25) == ""


@given(st.integers(1, 500), st.integers(1, 1440), st.sampled_from(Form))
def test_it_fits_exactly_when_all_turns_fit(people: int, minutes: int, form: Form) -> None:
    needed = time_needed(planned(people, minutes, form=form), shipped())

    assert needed.minutes == people * minutes_each(len(shipped().asked(form)))
    assert needed.fits is (needed.minutes <= minutes)
    assert ("before you meet" in needed.sentence) is not needed.fits


@pytest.mark.parametrize("way", [Way.PAPER, Way.FORM])
def test_people_who_write_at_once_need_no_longer_when_there_are_more_of_them(way: Way) -> None:
    few, many = (time_needed(planned(people, 20, way=way), shipped()) for people in (3, 300))

    assert few.minutes == many.minutes
