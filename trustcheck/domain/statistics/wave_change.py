"""Whether a group's score changed between two checks (measurement 2.11).

Answers are not linked, so that the two are compared as independent groups: Welch's interval of the difference is wide
rather than narrow where the same people answered both. The p is that of gaps, by dealing all scores anew to the two
checks, corrected by Holm over one family.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from trustcheck.domain.statistics.change import ChangeKind
from trustcheck.domain.statistics.exact import Sample
from trustcheck.domain.statistics.gaps import Chance, Chances, difference, welch
from trustcheck.domain.statistics.group_words import WIDE
from trustcheck.domain.statistics.groups import Interval, described
from trustcheck.domain.statistics.points import ABOUT_THE_SAME, apart


@dataclass(frozen=True, slots=True)
class WaveChange:
    """One theme or pillar of one perspective in two checks, unrounded, in points."""

    then: float
    now: float
    then_n: int
    now_n: int
    """People with a score."""
    then_around: Interval | None
    """95 % t interval of ``then`` alone; ``None`` below five people."""
    difference: float
    """Now less then."""
    interval: Interval
    """Welch's 95 % interval of it."""
    kind: ChangeKind
    family: Sequence[Chance]
    """Of all that are corrected together; drawing them may take longer than all else, so ask for what is told."""
    place: int = 0

    @property
    def chance(self) -> Chance:
        return self.family[self.place]


def changes(pairs: Iterable[tuple[str, Sample, Sample]]) -> dict[str, WaveChange]:
    """The change of every (id, scores then, scores now), each of two people or more.

    Holm's correction runs over all pairs given: hand in one family, the themes or the pillars.
    """
    known = list(pairs)
    family = Chances([(now, then) for _id, then, now in known])
    return {each: _change(then, now, family, place) for place, (each, then, now) in enumerate(known)}


def _change(then: Sample, now: Sample, family: Sequence[Chance], place: int) -> WaveChange:
    moved, around = difference(now, then), welch(now, then)
    return WaveChange(
        then=then.mean,
        now=now.mean,
        then_n=len(then),
        now_n=len(now),
        then_around=described(then).interval,
        difference=moved,
        interval=around,
        kind=change_kind(moved, around),
        family=family,
        place=place,
    )


def change_kind(moved: float, around: Interval) -> ChangeKind:
    """Changed only where chance hardly does it and it is half an answer step or more."""
    if abs(apart(moved)) < ABOUT_THE_SAME:
        return ChangeKind.SAME
    if around.low <= 0 <= around.high:
        return ChangeKind.COULD_BE_CHANCE
    return ChangeKind.CHANGED if abs(moved) >= WIDE else ChangeKind.MOVED_A_LITTLE
