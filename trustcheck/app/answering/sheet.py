"""Answering one sheet: each answer is checked, shown at once, and handed to whatever keeps it."""

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from trustcheck.app.answering.review import Review, review
from trustcheck.app.answering.walkthrough import Walkthrough
from trustcheck.app.ports import Refused
from trustcheck.domain.checks.round import NOTE_LIMIT
from trustcheck.domain.questionnaire.answers import Answer
from trustcheck.words import gettext as _

# Whether a note holds something that could point at a person. A hint for the one who writes, never a bar.


_MAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]")
_HANDLE = re.compile(r"(?<![\w@])@\w{2}")
_PHONE = re.compile(r"(?<![\w+])(?:\+\d|0\d)(?:[\s()./-]{0,2}\d){5,}")


def may_name_somebody(text: str) -> bool:
    """Whether ``text`` holds what looks like an e-mail address, a telephone number or an ``@name``."""
    return any(pattern.search(text) for pattern in (_MAIL, _HANDLE, _PHONE))


# Undo and redo of answers. A history is a value; going back returns the change to take back.


@dataclass(frozen=True, slots=True)
class Change:
    """One answer as it was and as it became; ``None`` is no answer."""

    item_id: str
    before: Answer | None
    after: Answer | None

    def turned(self) -> "Change":
        """The change that takes this one back."""
        return Change(self.item_id, self.after, self.before)


@dataclass(frozen=True, slots=True)
class History:
    """What was done and can be undone, and what was undone and can be done again; the latest last."""

    done: tuple[Change, ...] = ()
    undone: tuple[Change, ...] = ()

    def with_change(self, change: Change) -> "History":
        """A new change ends what could be done again."""
        return History((*self.done, change))

    def undo(self) -> tuple[Change | None, "History"]:
        """The change to make so that the last one never was, or ``None`` where there is none."""
        if not self.done:
            return None, self
        last = self.done[-1]
        return last.turned(), History(self.done[:-1], (*self.undone, last))

    def redo(self) -> tuple[Change | None, "History"]:
        """The change to make again, or ``None`` where nothing was undone."""
        if not self.undone:
            return None, self
        last = self.undone[-1]
        return last, replace(self, done=(*self.done, last), undone=self.undone[:-1])


class Keeping(Protocol):
    """Keeps what is answered. Each method is told what is true now, and returns at once."""

    def answer(self, here: Walkthrough, item_id: str, /) -> None: ...

    def note(self, here: Walkthrough, item_id: str, /) -> None: ...

    def place(self, here: Walkthrough) -> None: ...

    def finish(self, here: Walkthrough, on: date, /) -> None: ...


class Answering:
    """One sheet that is being answered. What it returns is on screen before it is on disk."""

    def __init__(self, here: Walkthrough, keeping: Keeping) -> None:
        self.here, self._keeping = here, keeping
        self._history = History()

    @property
    def can_undo(self) -> bool:
        return bool(self._history.done)

    @property
    def can_redo(self) -> bool:
        return bool(self._history.undone)

    def record(self, item_id: str, answer: Answer | None) -> Walkthrough:
        """Give, change or (``None``) clear one answer. Raises :class:`Refused` for one the item does not allow."""
        self._check(item_id, answer)
        before = self.here.response.answer(item_id)
        if before != answer:
            change = Change(item_id, before, answer)
            self._history = self._history.with_change(change)
            self._make(change)
        return self.here

    def undo(self) -> Walkthrough:
        """Take the last answer back, standing at its question; where there is none, everything stays."""
        change, self._history = self._history.undo()
        return self._replayed(change)

    def redo(self) -> Walkthrough:
        """Give the answer again that was taken back last, standing at its question."""
        change, self._history = self._history.redo()
        return self._replayed(change)

    def note(self, item_id: str, text: str) -> Walkthrough:
        """Keep a note of at most 500 characters; what is beyond is cut. An empty one is forgotten."""
        self._check(item_id, None)
        text = text[:NOTE_LIMIT]
        if text != self.here.notes.get(item_id, ""):
            self.here = self.here.note(item_id, text)
            self._keeping.note(self.here, item_id)
        return self.here

    def forward(self) -> Walkthrough:
        return self._stand(self.here.forward())

    def back(self) -> Walkthrough:
        return self._stand(self.here.back())

    def go_to(self, item_id: str) -> Walkthrough:
        """Stand at one question. Raises :class:`Refused` where it is not asked."""
        self._check(item_id, None)
        return self._stand(self.here.go_to(item_id))

    def review(self) -> Review:
        return review(self.here)

    def finish(self, on: date) -> None:
        """The end: open questions may stay open."""
        self._keeping.finish(self.here, on)

    def _stand(self, there: Walkthrough) -> Walkthrough:
        moved = there.item_id != self.here.item_id
        self.here = there
        if moved:
            self._keeping.place(there)
        return there

    def _replayed(self, change: Change | None) -> Walkthrough:
        if change is not None:
            self._make(change)
            self._stand(self.here.go_to(change.item_id))
        return self.here

    def _make(self, change: Change) -> None:
        self.here = self.here.answer(change.item_id, change.after)
        self._keeping.answer(self.here, change.item_id)

    def _check(self, item_id: str, answer: Answer | None) -> None:
        if item_id not in self.here.asked:
            raise Refused(_("There is no question {id} in this check.").format(id=item_id), _("Nothing was changed."))
        if answer is not None and answer.is_point and answer.code > self.here.questionnaire.high:
            raise Refused(
                _("This question takes 1 to {high}, not {point}.").format(
                    high=self.here.questionnaire.high, point=answer.code
                ),
                _("Nothing was changed."),
            )
