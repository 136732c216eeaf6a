"""Statistics made fit for eyes: whole points, words, and no detail below ten people."""

from collections.abc import Sequence
from fractions import Fraction
from math import ceil, floor

from trustcheck.app.results.group import COARSE, DETAILS_FROM, Range, Shown, Took, Unseen, Value, Views
from trustcheck.domain.checks.group_round import GroupRound
from trustcheck.domain.privacy.suppressed import Suppressed, too_few
from trustcheck.domain.questionnaire.model import BAND_IDS, Perspective, Theme, band_index, band_name
from trustcheck.domain.statistics.classes import Classes
from trustcheck.domain.statistics.groups import GroupScore, Interval, ItemScore
from trustcheck.domain.statistics.points import apart, whole
from trustcheck.domain.views.group_statistics import GroupStatistics
from trustcheck.domain.views.group_view import ViewStatistics
from trustcheck.words import gettext as _

# Ends of intervals fit for eyes: whole points, and coarser below fourteen people.
#
# From a mean and the ends of its interval in whole points the standard deviation of five people follows nearly as
# well as if it stood there: six sets of scores fit on average, and in one group of four no more than three. With ends
# on fives, rounded outwards, it is twenty-six, and more than three in 24 groups of 25. Of ten people whole points
# would tell, beside the shares, that a class holds one person or two in eight groups of a hundred, of twelve in two or
# three, of fourteen in one, which is fewer than ends on fives tell of ten.


SPREAD_FROM = 14
"""From this many people on standard deviation and median are shown, and an interval's ends in whole points:
of fewer they would tell more often, beside the shares, that a class holds one or two."""


def ends_shown(found: Interval, n: int) -> Range:
    """The ends of an interval that rests on ``n`` people, the smaller number of two sides."""
    if n >= SPREAD_FROM:
        return Range(apart(found.low), apart(found.high))
    return Range(COARSE * floor(found.low / COARSE), COARSE * ceil(found.high / COARSE))


def difference_ends_shown(found: Interval, n: int) -> Range:
    """The same for a difference: ends that leave out 0 go on leaving it out, since its class says that they do."""
    ends = ends_shown(found, n)
    if found.low > 0:
        return Range(max(ends.low, 1), ends.high)
    return Range(ends.low, min(ends.high, -1)) if found.high < 0 else ends


UNSEEN_FROM = 0.30
"""From this share of *I don't know* on, people could not see something (measurement 1.8)."""


