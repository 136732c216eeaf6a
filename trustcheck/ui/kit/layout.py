"""Where things stand: from which side people read, columns level with each other, and places one after the other."""

from collections.abc import Callable, Sequence
from itertools import zip_longest
from typing import Any

from PySide6.QtCore import QEvent, QMargins, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent, QTransform
from PySide6.QtWidgets import QBoxLayout, QFrame, QLayout, QLayoutItem, QVBoxLayout, QWidget

from trustcheck.ui.kit.look import Look

# From which side people read: what is painted at the left, and what the left arrow means, follows it.


_OTHER = {int(Qt.Key.Key_Left): int(Qt.Key.Key_Right), int(Qt.Key.Key_Right): int(Qt.Key.Key_Left)}


def read_key(widget: QWidget, key: int) -> Qt.Key:
    """The key that somebody who reads from the left would have pressed."""
    return Qt.Key(_OTHER.get(key, key) if widget.isRightToLeft() else key)


def from_start(widget: QWidget, x: float) -> float:
    """How far a point of the widget lies from where its lines begin."""
    return widget.width() - x if widget.isRightToLeft() else x


def sided(widget: QWidget, start: int, top: int, end: int, bottom: int) -> tuple[int, int, int, int]:
    """Margins from where lines begin and to where they end, as Qt wants them: it turns layouts, and no margins."""
    return (end, top, start, bottom) if widget.isRightToLeft() else (start, top, end, bottom)


def upright(painter: QPainter, middle: QPointF, reach: float, corners: Sequence[tuple[float, float]]) -> QPolygonF:
    """The corners of a sign that nobody turns, such as a tick, round its middle; ``reach`` is their unit."""
    side = reach * _side(painter)
    return QPolygonF([middle + QPointF(x * side, y * reach) for x, y in corners])


def _side(painter: QPainter) -> int:
    """-1 where what is painted comes out the other way round."""
    return -1 if painter.worldTransform().m11() < 0 else 1


class ReadingPainter(QPainter):
    """Paints on a widget as if everybody read from the left. Where people read from the right, all of it stands the
    other way round but for words and pictures: those change their places alone.

    Of Qt's many ways to paint words and pictures it takes those that the pages use.
    """

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        if widget.isRightToLeft():
            self.setWorldTransform(QTransform(-1, 0, 0, 1, widget.width(), 0), combine=True)

    def drawText(self, *asked: Any, **more: Any) -> Any:  # noqa: N802 - Qt's name
        """(rectangle, flags, words), or (point, words)."""
        place = asked[0]
        at_point = isinstance(place, QPointF)
        wide = QFontMetricsF(self.font()).horizontalAdvance(asked[1]) if at_point else QRectF(place).width()
        self._facing(place.x() + wide / 2)
        super().drawText(*asked, **more)
        self.restore()

    def drawPixmap(self, *asked: Any, **more: Any) -> None:  # noqa: N802 - Qt's name
        """(left, top, picture)."""
        left, _, picture = asked
        self._facing(left + picture.deviceIndependentSize().width() / 2)
        super().drawPixmap(*asked, **more)
        self.restore()

    def drawImage(self, *asked: Any, **more: Any) -> None:  # noqa: N802 - Qt's name
        """(rectangle, picture)."""
        self._facing(asked[0].center().x())
        super().drawImage(*asked, **more)
        self.restore()

    def _facing(self, middle: float) -> None:
        """From here to the next ``restore`` what lies round ``middle`` is painted the right way round."""
        self.save()
        if _side(self) < 0:
            self.setWorldTransform(QTransform(-1, 0, 0, 1, 2 * middle, 0), combine=True)


# A column that is as high as its neighbours in the cards beside it, so that what follows stands level in all.

# Things in a line that goes on in the next line where there is no room left.


