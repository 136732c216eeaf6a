"""Two states of one data file beside each other: what each holds, part by part, and what they are together."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import sqlalchemy as sa

from trustcheck.app.organisations import name_seen
from trustcheck.app.ports import Progress
from trustcheck.app.store.merging import Clash, Merge, MergeChoice, MergePart, PartState
from trustcheck.domain.checks.round import RoundKind, RoundState, RoundSummary
from trustcheck.domain.privacy.releases import may_release
from trustcheck.domain.questionnaire.answers import Response
from trustcheck.domain.questionnaire.model import Form, Perspective, Questionnaire
from trustcheck.domain.views.late_sheets import may_join
from trustcheck.storage.groups.reader import responses_by_sheet
from trustcheck.storage.merging.check_rows import CheckRows, read_check
from trustcheck.storage.merging.joining_checks import join_checks
from trustcheck.storage.merging.joining_organisations import OrganisationRows, join_organisations, read_organisation
from trustcheck.storage.organisations import organisation_refusals
from trustcheck.storage.organisations.rows import Tally
from trustcheck.storage.organisations.taking_over import free_name, names_here
from trustcheck.storage.rounds.reader import questionnaire_of
from trustcheck.storage.rounds.summaries import NEWEST_FIRST, SUMMARIES, summary
from trustcheck.storage.schema import group_tables, tables

# Whether another closing of a check may take the place of one whose result was shown.
#
# Two results of one check side by side tell what those said who are in one of them only. The rules are those of a
# check that is opened again: nobody who was in goes, and late sheets join where there are enough of them to hide each
# other.


Said = Counter[tuple[str, str, str]]
"""How often each perspective, answers, and what stood beside them, were given."""


def may_replace(here: CheckRows, there: CheckRows, questionnaire: Questionnaire) -> bool:
    """Whether what was shown of ``here`` and what is shown of ``there``, now or once it is closed, tell nothing of few.

    Both are a check of several people. Costs reading its sheets.
    """
    threshold = int(here.set_up["threshold"])
    ours, theirs = _shown(here), _shown(there)
    if all(some.total() < threshold for some in ours.values()):
        return True
    if there.state is not RoundState.CLOSED:
        # What it shows next is judged by what it showed itself.
        return ours == theirs
    if not all(_one_joins(ours[each], theirs[each], here, questionnaire) for each in ours):
        return False
    more = sum((theirs[each] - ours[each]).total() for each in theirs)
    return _notes(here) == _notes(there) or more >= threshold


def _one_joins(ours: Said, theirs: Said, here: CheckRows, questionnaire: Questionnaire) -> bool:
    """The same of one perspective; leaders and staff are never pooled."""
    threshold = int(here.set_up["threshold"])
    if ours.total() < threshold or ours == theirs:
        return True
    more = theirs - ours
    if ours - theirs or not may_release(threshold, ours.total(), more.total()):
        return False
    form = Form(here.head["form"])
    shown, joining = (_responses(each, form, questionnaire) for each in (ours, more))
    again = shown[0].perspective.value in here.joined_late
    return may_join(shown, joining, questionnaire, form, threshold, again=again)


def _shown(rows: CheckRows) -> dict[str, Said]:
    found: dict[str, Said] = {each.value: Counter() for each in Perspective}
    for each in rows.released().values():
        found[each.perspective][each.perspective, each.answers, each.beside] += 1
    return found


def _notes(rows: CheckRows) -> Counter[tuple[str, str]]:
    return Counter((item, text) for item, text, released in rows.group_notes.values() if released)


def _responses(said: Said, form: Form, questionnaire: Questionnaire) -> list[Response]:
    rows = ((0, *each) for each in said.elements())
    return [response for _id, response in responses_by_sheet(rows, form, questionnaire.high)]


_FIRST_HERE = (MergeChoice.HERE, MergeChoice.THERE)
_FIRST_THERE = (MergeChoice.THERE, MergeChoice.HERE)


@dataclass(frozen=True)
class State:
    """What one file holds, and how to read more of it."""

    connection: sa.Connection
    organisations: dict[int, str]
    checks: dict[int, RoundSummary]
    """The newest first."""

    def checks_of(self, organisation_id: int) -> list[RoundSummary]:
        """With the promises that were asked again."""
        return [each for each in self.checks.values() if each.organisation.id == organisation_id]

    def count_of(self, organisation_id: int) -> int:
        """How many checks it has, as every list counts them."""
        return sum(each.retests is None for each in self.checks_of(organisation_id))


def state_of(connection: sa.Connection) -> State:
    """Without organisations that were deleted and can still be brought back."""
    deleted = sa.select(group_tables.deleted_organisation.c.organisation)
    organisation = tables.organisation.c
    named = sa.select(organisation.id, organisation.name).where(organisation.id.not_in(deleted))
    rounds = (summary(row) for row in connection.execute(SUMMARIES.order_by(*NEWEST_FIRST)))
    names = {row.id: row.name for row in connection.execute(named)}
    return State(connection, names, {each.id: each for each in rounds})


class TwoStates:
    """The open file, ``here``, and another state of it, ``there``. Reads one check after the other."""

    def __init__(self, here: State, there: State) -> None:
        self.here, self.there = here, there
        self._tally = Tally()

    @property
    def stamp(self) -> str:
        """Of all that was read, in whatever order."""
        return f"{self._tally.rows} {self._tally.said:064x}"

    def merge(self, progress: Progress | None = None) -> Merge:
        """What would be done. Raises ``NotOpened`` where the two contradict each other, ``Damaged`` for a broken
        seal."""
        parts = []
        of = len(self.here.checks.keys() | self.there.checks.keys())
        for part in self._parts():
            parts.append(part)
            if progress is not None:
                progress(min(len(parts), of), of)
        return Merge(tuple(parts), self.stamp)

    def organisation(self, organisation_id: int) -> tuple[OrganisationRows, OrganisationRows]:
        """What both say of one that both have."""
        both = tuple(read_organisation(each.connection, organisation_id) for each in (self.here, self.there))
        self._tally.add((*both, organisation_id))
        return both[0], both[1]

    def arriving(self, organisation_id: int) -> OrganisationRows:
        rows = read_organisation(self.there.connection, organisation_id)
        self._tally.add((rows, organisation_id))
        return rows

    def check(self, round_id: int) -> tuple[CheckRows, CheckRows]:
        """What both hold of a check that both have."""
        here, there = (read_check(each.connection, round_id) for each in (self.here, self.there))
        same = (here.organisation, here.questionnaire, here.group is None)
        if same != (there.organisation, there.questionnaire, there.group is None):
            raise organisation_refusals.not_sound()
        self._tally.add((here, there, round_id))
        return here, there

    def check_there(self, round_id: int) -> CheckRows:
        rows = read_check(self.there.connection, round_id)
        self._tally.add((rows, round_id))
        return rows

    def _parts(self) -> Iterator[MergePart]:
        names = self.there.organisations | self.here.organisations
        for id_ in sorted(names, key=lambda each: (name_seen(names[each]).casefold(), each)):
            if id_ not in self.there.organisations or id_ not in self.here.organisations:
                yield self._alone(id_)
                continue
            yield self._organisation(id_)
            ours, theirs = self.here.checks_of(id_), self.there.checks_of(id_)
            more = [each for each in theirs if each.id not in self.here.checks]
            for each in sorted([*ours, *more], key=lambda one: one.started_on, reverse=True):
                yield self._check(each.id, names[id_])

    def _alone(self, id_: int) -> MergePart:
        if id_ in self.here.organisations:
            checks = self.here.count_of(id_)
            name = self.here.organisations[id_]
            return MergePart(id_, name, PartState.ONLY_HERE, checks=checks, choices=_FIRST_HERE)
        for each in self.there.checks_of(id_):
            self.check_there(each.id)
        name, checks = name_seen(self.arriving(id_).name), self.there.count_of(id_)
        free = free_name(name, names_here(self.here.connection))
        other = free if free != name else ""
        return MergePart(id_, name, PartState.ONLY_THERE, other_name=other, checks=checks, choices=_FIRST_THERE)

    def _organisation(self, id_: int) -> MergePart:
        here, there = self.organisation(id_)
        joined, clashes = join_organisations(here, there, MergeChoice.HERE)
        part = MergePart(id_, here.name, PartState.SAME if joined == here else PartState.JOINED)
        if not clashes:
            return part
        called = name_seen(there.name) if Clash.NAME in clashes else ""
        return replace(part, found=PartState.CHANGED, other_name=called, clashes=clashes, choices=_FIRST_HERE)

    def _check(self, id_: int, name: str) -> MergePart:
        ours, theirs = self.here.checks.get(id_), self.there.checks.get(id_)
        if theirs is None:
            return MergePart(id_, name, PartState.ONLY_HERE, here=ours, choices=_FIRST_HERE)
        if ours is None:
            self.check_there(id_)
            return MergePart(id_, name, PartState.ONLY_THERE, there=theirs, choices=_FIRST_THERE)
        here, there = self.check(id_)
        joined = join_checks(here, there, MergeChoice.HERE)
        part = MergePart(id_, name, PartState.SAME, here=ours, there=theirs, clashes=joined.clashes)
        if joined.clashes:
            return self._changed(part, here, there, replaces=joined.replaces)
        if joined.rows == here:
            return part
        return replace(part, found=PartState.JOINED, together=_size(joined.rows))

    def _changed(self, part: MergePart, here: CheckRows, there: CheckRows, *, replaces: bool) -> MergePart:
        if here.group is None:
            if self._stands_beside(part, there):
                return replace(part, found=PartState.SAME, clashes=())
            return replace(part, found=PartState.CHANGED, choices=tuple(MergeChoice))
        allowed = not replaces or may_replace(here, there, self._questionnaire(part.id))
        choices = _FIRST_HERE if allowed else (MergeChoice.HERE,)
        return replace(part, found=PartState.CHANGED, choices=choices, replaces=replaces, is_shown=not allowed)

    def _questionnaire(self, round_id: int) -> Any:
        asked = sa.select(tables.round_.c.questionnaire).where(tables.round_.c.id == round_id)
        return questionnaire_of(self.here.connection, self.here.connection.execute(asked).scalar_one())

    def _stands_beside(self, part: MergePart, there: CheckRows) -> bool:
        """Whether the other state was taken in before, as a check of its own."""
        theirs = part.there
        for each in self.here.checks_of(there.organisation):
            if each.id == part.id or each.kind is not RoundKind.PERSONAL or theirs is None:
                continue
            if each.answered == theirs.answered and _content(read_check(self.here.connection, each.id)) == _content(
                there
            ):
                return True
        return False


def _size(rows: CheckRows) -> int:
    """Sheets of several people, answers of one."""
    if rows.group is not None:
        return len(rows.sheets)
    return sum(len(json.loads(each.answers)) for each in rows.sheets.values())


def _content(rows: CheckRows) -> tuple[object, ...]:
    """What one person's check says, whatever its ids."""
    head = {name: value for name, value in rows.head.items() if name != "at_item"}
    notes = sorted((item, text) for _response, item, text in rows.notes.values())
    return (
        rows.questionnaire,
        head,
        list(rows.sheets.values()),
        notes,
        rows.facts,
        rows.promises,
        rows.marks,
        rows.by_hand,
    )
