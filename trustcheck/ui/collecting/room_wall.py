"""The way into a room for phones, over a whole screen: a QR code, the address, how many have answered. Nothing else."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QCloseEvent, QFont, QGuiApplication, QKeyEvent, QPainter, QPaintEvent, QScreen
from PySide6.QtWidgets import QWidget

from trustcheck.app.collecting.phone_room import way_in
from trustcheck.charts.qr import modules
from trustcheck.ui.collecting.room_words import RoomView, weakness_on_wall
from trustcheck.ui.kit.layout import ReadingPainter
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.qr_code import paint_qr
from trustcheck.words import gettext as _

SMALLEST = 33
"""The smallest text is a 33rd of the height: it is read from the back of a room."""
_WRAP = Qt.TextFlag.TextWordWrap


class RoomWall(QWidget):
    """A window of its own. Signals: ``left`` when it was closed: by Escape, or with the page it belongs to."""

    left = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._view = RoomView("")
        self._rows: tuple[tuple[bool, ...], ...] = ()
        self.setWindowFlags(Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.setWindowTitle(_("On the wall"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        look.changed.connect(self.update)

    def cover(self, beside: QScreen) -> None:
        """Fill the other screen where there is one, this one otherwise."""
        others = (each for each in QGuiApplication.screens() if each is not beside)
        screen = next(others, beside)
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()

    def show_room(self, view: RoomView) -> None:
        self._view = view
        self._rows = modules(way_in(view.door))
        self.setAccessibleName(
            _("{address}. {count}. {weakness}").format(
                address=view.door, count=view.counted, weakness=weakness_on_wall()
            )
        )
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        event.accept()
        self.left.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = ReadingPainter(self)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.fillRect(self.rect(), self._look.ink("canvas"))
        if self._rows:
            self._paint(painter)
        painter.end()

    def _paint(self, painter: QPainter) -> None:
        width, height = self.width(), self.height()
        margin = height / 16
        side = min(height - 3.5 * margin, width / 2 - margin)
        paint_qr(painter, self._rows, QRectF(margin, margin, side, side))
        left = side + 2 * margin
        room = width - left - margin
        steps = (
            ("title", 14, "ink", _("Answer on your phone")),
            ("strong", self._fitting(room), "accent", self._view.door),
            ("body", 24, "ink2", _("Scan it or type it in, then type the code of your card.")),
            ("strong", 20, "ink", self._view.counted),
        )
        top = margin
        for role, part, ink, words in steps:
            top = self._words(painter, role, height / part, ink, words, QRectF(left, top, room, height)) + margin / 2
        below = QRectF(margin, height - 1.9 * margin, width - 2 * margin, 1.5 * margin)
        self._words(painter, "body", height / SMALLEST, "ink2", weakness_on_wall(), below)

    def _fitting(self, room: float) -> float:
        """Which part of the height the address has, so that it stands in one line."""
        font = self._font("strong", 100)
        from PySide6.QtGui import QFontMetricsF

        wide = QFontMetricsF(font).horizontalAdvance(self._view.door) or 1
        return max(12.0, self.height() * wide / (100 * room))

    def _words(self, painter: QPainter, role: str, size: float, ink: str, words: str, within: QRectF) -> float:
        """Where the words end."""
        painter.setFont(self._font(role, size))
        painter.setPen(self._look.ink(ink))
        painter.drawText(within, _WRAP, words)
        return painter.boundingRect(within, _WRAP, words).bottom()

    def _font(self, role: str, size: float) -> QFont:
        font = QFont(self._look.font(role))
        font.setPixelSize(max(1, int(size)))
        return font
