"""In which language leaders read their questions, where that may be another one than staff do."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustcheck.domain.checks.group_round import GroupSetup
from trustcheck.domain.questionnaire.model import Perspective, Questionnaire
from trustcheck.ui.kit.languages import native_name
from trustcheck.ui.kit.layout import empty
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.segmented import Segmented
from trustcheck.ui.kit.text import Text
from trustcheck.words import gettext as _


class LeadersLanguage(QWidget):
    """Empty where there is nothing to choose; shown by the page where leaders and staff are both asked."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._words: tuple[Questionnaire, ...] = ()
        self.choice: Segmented | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(6))

    def offer(self, setup: GroupSetup, asked: Questionnaire, translations: tuple[Questionnaire, ...]) -> None:
        """``asked`` is what staff reads; the language of last time is chosen again where it is there."""
        empty(self._column)
        self._words, self.choice = (asked, *translations), None
        if not translations:
            return
        title = _("In which language do leaders answer?")
        self.choice = Segmented(self._look, title, [native_name(each.language) for each in self._words])
        before = setup.asks(Perspective.LEADER, asked).language
        self.choice.show_choice(next((at for at, each in enumerate(self._words) if each.language == before), 0))
        self._column.addWidget(Text(self._look, title, "small_strong"))
        self._column.addWidget(self.choice)
        said = _("Numbers of two languages stand beside each other with a sentence that says so.")
        self._column.addWidget(Text(self._look, said, "caption", "ink3"))

    @property
    def translated(self) -> dict[Perspective, Questionnaire]:
        """As a set-up keeps it."""
        at = self.choice.choice or 0 if self.choice is not None else 0
        return {Perspective.LEADER: self._words[at]} if at else {}
