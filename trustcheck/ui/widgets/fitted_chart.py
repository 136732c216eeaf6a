"""A chart that is drawn anew for the width it gets, so that it fills its card and its names find room."""

from collections.abc import Callable
from functools import lru_cache

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from trustcheck.charts.scene import Scene
from trustcheck.ui.look import Look
from trustcheck.ui.widgets.chart_view import ChartView

_FIRST_WIDTH = 320.0
_NARROWEST = 120


class FittedChart(ChartView):
    """``draw`` gives the scene for a width in points at 100 % text size."""

    def __init__(self, look: Look, draw: Callable[[float], Scene], parent: QWidget | None = None) -> None:
        super().__init__(look, draw(_FIRST_WIDTH), parent)
        # A layout asks for the height at a few widths, many times over.
        self._draw = lru_cache(maxsize=8)(draw)
        self._drawn_for = (_FIRST_WIDTH, look.scale)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self._fit)

    def pass_by(self) -> None:
        """Not a stop for the keyboard: something beside it already says what it shows."""
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._look.px(self._draw(self._points(width)).height)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(_NARROWEST), self._look.px(self.scene.height if self.scene else 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _points(self, width: int) -> float:
        return max(width / self._look.scale, float(_NARROWEST))

    def show_scene(self, scene: Scene) -> None:
        """Drawn anew, it keeps the name the page has given it."""
        name = self.accessibleName()
        super().show_scene(scene)
        if name:
            self.setAccessibleName(name)

    def _fit(self) -> None:
        wanted = (self._points(self.width()), self._look.scale)
        if wanted != self._drawn_for:
            self._drawn_for = wanted
            self.show_scene(self._draw(wanted[0]))
