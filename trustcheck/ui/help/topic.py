"""A page of help as data: headings, paragraphs, points and small tables."""

from dataclasses import dataclass

from trustcheck.charts.scene import ChartCells


@dataclass(frozen=True, slots=True)
class Paragraph:
    words: str


@dataclass(frozen=True, slots=True)
class TopicPoints:
    """A list of short things."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Keys:
    """Keys and what they do. ``name`` says for whom the table is read aloud."""

    name: str
    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class TopicTable:
    """A table with headings."""

    name: str
    table: ChartCells
    shares: tuple[int, ...] = ()
    """The columns' parts of the width; empty for even ones."""


TopicPart = Paragraph | TopicPoints | Keys | TopicTable


@dataclass(frozen=True, slots=True)
class TopicSection:
    heading: str
    parts: tuple[TopicPart, ...]


@dataclass(frozen=True, slots=True)
class Topic:
    """``id`` is what it is asked for by ("privacy"); ``words`` stand on the switch between them."""

    id: str
    words: str
    lead: str
    sections: tuple[TopicSection, ...]
