"""A sentence on a quiet plate with its sign; there only while there is something to say."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QContextMenuEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from trustcheck.ui.kit.icons import Icon
from trustcheck.ui.kit.layout import Plate, ReadingPainter
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.text import Text

# A hairline between things.


class Rule(QWidget):
    def __init__(self, look: Look, *, upright: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        if upright:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)
        look.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = ReadingPainter(self)
        painter.fillRect(self.rect(), self._look.ink("line"))
        painter.end()


# A few words on a rounded plate: effort, state, what is next.


class Pill(QLabel):
    def __init__(self, look: Look, words: str, ink: str = "ink2", plate: str = "sunk", parent: QWidget | None = None):
        super().__init__(words, parent)
        self._look, self._ink, self._plate = look, ink, plate
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._relayout)

    def say(self, words: str, ink: str = "ink2", plate: str = "sunk") -> None:
        self._ink, self._plate = ink, plate
        self.setText(words)
        self._relayout()

    def _relayout(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.width_of(self.text(), "pill") + self._look.px(22), self._look.px(26))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = ReadingPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.ink(self._plate))
        painter.drawRoundedRect(QRectF(self.rect()), self.height() / 2, self.height() / 2)
        painter.setFont(self._look.font("pill"))
        painter.setPen(self._look.ink(self._ink))
        painter.drawText(QRectF(self.rect()), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()


class Card(Plate):
    """A plate on which a chart can be copied."""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """A chart on it can be copied."""
        from trustcheck.ui.kit.chart_picture import card_of, offer_picture

        card = card_of(self)
        if card is None:
            super().contextMenuEvent(event)
        else:
            offer_picture(card, event.globalPos())


class Strip(Card):
    def __init__(self, look: Look, icon: str) -> None:
        super().__init__(look, fill="sunk", edge="", padding=(20, 14))
        self._icon_name = icon
        self._icon, self._words = Icon(look, icon, "accent", 22), Text(look, "", "body")
        row = QHBoxLayout()
        row.setSpacing(look.px(14))
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        self.column.addLayout(row)
        self.hide()

    @property
    def words(self) -> str:
        return self._words.text()

    def say(self, words: str, *, calm: bool = True) -> None:
        """Say something, calmly or as a thing to heed; an empty text puts the strip away."""
        self._fill = "sunk" if calm else "warn_soft"
        self._icon.show_icon(self._icon_name, "accent" if calm else "warn")
        self._words.setText(words)
        self.setVisible(bool(words))
        self.update()
