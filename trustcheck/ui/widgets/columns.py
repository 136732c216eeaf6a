"""Things side by side while there is room, and one below the other when there is not."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from trustcheck.ui.look import Look


class Columns(QWidget):
    """A row of widgets that turns into a column below ``narrow`` pixels (at 100 % text size)."""

    def __init__(self, look: Look, *widgets: QWidget, narrow: int = 760, gap: int = 16) -> None:
        super().__init__()
        self._look, self._narrow, self._gap = look, narrow, gap
        self.box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self.box.setContentsMargins(0, 0, 0, 0)
        for widget in widgets:
            self.box.addWidget(widget, 1)
        look.changed.connect(self._arrange)
        self._arrange()

    def add(self, widget: QWidget, stretch: int = 1) -> None:
        self.box.addWidget(widget, stretch)

    @property
    def is_stacked(self) -> bool:
        return self.box.direction() is QBoxLayout.Direction.TopToBottom

    def minimumSizeHint(self) -> QSize:
        """As narrow as its widest part: it can always be squeezed until it stacks."""
        parts = [entry for at in range(self.box.count()) if (entry := self.box.itemAt(at)) is not None]
        sides = self.box.contentsMargins()
        widest = max((entry.minimumSize().width() for entry in parts if not entry.isEmpty()), default=0)
        return QSize(widest + sides.left() + sides.right(), super().minimumSizeHint().height())

    def _arrange(self) -> None:
        self.box.setSpacing(self._look.px(self._gap))
        stacked = self.width() < self._narrow * self._look.scale
        wanted = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        if self.box.direction() != wanted:
            self.box.setDirection(wanted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._arrange()
