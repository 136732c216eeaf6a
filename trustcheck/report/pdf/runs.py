"""A line in runs of one face and one direction, each with its place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from trustcheck.report.pdf.directions import levels, mirrored, visual
from trustcheck.report.pdf.typography import MISSING, Piece, Typography


@dataclass(frozen=True, slots=True)
class Run:
    face: str
    text: str
    """In the order in which it is read."""
    at: float
    """Where it begins, for a size of one point."""
    to_the_left: bool

    @property
    def shown(self) -> str:
        """What is drawn from left to right, where every sign is drawn by itself."""
        return mirrored(self.text) if self.to_the_left and self.face != MISSING else self.text


def runs(pieces: Sequence[Piece], type_: Typography, *, to_the_left: bool) -> list[Run]:
    """In the order in which they are read."""
    text = "".join(part for _, part in pieces)
    found = levels(text, to_the_left=to_the_left)
    owner = [number for number, (_, part) in enumerate(pieces) for _ in part]
    placed: list[tuple[int, Run]] = []
    # The blank after a line's last word stands before it where lines run to the left, and outside.
    at = -type_.width_of(" ", pieces[-1][0]) if to_the_left and text.endswith(" ") else 0.0
    for stretch in visual(found):
        left = bool(found[stretch.start] % 2)
        parts = list(_parts(stretch, owner))
        for part in reversed(parts) if left else parts:
            face, words = pieces[owner[part.start]][0], text[part.start : part.stop]
            placed.append((part.start, Run(face, words, at, left)))
            at += type_.width_of(words, face)
    return [run for _, run in sorted(placed, key=lambda each: each[0])]


def _parts(stretch: range, owner: Sequence[int]) -> Iterator[range]:
    for _, part in groupby(stretch, owner.__getitem__):
        places = list(part)
        yield range(places[0], places[-1] + 1)
