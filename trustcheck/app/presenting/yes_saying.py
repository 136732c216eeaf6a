"""What a habit of saying yes does to scores: to one sheet, to a view, and to every form of a questionnaire."""

from fractions import Fraction

from trustcheck.domain.in_sentences import quoted
from trustcheck.domain.points import apart, whole
from trustcheck.domain.quality import Quality
from trustcheck.domain.questionnaire import Form, Perspective, Questionnaire
from trustcheck.domain.view_names import people
from trustcheck.domain.yes_saying import NAMED_FOR_MANY, NAMED_FOR_ONE, score_of_one_answer
from trustcheck.words import gettext as _


def of_one(found: Quality) -> str:
    """Whether one person's two kinds of questions contradict each other; empty where not, or too few answered."""
    points = found.plain_above_turned
    if points is None or abs(points) < NAMED_FOR_ONE:
        return ""
    if points > 0:
        said = _(
            "Questions asked the other way round put the score {points} points lower than the others do: both kinds "
            "got high answers. Look at single answers before you lean on a number."
        )
    else:
        said = _(
            "Questions asked the other way round put the score {points} points higher than the others do: both kinds "
            "got low answers. Look at single answers before you lean on a number."
        )
    return said.format(points=abs(apart(points)))


def of_many(perspective: Perspective, points: Fraction | None) -> str:
    """The same of a view, without a number; empty where there is nothing to say or too few answered."""
    if points is None or abs(points) < NAMED_FOR_MANY:
        return ""
    if points > 0:
        said = _(
            "Among {people}, questions asked the other way round put the scores a quarter of the scale lower than the "
            "others do, or more. Part of that may be a habit of saying yes: look at single questions before you lean "
            "on a mean."
        )
    else:
        said = _(
            "Among {people}, questions asked the other way round put the scores a quarter of the scale higher than the "
            "others do, or more. Part of that may be a habit of low answers: look at single questions before you lean "
            "on a mean."
        )
    return said.format(people=people(perspective))


def of_forms(questionnaire: Questionnaire) -> str:
    """What one and the same answer to everything scores in each form; empty where no question is turned."""
    often, always = map(quoted, questionnaire.scale[-2:])
    full = _scores(questionnaire, Form.FULL)
    if full is None or not _turned(questionnaire, Form.FULL):
        return ""
    short = _scores(questionnaire, Form.PULSE) if questionnaire.pulse else None
    if short is None:
        said = _("Saying {often} to every question makes {a} of 100, {always} {b}: {turned} are turned.")
        turned = _of(questionnaire, Form.FULL)
        return said.format(often=often, always=always, a=full[0], b=full[1], turned=turned)
    said = _(
        "Saying {often} to every question makes {a} of 100 in the full form and {c} in the short one, {always} {b} and "
        "{d}: {turned} and {of_short} are turned. The two are compared only on the {shared} they share."
    )
    return said.format(
        often=often, always=always, a=full[0], b=full[1], c=short[0], d=short[1],
        turned=_of(questionnaire, Form.FULL), of_short=_of(questionnaire, Form.PULSE), shared=len(questionnaire.pulse),
    )  # fmt: skip


def _scores(questionnaire: Questionnaire, form: Form) -> tuple[int, int] | None:
    """Of the last but one answer and of the last, in whole points."""
    last = (score_of_one_answer(questionnaire, form, questionnaire.high - away) for away in (1, 0))
    known = tuple(whole(float(each)) for each in last if each is not None)
    return (known[0], known[1]) if len(known) == 2 else None


def _of(questionnaire: Questionnaire, form: Form) -> str:
    asked = len(questionnaire.asked(form))
    return _("{turned} of {asked}").format(turned=_turned(questionnaire, form), asked=asked)


def _turned(questionnaire: Questionnaire, form: Form) -> int:
    return sum(questionnaire.item_by_id[each].reverse for each in questionnaire.asked(form))
