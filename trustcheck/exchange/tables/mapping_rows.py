"""Reads a table as planned: every cell that is no answer is found before a single sheet is made."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import compress
from typing import overload

from trustcheck.app.answering.cards import cards_asked
from trustcheck.app.collecting.tables import (
    LookedThrough,
    Preview,
    Use,
)
from trustcheck.app.ports import Progress
from trustcheck.domain.checks.coded_sheets import CodedSheets
from trustcheck.domain.checks.group_round import GroupSetup, Sheet
from trustcheck.domain.questionnaire.answers import NOT_APPLICABLE_CODE
from trustcheck.domain.questionnaire.model import Perspective
from trustcheck.exchange.tables.account import RowCounts, account_of
from trustcheck.exchange.tables.beside_rows import BesideCodes, beside_codes, said_in, without_guesses_of_staff
from trustcheck.exchange.tables.decisions import VIEW, WORD, Asked, decided_code
from trustcheck.exchange.tables.mapping_words import answer_code, answer_codes, perspectives, plain
from trustcheck.exchange.tables.row_codes import ASKED, WRONG_CODES, code_of_cell, joined, read_codes, rows_with
from trustcheck.exchange.tables.row_masks import any_of, both_of
from trustcheck.exchange.tables.subject import Subject
from trustcheck.exchange.tables.untakables import TOLD, Untakables

Shuffle = Callable[[list[int]], None]
"""Puts a list into an order that means nothing."""

VIEWS = tuple(Perspective)

_OPEN, _LEFT_OUT, _MISSING, _UNKNOWN, _NOT_ASKED = 251, 252, 253, 254, 255
_IS_ANSWER = bytes(code not in (0, NOT_APPLICABLE_CODE % 256) for code in range(256))
_IS_VIEW = bytes(view < len(VIEWS) for view in range(256))
_IS_WRONG, _IS_ASKED = bytes(each in WRONG_CODES for each in range(256)), bytes(each == ASKED for each in range(256))
_IS_STAFF = bytes(each == VIEWS.index(Perspective.STAFF) for each in range(256))
_IS_WRONG_VIEW = bytes(each in (_MISSING, _UNKNOWN, _NOT_ASKED) for each in range(256))
_IS_ASKED_VIEW, _IS_LEFT_OUT = (bytes(each == view for each in range(256)) for view in (_OPEN, _LEFT_OUT))
_NOT = bytes((1, *[0] * 255))


def look_through(
    subject: Subject, shuffle: Shuffle, progress: Progress | None = None, *, asks: bool = True
) -> LookedThrough:
    """The preview, and the sheets if all of it can be taken. ``progress`` is told (columns read, columns).

    Where nobody ``asks``, a cell that somebody would have to explain is a mistake with its place.
    """
    asked = Asked(subject.table, subject.plan, subject.questionnaire)
    untakable = Untakables(subject.table, subject.plan, subject.begins)
    left_out = asked.left_out()
    open_words = asked.open(WORD) if asks else frozenset()
    codes = _codes(subject, asked, untakable, progress, open_words)
    said = beside_codes(subject, asked, untakable, open_words, asks=asks)
    answered = _answered(subject, (*codes.values(), *said.values()), left_out)
    views = _views(subject, asked, untakable, answered, asked.open(VIEW) if asks else frozenset())
    said = without_guesses_of_staff(said, subject.plan, views.translate(_IS_STAFF), untakable)
    _note_the_rest(subject, untakable, answered, left_out)
    is_sheet = both_of(answered, views.translate(_IS_VIEW))
    elsewhere = _mask(len(answered), frozenset().union(*left_out.values()))
    counts = _counts(subject, asked, (*codes.values(), *said.values()), answered, views, elsewhere)
    fates = account_of(subject.table, subject.plan, left_out, counts)
    preview = _preview(subject, untakable, bytes(compress(views, is_sheet)), answered.count(1))
    preview = replace(preview, decisions=(*subject.decisions, *asked.decisions), account=(*fates, *subject.elsewhere))
    if not preview.can_be_taken:
        return LookedThrough(preview, ())
    return LookedThrough(
        preview, _LateSheets(is_sheet.count(1), lambda: _sheets(subject, codes, said, views, is_sheet, shuffle))
    )


def _rows(subject: Subject) -> int:
    return subject.table.rows - subject.begins


class _LateSheets(Sequence[Sheet]):
    """Sheets that are shuffled and made once somebody asks for one: a preview needs their number alone."""

    def __init__(self, number: int, make: Callable[[], CodedSheets]) -> None:
        self._number, self._make = number, make

    @cached_property
    def _made(self) -> CodedSheets:
        return self._make()

    def __len__(self) -> int:
        return self._number

    @overload
    def __getitem__(self, place: int) -> Sheet: ...

    @overload
    def __getitem__(self, place: slice) -> CodedSheets: ...

    def __getitem__(self, place: int | slice) -> Sheet | CodedSheets:
        return self._made[place]

    def __iter__(self) -> Iterator[Sheet]:
        return iter(self._made)


def _sheets(
    subject: Subject, codes: Mapping[str, bytes], said: BesideCodes, views: bytes, is_sheet: bytes, shuffle: Shuffle
) -> CodedSheets:
    from trustcheck.domain.questionnaire.coded_responses import from_columns

    rows = list(compress(range(len(is_sheet)), is_sheet))
    shuffle(rows)
    in_order = {item_id: codes[item_id] for item_id in subject.asked if item_id in codes}
    given = from_columns(subject.setup.form, in_order, views, rows)
    return CodedSheets(replace(given, beside=said_in(said, rows)))


def _codes(
    subject: Subject, asked: Asked, untakable: Untakables, progress: Progress | None, open_words: frozenset[str]
) -> dict[str, bytes]:
    """The answers of every question that has a column, a byte a row. ColumnCells that are no answer are noted."""
    known, decided = answer_codes(subject.questionnaire), asked.codes()
    codes: dict[str, bytes] = {}
    places = subject.places(Use.QUESTION)
    nobody = frozenset().union(*asked.left_out().values())

    def meaning(text: str) -> int:
        return code_of_cell(text, decided_code(text, decided, known), is_asked=text in open_words)

    for done, place in enumerate(places, start=1):
        item_id = subject.plan.columns[place].item_id
        found = read_codes(subject.table, place, subject.begins, meaning, nobody, untakable)
        codes[item_id] = joined(codes[item_id], found, place, untakable) if item_id in codes else found
        if progress is not None:
            progress(done, len(places))
    return codes


def _answered(subject: Subject, codes: Iterable[bytes], left_out: Mapping[str, frozenset[int]]) -> bytes:
    """For every row, 1 where anything is answered; *Doesn't apply here* alone is nobody's sheet."""
    answered = bytearray(any_of((column.translate(_IS_ANSWER) for column in codes), _rows(subject)))
    for row in frozenset().union(*left_out.values()):
        answered[row] = 0
    return bytes(answered)


def _views(subject: Subject, asked: Asked, untakable: Untakables, answered: bytes, open_words: frozenset[str]) -> bytes:
    """For every row, which of the perspectives it belongs to. Rows with answers and without one are noted."""
    places = subject.places(Use.PERSPECTIVE)
    if not places:
        everybody = subject.plan.everybody
        return bytes([_OPEN if everybody is None else VIEWS.index(everybody)]) * len(answered)
    meaning, cells = _meaning_of_views(subject.setup, asked, open_words), subject.table.columns

    def said(text: str) -> int:
        return meaning(text) if text else _MISSING

    views = cells[places[0]].read(subject.begins, said)
    for place in places[1:]:
        other = cells[place].read(subject.begins, said)
        views = _joined_views(views, other, place, untakable)
    # What a blank stands for is asked of the whole row: another column may have said it.
    views = views.replace(bytes([_MISSING]), bytes([meaning("")]))
    for view, note in (
        (_MISSING, untakable.note_missing_view),
        (_UNKNOWN, untakable.note_unknown_view),
        (_NOT_ASKED, untakable.note_view_not_asked),
    ):
        rows = [row for row in rows_with(views, view) if answered[row]]
        note(places[0], len(rows), rows[:TOLD])
    return views


def _joined_views(one: bytes, other: bytes, place: int, untakable: Untakables) -> bytes:
    both = [row for row, pair in enumerate(zip(one, other, strict=True)) if _MISSING not in pair and pair[0] != pair[1]]
    untakable.note_both(place, len(both), both[:TOLD])
    return bytes(second if first == _MISSING else first for first, second in zip(one, other, strict=True))


def _meaning_of_views(setup: GroupSetup, asked: Asked, open_words: frozenset[str]) -> Callable[[str], int]:
    known, decided = perspectives(), asked.views()

    def meaning(text: str) -> int:
        found = decided[text] if text in decided else known.get(plain(text))
        if found is None and (text in decided or text in open_words):
            return _LEFT_OUT if text in decided else _OPEN
        if found is None:
            return _UNKNOWN if text else _MISSING
        return VIEWS.index(found) if found in setup.perspectives else _NOT_ASKED

    return meaning


def _note_the_rest(
    subject: Subject, untakable: Untakables, answered: bytes, left_out: Mapping[str, frozenset[int]]
) -> None:
    if not subject.places(Use.QUESTION):
        untakable.note_no_question()
    for at in answers_above(subject):
        untakable.note_above(at)
    untakable.note_ragged()
    elsewhere = frozenset().union(*left_out.values())
    blank = [row for row in rows_with(answered, 0) if row not in elsewhere]
    untakable.note_blank(len(blank), blank[:TOLD])


def answers_above(subject: Subject) -> list[int]:
    """The rows above the headings in which two questions or more are answered: they are nobody's title."""
    known = answer_codes(subject.questionnaire)
    cells = [subject.table.columns[place] for place in subject.places(Use.QUESTION)]
    first = subject.plan.heading_first
    return [at for at in range(first) if sum(bool(answer_code(each.text(at), known)) for each in cells) > 1]


