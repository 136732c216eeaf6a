"""The strip of promises that come due this month, and what it says of each, in a few words."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from trustcheck.domain.checks.round import PlacedPromise, Promise
from trustcheck.ui.kit.buttons import NameLink
from trustcheck.ui.kit.dates import day_and_month, day_in_words, month_alone
from trustcheck.ui.kit.icons import Icon
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.plates import Card
from trustcheck.ui.kit.text import Text
from trustcheck.ui.organisations.promise_lines import PromiseLines, in_short
from trustcheck.words import gettext as _

# What the strip of promises that come due says of each, in a few words.


def when(promise: Promise, today: date) -> str:
    """Until when, in a few words: "by 28 November"; a day of another year says which."""
    day = promise.look_again_on
    assert day is not None
    if day == today:
        return _("today")
    named = day_and_month(day) if day.year == today.year else day_in_words(day)
    return _("by {day}").format(day=named) if day > today else _("{day} has passed").format(day=named)


def spoken(due: PlacedPromise, today: date) -> str:
    """The whole line as a screen reader says it."""
    return _("Promise of {organisation}, {when}: {promise}").format(
        organisation=due.organisation.name, promise=in_short(due.promise), when=when(due.promise, today)
    )


# What was promised and comes due this month: whose, what and by when, a few at a time.


AT_FIRST = 3
"""Promises that stand there unasked: the strip is a reminder, the list above it the work."""
AT_ONCE = 20


class DuePromises(Card):
    """Signals: ``asked`` with the :class:`PlacedPromise` somebody wants to see."""

    asked = Signal(object)

    def __init__(self, look: Look, due: tuple[PlacedPromise, ...], today: date) -> None:
        super().__init__(look, fill="sunk", edge="", padding=(24, 18), gap=6)
        self.lines = PromiseLines(
            look,
            due,
            stands=lambda each: when(each.promise, today),
            spoken=lambda each: spoken(each, today),
            first=AT_FIRST,
            at_once=AT_ONCE,
        )
        self.lines.asked.connect(self.asked)
        words = QVBoxLayout()
        words.setSpacing(look.px(6))
        title = _("Promised for {month}").format(month=month_alone(today))
        words.addWidget(Text(look, title, "body_strong"))
        words.addWidget(self.lines)
        row = QHBoxLayout()
        row.setSpacing(look.px(16))
        row.addWidget(Icon(look, "flag", "accent", 22), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.column.addLayout(row)

    @property
    def links(self) -> list[NameLink]:
        """Those that stand there, in order."""
        return self.lines.links
