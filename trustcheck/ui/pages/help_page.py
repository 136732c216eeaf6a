"""What people want to look up: how to begin, keys, scores, several people, privacy, the data file; and words in it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustcheck.ui.announce import announce
from trustcheck.ui.help.data_file import data_file
from trustcheck.ui.help.getting_started import getting_started
from trustcheck.ui.help.keyboard import keyboard
from trustcheck.ui.help.privacy import privacy
from trustcheck.ui.help.scores import scores
from trustcheck.ui.help.searching import Hit, hits
from trustcheck.ui.help.together import together
from trustcheck.ui.look import Look
from trustcheck.ui.widgets.card import Card
from trustcheck.ui.widgets.field import Field
from trustcheck.ui.widgets.help_hit import HelpHit
from trustcheck.ui.widgets.page import Page
from trustcheck.ui.widgets.prose import Prose
from trustcheck.ui.widgets.segmented import Segmented
from trustcheck.ui.widgets.text import Text
from trustcheck.words import gettext as _
from trustcheck.words import ngettext


class HelpPage(Page):
    """One topic at a time; the switch at the top leads to the others, the line above it looks in all of them."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, measure=800)
        self.name = _("Help")
        self._topics = (getting_started(), keyboard(), scores(), together(), privacy(), data_file())
        self.title(_("Help"))
        self.search = Field(look, _("Look for words in the help"))
        self.switch = Segmented(look, _("Topic"), [topic.words for topic in self._topics])
        self.switch.chosen.connect(self._show)
        self.search.changed.connect(self._seek)
        self.search.line.returnPressed.connect(self._go_down)
        self.column.addWidget(self.search)
        self.column.addWidget(self.switch)
        self._shown = QVBoxLayout()
        self.column.addLayout(self._shown)
        self.column.addStretch(1)
        self.found: list[HelpHit] = []
        self._sections: dict[str, tuple[Prose, Text]] = {}
        self.show_topic(self._topics[0].id)

    def first_focus(self) -> QWidget:
        return self.search.line if self.search.words else self.switch.segments[self.switch.choice or 0]

    def begin_search(self) -> None:
        """Put the keyboard where words are looked for."""
        self.search.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.line.selectAll()

    def announcement(self) -> str:
        return f"{self.name}: {self._topics[self.switch.choice or 0].words}"

    def show_topic(self, topic_id: str) -> None:
        """Show "start", "keyboard", "scores", "together", "privacy" or "data-file"; anything else is the first."""
        at = next((at for at, topic in enumerate(self._topics) if topic.id == topic_id), 0)
        self.switch.show_choice(at)
        self._show(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.search.words:
            self.show_topic(self._topics[self.switch.choice or 0].id)
            self.search.line.setFocus()
        else:
            super().keyPressEvent(event)

    def _show(self, at: int) -> None:
        topic = self._topics[at]
        self.search.show_words("")
        self.switch.show()
        self._empty()
        self._shown.setSpacing(self.look.px(12))
        self._shown.addSpacing(self.look.px(8))
        self._shown.addWidget(Text(self.look, topic.words, "card_title"))
        self._shown.addWidget(Text(self.look, topic.lead, "lead", "ink2"))
        for section in topic.sections:
            self._shown.addSpacing(self.look.px(12))
            prose, heading = Prose(self.look, section.parts), Text(self.look, section.heading, "section")
            self._sections[section.heading] = (prose, heading)
            self._shown.addWidget(heading)
            self._shown.addWidget(prose)
        self.verticalScrollBar().setValue(0)

    def _empty(self) -> None:
        self.clear(self._shown)
        self.found, self._sections = [], {}

    def _seek(self, _words: str) -> None:
        """While something is sought its places stand in the place of the topic."""
        sought = self.search.words
        if not sought:
            self._show(self.switch.choice or 0)
            return
        self._empty()
        # What was found stands right below what is looked for, also in a small window.
        self.switch.hide()
        found = hits(self._topics, sought)
        said = ngettext("Found in one place.", "Found in {number} places.", len(found)).format(number=len(found))
        if not found:
            said = _("Nothing in the help has these words. Try fewer of them, or another one.")
        self._shown.addWidget(Text(self.look, said, "body", "ink2"))
        announce(self, said)
        if found:
            card = Card(self.look, padding=(10, 10), gap=2)
            for each in found:
                row = HelpHit(self.look, each)
                row.asked.connect(lambda hit=each: self._lead_to(hit))
                card.column.addWidget(row)
                self.found.append(row)
            self._shown.addWidget(card)

    def _go_down(self) -> None:
        """Enter reads the first place."""
        if self.found:
            self._lead_to(self.found[0].hit)

    def _lead_to(self, hit: Hit) -> None:
        self.show_topic(hit.topic.id)
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        # The heading surely, and as much of what stands below it as there is room for.
        self.bring_into_view(*self._sections[hit.section.heading])
        announce(self, f"{hit.topic.words}: {hit.section.heading}")
