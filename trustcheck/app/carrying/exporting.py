"""Exports of a data file: the formats there are, and what an export needs from the rooms above."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

# Types only: the window is painted before the domain is loaded.
if TYPE_CHECKING:
    from collections.abc import Callable

    from trustcheck.app.carrying.export_model import Parcel
    from trustcheck.app.ports import Progress


class ExportFormat(StrEnum):
    """As what everything leaves. Only JSON comes back in."""

    CSV = "csv"
    XLSX = "xlsx"
    JSON = "json"
    ICS = "ics"
    """Promises alone, for a calendar."""


class Makes(Protocol):
    """Makes the bytes of an export, and reads them back before it calls them made. Raises
    :class:`~trustcheck.app.ports.Refused`."""

    def __call__(self, parcel: Parcel, as_what: ExportFormat, progress: Progress | None = None) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Exports:
    """What makes exports, and reads one that comes back."""

    make: Makes
    read: Callable[[str], Parcel]
    """The parcel in a JSON file. Raises :class:`~trustcheck.app.ports.Refused`."""
    in_new_file: Callable[[str, Callable[[str], None]], None]
    """Lets a data file be made where none stands, whole or not at all."""
