"""Words that may be longer than there is room for: as tall as they are up to a height, and scrolling within it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy

from trustcheck.ui.look import Look
from trustcheck.ui.widgets.text import Text


class WordsPane(QScrollArea):
    """Holds one :class:`Text`. Where not all of it is in sight it takes the keyboard, whose arrows scroll it."""

    corner = 8

    def __init__(self, look: Look, words: Text) -> None:
        super().__init__()
        self._words, self._highest = words, 0
        self.setObjectName("pane")
        self.setFrameShape(QFrame.Shape.NoFrame)
        for bar in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            bar(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setWidget(words)
        words.setAutoFillBackground(False)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self.begin_anew)

    def stand_within(self, height: int) -> None:
        """Be no taller than ``height`` pixels; whole lines, and at least one."""
        if height != self._highest:
            self._highest = height
            self.updateGeometry()

    @property
    def wanted(self) -> int:
        """The height of all the words, in pixels, at the width there is."""
        return self._words.heightForWidth(self.width())

    def heightForWidth(self, width: int) -> int:
        wanted = self._words.heightForWidth(width)
        if not self._highest or wanted <= self._highest:
            return wanted
        line = max(self._words.fontMetrics().lineSpacing(), 1)
        return max(self._highest // line, 1) * line

    def sizeHint(self) -> QSize:
        return self._words.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._words.minimumSizeHint().width(), self._words.fontMetrics().lineSpacing())

    def begin_anew(self) -> None:
        """Other words stand here, or in other letters: they are read from their beginning."""
        self.verticalScrollBar().setValue(0)
        self.updateGeometry()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        hides_some = self.wanted > self.height()
        # Not as needed: a bar takes width, words then take more height, and so the bar would be needed for ever.
        bar = Qt.ScrollBarPolicy.ScrollBarAlwaysOn if hides_some else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(bar)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if hides_some else Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self._words.text() if hides_some else "")
