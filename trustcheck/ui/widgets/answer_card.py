"""One answer of a question: a radio card that can be cleared again and knows what pressed it."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QMouseEvent
from PySide6.QtWidgets import QWidget

from trustcheck.ui.look import Look
from trustcheck.ui.widgets.radio_card import Face, RadioCard
from trustcheck.words import gettext as _


class AnswerCard(RadioCard):
    """Signals: ``cleared`` when its menu takes the answer back."""

    cleared = Signal()

    def __init__(self, look: Look, face: Face, *, parent: QWidget | None = None) -> None:
        super().__init__(look, face, parent=parent)
        self._key = face.key
        self.by_pointer = False
        """Whether what is being chosen right now is chosen by a click or a touch, and not by the keyboard."""
        self.clear = QAction(_("Clear this answer"), self)
        self.clear.triggered.connect(self.cleared)
        self.clear.setEnabled(False)
        self.addAction(self.clear)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.toggled.connect(self.clear.setEnabled)

    def show_key(self, *, shown: bool) -> None:
        self.face = replace(self.face, key=self._key if shown else "")
        self._relayout()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.by_pointer = True
        super().mouseReleaseEvent(event)
        self.by_pointer = False
