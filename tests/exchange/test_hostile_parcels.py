"""JSON that means no good: each file ends in a parcel that every page can show, or in one sentence, soon."""

import copy
import json
import os
import time
from collections.abc import Iterator
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any

import pytest

from tests import parcels
from tests.figures import Figures
from trustcheck.app.carrying.export_lines import lines_of
from trustcheck.app.carrying.export_making import parcel_of
from trustcheck.app.carrying.importing import settled
from trustcheck.app.portraits.result import group_result_of, result_of
from trustcheck.app.ports import Edition, Refused, ReportOptions
from trustcheck.app.store.export_model import Parcel
from trustcheck.domain.checks.round import RoundKind, RoundState
from trustcheck.exchange.exports import json_export
from trustcheck.exchange.exports.formats import export_bytes, format_called
from trustcheck.exchange.exports.json_export import parcel_from_json, parcel_to_json, read_parcel
from trustcheck.storage.store import SqliteStore, open_store

SECONDS = 2.0
TEXT = parcel_to_json(parcels.one_of_each())
WHOLE: dict[str, Any] = json.loads(TEXT)
ODD: list[Any] = [
    None, True, False, 0, -1, 1, 2, 3, 5, 7, 8, 11, 99, 101, 10**9, 10**30, -(10**30), 0.5, 1e308, "", "A", "A1", "K1",
    "dk", "na", "leader", "staff", "full", "pulse", "closed", "open", "preparing", "group", "personal", "2026-11-22",
    "0001-01-01", "9999-12-31", "2026-02-30", "#1f6f78", "=1+1", "\u202e", "\x00", "x" * 130, "x" * 600, "x" * 5000,
    "x" * 30_000, "QUFB", [], {}, [[]], {"suppressed": "x"}, {"reason": 1}, {"low": 5, "high": 1},
]  # fmt: skip
"""Values that stand somewhere in an export, or almost."""


