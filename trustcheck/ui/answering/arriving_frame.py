"""A page of one question: whoever arrives reads it from its top."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from trustcheck.ui.kit.focus_frame import FocusFrame
from trustcheck.ui.kit.look import Look


class ArrivingFrame(FocusFrame):
    """The question stays in sight although the keyboard is on an answer below it; from the first step of the keyboard
    on, that leads the eye.
    """

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._landing: QWidget | None = None

    def arrive_at(self, part: QWidget | None) -> None:
        """What has the keyboard when the page is come to."""
        self._landing = part

    def showEvent(self, event: QShowEvent) -> None:
        self.arrive_at(self.first_focus())
        super().showEvent(event)

    def _bring_into_view(self, old: QWidget | None, now: QWidget | None) -> None:
        if now is not None and now is self._landing:
            self.area.verticalScrollBar().setValue(0)
            return
        if old is not None and old is self._landing:
            self._landing = None
        super()._bring_into_view(old, now)
