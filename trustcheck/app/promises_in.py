"""Promises from a table or a calendar, beside those that a check has: what comes in, what it replaces, what stays out.

A promise is known again by its number in a table and by its UID in a calendar. Nothing is kept before somebody has
seen the account.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING, Protocol

from trustcheck.domain.checks.promises import MOST_KEPT, MOST_QUESTIONS, may_stand, next_number, with_promise
from trustcheck.domain.checks.round import NAME_LIMIT, NOTE_LIMIT, Promise, PromiseStatus, RoundKind
from trustcheck.domain.questionnaire.model import Questionnaire
from trustcheck.words import gettext as _

if TYPE_CHECKING:
    from trustcheck.app.ports import RoundStore
    from trustcheck.domain.checks.round import RoundSummary

OURS = "@trustcheck"
"""How the UID of an entry ends that was written here."""


@dataclass(frozen=True, slots=True)
class WrittenPromise:
    """One row of a table, or one entry of a calendar, as it stands there. What is empty says nothing."""

    at: int
    """The line of the table, or which entry of the calendar it is."""
    text: str = ""
    who: str = ""
    sign: str = ""
    day: date | None = None
    status: PromiseStatus | None = None
    questions: tuple[str, ...] = ()
    number: int | None = None
    uid: str = ""
    changes: int = 0
    """Of an entry, how often it was changed since it was made."""
    mistake: str = ""
    """What of it could not be read, in a sentence; it stays out then."""


@dataclass(frozen=True, slots=True)
class ComingPromise:
    """What becomes of one of them."""

    at: int
    text: str
    promise: Promise | None
    """As it would be kept; ``None`` where it stays out, or is there already."""
    told: str
    """What happens with it, in a sentence."""


class PromiseFiles(Protocol):
    """What reads promises from files."""

    def read(self, path: str, /) -> tuple[WrittenPromise, ...]:
        """Raises :class:`Refused` where it is neither a table of promises nor a calendar within the limits."""
        ...


# The UID of a promise, from what stays when its words and its day change.


def of_check(organisation: str, kind: RoundKind, started_on: date, which: int) -> str:
    """``which``: of the checks of this organisation and kind that began on this day, from 1."""
    return f"{organisation}\n{kind}\n{started_on.isoformat()}\n{which}"


def uid_of(check: str, number: int) -> str:
    """The first promise is called after its check alone, as it was when a check had one."""
    named = check if number == 1 else f"{check}\n{number}"
    return f"{sha256(named.encode()).hexdigest()[:32]}{OURS}"


def uids_of(rounds: "RoundStore", summary: "RoundSummary") -> dict[str, int]:
    """By UID the number of each promise that this check may have."""
    same = [
        each.id
        for each in reversed(rounds.of_organisation(summary.organisation.id))
        if each.kind is summary.kind and each.started_on == summary.started_on
    ]
    which = same.index(summary.id) + 1 if summary.id in same else 1
    check = of_check(summary.organisation.name, summary.kind, summary.started_on, which)
    return {uid_of(check, number): number for number in range(1, MOST_KEPT + 1)}


# The account.


def coming_in(
    written: Sequence[WrittenPromise], kept: tuple[Promise, ...], uids: Mapping[str, int], asked: Questionnaire
) -> tuple[ComingPromise, ...]:
    """What becomes of each, in the order of the file, with those before it already taken in."""
    told, now = [], kept
    newest = _newest(written)
    for each in written:
        found = _one(each, now, uids, asked, is_newest=newest.get(each.uid, each) is each)
        told.append(found)
        if found.promise is not None:
            now = with_promise(now, found.promise)
    return tuple(told)


def _newest(written: Sequence[WrittenPromise]) -> dict[str, WrittenPromise]:
    """By UID the entry that was changed most often; of equal ones the first."""
    found: dict[str, WrittenPromise] = {}
    for each in written:
        if each.uid and (each.uid not in found or each.changes > found[each.uid].changes):
            found[each.uid] = each
    return found


def _one(
    each: WrittenPromise, kept: tuple[Promise, ...], uids: Mapping[str, int], asked: Questionnaire, *, is_newest: bool
) -> ComingPromise:
    number = uids.get(each.uid, each.number)
    before = next((one for one in kept if one.number == number), None)
    stays_out = next(_reasons(each, before, uids, asked, is_newest=is_newest), "")
    if stays_out:
        return ComingPromise(each.at, each.text, None, stays_out)
    promise = _as_kept(each, before or Promise("", number=next_number(kept)))
    if before is None and any(_is_said(one, promise) for one in kept):
        return ComingPromise(each.at, promise.text, None, _("It is there already."))
    if promise == before:
        return ComingPromise(each.at, promise.text, None, _("It is there already, exactly like this."))
    if not may_stand(kept, promise) or (before is None and len(kept) >= MOST_KEPT):
        return ComingPromise(each.at, promise.text, None, _("Three open promises already. Finish one, or drop one."))
    told = _("It is new.") if before is None else _("It takes the place of promise {number}.").format(number=number)
    return ComingPromise(each.at, promise.text, promise, told)


def _reasons(
    each: WrittenPromise, before: Promise | None, uids: Mapping[str, int], asked: Questionnaire, *, is_newest: bool
) -> Iterator[str]:
    """Why one stays out, the first reason first."""
    if each.mistake:
        yield each.mistake
    if not is_newest:
        yield _("It stands here twice: the one that was changed later counts.")
    if each.uid.endswith(OURS) and (each.uid not in uids or before is None):
        yield _("It belongs to another check, or was taken back here.")
    if each.uid and before is not None and each.changes < before.changes:
        yield _("It is older than what is kept here.")
    if not each.text.strip() and before is None:
        yield _("It does not say what is promised.")
    if max(len(each.text), len(each.sign)) > NOTE_LIMIT or len(each.who) > NAME_LIMIT:
        yield _("It is too long: {text} letters fit, and {name} of a name.").format(text=NOTE_LIMIT, name=NAME_LIMIT)
    if len(each.questions) > MOST_QUESTIONS or not set(each.questions) <= asked.item_by_id.keys():
        yield _("Name at most {limit} questions of this check that it should move, by their ids.").format(
            limit=MOST_QUESTIONS
        )


def _as_kept(each: WrittenPromise, before: Promise) -> Promise:
    """With what was written; where nothing was, as it was."""
    return replace(
        before,
        text=before.text if _ends_with(each, before) else each.text.strip() or before.text,
        who=each.who.strip() or before.who,
        sign=each.sign.strip() or before.sign,
        look_again_on=each.day or before.look_again_on,
        status=each.status or before.status,
        questions=each.questions or before.questions,
    )


def _ends_with(each: WrittenPromise, before: Promise) -> bool:
    """Of an entry of ours, whatever language its words before the promise are in: nobody wrote another promise."""
    flat = " ".join(before.text.split())
    return bool(each.uid and flat) and " ".join(each.text.split()).endswith(flat)


def _is_said(one: Promise, other: Promise) -> bool:
    return " ".join(one.text.casefold().split()) == " ".join(other.text.casefold().split())
