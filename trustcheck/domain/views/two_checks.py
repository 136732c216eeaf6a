"""One perspective in two checks: what changed on the questions that both asked in the same words (measurement 2.11).

Two results side by side show less than each alone. What is compared is judged as if nothing but the shared questions
had been asked, by three rules:

- what either result does not show is not compared;
- what most people answered alike both times is judged by who came and who went
  (:mod:`trustcheck.domain.views.next_check`);
- a value on fewer questions than in its result tells, beside that result, what was said to the others. So it is
  compared only where all questions of its theme (of a short form, of its pillar) are told exactly, as they may be from
  ten people on. Else the whole theme is left out, and its pillar stands on themes that are told anyway.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from trustcheck.domain.privacy.group_hiding import HideableScore, items_inside
from trustcheck.domain.privacy.releases import may_follow
from trustcheck.domain.privacy.suppressed import NOT_SHARED, REPEATED, Suppressed
from trustcheck.domain.questionnaire.answers import Response
from trustcheck.domain.questionnaire.model import Form, Perspective, Questionnaire, shared_questions
from trustcheck.domain.questionnaire.parts import only_questions
from trustcheck.domain.statistics.exact import Sample
from trustcheck.domain.statistics.groups import ItemScore
from trustcheck.domain.statistics.scoring import Codes, Scores, codes, scores
from trustcheck.domain.statistics.wave_change import WaveChange, changes
from trustcheck.domain.views.group_view import GroupTerms, ViewStatistics
from trustcheck.domain.views.late_sheets import view_of
from trustcheck.domain.views.next_check import told_beside

ChangeValue: TypeAlias = WaveChange | Suppressed

_VIEW = "all"
_FEWEST_OF_A_THEME = 2
"""Questions that carry a theme's score; of a theme with one question that one."""


@dataclass(frozen=True, slots=True, eq=False)
class ShownView:
    """One perspective of one check: its sheets, and what its own result tells of them."""

    responses: Sequence[Response]
    questionnaire: Questionnaire
    form: Form
    told: ViewStatistics
    threshold: int

    def inside(self, whole_id: str) -> list[str]:
        """The questions it asked of a theme or a pillar."""
        return items_inside(self.questionnaire, self.form).get(whole_id, [])

    def value(self, whole_id: str) -> HideableScore:
        return {**self.told.pillars, **self.told.themes}.get(whole_id, Suppressed(NOT_SHARED))


@dataclass(frozen=True)
class ViewChange:
    """Every pillar and theme of the newer check has an entry; of a short form there are no themes."""

    then_n: int
    now_n: int
    """Sheets."""
    shared: tuple[str, ...]
    """Ids of the questions that both asked in the same words."""
    comparable: Mapping[str, int]
    """By pillar and theme id on how many of them its comparison rests."""
    pillars: Mapping[str, ChangeValue]
    themes: Mapping[str, ChangeValue]

    @property
    def lowest_then(self) -> str:
        """The id of the theme that was lowest then, of those compared: it tends to rise untouched. Empty without."""
        known = {each: value.then for each, value in self.themes.items() if isinstance(value, WaveChange)}
        return min(known, key=known.__getitem__, default="")


def view_change(then: ShownView, now: ShownView, perspective: Perspective) -> ViewChange:
    """What changed of ``perspective``; the newer check's questionnaire names and groups everything."""
    return _Compared(then, now, perspective).found()


