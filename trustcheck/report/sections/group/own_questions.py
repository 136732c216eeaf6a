"""The questions beside the themes: what each view answered, in words, for they have no score."""

from trustcheck.app.presenting.group_items import about_own_questions, own_question_words, own_questions_title
from trustcheck.app.presenting.group_seen import views_of
from trustcheck.report.document.parts import Bullets, Heading, Part, Section, Words
from trustcheck.report.sections.group.section_input import SectionInput


def own_questions(wanted: SectionInput) -> Section | None:
    """Left out where the check asked none."""
    result, name = wanted.result, own_questions_title()
    if not result.own_questions:
        return None
    parts: list[Part] = [Words(about_own_questions(), "quiet", gap=3)]
    for each in result.own_questions:
        answers = (own_question_words(each, view, result.questionnaire.scale) for view in views_of(result))
        parts += [Heading(each.wording, 4), Bullets(tuple(answers), "quiet")]
    return Section("own-questions", name, name, tuple(parts), name, share=0.3)
