"""When a closed check may show more than it did: never by few enough sheets to work out what those few said.

A result shown twice, without and with somebody's sheet, shows that sheet: their difference is the person's answers
(measurement 2.15, rule 4). Later sheets therefore wait until there are enough of them to hide each other. The same
holds of two checks in a row that are answered by nearly the same sheets.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, combinations

import numpy as np
from numpy.typing import NDArray

from trustcheck.domain.privacy.answer_sets import Answers, high_from, ways
from trustcheck.domain.privacy.group_hiding import Value, items_inside
from trustcheck.domain.privacy.item_release import EXACT_FROM, nearest, told_sets
from trustcheck.domain.privacy.suppressed import Suppressed
from trustcheck.domain.questionnaire.answers import DONT_KNOW_CODE, SKIPPED_CODE, Response
from trustcheck.domain.questionnaire.model import Form, Questionnaire
from trustcheck.domain.statistics.classes import FEWEST_APART
from trustcheck.domain.statistics.exact import Parts
from trustcheck.domain.statistics.group_answers import GroupAnswers
from trustcheck.domain.statistics.groups import GroupScore, ItemScore, group_score
from trustcheck.domain.statistics.scoring import Codes, Scores, codes, scores
from trustcheck.domain.views.group_view import GroupTerms, ViewStatistics, view_statistics

# What two results of one check tell of the people who joined in between, and only of them.
#
# Their answers to a question add up to the difference of its two sums. A sum is told as the nearest answer to its
# mean below ten people, and of any number once some joined late; else in whole points, with how many answered
# favourably. The theme beside it, in whole points both times, narrows the sums of its questions further. What is left
# is judged as of a group of their own: for whoever knows one sheet of those who joined, whichever it says, and below
# ten of them for any two who know theirs.
#
# All sums that read alike follow each other without a gap, so that a range says which there are.


@dataclass(frozen=True, slots=True)
class Asked:
    """One question as both results show it, and what those who joined answered, as places on the scale from 0 up."""

    before: ItemScore | Suppressed
    after: ItemScore | Suppressed
    joined: Answers
    options: int

    @property
    def most(self) -> int:
        """The highest sum that those who joined can have given."""
        return len(self.joined) * (self.options - 1)


def tells_of_joined(
    before: GroupScore | Suppressed, after: GroupScore | Suppressed, questions: Sequence[Asked], *, complete: bool
) -> bool:
    """Whether one of a theme's questions leaves an insider of those who joined one set of answers of the others.

    ``before`` and ``after`` are the theme's score; where somebody left one of its questions out (not ``complete``) it
    is no sum of them.
    """
    left = [_sums_of_joined(each) for each in questions]
    if complete and not isinstance(before, Suppressed) and not isinstance(after, Suppressed):
        left = _beside(_between(before, after, sum(each.options - 1 for each in questions)), left)
    return any(_is_known(each, sums) for each, sums in zip(questions, left, strict=True) if each.joined)


def _sums_of_joined(asked: Asked) -> range:
    """The sums that those who joined may have given to one question."""
    if isinstance(asked.before, Suppressed) or isinstance(asked.after, Suppressed):
        return range(asked.most + 1)
    found = _less(_sums(asked.after, asked.options), _sums(asked.before, asked.options))
    return range(max(0, found.start), min(asked.most + 1, found.stop))


def _beside(theme: range, left: Sequence[range]) -> list[range]:
    """The same, as far as all questions together may add up to a sum of the theme."""
    lowest, highest = sum(each[0] for each in left), sum(each[-1] for each in left)
    return [
        range(
            max(each.start, theme.start - (highest - each[-1])),
            min(each.stop, theme.stop - (lowest - each[0])),
        )
        for each in left
    ]


def _between(before: GroupScore, after: GroupScore, full: int) -> range:
    """The sums over all questions that the theme's two scores leave; ``full`` is the highest of one person."""
    return _less(_reading_like(after.mean, after.n * full), _reading_like(before.mean, before.n * full))


def _less(sums: range, others: range) -> range:
    return range(sums[0] - others[-1], sums[-1] - others[0] + 1)


