"""Ten invented people with known answers, and what follows from them, worked out by hand and not by the program."""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from math import sqrt
from statistics import fmean, stdev

from scipy import stats

from trustcheck.domain.questionnaire.model import Questionnaire

LEADER, STAFF = "leader", "staff"
HIGH = 5


@dataclass(frozen=True)
class Invented:
    """One person: the view, and one sign for each question in order of presentation (1 to 5, ``0``, ``n``, ``-``)."""

    view: str
    signs: str

    def cells(self, asked: Questionnaire) -> dict[str, str]:
        """As a table of answers holds them."""
        words = {"0": "dk", "n": "na", "-": ""}
        return {item: words.get(sign, sign) for item, sign in zip(asked.order, self.signs, strict=True)}

    def points(self, asked: Questionnaire) -> dict[str, float]:
        """Every scale point on 0 to 100, the reverse ones turned."""
        found = {}
        for item, cell in self.cells(asked).items():
            if cell.isdigit():
                turned = HIGH + 1 - int(cell) if asked.item_by_id[item].reverse else int(cell)
                found[item] = 100 * (turned - 1) / (HIGH - 1)
        return found

    def themes(self, asked: Questionnaire) -> dict[str, float | None]:
        """At least two answers, and half of those that apply."""
        points, cells = self.points(asked), self.cells(asked)
        scores: dict[str, float | None] = {}
        for theme in asked.themes:
            items = [item.id for item in asked.items_of(theme.id)]
            known = [points[item] for item in items if item in points]
            applicable = sum(cells[item] != "na" for item in items)
            scores[theme.id] = fmean(known) if len(known) >= 2 and 2 * len(known) >= applicable else None
        return scores

    def pillar(self, asked: Questionnaire, pillar_id: str) -> float | None:
        """At least three of five themes."""
        scores = self.themes(asked)
        known = [score for each in asked.themes_of(pillar_id) if (score := scores[each.id]) is not None]
        return fmean(known) if len(known) >= 3 else None


def _signs(pattern: Sequence[int], asked: Questionnaire, lift: Mapping[str, int]) -> str:
    """A pattern of points, lifted by theme, with reverse questions answered the other way round."""
    signs = []
    for at, item_id in enumerate(asked.order):
        item = asked.item_by_id[item_id]
        point = min(max(pattern[at % len(pattern)] + lift.get(item.theme, 0), 1), HIGH)
        signs.append(str(HIGH + 1 - point if item.reverse else point))
    return "".join(signs)


def ten_people(asked: Questionnaire) -> tuple[Invented, ...]:
    """Five leaders and five staff. The last leader answers half the questions, the last of staff in a hurry."""
    leaders_lift = {"SI": 0, "GI": 1, "WD": 0, "RV": -1}
    staff_lift = {"SI": -1, "SS": -1, "RV": -1, "GI": 1}
    patterns = ([4, 3, 4, 4, 3], [4, 4, 5, 3, 4], [3, 4, 4, 2, 4], [5, 4, 3, 4, 4])
    leaders = [Invented(LEADER, _signs(each, asked, leaders_lift)) for each in patterns]
    staff = [Invented(STAFF, _signs([point - 1 for point in each], asked, staff_lift)) for each in patterns]
    half = _signs([4, 4, 3], asked, leaders_lift)[:20] + "-" * 20
    # Two who could not tell, and one to whom a question does not apply.
    staff[0] = Invented(STAFF, "0" + staff[0].signs[1:])
    staff[1] = Invented(STAFF, staff[1].signs[:5] + "n" + staff[1].signs[6:])
    return (*leaders, Invented(LEADER, half), *staff, Invented(STAFF, "4" * 40))


@dataclass(frozen=True)
class Worked:
    """A group's value as it must come out: unrounded, on 0 to 100."""

    n: int
    mean: float
    low: float
    high: float


def worked(scores: Sequence[float | None]) -> Worked:
    known = [each for each in scores if each is not None]
    mean, n = fmean(known), len(known)
    half = float(stats.t.ppf(0.975, n - 1)) * stdev(known) / sqrt(n) if n > 1 else 0.0
    return Worked(n, mean, max(mean - half, 0.0), min(mean + half, 100.0))


def table_of(people: Sequence[Invented], asked: Questionnaire) -> str:
    """A file of answers."""
    text = StringIO()
    writer = csv.DictWriter(text, ["perspective", *asked.order], lineterminator="\n")
    writer.writeheader()
    for each in people:
        writer.writerow({"perspective": each.view, **each.cells(asked)})
    return text.getvalue()
