"""While something long is worked out: what it is, how far it is, and a way back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from trustcheck.ui.kit.buttons import Button
from trustcheck.ui.kit.icons import Mark
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.progress_line import ProgressLine
from trustcheck.ui.kit.text import Text
from trustcheck.words import gettext as _


class WaitingPage(QWidget):
    """Signals: ``cancel_asked`` when the person does not want to wait, or goes back where it came to nothing."""

    cancel_asked = Signal()

    def __init__(self, look: Look, words: str) -> None:
        super().__init__()
        self.name = words
        self.bar = ProgressLine(look, words)
        self.bar.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.cancel = Button(look, _("Cancel"), "quiet")
        self.cancel.clicked.connect(self.cancel_asked)
        column = QVBoxLayout(self)
        column.setSpacing(look.px(16))
        column.addStretch(2)
        self._words = Text(look, words, "lead", "ink2", wrap=False, centred=True)
        for part in (Mark(look, 68, 40), self._words, self.bar):
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def show_step(self, done: int, of: int) -> None:
        """``done`` of ``of`` steps are behind us."""
        self.bar.show_step(done, of)

    def offer_way_back(self) -> None:
        """It came to nothing, and something above this page says why."""
        self._words.hide()
        self.bar.hide()
        self.cancel.say(_("Back"))

    def first_focus(self) -> QWidget:
        return self.cancel

    def announcement(self) -> str:
        return self.name
