"""The strip of promises that come due this month, and what it says of each, in a few words."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trustcheck.domain.checks.round import PlacedPromise, Promise
from trustcheck.ui.kit.buttons import Button, NameLink
from trustcheck.ui.kit.dates import day_and_month, day_in_words, month_alone
from trustcheck.ui.kit.icons import Icon
from trustcheck.ui.kit.layout import Columns
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.plates import Card
from trustcheck.ui.kit.text import Text
from trustcheck.words import gettext as _
from trustcheck.words import ngettext
from trustcheck.words.numbers import grouped

# What the strip of promises that come due says of each, in a few words.


_SHORT = 160
"""Characters of a promise in the strip; all of it stands on its own page."""


def in_short(promise: Promise) -> str:
    """The promise in one line, cut after a word where it is long."""
    words = " ".join(promise.text.split())
    if len(words) <= _SHORT:
        return words
    beginning = words[:_SHORT]
    head = beginning.rpartition(" ")[0]
    # Some scripts put no gap between words.
    return _("{beginning}\u2026").format(beginning=head.rstrip(" ,;:.") if len(head) > _SHORT // 2 else beginning)


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
        self._look, self._waiting, self._today = look, list(due), today
        self.links: list[NameLink] = []
        self._lines = QVBoxLayout()
        self._lines.setSpacing(look.px(14))
        words = QVBoxLayout()
        words.setSpacing(look.px(6))
        title = _("Promised for {month}").format(month=month_alone(today))
        words.addWidget(Text(look, title, "body_strong"))
        words.addLayout(self._lines)
        self.more = Button(look, "", "quiet", icon="chevron-down")
        self.more.clicked.connect(self._show_more)
        words.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout()
        row.setSpacing(look.px(16))
        row.addWidget(Icon(look, "flag", "accent", 22), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.column.addLayout(row)
        self._show(AT_FIRST)

    def _show_more(self) -> None:
        at = len(self.links)
        self._show(AT_ONCE)
        first = self.links[at]
        # What is not shown yet takes no keyboard.
        first.show()
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, number: int) -> None:
        batch, self._waiting = self._waiting[:number], self._waiting[number:]
        for due in batch:
            self._lines.addWidget(self._line(due))
        left = len(self._waiting)
        self.more.say(ngettext("Show {number} more", "Show more, {number} to come", left).format(number=grouped(left)))
        self.more.setVisible(bool(left))

    def _line(self, due: PlacedPromise) -> QWidget:
        link = NameLink(self._look, due.organisation.name)
        link.setAccessibleName(spoken(due, self._today))
        link.asked.connect(lambda: self.asked.emit(due))
        self.links.append(link)
        words = Text(self._look, in_short(due.promise), "body", "ink2")
        day = Text(self._look, when(due.promise, self._today), "body", "ink2")
        line = Columns(self._look, link, words, day, narrow=640, gap=12)
        for at, share in enumerate((5, 10, 4)):
            line.box.setStretch(at, share)
        for each in (link, words, day):
            line.box.setAlignment(each, Qt.AlignmentFlag.AlignTop)
        return line
