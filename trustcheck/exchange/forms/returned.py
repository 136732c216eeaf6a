"""A folder of forms that came back: what each file holds, or why it is not taken. Files are only ever read."""

import json
import unicodedata
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from trustcheck.app.collecting.form_identity import (
    IDENTITY_FIELD,
    NOTE_FIELD,
    NOTE_TO_FIELD,
    NOTES,
    FormIdentity,
    identity_from,
)
from trustcheck.app.collecting.forms import FormOrder, ReturnedFile, ReturnedFiles, Why
from trustcheck.app.ports import Progress, Refused
from trustcheck.domain.checks.group_round import NotesUse, Sheet
from trustcheck.domain.questionnaire.answers import Answer, Response
from trustcheck.exchange.files.data_files import is_of_a_data_file
from trustcheck.exchange.forms.child_process import FieldReader
from trustcheck.exchange.forms.fields import LARGEST, FieldValue, FormNotTaken, TimeCheck, read_fields
from trustcheck.words import gettext as _
from trustcheck.words import ngettext

# The fields of a returned form as a person's sheet, checked against the check it should belong to.


NOTE_LETTERS, NOTE_LINES = 4_000, 200
"""Of a note that comes from a file; what is beyond is cut."""
_NAMED = 3
_NAME_LETTERS = 40
_APART = {"dk": Answer.DONT_KNOW, "na": Answer.NOT_APPLICABLE}

Fields = Mapping[str, FieldValue]


@dataclass(frozen=True, slots=True)
class FormRead:
    """One person's sheet, and what in the file was left out."""

    sheet: Sheet
    form_code: str
    remarks: tuple[str, ...]


def sheet_from(fields: Fields, order: FormOrder) -> FormRead:
    """Raises :class:`FormNotTaken` where the file belongs elsewhere or holds no answer.

    The sheet's code is the form's with a mark of what was answered: a file that was handed to several people makes
    as many sheets, and the same answers are never taken twice.
    """
    identity = _identity(fields)
    _belongs(identity, order)
    answers, remarks = _answers(fields, order)
    if not answers:
        raise FormNotTaken(Why.EMPTY)
    notes, about_notes = _notes(fields, order)
    response = Response(identity.perspective, identity.form, answers)
    sheet = Sheet(response, notes, f"{identity.code}-{_mark(response, notes)}")
    return FormRead(sheet, identity.code, (*remarks, *about_notes, *_unknown(fields, order)))


def _identity(fields: Fields) -> FormIdentity:
    found = fields.get(IDENTITY_FIELD)
    if found is None:
        raise FormNotTaken(Why.NOT_A_FORM)
    try:
        return identity_from(found.text)
    except (ValueError, RecursionError):
        raise FormNotTaken(Why.DAMAGED) from None


def _belongs(identity: FormIdentity, order: FormOrder) -> None:
    own = order.identity(identity.code)
    for why, differs in (
        (Why.OTHER_QUESTIONNAIRE, identity.questionnaire_id != own.questionnaire_id),
        (Why.OTHER_VERSION, (identity.version, identity.digest) != (own.version, own.digest)),
        (Why.OTHER_CHECK, identity.round_id != own.round_id),
        (Why.OTHER_FORM, identity.form is not own.form),
        (Why.OTHER_VIEW, identity.perspective not in order.setup.perspectives),
    ):
        if differs:
            raise FormNotTaken(why)


def _answers(fields: Fields, order: FormOrder) -> tuple[dict[str, Answer], tuple[str, ...]]:
    answers: dict[str, Answer] = {}
    strange: list[int] = []
    for number, item_id in enumerate(order.asked, 1):
        value = fields.get(item_id, FieldValue(""))
        answer = _answer(value.text, order.questionnaire.high)
        if answer is not None:
            answers[item_id] = answer
        elif value.several or value.text not in ("", "Off"):
            strange.append(number)
    return answers, _left_out(strange)