def places(value: Any, at: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Where everything in a document stands."""
    if at:
        yield at
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in inside:
        yield from places(each, (*at, key))


PLACES = list(places(WHOLE))


def holder(document: Any, at: tuple[Any, ...]) -> Any:
    """What holds the value at a place; ``None`` where it is no longer there."""
    for key in at[:-1]:
        try:
            document = document[key]
        except (KeyError, IndexError, TypeError):
            return None
    known = document if isinstance(document, dict) else range(len(document)) if isinstance(document, list) else ()
    return document if at[-1] in known else None


def twisted(chance: Random) -> bytes:
    """The whole document with a few values replaced, taken out, doubled, swapped, or a few bytes damaged."""
    document = json.loads(TEXT)
    for _each in range(chance.choice((1, 1, 1, 2, 5))):
        at = chance.choice(PLACES)
        held = holder(document, at)
        if held is None:
            continue
        _twist(document, held, at[-1], chance)
    content = json.dumps(document).encode()
    return _damaged(content, chance) if chance.random() < 0.2 else content


def _twist(document: Any, held: Any, key: Any, chance: Random) -> None:
    match chance.randrange(6):
        case 0 | 1:
            held[key] = copy.deepcopy(chance.choice(ODD))
        case 2:
            del held[key]
        case 3 if isinstance(held, list):
            held[key:key] = [copy.deepcopy(held[key])] * chance.choice((1, 2, 40))
        case 3:
            held[str(chance.choice(ODD))[:40]] = copy.deepcopy(held[key])
        case 4:
            other = chance.choice(PLACES)
            found = holder(document, other)
            if found is not None:
                held[key] = copy.deepcopy(found[other[-1]])
        case _ if isinstance(held[key], int | float) and not isinstance(held[key], bool):
            held[key] = held[key] * chance.choice((-1, 2, 10, 1000)) + chance.choice((-1, 0, 1))
        case _:
            held[key] = chance.choice(ODD)


def _damaged(content: bytes, chance: Random) -> bytes:
    found = bytearray(content)
    for _each in range(chance.choice((1, 3, 20))):
        at = chance.randrange(len(found))
        match chance.randrange(4):
            case 0:
                found[at] = chance.randrange(256)
            case 1:
                del found[at : at + chance.choice((1, 30, 3000))]
            case 2:
                found[at:at] = chance.choice((b"[" * 50, b'"', b"{", b"\\ud800", b"NaN", b"Infinity", b"1e999", b"\0"))
            case _:
                found[at:at] = found[max(0, at - 40) : at]
        if not found:
            return b""
    return bytes(found)


def every_page_can_show(store: SqliteStore, parcel: Parcel) -> None:
    """Take it in, work out everything there is of it, and let it leave again."""
    store.carrying.bring_in(settled(parcel))
    for each in store.rounds.summaries():
        if each.kind is RoundKind.PERSONAL:
            result_of(store.rounds.round(each.id))
        elif each.state is RoundState.CLOSED:
            group_result_of(store.groups.round(each.id))
        else:
            store.groups.setup(each.id)
    again = parcel_of(store)
    parcel_from_json(parcel_to_json(again), "again")
    lines_of(again)
    for each in store.organisations.all():
        store.organisations.delete(each.id)
    store.organisations.forget_deleted()


def attack(cases: int, seed: int, folder: Path, shown: int) -> dict[str, float]:
    """So many twisted files through the door; how they ended, and how long the longest took to read.

    Of those that are taken every ``shown``-th goes all the way: into a data file, on every page, and out again.
    """
    chance, ended = Random(seed), {"taken": 0.0, "shown": 0.0, "refused": 0.0, "longest": 0.0}
    with closing(open_store(str(folder / "taking.trustcheck"))) as store:
        for _case in range(cases):
            content = twisted(chance)
            # Of the processor, so that a busy computer is no slow reader.
            began = time.process_time()
            try:
                parcel = parcel_from_json(content, "in.json")
            except Refused as refused:
                require_one_sentence(refused)
                ended["refused"] += 1
                parcel = None
            ended["longest"] = max(ended["longest"], time.process_time() - began)
            if parcel is not None:
                ended["taken"] += 1
                if ended["taken"] % shown == 0:
                    every_page_can_show(store, parcel)
                    ended["shown"] += 1
    assert ended["longest"] < SECONDS
    return ended


def require_one_sentence(refused: Refused) -> None:
    assert refused.sentence.startswith(
        ("in.json does not hold what an export holds. ", "in.json was exported by a newer TrustCheck.")
    )
    assert refused.safe == "Nothing was taken in."
    assert refused.todo
    assert refused.sentence.isprintable()
    assert len(refused.sentence) < 400


def told(ended: dict[str, float]) -> str:
    cases = ended["taken"] + ended["refused"]
    return (
        f"hostile JSON  {cases:,.0f} cases: {ended['taken']:,.0f} fit to be taken in ({ended['shown']:,.0f} of them all"
        f" the way), {ended['refused']:,.0f} refused in a sentence, longest read {ended['longest']:.2f} s"
    )


def test_three_hundred_twisted_files(tmp_path: Path, print_figures: Figures) -> None:
    ended = attack(300, 0, tmp_path, shown=10)

    assert ended["taken"] > 20
    assert ended["refused"] > 100
    print_figures(told(ended))


@pytest.mark.long
def test_a_hundred_thousand_twisted_files(tmp_path: Path, print_figures: Figures) -> None:
    print_figures(told(attack(100_000, 1, tmp_path, shown=100)))


@pytest.mark.parametrize("seed", range(3))
def test_a_result_that_came_twisted_is_printed_or_was_refused(tmp_path: Path, seed: int) -> None:
    """Of what is taken in, the whole report as well."""
    from trustcheck.report.maker import make_report

    chance, printed = Random(seed), 0
    with closing(open_store(str(tmp_path / "taking.trustcheck"))) as store:
        while printed < 3:
            try:
                parcel = parcel_from_json(twisted(chance), "in.json")
            except Refused:
                continue
            store.carrying.bring_in(parcel)
            for each in store.rounds.summaries():
                if each.kind is RoundKind.GROUP and each.state is RoundState.CLOSED:
                    options = ReportOptions(date=parcels.DAY, edition=Edition.LEADERS)
                    make_report(group_result_of(store.groups.round(each.id)), options)
            for organisation in store.organisations.all():
                store.organisations.delete(organisation.id)
            store.organisations.forget_deleted()
            printed += 1


@pytest.mark.parametrize(
    "content",
    [
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b'{"format": "trustcheck-export", "version": 1, "organisations": [' + b"[" * 40 + b"]" * 40 + b"]}",
        b'{"format": "trustcheck-export", "version": 1, "version": 1, "organisations": []}',
        b'{"format": "trustcheck-export", "version": 1.5, "organisations": []}',
        b'{"format": "trustcheck-export", "version": true, "organisations": []}',
        b'{"format": "trustcheck-export", "version": NaN, "organisations": []}',
        b'{"format": "trustcheck-export", "version": ' + b"9" * 5000 + b', "organisations": []}',
        b'{"format": "trustcheck-export", "version": 1, "organisations": [{"name": "\\ud800"}]}',
        b'{"format": "trustcheck-export", "version": 1, "organisations": [{"name": " "}]}',
        b'{"format": "trustcheck-export", "version": 1, "organisations": {}}',
        b'"' + b'\\"' * 1_000_000,
        b'{"format": "' + b"\\" * 1_000_001,
        b"\xff\xfe{}",
        b"\x00" * 1000,
        b"",
    ],
    ids=lambda content: str(content[:60]),
)
def test_a_bomb_or_a_slip_is_refused_at_once(content: bytes) -> None:
    began = time.process_time()

    with pytest.raises(Refused, match="does not hold what an export holds"):
        parcel_from_json(content, "in.json")

    assert time.process_time() - began < SECONDS


NUMBERED = {
    str(each[-1]): each
    for each in PLACES
    if type(holder(WHOLE, each)[each[-1]]) in (int, float) and isinstance(each[-1], str)
}
"""One place for each name under which a number stands."""


@pytest.mark.parametrize("number", ["9" * 400, "-" + "9" * 400, "1e999", "9" * 4299 + ".5"], ids=len)
@pytest.mark.parametrize("place", NUMBERED.values(), ids=NUMBERED)
def test_a_number_of_hundreds_of_digits_is_refused_wherever_it_stands(place: tuple[Any, ...], number: str) -> None:
    """To Python a whole number may be longer than anything that can be asked whether it is finite."""
    document = json.loads(TEXT)
    holder(document, place)[place[-1]] = "THE NUMBER"
    content = json.dumps(document).replace('"THE NUMBER"', number)

    with pytest.raises(Refused) as refused:
        parcel_from_json(content.encode(), "in.json")

    require_one_sentence(refused.value)


def test_a_file_that_is_too_large_is_refused_before_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_export, "MOST_MEGABYTES", 1)
    (tmp_path / "in.json").write_bytes(b'"' + b"x" * 2_000_000 + b'"')

    with pytest.raises(Refused, match="larger than 1 megabytes"):
        read_parcel(str(tmp_path / "in.json"))


@pytest.mark.parametrize("place", ["nothing there", "a folder", "a pipe", "a\0b"])
def test_what_is_no_file_is_refused_and_not_waited_for(tmp_path: Path, place: str) -> None:
    (tmp_path / "a folder").mkdir()
    os.mkfifo(tmp_path / "a pipe")

    with pytest.raises(Refused, match="could not be read"):
        read_parcel(str(tmp_path / place))


def test_a_refused_file_changes_nothing(tmp_path: Path) -> None:
    """Not one byte of the data file, because it is not even opened."""
    from trustcheck.cli import main

    file, chance = tmp_path / "mine.trustcheck", Random(3)
    with closing(open_store(str(file))) as store:
        store.carrying.bring_in(parcels.one_of_each())
    before = sha256(file.read_bytes()).hexdigest()
    tried = 0
    while tried < 20:
        (tmp_path / "in.json").write_bytes(twisted(chance))
        if main(["import", str(file), str(tmp_path / "in.json")]) == 1:
            tried += 1
            assert sha256(file.read_bytes()).hexdigest() == before
        before = sha256(file.read_bytes()).hexdigest()
    assert sorted(each.name for each in tmp_path.iterdir()) == ["in.json", "mine.trustcheck"]


def test_markup_and_formulas_in_every_text_leave_as_text(tmp_path: Path) -> None:
    """The words of a parcel meet the same escaping as words that were typed."""
    hostile = '<img src="/etc/hostname"/><b>=1+1'
    text = json.dumps(WHOLE).replace("On Mondays.", hostile.replace('"', '\\"'))
    with closing(open_store(str(tmp_path / "mine.trustcheck"))) as store:
        store.carrying.bring_in(settled(parcel_from_json(text.encode(), "in.json")))
        made = export_bytes(parcel_of(store), format_called("csv")).decode("utf-8-sig")

    assert hostile.replace('"', '""') in made
