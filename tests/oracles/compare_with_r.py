"""Every printed statistic beside what R packages make of the same random surveys.

``python -m tests.oracles.compare_with_r [surveys] [seed]`` prints the largest difference of each statistic. It needs
Debian's ``r-base-core r-cran-multilevel r-cran-effectsize r-cran-coin r-cran-psych`` and is no part of the suite.
"""

import csv
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import numpy as np

from tests.builders import questionnaire
from trustcheck.domain.questionnaire.model import Form
from trustcheck.domain.statistics.agreement import agreement, item_agreement
from trustcheck.domain.statistics.exact import Points, Sample
from trustcheck.domain.statistics.gaps import Gap, gaps
from trustcheck.domain.statistics.group_answers import GroupAnswers
from trustcheck.domain.statistics.groups import FAVOURABLE, Interval, described, wilson
from trustcheck.domain.statistics.reliability import reliability
from trustcheck.domain.statistics.scoring import keyed, scores

THEMES = "ABCD"
ASKED = questionnaire(
    {"people": {"A": 4, "B": 4}, "openness": {"C": 4, "D": 4}}, reverse=[f"{each}4" for each in THEMES]
)
ALLOWED = 1e-6
"""More than a last digit, far less than a tenth of a point: above it somebody is wrong."""
ALLOWED_OF = {"omega": 1e-4}
"""R's search for the factor ends earlier than ours."""


class Value(NamedTuple):
    survey: int
    theme: str
    statistic: str
    value: float


def random_survey(chance: np.random.Generator) -> GroupAnswers:
    """Leaders and staff who share something theme by theme; few leaders, so that all relabellings can be counted."""
    few = chance.random() < 0.5
    leaders, staff = (int(chance.integers(2, 4)), int(chance.integers(5, 14))) if few else (2, 120)
    people = leaders + staff
    common = chance.normal(size=(people, len(THEMES))) * chance.uniform(0.3, 1.5, len(THEMES))
    tendency = 3 + np.repeat(common + chance.normal(size=len(THEMES)) * 0.5, 4, axis=1)
    given = np.clip(np.rint(tendency + chance.normal(size=(people, 16))), 1, 5).astype(np.int8)
    given[:, 3::4] = 6 - given[:, 3::4]
    view = np.repeat(np.array([0, 1], dtype=np.int8), [leaders, staff])
    return GroupAnswers(given, ("leader", "staff"), view, Form.FULL)


def ours(survey: int, answers: GroupAnswers) -> Iterator[Value]:
    """The statistics of one survey as the program works them out: nothing hidden yet, and nothing rounded."""
    found = scores(answers.given, ASKED, Form.FULL)
    staff = answers.view == 1
    columns = {theme: found.themes.parts[:, at] for at, theme in enumerate(THEMES)}
    sides = {
        theme: (Sample(each[~staff], found.themes.full), Sample(each[staff], found.themes.full))
        for theme, each in columns.items()
    }
    compared = gaps((theme, *both) for theme, both in sides.items())
    for at, theme in enumerate(THEMES):
        items = keyed(answers.given[staff], ASKED)[:, 4 * at : 4 * at + 4]
        told = {**of_staff(sides[theme][1]), **of_gap(compared[theme]), **of_items(items)}
        yield from (Value(survey, theme, name, value) for name, value in told.items() if value is not None)


def of_staff(known: Sample) -> dict[str, float | None]:
    value = described(known)
    told: dict[str, float | None] = {"mean": value.mean, "sd": value.sd, "median": value.median}
    return told | ends("t", value.interval) | ends("wilson", wilson(known.count_from(FAVOURABLE), len(known)))


def of_gap(gap: Gap) -> dict[str, float | None]:
    exact = gap.chance.method == "exact"
    told: dict[str, float | None] = {"difference": gap.difference, "hedges_g": gap.hedges_g}
    chance = {"p_exact": gap.chance.p if exact else None, "p_holm": gap.chance.p_holm if exact else None}
    return told | ends("welch", gap.interval) | ends("g", gap.hedges_interval) | chance


def of_items(items: Points) -> dict[str, float | None]:
    counts = np.array([np.bincount(column.astype(int), minlength=6)[1:] for column in items.T])
    each = item_agreement(counts)
    agreed, together = agreement(each, 5), reliability(items)
    assert agreed is not None
    told = {name: getattr(agreed, name) for name in ("rwg_uniform", "rwg_slight", "ad_mean", "ad_median")}
    told["a_wg"] = None if np.isnan(each.a_wg).any() else agreed.a_wg
    if together is not None:
        told |= {"alpha": together.alpha, "omega": together.omega} | ends("feldt", together.interval)
    return told


def ends(name: str, interval: Interval | None) -> dict[str, float | None]:
    return {} if interval is None else {f"{name}_low": interval.low, f"{name}_high": interval.high}


def write_surveys(folder: Path, surveys: list[GroupAnswers]) -> None:
    with (folder / "scores.csv").open("w", newline="") as of_scores, (folder / "answers.csv").open("w") as of_answers:
        scored, given = csv.writer(of_scores), csv.writer(of_answers)
        scored.writerow(["survey", "view", "theme", "score"])
        given.writerow(["survey", "theme", "item1", "item2", "item3", "item4"])
        for number, answers in enumerate(surveys):
            points = scores(answers.given, ASKED, Form.FULL).themes.points()
            turned = keyed(answers.given, ASKED)
            for row, view in enumerate(answers.view):
                for at, theme in enumerate(THEMES):
                    scored.writerow([number, answers.views[view], theme, repr(float(points[row, at]))])
                    if answers.views[view] == "staff":
                        given.writerow([number, theme, *turned[row, 4 * at : 4 * at + 4].astype(int)])


def read_found(folder: Path) -> dict[tuple[int, str, str], float]:
    with (folder / "found.csv").open() as file:
        rows = csv.DictReader(file)
        return {
            (int(row["survey"]), row["theme"], row["statistic"]): float(row["value"])
            for row in rows
            if row["value"] not in ("NA", "NaN")
        }


def main(number: int = 30, seed: int = 1) -> int:
    """Print the table; 1 where a difference is larger than rounding explains, or a statistic was never compared."""
    chance = np.random.default_rng(seed)
    surveys = [random_survey(chance) for _ in range(number)]
    with TemporaryDirectory() as name:
        folder = Path(name)
        write_surveys(folder, surveys)
        script = Path(__file__).with_suffix(".R")
        subprocess.run(["Rscript", script, folder], check=True, timeout=1800)
        theirs = read_found(folder)
    differences: dict[str, list[float]] = defaultdict(list)
    for survey, answers in enumerate(surveys):
        for value in ours(survey, answers):
            if (other := theirs.get(value[:3])) is not None:
                differences[value.statistic].append(abs(value.value - other))
    print(f"{number} random surveys, seed {seed}\n\n{'statistic':14}{'compared':>10}{'largest difference':>22}")
    for statistic, found in differences.items():
        print(f"{statistic:14}{len(found):>10}{max(found):>22.1e}")
    wrong = [name for name, found in differences.items() if max(found) > ALLOWED_OF.get(name, ALLOWED)]
    missing = {statistic for _survey, _theme, statistic in theirs} - set(differences)
    print(f"\ntoo far apart: {', '.join(wrong) or 'none'}; not compared: {', '.join(sorted(missing)) or 'none'}")
    return 1 if wrong or missing else 0


if __name__ == "__main__":
    raise SystemExit(main(*map(int, sys.argv[1:])))
