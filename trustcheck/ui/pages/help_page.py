"""What people want to look up: keys, how scores are worked out, how several people answer, privacy, the data file."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustcheck.ui.help.data_file import data_file
from trustcheck.ui.help.keyboard import keyboard
from trustcheck.ui.help.privacy import privacy
from trustcheck.ui.help.scores import scores
from trustcheck.ui.help.together import together
from trustcheck.ui.look import Look
from trustcheck.ui.widgets.page import Page
from trustcheck.ui.widgets.prose import Prose
from trustcheck.ui.widgets.segmented import Segmented
from trustcheck.ui.widgets.text import Text
from trustcheck.words import gettext as _


class HelpPage(Page):
    """One topic at a time; the switch at the top leads to the others."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, measure=800)
        self.name = _("Help")
        self._topics = (keyboard(), scores(), together(), privacy(), data_file())
        self.title(_("Help"))
        self.switch = Segmented(look, _("Topic"), [topic.words for topic in self._topics])
        self.switch.chosen.connect(self._show)
        self.column.addWidget(self.switch)
        self._shown = QVBoxLayout()
        self.column.addLayout(self._shown)
        self.column.addStretch(1)
        self.show_topic(self._topics[0].id)

    def first_focus(self) -> QWidget:
        return self.switch.segments[self.switch.choice or 0]

    def announcement(self) -> str:
        return f"{self.name}: {self._topics[self.switch.choice or 0].words}"

    def show_topic(self, topic_id: str) -> None:
        """Show "keyboard", "scores", "together", "privacy" or "data-file"; anything else is the first."""
        at = next((at for at, topic in enumerate(self._topics) if topic.id == topic_id), 0)
        self.switch.show_choice(at)
        self._show(at)

    def _show(self, at: int) -> None:
        topic = self._topics[at]
        self.clear(self._shown)
        self._shown.setSpacing(self.look.px(12))
        self._shown.addSpacing(self.look.px(8))
        self._shown.addWidget(Text(self.look, topic.words, "card_title"))
        self._shown.addWidget(Text(self.look, topic.lead, "lead", "ink2"))
        for section in topic.sections:
            self._shown.addSpacing(self.look.px(12))
            self._shown.addWidget(Text(self.look, section.heading, "section"))
            self._shown.addWidget(Prose(self.look, section.parts))
        self.verticalScrollBar().setValue(0)
