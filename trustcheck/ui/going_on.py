"""Going on by itself after an answer: only if wished, after a moment, and never over what a person does next."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

MOMENT = 450
"""Milliseconds in which one sees what was chosen and can still think again."""

_INPUT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.ShortcutOverride,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.InputMethod,
    }
)


class GoingOn(QObject):
    """Signals: ``due`` when the moment has passed and nobody touched anything."""

    due = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(MOMENT)
        self._timer.timeout.connect(self._pass_on)

    @property
    def is_under_way(self) -> bool:
        return self._timer.isActive()

    def begin(self) -> None:
        self._timer.start()
        self._application().installEventFilter(self)

    def cancel(self) -> None:
        self._timer.stop()
        self._application().removeEventFilter(self)

    def _pass_on(self) -> None:
        self.cancel()
        self.due.emit()

    @staticmethod
    def _application() -> QObject:
        application = QApplication.instance()
        assert application is not None
        return application

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _INPUT:
            self.cancel()
        return False
