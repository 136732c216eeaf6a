"""Sealed replies that come back: each is taken once and by its own check, and what is wrong with one is told."""

import json
import time
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.forms import CODE, FEW, few, filled, some_answers
from tests.kit import SECRET, reply, said, sealed
from trustcheck.app.collecting.forms import FormOrder
from trustcheck.app.collecting.kit import label_of, room_of
from trustcheck.app.collecting.returned_forms import ReturnedFile, ReturnedFiles, Why
from trustcheck.domain.checks.group_round import NotesUse
from trustcheck.domain.questionnaire.answers import SaidBeside
from trustcheck.domain.questionnaire.model import Form, Perspective
from trustcheck.exchange.forms.returned import read_returned
from trustcheck.exchange.reply_seal import MAGIC, new_secret, public_of

LEADER, STAFF = Perspective.LEADER, Perspective.STAFF
SOME = {"A1": 4, "A2": -1, "B1": -2}


def read(folder: Path, of: FormOrder | None = None, *secrets: bytes, taken: tuple[str, ...] = ()) -> ReturnedFiles:
    keys = secrets or (SECRET,)
    return read_returned(of or few(), [str(folder)], taken, clock=time.thread_time, secrets=keys)


def only(folder: Path, content: bytes, of: FormOrder | None = None, *secrets: bytes) -> ReturnedFile:
    (folder / "answers.trustreply").write_bytes(content)
    (file,) = read(folder, of, *secrets).files
    return file


def test_a_reply_gives_every_answer_as_it_was_given(tmp_path: Path) -> None:
    file = only(tmp_path, reply(few(), SOME, notes={"A1": "We never hear."}))

    assert (file.why, file.remarks, file.answered, file.asked) == (None, (), 3, 8)
    assert file.sheet is not None
    assert {item_id: answer.code for item_id, answer in file.sheet.response} == SOME
    assert file.sheet.response.perspective is STAFF
    assert file.sheet.notes == {"A1": "We never hear."}
    assert file.form_code == CODE


def test_what_leaders_say_beside_the_questions_comes_with_them(tmp_path: Path) -> None:
    leaders = few(LEADER, dots=True, guesses=True)
    file = only(tmp_path, reply(leaders, SOME, dots=True, guesses={"A": 2}), leaders)

    assert file.sheet is not None
    assert file.sheet.response.beside == SaidBeside(dots=True, guesses={"A": 2})


def test_the_same_reply_is_taken_once_and_another_one_of_the_same_page_waits(tmp_path: Path) -> None:
    for name, answers in {"one": SOME, "one again": SOME, "other": {"A1": 1}}.items():
        (tmp_path / f"{name}.trustreply").write_bytes(reply(few(), answers))
    one, again, other = read(tmp_path).files

    assert (one.why, again.why, other.why) == (Why.SAME_CODE, Why.SAME_AS, Why.SAME_CODE)
    assert one.sheet is not None
    taken = read(tmp_path, taken=(one.sheet.code,)).files
    assert [each.why for each in taken] == [Why.TAKEN_BEFORE, Why.TAKEN_BEFORE, Why.SAME_CODE]


def test_replies_and_forms_are_looked_into_together(tmp_path: Path) -> None:
    (tmp_path / "one.trustreply").write_bytes(reply(few(), SOME))
    (tmp_path / "two.pdf").write_bytes(filled(few(LEADER), some_answers(few(LEADER)), "KKKKMMMM"))

    assert len(read(tmp_path).sheets()) == 2


OTHER = few()
ELSEWHERE: dict[str, tuple[FormOrder, Why]] = {
    "another check": (few(round_id=77), Why.OTHER_CHECK),
    "another questionnaire": (few(asks=replace(FEW, id="other")), Why.OTHER_QUESTIONNAIRE),
    "another version": (few(asks=replace(FEW, version="9.9")), Why.OTHER_VERSION),
    "other words": (few(asks=replace(FEW, frame="Think of last year.")), Why.OTHER_VERSION),
    "the short form": (few(form=Form.PULSE), Why.OTHER_FORM),
}


@pytest.mark.parametrize(("of", "why"), ELSEWHERE.values(), ids=ELSEWHERE)
def test_what_belongs_elsewhere_is_not_opened(tmp_path: Path, of: FormOrder, why: Why) -> None:
    assert only(tmp_path, reply(of, {"A1": 4})).why is why


def test_after_the_key_was_erased_nobody_opens_a_reply(tmp_path: Path) -> None:
    (tmp_path / "late.trustreply").write_bytes(reply(few(), SOME))
    none, another, changed = (
        read_returned(few(), [str(tmp_path)], (), clock=time.thread_time, secrets=keys).files[0].why
        for keys in ((), (new_secret(),), (bytes(32),))
    )

    assert none is another is changed is Why.NO_KEY


