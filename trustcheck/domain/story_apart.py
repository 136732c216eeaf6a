"""What stands apart from what, decided on the whole points that are shown: so no sentence disagrees with its chart."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from trustcheck.domain.points import ABOUT_THE_SAME, whole
from trustcheck.domain.questionnaire import Pillar, Theme, band_index


@dataclass(frozen=True, slots=True)
class Behind:
    """The lowest themes of a pillar: no two of them are told apart, and every other one lies above them."""

    pillar: Pillar
    around: float
    """The pillar's score."""
    themes: tuple[tuple[float, Theme], ...]
    """With their scores, the lowest first."""

    @property
    def distance(self) -> int:
        """From the pillar to the lowest theme, in whole points."""
        return points_apart(self.around, self.themes[0][0])


def points_apart(more: float, less: float) -> int:
    """The difference of two scores as their whole points show it."""
    return whole(more) - whole(less)


def furthest_behind(
    pillars: Sequence[Pillar],
    around: Mapping[str, float | None],
    themes_of: Callable[[str], Sequence[Theme]],
    scores: Mapping[str, float | None],
) -> Behind | None:
    """The lowest themes of the pillar in which they lie furthest below it; ``None`` where no pillar has two themes.

    Scores are on 0 to 100 by id, ``None`` or left out where there is none.
    """
    found = []
    for pillar in pillars:
        middle = around.get(pillar.id)
        known = [(score, theme) for theme in themes_of(pillar.id) if (score := scores.get(theme.id)) is not None]
        if middle is not None and len(known) > 1:
            known.sort(key=lambda each: each[0])
            low = [each for each in known if points_apart(each[0], known[0][0]) < ABOUT_THE_SAME]
            found.append(Behind(pillar, middle, tuple(low)))
    return max(found, key=lambda each: each.distance, default=None)


def in_one_band(known: Sequence[tuple[float, Pillar]], cuts: Sequence[float]) -> bool:
    """Whether one word for how often holds for all of these pillars."""
    return len({band_index(score, cuts) for score, _pillar in known}) == 1
