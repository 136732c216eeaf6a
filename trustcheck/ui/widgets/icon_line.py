"""A line of text with its icon in front, in line with the first line where the text wraps."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trustcheck.ui.look import Look
from trustcheck.ui.widgets.icon import Icon
from trustcheck.ui.widgets.text import Text

_ROOM_FOR_A_VALUE = 440
_TOP = Qt.AlignmentFlag.AlignTop


class IconLine(QWidget):
    """``value`` stands at the end of the line where there is room; the words say it too."""

    def __init__(
        self, look: Look, icon: str, words: str, *, ink: str = "ink2", role: str = "small", value: str = ""
    ) -> None:
        super().__init__()
        self._look, self._role = look, role
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(10))
        self._hung = QVBoxLayout()
        self._hung.addWidget(Icon(look, icon, ink, 18), 0, _TOP)
        self._hung.addStretch(1)
        row.addLayout(self._hung)
        row.addWidget(Text(look, words, role), 1, _TOP)
        self._value = Text(look, value, "small_strong", "ink2", wrap=False)
        row.addWidget(self._value, 0, _TOP)
        look.changed.connect(self._hang)
        self._hang()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._hang()

    def _hang(self) -> None:
        self._value.setVisible(bool(self._value.text()) and self.width() >= self._look.px(_ROOM_FOR_A_VALUE))
        line = QFontMetricsF(self._look.font(self._role)).height()
        self._hung.setContentsMargins(0, max(0, round((line - self._look.px(18)) / 2)), 0, 0)
