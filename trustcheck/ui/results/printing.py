"""A report on a printer of this computer: the very pages that are seen and saved."""

from typing import Any

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrinter

from trustcheck.app.ports import Progress, Refused
from trustcheck.ui.results.pdf_preview import LIBRARY
from trustcheck.words import gettext as _

_SHARPEST = 300
"""Dots to the inch that pages are drawn in; a printer that has more gets these."""
_POINTS = 72.0


def print_pages(pdf: bytes, printer: QPrinter, progress: Progress) -> None:
    """Draw the pages that were chosen, as often as they were wanted where the printer does not see to that itself.

    Called on a worker's thread. ``progress`` is called after each page; what it raises ends the printing. Raises
    :class:`~trustcheck.app.refusals.Refused` where the printer does not begin or stops.
    """
    import pypdfium2

    with LIBRARY:
        document = pypdfium2.PdfDocument(pdf)
    try:
        count = len(document)
        first, last = printer.fromPage() or 1, min(printer.toPage() or count, count)
        times = 1 if printer.supportsMultipleCopies() else printer.copyCount()
        wanted = [*range(first - 1, last)] * times
        if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst:
            wanted.reverse()
        _draw(document, wanted, printer, progress)
    finally:
        with LIBRARY:
            document.close()


def _draw(document: Any, wanted: list[int], printer: QPrinter, progress: Progress) -> None:
    painter = QPainter()
    try:
        for done, index in enumerate(wanted):
            with LIBRARY:
                page = document[index]
                size = QSizeF(*page.get_size())
                picture = _picture(page, min(printer.resolution(), _SHARPEST) / _POINTS)
                page.close()
            _turn(printer, size)
            if not (printer.newPage() if done else painter.begin(printer)):
                raise _stopped()
            painter.drawImage(_place(printer, size), picture)
            progress(done + 1, len(wanted))
    except BaseException:
        # What was sent before stays with the printer; nothing more follows.
        if painter.isActive():
            printer.abort()
        raise
    finally:
        if painter.isActive():
            painter.end()


def _picture(page: Any, scale: float) -> QImage:
    from pypdfium2 import raw

    bitmap = page.render(scale=scale, force_bitmap_format=raw.FPDFBitmap_BGRx)
    try:
        drawn = QImage(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32)
        return drawn.copy()
    finally:
        bitmap.close()


def _turn(printer: QPrinter, size: QSizeF) -> None:
    """The sheet lies as the page does."""
    layout = printer.pageLayout()
    across = size.width() > size.height()
    layout.setOrientation(QPageLayout.Orientation.Landscape if across else QPageLayout.Orientation.Portrait)
    layout.setMode(QPageLayout.Mode.FullPageMode)
    layout.setMargins(QMarginsF())
    printer.setPageLayout(layout)


def _place(printer: QPrinter, size: QSizeF) -> QRectF:
    """Where the page stands on the sheet, in dots: in its own size, or smaller where the sheet is smaller."""
    sheet = printer.pageLayout().fullRectPixels(printer.resolution())
    whole = size * (printer.resolution() / _POINTS)
    scale = min(1.0, sheet.width() / whole.width(), sheet.height() / whole.height())
    width, height = whole.width() * scale, whole.height() * scale
    return QRectF((sheet.width() - width) / 2, (sheet.height() - height) / 2, width, height)


def _stopped() -> Refused:
    return Refused(
        _("The printer did not take the report."),
        _("The check and the report are as they were."),
        _("Look at the printer, or save the report as PDF and print that."),
    )
