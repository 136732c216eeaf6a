"""The desk on which the sheets of a document lie, one below the other, as wide as there is room."""

from itertools import accumulate

from PySide6.QtCore import QSizeF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from trustcheck.ui.look import Look
from trustcheck.ui.widgets.pdf_sheet import PdfSheet

_GAP = 16
_WIDEST = 900
_NARROWEST = 80


class PdfDesk(QScrollArea):
    """Page Up and Page Down turn a page, Home and End go to the first and the last; arrows scroll.

    Signals: ``moved`` whenever other sheets, or the same ones at another size, may be in view.
    """

    corner = 1
    moved = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.sheets: list[PdfSheet] = []
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
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
        room = min(self.viewport().width() - 2 * gap, self._look.px(_WIDEST))
        for sheet in self.sheets:
            sheet.stand(max(room, _NARROWEST))
        self._pile.activate()
        palette = self._paper.palette()
        palette.setColor(self._paper.backgroundRole(), self._look.ink("sunk"))
        self._paper.setPalette(palette)

    def keyPressEvent(self, event: QKeyEvent) -> None:
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
