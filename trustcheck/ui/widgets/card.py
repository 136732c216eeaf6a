"""A quiet plate that holds things which belong together."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QContextMenuEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from trustcheck.ui.look import Look


class Card(QFrame):
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

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """A chart on it can be copied."""
        from trustcheck.ui.chart_picture import card_of, offer_picture

        card = card_of(self)
        if card is None:
            super().contextMenuEvent(event)
        else:
            offer_picture(card, event.globalPos())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self._look.ink(self._fill) if self._fill else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._look.ink(self._edge), 1) if self._edge else Qt.PenStyle.NoPen)
        corner = self._look.px(14)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), corner, corner)
        painter.end()