def _answer(state: str, high: int) -> Answer | None:
    if state in _APART:
        return _APART[state]
    is_point = state.isascii() and state.isdigit() and len(state) < 3 and 1 <= int(state) <= high
    return Answer(int(state)) if is_point else None


def _left_out(numbers: list[int]) -> tuple[str, ...]:
    if not numbers:
        return ()
    words = ngettext(
        "Question {numbers}: what stands there is no answer of this questionnaire; it counts as skipped.",
        "Questions {numbers}: what stands there is no answer of this questionnaire; they count as skipped.",
        len(numbers),
    )
    return (words.format(numbers=", ".join(str(each) for each in numbers)),)


def _notes(fields: Fields, order: FormOrder) -> tuple[dict[str, str], tuple[str, ...]]:
    written = [_written(fields, number) for number in range(1, NOTES + 1)]
    written = [(to, text) for to, text in written if text]
    if not written:
        return {}, ()
    if order.setup.notes is NotesUse.NONE:
        return {}, (_("This check takes no notes; those in the file were left out."),)
    notes: dict[str, str] = {}
    homeless = 0
    for to, text in written:
        item_id = _question(to, order)
        if item_id is None:
            homeless += 1
        else:
            notes[item_id] = cut_note("\n".join(part for part in (notes.get(item_id, ""), text) if part))
    if not homeless:
        return notes, ()
    words = ngettext(
        "{count} note names no question and was left out; the file still holds it.",
        "{count} notes name no question and were left out; the file still holds them.",
        homeless,
    )
    return notes, (words.format(count=homeless),)


def _written(fields: Fields, number: int) -> tuple[str, str]:
    to = fields.get(NOTE_TO_FIELD.format(number=number), FieldValue("")).text
    return to, cut_note(fields.get(NOTE_FIELD.format(number=number), FieldValue("")).text)


def _question(to: str, order: FormOrder) -> str | None:
    digits = to.strip().rstrip(".")
    if not (digits.isascii() and digits.isdigit() and len(digits) <= 3):
        return None
    return order.asked[int(digits) - 1] if 1 <= int(digits) <= len(order.asked) else None


