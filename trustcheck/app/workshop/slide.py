"""One slide as a value: what stands on the wall, what is covered until somebody uncovers it, what is never on it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import NamedTuple, TypeAlias

from trustcheck.app.presenting.facilitating import Reactions
from trustcheck.app.presenting.group_banners import words_may_matter
from trustcheck.app.presenting.group_seen import views_of
from trustcheck.app.results.group import GroupResult
from trustcheck.charts.scene import Scene
from trustcheck.domain.questionnaire.model import Perspective

SlideChart: TypeAlias = Callable[[float, float], Scene | None]
"""A chart for a width and a size of type, both in points."""

SAY_DO = "say-do"


class LineRole(Enum):
    """What a line of a slide is, and so how large it stands there."""

    NAME = auto()
    QUESTION = auto()
    """What is asked, as the largest."""
    RECALLED = auto()
    """What was asked, above what is told."""
    FINDING = auto()
    TOLD = auto()
    LINE = auto()
    DECIDED = auto()


class SlideLine(NamedTuple):
    text: str
    role: LineRole


@dataclass(frozen=True, slots=True)
class Slide:
    """One thing on the wall. What stands under ``told`` and the chart are covered until they are uncovered."""

    id: str
    name: str
    """In the list of slides, and above what stands on the wall."""
    asked: str
    """Large, from the beginning: a question, or what there is to say."""
    lines: tuple[str, ...] = ()
    """Below it, from the beginning."""
    choices: tuple[str, ...] = ()
    """Below it until it is uncovered: then they stand in the chart."""
    told: tuple[str, ...] = ()
    """What the result says; the first line is the finding."""
    draw: SlideChart | None = None
    marks: tuple[Perspective, ...] = ()
    """Whose marks the chart has, where it has those of two views."""
    ask: str = ""
    """A question for the room, once it is uncovered."""
    leads: bool = False
    """What is asked stays the largest once it is uncovered: what is told only says how to read the chart."""
    notes: Reactions | None = None
    """For whoever leads the talk; never on the wall."""

    def with_marks_of(self, result: GroupResult) -> "Slide":
        """The same, saying whose the marks of its chart are where there are two views, and where they read two
        languages. Facts beside answers have a key of their own.
        """
        views = views_of(result)
        has_both = self.draw is not None and self.id != SAY_DO and len(views) > 1
        if not has_both:
            return self
        return replace(self, marks=views, told=tuple(each for each in (*self.told, words_may_matter(result)) if each))

    def above_chart(self, *, told: bool, decided: Sequence[str] = ()) -> Iterator[SlideLine]:
        """From the top, what stands there while it is covered, or once it is ``told``; ``decided`` below all else."""
        yield SlideLine(self.name, LineRole.NAME)
        leads = self.leads or not told
        yield SlideLine(self.asked, LineRole.QUESTION if leads else LineRole.RECALLED)
        for place, line in enumerate(self.told if told else ()):
            yield SlideLine(line, LineRole.FINDING if place == 0 and not leads else LineRole.TOLD)
        for line in (*self.lines, *(() if told else self.choices)):
            yield SlideLine(line, LineRole.LINE)
        for line in decided:
            yield SlideLine(line, LineRole.DECIDED)

    @property
    def covers(self) -> bool:
        """Whether there is anything to uncover."""
        return bool(self.told) or self.draw is not None
