"""One sheet of a group's check: sealed after each change, put away once, and nothing readable in between."""

from datetime import date

from tests import builders
from tests.app.plain_sealing import PlainSealer, sealing
from trustcheck.app.answering.group_sitting import GroupSitting, new_walk, resumed_walk
from trustcheck.app.answering.personal import Saving
from trustcheck.app.answering.sealing import Draft, find_sheet, new_seal
from trustcheck.app.ports import NotSaved, SealedSheet
from trustcheck.domain.checks.group_round import GroupSetup, NotesUse, Sheet
from trustcheck.domain.questionnaire.answers import Answer, Response
from trustcheck.domain.questionnaire.model import Form, Perspective

ASKED = builders.questionnaire({"people": {"A": 2, "B": 2}, "openness": {"C": 2, "D": 2}})
SETUP = GroupSetup(
    Form.FULL,
    (Perspective.LEADER, Perspective.STAFF),
    {Perspective.LEADER: 4, Perspective.STAFF: 9},
    "the board",
    "everybody on the payroll",
    notes=NotesUse.GROUP,
)
DAY = date(2026, 11, 22)


class SheetBox:
    """What a store keeps of sheets; ``full`` is a disk that takes nothing more."""

    def __init__(self) -> None:
        self.sealed: dict[int, bytes] = {}
        self.finished: list[Sheet] = []
        self.full = False
        self.writes = 0

    def save_sealed(self, _round_id: int, sheet: SealedSheet) -> None:
        self._write()
        self.sealed[sheet.id] = sheet.sealed

    def discard_sealed(self, _round_id: int, sheet_id: int) -> None:
        self._write()
        self.sealed.pop(sheet_id, None)

    def finish_sealed(self, _round_id: int, sheet_id: int, sheet: Sheet) -> None:
        self._write()
        del self.sealed[sheet_id]
        self.finished.append(sheet)

    def _write(self) -> None:
        if self.full:
            raise NotSaved("The disk is full.")
        self.writes += 1


class Bench:
    """A sitting whose saving is done at once, or kept until the disk takes it."""

    def __init__(self, perspective: Perspective = Perspective.STAFF) -> None:
        self.box, self.waiting = SheetBox(), list[Saving]()
        self.sealing = sealing(PlainSealer())
        self.seal = new_seal(self.sealing)
        walk = new_walk(ASKED, SETUP, perspective)
        self.sitting = GroupSitting(self.box, 7, walk, self.seal, self.save)  # type: ignore[arg-type]

    def save(self, piece: Saving) -> None:
        self.waiting.append(piece)
        self.write()

    def write(self) -> None:
        while self.waiting:
            try:
                self.waiting[0].work()
            except NotSaved:
                return
            self.waiting.pop(0)

    def kept(self) -> Draft:
        sheets = [SealedSheet(sheet_id, sealed) for sheet_id, sealed in self.box.sealed.items()]
        found = find_sheet(self.sealing, sheets, self.seal.phrase)
        assert found is not None
        return found[1]


def test_every_change_is_sealed_as_soon_as_it_is_made() -> None:
    bench = Bench()
    bench.sitting.record("A1", Answer(4))
    assert bench.kept().response.answers == {"A1": Answer(4)}
    bench.sitting.note("A1", "in June")
    assert bench.kept().notes == {"A1": "in June"}
    bench.sitting.forward()
    assert bench.kept().at_item == "A2"
    bench.sitting.undo()
    assert bench.kept().response.answers == {}


def test_looking_round_leaves_nothing() -> None:
    bench = Bench()
    bench.sitting.forward()
    bench.sitting.go_to("D2")

    assert bench.box.sealed == {}
    assert not bench.sitting.is_begun


def test_a_finished_sheet_is_kept_once_and_no_longer_sealed() -> None:
    bench = Bench(Perspective.LEADER)
    bench.sitting.record("A1", Answer(4))
    bench.sitting.note("A1", "in June")
    bench.sitting.finish(DAY)

    assert bench.box.sealed == {}
    assert bench.box.finished == [
        Sheet(Response(Perspective.LEADER, Form.FULL, {"A1": Answer(4)}), {"A1": "in June"}),
    ]


def test_an_empty_sheet_is_not_put_away() -> None:
    bench = Bench()
    bench.sitting.finish(DAY)
    assert (bench.box.finished, bench.box.writes) == ([], 0)

    bench.sitting.record("A1", Answer(4))
    bench.sitting.record("A1", None)
    bench.sitting.finish(DAY)

    assert (bench.box.finished, bench.box.sealed) == ([], {})


def test_a_sheet_the_disk_did_not_take_is_put_away_later_as_it_is_then() -> None:
    bench = Bench()
    bench.sitting.record("A1", Answer(4))
    bench.box.full = True
    bench.sitting.finish(DAY)
    bench.sitting.record("A1", Answer(2))
    assert bench.box.finished == []

    bench.box.full = False
    bench.write()

    assert [each.response.answers for each in bench.box.finished] == [{"A1": Answer(2)}]
    assert bench.box.sealed == {}


def test_somebody_new_begins_with_nothing_and_reads_the_organisers_definitions() -> None:
    walk = new_walk(ASKED, SETUP, Perspective.STAFF)

    assert (walk.response.answers, dict(walk.notes), walk.position) == ({}, {}, 0)
    assert [(each.word, each.text) for each in walk.definitions()][:2] == [
        ("Leaders", "the board."),
        ("Staff", "everybody on the payroll."),
    ]


def test_who_comes_back_stands_where_they_stopped() -> None:
    response = Response(Perspective.LEADER, Form.FULL, {"A1": Answer(4), "B1": Answer.DONT_KNOW})

    walk = resumed_walk(ASKED, SETUP, Draft(response, {"A1": "in June"}, "A2"))

    assert (walk.item_id, walk.reached, walk.response, dict(walk.notes)) == ("A2", 2, response, {"A1": "in June"})


def test_what_the_check_does_not_ask_is_left_behind() -> None:
    response = Response(Perspective.STAFF, Form.FULL, {"A1": Answer(4), "Z9": Answer(1)})
    without_notes = GroupSetup(Form.FULL, SETUP.perspectives, SETUP.invited, "the board", notes=NotesUse.NONE)

    walk = resumed_walk(ASKED, without_notes, Draft(response, {"A1": "in June", "Z9": "no"}, "Z9"))

    assert (walk.response.answers, dict(walk.notes), walk.item_id) == ({"A1": Answer(4)}, {}, "A1")
