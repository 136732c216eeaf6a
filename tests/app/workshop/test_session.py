"""Where a group is in its slides: what is told stays covered until somebody uncovers it, whichever way they came."""

from hypothesis import given
from hypothesis import strategies as st

from trustcheck.app.workshop.session import Session, arranged, chosen
from trustcheck.app.workshop.slide import Slide

PLAIN = Slide("plain", "Plain", "What we promise")
TELLING = Slide("telling", "Telling", "How high?", told=("Sixty",))
LAST = Slide("last", "Last", "See you")
SLIDES = (PLAIN, TELLING, LAST)


def test_going_on_uncovers_before_it_leaves() -> None:
    at_telling = Session(SLIDES).forward()

    assert (at_telling.slide, at_telling.tells) == (TELLING, False)
    assert at_telling.forward().tells
    assert at_telling.forward().forward().slide is LAST
    assert Session(SLIDES).go_to(2).forward().slide is LAST


def test_going_back_covers_before_it_leaves_and_comes_covered() -> None:
    told = Session(SLIDES).go_to(1).forward()

    assert (told.back().slide, told.back().tells) == (TELLING, False)
    assert told.back().back().slide is PLAIN
    after = told.forward().back()
    assert (after.slide, after.tells) == (TELLING, False)


def test_a_black_wall_lights_up_with_what_stood_there() -> None:
    black = Session(SLIDES).go_to(1).forward().turn_blank()

    assert not black.tells
    assert black.forward() == black.turn_blank()
    assert black.back().slide is TELLING


@given(st.lists(st.sampled_from(["forward", "back", "turn_cover", "turn_blank", "go_to"]), max_size=30))
def test_whatever_is_pressed_a_slide_that_is_come_to_is_covered(pressed: list[str]) -> None:
    session = Session(SLIDES)
    for each in pressed:
        before = session
        session = session.go_to(session.at + 1) if each == "go_to" else getattr(session, each)()
        if session.slide is not before.slide:
            assert not session.tells


def test_slides_keep_the_order_they_were_given_and_new_ones_stand_where_they_belong() -> None:
    assert arranged(SLIDES, ("last", "plain", "gone")) == [LAST, PLAIN, TELLING]
    assert arranged(SLIDES, ("telling",)) == [PLAIN, TELLING, LAST]
    assert chosen(SLIDES, ("plain",)) == [TELLING, LAST]
    assert chosen(SLIDES, ("plain", "telling", "last")) == list(SLIDES)


def test_the_slide_on_the_wall_stays_when_others_move_around_it() -> None:
    told = Session(SLIDES).go_to(1).forward()

    assert told.with_slides((LAST, TELLING)).tells
    assert told.with_slides((LAST, TELLING)).at == 1
    assert not told.with_slides((PLAIN, LAST)).tells
