"""What a group's sentence rests on: each question with how many answered it which way, as far as that may be told.

Counts stand beside the words of a question and are about these words: those of a reversed question are never turned.
"""

from collections.abc import Iterable, Iterator, Sequence

from trustcheck.app.presenting.group_items import good_answers, on_average
from trustcheck.app.results.group import DETAILS_FROM
from trustcheck.app.results.group_story_facts import GroupView
from trustcheck.domain.checks.group_round import people
from trustcheck.domain.questionnaire.model import Item, Perspective, Pillar, Questionnaire
from trustcheck.domain.statistics.groups import ItemScore
from trustcheck.domain.statistics.points import whole
from trustcheck.words import gettext as _
from trustcheck.words.numbers import capitalised, count_of, in_words


def answers_to(seen: GroupView, themes: Iterable[str], views: Iterable[Perspective]) -> tuple[str, ...]:
    """A line for each question of these themes and each of these views that may be shown."""
    return tuple(_lines(seen, list(themes), tuple(views)))


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


def _lines(seen: GroupView, themes: list[str], views: tuple[Perspective, ...]) -> Iterator[str]:
    for item in seen.questionnaire.items:
        for each in views if item.theme in themes else ():
            found = seen.items.get(each, {}).get(item.id)
            if found is not None:
                told = counted_answers(found, item, each, seen.questionnaire)
                question = seen.questionnaire.wording(item.id, each)
                yield _("{told}: {question}").format(told=capitalised(told), question=question)
