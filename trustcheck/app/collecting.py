"""Taking one person's answers to their own check: each is handed to the one who saves as soon as it is given."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from trustcheck.app.answering import Answering
from trustcheck.app.ports import Store
from trustcheck.app.walkthrough import Walkthrough
from trustcheck.domain.round import PersonalRound, RoundState


@dataclass(frozen=True, slots=True)
class Saving:
    """One thing to write. Of two in a row about the same ``subject``, the later one suffices."""

    work: Callable[[], None]
    subject: str = ""


Save = Callable[[Saving], None]
"""Takes a piece of saving and returns at once; pieces are written one after the other, in this order."""


class _OwnRound:
    """Keeps each answer of one person's round by itself; the first change after the end opens the round again."""

    def __init__(self, store: Store, of: PersonalRound, save: Save) -> None:
        self.store, self.round_id, self.save = store, of.summary.id, save
        self.closed = of.summary.state is RoundState.CLOSED

    def answer(self, here: Walkthrough, item_id: str) -> None:
        store, round_id, answer = self.store, self.round_id, here.response.answer(item_id)
        if self.closed:
            self.closed = False
            self.save(Saving(lambda: store.reopen_round(round_id)))
        self.save(Saving(lambda: store.save_answer(round_id, item_id, answer), f"answer {item_id}"))

    def note(self, here: Walkthrough, item_id: str) -> None:
        store, round_id, text = self.store, self.round_id, here.notes.get(item_id, "")
        self.save(Saving(lambda: store.save_note(round_id, item_id, text), f"note {item_id}"))

    def place(self, here: Walkthrough) -> None:
        store, round_id, item_id = self.store, self.round_id, here.item_id
        self.save(Saving(lambda: store.save_place(round_id, item_id), "place"))

    def finish(self, _here: Walkthrough, on: date) -> None:
        store, round_id = self.store, self.round_id
        self.closed = True
        self.save(Saving(lambda: store.close_round(round_id, on)))


class Collecting(Answering):
    """One person's own round that is being answered. Finishing closes it, and changing an answer opens it again."""

    def __init__(self, store: Store, of: PersonalRound, save: Save) -> None:
        self._own = _OwnRound(store, of, save)
        super().__init__(Walkthrough.resume(of), self._own)

    @property
    def is_closed(self) -> bool:
        return self._own.closed
