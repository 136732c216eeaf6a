"""Something that breaks under a person's hands, as a mistake in the program would, and what must not be told of it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QWidget

from tests.person.hearing import said_by
from tests.person.program import Program
from trustcheck.app.unforeseen import Unforeseen
from trustcheck.domain.questionnaire.answers import Answer
from trustcheck.ui.navigation.trouble import Trouble, TroubleSheet
from trustcheck.ui.shell.places import Place

HAPPENED = "Something happened that TrustCheck did not expect."
NOTE, CLIENT, PASSPHRASE = "Joan never listens", "Northgate Housing", "amber otter lantern 2468"


@dataclass
class Watched:
    """A program whose failures are caught as in the real one."""

    program: Callable[[], Program]
    unforeseen: Unforeseen

    def start(self) -> Program:
        running = self.program()
        trouble = Trouble(running.window, running.application)
        trouble.watch(running.navigator.files)
        self.unforeseen.show = trouble.tell
        return running

    def meets_something(self, running: Program) -> None:
        """A mistake somewhere, in nobody's hands."""
        try:
            fail()
        except ValueError as failure:
            self.unforeseen.met(failure)
        running.person.waits_for(lambda: is_interrupted(running) or running.window.is_covered)


def fail(*_given: object, **_named: object) -> None:
    """As a mistake in the program would, with everything in it that must not be told."""
    password, note = PASSPHRASE, NOTE
    message = f"{Path.home()}: {CLIENT}, {note}, {password}, {Answer(4)!r}"
    try:
        raise KeyError(message)
    except KeyError as led_to:
        raise ValueError(message) from led_to


def sheet(running: Program) -> TroubleSheet:
    return running.window.findChildren(TroubleSheet)[0]


def is_interrupted(running: Program) -> bool:
    return any(each.isVisible() for each in running.window.findChildren(TroubleSheet))


def shows_nothing(running: Program) -> bool:
    """Whether the page that was shown is gone, and none has come."""
    window = running.window
    pages = [window.page(place) for place in Place if window.has_page(place)]
    return not window.has_page(window.place) and window.stack.currentWidget() not in pages


def said_on_the_sheet(running: Program) -> str:
    """Every word of it, whether it is shown or kept."""
    parts = (sheet(running), *sheet(running).findChildren(QWidget))
    return "\n".join(said for each in parts for said in said_by(each))


def quotes_nobody(told: str) -> None:
    for planted in (NOTE, "Joan", CLIENT, "Northgate", PASSPHRASE, "otter", "Answer(", str(Path.home()), "/"):
        assert planted not in told
