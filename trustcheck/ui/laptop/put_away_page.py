"""Leaving for now: the three words once more, and then the laptop is handed over."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trustcheck.ui.kit.buttons import Button
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.quiet_frame import QuietFrame
from trustcheck.ui.kit.text import Text
from trustcheck.ui.laptop.before_page import PhraseCard
from trustcheck.words import gettext as _

_WIDE = 560


class PutAwayPage(QuietFrame):
    """Signals: ``back`` to the answers, ``done`` when they may be put away."""

    back = Signal()
    done = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.name = _("Leave for now")
        self.card = PhraseCard(
            look, _("Type them to come back to your answers, here, until the check is closed. Nobody can look them up.")
        )
        self.go_back = Button(look, _("Back to my answers"), "outline", icon="arrow-left")
        self.put_away = Button(look, _("Put away and hand over"), "primary", icon="lock")
        self.put_block(Text(look, _("Leave for now?"), "title", centred=True))
        lead = _("Your answers are locked away half filled. Without these words they can only be discarded.")
        self.put_block(Text(look, lead, "lead", "ink2", centred=True), 8)
        self.put_block(self.card, 24, widest=_WIDE)
        self.put_buttons(self.go_back, self.put_away, gap=24)
        self.go_back.clicked.connect(self.back)
        self.put_away.clicked.connect(self.done)

    def show_phrase(self, phrase: str) -> None:
        self.card.show_phrase(phrase)

    def first_focus(self) -> QWidget:
        return self.put_away

    def announcement(self) -> str:
        return f"{self.name}. {self.card.accessibleName()}"
