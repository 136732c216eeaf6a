"""The desk on which the sheets of a document lie, one below the other, as large as somebody wants them."""

from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate

from PySide6.QtCore import QEvent, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QScrollBar, QVBoxLayout, QWidget

from trustcheck.ui.kit.look import Look
from trustcheck.words import gettext as _

# How large the pages of a preview lie there: as wide as there is room, whole, or so many hundredths of the paper.


_PIXELS_PER_POINT = 96 / 72
STEPS = (25, 33, 50, 67, 75, 90, 100, 110, 125, 150, 175, 200, 250, 300)
"""Per cent of the paper's own size."""


class Fit(StrEnum):
    WIDTH = "width"
    PAGE = "page"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class PdfSize:
    """``percent`` counts where nothing is fitted."""

    fit: Fit = Fit.WIDTH
    percent: int = 100

    def width(self, page: QSizeF, room: QSizeF) -> int:
        """The width in pixels of a page (in points) where there is ``room`` (in pixels)."""
        if self.fit is Fit.NONE:
            return round(page.width() * _PIXELS_PER_POINT * self.percent / 100)
        if self.fit is Fit.PAGE:
            return round(min(room.width(), room.height() * page.width() / page.height()))
        return round(room.width())

    def stepped(self, step: int, now: int) -> "PdfSize":
        """One step larger (1) or smaller (-1) than ``now`` per cent, as far as there is one."""
        beyond = [each for each in STEPS if (each > now if step > 0 else each < now)]
        if not beyond:
            return PdfSize(Fit.NONE, STEPS[-1] if step > 0 else STEPS[0])
        return PdfSize(Fit.NONE, beyond[0] if step > 0 else beyond[-1])


def percent_of(width: int, page: QSizeF) -> int:
    """How large a page of so many pixels is, in per cent of the paper."""
    return round(100 * width / (page.width() * _PIXELS_PER_POINT))


# One page of a document as a sheet of paper, white in every light.


_STALE = 0.45


