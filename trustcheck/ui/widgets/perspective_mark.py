"""The mark of a perspective: leaders a diamond, staff a circle, drawn and never typed."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QWidget

from trustcheck.domain.questionnaire import Perspective
from trustcheck.ui.look import Look

_SIZE = 18


class PerspectiveMark(QWidget):
    """Decoration beside the word it goes with."""

    def __init__(self, look: Look, perspective: Perspective) -> None:
        super().__init__()
        self._look, self._perspective = look, perspective
        look.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self.setFixedSize(self._look.px(_SIZE), self._look.px(_SIZE))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        middle, reach = QPointF(self.width() / 2, self.height() / 2), self.width() * 0.44
        if self._perspective is Perspective.LEADER:
            painter.setBrush(self._look.ink("leaders"))
            corners = ((0, -reach), (reach, 0), (0, reach), (-reach, 0))
            painter.drawPolygon(QPolygonF([middle + QPointF(x, y) for x, y in corners]))
        else:
            painter.setBrush(self._look.ink("staff"))
            painter.drawEllipse(middle, reach * 0.86, reach * 0.86)
        painter.end()
