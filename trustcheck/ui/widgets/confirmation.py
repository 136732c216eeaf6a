"""A question before something goes, in the place where it was asked for: to keep it stands first."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from trustcheck.ui.announce import announce
from trustcheck.ui.look import Look
from trustcheck.ui.widgets.button import Button
from trustcheck.ui.widgets.columns import Columns
from trustcheck.ui.widgets.flow import Flow
from trustcheck.ui.widgets.text import Text
from trustcheck.words import gettext as _


class Confirmation(QWidget):
    """Signals: ``confirmed``, ``kept`` (the button, or Escape)."""

    confirmed = Signal()
    kept = Signal()

    def __init__(self, look: Look, words: str) -> None:
        """``words`` stand on the button that does it."""
        super().__init__()
        self.keep_button = Button(look, _("Keep it"), height=38)
        self.really_button = Button(look, words, "danger", height=38)
        self.keep_button.clicked.connect(self._keep)
        self.really_button.clicked.connect(self.confirmed)
        held = QWidget()
        held.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        buttons = Flow(look, held, gap=10)
        buttons.addWidget(self.keep_button)
        buttons.addWidget(self.really_button)
        self._question = Text(look, "", "strong")
        asking = Columns(look, self._question, held, narrow=700, gap=16)
        asking.box.setStretch(1, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(asking)
        self.hide()

    @property
    def question(self) -> str:
        return self._question.text()

    def ask(self, question: str) -> None:
        self._question.setText(question)
        for button in (self.keep_button, self.really_button):
            button.setAccessibleDescription(question)
        self.show()
        self.keep_button.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, question)

    def _keep(self) -> None:
        self.hide()
        self.kept.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape keeps it."""
        if event.key() == Qt.Key.Key_Escape:
            self._keep()
        else:
            super().keyPressEvent(event)
