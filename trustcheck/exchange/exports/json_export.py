"""A parcel as the bytes of a JSON file, and back: hostile until looked through.

Limits stand before the parser: how large a file is, how deep it goes, and what JSON leaves open (one key twice,
numbers that are none).
"""

import json
import re
from pathlib import Path
from typing import Any

from trustcheck.app.carrying.export_document import Newer, document_of, parcel_from
from trustcheck.app.carrying.exporting import ExportWriter
from trustcheck.app.json_decode import Misfit
from trustcheck.app.ports import Refused
from trustcheck.app.store.export_model import GroupCheck, Parcel
from trustcheck.exchange.files.data_files import enough_memory, is_of_a_data_file
from trustcheck.words import gettext as _

MOST_MEGABYTES = 64
DEEPEST = 32
MANY_ROWS = 5_000

# One that never ends goes to the end: to look for its end from each of its quotes would take hours.
_TEXT = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"?', re.DOTALL)
_NO_BRACKET = bytes(each for each in range(256) if each not in b"[]{}")
_OPENING = b"[{"


def parcel_to_json(parcel: Parcel) -> bytes:
    """The same parcel gives the same bytes."""
    rows = sum(len(each.rows) for one in parcel.organisations for each in one.checks if isinstance(each, GroupCheck))
    # Laid out for eyes, unless there is so much that nobody reads it and the blanks alone would fill the file.
    indent = 1 if rows < MANY_ROWS else None
    text = json.dumps(document_of(parcel), ensure_ascii=False, indent=indent, allow_nan=False)
    return f"{text}\n".encode()


def read_parcel(path: str) -> Parcel:
    """What an export holds. Raises :class:`Refused` where the file cannot be read or is none."""
    place = Path(path)
    # A pipe or a device would be waited for.
    if not place.is_file():
        raise _not_read(path)
    if is_of_a_data_file(place):
        raise Refused(
            _("{name} is a data file, not an export.").format(name=place.name),
            _("Nothing was taken in."),
            _("Open it as a data file, or take in the organisation that was handed over in it."),
        )
    try:
        with enough_memory(place.name), place.open("rb") as file:
            return parcel_from_json(file.read(MOST_MEGABYTES * 1024 * 1024 + 1), place.name)
    except OSError as failure:
        raise _not_read(path) from failure


def parcel_from_json(content: bytes, name: str) -> Parcel:
    """The parcel in the bytes of a file. ``name`` is what a refusal calls it."""
    try:
        return parcel_from(_document(content))
    except Newer as misfit:
        raise Refused(
            _("{name} was exported by a newer TrustCheck.").format(name=name),
            _("Nothing was taken in."),
            _("Take it in with the newer one."),
        ) from misfit
    except Misfit as misfit:
        raise _not_taken(name, misfit.sentence) from misfit
    except RecursionError as failure:
        raise _not_taken(name, _too_deep()) from failure


def _document(content: bytes) -> Any:
    if len(content) > MOST_MEGABYTES * 1024 * 1024:
        raise Misfit(_("file"), _("it is larger than {limit} megabytes.").format(limit=MOST_MEGABYTES))
    _require_shallow(content)
    try:
        return json.loads(content.decode("utf-8-sig"), object_pairs_hook=_record, parse_constant=_no_number)
    except UnicodeDecodeError as failure:
        raise Misfit(_("file"), _("it is not written in UTF-8.")) from failure
    except json.JSONDecodeError as failure:
        raise Misfit(_("line {number}").format(number=failure.lineno), _("this is not JSON.")) from failure
    except Misfit:
        raise
    except ValueError as failure:
        raise Misfit(_("file"), _("it holds a number that is too long.")) from failure


def _require_shallow(content: bytes) -> None:
    depth = 0
    for bracket in _TEXT.sub(b"", content).translate(None, delete=_NO_BRACKET):
        depth += 1 if bracket in _OPENING else -1
        if depth > DEEPEST:
            raise Misfit(_("file"), _too_deep())


def _too_deep() -> str:
    return _("its records lie more than {limit} deep in each other.").format(limit=DEEPEST)


def _record(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    record = dict(pairs)
    if len(record) < len(pairs):
        known: set[str] = set()
        twice = next(name for name, _each in pairs if name in known or known.add(name))  # type: ignore[func-returns-value]
        raise Misfit(twice[:40], _("this stands twice in one record."))
    return record


def _no_number(name: str) -> Any:
    raise Misfit(name, _("this is no number."))


def _not_read(path: str) -> Refused:
    return Refused(
        _("{path} could not be read.").format(path=path),
        _("Nothing was taken in."),
        _("Look whether the file is there and may be read."),
    )


def _not_taken(name: str, sentence: str) -> Refused:
    return Refused(
        _("{name} does not hold what an export holds. {sentence}").format(name=name, sentence=sentence),
        _("Nothing was taken in."),
        _("Export it once more where it came from."),
    )


WRITER: ExportWriter[Parcel] = ExportWriter(
    gather=lambda parcel, _progress: parcel,
    write=lambda parcel, _progress: parcel_to_json(parcel),
    holds=lambda content, parcel: parcel_from_json(content, "export") == parcel,
)
