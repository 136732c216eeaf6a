"""The vocabulary of an outline: what a report says, as values that know nothing of paper, fonts or PDF."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from trustcheck.app.results.personal import PersonalResult
from trustcheck.charts.scene import Scene
from trustcheck.domain.questionnaire.model import Form, Perspective
from trustcheck.words import gettext as _
from trustcheck.words import ngettext
from trustcheck.words.numbers import in_words

Tone = Literal["body", "compact", "quiet", "small", "label", "accent"]
PanelLook = Literal["card", "strip", "mark", "note"]
"""An outlined card, a quiet filled strip, a strong line at the left, or a dashed note to one reader."""


@dataclass(frozen=True, slots=True)
class Heading:
    """Inside a section. ``level`` 3 stands under the section's title, 4 under a heading."""

    text: str
    level: Literal[3, 4] = 3
    bookmark: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph; ``lead`` is set in the strong face before it."""

    text: str
    tone: Tone = "body"
    lead: str = ""
    gap: float | None = None
    """The distance to what stands above, in points; the tone's own where it is not given."""
    sticks: bool = False
    """Whether it stays with the beginning of what follows."""


@dataclass(frozen=True, slots=True)
class Bullets:
    items: tuple[str, ...]
    tone: Tone = "body"


@dataclass(frozen=True, slots=True)
class Figure:
    scene: Scene
    gap: float = 8.0


@dataclass(frozen=True, slots=True)
class Detail:
    """A table's cell with more behind its text, in italics."""

    text: str
    more: str


TableCell = str | Scene | Detail


@dataclass(frozen=True, slots=True)
class Table:
    """``shares`` are the columns' parts of the width. The first cell of a row is its heading."""

    columns: tuple[str, ...]
    rows: tuple[tuple[TableCell, ...], ...]
    shares: tuple[float, ...]
    breaks: tuple[int, ...] = ()
    """The rows above which a stronger line separates groups."""
    tight: bool = False
    gap: float = 12.0
    small: bool = False
    """In smaller type: an annex."""
    even: bool = False
    """Every cell but the row's heading is set alike: columns of equal rank, such as two views."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Labels at the left and what they say at the right. ``label_width`` in points."""

    pairs: tuple[tuple[str, str], ...]
    label_width: float = 92.0
    tone: Tone = "body"
    gap: float = 8.0


@dataclass(frozen=True, slots=True)
class Panel:
    """Parts with a frame around them, kept on one page where a page can hold them."""

    parts: "tuple[Part, ...]"
    look: PanelLook = "card"
    gap: float = 12.0


@dataclass(frozen=True, slots=True)
class Beside:
    """Columns side by side; ``shares`` are their parts of the width left by the gutters."""

    columns: "tuple[tuple[Part, ...], ...]"
    shares: tuple[float, ...]
    gutter: float = 24.0
    gap: float = 14.0
    ruled: bool = False
    """A thin line above, across all columns."""
    pad: float = 9.0
    """Room above and below ruled columns."""


@dataclass(frozen=True, slots=True)
class RuledLines:
    """Ruled lines for a pen, down to the end of the page unless ``count`` says how many."""

    fewest: int = 2
    count: int = 0
    gap: float = 4.0
    step: float = 25.0


@dataclass(frozen=True, slots=True)
class Pixels:
    """A picture, decoded: red, green and blue, one byte each, row by row, compressed with zlib."""

    width: int
    height: int
    data: bytes

    def fitted(self, width: float, height: float) -> tuple[float, float]:
        """Its size in points in a box, without being pulled out of shape."""
        scale = min(width / self.width, height / self.height)
        return self.width * scale, self.height * scale


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture of the organisation's own, in a box of 150 x 50 points."""

    pixels: Pixels
    alt: str
    gap: float = 0.0


Part = Heading | Words | Bullets | Figure | Table | Pairs | Panel | Beside | RuledLines | Logo


@dataclass(frozen=True, slots=True)
class Section:
    """``share`` is the part of a page that must be free for it to start below another section; 1 is a new page.

    ``tighter`` says the same in less and less room: the first of them that keeps the section on one page is taken.
    """

    id: str
    eyebrow: str
    title: str
    parts: tuple[Part, ...]
    bookmark: str
    share: float = 1.0
    tighter: tuple[tuple[Part, ...], ...] = ()
    whole: bool = False
    """It begins on a new page rather than being torn apart where a page could hold it."""
    plain: bool = False
    """An annex: below another section nothing stands above its title."""


@dataclass(frozen=True, slots=True)
class Cover:
    title: str
    place: str
    pairs: tuple[tuple[str, str], ...]
    sentence: str
    logo: Logo | None = None


@dataclass(frozen=True, slots=True)
class Dress:
    """What a report wears beside its words. ``accent`` is ``#RRGGBB``, empty for the house's own."""

    accent: str = ""
    lines_only: bool = False
    """The accent is too pale to be read; only lines and marks take it."""
    last_line: str = ""
    """Small words below the last page's footer."""


@dataclass(frozen=True, slots=True)
class Outline:
    title: str
    """Of the file: what a reader's window shows."""
    footer: str
    cover: Cover | None
    """``None`` where the first page begins at once."""
    sections: tuple[Section, ...]
    dress: Dress = Dress()
    beside: Mapping[str, tuple[Part, ...]] = field(default_factory=dict)
    """Notes by section id (``cover`` for the first page). With them each page is printed small on a sheet laid
    across, and the notes for what begins on it stand at its side."""


# Words that several sections share.


def number(count: int) -> str:
    """Small numbers as words, and "no" for none."""
    return in_words(count) if count else _("no")


def answered_on(result: PersonalResult) -> date:
    return result.round.summary.closed_on or result.round.summary.started_on


def is_pulse(result: PersonalResult) -> bool:
    return result.form is Form.PULSE


def whose_view(result: PersonalResult) -> str:
    if result.round.summary.perspective is Perspective.LEADER:
        return _("One person, who leads here")
    return _("One person, who works here")


def questions(count: int) -> str:
    return ngettext("{number} question", "{number} questions", count).format(number=count)
