"""How much a questionnaire asks of somebody."""

from trustcheck.words import ngettext
from trustcheck.words.numbers import in_words, minutes


def how_long(questions: int) -> str:
    """ "about four minutes"."""
    needed = minutes(questions)
    return ngettext("about {number} minute", "about {number} minutes", needed).format(number=in_words(needed))


def how_much(questions: int) -> str:
    """ "12 questions, about four minutes"."""
    said = ngettext("{number} question, {time}", "{number} questions, {time}", questions)
    return said.format(number=questions, time=how_long(questions))
