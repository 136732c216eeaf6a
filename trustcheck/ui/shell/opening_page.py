"""The first thing that is painted, and the moment while a data file is opened: the sign, and a way back."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QGroupBox, QVBoxLayout, QWidget

from trustcheck.ui.kit.buttons import Button
from trustcheck.ui.kit.icons import Mark
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.text import Text
from trustcheck.words import gettext as _

_PATIENCE = 400
"""Milliseconds before it says what takes so long; most files are open by then."""


class OpeningPage(QGroupBox):
    """Signals: ``cancel_asked`` when the person does not want to wait."""

    cancel_asked = Signal()

    def __init__(self, look: Look, words: str = "") -> None:
        """``words`` where it is not opened but written anew: nobody changes their mind halfway."""
        super().__init__()
        self.name = words or _("Opening your data file")
        self.cancel = Button(look, _("Cancel"), "quiet")
        self.cancel.clicked.connect(self.cancel_asked)
        self._words = Text(look, self.name, "lead", "ink2", wrap=False, centred=True)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE)
        self._patience.timeout.connect(lambda: self._tell(told=True))
        column = QVBoxLayout(self)
        column.setSpacing(look.px(16))
        column.addStretch(2)
        for part in (Mark(look, 68, 40), self._words, self.cancel):
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self._told = (self._words,) if words else (self._words, self.cancel)
        self.cancel.hide()
        self._tell(told=False)

    def wait(self) -> None:
        """Something is being opened: say so, if it takes long enough to wonder."""
        self._tell(told=False)
        self._patience.start()

    @property
    def is_waiting(self) -> bool:
        """Whether it will say what takes so long once it has taken long enough."""
        return self._patience.isActive()

    def stop(self) -> None:
        """Nothing is being opened any more, and nothing is there to cancel."""
        self._patience.stop()
        self._tell(told=False)

    def first_focus(self) -> QWidget:
        return self.cancel

    def announcement(self) -> str:
        return self.name if self.cancel not in self._told else ""

    def _tell(self, *, told: bool) -> None:
        for part in self._told:
            policy = part.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            part.setSizePolicy(policy)
            part.setVisible(told)
        if told:
            self.setAccessibleName(self.name)
            self.cancel.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        """A page that has been left must not take the keyboard back."""
        self._patience.stop()
        super().hideEvent(event)
