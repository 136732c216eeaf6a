"""What an outline says and draws, wherever it stands in it."""

from collections.abc import Iterable, Iterator

from trustcheck.charts.scene import Scene
from trustcheck.report.document.parts import Beside, Bullets, Figure, Heading, Pairs, Panel, Part, Section, Table, Words


def sentences(parts: Iterable[Part]) -> Iterator[str]:
    """Every paragraph, heading, point and cell of words."""
    for part in parts:
        match part:
            case Words() | Heading():
                yield part.text
            case Bullets():
                yield from part.items
            case Pairs():
                yield from (each for pair in part.pairs for each in pair)
            case Panel():
                yield from sentences(part.parts)
            case Beside():
                yield from (each for column in part.columns for each in sentences(column))
            case Table():
                yield from (each for row in (part.columns, *part.rows) for each in row if isinstance(each, str))


def figures(sections: Iterable[Section]) -> Iterator[Scene]:
    """The charts that stand in a section by themselves."""
    for section in sections:
        yield from (part.scene for part in section.parts if isinstance(part, Figure))
