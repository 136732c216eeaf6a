"""The answers of one person that a sentence rests on: each question, and what was answered to it. Nothing is turned."""

from collections.abc import Iterable, Sequence

from trustcheck.domain.answers import Answer
from trustcheck.domain.in_sentences import lowered
from trustcheck.domain.view import View
from trustcheck.words import gettext as _


def answered(view: View, item_id: str) -> str:
    """ "You answered “often” to: ..."; also where no point of the scale was given."""
    question = view.questionnaire.wording(item_id, view.perspective)
    given = view.answers.get(item_id)
    if given is None:
        return _("You skipped: {question}").format(question=question)
    if given.point is None:
        said = _("I don\u2019t know") if given == Answer.DONT_KNOW else _("doesn\u2019t apply here")
    else:
        said = lowered(view.questionnaire.scale[given.point - view.questionnaire.low])
    return _("You answered \u201c{answer}\u201d to: {question}").format(answer=said, question=question)


def answers_to(view: View, themes: Iterable[str]) -> tuple[str, ...]:
    """A line for every asked question of these themes, in the questionnaire's order."""
    wanted, asked = set(themes), set(view.questionnaire.asked(view.form))
    return tuple(
        answered(view, item.id) for item in view.questionnaire.items if item.theme in wanted and item.id in asked
    )


def answers_under(view: View, pillars: Sequence[str]) -> tuple[str, ...]:
    """The same for every theme of these pillars."""
    return answers_to(view, [theme.id for each in pillars for theme in view.questionnaire.themes_of(each)])
