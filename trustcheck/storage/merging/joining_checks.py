"""Two states of one check as one: row by row where rows are known again, and as a person chooses where they clash.

What only one state holds stays. A person's answers, notes and facts are known by what they answer; sheets by their
random ids, until the check is closed: then all of them get new ones, and two closings can only be one or the other.
"""

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any, NamedTuple, TypeVar

from trustcheck.app.store.merging import Clash, MergeChoice
from trustcheck.domain.checks.round import RoundState
from trustcheck.domain.questionnaire.answers import SaidBeside
from trustcheck.storage.groups.sheet_rows import WAITING
from trustcheck.storage.merging.check_rows import CheckRows, Rows, SheetRow
from trustcheck.storage.merging.joining_promises import JoinedPromises, join_promises
from trustcheck.storage.rounds.beside_text import beside_from, beside_text

_FREE = ("minutes", "routes", "own_words", "workshop", "left_out")
"""What of a group's set-up is no promise to those who answer."""
Value = TypeVar("Value")


class Joined(NamedTuple):
    """What two states of one check are together."""

    rows: CheckRows
    clashes: tuple[Clash, ...]
    replaces: bool = False
    """Whether all sheets are those of one state, and the sheets of the other are not in it."""
    moved_here: Mapping[int, int] = MappingProxyType({})
    moved_there: Mapping[int, int] = MappingProxyType({})
    """By the number that a promise had in one of the states, the one it has now, where that is another."""


class Joining:
    """Collects what is not the same in both, and takes of it what was chosen."""

    def __init__(self, choice: MergeChoice) -> None:
        self._there = choice is MergeChoice.THERE
        self._clashes: set[Clash] = set()
        self.replaces = False

    @property
    def clashes(self) -> tuple[Clash, ...]:
        return tuple(each for each in Clash if each in self._clashes)

    def chosen(self, here: Value, there: Value, clash: Clash) -> Value:
        self._clashes.add(clash)
        return there if self._there else here

    def either(self, here: Value, there: Value, clash: Clash) -> Value:
        """The only one there is, or the chosen one."""
        if here == there or not there:
            return here
        return there if not here else self.chosen(here, there, clash)

    def rows(self, here: Rows, there: Rows, clash: Clash) -> Rows:
        """Every row of either; of one that both have, the chosen one."""
        together = there | here
        for key in here.keys() & there.keys():
            if here[key] != there[key]:
                together[key] = self.chosen(here[key], there[key], clash)
        return dict(sorted(together.items()))

    def promises(self, here: Rows, there: Rows) -> JoinedPromises:
        """Every promise of either; of one that both have, as the chosen one has it."""
        joined = join_promises(there, here) if self._there else join_promises(here, there)
        clashes = (
            (joined.differ, Clash.PROMISE),
            (joined.both_kept, Clash.PROMISE_NUMBERS),
            (joined.too_many, Clash.OPEN_PROMISES),
        )
        self._clashes |= {clash for is_so, clash in clashes if is_so}
        return joined


def join_checks(here: CheckRows, there: CheckRows, choice: MergeChoice) -> Joined:
    """Both states of one check as one. They are of one organisation and one questionnaire, and of one kind."""
    joining = Joining(choice)
    core = _personal(joining, here, there) if here.group is None else _group(joining, here, there)
    promises = joining.promises(here.promises, there.promises)
    rows = replace(
        core,
        facts=joining.rows(here.facts, there.facts, Clash.FACTS),
        promises=promises.rows,
        marks=joining.rows(here.marks, there.marks, Clash.MARKS),
        # An order is one thing: of two nobody makes a third.
        by_hand=joining.either(here.by_hand, there.by_hand, Clash.SUGGESTIONS),
        proposed=_still_proposed(here.proposed, there.proposed),
        proposed_facts=_still_proposed(here.proposed_facts, there.proposed_facts),
    )
    moved = ({}, promises.moved) if choice is not MergeChoice.THERE else (promises.moved, {})
    return Joined(rows, joining.clashes, joining.replaces, *moved)


def _still_proposed(here: Rows, there: Rows) -> Rows:
    """Both began from the same check: what one of them proposes no longer was answered there, or put aside."""
    return {key: here[key] for key in sorted(here.keys() & there.keys())}