class Seen:
    """The statistics of a closed check, perspective by perspective, turned into what may be shown."""

    def __init__(self, of: GroupRound, found: GroupStatistics) -> None:
        self.round, self.found = of, found
        self.few = Suppressed(too_few(of.setup.threshold))
        self._cuts = of.questionnaire.cuts

    @property
    def headline(self) -> Perspective | None:
        return None if self.found.headline is None else Perspective(self.found.headline)

    def statistics(self, perspective: Perspective) -> ViewStatistics | None:
        """``None`` where nobody of a perspective answered."""
        return self.found.perspectives.get(perspective.value)

    def theme(self, theme: Theme) -> Views:
        return {
            each: self._shown(seen.themes.get(theme.id) if seen else None, theme)
            for each, seen in self._by_perspective()
        }

    def pillar(self, pillar_id: str) -> Views:
        return {
            each: self._shown(seen.pillars.get(pillar_id) if seen else None) for each, seen in self._by_perspective()
        }

    def overall(self) -> Views:
        return {each: self._shown(seen.overall if seen else None) for each, seen in self._by_perspective()}

    def item(self, item_id: str) -> Views:
        return {each: self._item(seen.items.get(item_id) if seen else None) for each, seen in self._by_perspective()}

    def took(self) -> tuple[Took, ...]:
        """Who answered. Of fewer people than the threshold a number of hurried sheets would point at somebody."""
        found = []
        for each, seen in self._by_perspective():
            n = seen.n if seen else 0
            hurried = self.round.hurried.get(each, 0) if self.found.terms.shows(each.value, n) else self.few
            found.append(Took(each, n, max(self.round.setup.invited.get(each, 0), n), hurried))
        return tuple(found)

    def plain_above_turned(self) -> dict[Perspective, Fraction | None]:
        """Of each view by how many points questions asked the other way round lie below the others."""
        return {each: seen.plain_above_turned if seen else None for each, seen in self._by_perspective()}

    def fewest(self, theme: Theme) -> int:
        """The people of the smaller side of a theme that is compared."""
        return min((value.n for value in self.theme(theme).values() if isinstance(value, Shown)), default=0)

    def unseen(self) -> tuple[Unseen, ...]:
        """Questions that many could not answer, the most unknown first; those of perspectives that are shown."""
        asked = self.round.questionnaire
        found = [
            Unseen(asked.item_by_id[each], asked.wording(each, perspective), perspective, known.asked, share)
            for perspective, seen in self._by_perspective()
            if seen is not None and seen.n >= self.round.setup.threshold
            for each, known in seen.dont_know.items()
            if known.share >= UNSEEN_FROM and (share := whole(100 * known.share))
        ]
        return tuple(sorted(found, key=lambda each: -each.dont_know))

    def _by_perspective(self) -> Sequence[tuple[Perspective, ViewStatistics | None]]:
        return [(each, self.statistics(each)) for each in self.round.setup.perspectives]

    def _shown(self, value: GroupScore | Suppressed | None, theme: Theme | None = None) -> Value:
        if value is None or isinstance(value, Suppressed):
            return value or self.few
        detailed = value.n >= DETAILS_FROM
        return Shown(
            n=value.n,
            mean=whole(value.mean),
            band=self._band(value),
            lowest_band=self._lowest_band(value),
            band_text="" if theme is None or value.band is None else self._reading(theme, value.mean),
            interval=None if value.interval is None else ends_shown(value.interval, value.n),
            guaranteed=_range(value.guaranteed),
            spread=value.spread,
            solidity=value.solidity,
            dont_know=whole(100 * value.dont_know),
            favourable=value.favourable.count if detailed and value.favourable else None,
            favourable_range=_per_cent(value.favourable.interval) if detailed and value.favourable else None,
            classes=_apart(value.classes) if detailed else None,
            sd=whole(value.sd) if value.n >= SPREAD_FROM and value.sd is not None else None,
            median=whole(value.median) if value.n >= SPREAD_FROM else None,
            rare=value.classes.low if detailed and value.classes.high is None else None,
        )

    def _item(self, value: ItemScore | Suppressed | None) -> Value:
        if value is None or isinstance(value, Suppressed):
            return value or self.few
        detailed = value.n >= DETAILS_FROM
        return Shown(
            n=value.n,
            mean=whole(value.told),
            about=value.nearest is not None,
            dont_know=whole(100 * value.dont_know),
            favourable=value.favourable.count if detailed and value.favourable else None,
            favourable_range=_per_cent(value.favourable.interval) if detailed and value.favourable else None,
        )

    def _band(self, value: GroupScore) -> str:
        """Both names where the interval crosses a cut; empty where too few of the invited answered."""
        if value.band is None:
            return ""
        ends = (value.interval.low, value.interval.high) if value.interval else (value.mean, value.mean)
        low, high = (band_name(end, self._cuts) for end in ends)
        return low if low == high else _("{low} to {high}").format(low=low, high=high)

    def _lowest_band(self, value: GroupScore) -> int | None:
        if value.band is None:
            return None
        return band_index(value.interval.low if value.interval else value.mean, self._cuts)

    def _reading(self, theme: Theme, mean: float) -> str:
        return theme.bands.of(BAND_IDS[band_index(mean, self._cuts)])


def _apart(found: Classes) -> tuple[int, int, int] | None:
    if found.low is None or found.middle is None or found.high is None:
        return None
    return found.low, found.middle, found.high


def _range(found: Interval | None) -> Range | None:
    return None if found is None else Range(whole(found.low), whole(found.high))


def _per_cent(found: Interval) -> Range:
    return Range(whole(100 * found.low), whole(100 * found.high))
