"""Where a short form leads: to the other questions of the same check, or to a check of its own."""

from dataclasses import dataclass
from datetime import date

from trustcheck.app.results.personal import ItemResult, PersonalResult
from trustcheck.domain.checks.round import next_check_from
from trustcheck.domain.questionnaire.model import Form, Questionnaire
from trustcheck.words import gettext as _
from trustcheck.words import ngettext
from trustcheck.words.days import day
from trustcheck.words.numbers import in_words, minutes


@dataclass(frozen=True, slots=True)
class FurtherQuestions:
    """What to offer. With ``anew`` the answers are from other months, and a check of its own says more."""

    heading: str
    words: str
    button: str
    anew: bool = False


def further_questions(result: PersonalResult, today: date) -> FurtherQuestions | None:
    """The questions that one person's short form left out; ``None`` where it left none."""
    more = others(result.questionnaire)
    if result.form is not Form.PULSE or not more:
        return None
    heading = _("All the questions together")
    on = result.round.summary.closed_on or result.round.summary.started_on
    if today >= next_check_from(on):
        words = _(
            "These answers are from {day}, and the questions look back over three months. A new check with all "
            "{all} questions shows every theme, and what to try."
        ).format(day=day(on), all=len(result.questionnaire.items))
        return FurtherQuestions(heading, words, _("Begin a new check"), anew=True)
    words = ngettext(
        "One more question, and every theme has a number, with what to try. What you have "
        "answered stays. With your first new answer this check becomes one of all questions; its result comes "
        "when you finish, and you can stop in between.",
        "{number} more questions, about {minutes} minutes, and every theme has a number, with what to try. What you "
        "have answered stays. With your first new answer this check becomes one of all questions; its result comes "
        "when you finish, and you can stop in between.",
        more,
    ).format(number=more, minutes=in_words(minutes(more)))
    button = ngettext("Answer the other question", "Answer the other {number} questions", more).format(number=more)
    return FurtherQuestions(heading, words, button)


def for_several(asked: Questionnaire) -> str:
    """Why the short form of several people cannot go on, and what does."""
    return _(
        "The short form of several people stays as it is: no sheet carries a name, so nobody\u2019s can be gone on "
        "with. A new check with all {all} questions asks everybody afresh, and shows every theme with what to try."
    ).format(all=len(asked.items))


def others(asked: Questionnaire) -> int:
    """How many questions the short form leaves out."""
    return len(asked.asked(Form.FULL)) - len(asked.asked(Form.PULSE))


# The two answers of a short form that lie furthest apart: where a talk can begin when no theme has a number.


@dataclass(frozen=True, slots=True)
class PulseEnds:
    highest: ItemResult
    lowest: ItemResult


def pulse_ends(result: PersonalResult) -> PulseEnds | None:
    """The first of the highest and of the lowest answers after reverse questions are turned; ``None`` where all lie
    level or nothing was answered on the scale."""
    counted = [(item.level, item) for theme in result.themes for item in theme.items if item.level is not None]
    if not counted:
        return None
    (high, highest), (low, lowest) = max(counted, key=lambda each: each[0]), min(counted, key=lambda each: each[0])
    return PulseEnds(highest, lowest) if high > low else None
