"""A named group of choices: nothing to see, and a role and a name for those who listen."""

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QGroupBox, QWidget


class Grouping(QGroupBox):
    """Holds radio buttons that belong to one question. It paints nothing of its own."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFlat(True)
        self.setAccessibleName(name)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Nothing: the group has no frame and no title on screen."""
