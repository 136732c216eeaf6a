"""The moment while a data file is opened: something to read, and a way back."""

from gettext import gettext as _

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustcheck.ui.look import Look
from trustcheck.ui.widgets.button import Button
from trustcheck.ui.widgets.mark import Mark
from trustcheck.ui.widgets.text import Text


class OpeningPage(QWidget):
    """Signals: ``cancel_asked`` when the person does not want to wait."""

    cancel_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.name = _("Opening your data file")
        column = QVBoxLayout(self)
        column.setSpacing(look.px(16))
        self.cancel = Button(look, _("Cancel"), "quiet")
        self.cancel.clicked.connect(self.cancel_asked)
        words = Text(look, self.name, "lead", "ink2", wrap=False, centred=True)
        column.addStretch(2)
        for part in (Mark(look, 68, 40), words, self.cancel):
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def first_focus(self) -> QWidget:
        return self.cancel

    def announcement(self) -> str:
        return self.name
