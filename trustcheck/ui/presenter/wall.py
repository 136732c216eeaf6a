"""The wall: one slide, as large as the window is. It shows what it is given, and says what was pressed."""

from PySide6.QtCore import QEvent, QPropertyAnimation, QRectF, QSize, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QEnterEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGraphicsOpacityEffect, QHBoxLayout, QSizePolicy, QWidget

from trustcheck.ui.kit.buttons import Button
from trustcheck.ui.kit.layout import ReadingPainter
from trustcheck.ui.kit.look import Look
from trustcheck.ui.presenter.slide_painting import OnWall, paint_slide
from trustcheck.ui.presenter.wall_keys import WallCommand, WallKeys
from trustcheck.words import gettext as _

_SHAPE = 16 / 10
BAR_STAYS = 3000
"""Milliseconds after which the bar over the only screen fades."""


class SlideView(QWidget):
    """A slide in whatever size it is given; black where there is none. A screen reader hears all that stands there."""

    corner = 8

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._on_wall: OnWall | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self.update)

    def show_slide(self, on_wall: OnWall | None) -> None:
        self._on_wall = on_wall
        self.setAccessibleName(_("The wall is black") if on_wall is None else on_wall.words())
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(width / _SHAPE)

    def sizeHint(self) -> QSize:
        return QSize(480, self.heightForWidth(480))

    def minimumSizeHint(self) -> QSize:
        return QSize(240, self.heightForWidth(240))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = ReadingPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(self.rect())
        if self._on_wall is None:
            painter.fillRect(self.rect(), Qt.GlobalColor.black)
        else:
            paint_slide(painter, self._on_wall, self._look, QSizeF(self.size()))
        painter.end()


class Wall(SlideView):
    """A window of its own over a whole screen. Signals: ``pressed`` with a :class:`WallCommand`, ``went_to`` with the
    number of a slide from 1 on, ``left`` when it was closed.
    """

    pressed = Signal(str)
    went_to = Signal(int)
    left = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        """It goes with ``parent``, the page it belongs to, though it stands in a window of its own."""
        super().__init__(look, parent)
        self.setWindowFlags(Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.setWindowTitle(_("On the wall"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._keys = WallKeys()
        self.bar = WallBar(look, self)
        self.bar.pressed.connect(self.pressed)
        self.bar.hide()
        self._is_alone = False

    def stand_alone(self, *, alone: bool) -> None:
        """Whether it covers the only screen: then a bar says what can be done, and fades."""
        self._is_alone = alone
        self.bar.setVisible(alone)
        if alone:
            self.bar.appear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        command = self._keys.command(event, self)
        if command is WallCommand.GO:
            number = self._keys.number()
            if number is not None:
                self.went_to.emit(number)
        elif command is not None:
            self.pressed.emit(command.value)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._is_alone:
            self.bar.appear()
        super().mouseMoveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click goes on, as on every wall."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.pressed.emit(WallCommand.FORWARD.value)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.bar.stand_below(self.size())

    def closeEvent(self, event: QCloseEvent) -> None:
        event.accept()
        self.left.emit()


class WallBar(QWidget):
    """What can be done, over the only screen. Signals: ``pressed`` with a :class:`WallCommand`."""

    pressed = Signal(str)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setAutoFillBackground(False)
        line = QHBoxLayout(self)
        line.setContentsMargins(look.px(12), look.px(8), look.px(12), look.px(8))
        line.setSpacing(look.px(8))
        for words, command, icon in (
            (_("Back"), WallCommand.BACK, "arrow-left"),
            (_("Cover or uncover"), WallCommand.COVER, "eye-off"),
            (_("On"), WallCommand.FORWARD, "arrow-right"),
            (_("Leave the wall"), WallCommand.LEAVE, "x"),
        ):
            button = Button(look, words, "outline", icon=icon, height=40)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(lambda _checked=False, command=command: self.pressed.emit(command.value))
            line.addWidget(button)
        self._effect = QGraphicsOpacityEffect(self)
        self.setGraphicsEffect(self._effect)
        self._fading = QPropertyAnimation(self._effect, b"opacity", self)
        self._fading.setStartValue(1.0)
        self._fading.setEndValue(0.0)
        self._fading.setDuration(400)
        self._fading.finished.connect(self.hide)
        self._stays = QTimer(self)
        self._stays.setSingleShot(True)
        self._stays.setInterval(BAR_STAYS)
        self._stays.timeout.connect(self._go)

    def appear(self) -> None:
        """Be seen, and fade a moment later."""
        self._fading.stop()
        self._effect.setOpacity(1.0)
        self.show()
        self.raise_()
        self._stays.start()

    def stand_below(self, wall: QSize) -> None:
        size = self.sizeHint()
        self.setGeometry(
            (wall.width() - size.width()) // 2, wall.height() - size.height() - 12, size.width(), size.height()
        )

    def enterEvent(self, event: QEnterEvent) -> None:
        self._stays.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._stays.start()
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = ReadingPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._look.ink("line"))
        painter.setBrush(self._look.ink("raised"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 12, 12)
        painter.end()

    def _go(self) -> None:
        if self._look.taste.less_motion:
            self.hide()
        else:
            self._fading.start()