class FlowLayout(QLayout):
    """Left to right (or right to left, as the language goes), wrapping. ``gap`` in pixels at 100 % text size."""

    def __init__(self, look: Look, parent: QWidget | None = None, *, gap: int = 8) -> None:
        super().__init__(parent)
        self._look, self._gap = look, gap
        self._spread = self._at_end = self._at_top = self._in_middle = False
        self._entries: list[QLayoutItem] = []
        # Asked for the same few widths over and over again until something in the line changes.
        self._heights: dict[int, int] = {}
        self.setContentsMargins(QMargins())
        look.changed.connect(self.invalidate)

    def spread(self) -> None:
        """Let the last entry of all stand at the end of its line, as long as it is not alone there."""
        self._spread = True

    def stand_at_end(self) -> None:
        """Let every line end where the place ends."""
        self._at_end = True

    def stand_in_middle(self) -> None:
        """Let every line stand in the middle of the place."""
        self._in_middle = True

    def stand_at_top(self) -> None:
        """Let the entries of a line begin at its top instead of standing in its middle."""
        self._at_top = True

    def addItem(self, item: QLayoutItem) -> None:
        self._entries.append(item)

    def count(self) -> int:
        return len(self._entries)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._entries[index] if 0 <= index < len(self._entries) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._entries.pop(index) if 0 <= index < len(self._entries) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        height = self._heights.get(width)
        if height is None:
            height = self._heights[width] = self._place(QRect(0, 0, width, 0), move=False)
        return height

    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        gap = self._look.px(self._gap)
        hints = [entry.sizeHint() for entry in self._entries if not entry.isEmpty()]
        width = sum(hint.width() for hint in hints) + gap * max(len(hints) - 1, 0)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        smallest = QSize(0, 0)
        for entry in self._entries:
            if not entry.isEmpty():
                smallest = smallest.expandedTo(entry.minimumSize())
        return smallest

    def _place(self, rect: QRect, *, move: bool) -> int:
        """Put the entries into lines, each centred in its line's height; the height that takes."""
        gap, top = self._look.px(self._gap), rect.top()
        lines = self._lines(rect.width(), gap)
        for line in lines:
            height = max(size.height() for _entry, size in line)
            taken = sum(size.width() + gap for _entry, size in line) - gap
            left = rect.right() + 1 - taken if self._at_end else rect.left()
            if self._in_middle:
                left = rect.left() + max(rect.width() - taken, 0) // 2
            for entry, size in line:
                if self._spread and len(line) > 1 and entry is self._entries[-1]:
                    left = rect.right() + 1 - size.width()
                if move:
                    below = 0 if self._at_top else (height - size.height()) // 2
                    at = QRect(QPoint(left, top + below), size)
                    entry.setGeometry(self._mirrored(at, rect))
                left += size.width() + gap
            top += height + gap
        return top - rect.top() - (gap if lines else 0)

    def _lines(self, width: int, gap: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        used = 0
        for entry in self._entries:
            if entry.isEmpty():
                continue
            size = self._size(entry, width)
            if not lines or used + gap + size.width() > width:
                lines.append([])
                used = -gap
            lines[-1].append((entry, size))
            used += gap + size.width()
        return lines

    @staticmethod
    def _size(entry: QLayoutItem, width: int) -> QSize:
        size = entry.sizeHint()
        if size.width() <= width:
            return size
        height = entry.heightForWidth(width) if entry.hasHeightForWidth() else size.height()
        return QSize(width, height)

    def _mirrored(self, at: QRect, rect: QRect) -> QRect:
        parent = self.parentWidget()
        if parent is None or parent.layoutDirection() is Qt.LayoutDirection.LeftToRight:
            return at
        return QRect(QPoint(rect.left() + rect.right() - at.right(), at.top()), at.size())


# A layout that is filled anew.


def empty(layout: QLayout, *, kept: int = 0, orphan: bool = False) -> None:
    """Take out what stands in a layout, but for the first ``kept``; it is gone once its own signals have been answered.

    ``orphan`` parts it from the page at once, for a page that looks its parts up before then; never where a click on
    one of them is what empties the layout.
    """
    while (entry := layout.takeAt(kept)) is not None:
        if (widget := entry.widget()) is not None:
            widget.hide()
            if orphan:
                widget.setParent(None)
            widget.deleteLater()


# Things side by side while there is room, and one below the other when there is not.


class Columns(QWidget):
    """A row of widgets that turns into a column below ``narrow`` pixels (at 100 % text size)."""

    def __init__(self, look: Look, *widgets: QWidget, narrow: int = 760, gap: int = 16) -> None:
        super().__init__()
        self._look, self._narrow, self._gap = look, narrow, gap
        self.box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self.box.setContentsMargins(0, 0, 0, 0)
        for widget in widgets:
            self.box.addWidget(widget, 1)
        look.changed.connect(self._arrange)
        self._arrange()

    def add(self, widget: QWidget, stretch: int = 1) -> None:
        self.box.addWidget(widget, stretch)

    @property
    def is_stacked(self) -> bool:
        return self.box.direction() is QBoxLayout.Direction.TopToBottom

    def minimumSizeHint(self) -> QSize:
        """As narrow as its widest part: it can always be squeezed until it stacks."""
        parts = [entry for at in range(self.box.count()) if (entry := self.box.itemAt(at)) is not None]
        sides = self.box.contentsMargins()
        widest = max((entry.minimumSize().width() for entry in parts if not entry.isEmpty()), default=0)
        return QSize(widest + sides.left() + sides.right(), super().minimumSizeHint().height())

    def _arrange(self) -> None:
        self.box.setSpacing(self._look.px(self._gap))
        stacked = self.width() < self._narrow * self._look.scale
        wanted = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        if self.box.direction() != wanted:
            self.box.setDirection(wanted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._arrange()


class LevelColumn(QVBoxLayout):
    """One part of a card. Alone it is a plain column; :func:`level` tells it which ones it stands beside."""

    def __init__(self) -> None:
        super().__init__()
        # Asked for the same few widths over and over again until something in the column changes.
        self._own: dict[int, int] = {}
        self._beside: tuple[LevelColumn, ...] = ()
        self._stand_level: Callable[[], bool] = lambda: False
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(0)

    def stand_beside(self, others: Sequence["LevelColumn"], stand_level: Callable[[], bool]) -> None:
        """``stand_level`` says whether the cards stand side by side just now, and not one below the other."""
        self._beside, self._stand_level = tuple(others), stand_level
        self.invalidate()

    def own_height(self, width: int) -> int:
        """What it would need alone."""
        height = self._own.get(width)
        if height is None:
            height = self._own[width] = super().heightForWidth(width)
        return height

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        height = self.own_height(width)
        if self._stand_level():
            height = max(height, *(each.own_height(width) for each in self._beside))
        return height

    def minimumHeightForWidth(self, width: int) -> int:
        return self.heightForWidth(width)

    def invalidate(self) -> None:
        self._own.clear()
        super().invalidate()


def level(cards: Sequence[Sequence[LevelColumn]], stand_level: Callable[[], bool]) -> None:
    """Have the first parts of all cards be of one height, the second ones, and so on."""
    for beside in zip_longest(*cards):
        parts = [each for each in beside if each is not None]
        for each in parts:
            each.stand_beside(parts, stand_level)


# A quiet plate that holds things which belong together.


class Plate(QFrame):
    """A rounded plate with a column inside; ``column`` is its layout."""

    def __init__(
        self,
        look: Look,
        *,
        fill: str = "surface",
        edge: str = "line",
        padding: tuple[int, int] = (24, 18),
        gap: int = 8,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._fill, self._edge, self._padding = look, fill, edge, padding
        self.column = QVBoxLayout(self)
        self._gap = gap
        look.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        across, along = (self._look.px(length) for length in self._padding)
        self.column.setContentsMargins(across, along, across, along)
        self.column.setSpacing(self._look.px(self._gap))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = ReadingPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self._look.ink(self._fill) if self._fill else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._look.ink(self._edge), 1) if self._edge else Qt.PenStyle.NoPen)
        corner = self._look.px(14)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), corner, corner)
        painter.end()
