"""Closing a group's round: what may be shown is decided and frozen, and nothing is left that tells one sheet's way.

Random ids alone are not enough: until now the rows stood where they were written, with codes beside them and notes
pointing at their sheet. All of a round is written anew under new ids in their order, and the file is packed after it.
"""

import json
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

import sqlalchemy as sa

from trustcheck.app.ports import Progress
from trustcheck.domain.checks.group_round import NOTES_FROM
from trustcheck.domain.checks.round import RoundState
from trustcheck.domain.privacy.releases import may_release
from trustcheck.domain.questionnaire.answers import Response
from trustcheck.domain.questionnaire.model import Form, Questionnaire
from trustcheck.storage.file import refusals
from trustcheck.storage.groups import group_refusals
from trustcheck.storage.groups.reader import joined_late, responses_by_sheet
from trustcheck.storage.groups.sheet_parts import order_of
from trustcheck.storage.groups.sheet_rows import LEFT_OUT, RELEASED, SHEETS, WAITING, released_sheets
from trustcheck.storage.groups.state import state_of
from trustcheck.storage.groups.writer import forget_tries
from trustcheck.storage.rounds import seals
from trustcheck.storage.rounds.reader import questionnaire_of
from trustcheck.storage.rounds.tidying import mark_untidy, tidy
from trustcheck.storage.safety.open_copies import renew_copies
from trustcheck.storage.schema import group_tables, tables
from trustcheck.storage.schema.many_rows import insert, rows_of
from trustcheck.storage.store_part import StorePart
from trustcheck.words import gettext as _

# All sheets of a round written anew under other ids, in the order of those, with nothing lost on the way.


OnRenewed = Callable[[int], None]
"""Told how many more sheets are done; may raise to stop."""

_SHEETS_AT_ONCE = 1000

# In memory only: a table that held both ids of a sheet on the disk would undo what the new ids are for.
_MADE = (
    "CREATE TEMPORARY TABLE stands (perspective TEXT, hurried INTEGER, was TEXT, standing TEXT)",
    """CREATE TEMPORARY TABLE numbered
(number INTEGER PRIMARY KEY, old INTEGER NOT NULL, perspective TEXT, beside TEXT, hurried INTEGER, standing TEXT)""",
    """CREATE TEMPORARY TABLE renewed
(new INTEGER PRIMARY KEY, old INTEGER NOT NULL, perspective TEXT, beside TEXT, hurried INTEGER, standing TEXT)""",
)
_NUMBER = """
INSERT INTO numbered SELECT NULL, sheet.response, response.perspective, response.beside, sheet.hurried,
stands.standing
FROM sheet CROSS JOIN response ON response.id = sheet.response
JOIN stands ON (stands.perspective, stands.hurried, was) = (response.perspective, sheet.hurried, sheet.standing)
WHERE sheet.round = ?
"""
_RENEW = """
INSERT INTO renewed SELECT drawn.value, old, perspective, beside, hurried, standing
FROM json_each(?) AS drawn CROSS JOIN numbered ON number = drawn.key + 1
"""
# Two tables that are made alike are copied without looking into a row, unless they are asked for in an order. In a
# protected file each row so copied takes memory that is wiped afterwards, which costs five times what looking does.
_HOW_ANSWERS_ARE_KEPT = "SELECT substr(sql, instr(sql, '(')) FROM main.sqlite_master WHERE name = 'answer'"
_KEPT = "CREATE TEMPORARY TABLE kept_answer {}"
_KEEP = """
INSERT INTO kept_answer
SELECT new, item, code FROM renewed CROSS JOIN answer ON answer.response = old
WHERE new BETWEEN ? AND ? ORDER BY new, item
"""
_KEEP_OTHERS = "INSERT INTO kept_answer SELECT * FROM answer WHERE response NOT IN (SELECT old FROM renewed)"
PUT_BACK = "INSERT INTO answer SELECT * FROM kept_answer"
_PUT_BACK_PROTECTED = f"{PUT_BACK} ORDER BY response, item"
_ADD_RESPONSES = """
INSERT INTO response (id, round, perspective, beside) SELECT new, ?, perspective, beside FROM renewed ORDER BY new
"""
_ADD_SHEETS = """
INSERT INTO sheet (response, round, hurried, standing) SELECT new, ?, hurried, standing FROM renewed ORDER BY new
"""
_DELETE_ANSWERS = "DELETE FROM answer WHERE response IN (SELECT old FROM renewed)"
_DELETE_SHEETS = "DELETE FROM sheet WHERE round = ?"
_DELETE_RESPONSES = "DELETE FROM response WHERE round = ?"