def _counts(
    subject: Subject, asked: Asked, codes: Iterable[bytes], answered: bytes, views: bytes, elsewhere: bytes
) -> RowCounts:
    """What becomes of the rows below the headings, each once: what is wrong outweighs what is asked."""
    rows = len(answered)
    columns = [column for column in codes if any(map(column.count, (*WRONG_CODES, ASKED)))]
    wrong = both_of(answered, any_of([*(each.translate(_IS_WRONG) for each in columns), _ragged(subject)], rows))
    wrong = any_of([wrong, both_of(answered, views.translate(_IS_WRONG_VIEW))], rows)
    open_rows = _mask(rows, asked.open_rows())
    waits = any_of([*(each.translate(_IS_ASKED) for each in columns), views.translate(_IS_ASKED_VIEW), open_rows], rows)
    waits = both_of(both_of(answered, waits), wrong.translate(_NOT))
    settled = both_of(answered, any_of([wrong, waits], rows).translate(_NOT))
    return RowCounts(
        sheets=both_of(settled, views.translate(_IS_VIEW)).count(1),
        to_put_right=wrong.count(1),
        asked_about=waits.count(1),
        nobodys=both_of(settled, views.translate(_IS_LEFT_OUT)).count(1),
        without_answer=rows - any_of([answered, elsewhere], rows).count(1),
    )