def _personal(joining: Joining, here: CheckRows, there: CheckRows) -> CheckRows:
    ((response, one),), ((other_response, other),) = here.sheets.items(), there.sheets.items()
    if (response, one.perspective) != (other_response, other.perspective):
        return joining.chosen(here, there, Clash.ANSWERS)
    answers = joining.rows(_by_item(one), _by_item(other), Clash.ANSWERS)
    written = json.dumps({item: code for item, (code,) in answers.items()}, ensure_ascii=False, separators=(",", ":"))
    known = {(item, text): id_ for id_, (_response, item, text) in sorted((there.notes | here.notes).items())}
    notes = joining.rows(_notes_by_item(here), _notes_by_item(there), Clash.NOTES)
    return replace(
        here,
        head=_personal_head(joining, here, there),
        sheets={response: one._replace(answers=written, beside=_beside(joining, one, other))},
        notes=dict(sorted((known[item, text], (response, item, text)) for item, (text,) in notes.items())),
    )


def _personal_head(joining: Joining, here: CheckRows, there: CheckRows) -> dict[str, Any]:
    leaders_are = joining.either(here.head["leaders_are"], there.head["leaders_are"], Clash.STATE)
    if here.head["form"] != there.head["form"]:
        # The short form becomes the full one, and never the other way.
        head = next(each.head for each in (here, there) if each.head["form"] == "full")
    elif here.state is not there.state:
        head = joining.chosen(here.head, there.head, Clash.STATE)
    else:
        head = max(here.head, there.head, key=lambda each: each["closed_on"] or "")
    return {**head, "leaders_are": leaders_are}


def _beside(joining: Joining, one: SheetRow, other: SheetRow) -> str:
    """One person says nothing beside the questions but to scenario cards."""
    here, there = ({card: (rung,) for card, rung in beside_from(each.beside).drill.items()} for each in (one, other))
    joined = joining.rows(here, there, Clash.ANSWERS)
    return beside_text(SaidBeside(drill={card: rung for card, (rung,) in joined.items()}))


def _by_item(sheet: SheetRow) -> Rows:
    return {item: (code,) for item, code in json.loads(sheet.answers).items()}


def _notes_by_item(rows: CheckRows) -> Rows:
    return {item: (text,) for _response, item, text in rows.notes.values()}


def _group(joining: Joining, here: CheckRows, there: CheckRows) -> CheckRows:
    core = _group_core(joining, here, there)
    words = joining.either(here.set_up["own_words"], there.set_up["own_words"], Clash.OWN_WORDS)
    session = joining.either(here.set_up["workshop"], there.set_up["workshop"], Clash.WORKSHOP)
    late = _joined_late(core, here, there, replaces=joining.replaces)
    return replace(core, group={**core.set_up, "own_words": words, "workshop": session}, joined_late=late)


def _group_core(joining: Joining, here: CheckRows, there: CheckRows) -> CheckRows:
    """What several people's sheets are, and what they were promised."""
    states = {here.state, there.state}
    if _core(here) == _core(there):
        return here
    if RoundState.PREPARING in states and len(states) > 1:
        # People have read the one that was opened.
        return there if here.state is RoundState.PREPARING else here
    if states == {RoundState.OPEN} and _can_be_joined(here, there):
        return _together(joining, here, there)
    if states == {RoundState.CLOSED} and said(here) == said(there):
        return min(here, there, key=lambda each: sorted(each.sheets))
    if states == {RoundState.PREPARING} or promised(here) != promised(there):
        clash = Clash.SET_UP
    else:
        clash = Clash.STATE if len(states) > 1 else Clash.SHEETS
    joining.replaces = bool(here.sheets or there.sheets or here.carried or there.carried)
    return joining.chosen(here, there, clash)


def _joined_late(core: CheckRows, here: CheckRows, there: CheckRows, *, replaces: bool) -> Rows:
    """Whose result was shown before sheets joined it: in either file, or by this."""
    if replaces and core is here:
        return here.joined_late
    known = here.joined_late | there.joined_late
    if replaces:
        shown, more = (Counter(each.perspective for each in some.released().values()) for some in (here, there))
        enough = int(here.set_up["threshold"])
        known |= {each: () for each, count in shown.items() if enough <= count < more[each]}
    return dict(sorted(known.items()))