@dataclass(frozen=True, eq=False)
class _Compared:
    then: ShownView
    now: ShownView
    perspective: Perspective

    def found(self) -> ViewChange:
        inside, asked = items_inside(self.asked, self.form), self.now.questionnaire
        themes = () if self.form is Form.PULSE else asked.theme_by_id
        return ViewChange(
            then_n=len(self.then.responses),
            now_n=len(self.now.responses),
            shared=self.shared,
            comparable={each: len(inside.get(each, ())) for each in (*asked.pillar_by_id, *themes)},
            pillars=self._changes(asked.pillar_by_id),
            themes=self._changes(themes),
        )

    @property
    def form(self) -> Form:
        return Form.PULSE if Form.PULSE in (self.now.form, self.then.form) else Form.FULL

    @cached_property
    def shared(self) -> tuple[str, ...]:
        """Also grouped alike: a theme that went to another pillar is no part of the same one."""
        now, then = self.now.questionnaire, self.then.questionnaire
        both = shared_questions(now, then, self.perspective, forms=(self.now.form, self.then.form))
        return tuple(each for each in both if _pillar_of(now, each) == _pillar_of(then, each))

    @cached_property
    def asked(self) -> Questionnaire:
        """The newer questionnaire with nothing in it but what is compared."""
        return only_questions(self.now.questionnaire, set(self._kept()))

    def _kept(self) -> Iterator[str]:
        """The shared questions of each theme, or of each pillar of a short form, that may stand beside both results."""
        asked = self.now.questionnaire
        for whole_id in asked.pillar_by_id if self.form is Form.PULSE else asked.theme_by_id:
            both = [each for each in self.now.inside(whole_id) if each in self.shared]
            few = self.form is Form.FULL and len(both) < min(_FEWEST_OF_A_THEME, len(self.now.inside(whole_id)))
            sides = (self.now, self.then)
            if not few and all(self._is_all(each, whole_id) or _is_told_exactly(each, whole_id) for each in sides):
                yield from both

    def _is_all(self, side: ShownView, whole_id: str) -> bool:
        return set(side.inside(whole_id)) <= set(self.shared)

    def _hidden(self, whole_id: str) -> Suppressed | None:
        """Why a value is not compared for what its two results show; ``None`` where they allow it."""
        if whole_id not in {**self.asked.pillar_by_id, **self.asked.theme_by_id}:
            return Suppressed(NOT_SHARED)
        sides = (self.now, self.then)
        hidden = [value for each in sides if isinstance(value := each.value(whole_id), Suppressed)]
        if hidden:
            return hidden[0]
        inside = self.now.questionnaire.themes_of(whole_id) if self.form is Form.FULL else ()
        beside = [value for each in sides for one in inside if isinstance(value := each.value(one.id), Suppressed)]
        # On fewer questions than in its result a pillar would tell the one theme that is not shown there.
        return beside[0] if beside and not all(self._is_all(each, whole_id) for each in sides) else None

    @cached_property
    def _rows(self) -> tuple[Codes, Codes]:
        return codes(self.then.responses, self.asked), codes(self.now.responses, self.asked)

    @cached_property
    def _told_of_few(self) -> frozenset[str]:
        """What the two together would tell of those who came, or of those who went."""
        wholes = frozenset({**self.asked.pillar_by_id, **self.asked.theme_by_id})
        threshold = max(self.then.threshold, self.now.threshold)
        before, after = (Counter(map(bytes, each)) for each in self._rows)
        if not may_follow(threshold, before, after):
            return wholes
        every = frozenset(self.asked.item_by_id)
        return wholes & told_beside(self.then.responses, self.now.responses, every, self.asked, self.form, threshold)

    @cached_property
    def _seen(self) -> tuple[ViewStatistics, ViewStatistics]:
        """Both sides, without what is hidden on either and what that could be worked out from."""
        wholes = {**self.asked.pillar_by_id, **self.asked.theme_by_id}
        hidden = self._told_of_few | {each for each in wholes if self._hidden(each)}
        then, now = (
            view_of(rows, self.asked, self.form, GroupTerms(side.threshold, told_beside={_VIEW: hidden}))
            for rows, side in zip(self._rows, (self.then, self.now), strict=True)
        )
        return then, now

    def _changes(self, wholes: Mapping[str, object] | tuple[()]) -> dict[str, ChangeValue]:
        hidden = {each: why for each in wholes if (why := self._why(each))}
        known = changes((each, *self._samples(each)) for each in wholes if each not in hidden)
        return {each: hidden[each] if each in hidden else known[each] for each in wholes}

    def _why(self, whole_id: str) -> Suppressed | None:
        if why := self._hidden(whole_id):
            return why
        if whole_id in self._told_of_few:
            return Suppressed(REPEATED)
        sides = ({**each.pillars, **each.themes}[whole_id] for each in self._seen)
        return next((each for each in sides if isinstance(each, Suppressed)), None)

    def _samples(self, whole_id: str) -> tuple[Sample, Sample]:
        pillars = list(self.asked.pillar_by_id)
        then, now = (
            each.pillars.column(pillars.index(whole_id))
            if whole_id in pillars
            else each.themes.column(list(self.asked.theme_by_id).index(whole_id))
            for each in self._scores
        )
        return then.known(), now.known()

    @cached_property
    def _scores(self) -> tuple[Scores, Scores]:
        then, now = (scores(each, self.asked, self.form) for each in self._rows)
        return then, now


def _is_told_exactly(side: ShownView, whole_id: str) -> bool:
    values = [side.told.items.get(each) for each in side.inside(whole_id)]
    return all(isinstance(each, ItemScore) and each.nearest is None for each in values)


def _pillar_of(asked: Questionnaire, item_id: str) -> str:
    return asked.theme_by_id[asked.item_by_id[item_id].theme].pillar
