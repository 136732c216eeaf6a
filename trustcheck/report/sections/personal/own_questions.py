"""The questions beside the themes, each with its answer; they have no score."""

from collections.abc import Iterator

from trustcheck.app.presenting.group_items import about_own_questions, own_questions_title
from trustcheck.app.results.personal import PersonalResult
from trustcheck.report.document.parts import Part, Section, Table, Words
from trustcheck.report.sections.personal.answers import question_row
from trustcheck.words import gettext as _

_SHARES = (0.62, 0.38)


def own_questions(result: PersonalResult, width: float) -> Section | None:
    """Left out where none was asked."""
    if not result.own_questions:
        return None
    name = own_questions_title()
    return Section("own-questions", name, name, tuple(_parts(result, width)), name, share=0.3)


def _parts(result: PersonalResult, width: float) -> Iterator[Part]:
    yield Words(about_own_questions(), "quiet", gap=3)
    rows = tuple(question_row(result, each, _SHARES[1] * width) for each in result.own_questions)
    yield Table((_("Question"), _("Answer")), rows, _SHARES, tight=True, gap=6)
