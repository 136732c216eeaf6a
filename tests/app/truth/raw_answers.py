"""Raw answers worked out once more with fractions and lists: what a reader with the sheets in hand would find.

Nothing here asks the program's own arithmetic; only the questionnaire says which question belongs where.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import ceil, floor

from trustcheck.domain.questionnaire.answers import Answer, Response
from trustcheck.domain.questionnaire.model import Form, Item, Questionnaire

SPLIT = Fraction(125, 6)
"""Points from which people describe different places: a sixth of five options."""
CUTS = (Fraction("37.5"), Fraction("62.5"), Fraction("87.5"))
BANDS = ("Rare", "Patchy", "Usual", "Consistent")
OFTEN = ("seldom", "now and then", "often", "nearly always")


def whole(points: Fraction) -> int:
    """Half up, as every number on a page is rounded."""
    return floor(points + Fraction(1, 2))


def wholly(difference: Fraction) -> int:
    """A difference, its half away from nothing."""
    return whole(difference) if difference >= 0 else -whole(-difference)


def band(score: Fraction) -> int:
    return sum(score >= cut for cut in CUTS)


def how_often(score: Fraction) -> str:
    return OFTEN[band(score)]


def mean(known: Sequence[Fraction]) -> Fraction:
    return sum(known, Fraction(0)) / len(known)


@dataclass(frozen=True)
class Sheet:
    """One person's answers."""

    given: Mapping[str, Answer]
    asked: Questionnaire
    form: Form

    def point(self, item: Item) -> int | None:
        answer = self.given.get(item.id)
        return answer.code if answer is not None and answer.code > 0 else None

    def level(self, item: Item) -> Fraction | None:
        """On 0 to 100, turned where the question is asked the other way round."""
        point, high = self.point(item), len(self.asked.scale)
        if point is None:
            return None
        return Fraction(100 * ((high - point) if item.reverse else (point - 1)), high - 1)

    def theme(self, theme_id: str) -> Fraction | None:
        items = [each for each in self.asked.items if each.theme == theme_id]
        known = [level for each in items if (level := self.level(each)) is not None]
        applicable = len(items) - sum(self.given.get(each.id) == Answer.NOT_APPLICABLE for each in items)
        return mean(known) if len(known) >= min(2, len(items)) and 2 * len(known) >= applicable else None

    def pillar(self, pillar_id: str) -> Fraction | None:
        themes = [each.id for each in self.asked.themes if each.pillar == pillar_id]
        if self.form is Form.PULSE:
            inside = [each for each in self.asked.items if each.theme in themes and each.id in self.asked.pulse]
            known = [level for each in inside if (level := self.level(each)) is not None]
            return mean(known) if len(known) >= ceil(Fraction(2 * len(inside), 3)) else None
        known = [score for each in themes if (score := self.theme(each)) is not None]
        return mean(known) if len(known) >= ceil(Fraction(len(themes), 2)) else None

    def score(self, part_id: str) -> Fraction | None:
        """Of a theme or a pillar. The short form gives themes none."""
        return self._scores.get(part_id)

    @cached_property
    def _scores(self) -> dict[str, Fraction | None]:
        """Worked out once: every sentence about a group asks everybody's."""
        themes = () if self.form is Form.PULSE else self.asked.themes
        of_themes = {each.id: self.theme(each.id) for each in themes}
        return {**of_themes, **{each.id: self.pillar(each.id) for each in self.asked.pillars}}


@dataclass(frozen=True)
class People:
    """The sheets of one view."""

    sheets: tuple[Sheet, ...]

    def scores(self, part_id: str) -> list[Fraction]:
        return [score for each in self.sheets if (score := each.score(part_id)) is not None]

    def mean(self, part_id: str) -> Fraction:
        return mean(self.scores(part_id))

    def levels(self, item: Item) -> list[Fraction]:
        return [level for each in self.sheets if (level := each.level(item)) is not None]

    def points(self, item: Item) -> list[int]:
        return [point for each in self.sheets if (point := each.point(item)) is not None]

    def could_not_see(self, item: Item) -> int:
        return sum(each.given.get(item.id) == Answer.DONT_KNOW for each in self.sheets)

    def lie_apart(self, theme_id: str) -> Fraction:
        """The mean over the questions of how far answers lie from their mean, in points."""
        found = []
        for item in self.sheets[0].asked.items_of(theme_id):
            known = self.levels(item)
            if known:
                found.append(mean([abs(each - mean(known)) for each in known]))
        return mean(found)

    def describe_different_places(self, theme_id: str) -> bool:
        """Of fewer than ten people not where their scores alone lie nearly as far apart: then nothing is said of it."""
        return self.lie_apart(theme_id) > SPLIT and not self.say_too_much(theme_id)

    def say_too_much(self, theme_id: str) -> bool:
        known = self.scores(theme_id)
        scores_lie_apart = mean([abs(each - mean(known)) for each in known])
        return len(known) < 10 and Fraction(9, 10) * SPLIT <= scores_lie_apart <= SPLIT

    def are_in_two_camps(self, theme_id: str) -> bool:
        known = [each for item in self.sheets[0].asked.items_of(theme_id) for each in self.levels(item)]
        low, high = sum(each < CUTS[0] for each in known), sum(each > CUTS[1] for each in known)
        return len(self.scores(theme_id)) >= 10 and 10 * min(low, high) >= 3 * len(known)


def kinds_apart(sheets: Sequence[Sheet]) -> Fraction | None:
    """By how many points questions asked the other way round lie below the others, mean over themes with both."""
    asked, found = sheets[0].asked, []
    for theme in asked.themes:
        plain, turned = (
            [
                level
                for item in asked.items_of(theme.id)
                if item.reverse is way
                for sheet in sheets
                if (level := sheet.level(item)) is not None
            ]
            for way in (False, True)
        )
        if plain and turned:
            found.append(mean(plain) - mean(turned))
    return mean(found) if found else None


def sheet_of(response: Response, asked: Questionnaire, form: Form) -> Sheet:
    return Sheet(response.answers, asked, form)


@dataclass(frozen=True)
class Names:
    """What themes and pillars are called in sentences."""

    asked: Questionnaire

    @cached_property
    def ids(self) -> dict[str, str]:
        return {each.name: each.id for each in self.asked.themes} | {
            each.address: each.id for each in self.asked.pillars
        }

    @cached_property
    def any(self) -> str:
        """A pattern for one name."""
        import re

        return "|".join(re.escape(each) for each in sorted(self.ids, key=len, reverse=True))
