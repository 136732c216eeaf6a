"""A questionnaire as the person who answers will see it: the very page, and nothing of it is kept."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from trustcheck.app.answering.walkthrough import Walkthrough
from trustcheck.domain.questionnaire.answers import Response
from trustcheck.domain.questionnaire.fitting import LABELS
from trustcheck.domain.questionnaire.model import Form, Perspective, Questionnaire
from trustcheck.ui.answering.question_page import QuestionPage
from trustcheck.ui.kit.buttons import Button
from trustcheck.words import gettext as _

if TYPE_CHECKING:
    from trustcheck.domain.questionnaire.answers import Answer
    from trustcheck.ui.kit.look import Look


def why_not_tried(asked: Questionnaire) -> str:
    """What is missing before anybody could see it as people will; empty where nothing is."""
    if not _with_what_is_there(asked).order:
        return _("There is no question in it that people could see.")
    if len(asked.scale) not in LABELS:
        return _("There are no answers in it that people could choose from.")
    return ""


class TryingOut:
    """One person's way through it, in memory: as staff read it, and as leaders do."""

    def __init__(self, look: "Look", asked: Questionnaire, item_id: str, left: Callable[[], None]) -> None:
        asked = _with_what_is_there(asked)
        self._here = Walkthrough(asked, Response(Perspective.STAFF, Form.FULL, {}), {})
        if item_id in asked.order:
            self._here = self._here.go_to(item_id)
        self.page = QuestionPage(look, takes_notes=False)
        self.page.answered.connect(self._answer)
        self.page.forward.connect(lambda: self._on(self._here.forward(), left))
        self.page.skipped.connect(lambda: self._on(self._here.forward(), left))
        self.page.back.connect(lambda: self._show(self._here.back()))
        self.page.jumped.connect(lambda number: self._show(self._here.go_to(self._here.asked[number - 1])))
        self.page.left.connect(left)
        # There is nothing to hide from anybody, and nothing is kept.
        self.page.bar.hide_screen.hide()
        self.page.bar.saved.hide()
        self.side = Button(look, _("As leaders read it"), "quiet", icon="eye", height=40)
        self.side.clicked.connect(self._turn)
        if asked.speaks_to_both:
            self.page.bar.add(self.side)
        self.page.keep_room_for((*self._here.wordings, *_seen_by(self._here, Perspective.LEADER).wordings))
        self._show(self._here)

    def _turn(self) -> None:
        """The same question in the words of the other side."""
        by_leaders = self._here.response.perspective is Perspective.STAFF
        self._show(_seen_by(self._here, Perspective.LEADER if by_leaders else Perspective.STAFF))
        self.side.say(_("As staff read it") if by_leaders else _("As leaders read it"))
        self.side.setFocus()

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


def _seen_by(here: Walkthrough, perspective: Perspective) -> Walkthrough:
    return replace(here, response=replace(here.response, perspective=perspective))


def _with_what_is_there(asked: Questionnaire) -> Questionnaire:
    """Asked in the order that is written, without what the order names and nobody wrote."""
    return replace(asked, order=tuple(each for each in asked.order if each in asked.item_by_id))
