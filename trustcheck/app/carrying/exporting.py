"""Exports of a data file: what a format consists of, and what an export needs from the rooms above."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

# Types only: the window is painted before the domain is loaded.
if TYPE_CHECKING:
    from collections.abc import Callable

    from trustcheck.app.ports import Progress
    from trustcheck.app.store.export_model import Parcel

Gathered = TypeVar("Gathered")


@dataclass(frozen=True, slots=True)
class ExportWriter(Generic[Gathered]):
    """How one format is written, and read back before anybody is told that it is made."""

    gather: Callable[[Parcel, Progress | None], Gathered]
    """What of a parcel goes into the file: lines, entries, or all of it."""
    write: Callable[[Gathered, Progress | None], bytes]
    """The finished file. The same content gives the same bytes."""
    holds: Callable[[bytes, Gathered], bool]
    """Whether the bytes read back as what was gathered."""


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """One format as which a data file, or one organisation of it, leaves."""

    id: str
    """As it is typed after ``--format``."""
    ending: str
    """Of its files, without the dot."""
    name: str
    detail: str
    files: str
    """What a dialog calls several of its files."""
    leaves: tuple[tuple[str, str], ...]
    """What leaves in it and what stays, each an icon's name and a sentence."""
    writer: Callable[[], ExportWriter[Any]]
    """Loads the writer when it is first needed."""


class Makes(Protocol):
    """Makes the bytes of an export, and reads them back before it calls them made. Raises
    :class:`~trustcheck.app.ports.Refused`."""

    def __call__(self, parcel: Parcel, as_what: ExportFormat, progress: Progress | None = None) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Exports:
    """What makes exports, and reads one that comes back."""

    formats: tuple[ExportFormat, ...]
    """In the order in which they are offered. Only JSON comes back in."""
    make: Makes
    read: Callable[[str], Parcel]
    """The parcel in a JSON file. Raises :class:`~trustcheck.app.ports.Refused`."""
    in_new_file: Callable[[str, Callable[[str], None]], None]
    """Lets a data file be made where none stands, whole or not at all."""
