"""Pages for a browser that are answered anywhere, and the sealed replies that come back: what both sides agree on.

Whoever makes a page and whoever opens a reply take from here what stands in front of the seal, how much room there is
behind it, and what may be written there.
"""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from trustcheck.app.collecting.form_identity import FILE_CODE_LENGTH, digest_of, is_code
from trustcheck.app.collecting.forms import FormOrder
from trustcheck.app.collecting.phone_room import CheckForPhones, phone_sheet
from trustcheck.app.collecting.returned_forms import Why, cut_note, sheet_of
from trustcheck.app.collecting.room_order import NOTE_LENGTH, PageKind
from trustcheck.domain.checks.group_round import NotesUse, Sheet
from trustcheck.domain.questionnaire.model import Perspective

REPLY_MAGIC = b"TCREPLY1"
FORMAT = 1
_STEP = 1024
"""Bytes. A reply is filled up to a multiple of it, which is the same for everybody who is asked in one check."""
_BYTES_A_LETTER = 3
"""Of UTF-8, at most, for each of the units by which a browser counts letters."""
_LONGEST_LABEL = 1000


@dataclass(frozen=True, slots=True)
class ReplyLabel:
    """What can be read of a reply by anybody: where it belongs. Whose view it is stands behind the seal."""

    check: str
    questionnaire: str
    version: str
    digest: str
    form: str
    key: str
    """A mark of the key it is sealed to."""

    def text(self) -> str:
        """As it stands in the file: ASCII, one line."""
        names = {name: getattr(self, name) for name in self.__slots__}
        return json.dumps({"format": FORMAT, **names}, separators=(",", ":"))


def label_of(order: FormOrder, public: bytes) -> ReplyLabel:
    asked = order.questionnaire
    mark = sha256(public).hexdigest()[:16]
    return ReplyLabel(f"{order.summary.id:x}", asked.id, asked.version, digest_of(asked), order.setup.form.value, mark)


def label_from(text: bytes) -> ReplyLabel:
    """Read what :meth:`ReplyLabel.text` wrote. Raises :class:`ValueError` for anything else."""
    read = _read(text) if len(text) <= _LONGEST_LABEL else None
    names = ReplyLabel.__slots__
    if not isinstance(read, dict) or read.pop("format", None) != FORMAT or read.keys() != set(names):
        message = "no label of a reply"
        raise ValueError(message)
    if not all(isinstance(each, str) for each in read.values()):
        message = "a label of something else than texts"
        raise ValueError(message)
    return ReplyLabel(**read)


def why_elsewhere(label: ReplyLabel, known: Collection[ReplyLabel], own: ReplyLabel) -> Why | None:
    """Why a reply does not belong to this check; ``None`` where its label is a ``known`` one. ``own`` has no key."""
    if label in known:
        return None
    reasons = (
        (Why.OTHER_QUESTIONNAIRE, label.questionnaire != own.questionnaire),
        (Why.OTHER_VERSION, (label.version, label.digest) != (own.version, own.digest)),
        (Why.OTHER_CHECK, label.check != own.check),
        (Why.OTHER_FORM, label.form != own.form),
    )
    return next((why for why, differs in reasons if differs), Why.NO_KEY)


def bound_to(label: bytes, view: str) -> bytes:
    """What is sealed with a reply without standing in it: a reply opens under its own label and as one view only."""
    return label + b"\n" + view.encode()


def room_of(order: FormOrder) -> int:
    """Bytes behind the seal of every reply to this check, whoever answers and however much."""
    longest = max(_longest(order, each) for each in order.setup.perspectives)
    return -(-longest // _STEP) * _STEP


def _longest(order: FormOrder, view: Perspective) -> int:
    questions = check_of(order).questions(view)
    asked = [each.id for each in questions if each.asked is PageKind.QUESTION]
    noted = asked if order.setup.notes is not NotesUse.NONE else []
    said: dict[str, Any] = {
        "code": "C" * FILE_CODE_LENGTH,
        "view": view.value,
        "dots": False,
        **{kind.value: {each.id: -2 for each in questions if each.asked is kind} for kind in PageKind},
        "notes": dict.fromkeys(noted, ""),
    }
    return len(json.dumps(said, ensure_ascii=False).encode()) + len(noted) * NOTE_LENGTH * _BYTES_A_LETTER


def check_of(order: FormOrder) -> CheckForPhones:
    return CheckForPhones(order.summary, order.setup, order.questionnaire)


def sheet_from_reply(order: FormOrder, plain: bytes) -> Sheet | Why:
    """The sheet of an opened reply, or why there is none. Whoever has a page can seal anything to this check."""
    try:
        said = _read(plain)
    except ValueError:
        return Why.NOT_A_FORM
    code = said.get("code") if isinstance(said, dict) else None
    if not isinstance(code, str) or not is_code(code, FILE_CODE_LENGTH):
        return Why.NOT_A_FORM
    sheet = phone_sheet(check_of(order), said)
    if sheet is None:
        return Why.EMPTY if _is_empty(said) else Why.NOT_A_FORM
    notes = {item_id: cut for item_id, written in sheet.notes.items() if (cut := cut_note(written))}
    kept = sheet_of(sheet.response, notes, code)
    return kept if kept.says_something else Why.EMPTY


def _is_empty(said: Mapping[str, Any]) -> bool:
    return all(said.get(each) == {} for each in (*(kind.value for kind in PageKind), "notes"))


def _read(text: bytes) -> Any:
    """Raises :class:`ValueError` for anything but JSON of a few levels."""
    try:
        return json.loads(text.decode())
    except RecursionError:
        message = "nested too deeply"
        raise ValueError(message) from None
