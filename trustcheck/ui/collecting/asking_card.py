"""A question before something is done, where it was asked for: leaving things as they are stands first."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from trustcheck.ui.kit.buttons import Button
from trustcheck.ui.kit.layout import FlowLayout
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.plates import Card
from trustcheck.ui.kit.segmented import Segmented
from trustcheck.ui.kit.text import Text, announce


class AskingCard(Card):
    """Signals: ``agreed`` with the index of what was chosen (0 where there is no choice), ``kept`` (also by Escape)."""

    agreed = Signal(int)
    kept = Signal()

    def __init__(self, look: Look, keep: str, do: str, *, choices: Sequence[str] = (), kind: str = "outline") -> None:
        super().__init__(look, fill="sunk", edge="", padding=(24, 18), gap=12)
        self.question = Text(look, "", "strong")
        self.explained = Text(look, "", "small", "ink2")
        self.choice = Segmented(look, "", choices)
        self.keep_button = Button(look, keep, height=40)
        self.do_button = Button(look, do, kind, height=40)
        self.keep_button.clicked.connect(self._keep)
        self.do_button.clicked.connect(self._agree)
        held = QWidget()
        held.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        buttons = FlowLayout(look, held, gap=12)
        buttons.addWidget(self.keep_button)
        buttons.addWidget(self.do_button)
        for part in (self.question, self.explained, self.choice, held):
            self.column.addWidget(part)
        self.hide()

    def ask(self, question: str, explained: str = "", choice: str = "") -> None:
        """Ask. ``choice`` names the choice there is to make; empty for none, and then the first one stands."""
        self.question.setText(question)
        self.explained.setText(explained)
        self.explained.setVisible(bool(explained))
        self.choice.setAccessibleName(choice)
        self.choice.setVisible(bool(choice))
        if self.choice.segments:
            self.choice.show_choice(0)
        for button in (self.keep_button, self.do_button):
            button.setAccessibleDescription(question)
        self.show()
        self.keep_button.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, question)

    def _agree(self) -> None:
        self.hide()
        self.agreed.emit(self.choice.choice or 0)

    def _keep(self) -> None:
        self.hide()
        self.kept.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves things as they are."""
        if event.key() == Qt.Key.Key_Escape:
            self._keep()
        else:
            super().keyPressEvent(event)
