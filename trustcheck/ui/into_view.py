"""Scrolling to what has only now been said or offered, once it has found its place."""

from functools import partial

from PySide6.QtCore import QPoint, QRect, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget
from shiboken6 import isValid

from trustcheck.ui.look import Look

_MARGIN = 16
_MOST_TURNS = 12
"""Words that wrap tell their height one layout after the other."""


def bring_into_view(area: QScrollArea, look: Look, *parts: QWidget) -> None:
    """Scroll as far as it takes to see these parts of what ``area`` holds; the last one surely."""
    QTimer.singleShot(0, area, partial(_scroll, area, look, parts, [], _MOST_TURNS))


def _scroll(area: QScrollArea, look: Look, parts: tuple[QWidget, ...], before: list[QRect], turns: int) -> None:
    """Once more as long as anything moves."""
    shown = [part for part in parts if isValid(part) and part.isVisibleTo(area)]
    for part in shown:
        area.ensureWidgetVisible(part, 0, look.px(_MARGIN))
    places = [QRect(part.mapTo(area, QPoint()), part.size()) for part in shown]
    if places != before and turns:
        QTimer.singleShot(0, area, partial(_scroll, area, look, parts, places, turns - 1))
