"""What the marks of a chart mean, in the chart's own inks."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from trustcheck.app.presenting.check_reading import CheckReading
from trustcheck.charts.scene import ChartCells, Scene, Shape
from trustcheck.charts.two_dots import LineMark, mark_shape
from trustcheck.domain.questionnaire.model import Perspective
from trustcheck.ui.kit.charts import paint_scene
from trustcheck.ui.kit.layout import FlowLayout
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.text import LineText

_HEIGHT = 20


class Swatch(QWidget):
    """One mark of a chart, alone. Decoration: the words beside it say what it is."""

    def __init__(self, look: Look, shape: Shape, width: float) -> None:
        super().__init__()
        self._look = look
        self._scene = Scene(width, _HEIGHT, (shape,), "", ChartCells((), ()))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(self._scene.width), self._look.px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self._look.scale, self._look.scale)
        paint_scene(painter, self._scene, self._look)
        painter.end()


class LegendEntry(QWidget):
    def __init__(self, look: Look, shape: Shape, width: float, words: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(8))
        row.addWidget(Swatch(look, shape, width))
        row.addWidget(LineText(look, words, "caption", "ink2"), 1)


# What the marks in a list of checks mean: leaders and staff where both are drawn, pillars where one view is.


class MarkLegend(QWidget):
    """Each mark once, in the order in which the rows tell of them; hidden while there is none."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._known: set[tuple[str, bool]] = set()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._line = FlowLayout(look, self, gap=20)
        self.hide()

    def learn(self, reading: CheckReading | None) -> None:
        """Say what the marks of one more row are, where that is not said yet."""
        marks = reading.marks if reading is not None else ()
        for at, each in enumerate(marks):
            if _kind(each) not in self._known:
                self._known.add(_kind(each))
                self._line.addWidget(LegendEntry(self._look, mark_shape(marks, at, 7, 10, 6), 14, each.name))
        self.setVisible(bool(self._known))

    def forget(self) -> None:
        """Other rows are coming."""
        self._known.clear()
        while (entry := self._line.takeAt(0)) is not None:
            if (old := entry.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.hide()


def _kind(mark: LineMark) -> tuple[str, bool]:
    return mark.name, mark.perspective is None


# The mark of a perspective: leaders a diamond, staff a circle, drawn and never typed.


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
