"""What a group's raw sheets say, as the patterns ask for it."""

import re
from fractions import Fraction

from tests.app.truth.raw_answers import CUTS, OFTEN, Names, People, Sheet, band, how_often, whole
from trustcheck.app.results.group import GapShown, GroupResult, Shown
from trustcheck.domain.checks.group_round import GroupRound
from trustcheck.domain.questionnaire.answers import Fact
from trustcheck.domain.questionnaire.model import Form, Item, Perspective

LEADER, STAFF = Perspective.LEADER, Perspective.STAFF
HALF_A_STEP, BELOW = Fraction("12.5"), 15
VIEWS = {"leaders": LEADER, "staff": STAFF}
FEW = 10


class OneGroup:
    def __init__(self, of: GroupRound, result: GroupResult) -> None:
        self.round, self.result, self.asked = of, result, of.questionnaire
        self.people = {
            view: People(tuple(Sheet(each.answers, self.asked, of.summary.form) for each in of.of(view)))
            for view in of.setup.perspectives
        }
        self.facts = {key: each.fact for key, each in of.facts.items()}
        self.names = Names(self.asked)
        self.first = [each.theme_id for each in result.proposals]
        self.ruled = [each.theme_id for each in result.by_rule]
        shown = [view for view in (STAFF, LEADER) if view in self.people and self.is_shown(view)]
        self.headline = shown[0] if shown else None

    def first_to_try(self) -> str | None:
        """The first theme of which something is left to try."""
        return next((each.theme_id for each in self.result.proposals if each.suggestions), None)

    def put_aside(self) -> set[str]:
        """What the rules would offer, for its scores or for a fact that is "no", and somebody put aside."""
        no = {each for each, fact in self.facts.items() if fact is Fact.NO}
        offered = {each.id for proposal in self.result.by_rule for each in proposal.suggestions}
        offered |= {each.id for each in self.asked.suggestions if each.only_when_no in no}
        return offered & set(self.round.arrangement.aside)

    def is_shown(self, view: Perspective) -> bool:
        return len(self.people[view].sheets) >= self.round.setup.threshold

    def mean(self, view: Perspective, part_id: str) -> Fraction:
        return self.people[view].mean(part_id)

    def own(self, name: str) -> Fraction:
        """The headline's mean of a theme or pillar by its name."""
        assert self.headline is not None
        return self.mean(self.headline, self.names.ids[name])

    def gap(self, part_id: str) -> Fraction:
        return self.mean(LEADER, part_id) - self.mean(STAFF, part_id)

    def shown_means(self, *, pillars: bool = False) -> dict[str, Fraction]:
        """The headline's means of what the result shows; which of them are hidden is judged elsewhere."""
        assert self.headline is not None
        parts = (
            [(each.pillar.id, each.views) for each in self.result.pillars]
            if pillars
            else [(each.theme.id, each.views) for each in self.result.themes]
        )
        return {
            part_id: self.mean(self.headline, part_id)
            for part_id, views in parts
            if isinstance(views[self.headline], Shown)
        }

    def believer(self) -> Perspective | None:
        seen = LEADER in self.people and any(isinstance(each.views[LEADER], Shown) for each in self.result.themes)
        return LEADER if seen else self.headline

    def belief(self, theme_id: str) -> Fraction:
        view = self.believer()
        assert view is not None
        return self.mean(view, theme_id)

    def has_fact(self, theme_id: str, fact: Fact) -> bool:
        return any(self.facts.get(each.id) is fact for each in self.asked.practices_of(theme_id))

    def is_split(self, theme_id: str) -> bool:
        assert self.headline is not None
        people = self.people[self.headline]
        return people.are_in_two_camps(theme_id) or people.describe_different_places(theme_id)

    def is_far_below(self, names: str, pillar: str, wanted: int = BELOW) -> bool:
        low = {self.names.ids[each] for each in re.findall(self.names.any, names)}
        known, around = self.shown_means(), whole(self.own(pillar))
        inside = {
            each.id: whole(known[each.id]) for each in self.asked.themes_of(self.names.ids[pillar]) if each.id in known
        }
        if not low <= inside.keys() or around - min(inside[each] for each in low) < wanted:
            return False
        lowest = min(inside[each] for each in low)
        return all(score - lowest >= 5 for each, score in inside.items() if each not in low)

    def nothing_stands_out(self) -> bool:
        """No pillar half an answer step from another, no theme well behind, none that is described as places apart."""
        pillars, themes = self.shown_means(pillars=True), self.shown_means()
        known = [whole(each) for each in pillars.values()]
        apart = len(known) == len(self.asked.pillars) and max(known) - min(known) >= HALF_A_STEP
        behind = any(
            whole(pillars[each.pillar]) - whole(themes[each.id]) >= BELOW
            for each in self.asked.themes
            if each.id in themes and each.pillar in pillars
        )
        return not apart and not behind and not any(self.is_split(each) for each in themes)

    def item_of(self, question: str, view: Perspective) -> Item:
        return next(each for each in self.asked.items if self.asked.wording(each.id, view) == question)

    def is_usual_answer(self, label: str, item: Item, view: Perspective) -> bool:
        """Whether an answer lies nearest to the mean of what was answered, turned by nobody."""
        points = self.people[view].points(item)
        nearest = [each.lower() for each in self.asked.scale].index(label) + 1
        # The whole points of a score decide, which lie up to a half from it.
        return abs(Fraction(sum(points), len(points)) - nearest) <= Fraction(52, 100)

    def told_level(self, item: Item, view: Perspective) -> Fraction:
        """The mean of a straight question on 0 to 100; the nearest answer where no more may be told of it."""
        points = self.people[view].points(item)
        mean = Fraction(sum(points) - len(points), len(points)) * 25
        may_tell = len(points) >= FEW and not self.told_as_nearest(view)
        return mean if may_tell else Fraction(25 * whole(mean / 25))

    @property
    def steps(self) -> set[int]:
        """The whole points of the answers of the scale."""
        last = len(self.asked.scale) - 1
        return {whole(Fraction(100 * step, last)) for step in range(last + 1)}

    def told_as_nearest(self, view: Perspective | None) -> bool:
        """Whether some joined late, and no question of theirs is told but as an answer of the scale."""
        late = self.round.joined_late if view is None else self.round.joined_late & {view}
        values = [item.views[each] for theme in self.result.themes for item in theme.items for each in late]
        return bool(late) and all(value.mean in self.steps for value in values if isinstance(value, Shown))

    def unseen(self) -> list[tuple[Perspective, str, Fraction]]:
        """Every question that three in ten or more of at least five people of a view that is shown could not see; none
        that the check before would tell of a few."""
        found = []
        for view, people in self.people.items():
            told = self.round.told_beside.get(view, frozenset())
            for item in self.asked.items if self.is_shown(view) else ():
                if item.theme in told:
                    continue
                dark, known = people.could_not_see(item), len(people.points(item))
                if dark + known >= max(5, self.round.setup.threshold) and 10 * dark >= 3 * (dark + known):
                    found.append((view, item.id, Fraction(100 * dark, dark + known)))
        return found

    def shown_gaps(self) -> dict[str, Fraction]:
        """By theme, of the short form by pillar: leaders minus staff, wherever the result shows a difference."""
        themes = [(each.theme.id, each.gap) for each in self.result.themes]
        pillars = [(each.pillar.id, each.gap) for each in self.result.pillars]
        shown = pillars if self.round.summary.form is Form.PULSE else themes
        return {part_id: self.gap(part_id) for part_id, gap in shown if isinstance(gap, GapShown)}

    def gave_good_answers(self, item: Item, view: Perspective) -> int:
        """Counted on the raw points: "often" or more, of a turned question "seldom" or less."""
        return sum(point <= 2 if item.reverse else point >= 4 for point in self.people[view].points(item))


__all__ = ["CUTS", "FEW", "HALF_A_STEP", "LEADER", "OFTEN", "STAFF", "VIEWS", "OneGroup", "band", "how_often"]
