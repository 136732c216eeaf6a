"""The fields of one PDF that came back. Hostile until proven otherwise: looked through whole before a field is read.

Nothing in a file is run, opened or followed. Page contents are never decoded: what is read is bounded by the number
of objects, by what a packed object may grow to, and by time.
"""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any

from pypdf import PasswordType, PdfReader, apply_configuration
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from trustcheck.app.collecting.returned_forms import Why
from trustcheck.exchange.forms.buttons import FieldValue, group_value, list_of, words_of

# Every object of a PDF, looked at once before anything in it is believed: what acts is refused, and too much is.


MOST_OBJECTS = 20_000
MOST_VALUES = 200_000

_ACTIVE_KEYS = {"/JS", "/JavaScript", "/EmbeddedFiles", "/EF", "/XFA", "/RichMediaContent"}
_ACTIVE_KINDS = {
    "/S": {
        "/JavaScript",
        "/Launch",
        "/SubmitForm",
        "/ImportData",
        "/Rendition",
        "/Movie",
        "/Sound",
        "/GoToE",
        "/GoToR",
    },
    "/Type": {"/EmbeddedFile", "/Filespec"},
    "/Subtype": {"/FileAttachment", "/RichMedia", "/Movie", "/Screen", "/Sound", "/3D"},
}
TimeCheck = Callable[[], None]
"""Called while a file is read; raises :class:`FormNotTaken` when it takes too long."""


class FormNotTaken(Exception):
    """A file that is not read on, and why."""

    def __init__(self, why: Why) -> None:
        super().__init__(why.value)
        self.why = why


def look_through(start: Any, patience: TimeCheck) -> None:
    """Every object that can be reached, once. Raises :class:`FormNotTaken` for anything that acts, and for too much."""
    waiting, seen, values = [start], set(), 0
    while waiting:
        value = waiting.pop()
        values += 1
        if isinstance(value, IndirectObject):
            patience()
            if value.idnum in seen:
                continue
            seen.add(value.idnum)
            value = value.get_object()
        if values > MOST_VALUES or len(seen) > MOST_OBJECTS:
            raise FormNotTaken(Why.TOO_MUCH)
        if isinstance(value, DictionaryObject):
            _refuse_what_acts(value)
            waiting += [each for each in dict.values(value) if isinstance(each, dict | list | IndirectObject)]
        elif isinstance(value, ArrayObject):
            waiting += [each for each in list.__iter__(value) if isinstance(each, dict | list | IndirectObject)]


def _refuse_what_acts(found: DictionaryObject) -> None:
    if not _ACTIVE_KEYS.isdisjoint(found.keys()):
        raise FormNotTaken(Why.ACTIVE)
    for key, kinds in _ACTIVE_KINDS.items():
        value = found.get(key)
        if value is not None and str(value) in kinds:
            raise FormNotTaken(Why.ACTIVE)


LARGEST = 5 * 1024 * 1024
"""Bytes of a file."""
MOST_FIELDS = 500
_DEEPEST = 8
"""Fields inside fields."""
_UNPACKED = 8 * 1024 * 1024
"""Bytes a packed part may grow to."""
_MENDED, _MENDED_TABLES = 1024 * 1024, 4
"""Bytes of a damaged file, and tables of contents in it, up to which the reader may try to mend it."""
_READS = 500
"""Between two looks at the time."""

_LIMITS: dict[str, Any] = {
    "maximum_declared_stream_length": LARGEST,
    "zlib_maximum_output_length": _UNPACKED,
    "lzw_maximum_output_length": _UNPACKED,
    "run_length_maximum_output_length": _UNPACKED,
    "brotli_maximum_output_length": _UNPACKED,
    "array_based_stream_maximum_output_length": _UNPACKED,
    "stream_decoding_work_maximum_length": 4 * _UNPACKED,
    "stream_filters_maximum_length": 4,
    "flate_maximum_columns": 1_000,
    "flate_maximum_row_length": 100_000,
    "array_maximum_element_count": MOST_VALUES,
    "dictionary_maximum_element_count": MOST_OBJECTS,
    "zlib_maximum_recovery_input_length": 100_000,
}


def read_fields(content: bytes, patience: TimeCheck) -> dict[str, FieldValue]:
    """Every field by its whole name. Raises :class:`FormNotTaken`."""
    require_form(content)
    try:
        return _attempt(content, patience, strict=True)
    except FormNotTaken as refused:
        if refused.why is not Why.DAMAGED or not _may_be_mended(content):
            raise
    return _attempt(content, patience, strict=False)


