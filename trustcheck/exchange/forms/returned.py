"""A folder of forms that came back: what each file holds, or why it is not taken. Files are only ever read."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from trustcheck.app.answering.beside import guesses_asked
from trustcheck.app.collecting.form_identity import (
    AGREED,
    BLANK,
    DONT_KNOW,
    DOTS_FIELD,
    GUESS_FIELD,
    IDENTITY_FIELD,
    NOT_APPLICABLE,
    NOTE_FIELD,
    NOTE_TO_FIELD,
    NOTES,
    FormIdentity,
    identity_from,
)
from trustcheck.app.collecting.forms import FormOrder
from trustcheck.app.collecting.returned_forms import (
    OddAnswer,
    ReturnedFile,
    ReturnedFiles,
    Why,
    cut_note,
    seen_together,
    sheet_of,
)
from trustcheck.app.ports import Progress, Refused
from trustcheck.domain.checks.group_round import NotesUse, Sheet
from trustcheck.domain.questionnaire.answers import Answer, Response, SaidBeside
from trustcheck.domain.questionnaire.model import Perspective
from trustcheck.exchange.files.data_files import is_of_a_data_file
from trustcheck.exchange.forms.buttons import FieldValue
from trustcheck.exchange.forms.child_process import FieldReader
from trustcheck.exchange.forms.fields import LARGEST, FormNotTaken, TimeCheck, read_fields
from trustcheck.exchange.forms.replies import sheet_of_reply
from trustcheck.exchange.reply_seal import MAGIC
from trustcheck.words import gettext as _
from trustcheck.words import ngettext
from trustcheck.words.numbers import grouped

# The fields of a returned form as a person's sheet, checked against the check it should belong to.


_NAMED = 3
_NAME_LETTERS = 40
_APART = {DONT_KNOW: Answer.DONT_KNOW, NOT_APPLICABLE: Answer.NOT_APPLICABLE}
_NO_ANSWER = FieldValue("")

Fields = Mapping[str, FieldValue]


@dataclass(frozen=True, slots=True)
class FormRead:
    """One person's sheet, what in the file is odd or was left out, and of which questions it says two things."""

    sheet: Sheet
    remarks: tuple[str, ...]
    odd: tuple[OddAnswer, ...]


def sheet_from(fields: Fields, order: FormOrder) -> FormRead:
    """Raises :class:`FormNotTaken` where the file belongs elsewhere or holds no answer."""
    identity = _identity(fields)
    order = order.read_by(identity.perspective)
    _belongs(identity, order)
    answers = _answers(fields, order)
    picks, about_picks = _picks(fields, order)
    notes, about_notes = _notes(fields, order)
    beside, about_guesses = _beside(fields, order, identity.perspective)
    response = Response(identity.perspective, identity.form, answers.given, replace(beside, drill=picks))
    sheet = sheet_of(response, notes, identity.code)
    if not (answers.odd or sheet.says_something):
        raise FormNotTaken(Why.EMPTY)
    remarks = (*answers.remarks, *about_picks, *about_guesses, *about_notes, *_unknown(fields, order))
    return FormRead(sheet, remarks, answers.odd)


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


@dataclass(frozen=True, slots=True)
class _Answers:
    given: dict[str, Answer]
    odd: tuple[OddAnswer, ...]
    remarks: tuple[str, ...]


def _answers(fields: Fields, order: FormOrder) -> _Answers:
    """Only what the questionnaire and a button of the file both offer is an answer."""
    given: dict[str, Answer] = {}
    odd: list[OddAnswer] = []
    strange: list[int] = []
    unseen: list[int] = []
    for number, item_id in enumerate(order.asked, 1):
        value = fields.get(item_id, _NO_ANSWER)
        says = _says(value)
        known = [each for each in says if _is_offered(each, value, order.questionnaire.high)]
        if not known and says:
            strange.append(number)
        elif len(says) > 1:
            answers = (_answer(each) for each in known)
            odd.append(OddAnswer(item_id, number, tuple(each for each in answers if each is not None)))
        elif known and (answer := _answer(known[0])) is not None:
            given[item_id] = answer
            if not value.shown:
                unseen.append(number)
    return _Answers(given, tuple(odd), (*_left_out(strange), *_not_seen(unseen)))


def _picks(fields: Fields, order: FormOrder) -> tuple[dict[str, int], tuple[str, ...]]:
    """What was picked on scenario cards. One of which a file says two things was picked by nobody."""
    picks: dict[str, int] = {}
    strange: list[int] = []
    for number, card in enumerate(order.cards, len(order.asked) + 1):
        value = fields.get(card.id, _NO_ANSWER)
        says = _says(value)
        known = [each for each in says if _is_offered(each, value, len(card.outcomes))]
        points = [int(each) for each in known if each.isdigit()]
        if len(says) == len(known) == len(points) == 1:
            picks[card.id] = card.outcomes[points[0] - 1][0]
        elif says not in ((), (BLANK,)):
            strange.append(number)
    if not strange:
        return picks, ()
    words = ngettext(
        "Card {numbers}: what stands there is no single answer of this card; it counts as passed over.",
        "Cards {numbers}: what stands there is no single answer of these cards; they count as passed over.",
        len(strange),
    )
    return picks, (words.format(numbers=", ".join(map(str, strange))),)


