"""Promises of several organisations below each other: whose, what, and how it stands, a few at a time."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustcheck.domain.checks.round import PlacedPromise, Promise
from trustcheck.ui.kit.buttons import MoreButton, NameLink
from trustcheck.ui.kit.layout import Columns
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.text import Text
from trustcheck.words import gettext as _

_SHORT = 160
"""Characters of a promise in a list; all of it stands on its own page."""
PlacedWords = Callable[[PlacedPromise], str]


def in_short(promise: Promise) -> str:
    """The promise in one line, cut after a word where it is long."""
    words = " ".join(promise.text.split())
    if len(words) <= _SHORT:
        return words
    beginning = words[:_SHORT]
    head = beginning.rpartition(" ")[0]
    # Some scripts put no gap between words.
    return _("{beginning}\u2026").format(beginning=head.rstrip(" ,;:.") if len(head) > _SHORT // 2 else beginning)


class PromiseLines(QWidget):
    """``stands`` says how a promise stands, ``spoken`` the whole line to a screen reader; ``first`` of them are there
    unasked, and ``at_once`` more at a time. Signals: ``asked`` with the :class:`PlacedPromise` somebody wants to see.
    """

    asked = Signal(object)

    def __init__(
        self,
        look: Look,
        promises: Sequence[PlacedPromise],
        *,
        stands: PlacedWords,
        spoken: PlacedWords,
        first: int,
        at_once: int,
    ) -> None:
        super().__init__()
        self._look, self._waiting, self._at_once = look, list(promises), at_once
        self._stands, self._spoken = stands, spoken
        self.links: list[NameLink] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(6))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(look.px(14))
        column.addLayout(self._lines)
        self.more = MoreButton(look)
        self.more.clicked.connect(self._show_more)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self._show(first)

    def _show_more(self) -> None:
        at = len(self.links)
        self._show(self._at_once)
        # What is not shown yet takes no keyboard.
        self.links[at].show()
        self.links[at].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, number: int) -> None:
        batch, self._waiting = self._waiting[:number], self._waiting[number:]
        for each in batch:
            self._lines.addWidget(self._line(each))
        self.more.show_left(len(self._waiting))

    def _line(self, placed: PlacedPromise) -> QWidget:
        link = NameLink(self._look, placed.organisation.name)
        link.setAccessibleName(self._spoken(placed))
        link.asked.connect(lambda: self.asked.emit(placed))
        self.links.append(link)
        words = Text(self._look, in_short(placed.promise), "body", "ink2")
        stands = Text(self._look, self._stands(placed), "body", "ink2")
        line = Columns(self._look, link, words, stands, narrow=640, gap=12)
        for at, share in enumerate((5, 10, 5)):
            line.box.setStretch(at, share)
        for part in (link, words, stands):
            line.box.setAlignment(part, Qt.AlignmentFlag.AlignTop)
        return line
