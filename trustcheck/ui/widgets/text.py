"""A piece of text in one role and one ink. Plain text always: what people wrote is never read as markup."""

from math import ceil

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from trustcheck.ui.look import Look
from trustcheck.ui.soft_breaks import broken_to_fit, fitting, not_turning

_NARROWEST = 80


class Text(QLabel):
    """Wrapping plain text. ``role`` is a face of :data:`trustcheck.ui.fonts.FACES`."""

    def __init__(
        self,
        look: Look,
        words: str = "",
        role: str = "body",
        ink: str = "ink",
        *,
        wrap: bool = True,
        centred: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._role, self._ink = look, role, ink
        self._words, self._broken_for = "", -1
        self._worn: tuple[object, str] | None = None
        # Layouts ask for the same few widths over and over again; measuring text is what they then wait for.
        self._heights: dict[int, int] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setText(words)
        if centred:
            self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)
        # Not Minimum: Qt would reserve the height of a narrow column even where the words stand in one line.
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)
        look.changed.connect(self._restyle)
        self._restyle()

    def text(self) -> str:
        """The words as they were given, without the breaks that a narrow place needs."""
        return self._words

    def setText(self, words: str) -> None:  # noqa: N802 - Qt's name
        self._words = words
        self._measure_anew()

    def _break_words(self) -> None:
        """A word wider than the place may break anywhere; all others break where words do."""
        width = self.contentsRect().width() if self.wordWrap() else 0
        if width != self._broken_for:
            self._broken_for = width
            super().setText(self._fitting(width))

    def _fitting(self, width: int) -> str:
        if not self.wordWrap():
            return not_turning(self._words)
        metrics = QFontMetricsF(self.font())
        if self.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse:
            # Whoever copies it wants the spaces that were written.
            return broken_to_fit(not_turning(self._words), metrics, width)
        return fitting(self._words, metrics, width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._break_words()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._break_words()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._heights.clear()
        if event.type() == QEvent.Type.StyleChange:
            # A new style sheet, of the program or of what holds this text, gives it back the ink it was made with.
            self._put_ink_on()

    def heightForWidth(self, width: int) -> int:
        height = self._heights.get(width)
        if height is None:
            height = self._heights[width] = self._height(width)
        return height

    def _height(self, width: int) -> int:
        margins = self.contentsMargins()
        inside = width - margins.left() - margins.right()
        fitting = self._fitting(inside)
        # The label may still hold the words as they were broken for another width.
        if fitting == super().text():
            return super().heightForWidth(width)
        flags = int(Qt.TextFlag.TextWordWrap)
        room = QRectF(0, 0, max(inside, 1), 1_000_000)
        height = QFontMetricsF(self.font()).boundingRect(room, flags, fitting).height()
        return ceil(height) + margins.top() + margins.bottom()

    def minimumSizeHint(self) -> QSize:
        """Wrapping text never holds its page wide: its longest word may break."""
        smallest = super().minimumSizeHint()
        return smallest.boundedTo(QSize(self._look.px(_NARROWEST), smallest.height())) if self.wordWrap() else smallest

    def use_ink(self, ink: str) -> None:
        self._ink = ink
        self._restyle()

    def use_role(self, role: str) -> None:
        self._role = role
        self._restyle()

    def can_be_copied(self) -> "Text":
        """Let people select the words with mouse or keyboard."""
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        return self

    def _restyle(self) -> None:
        self.setFont(self._look.font(self._role))
        if self._worn != (self._look.theme, self._ink):
            self._put_ink_on()
        if self.isVisible():
            self._measure_anew()
        else:
            # Nobody waits for words on a page that is not seen: they are broken for their place when it is shown.
            self._broken_for = -1
            self._heights.clear()

    def _put_ink_on(self) -> None:
        self._worn = (self._look.theme, self._ink)
        palette, ink = self.palette(), self._look.ink(self._ink)
        for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text):
            palette.setColor(role, ink)
        self.setPalette(palette)

    def _measure_anew(self) -> None:
        self._broken_for = -1
        self._heights.clear()
        self._break_words()