def _says(value: FieldValue) -> tuple[str, ...]:
    """Everything a group of buttons says, each once: its value, and the buttons that are pressed."""
    return tuple(dict.fromkeys(each for each in (value.text, *value.pressed) if each not in ("", "Off")))


def _is_offered(state: str, value: FieldValue, high: int) -> bool:
    if state == value.text and not value.offered:
        return False
    is_point = state.isascii() and state.isdigit() and len(state) < 3 and 1 <= int(state) <= high
    return is_point or state in _APART or state == BLANK


def _answer(state: str) -> Answer | None:
    """What an offered state stands for; ``None`` where that is no answer."""
    return None if state == BLANK else _APART.get(state) or Answer(int(state))


def _left_out(numbers: list[int]) -> tuple[str, ...]:
    if not numbers:
        return ()
    words = ngettext(
        "Question {numbers}: what stands there is no answer of this questionnaire; it counts as skipped.",
        "Questions {numbers}: what stands there is no answer of this questionnaire; they count as skipped.",
        len(numbers),
    )
    return (words.format(numbers=", ".join(str(each) for each in numbers)),)


def _not_seen(numbers: list[int]) -> tuple[str, ...]:
    if not numbers:
        return ()
    words = ngettext(
        "Question {numbers}: the answer stands in the file, but whoever looks at the form does not see it.",
        "Questions {numbers}: the answers stand in the file, but whoever looks at the form does not see them.",
        len(numbers),
    )
    return (words.format(numbers=", ".join(str(each) for each in numbers)),)


def _beside(fields: Fields, order: FormOrder, perspective: Perspective) -> tuple[SaidBeside, tuple[str, ...]]:
    """What was said beside the questions. Nobody agreed to dots whose file says so and says otherwise as well."""
    agreed = order.setup.dots and _says(fields.get(DOTS_FIELD, _NO_ANSWER)) == (AGREED,)
    asked = guesses_asked(order.questionnaire, order.setup, perspective)
    guesses: dict[str, int] = {}
    strange = []
    for number, theme in enumerate(asked.themes if asked else (), len(order.asked) + 1):
        value = fields.get(GUESS_FIELD.format(theme=theme.theme_id), _NO_ANSWER)
        says = [each for each in _says(value) if each != BLANK]
        if len(says) == 1 and says[0].isdigit() and _is_offered(says[0], value, order.questionnaire.high):
            guesses[theme.theme_id] = int(says[0])
        elif says:
            strange.append(number)
    return SaidBeside(agreed, guesses), _left_out(strange)


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
    to = fields.get(NOTE_TO_FIELD.format(number=number), _NO_ANSWER).text
    return to, cut_note(fields.get(NOTE_FIELD.format(number=number), _NO_ANSWER).text)


def _question(to: str, order: FormOrder) -> str | None:
    digits = to.strip().rstrip(".")
    if not (digits.isascii() and digits.isdigit() and len(digits) <= 3):
        return None
    return order.asked[int(digits) - 1] if 1 <= int(digits) <= len(order.asked) else None


def _unknown(fields: Fields, order: FormOrder) -> tuple[str, ...]:
    numbers = range(1, NOTES + 1)
    known = {
        IDENTITY_FIELD,
        *order.asked,
        *(card.id for card in order.cards),
        DOTS_FIELD,
        *(GUESS_FIELD.format(theme=each.id) for each in order.questionnaire.themes),
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


MOST_FILES = 2_000
SECONDS_A_FILE = 4.0
"""Of work, not of waiting: a sound form takes a small part, and is not turned away while the computer is busy."""

Clock = Callable[[], float]
"""Seconds of work done on this thread; they only ever grow."""


def read_returned(
    order: FormOrder,
    paths: Sequence[str],
    taken: Collection[str],
    progress: Progress | None = None,
    *,
    clock: Clock,
    read: FieldReader = read_fields,
    secrets: Sequence[bytes] = (),
) -> ReturnedFiles:
    """Look into files and folders. ``taken`` are the codes the check holds already, ``read`` is what reads one form,
    and ``secrets`` open the sealed replies to this check.

    ``progress`` is called with (done, of) after each file; what it raises ends the work. Raises :class:`Refused`
    where there is nothing to look into, or far too much.
    """
    files = _files(paths)
    if len(files) > MOST_FILES:
        raise Refused(
            _("There are more than {most} files here.").format(most=grouped(MOST_FILES)),
            _("Nothing was taken."),
            _("Put the forms into a folder of their own, and drop that."),
        )
    looked: list[ReturnedFile] = []
    for done, path in enumerate(files, 1):
        looked.append(_look(path, order, lambda content: _read(content, order, secrets, read, clock)))
        if progress is not None:
            progress(done, len(files))
    return seen_together(looked, taken)


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


def _read(content: bytes, order: FormOrder, secrets: Sequence[bytes], read: FieldReader, clock: Clock) -> FormRead:
    if content.startswith(MAGIC):
        return FormRead(sheet_of_reply(content, order, secrets), (), ())
    return sheet_from(read(content, _patience(clock)), order)


def _look(path: Path, order: FormOrder, read: Callable[[bytes], FormRead]) -> ReturnedFile:
    file = ReturnedFile(path.name, asked=len(order.asked))
    try:
        found = read(_content(path))
    except FormNotTaken as refused:
        return replace(file, why=refused.why)
    return replace(file, sheet=found.sheet, remarks=found.remarks, odd=found.odd)


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
