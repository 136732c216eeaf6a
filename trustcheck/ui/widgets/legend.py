"""What the marks of a chart mean, in the chart's own inks."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from trustcheck.charts.scene import Scene, Shape, Table
from trustcheck.ui.look import Look
from trustcheck.ui.scene_painter import paint_scene
from trustcheck.ui.widgets.line_text import LineText

_HEIGHT = 20


class Swatch(QWidget):
    """One mark of a chart, alone. Decoration: the words beside it say what it is."""

    def __init__(self, look: Look, shape: Shape, width: float) -> None:
        super().__init__()
        self._look = look
        self._scene = Scene(width, _HEIGHT, (shape,), "", Table((), ()))
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
