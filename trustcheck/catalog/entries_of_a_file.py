"""The entries of a list in a file, as the lines they are: taken out, put in and moved without touching any other line.

What stands between two entries, comments and empty lines, goes before the second one, and stays where it is when that
one is taken out.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from trustcheck.catalog.document import Document

Lines = list[str]


@dataclass(frozen=True, slots=True)
class EntryLines:
    """One entry of a list: what stands before it, its own lines, and the column of its keys."""

    lead: tuple[str, ...]
    own: tuple[str, ...]
    column: int

    @property
    def is_block(self) -> bool:
        """Whether each of its keys stands in a line of its own."""
        return self.own[0][self.column : self.column + 1] not in ("{", "&", "!", "*", "")


@dataclass(frozen=True, slots=True)
class EntryList:
    """A list whose entries begin in lines of their own, by id. ``first`` and ``end`` are its lines, from 0."""

    first: int
    end: int
    entries: Mapping[str, EntryLines]

    @property
    def dash(self) -> int:
        """The column in which its dashes stand."""
        own = next(iter(self.entries.values())).own[0]
        return len(own) - len(own.lstrip(" "))


def entry_list(
    document: Document, lines: Sequence[str], name: str, names: Sequence[str] | None = None
) -> EntryList | None:
    """The list ``name``; ``None`` where it is not there, or is not written that way. ``names`` stand for the ids of
    entries that have none.
    """
    data = document.data.get(name) if isinstance(document.data, dict) else None
    if not isinstance(data, list) or not data:
        return None
    ids = list(names) if names else [each.get("id") if isinstance(each, dict) else None for each in data]
    if len(ids) != len(data):
        return None
    starts = [document.places[(name, at)].line - 1 for at in range(len(data))]
    if not all(isinstance(each, str) for each in ids) or len(set(ids)) < len(ids):
        return None
    if len(set(starts)) < len(starts) or not all(lines[at].lstrip(" ").startswith("- ") for at in starts):
        return None
    header = document.places[(name,)].line - 1
    ends = [
        _end(lines, start, behind) for start, behind in zip(starts, [*starts[1:], _behind(lines, starts)], strict=True)
    ]
    entries = {}
    before = header + 1
    for known, start, end in zip(ids, starts, ends, strict=True):
        own = tuple(lines[start:end])
        column = len(own[0]) - len(own[0].lstrip(" -"))
        entries[str(known)] = EntryLines(tuple(lines[before:start]), own, column)
        before = end
    return EntryList(header + 1, before, entries)


def with_entries(found: EntryList, wanted: Sequence[str], made: Callable[[str, int], Lines]) -> Lines:
    """The lines of the list with the ``wanted`` entries in this order; ``made`` writes a new one at a column."""
    out: Lines = []
    left: dict[str, list[str]] = {}
    carried: Lines = []
    for known, entry in found.entries.items():
        if known in wanted:
            left[known] = [*carried, *entry.lead]
            carried = []
        else:
            carried += [each for each in entry.lead if out or each.strip()]
    for known in wanted:
        if known in found.entries:
            out += [*left[known], *found.entries[known].own]
        else:
            out += made(known, found.dash)
    return [*out, *carried]


def section(document: Document, lines: Sequence[str], name: str) -> tuple[int, int]:
    """The lines of a key at the top of the file with what stands under it, without comments behind it."""
    start = document.places[(name,)].line - 1
    tops = sorted(place.line - 1 for path, place in document.places.items() if len(path) == 1)
    behind = next((each for each in tops if each > start), len(lines))
    return start, _end(lines, start, behind)


def _behind(lines: Sequence[str], starts: Sequence[int]) -> int:
    """Where the last entry must have ended: the next line that stands no deeper than its dash."""
    last = starts[-1]
    dash = len(lines[last]) - len(lines[last].lstrip(" "))
    for at in range(last + 1, len(lines)):
        text = lines[at].lstrip(" ")
        if text.strip() and not text.startswith("#") and len(lines[at]) - len(text) <= dash:
            return at
    return len(lines)


def _end(lines: Sequence[str], start: int, behind: int) -> int:
    """Without empty lines and comments at the end: they belong to what follows."""
    end = behind
    while end > start + 1 and (not lines[end - 1].strip() or lines[end - 1].lstrip(" ").startswith("#")):
        end -= 1
    return end