def require_form(content: bytes) -> None:
    """Raises :class:`FormNotTaken` for what need not be read to know that it is none."""
    if len(content) > LARGEST:
        raise FormNotTaken(Why.TOO_LARGE)
    if b"%PDF-" not in content[:1024]:
        raise FormNotTaken(Why.NOT_A_FORM)


def _attempt(content: bytes, patience: TimeCheck, *, strict: bool) -> dict[str, FieldValue]:
    source = _Watched(content, patience)
    try:
        with _silent(), apply_configuration(**_LIMITS):
            return _read(source, patience, strict=strict)
    except FormNotTaken:
        raise
    except MemoryError:
        raise FormNotTaken(Why.TOO_MUCH) from None
    except (Exception, RecursionError):  # noqa: BLE001 - a broken file may break the reader anywhere
        raise FormNotTaken(source.why) from None


def _may_be_mended(content: bytes) -> bool:
    """Mending goes through the whole file for every table of contents it seems to have: not in a long one with many."""
    return len(content) <= _MENDED and content.count(b"trailer") <= _MENDED_TABLES


class _Watched(BytesIO):
    """Asks now and then while it is read whether that takes too long: the reader itself has no such limit."""

    def __init__(self, content: bytes, patience: TimeCheck) -> None:
        super().__init__(content)
        self._patience, self._reads = patience, 0
        self.why = Why.DAMAGED

    def read(self, size: int | None = -1, /) -> bytes:
        self._reads += 1
        if self._reads % _READS == 0:
            try:
                self._patience()
            except FormNotTaken as refused:
                self.why = refused.why
                raise
        return super().read(size)


def _read(source: BytesIO, patience: TimeCheck, *, strict: bool) -> dict[str, FieldValue]:
    file = _opened(source, strict=strict)
    look_through(file.trailer, patience)
    root = file.trailer["/Root"].get_object()
    form = root.get("/AcroForm") if isinstance(root, DictionaryObject) else None
    form = form.get_object() if form is not None else None
    fields = form.get("/Fields") if isinstance(form, DictionaryObject) else None
    fields = fields.get_object() if fields is not None else None
    if not isinstance(fields, ArrayObject) or not fields:
        raise FormNotTaken(Why.NO_FIELDS)
    found: dict[str, FieldValue] = {}
    for name, value in _fields(fields, patience):
        found[name] = found[name].beside(value) if name in found else value
    return found


def _opened(source: BytesIO, *, strict: bool) -> PdfReader:
    """Some programs lock every file they save with a password for its owner alone: anybody opens it without one."""
    try:
        file = PdfReader(source, strict, root_object_recovery_limit=200, xref_stream_maximum_entries=MOST_OBJECTS)
        is_locked = file.is_encrypted and file.decrypt("") is PasswordType.NOT_DECRYPTED
    # What pypdf says of a lock whose making it does not know.
    except NotImplementedError:
        raise FormNotTaken(Why.ENCRYPTED) from None
    if is_locked:
        raise FormNotTaken(Why.ENCRYPTED)
    return file


def _fields(top: ArrayObject, patience: TimeCheck) -> Iterator[tuple[str, FieldValue]]:
    waiting = [(field, "", 0) for field in reversed(top)]
    read = 0
    while waiting:
        patience()
        reference, prefix, depth = waiting.pop()
        field = reference.get_object()
        if not isinstance(field, DictionaryObject) or depth > _DEEPEST:
            raise FormNotTaken(Why.DAMAGED)
        read += 1
        if read > MOST_FIELDS:
            raise FormNotTaken(Why.TOO_MUCH)
        name = ".".join(part for part in (prefix, words_of(field.get("/T"))) if part)
        kids = [kid.get_object() for kid in list_of(field.get("/Kids"))[:MOST_FIELDS]]
        inner = [kid for kid in kids if isinstance(kid, DictionaryObject) and "/T" in kid]
        if inner:
            waiting += [(kid, name, depth + 1) for kid in reversed(inner)]
        else:
            yield name, _value(field, kids)


def _value(field: DictionaryObject, kids: list[Any]) -> FieldValue:
    return group_value(field, kids) if words_of(field.get("/FT")) == "Btn" else FieldValue(words_of(field.get("/V")))


@contextmanager
def _silent() -> Iterator[None]:
    """The reader's warnings quote the file; nothing of it belongs into the log."""
    log = logging.getLogger("pypdf")
    before = log.level
    log.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        log.setLevel(before)
