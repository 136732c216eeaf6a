"""What a habit of saying yes does to scores: to one sheet, to a view, and to every form of a questionnaire."""

from fractions import Fraction

from trustcheck.domain.checks.group_round import people
from trustcheck.domain.findings.priorities import RELIABILITY, TARGET
from trustcheck.domain.questionnaire.model import Form, Perspective, Questionnaire
from trustcheck.domain.statistics.group_words import WIDE
from trustcheck.domain.statistics.points import apart, whole
from trustcheck.domain.statistics.quality import Quality
from trustcheck.domain.statistics.yes_saying import NAMED_FOR_MANY, NAMED_FOR_ONE, score_of_one_answer
from trustcheck.words import gettext as _
from trustcheck.words.numbers import decimal
from trustcheck.words.sentences import in_a_row, quoted

# What is not settled about the numbers, named where they are read; ``docs/MEASUREMENT.md`` says what would settle it.
#
# One source for the pages on how to read a report.


def open_questions(asked: Questionnaire, *, compares: bool, has_themes: bool) -> str:
    """Sentences, or nothing. ``compares`` where leaders stand beside staff; a short form has no themes."""
    unsettled, conventions = [], []
    if has_themes:
        unsettled.append(_("whether the themes can be told apart"))
    if compares:
        unsettled.append(_("whether leaders and staff read the questions alike"))
        conventions.append(_("{wide} points for a gap").format(wide=decimal(WIDE)))
    if has_themes:
        order = _("{target}, or the target that was set, and a reliability of {reliability} in ordering themes")
        conventions.append(order.format(target=decimal(TARGET), reliability=decimal(RELIABILITY, 2)))
    if not unsettled:
        return ""
    said = [_("Open: {questions}.").format(questions=in_a_row(unsettled))]
    said.append(_("A pilot in ten organisations would settle that."))
    said += [_("Conventions: {which}.").format(which=in_a_row(conventions))] if conventions else []
    if has_themes and asked.practices and not asked.own:
        said.append(_("Most facts are about social media."))
    return " ".join(said)


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
