"""Would one person change it? Whether a group's band stays the same whoever is left out. Words, never numbers."""

from collections.abc import Sequence

from trustcheck.domain.exact import Sample
from trustcheck.domain.group_words import Solidity
from trustcheck.domain.intervals import Interval
from trustcheck.domain.questionnaire import DEFAULT_CUTS, band_index


def solidity(known: Sample, interval: Interval | None, cuts: Sequence[float] = DEFAULT_CUTS) -> Solidity | None:
    """How firmly the band of the mean of ``known`` stands; ``None`` where there is no interval (below five).

    Nobody has to be left out one by one: a mean without one person is lowest without the highest score and highest
    without the lowest one, and a band between two equal ones is the same.
    """
    if interval is None:
        return None
    band = band_index(known.mean, cuts)
    if any(band_index(mean, cuts) != band for mean in (known.without_highest(), known.without_lowest())):
        return Solidity.HANGS_ON_ONE
    crosses = band_index(interval.low, cuts) != band_index(interval.high, cuts)
    return Solidity.BORDERLINE if crosses else Solidity.SOLID
