"""How a questionnaire of one's own begins: from the shipped one, from one that is there, or from nothing."""

from collections.abc import Collection
from dataclasses import replace

from trustcheck.app.authoring.edits import as_draft, next_id, with_question, with_theme
from trustcheck.app.questionnaires.library import DRAFT
from trustcheck.domain.questionnaire.model import Pillar, Questionnaire
from trustcheck.words import gettext as _

FIRST = f"1.0.0{DRAFT}"
COPY = "own-questionnaire"
"""What the id of a new one begins with."""


def own_copy(shipped: Questionnaire, taken: Collection[str]) -> Questionnaire:
    """One's own that is so far the shipped one. ``taken`` are ids of questionnaires."""
    return replace(
        shipped,
        id=next_id(COPY, taken),
        version=FIRST,
        title=_("{title}, our version").format(title=shipped.title),
        based_on=shipped.based_on or shipped.id,
    )


def next_version(asked: Questionnaire) -> Questionnaire:
    """What follows on one's own; a draft goes on."""
    return as_draft(asked)


def from_nothing(shipped: Questionnaire, taken: Collection[str]) -> Questionnaire:
    """One pillar, one theme and one question, all empty; frame, scale and words for leaders are the shipped ones."""
    empty = Questionnaire(
        id=next_id(COPY, taken),
        version=FIRST,
        language=shipped.language,
        title="",
        frame=shipped.frame,
        scale=shipped.scale,
        tokens=shipped.tokens,
        pillars=(Pillar("P1", ""),),
        themes=(),
        items=(),
        order=(),
        definitions=shipped.definitions,
        before=shipped.before,
    )
    return with_theme(empty, "P1", "T1", "T1-1")


def with_two_own_questions(asked: Questionnaire, first: str, second: str) -> Questionnaire:
    """With two empty questions beside the themes."""
    return with_question(with_question(asked, "", first), "", second)