def renew_sheets(
    connection: sa.Connection,
    round_id: int,
    new: Sequence[int],
    stands: Mapping["SheetKind", str],
    step: OnRenewed,
    *,
    is_protected: bool,
) -> None:
    """Write all sheets of a round anew under ``new`` ids, those of each kind as they stand now.

    Their notes are none of theirs any more. ``step`` is told how many more are done. Works where links are trusted;
    raises ``Damaged`` where a row would be lost or belong to none. Whoever undoes the change undoes all of it.
    """
    for each in (*_MADE, _KEPT.format(connection.exec_driver_sql(_HOW_ANSWERS_ARE_KEPT).scalar_one())):
        connection.exec_driver_sql(each)
    insert(connection, "stands", [(*kind, standing) for kind, standing in stands.items()])
    # As one text: each value that is handed in by itself costs more than what is done with it.
    drawn = json.dumps(new)
    _require_all({len(new), _changed(connection, _NUMBER, round_id), _changed(connection, _RENEW, drawn)})
    _renew_answers(connection, new, step, _PUT_BACK_PROTECTED if is_protected else PUT_BACK)
    for delete, add in ((_DELETE_RESPONSES, _ADD_RESPONSES), (_DELETE_SHEETS, _ADD_SHEETS)):
        _require_all({len(new), _changed(connection, delete, round_id), _changed(connection, add, round_id)})
    for table in ("stands", "numbered", "renewed", "kept_answer"):
        connection.exec_driver_sql(f"DROP TABLE {table}")


def _renew_answers(connection: sa.Connection, new: Sequence[int], step: OnRenewed, put_back: str) -> None:
    """All of a table is emptied at once; rows that go one by one take as long as those that come."""
    known = connection.exec_driver_sql("SELECT count(*) FROM answer").scalar_one()
    places, own = order_of(new), 0
    for start in range(0, len(places), _SHEETS_AT_ONCE):
        some = places[start : start + _SHEETS_AT_ONCE]
        own += _changed(connection, _KEEP, new[some[0]], new[some[-1]])
        step(len(some))
    all_move = known <= 2 * own
    others = _changed(connection, _KEEP_OTHERS) if all_move and known > own else 0
    gone = _changed(connection, "DELETE FROM answer" if all_move else _DELETE_ANSWERS)
    _require_all({own + others, gone, _changed(connection, put_back)})


def _changed(connection: sa.Connection, statement: str, *values: int | str) -> int:
    return connection.exec_driver_sql(statement, values).rowcount


def _require_all(changed: set[int]) -> None:
    """As many rows are gone as were kept, and as many are back."""
    if len(changed) > 1:
        raise refusals.damaged()


# Late sheets that would join a result that was shown: whether every single value of it hides who they are.


class JoiningSheets:
    """The answers of one round, read only where late sheets are about to join."""

    def __init__(self, connection: sa.Connection, round_id: int, threshold: int) -> None:
        self._connection, self._round, self._threshold = connection, round_id, threshold

    def hide_each_other(self, shown: Collection["SheetKind"], joining: Collection["SheetKind"]) -> bool:
        """Whether a result of the ``shown`` sheets tells nothing of a ``joining`` one beside the result of both.

        Raises ``Damaged`` where one does not read.
        """
        from trustcheck.domain.views.late_sheets import may_join

        try:
            earlier, later, questionnaire, form = self._read(shown, joining)
            again = bool(earlier) and earlier[0].perspective in joined_late(self._connection, self._round)
            return may_join(earlier, later, questionnaire, form, self._threshold, again=again)
        except refusals.MAKES_NO_SENSE as error:
            raise refusals.damaged() from error

    def _read(
        self, shown: Collection["SheetKind"], joining: Collection["SheetKind"]
    ) -> tuple[list[Response], list[Response], Questionnaire, Form]:
        columns = (tables.round_.c.questionnaire, tables.round_.c.form)
        kept = self._connection.execute(sa.select(*columns).where(tables.round_.c.id == self._round)).one()
        questionnaire, form = questionnaire_of(self._connection, kept.questionnaire), Form(kept.form)
        kinds = {response: kind for response, *kind in rows_of(self._connection, _SHEETS, self._round)}
        rows = self._connection.exec_driver_sql(f"{SHEETS} WHERE sheet.round = ?", (self._round,))
        earlier: list[Response] = []
        later: list[Response] = []
        for id_, response in responses_by_sheet(rows, form, questionnaire.high):
            kind = SheetKind(*kinds[id_])
            if kind in shown or kind in joining:
                some = earlier if kind in shown else later
                some.append(response)
        return earlier, later, questionnaire, form


