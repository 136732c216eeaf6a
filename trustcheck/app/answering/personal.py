"""Taking one person's answers to their own check: each is handed to the one who saves as soon as it is given."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from trustcheck.app.answering.sheet import Answering
from trustcheck.app.answering.walkthrough import Walkthrough
from trustcheck.app.ports import NewRound, RoundStore
from trustcheck.domain.checks.marks import UNMARKED, AnswerMark
from trustcheck.domain.checks.proposal import LastSaid, still_asked
from trustcheck.domain.checks.round import PersonalRound, RoundState, RoundSummary


@dataclass(frozen=True, slots=True)
class Saving:
    """One thing to write. Of two in a row about the same ``subject``, the later one suffices."""

    work: Callable[[], None]
    subject: str = ""


def begun(rounds: RoundStore, new: NewRound, last: RoundSummary | None) -> int:
    """Begin a check of one person, where they wish with what they said ``last`` as proposals; its id."""
    if last is None:
        return rounds.begin(new)
    then = rounds.round(last.id)
    said, forms = LastSaid(then.response.answers, then.facts), (new.form, last.form)
    proposed = still_asked(said, then.questionnaire, new.questionnaire, new.perspective, forms)
    return rounds.begin(replace(new, proposed=proposed))


Save = Callable[[Saving], None]
"""Takes a piece of saving and returns at once; pieces are written one after the other, in this order."""


class _OwnRound:
    """Keeps each answer of one person's round by itself; the first change after the end opens the round again, where it
    goes on ``in_full`` with all questions asked.
    """

    def __init__(self, rounds: RoundStore, of: PersonalRound, save: Save, *, in_full: bool) -> None:
        self.rounds, self.round_id, self.save = rounds, of.summary.id, save
        self.closed = of.summary.state is RoundState.CLOSED
        self.stays_short = in_full
        """Nothing was answered or written beyond the short form yet: the check is still what it was."""

    def answer(self, here: Walkthrough, item_id: str) -> None:
        rounds, round_id, answer = self.rounds, self.round_id, here.response.answer(item_id)
        self._open(item_id)
        self.save(Saving(lambda: rounds.save_answer(round_id, item_id, answer), f"answer {item_id}"))

    def _open(self, item_id: str) -> None:
        rounds, round_id = self.rounds, self.round_id
        if self.stays_short:
            self.stays_short = self.closed = False
            self.save(Saving(lambda: rounds.ask_in_full(round_id)))
            self.save(Saving(lambda: rounds.save_place(round_id, item_id), "place"))
        elif self.closed:
            self.closed = False
            self.save(Saving(lambda: rounds.reopen(round_id)))

    def note(self, here: Walkthrough, item_id: str) -> None:
        if self.stays_short:
            self._open(item_id)
        rounds, round_id, text = self.rounds, self.round_id, here.notes.get(item_id, "")
        self.save(Saving(lambda: rounds.save_note(round_id, item_id, text), f"note {item_id}"))

    def mark(self, here: Walkthrough, item_id: str) -> None:
        """It changes no answer: a closed check stays closed."""
        if self.stays_short:
            self._open(item_id)
        rounds, round_id, mark = self.rounds, self.round_id, here.marks.get(item_id, UNMARKED)
        self.save(Saving(lambda: rounds.save_mark(round_id, item_id, mark), f"mark {item_id}"))

    def place(self, here: Walkthrough) -> None:
        if self.stays_short:
            return
        rounds, round_id, item_id = self.rounds, self.round_id, here.item_id
        self.save(Saving(lambda: rounds.save_place(round_id, item_id), "place"))

    def finish(self, _here: Walkthrough, on: date) -> None:
        if self.stays_short:
            return
        rounds, round_id = self.rounds, self.round_id
        self.closed = True
        self.save(Saving(lambda: rounds.close(round_id, on)))


class Collecting(Answering):
    """One person's own round that is being answered. Finishing closes it, and changing an answer opens it again.

    ``in_full`` goes on with all questions where the short form was asked; the check becomes one of all questions with
    the first answer, and its short result stays until then.
    """

    def __init__(self, rounds: RoundStore, of: PersonalRound, save: Save, *, in_full: bool = False) -> None:
        self._own = _OwnRound(rounds, of, save, in_full=in_full)
        super().__init__(Walkthrough.resume(of.in_full() if in_full else of), self._own)

    def mark(self, item_id: str, mark: AnswerMark) -> Walkthrough:
        """Keep what somebody says about an answer of their own, beside it."""
        self._check(item_id, None)
        if mark != self.here.marks.get(item_id, UNMARKED):
            self.here = self.here.mark(item_id, mark)
            self._own.mark(self.here, item_id)
        return self.here

    @property
    def is_closed(self) -> bool:
        return self._own.closed
