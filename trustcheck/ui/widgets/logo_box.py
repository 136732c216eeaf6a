"""A logo as a report's cover will wear it, on white paper, and the ways to another one or to none."""

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustcheck.ui.look import Look
from trustcheck.ui.widgets.badge import PAPER
from trustcheck.ui.widgets.button import Button
from trustcheck.ui.widgets.flow import Flow
from trustcheck.ui.widgets.text import Text
from trustcheck.words import gettext as _

_BOX = (240, 80)
"""The cover's box of 150 by 50 points, at the same ratio."""
_ROOM = 8


class LogoBox(QWidget):
    """Signals: ``choose_asked`` for the dialog that finds a picture, ``removed``."""

    choose_asked = Signal()
    removed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(6))
        self.paper = Paper(look)
        self.choose = Button(look, _("Choose a picture\u2026"), "outline", height=38)
        self.remove = Button(look, _("Remove the logo"), "quiet", height=38)
        self._said = Text(look, "", "caption", "warn")
        self._said.hide()
        buttons = QWidget()
        line = Flow(look, buttons, gap=10)
        line.addWidget(self.choose)
        line.addWidget(self.remove)
        column.addWidget(Text(look, _("Logo"), "small_strong"))
        column.addWidget(self.paper)
        column.addWidget(buttons)
        column.addWidget(Text(look, _("PNG or JPEG, up to two megabytes."), "caption", "ink3"))
        column.addWidget(self._said)
        self.choose.clicked.connect(self.choose_asked)
        self.remove.clicked.connect(self.removed)

    @property
    def said(self) -> str:
        """Why a picture was not taken; empty when it was."""
        return self._said.text()

    def show_picture(self, picture: QImage) -> None:
        self.paper.show_picture(picture)
        self.remove.setVisible(not picture.isNull())
        self.say("")

    def say(self, words: str) -> None:
        """Say why a picture was not taken."""
        self._said.setText(words)
        self._said.setVisible(bool(words))


class Paper(QWidget):
    """A piece of white paper with a picture on it, or with the words that there is none."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._picture = look, QImage()
        look.changed.connect(self._restyle)
        self._restyle()

    @property
    def has_picture(self) -> bool:
        return not self._picture.isNull()

    def show_picture(self, picture: QImage) -> None:
        self._picture = picture
        self.setAccessibleName(_("The logo as the cover wears it") if self.has_picture else _("No logo"))
        self.update()

    def _restyle(self) -> None:
        self.setFixedSize(QSize(*(self._look.px(length) for length in _BOX)))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        plate = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setBrush(PAPER if self.has_picture else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._look.ink("line"), 1))
        painter.drawRoundedRect(plate, self._look.px(9), self._look.px(9))
        room = self._look.px(_ROOM)
        inside = plate.adjusted(room, room, -room, -room)
        if self.has_picture:
            size = QSizeF(self._picture.size()).scaled(inside.size(), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRectF(inside.topLeft(), size)
            place.moveTop(inside.center().y() - size.height() / 2)
            painter.drawImage(place, self._picture)
        else:
            painter.setPen(self._look.ink("ink3"))
            painter.setFont(self._look.font("caption"))
            painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, _("No logo"))
        painter.end()
