"""The promises of all organisations: what is due, what is open, what is done and how, each leading to its own page."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustcheck.app.presenting.promises import status_words
from trustcheck.domain.checks.round import PlacedPromise
from trustcheck.ui.kit.buttons import MoreButton, NameLink
from trustcheck.ui.kit.dates import day_in_words
from trustcheck.ui.kit.layout import Columns
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.page import Page
from trustcheck.ui.kit.plates import Card
from trustcheck.ui.kit.text import Text
from trustcheck.ui.organisations.due_promises import in_short, when
from trustcheck.words import gettext as _

AT_ONCE = 50
"""Promises of one group that are listed at a time."""


def sorted_out(promises: tuple[PlacedPromise, ...], today: date) -> dict[str, tuple[PlacedPromise, ...]]:
    """By heading: those whose day has come, the other open ones, and those of which somebody said what became."""
    opened = [each for each in promises if each.promise.is_open]
    due = tuple(each for each in opened if (each.promise.look_again_on or date.max) <= today)
    return {
        _("Due"): due,
        _("Still open"): tuple(each for each in opened if each not in due),
        _("Done"): tuple(each for each in promises if not each.promise.is_open),
    }


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
        self._look, self._waiting, self._today = look, list(promises), today
        self.links: list[NameLink] = []
        self.column.addWidget(Text(look, heading, "section"))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(look.px(14))
        self.column.addLayout(self._lines)
        self.more = MoreButton(look)
        self.more.clicked.connect(self._show_more)
        self.column.addWidget(self.more)
        self._show()

    def _show_more(self) -> None:
        at = len(self.links)
        self._show()
        self.links[at].show()
        self.links[at].setFocus()

    def _show(self) -> None:
        batch, self._waiting = self._waiting[:AT_ONCE], self._waiting[AT_ONCE:]
        for placed in batch:
            self._lines.addWidget(self._line(placed))
        self.more.show_left(len(self._waiting))

    def _line(self, placed: PlacedPromise) -> QWidget:
        link = NameLink(self._look, placed.organisation.name)
        link.setAccessibleName(spoken(placed, self._today))
        link.asked.connect(lambda: self.asked.emit(placed))
        self.links.append(link)
        words = Text(self._look, in_short(placed.promise), "body", "ink2")
        beside = ", ".join(each for each in (placed.promise.who, state_words(placed, self._today)) if each)
        state = Text(self._look, beside, "body", "ink2")
        line = Columns(self._look, link, words, state, narrow=640, gap=12)
        for at, share in enumerate((5, 10, 5)):
            line.box.setStretch(at, share)
        for each in (link, words, state):
            line.box.setAlignment(each, Qt.AlignmentFlag.AlignTop)
        return line


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
        self.groups = {
            heading: PromiseGroup(self.look, heading, those, today) for heading, those in found.items() if those
        }
        for group in self.groups.values():
            group.asked.connect(self.promise_asked)
            self.column.addWidget(group)
        self.column.addStretch(1)
        self.verticalScrollBar().setValue(0)

    @staticmethod
    def _lead(found: dict[str, tuple[PlacedPromise, ...]], today: date) -> str:
        if not any(found.values()):
            return _("Nothing was promised yet. A promise is made from a suggestion, or on the page of a check.")
        due, waiting, done = (len(each) for each in found.values())
        return _("On {day}: {due} due, {open} open besides, {done} answered.").format(
            day=day_in_words(today), due=due, open=waiting, done=done
        )
