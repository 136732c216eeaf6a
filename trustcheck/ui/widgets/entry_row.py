"""One question of a paper form that is being typed in: its number, its words, and the key for its answer."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from trustcheck.ui.look import Look
from trustcheck.ui.widgets.text import Text

_CAP_WIDE, _CAP_HIGH, _BAR = 44, 34, 4


class MarkBox(QWidget):
    """The key that was typed, in a box like the one on paper."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._mark, self._here, self._differs = look, "", False, False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    @property
    def mark(self) -> str:
        return self._mark

    def show_mark(self, mark: str, *, here: bool, differs: bool) -> None:
        self._mark, self._here, self._differs = mark, here, differs
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(_CAP_WIDE), self._look.px(_CAP_HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        edge = "warn" if self._differs else "accent" if self._here else "line_strong"
        painter.setBrush(self._look.ink("warn_soft" if self._differs else "surface"))
        painter.setPen(QPen(self._look.ink(edge), 2 if self._here or self._differs else 1.25))
        painter.drawRoundedRect(box, self._look.px(5), self._look.px(5))
        painter.setPen(self._look.ink("ink"))
        painter.setFont(self._look.font("strong"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._mark.upper())
        if self._here and not self._mark:
            middle, half = box.center(), QPointF(0, self._look.px(9))
            painter.setPen(QPen(self._look.ink("accent"), 2))
            painter.drawLine(middle - half, middle + half)
        painter.end()


class EntryRow(QWidget):
    def __init__(self, look: Look, number: int, words: str) -> None:
        super().__init__()
        self._look, self._here = look, False
        self._row = QHBoxLayout(self)
        self._number = Text(look, str(number), "row_strong", "ink2", wrap=False)
        self._number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.words = Text(look, words, "row")
        self.box = MarkBox(look)
        self._row.addWidget(self._number)
        self._row.addWidget(self.words, 1)
        self._row.addWidget(self.box)
        look.changed.connect(self._restyle)
        self._restyle()

    def show_mark(self, mark: str, *, here: bool, differs: bool) -> None:
        self._here = here
        self.box.show_mark(mark, here=here, differs=differs)
        self.update()

    def _restyle(self) -> None:
        self._number.setFixedWidth(self._look.px(30))
        self._row.setContentsMargins(self._look.px(8), self._look.px(3), self._look.px(8), self._look.px(3))
        self._row.setSpacing(self._look.px(12))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._here:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.ink("accent_soft"))
        corner = self._look.px(7)
        painter.drawRoundedRect(QRectF(self.rect()), corner, corner)
        painter.setBrush(self._look.ink("accent"))
        bar = QRectF(0, self._look.px(6), self._look.px(_BAR), self.height() - 2 * self._look.px(6))
        painter.drawRoundedRect(bar, bar.width() / 2, bar.width() / 2)
        painter.end()
