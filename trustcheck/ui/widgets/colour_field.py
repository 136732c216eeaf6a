"""An accent colour, chosen or typed as a designer writes it, with a drop of it and what a report can use it for."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustcheck.app.organisations import colour_words, read_colour
from trustcheck.app.ports import Refused
from trustcheck.ui.look import Look
from trustcheck.ui.widgets.colour_grid import ColourGrid
from trustcheck.ui.widgets.field import LineEdit
from trustcheck.ui.widgets.flow import Flow
from trustcheck.ui.widgets.fold import Fold
from trustcheck.ui.widgets.text import Text
from trustcheck.ui.worn import wear
from trustcheck.words import gettext as _

_SIDE = 44
_WIDTH = 150


class ColourField(QWidget):
    """Signals: ``changed`` with a colour (``#rrggbb``, or empty for the house's own) whenever one can be read."""

    changed = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        label = _("Accent colour of your reports")
        self.line = LineEdit()
        self.line.setMaxLength(7)
        self.line.setAccessibleName(label)
        self.drop = Drop(look)
        self.grid = ColourGrid(look)
        self.grid.hide()
        self.fold = Fold(look, _("Colours"), self.grid)
        self._said = Text(look, "", "caption", "ink3")
        caption = Text(look, label, "small_strong")
        caption.setBuddy(self.line)
        held = QWidget()
        row = Flow(look, held, gap=10)
        for part in (self.line, self.drop, self.fold):
            row.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(6))
        column.addWidget(caption)
        column.addWidget(held)
        column.addWidget(self._said)
        column.addWidget(self.grid)
        self.fold.turned.connect(lambda is_open: self.grid.put_keyboard_in() if is_open else None)
        self.grid.chosen.connect(self._choose)
        self.grid.given_up.connect(self._put_away)
        self.line.textEdited.connect(self._typed)
        look.changed.connect(self._restyle)
        self._restyle()

    @property
    def said(self) -> str:
        """What a report makes of the colour, or why there is none to be read."""
        return self._said.text()

    def show_colour(self, colour: str) -> None:
        self.line.setText(colour)
        self._say(colour)

    def _typed(self, words: str) -> None:
        try:
            colour = read_colour(words)
        except Refused as refused:
            # Somebody in the middle of typing has made no mistake yet: the tone stays calm.
            self._tell(str(refused), "ink3")
            self.drop.show_colour("")
            return
        self._say(colour)
        self.changed.emit(colour)

    def _choose(self, colour: str) -> None:
        self.show_colour(colour)
        self._put_away()
        self.changed.emit(colour)

    def _put_away(self) -> None:
        self.fold.show_open(is_open=False)
        self.fold.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, colour: str) -> None:
        empty = _("Six figures and letters after a hash, such as #0b5f63. Empty for TrustCheck\u2019s own.")
        self._tell(colour_words(colour) or empty, "ink2" if colour else "ink3")
        self.drop.show_colour(colour)
        self.grid.show_colour(colour)

    def _tell(self, words: str, ink: str) -> None:
        self._said.setText(words)
        self._said.use_ink(ink)
        self.line.setAccessibleDescription(words)

    def _restyle(self) -> None:
        wear(self.line, self._look, "body")
        self.line.setFixedSize(self._look.px(_WIDTH), self._look.px(_SIDE))


class Drop(QWidget):
    """The colour on white paper. Decoration: the words say what it is good for."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._colour = look, ""
        look.changed.connect(self._restyle)
        self._restyle()

    def show_colour(self, colour: str) -> None:
        self._colour = colour
        self.update()

    def _restyle(self) -> None:
        self.setFixedSize(self._look.px(_SIDE), self._look.px(_SIDE))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.ink("line"), 1))
        painter.setBrush(QColor(self._colour) if self._colour else Qt.BrushStyle.NoBrush)
        corner = self._look.px(9)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), corner, corner)
        painter.end()
