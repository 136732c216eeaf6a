"""A program that ends without a goodbye."""

from collections.abc import Callable

from tests.person.program import Program
from trustcheck.ui.navigation.last_time import LastTime

Start = Callable[[], Program]


def ended_without_goodbye(program: Start) -> Program:
    """A window that begins after one which closed without its goodbye."""
    running = program()
    LastTime(running.window, running.navigator.files)
    return running
