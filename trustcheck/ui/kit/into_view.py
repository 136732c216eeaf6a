"""Scrolling to what has only now been said or offered, once it has found its place."""

from collections.abc import Iterator
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtWidgets import QLabel, QLayout, QScrollArea, QWidget
from shiboken6 import isValid

from trustcheck.ui.kit.look import Look

# Tab goes as one reads, also where a part of a page was made later than what stands below it.


def tab_in_reading_order(root: QWidget) -> None:
    """Chain everything below ``root`` that can have the keyboard, in the order of its layouts."""
    for before, after in pairwise(_reached(root)):
        QWidget.setTabOrder(before, after)


def _reached(widget: QWidget) -> Iterator[QWidget]:
    if widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
        yield widget
    layout = widget.layout()
    if layout is not None:
        yield from _in_layout(layout)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for at in range(layout.count()):
        entry = layout.itemAt(at)
        if entry is None:
            continue
        inner, widget = entry.layout(), entry.widget()
        if inner is not None:
            yield from _in_layout(inner)
        elif widget is not None:
            yield from _reached(widget)


def takes_keyboard(widget: QWidget, page: QWidget) -> bool:
    """Whether Tab would stop at a widget while ``page`` is shown."""
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isVisibleTo(page) and widget.isEnabled()


_MARGIN = 16
_MOST_TURNS = 12
"""Words that wrap tell their height one layout after the other."""


def bring_into_view(area: QScrollArea, look: Look, *parts: QWidget) -> None:
    """Scroll as far as it takes to see these parts of what ``area`` holds; the last one surely. No words are cut
    through at the upper edge where a little further they would not be.
    """
    QTimer.singleShot(0, area, partial(_scroll, area, look, parts, [], _MOST_TURNS))


def bring_near(look: Look, part: QWidget) -> None:
    """The same for something that does not know what it lies in; nothing where that does not scroll."""
    area = part.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    if area is not None:
        bring_into_view(area, look, part)


def _scroll(area: QScrollArea, look: Look, parts: tuple[QWidget, ...], before: list[QRect], turns: int) -> None:
    """Once more as long as anything moves."""
    shown = [part for part in parts if isValid(part) and part.isVisibleTo(area)]
    for part in shown:
        area.ensureWidgetVisible(part, 0, look.px(_MARGIN))
    if shown:
        _spare_words(area, shown[-1])
    places = [QRect(part.mapTo(area, QPoint()), part.size()) for part in shown]
    if places != before and turns:
        QTimer.singleShot(0, area, partial(_scroll, area, look, parts, places, turns - 1))


def _spare_words(area: QScrollArea, part: QWidget) -> None:
    """Scroll to the nearest place where the upper edge cuts no words and ``part`` is still in sight; where there is
    none, to the nearest where it cuts no line of them.
    """
    held, bar = area.widget(), area.verticalScrollBar()
    if held is None:
        return
    top = part.mapTo(held, QPoint()).y()
    lowest, highest = max(top + part.height() - area.viewport().height(), bar.minimum()), min(top, bar.maximum())
    labels = [each for each in held.findChildren(QLabel) if each.isVisibleTo(held) and each.text()]
    words = [_stretch(each, held) for each in labels]
    lines = [line for each in labels for line in _lines(each, held)]
    for whole in (words, lines):
        edges = {bar.value(), *(edge for stretch in whole for edge in stretch)}
        free = [at for at in edges if lowest <= at <= highest and not any(begin < at < end for begin, end in whole)]
        if free:
            bar.setValue(min(free, key=lambda at: abs(at - bar.value())))
            return


def _stretch(words: QLabel, held: QWidget) -> tuple[int, int]:
    """From where to where they reach."""
    top = words.mapTo(held, QPoint()).y()
    return top, top + words.height()


def _lines(words: QLabel, held: QWidget) -> list[tuple[int, int]]:
    """The same of every line."""
    (begin, end), line = _stretch(words, held), max(words.fontMetrics().lineSpacing(), 1)
    return [(top, min(top + line, end)) for top in range(begin, end, line)]
