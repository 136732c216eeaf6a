"""A number large on its track from 0 to 100, as something to press: it answers how it was worked out."""

from functools import lru_cache, partial

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from trustcheck.charts.profile import ProfileRow, pillar_track
from trustcheck.charts.scene import Scene
from trustcheck.ui.look import Look
from trustcheck.ui.scene_painter import paint_scene
from trustcheck.ui.widgets.pressable import Pressable
from trustcheck.words import gettext as _

_NARROWEST = 120


class TrackButton(Pressable):
    """Its name is the number in words; dots below the number say that it answers."""

    least = QSize(_NARROWEST, 44)

    def __init__(self, look: Look, row: ProfileRow, sentence: str, size: float, parent: QWidget | None = None) -> None:
        super().__init__(look, sentence, parent)
        # A layout asks for the height at a few widths, many times over.
        self._drawn = lru_cache(maxsize=8)(partial(pillar_track, row, size=size, asks=True))
        self.setAccessibleDescription(_("How is this worked out?"))
        self.setToolTip(_("How is this worked out?"))

    @property
    def scene(self) -> Scene:
        """As it is drawn at its width."""
        return self._scene(self.width())

    def _scene(self, width: int) -> Scene:
        return self._drawn(max(width, self._look.px(_NARROWEST)) / self._look.scale)

    def heightForWidth(self, width: int) -> int:
        return self._look.px(self._scene(width).height)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_plate(painter)
        painter.scale(self._look.scale, self._look.scale)
        paint_scene(painter, self.scene, self._look)
        painter.end()
