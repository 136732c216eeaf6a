"""What a widget really paints in words, and where: what is cut off or lies over something else is seen here."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, product
from xml.etree import ElementTree as ET

from PySide6.QtCore import QBuffer, QIODevice, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QRegion, QTransform
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QAbstractScrollArea, QHeaderView, QLineEdit, QTableWidget, QWidget

from trustcheck.ui.kit.buttons import Fold
from trustcheck.ui.kit.soft_breaks import broken_to_fit

_SVG = "{http://www.w3.org/2000/svg}"
_BREAK = "\u200b"
_CLOSE = 2.5
"""Pixels by which the ink of a letter may reach over an edge before anybody would see it."""


@dataclass(frozen=True)
class Words:
    """One line of text with the box of its ink, in the widget's own pixels."""

    text: str
    ink: QRectF


def painted_by(widget: QWidget) -> list[Words]:
    """What this widget paints itself; its children are asked for themselves."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    drawing = QSvgGenerator()
    drawing.setOutputDevice(buffer)
    drawing.setSize(widget.size())
    painter = QPainter(drawing)
    widget.render(painter, QPoint(), QRegion(), QWidget.RenderFlag(0))
    painter.end()
    drawn = bytes(buffer.data().data())
    if b"<text" not in drawn:
        return []
    root = ET.fromstring(drawn)
    return [
        _words(text, group)
        for group in root.iter(f"{_SVG}g")
        for text in group.findall(f"{_SVG}text")
        # Where words may break is drawn by another font where there is one that knows the sign, and nobody sees it.
        if (text.text or "").replace(_BREAK, "").strip()
    ]


def cut_in(root: QWidget) -> list[str]:
    """The lines in sight on a page, or below what is in sight, that nobody can read whole: those that end in an
    ellipsis, reach over an edge, or lie over each other."""
    found = []
    for widget in (root, *root.findChildren(QWidget)):
        if isinstance(widget, QTableWidget) and widget.isVisible():
            found += [f"{_named(widget)}: the cell {words!r} is too small" for words in _small_cells(widget)]
        if widget.isVisible() and not widget.size().isEmpty() and not _is_typed_in_or_scrolled(widget):
            lines = painted_by(widget)
            found += [f"{_named(widget)}: {words}" for words in _cut(widget, root, lines)]
    return found


def nothing_is_cut(page: QWidget) -> None:
    """Raises with what is cut; also where the page was not laid out yet, and then it is asked again."""
    for fold in page.findChildren(Fold):
        if fold.isVisible() and not fold.is_open:
            fold.click()
    found = cut_in(page)
    assert found == [], found


def _is_typed_in_or_scrolled(widget: QWidget) -> bool:
    """Where the cursor or a scroll bar of its own leads to the rest: a line of text, the cells of a table."""
    return isinstance(widget, QLineEdit) or isinstance(widget.parentWidget(), QTableWidget | QHeaderView)


def _small_cells(table: QTableWidget) -> Iterator[str]:
    """The cells and headings whose words need more room than they have."""
    heads = [table.horizontalHeaderItem(at) for at in range(table.columnCount())]
    for at, head in enumerate(heads):
        wide = table.horizontalHeader().fontMetrics().horizontalAdvance(head.text() if head else "")
        if wide > table.columnWidth(at):
            yield head.text() if head else ""
    for row, column in product(range(table.rowCount()), range(table.columnCount())):
        item = table.item(row, column)
        words, room = item.text() if item else "", QRect(0, 0, table.columnWidth(column), table.rowHeight(row))
        said = broken_to_fit(words, QFontMetricsF(table.font()), room.width() - 2)
        needs = table.fontMetrics().boundingRect(QRect(0, 0, room.width(), 10_000), Qt.TextFlag.TextWordWrap, said)
        if needs.width() > room.width() or needs.height() > room.height():
            yield words


def _cut(widget: QWidget, root: QWidget, lines: list[Words]) -> Iterator[str]:
    own = str(widget.property("text") or "")
    for words in lines:
        if "\u2026" in words.text and words.text not in own:
            yield f"{words.text!r} is elided"
        edge = _edge_over(widget, root, words.ink)
        if edge is not None:
            yield f"{words.text!r} reaches over the edge of {_named(edge)}"
    for one, other in combinations(lines, 2):
        over = one.ink.intersected(other.ink)
        if over.width() > _CLOSE and over.height() > _CLOSE:
            yield f"{one.text!r} lies over {other.text!r}"


def _edge_over(widget: QWidget, root: QWidget, ink: QRectF) -> QWidget | None:
    """What cuts the ink off: the widget itself, or one that it lies in. What can be scrolled to is not cut."""
    place: QWidget | None = widget
    while place is not None:
        room = QRectF(place.rect()).adjusted(-_CLOSE, -_CLOSE, _CLOSE, _CLOSE)
        above = place.parentWidget()
        within = above.parentWidget() if above is not None else None
        scrolls = isinstance(within, QAbstractScrollArea) and within.viewport() is above
        if not room.contains(ink):
            return place
        if scrolls:
            assert within is not None
            bar = within.horizontalScrollBarPolicy()
            return place if bar == bar.ScrollBarAlwaysOff and place.width() > within.viewport().width() + 1 else None
        if place is root:
            return None
        ink = ink.translated(place.pos())
        place = above
    return None


def _words(text: ET.Element, group: ET.Element) -> Words:
    numbers = [
        float(each) for each in re.findall(r"-?[\d.]+(?:e-?\d+)?", group.get("transform", "matrix(1,0,0,1,0,0)"))
    ]
    font = QFont([each.strip() for each in text.get("font-family", "").split(",")])
    font.setPixelSize(max(1, round(float(text.get("font-size", "1")))))
    said = text.text or ""
    ink = QFontMetricsF(font).tightBoundingRect(said)
    ink.translate(float(text.get("x", "0")), float(text.get("y", "0")))
    return Words(said, QTransform(*numbers).mapRect(ink))


def _named(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.accessibleName()[:40]!r}"
