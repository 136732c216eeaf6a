"""A sentence across the window with its sign, and its buttons beside it; below it where there is little room."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from trustcheck.ui.kit.buttons import Button, ButtonRow
from trustcheck.ui.kit.icons import Icon
from trustcheck.ui.kit.layout import Columns, sided
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.plates import Card
from trustcheck.ui.kit.text import Text

# Words that may be longer than there is room for: as tall as they are up to a height, and scrolling within it.


class WordsPane(QScrollArea):
    """Holds one :class:`Text`. Where not all of it is in sight it takes the keyboard, whose arrows scroll it."""

    corner = 8

    def __init__(self, look: Look, words: Text) -> None:
        super().__init__()
        self._words, self._highest, self._always = words, 0, False
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

    def hold_keyboard(self, *, always: bool) -> None:
        """Take the keyboard even where all of the words are in sight: nothing beside them could."""
        self._always = always
        self._fit()

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
        stops = hides_some or self._always
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if stops else Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self._words.text() if stops else "")


_ICON, _GAP = 22, 14


class NoteBar(Card):
    """Hidden until there is something to say. Signals: ``came_or_went``, also when it says something else."""

    came_or_went = Signal()

    def __init__(self, look: Look, icon: str, *, fill: str, ink: str, role: str = "body") -> None:
        super().__init__(look, fill=fill, edge="", padding=(20, 10))
        self._icon, self._words = Icon(look, icon, ink, _ICON), Text(look, "", role)
        self._pane = WordsPane(look, self._words)
        self.hide()

    @property
    def words(self) -> str:
        return self._words.text()

    def stand_within(self, height: int) -> None:
        """Leave the page its room: words that need more than ``height`` pixels scroll."""
        self._pane.stand_within(height)

    @property
    def wanted(self) -> int:
        """The height of all its words, in pixels, as wide as they stand now."""
        return self._pane.wanted

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.came_or_went.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.came_or_went.emit()

    def _put(self, words: str) -> None:
        self._words.setText(words)
        self._pane.begin_anew()
        self.came_or_went.emit()

    def _stand(self, *buttons: Button) -> None:
        said = self._said()
        self.column.addWidget(_Line(self._look, said, buttons) if buttons else said)

    def _said(self) -> QWidget:
        """The sign stays beside the first line, wherever the buttons push the words."""
        said, row = QWidget(), QHBoxLayout()
        row.setSpacing(self._look.px(_GAP))
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._pane, 1)
        column = QVBoxLayout(said)
        column.setContentsMargins(0, 0, 0, 0)
        column.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        return said


class _Line(Columns):
    """Below the words, the buttons begin where the words do, and not where the sign does."""

    def __init__(self, look: Look, said: QWidget, buttons: tuple[Button, ...]) -> None:
        self._buttons, self._row = buttons, ButtonRow(look, *buttons, gap=10)
        super().__init__(look, said, self._row, narrow=820)
        self.box.setStretch(1, 0)

    def _arrange(self) -> None:
        super()._arrange()
        first = next((each for each in self._buttons if not each.isHidden()), None)
        before = self._look.px(_ICON) + self._look.px(_GAP) - (first.indent if first is not None else 0)
        self._row.setContentsMargins(*sided(self, before if self.is_stacked else 0, 0, 0, 0))

    def event(self, event: QEvent) -> bool:
        """A button that came or went may begin the row with other words."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)
