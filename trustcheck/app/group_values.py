"""One group's mean, spread and precision, theme by theme, pillar by pillar; or the reason why it is not shown."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from trustcheck.domain.answers import DONT_KNOW_CODE
from trustcheck.domain.groups import GroupScore, group_score
from trustcheck.domain.intervals import guaranteed_range
from trustcheck.domain.questionnaire import Form, Questionnaire, band_name, band_range
from trustcheck.domain.reliability import reliability
from trustcheck.domain.scoring import Codes, Points, Scores, keyed
from trustcheck.domain.suppressed import Suppressed, too_few

ENOUGH_ANSWERED = 0.60
"""Below this share of the invited a group's mean is not called by a band (measurement 2.8)."""

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Terms:
    """Under which a group is described: the fewest people behind a value, how many there are, how many were asked."""

    threshold: int
    n: int
    invited: int | None
    cuts: tuple[float, float, float]

    @property
    def has_bands(self) -> bool:
        return self.invited is None or self.n >= ENOUGH_ANSWERED * self.invited


class GroupValues:
    """The values of one group. ``given`` and ``found`` hold every row of the file, ``rows`` names the group's."""

    def __init__(
        self, found: Scores, given: Codes, rows: Sequence[int], questionnaire: Questionnaire, terms: Terms
    ) -> None:
        chosen = list(rows)
        self._found = Scores(found.themes[chosen], found.pillars[chosen], found.overall[chosen])
        self._given = given[chosen]
        self._keyed = keyed(self._given, questionnaire)
        self._questionnaire = questionnaire
        self.terms = terms

    def themes(self) -> Json:
        themes = self._questionnaire.themes
        return {
            theme.id: self._value(
                self._found.themes[:, at], {item.id for item in self._questionnaire.items_of(theme.id)}
            )
            for at, theme in enumerate(themes)
        }

    def pillars(self, form: Form) -> Json:
        values = {}
        for at, pillar in enumerate(self._questionnaire.pillars):
            themes = {theme.id for theme in self._questionnaire.themes_of(pillar.id)}
            values[pillar.id] = self._value(self._found.pillars[:, at], self._asked(form, themes))
        return values

    def hasty(self, flagged: int) -> int | Json:
        """How many sheets look hurried; of fewer people than the threshold that would point at somebody."""
        return flagged if self.terms.n >= self.terms.threshold else {"suppressed": too_few(self.terms.threshold)}

    def reliability(self) -> Json:
        """Alpha, its interval and omega of each theme that has enough complete sheets; ``omega`` from 100 only."""
        found = {
            theme.id: reliability(self._keyed[:, self._columns_of(theme.id)]) for theme in self._questionnaire.themes
        }
        return {
            theme_id: {"alpha": each.alpha, "interval": [each.interval.low, each.interval.high], "omega": each.omega}
            for theme_id, each in found.items()
            if each is not None
        }

    def overall(self, form: Form) -> Json:
        themes = {theme.id for theme in self._questionnaire.themes}
        return self._value(self._found.overall, self._asked(form, themes))

    def _columns_of(self, theme_id: str) -> list[int]:
        return [at for at, item in enumerate(self._questionnaire.items) if item.theme == theme_id]

    def _asked(self, form: Form, themes: set[str]) -> set[str]:
        by_id = self._questionnaire.item_by_id
        return {item_id for item_id in self._questionnaire.asked(form) if by_id[item_id].theme in themes}

    def _value(self, points: Points, item_ids: set[str]) -> Json:
        """Mean and company of person scores (rows of the group), or the reason why they are not shown."""
        columns = [at for at, item in enumerate(self._questionnaire.items) if item.id in item_ids]
        found = group_score(points, self._keyed[:, columns], self.terms.threshold)
        if isinstance(found, Suppressed):
            return {"suppressed": found.reason}
        return self._described(found) | {"dont_know": self._dont_know(columns)}

    def _described(self, found: GroupScore) -> Json:
        terms, interval, favourable = self.terms, found.interval, found.favourable
        touched = (interval.low, interval.high) if interval else (found.mean, found.mean)
        certain = guaranteed_range(found.mean, found.n, terms.invited) if terms.invited else None
        return {
            "n": found.n,
            "mean": found.mean,
            "sd": found.sd,
            "median": found.median,
            "band": band_name(found.mean, terms.cuts) if terms.has_bands else None,
            "band_range": band_range(*touched, terms.cuts) if terms.has_bands else None,
            "interval": [interval.low, interval.high] if interval else None,
            "guaranteed": [certain.low, certain.high] if certain else None,
            "favourable": {
                "share": favourable.share,
                "low": favourable.interval.low,
                "high": favourable.interval.high,
            },
        }

    def _dont_know(self, columns: Sequence[int]) -> float:
        """The share of *don't know* among answered and *don't know*, over the items of a value."""
        inside = self._given[:, list(columns)]
        unknown, answered = int((inside == DONT_KNOW_CODE).sum()), int((inside > 0).sum())
        return unknown / (unknown + answered)