_group = group_tables.group_round
_note = group_tables.group_note

_SHEETS = """
SELECT sheet.response, response.perspective, sheet.hurried, sheet.standing
FROM sheet JOIN response ON response.id = sheet.response WHERE sheet.round = ?
"""
_KINDS = """
SELECT response.perspective, sheet.hurried, sheet.standing, count(*)
FROM sheet JOIN response ON response.id = sheet.response WHERE sheet.round = ? GROUP BY 1, 2, 3
"""
_NOTES = """
SELECT note.item, note.text, response.perspective, sheet.hurried, sheet.standing
FROM note JOIN sheet ON sheet.response = note.response JOIN response ON response.id = sheet.response
WHERE note.round = ?
"""
_ADD_NOTE = "INSERT INTO group_note (id, round, item, text, released) VALUES (?, ?, ?, ?, ?)"


class SheetKind(NamedTuple):
    """Sheets that are as one to the decision: it goes by how they were answered, never by what they say."""

    perspective: str
    hurried: bool
    standing: str


KindCounts = Mapping[SheetKind, int]
"""How many sheets there are of each kind."""
HideEachOther = Callable[[Collection[SheetKind], Collection[SheetKind]], bool]
"""Whether sheets that were shown may be shown together with joining ones."""


class GroupClosing(StorePart):
    def close(
        self, round_id: int, on: date, *, leave_out_hurried: bool = False, progress: Progress | None = None
    ) -> None:
        """Close and release, in one transaction. Raises ``Refused`` where the round is not open.

        ``progress`` may stop it by raising ``Cancelled`` as long as not all is done; the round stays open then.

        Whether hurried sheets are left out is decided before anybody sees a result. Later closings keep to it: a
        result with and without a sheet shows that sheet.
        """
        unsaved = _("This check is not closed yet.")
        with self._file.writing(unsaved, trusts_links=True) as connection:
            state = state_of(connection, round_id, unsaved)
            if state is not RoundState.OPEN:
                raise group_refusals.cannot_close(state)
            found = connection.exec_driver_sql(_KINDS, (round_id,))
            before = {SheetKind(*kind): number for *kind, number in found}
            kept = connection.execute(sa.select(_group).where(_group.c.round == round_id)).one()
            leaves_out = kept.left_out if was_shown(before, kept.threshold) else leave_out_hurried
            hide = JoiningSheets(connection, round_id, kept.threshold).hide_each_other
            stands = decided(before, kept.threshold, leaves_out=leaves_out, hide_each_other=hide)
            after = counted(before, stands)
            self._rewrite_notes(connection, round_id, stands, may_join=notes_may_join(before, after, kept.threshold))
            # Each sheet is written, and then read once more.
            new = self._new_ids(sum(before.values()))
            step = _steps(2 * len(new), progress)
            is_protected = self._file.key is not None
            renew_sheets(connection, round_id, new, stands, step, is_protected=is_protected)
            _remember_joined(connection, round_id, shown_with_more(before, after, kept.threshold))
            _turn_closed(connection, round_id, on, leaves_out=leaves_out)
            rows = released_sheets(connection, round_id, is_protected=is_protected)
            seals.put(connection, round_id, _told(rows, step))
            mark_untidy(connection)
        tidy(self._file)
        # A copy that holds another state of this check would undo all of it.
        renew_copies(self._file, on, round_id)

    def _rewrite_notes(
        self, connection: sa.Connection, round_id: int, stands: Mapping[SheetKind, str], *, may_join: bool
    ) -> None:
        """Give all notes of a round new ids, and let those that came since the last closing forget their sheet.

        ``stands`` is how the sheets of each kind stand now. Hidden notes are shown with the others once no sheet
        waits, where notes ``may_join``: nobody knows any more whose they are.
        """
        all_join = may_join and WAITING not in stands.values()
        known = sa.select(_note.c.item, _note.c.text, _note.c.released).where(_note.c.round == round_id)
        notes = [(row.item, row.text, row.released or all_join) for row in connection.execute(known)]
        written = connection.exec_driver_sql(_NOTES, (round_id,))
        notes += [(item, text, may_join and stands[SheetKind(*kind)] != WAITING) for item, text, *kind in written]
        connection.execute(_note.delete().where(_note.c.round == round_id))
        connection.execute(tables.note.delete().where(tables.note.c.round == round_id))
        rows = sorted((self._new_id(), round_id, *note) for note in notes)
        if rows:
            connection.exec_driver_sql(_ADD_NOTE, rows)


