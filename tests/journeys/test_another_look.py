"""Another look while the window is open: everything on it follows, not only what is made afterwards."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtGui import QPalette

from tests.person.program import Program
from trustcheck.ui.kit.text import Text
from trustcheck.ui.shell.places import Place


def in_other_inks(running: Program) -> list[str]:
    """The texts that stand in an ink of another look than the one the person chose."""
    look = running.window.look
    return [
        each.text()
        for each in running.window.findChildren(Text)
        if each.palette().color(QPalette.ColorRole.WindowText) != look.ink(each.ink)
    ]


@pytest.mark.parametrize("looks", [("dark",), ("dark", "light", "dark")])
def test_every_text_takes_the_inks_of_the_look_that_was_chosen(
    program: Callable[[], Program], looks: tuple[str, ...]
) -> None:
    running = program()
    running.start().arrives_at(Place.WELCOME)

    for each in looks:
        running.window.commands.action(f"look-{each}").trigger()

    assert running.window.look.theme.dark is (looks[-1] == "dark")
    assert running.window.findChildren(Text)
    assert in_other_inks(running) == []


def test_so_does_a_larger_text_after_another_look(program: Callable[[], Program]) -> None:
    running = program()
    running.start().arrives_at(Place.WELCOME)
    running.window.commands.action("look-dark").trigger()

    running.navigator.prefer(replace(running.application.settings.load(), text_size=150))

    assert in_other_inks(running) == []
