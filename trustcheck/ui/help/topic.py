"""A page of help as data: headings, paragraphs, points and small tables."""

from dataclasses import dataclass

from trustcheck.charts.scene import Table


@dataclass(frozen=True, slots=True)
class Paragraph:
    words: str


@dataclass(frozen=True, slots=True)
class Points:
    """A list of short things."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Keys:
    """Keys and what they do. ``name`` says for whom the table is read aloud."""

    name: str
    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Cells:
    """A table with headings."""

    name: str
    table: Table
    shares: tuple[int, ...] = ()
    """The columns' parts of the width; empty for even ones."""


Part = Paragraph | Points | Keys | Cells


@dataclass(frozen=True, slots=True)
class Section:
    heading: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Topic:
    """``id`` is what it is asked for by ("privacy"); ``words`` stand on the switch between them."""

    id: str
    words: str
    lead: str
    sections: tuple[Section, ...]
