"""What of a page is in sight."""

from PySide6.QtWidgets import QWidget


def in_sight(part: QWidget) -> bool:
    return part.visibleRegion().boundingRect() == part.rect()
