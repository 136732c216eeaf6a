"""Taking one person's answers: each is checked, shown at once, and handed to the one who saves."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from gettext import gettext as _

from trustcheck.app.history import Change, History
from trustcheck.app.ports import Refused, Store
from trustcheck.app.review import Review, review
from trustcheck.app.walkthrough import Walkthrough
from trustcheck.domain.answers import Answer
from trustcheck.domain.round import NOTE_LIMIT, PersonalRound, RoundState


@dataclass(frozen=True, slots=True)
class Saving:
    """One thing to write. Of two in a row about the same ``subject``, the later one suffices."""

    work: Callable[[], None]
    subject: str = ""


Save = Callable[[Saving], None]
"""Takes a piece of saving and returns at once; pieces are written one after the other, in this order."""


class Collecting:
    """One round that is being answered. What it returns is on screen before it is on disk; ``save`` tells when."""

    def __init__(self, store: Store, of: PersonalRound, save: Save) -> None:
        self._store, self._round_id, self._save = store, of.summary.id, save
        self._closed = of.summary.state is RoundState.CLOSED
        self._history = History()
        self.here = Walkthrough.resume(of)

    @property
    def is_closed(self) -> bool:
        return self._closed

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
            store, round_id = self._store, self._round_id
            self._save(Saving(lambda: store.save_note(round_id, item_id, text), f"note {item_id}"))
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
        """Close the round; open questions may stay open. Changing an answer opens it again."""
        store, round_id = self._store, self._round_id
        self._closed = True
        self._save(Saving(lambda: store.close_round(round_id, on)))

    def _stand(self, there: Walkthrough) -> Walkthrough:
        if there.item_id != self.here.item_id:
            store, round_id, item_id = self._store, self._round_id, there.item_id
            self._save(Saving(lambda: store.save_place(round_id, item_id), "place"))
        self.here = there
        return there

    def _replayed(self, change: Change | None) -> Walkthrough:
        if change is not None:
            self._make(change)
            self._stand(self.here.go_to(change.item_id))
        return self.here

    def _make(self, change: Change) -> None:
        store, round_id = self._store, self._round_id
        if self._closed:
            self._closed = False
            self._save(Saving(lambda: store.reopen_round(round_id)))
        self.here = self.here.answer(change.item_id, change.after)
        subject = f"answer {change.item_id}"
        self._save(Saving(lambda: store.save_answer(round_id, change.item_id, change.after), subject))

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
