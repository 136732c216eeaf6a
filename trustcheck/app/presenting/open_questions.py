"""What is not settled about the numbers, named where they are read; ``docs/MEASUREMENT.md`` says what would settle it.

One source for the pages on how to read a report.
"""

from trustcheck.domain.group_words import WIDE
from trustcheck.domain.in_sentences import in_a_row
from trustcheck.domain.priorities import RELIABILITY, TARGET
from trustcheck.domain.questionnaire import Questionnaire
from trustcheck.words import gettext as _

ABOUT_SOCIAL_MEDIA = "trust-and-openness"
"""The questionnaire most of whose facts are; its translations keep the id."""


def open_questions(asked: Questionnaire, *, compares: bool, has_themes: bool) -> str:
    """Sentences, or nothing. ``compares`` where leaders stand beside staff; a short form has no themes."""
    unsettled, conventions = [], []
    if has_themes:
        unsettled.append(_("whether the themes can be told apart"))
    if compares:
        unsettled.append(_("whether leaders and staff read the questions alike"))
        conventions.append(_("{wide} points for a gap").format(wide=f"{WIDE:g}"))
    if has_themes:
        order = _("{target} and a reliability of {reliability} in ordering themes")
        conventions.append(order.format(target=f"{TARGET:g}", reliability=f"{RELIABILITY:.2f}".lstrip("0")))
    if not unsettled:
        return ""
    said = [_("Open: {questions}.").format(questions=in_a_row(unsettled))]
    said += [_("Conventions: {which}.").format(which=in_a_row(conventions))] if conventions else []
    if has_themes and asked.practices and asked.id == ABOUT_SOCIAL_MEDIA:
        said.append(_("Most facts are about social media."))
    return " ".join(said)
