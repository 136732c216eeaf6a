"""A labelled whole number, typed. No arrows to hit, no wheel that changes it by accident."""

from PySide6.QtCore import QRegularExpression, QSize
from PySide6.QtGui import QRegularExpressionValidator

from trustcheck.ui.look import Look
from trustcheck.ui.widgets.field import Field


class NumberField(Field):
    """``digits`` is how long the number may be. An empty field is ``None``, which is not nought."""

    def __init__(self, look: Look, label: str, *, digits: int = 6, width: int = 150, hint: str = "") -> None:
        self._width = width
        super().__init__(look, label, hint=hint, limit=digits)
        # Figures of any script are numbers to Qt, and to int() as well.
        self.line.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9]*"), self.line))

    def sizeHint(self) -> QSize:
        """As wide as the label or the line; what is wrong with the number wraps below it."""
        width = max(self._look.width_of(self.line.accessibleName(), "small_strong"), self._look.px(self._width))
        return QSize(width, self._column.heightForWidth(width))

    @property
    def number(self) -> int | None:
        return int(self.words) if self.words else None

    def show_number(self, number: int | None) -> None:
        self.show_words("" if number is None else str(number))

    def _restyle(self) -> None:
        super()._restyle()
        self.line.setFixedWidth(self._look.px(self._width))
