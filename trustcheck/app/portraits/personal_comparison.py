"""Sets two checks of one person beside each other, on the questions that both asked in the same words."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from trustcheck.app.portraits.personal_portrait import scored_round
from trustcheck.app.presenting.personal import answer_words
from trustcheck.app.results.comparison import AloudBeside, AnswersBeside, ComparedScore, PersonalComparison
from trustcheck.domain.checks.marks import UNMARKED, Aloud, Marks
from trustcheck.domain.checks.round import PersonalRound
from trustcheck.domain.questionnaire.model import Form, Questionnaire, languages_apart, shared_questions
from trustcheck.domain.statistics.change import THEME, PlanningValues, ScoreChange, of_pillars


def compare(then: PersonalRound, now: PersonalRound, words: Questionnaire | None = None) -> PersonalComparison:
    """``now`` speaks: its words, its names, its order, unless ``words`` has them in another language. Where one of the
    two is a short form, both are scored as one."""
    forms = (now.summary.form, then.summary.form)
    perspective = now.response.perspective
    same_view = then.response.perspective is perspective
    shared = shared_questions(now.questionnaire, then.questionnaire, perspective, forms=forms) if same_view else ()
    form = Form.PULSE if Form.PULSE in forms else Form.FULL
    beside = _Beside(then, now, shared, form, words or now.questionnaire)
    return PersonalComparison(
        then_on=then.summary.closed_on or then.summary.started_on,
        now_on=now.summary.closed_on or now.summary.started_on,
        shared=len(shared),
        asked=len(now.questionnaire.asked(now.summary.form)),
        pillars=tuple(beside.pillars()),
        themes=tuple(beside.themes()),
        answers=tuple(beside.answers()),
        promises=then.promises,
        aloud=_aloud(then.marks, now.marks, shared),
        lowest_then=beside.lowest_then(),
        languages=languages_apart(then.questionnaire, now.questionnaire),
    )


def _aloud(then: Marks, now: Marks, shared: tuple[str, ...]) -> AloudBeside:
    both = [each for each in shared if then.get(each, UNMARKED).aloud and now.get(each, UNMARKED).aloud]
    noes = [sum(marks[each].aloud is Aloud.NO for each in both) for marks in (then, now)]
    return AloudBeside(len(both), *noes)


class _Beside:
    def __init__(
        self, then: PersonalRound, now: PersonalRound, shared: tuple[str, ...], form: Form, asked: Questionnaire
    ) -> None:
        self._then, self._now, self._shared, self._form = then, now, shared, form
        self._asked = asked
        self._before, self._today = (scored_round(self._as_shared(each)) for each in (then, now))

    def pillars(self) -> Iterator[ComparedScore]:
        of_theme = {each.id: each.pillar for each in self._asked.themes}
        before, today, planned = self._before.pillars, self._today.pillars, of_pillars(self._form)
        for pillar in self._asked.pillars:
            number = sum(of_theme[self._theme_of(each)] == pillar.id for each in self._shared)
            change = _change(pillar.id, before, today, planned.of_questions(number))
            yield ComparedScore(pillar.id, pillar.address, number, change)

    def themes(self) -> Iterator[ComparedScore]:
        if self._form is Form.PULSE:
            return
        for theme in self._asked.themes:
            number = sum(self._theme_of(each) == theme.id for each in self._shared)
            change = _change(theme.id, self._before.themes, self._today.themes, THEME.of_questions(number))
            yield ComparedScore(theme.id, theme.name, number, change)

    def answers(self) -> Iterator[AnswersBeside]:
        places = [each.id for each in self._asked.themes]
        for item_id in sorted(self._shared, key=lambda each: places.index(self._theme_of(each))):
            before, today = (each.response.answer(item_id) for each in (self._then, self._now))
            if before != today:
                wording = self._asked.wording(item_id, self._now.response.perspective)
                said = (answer_words(each, self._asked) for each in (before, today))
                theme = self._asked.theme_by_id[self._theme_of(item_id)]
                yield AnswersBeside(item_id, theme, wording, *said)

    def lowest_then(self) -> str:
        known = [(score, theme) for theme, score in self._before.themes.items() if score is not None]
        return min(known)[1] if known and self._form is Form.FULL else ""

    def _theme_of(self, item_id: str) -> str:
        return self._asked.item_by_id[item_id].theme

    def _as_shared(self, of: PersonalRound) -> PersonalRound:
        """As if nothing but the shared questions had been asked, in the newer check's questionnaire."""
        answers = {each: answer for each in self._shared if (answer := of.response.answer(each)) is not None}
        response = replace(of.response, form=self._form, answers=answers)
        summary = replace(of.summary, form=self._form)
        return replace(of, summary=summary, questionnaire=self._asked, response=response)


def _change(
    of: str, before: Mapping[str, float | None], today: Mapping[str, float | None], planned: PlanningValues
) -> ScoreChange | None:
    then, now = before[of], today[of]
    return None if then is None or now is None else ScoreChange(then, now, planned.points_needed)