def _steps(of: int, progress: Progress | None) -> OnRenewed:
    done = 0

    def step(more: int) -> None:
        nonlocal done
        done += more
        if progress is not None:
            progress(done, of)

    return step


def _told(parts: Iterable[Sequence[Any]], step: OnRenewed) -> Iterator[Any]:
    for some in parts:
        yield from some
        step(len(some))


def was_shown(sheets: KindCounts, threshold: int) -> bool:
    """Whether a result of any perspective was shown before."""
    return any(count >= threshold for count in _released(sheets).values())


def _released(sheets: KindCounts) -> Counter[str]:
    found: Counter[str] = Counter()
    for kind, number in sheets.items():
        if kind.standing == RELEASED:
            found[kind.perspective] += number
    return found


def shown_with_more(before: KindCounts, after: KindCounts, threshold: int) -> list[str]:
    """The perspectives of which a result was shown, and now one of more sheets is."""
    earlier, later = (_released(each) for each in (before, after))
    return [each for each, count in earlier.items() if threshold <= count < later[each]]


def notes_may_join(before: KindCounts, after: KindCounts, threshold: int) -> bool:
    """Whether notes that were not shown yet may be.

    Notes of all perspectives stand together, also of one that has no numbers yet: what only a few late people add to
    those that everybody has read is known to be theirs.
    """
    waited, waits = (_number(each, lambda kind: kind.standing == WAITING) for each in (before, after))
    return sum(_released(before).values()) < NOTES_FROM or waited - waits >= threshold


def _number(sheets: KindCounts, belongs: Callable[[SheetKind], bool]) -> int:
    return sum(number for kind, number in sheets.items() if belongs(kind))


def decided(
    sheets: KindCounts, threshold: int, *, leaves_out: bool, hide_each_other: HideEachOther
) -> dict[SheetKind, str]:
    """How the sheets of each kind stand now: each perspective's in the new release or in the one it had.

    ``hide_each_other`` is asked where sheets would join a result that was shown.
    """
    stands: dict[SheetKind, str] = {}
    for perspective in {kind.perspective for kind in sheets}:
        own = {kind: number for kind, number in sheets.items() if kind.perspective == perspective}
        stands |= _decided(own, threshold, hide_each_other, leaves_out=leaves_out)
    return stands


def _decided(
    own: KindCounts, threshold: int, hide_each_other: HideEachOther, *, leaves_out: bool
) -> dict[SheetKind, str]:
    """One perspective's sheets. What was shown stays shown, and what was left out stays out."""
    stands, released = {kind: kind.standing for kind in own}, sum(_released(own).values())
    if released < threshold:
        stands, released = dict.fromkeys(own, WAITING), 0
    waiting = {kind: number for kind, number in own.items() if stands[kind] == WAITING}
    unhurried = _number(waiting, lambda kind: not kind.hurried)
    drops = leaves_out and released + unhurried >= threshold
    if not may_release(threshold, released, unhurried if drops else sum(waiting.values())):
        return stands
    joining = {kind for kind in waiting if not (drops and kind.hurried)}
    if released and not hide_each_other({kind for kind in own if stands[kind] == RELEASED}, joining):
        return stands
    return stands | {kind: RELEASED if kind in joining else LEFT_OUT for kind in waiting}


def counted(sheets: KindCounts, stands: Mapping[SheetKind, str]) -> KindCounts:
    """The same sheets as they stand now."""
    found: Counter[SheetKind] = Counter()
    for kind, number in sheets.items():
        found[kind._replace(standing=stands[kind])] += number
    return found


def _remember_joined(connection: sa.Connection, round_id: int, perspectives: Iterable[str]) -> None:
    for each in perspectives:
        connection.exec_driver_sql("INSERT OR IGNORE INTO joined_late VALUES (?, ?)", (round_id, each))


def _turn_closed(connection: sa.Connection, round_id: int, on: date, *, leaves_out: bool) -> None:
    """Closed, unlocked, without half-filled sheets and without what opens replies."""
    for each in (group_tables.sealed_sheet, group_tables.reply_key):
        connection.execute(each.delete().where(each.c.round == round_id))
    closed = {"state": RoundState.CLOSED.value, "closed_on": on}
    connection.execute(tables.round_.update().where(tables.round_.c.id == round_id).values(closed))
    forget_tries(connection, round_id)
    group = {"left_out": leaves_out, "lock": b""}
    connection.execute(_group.update().where(_group.c.round == round_id).values(group))
