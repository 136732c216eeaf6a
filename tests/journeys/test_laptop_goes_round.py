"""The laptop goes round, in the whole program: three people one after the other, and a program that ended between."""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from tests.person.going_round import SECRET, Key, Modifier, answer_all, begin_going_round, check_in, sit_down
from tests.person.program import Program, menu_actions
from tests.ui.room import PIN
from trustcheck.app.application import Application
from trustcheck.bootstrap import build
from trustcheck.domain.questionnaire.model import Perspective
from trustcheck.ui.laptop.hand_over import ALLOWED
from trustcheck.ui.shell.places import Place


def test_three_people_answer_and_the_facilitator_comes_back(
    program: Callable[[Application], Program], application: Application, tmp_path: Path
) -> None:
    as_it_comes = replace(application, sealing=build(os.environ).sealing)
    path = tmp_path / "answers.trustcheck"
    round_id = check_in(path)
    running = program(as_it_comes)
    person = running.start(str(path))
    person.waits_for(lambda: running.navigator.flow is not None)
    running.navigator.flow.group.take_up(round_id)
    begin_going_round(person)
    for _person in range(2):
        sit_down(person)
        answer_all(person)
        person.sees("Thank you. Your answers are put away.")
    words = sit_down(person)
    person.write("2")
    person.press(Key.Key_E)
    person.write(SECRET)
    running.close()

    again = program(as_it_comes)
    person = again.start(str(path))
    person.arrives_at(Place.HAND_OVER)
    person.sees("Who is next?")
    assert SECRET not in person.reads()
    offered = {each for each, action in menu_actions(again.window).items() if action.isEnabled()}
    assert offered <= ALLOWED
    for key, modifiers in (
        (Key.Key_Left, Modifier.AltModifier),
        (Key.Key_Home, Modifier.AltModifier),
        (Key.Key_1, Modifier.ControlModifier),
        (Key.Key_Comma, Modifier.ControlModifier),
        (Key.Key_O, Modifier.ControlModifier),
        (Key.Key_N, Modifier.ControlModifier),
        (Key.Key_F1, Modifier.NoModifier),
    ):
        person.press(key, modifiers)
        assert again.window.place is Place.HAND_OVER
    assert not again.window.sidebar.isVisible()

    person.sees("I left my answers half filled")
    person.choose("I left my answers half filled")
    person.arrives_at(Place.COME_BACK)
    person.write(words)
    person.press(Key.Key_Return)
    person.arrives_at(Place.QUESTION)
    answer_all(person)

    person.choose("Facilitator")
    person.arrives_at(Place.PIN)
    person.write(PIN)
    person.press(Key.Key_Return)
    person.arrives_at(Place.COLLECT)
    person.sees("3 of 14 have answered.")
    assert again.window.sidebar.isVisible()
    store = again.navigator.flow.file.store
    assert store.groups.arrived(round_id).finished[Perspective.STAFF] == 3
