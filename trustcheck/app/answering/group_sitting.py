"""One person's sheet of a group's check: sealed anew after each change, and put away for good at the end."""

from dataclasses import replace
from datetime import date

from trustcheck.app.answering.beside import GuessesAsked, guess_step, with_guess
from trustcheck.app.answering.cards import CardStep, card_step, with_pick
from trustcheck.app.answering.personal import Save, Saving
from trustcheck.app.answering.review import Review
from trustcheck.app.answering.sealing import Draft, SheetSeal
from trustcheck.app.answering.sheet import Answering
from trustcheck.app.answering.walkthrough import Walkthrough
from trustcheck.app.ports import SheetStore
from trustcheck.domain.checks.group_round import GroupSetup, NotesUse, Sheet
from trustcheck.domain.questionnaire.answers import Response, SaidBeside
from trustcheck.domain.questionnaire.model import Perspective, Questionnaire
from trustcheck.domain.questionnaire.scenarios import Scenario, known_picks


class _SealedSheet:
    """Keeps a sheet as one sealed piece. Nothing of it is ever on the disk in a form that can be read."""

    def __init__(self, sheets: SheetStore, round_id: int, seal: SheetSeal, save: Save, *, begun: bool) -> None:
        self.sheets, self.round_id, self.seal, self.save = sheets, round_id, seal, save
        self.is_begun, self.is_finished = begun, False
        self._sheet: Sheet | None = None

    def answer(self, here: Walkthrough, _item_id: str) -> None:
        self._keep(here)

    def note(self, here: Walkthrough, _item_id: str) -> None:
        self._keep(here)

    def pick(self, here: Walkthrough) -> None:
        self._keep(here)

    def place(self, here: Walkthrough) -> None:
        """Where somebody stands is kept with an answer; looking round alone leaves nothing."""
        if self.is_begun:
            self._keep(here)

    def finish(self, here: Walkthrough, _on: date) -> None:
        """Put the sheet away; an empty one leaves nothing. No day is kept with a sheet.

        If that does not reach the disk, answers can still be changed; the next attempt puts away what they are then.
        """
        if is_empty(here) and not self.is_begun:
            return
        if not self.is_begun:
            self._keep(here)
        self._sheet = _sheet(here)
        self.save(Saving(self._put_away))

    def _keep(self, here: Walkthrough) -> None:
        self.is_begun, self._sheet = True, _sheet(here)
        draft = Draft(here.response, here.notes, here.item_id)

        def work() -> None:
            # A sheet that could not be put away at the first attempt may be there by now.
            if not self.is_finished:
                self.sheets.save_sealed(self.round_id, self.seal.seal(draft))

        self.save(Saving(work, "sheet"))

    def _put_away(self) -> None:
        assert self._sheet is not None
        if self._sheet.says_something:
            self.sheets.finish_sealed(self.round_id, self.seal.sheet_id, self._sheet)
        else:
            self.sheets.discard_sealed(self.round_id, self.seal.sheet_id)
        self.is_finished = True


class GroupSitting(Answering):
    """One sheet that is being answered on a laptop that is passed round. ``begun``: it is on the disk already."""

    def __init__(
        self,
        sheets: SheetStore,
        round_id: int,
        here: Walkthrough,
        seal: SheetSeal,
        save: Save,
        *,
        begun: bool = False,
        cards: tuple[Scenario, ...] = (),
        guesses: GuessesAsked | None = None,
    ) -> None:
        """``guesses`` and then ``cards`` are asked after the questions."""
        self._sealed = _SealedSheet(sheets, round_id, seal, save, begun=begun)
        self.cards, self.guesses = cards, guesses
        super().__init__(here, self._sealed)

    def review(self) -> Review:
        picked = known_picks(self.cards, self.here.response.beside.drill)
        return replace(super().review(), cards=len(self.cards), picked=len(picked))

    @property
    def steps_after(self) -> int:
        """How many guesses and cards come after the questions."""
        return self._guessed + len(self.cards)

    def card(self, at: int) -> CardStep:
        """The guess or card at place ``at`` (from 0) as it stands on the screen."""
        if self.guesses is not None and at < self._guessed:
            return guess_step(self.guesses, self.here.response.beside, at)
        return card_step(self.here, self.cards, at - self._guessed)

    def pick(self, at: int, picked: int | None) -> None:
        """Guess, or pick what would really happen; change it, or (``None``) take it back."""
        step = self.card(at)
        if at < self._guessed:
            beside = with_guess(self.here.response.beside, step.id, picked)
            there = replace(self.here, response=replace(self.here.response, beside=beside))
        else:
            there = with_pick(self.here, self.cards, step.id, picked)
        if there != self.here:
            self.here = there
            self._sealed.pick(there)

    @property
    def _guessed(self) -> int:
        return len(self.guesses.themes) if self.guesses is not None else 0

    @property
    def phrase(self) -> str:
        """The three words that open this sheet."""
        return self._sealed.seal.phrase

    @property
    def is_begun(self) -> bool:
        """Whether there is anything to come back to."""
        return self._sealed.is_begun

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all is answered: there is nothing to put away."""
        return is_empty(self.here)


def is_empty(here: Walkthrough) -> bool:
    return not _sheet(here).says_something


def _sheet(here: Walkthrough) -> Sheet:
    return Sheet(here.response, dict(here.notes))


def new_walk(
    questionnaire: Questionnaire, setup: GroupSetup, perspective: Perspective, *, agreed: bool = False
) -> Walkthrough:
    """The way of somebody new through the questionnaire, at its first question, nothing answered. ``agreed`` is what
    they said to dots."""
    return Walkthrough(
        questionnaire,
        Response(perspective, setup.form, beside=SaidBeside(dots=agreed)),
        leaders_are=setup.leaders_are,
        staff_are=setup.staff_are,
    )


def resumed_walk(questionnaire: Questionnaire, setup: GroupSetup, draft: Draft) -> Walkthrough:
    """Where somebody stopped. Notes are left behind where the check takes none; so is what it does not ask beside the
    questions, when the sheet is put away."""
    fresh = new_walk(questionnaire, setup, draft.response.perspective)
    asked = frozenset(fresh.asked)
    known = {item_id: answer for item_id, answer in draft.response if item_id in asked}
    notes = {item_id: words for item_id, words in draft.notes.items() if item_id in asked}
    here = replace(
        fresh,
        response=replace(fresh.response, answers=known, beside=draft.response.beside),
        notes=notes if setup.notes is not NotesUse.NONE else {},
    )
    answered = [at for at, item_id in enumerate(here.asked) if item_id in known]
    reached = replace(here, reached=max(answered, default=0))
    return reached.go_to(draft.at_item) if draft.at_item in asked else reached
