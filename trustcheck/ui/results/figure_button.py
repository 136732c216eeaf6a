"""A number that can be asked how it was worked out: the value, what it is, and a real button around both."""

from functools import lru_cache, partial

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from trustcheck.charts.group_profile import mark
from trustcheck.charts.profile import ProfileRow, pillar_track
from trustcheck.charts.scene import ChartCells, Scene
from trustcheck.domain.questionnaire.model import Perspective
from trustcheck.ui.kit.charts import paint_scene
from trustcheck.ui.kit.layout import ReadingPainter
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.pressable import Pressable
from trustcheck.ui.kit.soft_breaks import broken_to_fit
from trustcheck.words import gettext as _

# A number large on its track from 0 to 100, as something to press: it answers how it was worked out.


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
        painter = ReadingPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_plate(painter)
        painter.scale(self._look.scale, self._look.scale)
        paint_scene(painter, self.scene, self._look)
        painter.end()


_SIDE = 8
_MARK = 22
_WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignTop)
_MOST = 280


class FigureButton(Pressable):
    """``value`` in the face ``role``, ``caption`` below it, or ``beside`` it in lines of its own. ``perspective`` puts
    its mark before the value.
    """

    corner = 8
    reach = (2, 1)
    """Close in: numbers stand below each other in rows, and the ring around one must leave the next alone."""
    least = QSize(44, 32)

    def __init__(
        self,
        look: Look,
        value: str,
        caption: str,
        name: str,
        *,
        role: str = "row_strong",
        perspective: Perspective | None = None,
        beside: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, name, parent)
        self._beside = beside
        self._value, self._caption, self._role, self._perspective = value, caption, role, perspective
        # Not fixed: that would hold it to the height of one line where its words need two.
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def caption(self) -> str:
        """What stands below the value."""
        return self._caption

    def _indent(self) -> int:
        return self._look.px(_SIDE) + (self._look.px(_MARK) if self._perspective is not None else 0)

    def _caption_left(self) -> int:
        side = self._look.px(_SIDE)
        return side + self._indent() + self._look.width_of(self._value, self._role) if self._beside else side

    def _caption_height(self, width: int) -> int:
        if not self._caption:
            return 0
        metrics = QFontMetricsF(self._look.font("caption"))
        wide = max(width - self._caption_left() - self._look.px(_SIDE), 1)
        said = broken_to_fit(self._caption, metrics, wide)
        return int(metrics.boundingRect(QRectF(0, 0, wide, 10_000), _WRAP, said).height()) + 1

    def _caption_width(self) -> int:
        return max((self._look.width_of(line, "caption") for line in self._caption.split("\n")), default=0) + 3

    def _value_lines(self, width: int) -> list[str]:
        """The value as it stands in so many pixels: words need more lines than a number does."""
        metrics = QFontMetricsF(self._look.font(self._role))
        room = max(width - self._indent() - self._look.px(_SIDE), 1)
        lines: list[str] = []
        for word in self._value.split(" "):
            if lines and metrics.horizontalAdvance(f"{lines[-1]} {word}") <= room:
                lines[-1] += f" {word}"
            else:
                lines.append(word)
        return lines if self._value else []

    def _value_height(self, width: int) -> int:
        return int(QFontMetricsF(self._look.font(self._role)).height()) * len(self._value_lines(width))

    def heightForWidth(self, width: int) -> int:
        # A layout asks with the room it has, of which this takes no more than it may.
        width = min(width, self.maximumWidth())
        value, caption = self._value_height(width), self._caption_height(width)
        inside = (max(value, caption) if self._beside else value + caption) + self._look.px(6)
        return max(inside, self._look.px(self.least.height()))

    def sizeHint(self) -> QSize:
        across = self._indent() + self._look.px(_SIDE)
        value = self._look.width_of(self._value, self._role) + across if self._value else 0
        caption = self._caption_left() + self._caption_width() + self._look.px(_SIDE) if self._caption else 0
        most = self._look.px(_MOST) + (self._caption_left() if self._beside else 0)
        width = max(value, min(caption, most), self._look.px(self.least.width()))
        # Where it is given less room its words take more lines, and it grows with them.
        width = min(width, self.maximumWidth())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        value = max(self._look.width_of(each, self._role) for each in self._value.split(" "))
        return QSize(max(value + self._indent() + self._look.px(_SIDE), self._look.px(44)), self._look.px(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = ReadingPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_plate(painter)
        top, deep = self._look.px(3), self._value_height(self.width())
        if self._value:
            along = (self.height() - deep) // 2 if self._beside else top
            self._paint_value(painter, QRect(self._indent(), along, self.width() - self._indent(), deep))
        painter.setFont(self._look.font("caption"))
        painter.setPen(self._look.ink("ink2"))
        left, caption = self._caption_left(), self._caption_height(self.width())
        above = (self.height() - caption) // 2 if self._beside else top + deep
        room = QRect(left, above, self.width() - left - self._look.px(_SIDE), self.height())
        painter.drawText(room, _WRAP, broken_to_fit(self._caption, QFontMetricsF(painter.font()), room.width()))
        painter.end()

    def _paint_value(self, painter: QPainter, room: QRect) -> None:
        font = self._look.font(self._role)
        painter.setFont(font)
        left = int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignVCenter)
        lines = self._value_lines(self.width())
        for at, line in enumerate(lines):
            painter.setPen(self._look.ink("ink"))
            deep = room.height() // len(lines)
            place = QRect(room.left(), room.top() + at * deep, room.width(), deep)
            painter.drawText(place, left, line)
            self._underline(painter, place, QFontMetricsF(font), line)
        if self._perspective is None:
            return
        painter.save()
        painter.translate(self._look.px(_SIDE), room.center().y())
        painter.scale(self._look.scale, self._look.scale)
        paint_scene(painter, Scene(20, 20, (mark(self._perspective, 7.5, 0, 6.5),), "", ChartCells((), ())), self._look)
        painter.restore()

    def _underline(self, painter: QPainter, room: QRect, metrics: QFontMetricsF, words: str) -> None:
        """Dots below the value: it answers when it is asked."""
        pen = QPen(self._look.ink("line_strong"), 1)
        pen.setStyle(Qt.PenStyle.DotLine)
        painter.setPen(pen)
        base = room.center().y() + int((metrics.ascent() - metrics.descent()) / 2) + self._look.px(4)
        width = int(metrics.horizontalAdvance(words))
        painter.drawLine(room.left(), base, room.left() + width, base)