def _sums(told: ItemScore, options: int) -> range:
    """The sums of places that read the same as this."""
    if told.nearest is None:
        return _reading_like(told.mean, told.n * (options - 1))
    place = round(told.nearest * (options - 1) / 100)
    if told.n >= EXACT_FROM:
        first, behind = (-(-(2 * place + end) * told.n // 2) for end in (-1, 1))
        return range(max(first, 0), min(behind, told.n * (options - 1) + 1))
    found = {total for each in told_sets(told.n, options) if nearest(total := sum(each), told.n) == place}
    return range(min(found), max(found) + 1)


def _reading_like(mean: float, full: int) -> range:
    """The sums of which ``full`` are 100 points that read the same in whole points as this mean."""
    points = (200 * round(mean * full / 100) + full) // (2 * full)
    first, behind = (-(-(2 * points + end) * full // 200) for end in (-1, 1))
    return range(max(first, 0), min(behind, full + 1))


def _favourable(told: ItemScore) -> Sequence[int]:
    """How many of the people may have answered favourably, as far as it is told."""
    if told.nearest is not None:
        return range(told.n + 1)
    few = range(FEWEST_APART)
    return sorted({*few, *(told.n - each for each in few)}) if told.favourable is None else [told.favourable.count]


def _favourable_of_joined(asked: Asked) -> Sequence[int]:
    people = range(len(asked.joined) + 1)
    if isinstance(asked.before, Suppressed) or isinstance(asked.after, Suppressed):
        return people
    before, after = _favourable(asked.before), _favourable(asked.after)
    if len(before) > len(people) or len(after) > len(people):
        return people
    return sorted({end - each for each in before for end in after if end - each in people})


def _is_known(asked: Asked, sums: range) -> bool:
    """Whether anybody who knows one of the sheets that joined, or two below ten, is left with one set of the others.

    One sheet is judged whatever it says, so that whether there are two results adds nothing to what they tell.
    """
    own: list[Answers] = [(each,) for each in range(asked.options)]
    if len(asked.joined) < EXACT_FROM:
        own += sorted(set(combinations(sorted(asked.joined), 2)))
    high = _favourable_of_joined(asked)
    return any(_is_one(_sets_left(asked, sums, high, each)) for each in own if len(each) < len(asked.joined))


def _is_one(sets: Iterator[int]) -> bool:
    found = 0
    for each in sets:
        found += each
        if found > 1:
            return False
    return found == 1


def _sets_left(asked: Asked, sums: range, high: Sequence[int], own: Answers) -> Iterator[int]:
    """How many sets of the others' answers there are for each sum, from the middle on, where there are many."""
    first, others = high_from(asked.options), len(asked.joined) - len(own)
    own_high = sum(each >= first for each in own)
    middle = len(sums) // 2
    for total in chain(sums[middle:], reversed(sums[:middle])):
        if total >= sum(own):
            yield ways(total - sum(own), others, [each - own_high for each in high], asked.options)


# Whether late sheets may join a result that was shown, value by value (measurement 2.15, rules 1, 4 and 5).
#
# Those who join are judged as a group of their own. Enough late sheets are not enough where only few of them answered
# a question, or where all of them stand at one place: its two values, one before and one after, tell what they said.
# Of a theme, a pillar and the whole that is decided by their own scores. Of a single question it is decided by what
# its two values leave: five people often agree on one of forty questions, and where both values are told in coarse
# steps nobody reads that off them.


_VIEW = "all"


def may_join(
    shown: Sequence[Response],
    joining: Sequence[Response],
    questionnaire: Questionnaire,
    form: Form,
    threshold: int,
    *,
    again: bool = False,
) -> bool:
    """Whether the ``shown`` sheets and all of them together tell nothing of the ``joining`` ones.

    To every value that ``shown`` had people enough for, nobody of ``joining`` adds, or ``threshold`` do, and neither
    does one of them stand apart from all others there. Both are sheets of one perspective, whose result some joined
    before this ``again``. Raises ``ValueError`` for a point above the scale.
    """
    earlier, later = (codes(each, questionnaire) for each in (shown, joining))
    before, more = (_behind(each, questionnaire, form) for each in (earlier, later))
    if not np.all((before < threshold) | (more == 0) | (more >= threshold)):
        return False
    return not _Joining(earlier, later, questionnaire, form, threshold).are_told(again=again)


def _behind(given: Codes, questionnaire: Questionnaire, form: Form) -> NDArray[np.int64]:
    """How many people stand behind each value there may be: items, their *don't know*, themes, pillars, the whole."""
    found = scores(given, questionnaire, form)
    answered = given > SKIPPED_CODE
    scored = np.column_stack([found.themes.is_known, found.pillars.is_known, found.overall.is_known])
    behind = (answered, answered | (given == DONT_KNOW_CODE), scored)
    return np.concatenate([each.sum(axis=0) for each in behind])


@dataclass(frozen=True, slots=True, eq=False)
class _Joining:
    """Enough late sheets (n, items) beside those that were shown."""

    earlier: Codes
    later: Codes
    questionnaire: Questionnaire
    form: Form
    threshold: int

    def are_told(self, *, again: bool) -> bool:
        """Whether any value tells of them what their own group would hide."""
        before = self._view(self.earlier, joined_late=again)
        after = self._view(np.concatenate([self.earlier, self.later]), joined_late=True)
        return self._stand_alike(before, after) or any(self._are_told_in(each, before, after) for each in self._wholes)

    @property
    def _wholes(self) -> list[str]:
        """Whose score is a sum of its questions: themes, or in the short form pillars."""
        asked = self.questionnaire
        return [*(asked.pillar_by_id if self.form is Form.PULSE else asked.theme_by_id)]

    def _view(self, given: Codes, *, joined_late: bool) -> ViewStatistics:
        answers = GroupAnswers(given, (_VIEW,), np.zeros(len(given), dtype=np.int8), self.form)
        terms = GroupTerms(self.threshold, joined_late=frozenset([_VIEW] if joined_late else []))
        return view_statistics(answers, 0, 0, self.questionnaire, terms)[0]

    def _stand_alike(self, before: ViewStatistics, after: ViewStatistics) -> bool:
        """Whether a theme, a pillar or the whole that both results show would be hidden of those who join alone."""
        own = scores(self.later, self.questionnaire, self.form)
        return any(
            known.is_known.any() and isinstance(group_score(known.known(), self.threshold), Suppressed)
            for known, one, two in self._scored(own, before, after)
            if not isinstance(one, Suppressed) and not isinstance(two, Suppressed)
        )

    def _scored(
        self, own: Scores, before: ViewStatistics, after: ViewStatistics
    ) -> Iterator[tuple[Parts, Value, Value]]:
        for at, theme in enumerate(self.questionnaire.themes if before.themes else ()):
            yield own.themes.column(at), before.themes[theme.id], after.themes[theme.id]
        for at, pillar in enumerate(self.questionnaire.pillars):
            yield own.pillars.column(at), before.pillars[pillar.id], after.pillars[pillar.id]
        yield own.overall, before.overall, after.overall

    def _are_told_in(self, whole_id: str, before: ViewStatistics, after: ViewStatistics) -> bool:
        inside = items_inside(self.questionnaire, self.form)[whole_id]
        values = (before.pillars, after.pillars) if self.form is Form.PULSE else (before.themes, after.themes)
        places = [self.questionnaire.items.index(self.questionnaire.item_by_id[each]) for each in inside]
        answered = all(bool((each[:, places] > SKIPPED_CODE).all()) for each in (self.earlier, self.later))
        asked = [
            Asked(before.items[each], after.items[each], self._joined(at, each), self.questionnaire.high)
            for at, each in zip(places, inside, strict=True)
        ]
        return tells_of_joined(values[0][whole_id], values[1][whole_id], asked, complete=answered)

    def _joined(self, at: int, item_id: str) -> tuple[int, ...]:
        """What those who join answered to a question, as places on the scale from 0 up, turned where it is."""
        given = self.later[:, at][self.later[:, at] > SKIPPED_CODE]
        turned = self.questionnaire.item_by_id[item_id].reverse
        return tuple((self.questionnaire.high - given if turned else given - 1).tolist())


def may_release(threshold: int, released: int, waiting: int) -> bool:
    """Whether the ``waiting`` sheets of one perspective may join the ``released`` ones that were shown before.

    Yes where nothing of that perspective was shown, because it had fewer sheets than ``threshold``; otherwise only
    where at least ``threshold`` sheets join at once. Ask it for each perspective on its own: leaders and staff are
    never pooled, so that sheets of one say nothing of the other.
    """
    return released < threshold or waiting >= threshold


def may_show_both(threshold: int, everybody: int, without: int) -> bool:
    """Whether a value of ``everybody`` may stand beside the same value ``without`` some (the hurried sheets, say).

    Their difference is the answers of those left out: it is shown only where nobody was left out, or enough people to
    hide each other; and what remains must be enough as well.
    """
    left_out = everybody - without
    return without >= threshold and (left_out == 0 or left_out >= threshold)


def may_follow(threshold: int, before: Counter[str], after: Counter[str]) -> bool:
    """Whether a result of the sheets ``after`` may be shown once that of another check, ``before``, was.

    Both count equal sheets of one perspective; whose they are nobody knows. Where most of them are the same and fewer
    than ``threshold`` came or went, everything that changed is what those few say. Equal sheets among many others are
    chance, and tell nothing.
    """
    few = max((before - after).total(), (after - before).total())
    return few == 0 or few >= threshold or (before & after).total() <= few
