"""The bar over a question: leave for now, whether everything is saved, hide the screen."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trustcheck.ui.kit.buttons import Button
from trustcheck.ui.kit.look import Look
from trustcheck.ui.shell.saved_line import SavedLine
from trustcheck.words import gettext as _

_MARGIN = 36
_GAP = 24


class FocusBar(QWidget):
    """Signals: ``left`` when the person leaves for now, ``hide_asked`` when the screen is to be hidden."""

    left = Signal()
    hide_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.leave = Button(look, _("Leave for now"), "quiet", icon="x", height=40)
        self.saved = SavedLine(look)
        self.hide_screen = Button(look, _("Hide screen"), "quiet", icon="eye-off", height=40)
        self.leave.clicked.connect(self.left)
        self.hide_screen.clicked.connect(self.hide_asked)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.leave)
        self._row.addStretch(1)
        self._row.addWidget(self.saved)
        self._row.addWidget(self.hide_screen)
        self._added: list[QWidget] = []

    def add(self, button: QWidget) -> None:
        """Something else that can be done over a question, at the end of the bar."""
        self._added.append(button)
        self._row.addWidget(button)

    def fit(self, width: int, *, low: bool) -> None:
        """Use long words, short words or a sign alone: whatever has room in ``width`` pixels."""
        margin = self._look.px(24 if width < 900 * self._look.scale else _MARGIN)
        self._row.setContentsMargins(max(margin - self._look.px(12), 0), 0, max(margin - self._look.px(12), 0), 0)
        self._row.setSpacing(self._look.px(_GAP))
        self.setFixedHeight(self._look.px(48 if low else 64))
        for leave, hide, short in (
            (_("Leave for now"), _("Hide screen"), False),
            (_("Leave"), _("Hide screen"), True),
            (_("Leave"), "", True),
        ):
            self._speak(leave, hide, short=short)
            if self._needed() <= width - 2 * margin:
                break

    def _speak(self, leave: str, hide: str, *, short: bool) -> None:
        self.leave.say(leave)
        self.hide_screen.say(hide)
        self.hide_screen.setAccessibleName(_("Hide screen"))
        self.hide_screen.setToolTip("" if hide else _("Hide screen"))
        self.saved.speak_short(short=short)

    def _needed(self) -> int:
        parts = (self.leave, self.saved, self.hide_screen, *self._added)
        return sum(part.sizeHint().width() for part in parts) + 2 * self._look.px(_GAP)
