"""The promises of all organisations: what is due, what is open, what is done and how, each leading to its own page."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trustcheck.app.presenting.promises import status_words
from trustcheck.domain.checks.round import PlacedPromise
from trustcheck.ui.kit.buttons import NameLink
from trustcheck.ui.kit.dates import day_in_words
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.page import Page
from trustcheck.ui.kit.plates import Card
from trustcheck.ui.kit.text import Text
from trustcheck.ui.organisations.due_promises import when
from trustcheck.ui.organisations.promise_lines import PromiseLines, in_short
from trustcheck.words import gettext as _

AT_ONCE = 50
"""Promises of one group that are listed at a time."""


Grouped = tuple[tuple[str, tuple[PlacedPromise, ...]], ...]


def sorted_out(promises: tuple[PlacedPromise, ...], today: date) -> Grouped:
    """Each with its heading: those whose day has come, the other open ones, those of which it is said what became."""
    opened = [each for each in promises if each.promise.is_open]
    due = tuple(each for each in opened if (each.promise.look_again_on or date.max) <= today)
    return (
        (_("Due"), due),
        (_("Still open"), tuple(each for each in opened if each not in due)),
        (_("Done"), tuple(each for each in promises if not each.promise.is_open)),
    )


def state_words(placed: PlacedPromise, today: date) -> str:
    """Until when, or what became of it."""
    promise = placed.promise
    if not promise.is_open:
        return status_words(promise.status)
    return when(promise, today) if promise.look_again_on is not None else _("no day yet")


def spoken(placed: PlacedPromise, today: date) -> str:
    """The whole line as a screen reader says it."""
    said = _("{organisation}: {promise}").format(
        organisation=placed.organisation.name, promise=in_short(placed.promise)
    )
    parts = (said, placed.promise.who, state_words(placed, today))
    return ", ".join(each for each in parts if each)


class PromiseGroup(Card):
    """Signals: ``asked`` with the :class:`PlacedPromise` somebody wants to see."""

    asked = Signal(object)

    def __init__(self, look: Look, heading: str, promises: tuple[PlacedPromise, ...], today: date) -> None:
        super().__init__(look, gap=10)
        self.column.addWidget(Text(look, heading, "section"))
        self.lines = PromiseLines(
            look,
            promises,
            stands=lambda each: _in_few_words(each, today),
            spoken=lambda each: spoken(each, today),
            first=AT_ONCE,
            at_once=AT_ONCE,
        )
        self.lines.asked.connect(self.asked)
        self.column.addWidget(self.lines)

    @property
    def links(self) -> list[NameLink]:
        """Those that stand there, in order."""
        return self.lines.links


def _in_few_words(placed: PlacedPromise, today: date) -> str:
    return ", ".join(each for each in (placed.promise.who, state_words(placed, today)) if each)


class AllPromisesPage(Page):
    """Signals: ``promise_asked`` with a :class:`PlacedPromise`."""

    promise_asked = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__(look, widest=1040)
        self.name = _("Promises")
        self.groups: dict[str, PromiseGroup] = {}

    def first_focus(self) -> QWidget | None:
        return next((each.links[0] for each in self.groups.values()), None)

    def show_promises(self, promises: tuple[PlacedPromise, ...], today: date) -> None:
        self.clear()
        self.title(_("What was promised, everywhere"))
        found = sorted_out(promises, today)
        self.column.addWidget(Text(self.look, self._lead(found, today), "lead", "ink2"))
        self.groups = {heading: PromiseGroup(self.look, heading, those, today) for heading, those in found if those}
        for group in self.groups.values():
            group.asked.connect(self.promise_asked)
            self.column.addWidget(group)
        self.column.addStretch(1)
        self.verticalScrollBar().setValue(0)

    @staticmethod
    def _lead(found: Grouped, today: date) -> str:
        if not any(those for _heading, those in found):
            return _("Nothing was promised yet. A promise is made from a suggestion, or on the page of a check.")
        due, waiting, done = (len(those) for _heading, those in found)
        return _("On {day}: {due} due, {open} open besides, {done} answered.").format(
            day=day_in_words(today), due=due, open=waiting, done=done
        )
