"""A questionnaire as the person who answers will see it: the very page, and nothing of it is kept."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from trustcheck.app.answering.walkthrough import Walkthrough
from trustcheck.domain.questionnaire.answers import Response
from trustcheck.domain.questionnaire.model import Form, Perspective, Questionnaire
from trustcheck.ui.answering.question_page import QuestionPage

if TYPE_CHECKING:
    from trustcheck.domain.questionnaire.answers import Answer
    from trustcheck.ui.kit.look import Look


class TryingOut:
    """One person's way through it, in memory."""

    def __init__(self, look: "Look", asked: Questionnaire, item_id: str, left: Callable[[], None]) -> None:
        self._here = Walkthrough(asked, Response(Perspective.STAFF, Form.FULL, {}), {})
        if item_id in asked.order:
            self._here = self._here.go_to(item_id)
        self.page = QuestionPage(look, takes_notes=False)
        self.page.answered.connect(self._answer)
        self.page.forward.connect(lambda: self._on(self._here.forward(), left))
        self.page.skipped.connect(lambda: self._on(self._here.forward(), left))
        self.page.back.connect(lambda: self._show(self._here.back()))
        self.page.left.connect(left)
        # There is nothing to hide from anybody, and nothing is kept.
        self.page.bar.hide_screen.hide()
        self.page.bar.saved.hide()
        self.page.keep_room_for(self._here.wordings)
        self._show(self._here)

    def _answer(self, item_id: str, answer: "Answer | None") -> None:
        self._show(self._here.answer(item_id, answer))

    def _on(self, there: Walkthrough, left: Callable[[], None]) -> None:
        if self._here.is_last:
            left()
        else:
            self._show(there)

    def _show(self, there: Walkthrough) -> None:
        self._here = there
        self.page.show_step(there.step())