def cut_note(text: str) -> str:
    """Without control characters, at most 4,000 characters and 200 lines."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(each for each in text if each == "\n" or unicodedata.category(each) not in ("Cc", "Cs"))
    return "\n".join(kept.strip().split("\n")[:NOTE_LINES])[:NOTE_LETTERS].rstrip()


def _unknown(fields: Fields, order: FormOrder) -> tuple[str, ...]:
    numbers = range(1, NOTES + 1)
    known = {
        IDENTITY_FIELD,
        *order.asked,
        *(NOTE_FIELD.format(number=number) for number in numbers),
        *(NOTE_TO_FIELD.format(number=number) for number in numbers),
    }
    strange = [name for name in fields if name not in known]
    if not strange:
        return ()
    named = ", ".join(f"“{_short(name)}”" for name in strange[:_NAMED])
    if len(strange) > _NAMED:
        named = _("{names} and {more} more").format(names=named, more=len(strange) - _NAMED)
    return (_("Fields that belong to no question were left out: {names}.").format(names=named),)


def _short(name: str) -> str:
    shown = "".join(each if each.isprintable() else " " for each in name)
    return shown if len(shown) <= _NAME_LETTERS else f"{shown[:_NAME_LETTERS]}…"


def _mark(response: Response, notes: Mapping[str, str]) -> str:
    answers = sorted((item_id, answer.code) for item_id, answer in response)
    return sha256(json.dumps([answers, sorted(notes.items())]).encode()).hexdigest()[:8]


MOST_FILES = 2_000
SECONDS_A_FILE = 4.0
"""Of work, not of waiting: a sound form takes a small part, and is not turned away while the computer is busy."""

Clock = Callable[[], float]
"""Seconds of work done on this thread; they only ever grow."""
Looked = tuple[ReturnedFile, FormRead | None]


def read_returned(
    order: FormOrder,
    paths: Sequence[str],
    taken: Collection[str],
    progress: Progress | None = None,
    *,
    clock: Clock,
    read: FieldReader = read_fields,
) -> ReturnedFiles:
    """Look into files and folders. ``taken`` are the codes the check holds already, ``read`` is what reads one form.

    ``progress`` is called with (done, of) after each file; what it raises ends the work. Raises :class:`Refused`
    where there is nothing to look into, or far too much.
    """
    files = _files(paths)
    if len(files) > MOST_FILES:
        raise Refused(
            _("There are more than {most} files here.").format(most=f"{MOST_FILES:,}"),
            _("Nothing was taken."),
            _("Put the forms into a folder of their own, and drop that."),
        )
    looked: list[Looked] = []
    for done, path in enumerate(files, 1):
        looked.append(_look(path, order, lambda content: read(content, _patience(clock))))
        if progress is not None:
            progress(done, len(files))
    return ReturnedFiles(tuple(_each_once(looked, taken)))


def _files(paths: Sequence[str]) -> list[Path]:
    """Every file once, by name. Of a folder what lies in it, without hidden files and without folders inside."""
    found: dict[Path, None] = {}
    try:
        for each in map(Path, paths):
            inside = sorted(each.iterdir()) if each.is_dir() else [each]
            kept = (path for path in inside if path.is_file() and not path.name.startswith("."))
            found |= dict.fromkeys(path.resolve() for path in (inside if inside == [each] else kept))
    except OSError:
        raise Refused(
            _("This folder cannot be read."), _("Nothing was taken."), _("Copy the forms to this computer first.")
        ) from None
    return sorted(found, key=lambda path: (path.name.casefold(), str(path)))


def _patience(clock: Clock) -> TimeCheck:
    ends = clock() + SECONDS_A_FILE

    def wait() -> None:
        if clock() > ends:
            raise FormNotTaken(Why.TOO_MUCH)

    return wait


def _look(path: Path, order: FormOrder, fields_of: Callable[[bytes], dict[str, FieldValue]]) -> Looked:
    file = ReturnedFile(path.name, asked=len(order.asked))
    try:
        read = sheet_from(fields_of(_content(path)), order)
    except FormNotTaken as refused:
        return replace(file, why=refused.why), None
    answered = len(read.sheet.response.answers)
    return replace(file, sheet=read.sheet, answered=answered, remarks=read.remarks), read


def _content(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise FormNotTaken(Why.UNREADABLE)
        if is_of_a_data_file(path):
            raise FormNotTaken(Why.NOT_A_FORM)
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError:
        raise FormNotTaken(Why.UNREADABLE) from None
    if len(content) > LARGEST:
        raise FormNotTaken(Why.TOO_LARGE)
    return content


def _each_once(looked: Sequence[Looked], taken: Collection[str]) -> Iterator[ReturnedFile]:
    """The same answers under the same code are taken once; other answers under a code need somebody's word."""
    first: dict[str, ReturnedFile] = {}
    holders: dict[str, list[ReturnedFile]] = {}
    for file, read in looked:
        if read is not None and read.sheet.code not in first:
            first[read.sheet.code] = file
            holders.setdefault(read.form_code, []).append(file)
    before = {code.partition("-")[0] for code in taken}
    for file, read in looked:
        if read is None:
            yield file
        elif read.sheet.code in taken:
            yield replace(file, why=Why.TAKEN_BEFORE)
        elif (one := first[read.sheet.code]) is not file:
            yield replace(file, why=Why.SAME_AS, other=one.name)
        else:
            others = [each.name for each in holders[read.form_code] if each is not file]
            shared = others or read.form_code in before
            yield replace(file, why=Why.SAME_CODE, other="".join(others[:1])) if shared else file
