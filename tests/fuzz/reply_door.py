"""A sealed reply: spoilt before the seal, where anybody can, and behind it, where whoever has a page can."""

import json
import time
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from tests.builders import questionnaire
from tests.forms import order
from tests.fuzz.door import Door
from tests.fuzz.harm import any_of, bytes_harmed, noise, pieces_put
from tests.kit import SECRET, reply, said, sealed
from trustcheck.app.collecting.forms import FormOrder
from trustcheck.app.collecting.kit import label_of, room_of
from trustcheck.exchange.forms.returned import read_returned
from trustcheck.exchange.reply_seal import public_of

_HEAD = (b"TCREPLY1", b"\xff\xff", b"\0\0", b'{"format":1,', b'"check":', b'"key":"', b"[" * 300, b"9" * 5000, b"\x04")
_BEHIND = (
    b'{"answers":', b'"A1":', b"-1", b"-3", b"6", b"1e9", b"NaN", b"Infinity", b"true", b"null", b'"', b"\\ud800",
    b"\\u0000", b"[" * 3000, b"{" * 40, b"9" * 6000, b'"view":"leader"', b'"notes":{"A1":"', b",", b"}", b"\xff",
)  # fmt: skip
_ANSWERS: tuple[Any, ...] = (1, 2, 3, 4, 5, -1, -2, 4, 2, 0, 6, "4", 2.0)
_NOTES = ("Once we did.", "\u202e\ud800 back", "x" * 500, "x" * 501, "\n" * 300 + "y", "\0")
_VALUES: tuple[Any, ...] = ({}, [], None, True, "", "leader", "CDFGHJKM", {"A1": 1}, {"Z9": 3}, 1e300, 10**400)


@cache
def _order() -> FormOrder:
    return order(asks=questionnaire({"people": {"A": 3}}), name="Mill")


@cache
def sound_reply() -> bytes:
    return reply(_order(), {"A1": 4, "A2": -1}, notes={"A3": "Once we did."})


def _other(chance: Random) -> dict[str, Any]:
    """What a page could say, and now and then what none could."""
    found = said(
        _order(),
        {each: chance.choice(_ANSWERS) for each in ("A1", "A2", "A3") if chance.random() < 0.7},
        notes={"A3": chance.choice(_NOTES)} if chance.random() < 0.5 else {},
    )
    if chance.random() < 0.3:
        found[chance.choice(sorted(found))] = chance.choice(_VALUES)
    return found


def _behind(chance: Random) -> bytes:
    """Other bytes behind a seal that holds; now and then of another size, or as another view."""
    of = _order()
    plain = json.dumps(_other(chance)).encode()
    harm = any_of(pieces_put(_BEHIND), pieces_put(_BEHIND), bytes_harmed, noise)
    harmed = plain if chance.random() < 0.5 else harm(plain, chance)
    size = chance.choice((room_of(of), room_of(of), room_of(of), len(harmed)))
    label = label_of(of, public_of(SECRET)).text().encode()
    return sealed(of, harmed[:size], view=chance.choice(("staff", "staff", "leader", "")), label=label)


def _spoilt(chance: Random) -> bytes:
    if chance.random() < 0.6:
        return _behind(chance)
    return any_of(pieces_put(_HEAD), bytes_harmed, noise)(sound_reply(), chance)


def let_reply_in(path: Path) -> bool:
    (file,) = read_returned(_order(), [str(path)], (), clock=time.thread_time, secrets=[SECRET]).files
    assert file.sheet is not None or file.why is not None
    if file.sheet is not None:
        assert all(item in _order().asked and -2 <= answer.code <= 5 for item, answer in file.sheet.response)
        assert all(len(note) <= 500 for note in file.sheet.notes.values())
    return file.is_taken(apart=False)


DOORS = {"sealed reply": Door(_spoilt, sound_reply, let_reply_in)}
