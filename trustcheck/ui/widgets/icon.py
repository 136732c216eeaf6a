"""One icon in one ink."""

from PySide6.QtWidgets import QLabel, QWidget

from trustcheck.ui.look import Look


class Icon(QLabel):
    """Decoration beside a word; screen readers pass it by."""

    def __init__(self, look: Look, name: str, ink: str = "ink2", size: int = 20, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._name, self._ink, self._size = look, name, ink, size
        look.changed.connect(self._redraw)
        self._redraw()

    def show_icon(self, name: str, ink: str) -> None:
        self._name, self._ink = name, ink
        self._redraw()

    def _redraw(self) -> None:
        self.setPixmap(self._look.icon(self._name, self._ink, self._size, self.devicePixelRatioF()))
        self.setFixedSize(self._look.px(self._size), self._look.px(self._size))
