"""Things in a line that goes on in the next line where there is no room left."""

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from trustcheck.ui.look import Look


class Flow(QLayout):
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
