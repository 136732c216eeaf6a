"""A sentence across the window with its sign, and its buttons beside it; below it where there is little room."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trustcheck.ui.look import Look
from trustcheck.ui.widgets.button import Button
from trustcheck.ui.widgets.button_row import ButtonRow
from trustcheck.ui.widgets.card import Card
from trustcheck.ui.widgets.columns import Columns
from trustcheck.ui.widgets.icon import Icon
from trustcheck.ui.widgets.text import Text
from trustcheck.ui.widgets.words_pane import WordsPane

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
        self._row.setContentsMargins(before if self.is_stacked else 0, 0, 0, 0)

    def event(self, event: QEvent) -> bool:
        """A button that came or went may begin the row with other words."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)
