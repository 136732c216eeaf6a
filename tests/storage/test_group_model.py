"""Whatever is done with a group's check in whatever order, the file holds what a plain dictionary would."""

import tempfile
from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, rule

from tests.storage.people import ASKED, DAY, LEADER, SETUP, STAFF, given, hurried, sheet
from trustcheck.app.ports import NewGroupRound, NotSaved, Refused, SealedSheet
from trustcheck.domain.checks.group_round import NOTES_FROM, Sheet
from trustcheck.domain.checks.round import RoundState
from trustcheck.domain.questionnaire.model import Form, Perspective
from trustcheck.domain.views.late_sheets import may_join
from trustcheck.storage.store import open_store

THRESHOLD = 3
ENOUGH = 2
PERSPECTIVES = st.sampled_from([LEADER, STAFF])


@dataclass
class Kept:
    state: RoundState = RoundState.PREPARING
    new: list[Sheet] = field(default_factory=list)
    """Not released yet."""
    released: dict[Perspective, list[Sheet]] = field(default_factory=lambda: {LEADER: [], STAFF: []})
    left_out: dict[Perspective, int] = field(default_factory=lambda: {LEADER: 0, STAFF: 0})
    joined_late: set[Perspective] = field(default_factory=set)
    leaves_out: bool = False
    codes: set[str] = field(default_factory=set)
    drafts: dict[int, bytes] = field(default_factory=dict)

    def all_of(self, perspective: Perspective) -> int:
        new = sum(each.response.perspective is perspective for each in self.new)
        return new + len(self.released[perspective]) + self.left_out[perspective]

    @property
    def was_shown(self) -> bool:
        return any(len(each) >= THRESHOLD for each in self.released.values())

    def close(self, *, leave_out: bool) -> None:
        self.state = RoundState.CLOSED
        self.leaves_out = self.leaves_out if self.was_shown else leave_out
        for perspective in (LEADER, STAFF):
            self._release(perspective)
        self.codes, self.drafts = set(), {}

    def _release(self, perspective: Perspective) -> None:
        shown = self.released[perspective]
        own = [each for each in self.new if each.response.perspective is perspective]
        if len(shown) < THRESHOLD:
            own, shown = own + shown, []
        elif len(own) < THRESHOLD:
            return
        calm = [each for each in own if not is_hurried(each)]
        drops = self.leaves_out and len(shown) + len(calm) >= THRESHOLD
        joining = calm if drops else own
        if shown and (len(joining) < THRESHOLD or not self._hide_each_other(perspective, joining)):
            return
        self.left_out[perspective] += len(own) - len(joining)
        self.released[perspective] = shown + joining
        self.joined_late |= {perspective} if shown else set()
        self.new = [each for each in self.new if each.response.perspective is not perspective]

    def _hide_each_other(self, perspective: Perspective, joining: list[Sheet]) -> bool:
        shown, more = ([each.response for each in some] for some in (self.released[perspective], joining))
        return may_join(shown, more, ASKED, Form.FULL, THRESHOLD, again=perspective in self.joined_late)


def is_hurried(one: Sheet) -> bool:
    return len({answer.code for answer in one.response.answers.values()}) <= 2


