"""Telling a screen reader what changed, beside what the focus tells it."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

_SILENT = "silent"


def be_silent(window: QWidget, *, silent: bool) -> None:
    """Whether nothing in this window is read aloud: what is hidden from eyes is hidden from ears."""
    window.setProperty(_SILENT, silent)


def announce(widget: QWidget, words: str, *, assertive: bool = False) -> None:
    """Have ``words`` read aloud. ``assertive`` interrupts what is being read; for trouble only."""
    if not words or widget.window().property(_SILENT):
        return
    event = QAccessibleAnnouncementEvent(widget, words)
    if assertive:
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)
