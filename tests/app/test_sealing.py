"""A half-filled sheet: what is in it comes back whole, its length says nothing, and only its words find it."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.app.plain_sealing import PlainSealer, sealing
from trustcheck.app.answering.sealing import DoesNotOpen, Draft, Sealing, find_sheet, new_seal, packed, unpacked
from trustcheck.app.ports import SealedSheet
from trustcheck.domain.questionnaire.answers import Answer, Response, SaidBeside
from trustcheck.domain.questionnaire.model import Form, Perspective

ITEMS = st.text(st.characters(codec="ascii", categories=["L", "N"]), min_size=1, max_size=6)
ANSWERS = st.dictionaries(ITEMS, st.sampled_from((-2, -1, 1, 2, 3, 4, 5)).map(Answer))


BESIDE = st.builds(
    SaidBeside, st.booleans(), st.dictionaries(ITEMS, st.integers(1, 5)), st.dictionaries(ITEMS, st.integers(0, 4))
)


@given(ANSWERS, st.dictionaries(ITEMS, st.text(max_size=500)), st.sampled_from(Perspective), ITEMS, BESIDE)
def test_what_was_packed_comes_out_as_it_was(
    answers: Mapping[str, Answer], notes: Mapping[str, str], perspective: Perspective, at_item: str, beside: SaidBeside
) -> None:
    draft = Draft(Response(perspective, Form.FULL, answers, beside), notes, at_item)

    assert unpacked(packed(draft)) == draft


def test_one_answer_takes_as_much_room_as_forty() -> None:
    one = Draft(Response(Perspective.STAFF, Form.FULL, {"A1": Answer(1)}))
    forty = Draft(Response(Perspective.LEADER, Form.FULL, {f"A{at}": Answer(1 + at % 5) for at in range(40)}))

    assert len(packed(one)) == len(packed(forty))


@pytest.mark.parametrize(
    "plain",
    [
        b"",
        b"not json",
        b"[]",
        b"{}",
        b'{"answers": 3}',
        b'{"perspective": "boss"}',
        b"\xff\xfe",
        b'{"answers": {"A1": 1e999}}',
    ],
)
def test_anything_else_does_not_open(plain: bytes) -> None:
    with pytest.raises(DoesNotOpen):
        unpacked(plain)


def test_the_words_find_their_sheet_among_others_and_every_sheet_is_tried() -> None:
    sealer = PlainSealer()
    ours = sealing(sealer)
    sheets = []
    for at in range(5):
        seal = new_seal(ours)
        draft = Draft(Response(Perspective.STAFF, Form.FULL, {"A1": Answer(1 + at)}))
        sheets.append((seal, seal.seal(draft)))
    seal, wanted = sheets[2]

    found = find_sheet(ours, [sealed for _seal, sealed in sheets], seal.phrase.upper())

    assert found is not None
    assert found[0].sheet_id == wanted.id
    assert found[1].response.answer("A1") == Answer(3)
    assert sorted(sealer.opened) == sorted(sealed.sealed for _seal, sealed in sheets)


def test_other_words_find_nothing() -> None:
    ours = sealing(PlainSealer())
    seal = new_seal(ours)
    sheet = seal.seal(Draft(Response(Perspective.STAFF)))

    assert find_sheet(ours, [sheet], "amber otter lantern") is None
    assert find_sheet(ours, [], seal.phrase) is None


def test_a_damaged_sheet_does_not_keep_another_from_opening() -> None:
    ours = sealing(PlainSealer())
    seal = new_seal(ours)
    whole = seal.seal(Draft(Response(Perspective.STAFF)))
    damaged = SealedSheet(9, seal.phrase.encode() + b"|torn")

    found = find_sheet(ours, [damaged, whole], seal.phrase)

    assert found is not None
    assert found[0].sheet_id == whole.id


def test_the_slow_key_is_made_once_for_each_sheet() -> None:
    sealer = PlainSealer()
    seal = new_seal(sealing(sealer))
    for _answer in range(3):
        seal.seal(Draft(Response(Perspective.STAFF)))

    assert sealer.made == [seal.phrase]


def test_sheets_are_numbered_by_chance() -> None:
    asked: list[int] = []

    def chance(below: int) -> int:
        asked.append(below)
        return 41 % below

    made = new_seal(Sealing(PlainSealer, lambda: [f"w{at}" for at in range(1024)], chance))

    assert made.sheet_id == 42
    assert 2**63 - 1 in asked
