"""*I don't know* and *Doesn't apply here*: answers too, but apart from the scale and quieter than its points."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from trustcheck.ui.look import Look
from trustcheck.ui.widgets.answer_card import AnswerCard
from trustcheck.ui.widgets.radio_card import Face

_PADDING, _GAP, _KEY = 12, 10, 22


class QuietAnswer(AnswerCard):
    """Words and a key without a frame; a plate once it is chosen. A real radio button like the cards above it."""

    corner = 10

    def __init__(self, look: Look, face: Face, *, parent: QWidget | None = None) -> None:
        super().__init__(look, face, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def hasHeightForWidth(self) -> bool:
        return False

    def sizeHint(self) -> QSize:
        beside = self._look.px(_GAP + _KEY) if self.face.key else 0
        words = self._look.width_of(self.text(), "button")
        return QSize(words + beside + 2 * self._look.px(_PADDING), self._look.px(40))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _paint_plate(self, painter: QPainter) -> None:
        if not (self.isChecked() or self.underMouse()):
            return
        painter.setBrush(self._look.ink("accent" if self.isChecked() else "accent_soft"))
        painter.setPen(QPen(self._look.ink("accent" if self.isChecked() else "accent_soft"), 1.25))
        corner = self._look.px(self.corner)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75), corner, corner)

    def _paint_inside(self, painter: QPainter) -> None:
        left = self._look.px(_PADDING)
        painter.setFont(self._look.font("button"))
        painter.setPen(self._look.ink("on_accent" if self.isChecked() else "ink2"))
        painter.drawText(
            QRectF(left, 0, self.width() - left, self.height()), Qt.AlignmentFlag.AlignVCenter, self.text()
        )
        if self.face.key:
            beside = left + self._look.width_of(self.text(), "button") + self._look.px(_GAP)
            self._paint_key(painter, QPointF(beside, self.height() / 2))