class GroupMachine(RuleBasedStateMachine):
    rounds = Bundle("rounds")

    @initialize()
    def begin(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.path = str(Path(self.folder.name) / "mine.trustcheck")
        self.store = open_store(self.path)
        self.organisations: dict[str, int] = {}
        self.model: dict[int, Kept] = {}
        self.owner: dict[int, int] = {}
        self.people = 0

    @rule(target=rounds, name=st.sampled_from(["One", "Two"]))
    def prepare(self, name: str) -> int:
        """A new check, or one there is already where there are enough."""
        if len(self.model) == ENOUGH:
            return min(self.model)
        if name not in self.organisations:
            self.organisations[name] = self.store.organisations.add(name)
        setup = replace(SETUP, threshold=THRESHOLD)
        round_id = self.store.groups.prepare(NewGroupRound(self.organisations[name], ASKED, setup, DAY))
        self.model[round_id] = Kept()
        self.owner[round_id] = self.organisations[name]
        self.open(round_id)
        return round_id

    def turned(self, at: int, wanted: RoundState) -> bool:
        """Whether a round exists in a state that allows a turn."""
        return at in self.model and self.model[at].state is wanted

    def open(self, at: int) -> None:
        assert self.store.groups.setup(at)[0].state is RoundState.PREPARING
        if self.turned(at, RoundState.PREPARING):
            self.store.groups.open(at)
            self.model[at].state = RoundState.OPEN

    @rule(at=rounds, perspective=PERSPECTIVES, many=st.integers(1, 7), in_haste=st.integers(0, 3), coded=st.booleans())
    def add(self, at: int, perspective: Perspective, many: int, in_haste: int, coded: bool) -> None:
        people = range(self.people, self.people + many)
        self.people += many
        made = [(hurried if at < in_haste else sheet)(each, perspective) for at, each in enumerate(people)]
        made = [
            replace(each, code=f"C{person}" if coded else "", notes={"A1": str(person)})
            for person, each in zip(people, made, strict=True)
        ]
        if not self.turned(at, RoundState.OPEN):
            try:
                self.store.sheets.add(at, made)
            except NotSaved:
                return
            raise AssertionError("taken into a check that is not open")
        self.store.sheets.add(at, made)
        self.model[at].new += made
        self.model[at].codes |= {each.code for each in made if each.code}

    @rule(at=rounds, draft=st.integers(1, 3), words=st.binary(max_size=20))
    def save_draft(self, at: int, draft: int, words: bytes) -> None:
        if self.turned(at, RoundState.OPEN):
            number = draft + 10 * (list(self.owner).index(at) + 1)
            self.store.sheets.save_sealed(at, SealedSheet(number, words))
            self.model[at].drafts[number] = words

    @rule(at=rounds, perspective=PERSPECTIVES)
    def finish_draft(self, at: int, perspective: Perspective) -> None:
        if self.turned(at, RoundState.OPEN) and self.model[at].drafts:
            number = min(self.model[at].drafts)
            finished = sheet(self.people, perspective)
            self.people += 1
            self.store.sheets.finish_sealed(at, number, finished)
            del self.model[at].drafts[number]
            self.model[at].new.append(finished)

    @rule(at=rounds, leave_out=st.booleans())
    def close_or_reopen(self, at: int, leave_out: bool) -> None:
        if self.turned(at, RoundState.OPEN):
            self.store.groups.close(at, DAY, leave_out_hurried=leave_out)
            self.model[at].close(leave_out=leave_out)
        elif self.turned(at, RoundState.CLOSED):
            self.store.groups.reopen(at)
            self.model[at].state = RoundState.OPEN

    @rule(at=rounds, seldom=st.integers(0, 9))
    def delete(self, at: int, seldom: int) -> None:
        if at in self.model and seldom == 1:
            self.store.rounds.delete(at)
            del self.model[at]

    @rule(name=st.sampled_from(["One", "Two"]), back=st.integers(0, 9))
    def delete_organisation(self, name: str, back: int) -> None:
        """Deleted and brought back, or, seldom, deleted until the file is closed."""
        if name not in self.organisations:
            return
        gone = self.organisations[name]
        self.store.organisations.delete(gone)
        if back != 1:
            self.store.organisations.bring_back(gone)
            return
        del self.organisations[name]
        self.model = {each: kept for each, kept in self.model.items() if self.owner[each] != gone}

    @rule()
    def close_and_open(self) -> None:
        self.store.close()
        self.store = open_store(self.path, create=False)

    @invariant()
    def lists_hold_what_is_there(self) -> None:
        assert {each.id for each in self.store.rounds.summaries()} == set(self.model)
        listed = {each.organisation.name: each.checks for each in self.store.organisations.summaries()}
        owners = Counter(self.owner[each] for each in self.model)
        assert listed == {name: owners[each] for name, each in self.organisations.items()}

    @invariant()
    def an_open_check_counts_and_a_closed_one_shows_its_release(self) -> None:
        for at, kept in self.model.items():
            arrived = self.store.groups.arrived(at)
            assert arrived.finished == {each: kept.all_of(each) for each in (LEADER, STAFF)}
            assert {each.id: each.sealed for each in self.store.sheets.sealed_sheets(at)} == kept.drafts
            assert self.store.sheets.taken_codes(at) == kept.codes
            if kept.state is RoundState.CLOSED:
                self.shows_its_release(at, kept)
                continue
            try:
                self.store.groups.round(at)
            except Refused:
                continue
            raise AssertionError("a result before the check closed")

    def shows_its_release(self, at: int, kept: Kept) -> None:
        found = self.store.groups.round(at)
        for perspective, sheets in kept.released.items():
            assert given(found.of(perspective)) == given([each.response for each in sheets])
            waiting = sum(each.response.perspective is perspective for each in kept.new)
            assert found.waiting[perspective] == waiting
        assert found.joined_late == kept.joined_late
        assert found.left_out == (kept.leaves_out and any(kept.left_out.values()))
        written = {text for sheets in kept.released.values() for each in sheets for text in each.notes.values()}
        shown = {each.text for each in found.notes}
        assert not shown or len(found.responses) >= NOTES_FROM
        assert len(found.responses) < NOTES_FROM or any(kept.left_out.values()) or shown <= written
        assert len(found.notes) == len(shown)
        assert kept.new or len(found.responses) < NOTES_FROM or written <= shown

    def teardown(self) -> None:
        if hasattr(self, "store"):
            self.store.close()
            self.folder.cleanup()


TestGroupAgainstADictionary = GroupMachine.TestCase
TestGroupAgainstADictionary.settings = settings(max_examples=5, stateful_step_count=30, deadline=None)
