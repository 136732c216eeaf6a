"""Paints a chart's scene with the inks of the moment, and reads it out to those who cannot see it."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from trustcheck.charts.scene import Scene
from trustcheck.ui.look import Look
from trustcheck.ui.scene_painter import paint_scene


class ChartView(QWidget):
    """One scene, scaled to the text size. Its accessible name is the scene's sentence; a page shows the table."""

    corner = 8
    reach = (9, 5)
    """A chart's words begin and end at its very edge."""

    def __init__(self, look: Look, scene: Scene | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self.scene = look, scene
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        look.changed.connect(self._relayout)
        if scene is not None:
            self.show_scene(scene)

    def show_scene(self, scene: Scene) -> None:
        self.scene = scene
        self.setAccessibleName(scene.sentence)
        self._relayout()

    def _relayout(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        if self.scene is None:
            return QSize(0, 0)
        return QSize(self._look.px(self.scene.width), self._look.px(self.scene.height))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(120), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.scene is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = min(self._look.scale, self.width() / max(self.scene.width, 1.0))
        painter.translate(QPointF(0, 0))
        painter.scale(scale, scale)
        paint_scene(painter, self.scene, self._look)
        painter.end()

    def area(self) -> QRectF:
        """The scene's own rectangle, in its own units."""
        return QRectF(0, 0, self.scene.width, self.scene.height) if self.scene else QRectF()
