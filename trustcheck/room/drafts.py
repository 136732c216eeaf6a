"""The sheets that are being answered on phones, in memory alone, and the codes that let people to them.

A sheet belongs to a code, and a phone to a sheet by a session that means nothing. Once a sheet is put away, the code,
the sheet and the session open nothing any more.
"""

import secrets
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from enum import Enum, auto
from threading import RLock

from trustcheck.app.collecting.room_order import (
    DONT_KNOW,
    NOT_APPLICABLE,
    NOTE_LENGTH,
    PageKind,
    PhoneQuestion,
    RoomOrder,
)
from trustcheck.room.code_tries import CodeTries

COMES_BACK_WITHIN = 600.0
"""Seconds in which a code that is typed again leads to the answers that were given with it; later it begins anew, as
whoever types it then may have found the card. A phone that kept its page goes on in any case."""


@dataclass
class PhoneDraft:
    """One person's answers so far: codes of the domain by question. Changed under the lock of :class:`Drafts`."""

    code: str
    session: str
    key: str
    """Stands in every form of this sheet, so that no other page can send one."""
    seen: float
    view: str = ""
    dots: bool = False
    answers: dict[str, int] = field(default_factory=dict)
    """By the key of a question."""
    notes: dict[str, str] = field(default_factory=dict)
    is_handed_over: bool = False
    """On its way to the data file: nothing can be changed until it is known whether it arrived."""
    was_not_kept: bool = False

    @property
    def is_empty(self) -> bool:
        return not self.answers and not self.notes


class Entered(Enum):
    """What typing a code leads to."""

    BEGUN = auto()
    WRONG = auto()
    USED = auto()
    TAKEN = auto()
    """It stood on a screen, and another phone has begun with it."""
    TOO_MANY = auto()


class Drafts:
    """All sheets of one room. Safe to use from any thread."""

    def __init__(self, order: RoomOrder, tries: CodeTries, clock: Callable[[], float]) -> None:
        self.order, self._tries, self._clock = order, tries, clock
        self.lock = RLock()
        self._open, self._used = set(order.codes), set(order.used)
        self._shown = set(order.shown)
        self._of_code: dict[str, PhoneDraft] = {}
        self._of_session: dict[str, PhoneDraft] = {}
        self._ended: set[str] = set()
        self._views = {each.perspective: each for each in order.views}

    def let_in(self, codes: Collection[str]) -> None:
        """More codes, while the room is open."""
        with self.lock:
            self._open.update(set(codes) - self._used)

    def show(self, codes: Collection[str]) -> None:
        """These stand on a screen: whoever comes second with one is somebody else, and sees nobody's answers."""
        with self.lock:
            self._shown.update(codes)

    def enter(self, typed: str, address: str, session: str = "") -> tuple[Entered, PhoneDraft | None]:
        """The sheet of a code. One that was begun goes on where it was; its earlier phone opens it no longer.

        One that stood on a screen goes on with the ``session`` that began it alone.
        """
        code = as_a_code(typed)
        with self.lock:
            if not self._tries.may_try(address):
                return Entered.TOO_MANY, None
            if code in self._used:
                return Entered.USED, None
            if code not in self._open:
                self._tries.count_wrong(address)
                return Entered.WRONG, None
            begun = self._of_code.get(code)
            if begun is not None and code in self._shown and begun.session != session:
                return Entered.TAKEN, None
            return Entered.BEGUN, self._draft(code)

    def of_session(self, session: str) -> PhoneDraft | None:
        with self.lock:
            draft = self._of_session.get(session)
            if draft is not None:
                draft.seen = self._clock()
            return draft

    def has_ended(self, session: str) -> bool:
        """Whether the sheet of this phone was put away."""
        with self.lock:
            return session in self._ended

    def choose_view(self, draft: PhoneDraft, view: str, *, dots: bool = False) -> bool:
        with self.lock:
            known = view in self._views
            if known and not draft.is_handed_over:
                draft.view, draft.dots = view, dots and self.order.dots is not None
                # What only leaders are asked is no answer of anybody else.
                asked = {each.key for each in self._views[view].questions}
                draft.answers = {key: code for key, code in draft.answers.items() if key in asked}
            return known

    def answer(self, draft: PhoneDraft, number: int, given: str | None, note: str | None) -> None:
        """Keep what a page of one question sent; what it does not hold stays as it was."""
        with self.lock:
            if draft.is_handed_over:
                return
            question = self._views[draft.view].questions[number - 1]
            if given is not None:
                code = self._code_of(question, given)
                draft.answers.pop(question.key, None)
                if code is not None:
                    draft.answers[question.key] = code
            if note is not None and self.order.notes and question.asked is PageKind.QUESTION:
                draft.notes.pop(question.id, None)
                if words := _readable(note):
                    draft.notes[question.id] = words

    def given(self, draft: PhoneDraft, asked: PageKind) -> dict[str, int]:
        """What was answered of one kind, by id."""
        questions = [each for each in self._views[draft.view].questions if each.asked is asked]
        return {each.id: draft.answers[each.key] for each in questions if each.key in draft.answers}

    def hand_over(self, draft: PhoneDraft) -> bool:
        """Whether this call is the one that sends the sheet; somebody may press twice."""
        with self.lock:
            first = not draft.is_handed_over and not draft.is_empty and bool(draft.view)
            if first:
                draft.is_handed_over, draft.was_not_kept = True, False
            return first

    def settle(self, code: str, *, kept: bool) -> None:
        """A sheet is on the disk, and nothing of it stays here; or it is not, and its person can try again."""
        with self.lock:
            draft = self._of_code.get(code)
            if draft is None:
                return
            if not kept:
                draft.is_handed_over, draft.was_not_kept = False, True
                return
            self._used.add(code)
            self._open.discard(code)
            self._ended.add(draft.session)
            del self._of_code[code], self._of_session[draft.session]

    def _draft(self, code: str) -> PhoneDraft:
        before = self._of_code.get(code)
        draft = PhoneDraft(code, secrets.token_urlsafe(16), secrets.token_urlsafe(16), self._clock())
        if before is not None:
            del self._of_session[before.session]
            if before.is_handed_over or draft.seen - before.seen <= COMES_BACK_WITHIN:
                before.session, before.key, before.seen = draft.session, draft.key, draft.seen
                draft = before
        self._of_code[code] = self._of_session[draft.session] = draft
        return draft

    def _code_of(self, question: PhoneQuestion, given: str) -> int | None:
        """``None`` where it was left blank, or where somebody made the value up."""
        codes = [code for code, _words in question.choices]
        allowed = codes or [*range(1, len(self.order.scale) + 1), DONT_KNOW, NOT_APPLICABLE]
        return next((code for code in allowed if str(code) == given), None)


def as_a_code(typed: str) -> str:
    """What somebody typed, without blanks and hyphens, in capitals."""
    return "".join(each for each in typed[:40].upper() if each.isascii() and each.isalnum())


def _readable(note: str) -> str:
    """A note without what no page shows, and no longer than is taken."""
    kept = "".join(each for each in note.replace("\r\n", "\n") if each.isprintable() or each == "\n")
    return kept.strip()[:NOTE_LENGTH]
