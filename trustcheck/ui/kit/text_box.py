"""A box for a few sentences that grows with them, up to a limit it tells."""

from math import ceil

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from trustcheck.domain.checks.round import NOTE_LIMIT
from trustcheck.ui.kit.look import Look, wear
from trustcheck.ui.kit.soft_breaks import broken_to_fit
from trustcheck.ui.kit.text import Text
from trustcheck.words import gettext as _

_TELL_FROM = 0.8
_LINES, _MOST_LINES = 2, 5


class PlainBox(QPlainTextEdit):
    """Plain text only. Signals: ``left`` on Escape, ``done`` on Ctrl+Enter."""

    corner = 9
    left = Signal()
    done = Signal()
    resized = Signal()

    def lines(self) -> float:
        """How many lines the words take at this width; long words may break anywhere."""
        inside = QRectF(0, 0, max(self.viewport().width() - 2 * self.document().documentMargin(), 1), 100_000)
        metrics = QFontMetricsF(self.font())
        flags = int(Qt.TextFlag.TextWordWrap)
        fitting = broken_to_fit(self.toPlainText(), metrics, inside.width())
        words = metrics.boundingRect(inside, flags, fitting + "\u200b")
        return round(words.height() / metrics.lineSpacing())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.resized.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif entered and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.done.emit()
        else:
            super().keyPressEvent(event)


class TextBox(QWidget):
    """Signals: ``changed`` with the words after each change by a person; ``left`` on Escape; ``done`` on Ctrl+Enter."""

    changed = Signal(str)
    left = Signal()
    done = Signal()

    def __init__(self, look: Look, label: str, *, limit: int = NOTE_LIMIT, lines: int = _LINES) -> None:
        """``lines`` are there before anything is written."""
        super().__init__()
        self._look, self._limit, self._showing, self._lines = look, limit, False, lines
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.box = PlainBox()
        self.box.setAccessibleName(label)
        self.box.setTabChangesFocus(True)
        self.box.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._left = Text(look, "", "caption", "ink3")
        self._left.hide()
        column.addWidget(self.box)
        column.addWidget(self._left)
        self.box.textChanged.connect(self._on_text)
        self.box.left.connect(self.left)
        self.box.done.connect(self.done)
        self.box.resized.connect(self._fit)
        look.changed.connect(self._fit)
        self._fit()

    @property
    def words(self) -> str:
        return self.box.toPlainText()

    def show_words(self, words: str) -> None:
        if words != self.words:
            self._showing = True
            self.box.setPlainText(words)
            self._showing = False
        self._fit()

    def _on_text(self) -> None:
        words = self.words
        if len(words) > self._limit:
            self._cut(words)
            return
        self._left.setVisible(len(words) >= self._limit * _TELL_FROM)
        self._left.setText(_("{left} characters left").format(left=self._limit - len(words)))
        self._fit()
        if not self._showing:
            self.changed.emit(words)

    def _cut(self, words: str) -> None:
        cursor = self.box.textCursor()
        place = min(cursor.position(), self._limit)
        self.box.setPlainText(words[: self._limit])
        cursor.setPosition(place)
        self.box.setTextCursor(cursor)

    def _fit(self) -> None:
        font = self._look.font("body")
        if self.box.font() != font:
            wear(self.box, self._look, "body")
        lines = min(max(self.box.lines(), self._lines), _MOST_LINES)
        self.box.setFixedHeight(round(lines * ceil(QFontMetricsF(font).lineSpacing())) + self._look.px(24))
