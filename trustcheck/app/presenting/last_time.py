"""What somebody said last time and has not confirmed in this check, counted: nobody answers by leaving it there."""

from collections.abc import Iterator

from trustcheck.app.results.personal import PersonalResult
from trustcheck.words import ngettext
from trustcheck.words.numbers import capitalised, in_words


def still_proposed(result: PersonalResult) -> str:
    """How many answers and facts of last time are open; empty where none is."""
    return " ".join(_sentences(result))


def _sentences(result: PersonalResult) -> Iterator[str]:
    of = result.round
    answers = [each for each in result.questionnaire.asked(result.form) if each in of.proposed.answers]
    open_answers = sum(of.response.answer(each) is None for each in answers)
    if open_answers:
        said = ngettext(
            "{number} answer of last time was proposed and not confirmed: it is in no number, and its question counts"
            " as skipped.",
            "{number} answers of last time were proposed and not confirmed: they are in no number, and their questions"
            " count as skipped.",
            open_answers,
        )
        yield said.format(number=capitalised(in_words(open_answers)))
    open_facts = sum(each.proposed is not None for each in result.facts)
    if open_facts:
        said = ngettext(
            "{number} fact of last time was proposed and not confirmed: it counts as not answered.",
            "{number} facts of last time were proposed and not confirmed: they count as not answered.",
            open_facts,
        )
        yield said.format(number=capitalised(in_words(open_facts)))
