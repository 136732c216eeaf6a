"""How a mean is worked out: a person's answers, the person's score, and the mean of the people of one view."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from trustcheck.app.presenting.group_items import on_average, points_words
from trustcheck.app.presenting.group_words import counted, invited_of
from trustcheck.app.results.group import GroupResult, Shown
from trustcheck.domain.checks.group_round import people
from trustcheck.domain.questionnaire.model import Form, Item, Perspective, Questionnaire
from trustcheck.words import gettext as _
from trustcheck.words import ngettext
from trustcheck.words.numbers import capitalised, decimal, in_words
from trustcheck.words.sentences import in_a_row, in_quotes, lowered


@dataclass(frozen=True, slots=True)
class About:
    """One shown value: of what (the id of a theme, a pillar, a question, or of the whole), and whose."""

    result: GroupResult
    of: str
    perspective: Perspective
    value: Shown

    @property
    def counted(self) -> str:
        return counted(self.value.n, self.perspective)

    @property
    def invited(self) -> int:
        return invited_of(self.result, self.perspective)

    @property
    def without_score(self) -> int:
        """How many of those invited have no score here, for whatever reason."""
        return max(0, self.invited - self.value.n)


def theme_lines(about: About) -> tuple[str, ...]:
    asked = about.result.questionnaire
    items = asked.items_of(about.of)
    return (
        *_questions(items, asked, about.perspective),
        _steps(asked),
        half_rule(len(items)),
        _mean_of_people(about),
        _not_counted(),
    )


def pillar_lines(about: About) -> tuple[str, ...]:
    asked = about.result.questionnaire
    if about.result.summary.form is Form.PULSE:
        return (*_pulse(asked, about.of, about.perspective), _mean_of_people(about), _not_counted())
    themes = asked.themes_of(about.of)
    names = ", ".join(each.name for each in themes)
    return (
        _(
            "A person\u2019s score for a pillar is the mean of their scores for its themes, all with the same "
            "weight: {names}."
        ).format(names=names),
        _("It needs at least {least} of the {number} themes.").format(
            least=in_words(ceil(len(themes) / 2)), number=in_words(len(themes))
        ),
        _mean_of_people(about),
    )


def overall_lines(about: About) -> tuple[str, ...]:
    names = in_a_row([each.address for each in about.result.questionnaire.pillars])
    return (
        _("The mean of the pillars, {names}, for everybody who has a score in each of them.").format(names=names),
        _mean_of_people(about),
        _("It says the least of all numbers here: two very different pillars can have the same mean."),
    )


def item_lines(about: About) -> tuple[str, ...]:
    asked = about.result.questionnaire
    item = asked.item_by_id[about.of]
    said = _("{people} answered it with a point of the scale; the mean of their answers is {mean} of 100.")
    if item.reverse:
        said = _(
            "{people} answered it with a point of the scale, {answer} on average. The question is asked the other way "
            "round, so its answers are turned before they count: their mean is {mean} of 100."
        )
    told = said.format(
        people=capitalised(about.counted),
        answer=on_average(item, about.value.mean, asked.scale),
        mean=points_words(about.value),
    )
    return (_steps(asked), told, *((_nearest(),) if about.value.about else ()), _not_counted())


def _nearest() -> str:
    return _(
        "Below ten people, or where some joined late, only the answer nearest to the mean is told. From the mean "
        "itself everybody could take their own answer away, and see what is left for the others."
    )


def answered_lines(result: GroupResult, perspective: Perspective) -> tuple[str, ...]:
    took = next(each for each in result.took if each.perspective is perspective)
    return (
        _("{invited} {people} were invited, and {n} finished a sheet.").format(
            invited=took.invited, people=people(perspective), n=took.n
        ),
        _("A number below may rest on fewer: on those who answered enough of its questions. It says on how many."),
    )


def half_rule(questions: int) -> str:
    """When one person has a score in a theme of so many questions."""
    if questions == 1:
        return _("A person has a score here who answered the question.")
    return _(
        "A person has a score here who answered at least two of the {number} questions, and at least half of those "
        "that apply to them; it is the mean of the answers they gave."
    ).format(number=in_words(questions))


def _questions(items: Sequence[Item], asked: Questionnaire, perspective: Perspective) -> tuple[str, ...]:
    """The questions as they were read, and which of them are turned."""
    straight = [in_quotes(asked.wording(each.id, perspective)) for each in items if not each.reverse]
    turned = [in_quotes(asked.wording(each.id, perspective)) for each in items if each.reverse]
    lines = []
    if straight:
        lines.append(_("Counted as answered: {questions}").format(questions=" ".join(straight)))
    if turned:
        said = ngettext(
            "Asked the other way round, and turned before it counts: {questions}",
            "Asked the other way round, and turned before they count: {questions}",
            len(turned),
        )
        lines.append(said.format(questions=" ".join(turned)))
    return tuple(lines)


def _pulse(asked: Questionnaire, pillar_id: str, perspective: Perspective) -> tuple[str, ...]:
    themes = {each.id for each in asked.themes_of(pillar_id)}
    items = [asked.item_by_id[each] for each in asked.pulse if asked.item_by_id[each].theme in themes]
    rule = _(
        "In the short form a person\u2019s score is the mean of these answers, at least {least} of {number}."
    ).format(least=in_words(ceil(len(items) * 2 / 3)), number=in_words(len(items)))
    return (*_questions(items, asked, perspective), _steps(asked), rule)


def _steps(asked: Questionnaire) -> str:
    step = 100 / (asked.high - 1)
    return _("Each answer counts from 0 (\u201c{least}\u201d) to 100 (\u201c{most}\u201d), in steps of {step}.").format(
        least=lowered(asked.scale[0]),
        most=lowered(asked.scale[-1]),
        step=decimal(step) if step == int(step) else decimal(step, 1),
    )


def _mean_of_people(about: About) -> str:
    return _("{people} have a score. Everybody weighs the same: the mean of their scores is {mean} of 100.").format(
        people=capitalised(about.counted), mean=about.value.mean
    )


def _not_counted() -> str:
    return _(
        "\u201cI don\u2019t know\u201d, \u201cdoesn\u2019t apply here\u201d and skipped questions are left out; "
        "none of them counts as an answer in the middle."
    )
