"""What was said of a fact last time, on a button that says it again."""

from trustcheck.app.presenting.personal import fact_words
from trustcheck.domain.questionnaire.answers import PracticeAnswer
from trustcheck.ui.kit.buttons import Button
from trustcheck.ui.kit.look import Look
from trustcheck.words import gettext as _


class KeepButton(Button):
    """There only while something is proposed. ``about`` is the fact."""

    def __init__(self, look: Look, about: str) -> None:
        super().__init__(look, "", "outline", icon="check", height=36)
        self.proposed: PracticeAnswer | None = None
        self.setAccessibleDescription(about)
        self.hide()

    def propose(self, proposed: PracticeAnswer | None) -> None:
        self.proposed = proposed
        self.setVisible(proposed is not None)
        if proposed is not None:
            words = _said(proposed)
            # Words of a person: no letter of theirs is a key.
            self.say(words.replace("&", "&&"))
            self.setAccessibleName(words)


def _said(proposed: PracticeAnswer) -> str:
    answer = fact_words(proposed.fact)
    if proposed.evidence:
        return _("Last time: {answer} ({evidence}). Keep it").format(answer=answer, evidence=proposed.evidence)
    return _("Last time: {answer}. Keep it").format(answer=answer)
