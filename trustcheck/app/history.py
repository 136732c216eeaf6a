"""Undo and redo of answers. A history is a value; going back returns the change to take back."""

from dataclasses import dataclass, replace

from trustcheck.domain.answers import Answer


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
