"""How large a question can stand so that every answer to it is in sight."""

from trustcheck.ui.widgets.answer_cards import AnswerCards
from trustcheck.ui.widgets.steady_text import SteadyText

_SIZES = (("question", False), ("question", True), ("title", True), ("card_title", True), ("section", True))
"""Before an answer leaves the page, rows get lower, then the question smaller."""


def fit(question: SteadyText, answers: AnswerCards, room: int, height: int, *, beside: bool, low: bool) -> int:
    """Give both the largest size at which they stand within ``height``, or the smallest; what is left of it.

    ``room`` is the width of the answers; ``low`` where height is scarce whatever the question.
    """
    left = 0
    for role, rows_low in _SIZES:
        answers.stand(beside=beside, low=low or rows_low)
        question.use_role(role)
        left = height - question.heightForWidth(min(room, question.maximumWidth())) - answers.height_to_see(room)
        if left >= 0:
            break
    return left
