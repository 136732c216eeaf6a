"""Tab goes as one reads, also where a part of a page was made later than what stands below it."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


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
