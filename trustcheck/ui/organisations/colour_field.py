"""An accent colour, chosen or typed as a designer writes it, with a drop of it and what a report can use it for."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from trustcheck.app.organisations import LEAST_CONTRAST, colour_words, contrast_on_white, read_colour
from trustcheck.app.ports import Refused
from trustcheck.ui.kit.buttons import Fold
from trustcheck.ui.kit.choices import Grouping
from trustcheck.ui.kit.fields import LineEdit
from trustcheck.ui.kit.layout import FlowLayout, ReadingPainter, upright
from trustcheck.ui.kit.look import Look, wear
from trustcheck.ui.kit.pressable import Cell
from trustcheck.ui.kit.text import Text
from trustcheck.words import gettext as _

# Colours to choose from: eight of them, each from dark to pale. A colour of one's own is typed beside it.


_COLUMNS = 8
_HUES = (2, 26, 90, 145, 182, 214, 265, 325)
"""Degrees on the colour wheel, in the order of :func:`_names`."""
_SHADES = ((0.85, 0.20), (0.72, 0.30), (0.62, 0.42), (0.55, 0.62))
"""Saturation and lightness from dark to pale; the first three can be read on paper in most of the colours."""


def colours() -> tuple[tuple[str, str], ...]:
    """Every colour as ``#rrggbb`` with its name, row by row."""
    shades = (_("very dark"), _("dark"), _("clear"), _("pale"))
    return tuple(
        (
            QColor.fromHslF(hue / 360, saturation, lightness).name(),
            _("{colour}, {shade}").format(colour=name, shade=shade),
        )
        for shade, (saturation, lightness) in zip(shades, _SHADES, strict=True)
        for name, hue in zip(_names(), _HUES, strict=True)
    )


def _names() -> tuple[str, ...]:
    return (_("Red"), _("Orange"), _("Olive"), _("Green"), _("Teal"), _("Blue"), _("Violet"), _("Pink"))


class ColourGrid(Grouping):
    """Signals: ``chosen`` with a colour (``#rrggbb``), ``given_up`` on Esc."""

    chosen = Signal(str)
    given_up = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(_("Colours"))
        self.cells = [ColourCell(look, colour, name) for colour, name in colours()]
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(look.px(4))
        for at, cell in enumerate(self.cells):
            grid.addWidget(cell, at // _COLUMNS, at % _COLUMNS)
            cell.walked.connect(lambda key, at=at: self._walk(at, Qt.Key(key)))
            cell.given_up.connect(self.given_up)
            cell.clicked.connect(lambda _on=False, cell=cell: self.chosen.emit(cell.colour))
        grid.setColumnStretch(_COLUMNS, 1)
        self.show_colour("")

    def show_colour(self, colour: str) -> None:
        """Mark the colour where it is one of these; Tab leads to it, or to the first."""
        way_in = next((at for at, cell in enumerate(self.cells) if cell.colour == colour), 0)
        for at, cell in enumerate(self.cells):
            cell.show_chosen(cell.colour == colour)
            cell.let_tab_in(at == way_in)

    def put_keyboard_in(self) -> None:
        next(cell for cell in self.cells if cell.focusPolicy() == Qt.FocusPolicy.StrongFocus).setFocus(
            Qt.FocusReason.OtherFocusReason
        )

    def _walk(self, at: int, key: Qt.Key) -> None:
        row, column = divmod(at, _COLUMNS)
        last = len(self.cells) // _COLUMNS - 1
        row, column = {
            Qt.Key.Key_Left: (row, max(column - 1, 0)),
            Qt.Key.Key_Right: (row, min(column + 1, _COLUMNS - 1)),
            Qt.Key.Key_Up: (max(row - 1, 0), column),
            Qt.Key.Key_Down: (min(row + 1, last), column),
            Qt.Key.Key_Home: (row, 0),
            Qt.Key.Key_End: (row, _COLUMNS - 1),
            Qt.Key.Key_PageUp: (0, column),
            Qt.Key.Key_PageDown: (last, column),
        }[key]
        for place, cell in enumerate(self.cells):
            cell.let_tab_in(place == row * _COLUMNS + column)
        self.put_keyboard_in()


class ColourCell(Cell):
    """One colour. The chosen one has a tick."""

    side = 32
    least = 24

    def __init__(self, look: Look, colour: str, name: str) -> None:
        super().__init__(look)
        self.colour, self._name, self._chosen = colour, name, False
        self.setToolTip(f"{name}, {colour}")

    def show_chosen(self, on: bool) -> None:
        self._chosen = on
        said = _("{name}, chosen").format(name=self._name) if on else self._name
        self.setAccessibleName(said)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = ReadingPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        around = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(self._look.ink("ink" if self.underMouse() else "line"), 1))
        painter.setBrush(QColor(self.colour))
        corner = self._look.px(self.corner)
        painter.drawRoundedRect(around, corner, corner)
        if self._chosen:
            self._paint_tick(painter, around.center(), around.height() / 4)
        painter.end()

    def _paint_tick(self, painter: QPainter, middle: QPointF, reach: float) -> None:
        dark = contrast_on_white(self.colour) >= LEAST_CONTRAST
        pen = QPen(QColor("white" if dark else "black"), max(1.8, reach * 0.34))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        corners = ((-0.9, 0.05), (-0.25, 0.7), (0.95, -0.65))
        painter.drawPolyline(upright(painter, middle, reach, corners))


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
        row = FlowLayout(look, held, gap=10)
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
        painter = ReadingPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.ink("line"), 1))
        painter.setBrush(QColor(self._colour) if self._colour else Qt.BrushStyle.NoBrush)
        corner = self._look.px(9)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), corner, corner)
        painter.end()