class PdfSheet(QLabel):
    """Blank until its picture comes. Its accessible name says which page it is, its description what stands there."""

    def __init__(self, look: Look, page: int, of: int, points: QSizeF, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self.points = look, points
        self._picture: QImage | None = None
        self._stale = False
        self.setAccessibleName(_("Page {page} of {of}").format(page=page, of=of))
        look.changed.connect(self.update)

    @property
    def has_picture(self) -> bool:
        return self._picture is not None

    @property
    def sharp_width(self) -> int:
        """The width in device pixels for which the picture was drawn; 0 without one."""
        return self._picture.width() if self._picture is not None else 0

    def stand(self, width: int) -> None:
        """Be ``width`` pixels wide, and as high as the page is then."""
        self.setFixedSize(width, round(width * self.points.height() / self.points.width()))

    def show_picture(self, picture: QImage | None) -> None:
        self._picture = picture
        self.update()

    def show_words(self, words: str) -> None:
        self.setAccessibleDescription(words)

    def show_stale(self, *, stale: bool) -> None:
        """Faded: another version of this page is being made."""
        if stale is not self._stale:
            self._stale = stale
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        if self._picture is not None:
            painter.setOpacity(_STALE if self._stale else 1.0)
            painter.drawImage(QRectF(self.rect()), self._picture)
        painter.setOpacity(1.0)
        painter.setPen(QPen(self._look.ink("line"), 1))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()


_GAP = 16
_NARROWEST = 80
_SIZING: dict[int, int] = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1, Qt.Key.Key_0: 0}
_WITH_SHIFT = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class PdfDesk(QScrollArea):
    """Page Up and Page Down turn a page, Home and End go to the first and the last; arrows scroll. While it has the
    keyboard, Ctrl with plus, minus and 0 are its own: they make pages larger, smaller, and fit them to the width.

    Signals: ``moved`` whenever other sheets, or the same ones at another size, may be in view; ``sized`` with the
    :class:`PdfSize` after somebody chose one.
    """

    corner = 1
    moved = Signal()
    sized = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.sheets: list[PdfSheet] = []
        self.size_of_pages = PdfSize()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._paper = QWidget()
        self._paper.setAutoFillBackground(True)
        self._pile = QVBoxLayout(self._paper)
        self._pile.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setWidget(self._paper)
        self.verticalScrollBar().valueChanged.connect(self.moved)
        look.changed.connect(self._fit)
        self._fit()

    @property
    def page(self) -> int:
        """The index of the page in view; 0 while there is none."""
        bar, look_at = self.verticalScrollBar(), self.viewport().height() / 3
        if 0 < bar.maximum() <= bar.value():
            return max(len(self.sheets) - 1, 0)
        above = [at for at, top in enumerate(self._tops()) if top <= bar.value() + look_at]
        return above[-1] if above else 0

    def lay(self, sizes: tuple[QSizeF, ...]) -> None:
        """Lay blank sheets of these sizes (in points) in place of those that lie there, and stay at the same place."""
        place = self.verticalScrollBar().value()
        # Always there with a document: a bar that comes and goes would change the width it depends on.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        for sheet in self.sheets:
            self._pile.removeWidget(sheet)
            sheet.hide()
            sheet.deleteLater()
        self.sheets = [PdfSheet(self._look, at, len(sizes), size, self._paper) for at, size in enumerate(sizes, 1)]
        for sheet in self.sheets:
            self._pile.addWidget(sheet)
            sheet.show()
        self._fit()
        self.verticalScrollBar().setValue(place)

    @property
    def percent(self) -> int:
        """How large the first page is, in per cent of the paper; 100 while there is none."""
        return percent_of(self.sheets[0].width(), self.sheets[0].points) if self.sheets else 100

    def show_size(self, size: PdfSize) -> None:
        """Lay the same sheets at another size; what was in the middle of the view stays there."""
        self.size_of_pages = size
        middles = [self._middle(bar) for bar in (self.horizontalScrollBar(), self.verticalScrollBar())]
        self._fit()
        # At once, so that the bars know how far they reach.
        self._paper.resize(self._paper.minimumSizeHint().expandedTo(self.viewport().size()))
        for bar, middle in zip((self.horizontalScrollBar(), self.verticalScrollBar()), middles, strict=True):
            bar.setValue(round(middle * (bar.maximum() + bar.pageStep()) - bar.pageStep() / 2))
        self.moved.emit()
        self.sized.emit(size)

    def step(self, step: int) -> None:
        """One step larger (1) or smaller (-1)."""
        self.show_size(self.size_of_pages.stepped(step, self.percent))

    @staticmethod
    def _middle(bar: QScrollBar) -> float:
        """Where in all there is the middle of the view lies, 0 to 1."""
        return (bar.value() + bar.pageStep() / 2) / max(bar.maximum() + bar.pageStep(), 1)

    def near(self) -> list[int]:
        """The indices of the sheets in view and half a view above and below."""
        top, high = self.verticalScrollBar().value(), self.viewport().height()
        return [
            at
            for at, start in enumerate(self._tops())
            if start < top + 1.5 * high and start + self.sheets[at].height() > top - 0.5 * high
        ]

    def turn(self, step: int) -> None:
        """Go so many pages on, or back, as far as there are any."""
        self.go_to(min(max(self.page + step, 0), len(self.sheets) - 1))

    def go_to(self, page: int) -> None:
        if 0 <= page < len(self.sheets):
            bar = self.verticalScrollBar()
            last = 0 < page == len(self.sheets) - 1
            bar.setValue(bar.maximum() if last else self._tops()[page] - self._look.px(_GAP))

    def _tops(self) -> list[int]:
        """Where each sheet begins, known before the sheets have been moved there."""
        if not self.sheets:
            return []
        gap = self._look.px(_GAP)
        return list(accumulate((sheet.height() + gap for sheet in self.sheets[:-1]), initial=gap))

    def _fit(self) -> None:
        gap = self._look.px(_GAP)
        self._pile.setContentsMargins(gap, gap, gap, gap)
        self._pile.setSpacing(gap)
        room = QSizeF(self.viewport().width() - 2 * gap, self.viewport().height() - 2 * gap)
        for sheet in self.sheets:
            sheet.stand(max(self.size_of_pages.width(sheet.points, room), _NARROWEST))
        self._pile.activate()
        palette = self._paper.palette()
        palette.setColor(self._paper.backgroundRole(), self._look.ink("sunk"))
        self._paper.setPalette(palette)

    def event(self, event: QEvent) -> bool:
        """Asked first whether it wants keys that are a menu's otherwise: those for larger and smaller text."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _sizing(event) is not None:
            event.accept()
            return True
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.angleDelta().y():
            self.step(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        sizing = _sizing(event)
        if sizing is not None:
            self.step(sizing) if sizing else self.show_size(PdfSize())
            return
        match event.key():
            case Qt.Key.Key_PageDown:
                self.turn(1)
            case Qt.Key.Key_PageUp:
                self.turn(-1)
            case Qt.Key.Key_Home:
                self.go_to(0)
            case Qt.Key.Key_End:
                self.go_to(len(self.sheets) - 1)
            case _:
                super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self.moved.emit()


def _sizing(event: QKeyEvent) -> int | None:
    """What a key does to the size of the pages: 1 larger, -1 smaller, 0 as wide as there is room."""
    # Plus stands above another key on many keyboards.
    if event.modifiers() & ~_WITH_SHIFT != Qt.KeyboardModifier.ControlModifier:
        return None
    return _SIZING.get(event.key())
