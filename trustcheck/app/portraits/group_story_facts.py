"""What the story of a group is chosen from: unrounded scores that may be shown, gaps and contradictions."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from trustcheck.app.presenting.group_items import good_answers, on_average
from trustcheck.app.results.group import DETAILS_FROM
from trustcheck.domain.checks.group_round import people
from trustcheck.domain.findings.practice import Contradiction
from trustcheck.domain.questionnaire.model import Item, Perspective, Pillar, Questionnaire
from trustcheck.domain.statistics.gaps import Gap
from trustcheck.domain.statistics.groups import ItemScore
from trustcheck.domain.statistics.points import whole
from trustcheck.words import gettext as _
from trustcheck.words.numbers import capitalised, count_of, in_words


@dataclass(frozen=True)
class GroupView:
    """Scores on 0 to 100 by id; a theme or pillar that may not be shown is left out."""

    questionnaire: Questionnaire
    headline: Perspective | None
    themes: Mapping[str, float] = field(default_factory=dict)
    """The headline's."""
    pillars: Mapping[str, float] = field(default_factory=dict)
    leaders: Mapping[str, float] = field(default_factory=dict)
    """Theme scores of leaders and of staff, where each may be shown."""
    staff: Mapping[str, float] = field(default_factory=dict)
    gaps: Mapping[str, Gap] = field(default_factory=dict)
    split: tuple[str, ...] = ()
    """Theme ids where the headline's people describe different places, widest apart first."""
    contradictions: tuple[Contradiction, ...] = ()
    items: Mapping[Perspective, Mapping[str, ItemScore]] = field(default_factory=dict)
    """Of each view the questions that may be shown."""

    @property
    def beliefs(self) -> Mapping[str, float]:
        """What stands beside the facts: the leaders' view where it is shown, else the only one."""
        return self.leaders or self.themes

    @property
    def believer(self) -> Perspective | None:
        return Perspective.LEADER if self.leaders else self.headline

    def known_pillars(self) -> list[tuple[float, Pillar]]:
        """The pillars that may be shown, with their scores, in the questionnaire's order."""
        return [(self.pillars[each.id], each) for each in self.questionnaire.pillars if each.id in self.pillars]

    def say(self, of_staff: str, of_leaders: str) -> str:
        """One of two phrasings of the same finding: what staff describe, or what leaders do."""
        return of_leaders if self.headline is Perspective.LEADER else of_staff


# What a group's sentence rests on: each question with how many answered it which way, as far as that may be told.
#
# Counts stand beside the words of a question and are about these words: those of a reversed question are never
# turned.


def answers_to(seen: GroupView, themes: Iterable[str], views: Iterable[Perspective]) -> tuple[str, ...]:
    """A line for each question of these themes and each of these views that may be shown."""
    wanted = set(themes)
    items = [each for each in seen.questionnaire.items if each.theme in wanted]
    return tuple(_lines(seen, items, tuple(views)))


def answers_to_questions(seen: GroupView, item_ids: Iterable[str], views: Iterable[Perspective]) -> tuple[str, ...]:
    """A line for each of these questions and each of these views that may be shown."""
    items = [seen.questionnaire.item_by_id[each] for each in item_ids]
    return tuple(_lines(seen, items, tuple(views)))


def answers_under(seen: GroupView, pillars: Sequence[Pillar]) -> tuple[str, ...]:
    """The same for the headline's answers to every theme of these pillars."""
    themes = [theme.id for each in pillars for theme in seen.questionnaire.themes_of(each.id)]
    return answers_to(seen, themes, headline_of(seen))


def headline_of(seen: GroupView) -> tuple[Perspective, ...]:
    """The view that speaks first, where there is one."""
    return () if seen.headline is None else (seen.headline,)


def counted_answers(found: ItemScore, item: Item, perspective: Perspective, asked: Questionnaire) -> str:
    """ "nine of fourteen staff answered often or more"; their usual answer where the count may not be told."""
    number, who = in_words(found.n), people(perspective)
    if found.favourable is None or found.n < DETAILS_FROM:
        average = on_average(item, whole(found.mean), asked.scale)
        return _("{number} {people} answered {answer} on average").format(number=number, people=who, answer=average)
    count, answers = count_of(found.favourable.count, found.n), good_answers(item, asked.scale)
    return _("{count} {people} answered {answers}").format(count=count, people=who, answers=answers)


def _lines(seen: GroupView, items: Sequence[Item], views: tuple[Perspective, ...]) -> Iterator[str]:
    for item in items:
        for each in views:
            found = seen.items.get(each, {}).get(item.id)
            if found is not None:
                told = counted_answers(found, item, each, seen.questionnaire)
                question = seen.questionnaire.wording(item.id, each)
                yield _("{told}: {question}").format(told=capitalised(told), question=question)
