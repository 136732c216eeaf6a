"""What one person's raw answers say, as the patterns ask for it."""

import re
from fractions import Fraction

from tests.app.truth.raw_answers import BANDS, Names, Sheet, band, how_often, whole
from trustcheck.app.results.personal import PersonalResult
from trustcheck.domain.questionnaire.answers import Answer, Fact
from trustcheck.domain.questionnaire.model import Form

MARGINS = {Form.FULL: (20, 12, 17), Form.PULSE: (20, 20, 28)}
"""Of a theme, of a pillar, and from how many points on two pillars are told apart."""
BELOW = 29


class OnePerson:
    """What one person's answers say, as the patterns ask for it."""

    def __init__(self, result: PersonalResult) -> None:
        self.result, self.asked = result, result.questionnaire
        self.view = result.round.response.perspective
        self.sheet = Sheet(result.round.response.answers, self.asked, result.form)
        self.facts = {key: each.fact for key, each in result.round.facts.items()}
        self.names = Names(self.asked)
        self.by_words = {self.asked.wording(each.id, self.view): each for each in self.asked.items}
        self.first = [each.theme_id for each in result.proposals]
        self.ruled = [each.theme_id for each in result.by_rule]

    def put_aside(self) -> set[str]:
        """What the rules would offer, for its scores or for a fact that is "no", and somebody put aside."""
        no = {each for each, fact in self.facts.items() if fact is Fact.NO}
        offered = {each.id for proposal in self.result.by_rule for each in proposal.suggestions}
        offered |= {each.id for each in self.asked.suggestions if each.only_when_no in no}
        return offered & set(self.result.round.arrangement.aside)

    def score(self, name: str) -> Fraction:
        found = self.sheet.score(self.names.ids[name])
        assert found is not None, f"{name} has no score"
        return found

    def is_seen(self, name: str, words: str) -> bool:
        return how_often(self.score(name)) == words

    def themes(self) -> dict[str, Fraction]:
        return {each.id: score for each in self.asked.themes if (score := self.sheet.score(each.id)) is not None}

    def pillars(self) -> dict[str, Fraction]:
        return {each.id: score for each in self.asked.pillars if (score := self.sheet.score(each.id)) is not None}

    def answered(self, words: str, question: str) -> bool:
        """What was answered to these very words."""
        item = self.by_words[question]
        answer = self.sheet.given.get(item.id)
        if answer is None:
            return words.lower() == "skipped"
        if answer == Answer.DONT_KNOW:
            return words.replace("\u2019", "'").lower() == "i don't know"
        if answer == Answer.NOT_APPLICABLE:
            return words.replace("\u2019", "'").lower() == "doesn't apply here"
        return words.lower() == self.asked.scale[answer.code - 1].lower()

    def is_far_below(self, names: str, pillar: str, wanted: int) -> bool:
        """Whether just these themes lie far below their pillar, and every other one of it above them."""
        low = {self.names.ids[each] for each in re.findall(self.names.any, names)}
        around = whole(self.score(pillar))
        inside = {
            each.id: whole(self.themes()[each.id])
            for each in self.asked.themes_of(self.names.ids[pillar])
            if each.id in self.themes()
        }
        if not low <= inside.keys() or around - min(inside[each] for each in low) < wanted:
            return False
        others = [score for each, score in inside.items() if each not in low]
        return all(inside[each] < around for each in low) and all(
            score > max(inside[each] for each in low) and score - min(inside[each] for each in low) >= 5
            for score in others
        )

    def no_pillars_apart(self) -> bool:
        known = [whole(each) for each in self.pillars().values()]
        return max(known) - min(known) < MARGINS[self.result.form][2]

    def nothing_below(self) -> bool:
        themes = self.themes()
        return not any(
            whole(self.pillars()[each.pillar]) - whole(themes[each.id]) >= BELOW
            for each in self.asked.themes
            if each.id in themes and each.pillar in self.pillars()
        )

    def bands(self, part_id: str, words: str) -> bool:
        """Every band that lies within the margin, by the first and the last."""
        score = self.sheet.score(part_id)
        assert score is not None
        margin = MARGINS[self.result.form][0 if part_id in self.asked.theme_by_id else 1]
        low, high = (BANDS[band(min(max(end, Fraction(0)), Fraction(100)))] for end in (score - margin, score + margin))
        return words == (low if low == high else f"{low} to {high}")

    def contradicts(self, practice_id: str) -> tuple[str, Fraction, Fact] | None:
        practice = self.asked.practice_by_id[practice_id]
        score = self.sheet.score(practice.theme)
        return None if score is None else (practice.theme, score, self.facts[practice_id])
