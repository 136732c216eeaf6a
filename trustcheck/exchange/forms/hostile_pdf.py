"""Every object of a PDF, looked at once before anything in it is believed: what acts is refused, and too much is."""

from collections.abc import Callable
from typing import Any

from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from trustcheck.app.collecting.forms import Why

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