def test_of_several_keys_the_right_one_is_found(tmp_path: Path) -> None:
    key = new_secret()

    assert only(tmp_path, reply(few(), SOME, key), None, SECRET, key).why is None


def test_a_damaged_reply_is_told_wherever_the_damage_is(tmp_path: Path) -> None:
    sound = reply(few(), SOME)
    label = len(MAGIC) + 2
    for at in (len(MAGIC), label, label + 20, len(sound) - room_of(few()) - 20, len(sound) // 2, len(sound) - 1):
        spoilt = bytearray(sound)
        spoilt[at] ^= 1
        assert only(tmp_path, bytes(spoilt)).why in (Why.DAMAGED, Why.OTHER_CHECK), at
    for cut in (len(MAGIC), len(MAGIC) + 1, 100, len(sound) // 2, len(sound) - 1):
        assert only(tmp_path, sound[:cut]).why is Why.DAMAGED, cut
    assert only(tmp_path, sound + b" ").why is Why.DAMAGED


def test_a_reply_of_one_view_does_not_open_as_one_of_the_other(tmp_path: Path) -> None:
    """The view is bound by the seal, and said behind it once more."""
    plain = json.dumps(said(few(LEADER), SOME)).encode()
    label = label_of(few(), public_of(SECRET)).text().encode()

    assert only(tmp_path, sealed(few(LEADER), plain, view="staff", label=label)).why is Why.NOT_A_FORM
    assert only(tmp_path, sealed(few(LEADER), plain, view="visitors", label=label)).why is Why.DAMAGED
    assert only(tmp_path, reply(few(LEADER), SOME), few(perspectives=(STAFF,))).why is Why.DAMAGED


UNSEEN: dict[str, Mapping[str, Any]] = {
    "a point beyond the scale": {"answers": {"A1": 6}},
    "a point that is none": {"answers": {"A1": True}},
    "a fraction": {"answers": {"A1": 2.5}},
    "a question nobody asks": {"answers": {"Z9": 1}},
    "a list of answers": {"answers": [1, 2]},
    "another view": {"view": "board"},
    "no code": {"code": ""},
    "a code with a path in it": {"code": "../../CD"},
    "a guess of staff": {"guesses": {"A": 2}},
    "a pick of no card": {"drill": {"memo": 2}},
    "a note longer than there is room": {"notes": {"A1": "x" * 501}},
    "a note to no question": {"notes": {"Z9": "x"}},
}


@pytest.mark.parametrize("more", UNSEEN.values(), ids=UNSEEN)
def test_behind_a_seal_that_holds_only_what_the_page_offers_is_taken(tmp_path: Path, more: dict[str, Any]) -> None:
    assert only(tmp_path, reply(few(), **{"answers": SOME, **more})).why is Why.NOT_A_FORM


@pytest.mark.parametrize("plain", [b"", b"null", b"[" * 5000, b'{"code":' + b"9" * 5000, b"\xff\xfe", b"{}"])
def test_behind_a_seal_that_holds_anything_else_is_refused(tmp_path: Path, plain: bytes) -> None:
    assert only(tmp_path, sealed(few(), plain)).why is Why.NOT_A_FORM


def test_a_reply_without_an_answer_is_empty_and_signs_nobody_sees_are_no_note(tmp_path: Path) -> None:
    assert only(tmp_path, reply(few(), {})).why is Why.EMPTY
    assert only(tmp_path, reply(few(), {}, notes={"A1": "\0\ud800"})).why is Why.EMPTY
    file = only(tmp_path, reply(few(), SOME, notes={"A1": "We\0 hear\ud800."}))
    assert file.sheet is not None
    assert file.sheet.notes == {"A1": "We hear."}


def test_where_a_check_takes_no_notes_none_come(tmp_path: Path) -> None:
    without = few(notes=NotesUse.NONE)
    file = only(tmp_path, reply(without, SOME, notes={"A1": "x"}), without)

    assert file.sheet is not None
    assert file.sheet.notes == {}


def test_every_reply_to_a_check_has_one_size_whoever_answers_and_however_much() -> None:
    asked = partial(few, dots=True, guesses=True)
    least = reply(asked(STAFF), {"A1": 1})
    most = reply(
        asked(LEADER), dict.fromkeys(FEW.order, -2), guesses={"A": 5, "B": 5}, dots=True,
        notes=dict.fromkeys(FEW.order, "e" * 500),
    )  # fmt: skip

    assert len(least) == len(most)
    assert least[: len(least) - room_of(asked()) - 16 - 12 - 65] == most[: len(most) - room_of(asked()) - 16 - 12 - 65]


def test_there_is_room_for_the_longest_note_in_any_script() -> None:
    notes = dict.fromkeys(FEW.order, "\u4e16" * 500)
    longest = json.dumps(said(few(), dict.fromkeys(FEW.order, -2), notes=notes), ensure_ascii=False)

    assert len(longest.encode()) <= room_of(few())