def _core(rows: CheckRows) -> CheckRows:
    """Without what :func:`join_checks` joins whatever becomes of the sheets."""
    group = {name: value for name, value in rows.set_up.items() if name not in ("own_words", "workshop")}
    return replace(rows, group=group, facts={}, promises={}, marks={}, by_hand={}, proposed={}, proposed_facts={})


def promised(rows: CheckRows) -> tuple[object, ...]:
    """What people were told before they answered, or what was decided before."""
    kept = {name: value for name, value in rows.set_up.items() if name not in _FREE}
    return rows.head["form"], rows.head["leaders_are"], kept, rows.importance, rows.targets, _read_in(rows)


def _read_in(rows: CheckRows) -> dict[str, str]:
    """By perspective the words it reads, where they are in a language of its own."""
    return {perspective: words for perspective, (_invited, words) in rows.asked.items()}


def said(rows: CheckRows) -> tuple[object, ...]:
    """What a check of several people says, whatever the ids under which it is said."""
    notes = Counter(rows.group_notes.values())
    return promised(rows), rows.set_up["left_out"], rows.asked, rows.carried, Counter(rows.sheets.values()), notes


def _can_be_joined(here: CheckRows, there: CheckRows) -> bool:
    """Whether a sheet of one state that the other has not is surely one more sheet."""
    if promised(here) != promised(there):
        return False
    if not here.sheets or not there.sheets:
        return True
    shared = here.sheets.keys() & there.sheets.keys()
    shown, shown_there = (
        {id_: each for id_, each in some.sheets.items() if each.standing != WAITING} for some in (here, there)
    )
    if shown != shown_there or here.group_notes != there.group_notes:
        return False
    if shared:
        # Each closing gives all of them new ids: there was none since the two went apart.
        return all(here.sheets[each] == there.sheets[each] for each in shared)
    alike = Counter(map(_answered, here.sheets.values())) & Counter(map(_answered, there.sheets.values()))
    return 2 * alike.total() < min(len(here.sheets), len(there.sheets))


def _answered(sheet: SheetRow) -> tuple[str, str, str]:
    return sheet.perspective, sheet.answers, sheet.beside


def _together(joining: Joining, here: CheckRows, there: CheckRows) -> CheckRows:
    sheets = _sheets_together(joining, here.sheets, there.sheets)
    notes = {id_: note for id_, note in (there.notes | here.notes).items() if note[0] in sheets}
    asked = joining.either(here.asked, there.asked, Clash.SET_UP)
    free = {name: joining.either(here.set_up[name], there.set_up[name], Clash.SET_UP) for name in ("minutes", "routes")}
    filled = here if here.sheets else there
    return replace(
        filled,
        head={**here.head, "asked": sum(invited for invited, _words in asked.values())},
        group={**filled.set_up, **free},
        sheets=sheets,
        asked=asked,
        drafts=joining.rows(here.drafts, there.drafts, Clash.DRAFTS),
        reply_keys=_reply_keys(here, there),
        notes=dict(sorted(notes.items())),
    )


def _reply_keys(here: CheckRows, there: CheckRows) -> Rows:
    """Those of both. What was forgotten when one of them was closed does not come back from the other: replies that
    were taken in before it have no code any more, and would be counted twice."""
    closed = [rows for rows in (here, there) if any(each.standing != WAITING for each in rows.sheets.values())]
    known = closed[0].reply_keys if len(closed) == 1 else here.reply_keys | there.reply_keys
    return dict(sorted(known.items()))


def _sheets_together(joining: Joining, here: dict[int, SheetRow], there: dict[int, SheetRow]) -> dict[int, SheetRow]:
    together = there | here
    ours = {each.code: id_ for id_, each in here.items() if each.code}
    for id_, each in there.items():
        known = ours.get(each.code or "", id_)
        if known == id_:
            continue
        if _answered(here[known]) == _answered(each):
            stays = min(known, id_)
        else:
            # One form, and one sheet: what was put right here may stand as it was misread over there.
            stays = joining.chosen(known, id_, Clash.FORMS)
        del together[known if stays == id_ else id_]
    return dict(sorted(together.items()))
