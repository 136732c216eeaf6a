"""What pages for a browser say of where somebody is, on a phone or from a file."""

from collections.abc import Sequence

from trustcheck.app.collecting.room_order import PageKind, PhoneQuestion
from trustcheck.words import gettext as _
from trustcheck.words import ngettext


def place_words(questions: Sequence[PhoneQuestion], number: int) -> str:
    """Which of its kind a page is: what is asked beside the questions makes them no more."""
    asked = questions[number - 1].asked
    words = {
        PageKind.QUESTION: _("Question {number} of {many}"),
        PageKind.GUESS: _("Theme {number} of {many}"),
        PageKind.CARD: _("Card {number} of {many}"),
    }[asked]
    return words.format(
        number=sum(each.asked is asked for each in questions[:number]),
        many=sum(each.asked is asked for each in questions),
    )


def still_words(still: int) -> str:
    """How many questions have no answer yet."""
    if not still:
        return _("Every question has an answer.")
    return ngettext(
        "{number} question is still open, and may stay open.",
        "{number} questions are still open, and may stay open.",
        still,
    ).format(number=still)
