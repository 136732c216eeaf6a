"""A few words that like to stand on one line, and wrap only where the line is too short for them."""

from PySide6.QtCore import QSize

from trustcheck.ui.look import Look
from trustcheck.ui.widgets.text import Text


class LineText(Text):
    def __init__(self, look: Look, words: str, role: str = "body", ink: str = "ink") -> None:
        super().__init__(look, words, role, ink)

    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance(self.text()) + 2
        return QSize(width, max(self.fontMetrics().height(), self.heightForWidth(width)))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), self._look.px(120)), self.fontMetrics().height())