def _ragged(subject: Subject) -> bytes:
    width = len(subject.plan.columns)
    return bytes(length > width for length in subject.table.lengths[subject.begins :])


def _mask(rows: int, of: Iterable[int]) -> bytes:
    """1 in some of so many rows."""
    mask = bytearray(rows)
    for row in of:
        mask[row] = 1
    return bytes(mask)


def _cards(subject: Subject) -> Iterator[str]:
    return (each.id for each in cards_asked(subject.setup, subject.questionnaire))


def _preview(subject: Subject, untakable: Untakables, views: bytes, with_answers: int) -> Preview:
    plan, asked = subject.plan, subject.setup.perspectives
    answered = {(column.use, column.item_id) for column in plan.columns}
    return Preview(
        taken={each: views.count(VIEWS.index(each)) for each in asked},
        with_answers=with_answers,
        mistakes=untakable.mistakes,
        without_answers=untakable.without_answers,
        left_out=plan.headings(Use.LEFT_OUT),
        undecided=plan.headings(Use.UNDECIDED),
        without_column=tuple(item_id for item_id in subject.asked if (Use.QUESTION, item_id) not in answered),
        passed_over=tuple(each for each in _cards(subject) if (Use.CARD, each) not in answered),
        asks_perspective=not plan.says_perspective and plan.everybody is None,
    )
