"""How large the pages of a preview lie there: as wide as there is room, whole, or so many hundredths of the paper."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QSizeF

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
