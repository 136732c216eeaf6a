"""Paragraphs, points and small tables of a text to read, from data."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from trustcheck.charts.scene import ChartCells
from trustcheck.ui.help.topic import Keys, Paragraph, TopicPart, TopicPoints, TopicTable
from trustcheck.ui.kit.layout import ReadingPainter
from trustcheck.ui.kit.listing import Listing
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.text import Text


class Bullet(QWidget):
    """The dot before a point. Decoration."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(8), self._look.px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = ReadingPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.ink("accent"))
        radius = self._look.px(2.6)
        painter.drawEllipse(QPointF(self.width() / 2, self.height() / 2), radius, radius)
        painter.end()


class Prose(QWidget):
    """The parts of one section, one below the other."""

    def __init__(self, look: Look, parts: tuple[TopicPart, ...]) -> None:
        super().__init__()
        self._look = look
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(10))
        for part in parts:
            self._column.addWidget(self._shown(part))

    def _shown(self, part: TopicPart) -> QWidget:
        match part:
            case Paragraph():
                return Text(self._look, part.words, "body")
            case TopicPoints():
                return self._points(part)
            case Keys():
                return Listing(self._look, part.name, ChartCells(("", ""), part.rows), (2, 5))
            case TopicTable():
                return Listing(self._look, part.name, part.table, part.shares)

    def _points(self, points: TopicPoints) -> QWidget:
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._look.px(6))
        for words in points.words:
            line = QHBoxLayout()
            line.setSpacing(self._look.px(12))
            line.addWidget(Bullet(self._look), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(Text(self._look, words, "body"), 1)
            column.addLayout(line)
        return held
