"""One question in a list of answers: its number, its words, how it was answered, and a button to change that."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from trustcheck.app.review import ReviewLine
from trustcheck.ui.look import Look
from trustcheck.ui.widgets.button import Button
from trustcheck.ui.widgets.pill import Pill
from trustcheck.ui.widgets.text import Text
from trustcheck.words import gettext as _

_STACKED_BELOW = 640


class ReviewRow(QWidget):
    """Signals: ``asked`` with the item's id when the person wants to answer or change it."""

    asked = Signal(str)

    def __init__(self, look: Look, line: ReviewLine) -> None:
        super().__init__()
        self._look = look
        is_open = line.answer is None
        number = _("Question {number}").format(number=line.number)
        self._number = Text(look, number, "caption", "ink3", wrap=False)
        self._wording = Text(look, line.wording, "row")
        self._pill = Pill(look, _("skipped") if is_open else line.words)
        self.button = Button(look, _("Answer") if is_open else _("Change"), "outline", height=36)
        self.button.setAccessibleName(
            (_("Answer question {number}: {wording}") if is_open else _("Change question {number}: {wording}")).format(
                number=line.number, wording=line.wording
            )
        )
        self.button.setAccessibleDescription(line.words)
        self.button.clicked.connect(lambda: self.asked.emit(line.item_id))
        self._arrange(line.note)
        look.changed.connect(self._fit)

    def _arrange(self, note: str) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._wording)
        if note:
            words.addWidget(Text(self._look, note, "caption", "ink3"))
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._box.addWidget(self._number, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._box.addLayout(words, 1)
        self._box.addWidget(self._pill, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(20)
        row.addLayout(self._box, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._fit()

    def _fit(self) -> None:
        stacked = self.width() < _STACKED_BELOW * self._look.scale
        way = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        self._box.setDirection(way)
        self._box.setSpacing(self._look.px(4 if stacked else 20))
        self._number.setMinimumWidth(0 if stacked else self._look.px(96))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._fit()
