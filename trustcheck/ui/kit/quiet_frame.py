"""A page that stands alone with one thing in its middle: a bar above, a line at its foot, air around."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QLayoutItem, QVBoxLayout, QWidget

from trustcheck.ui.kit.buttons import Button
from trustcheck.ui.kit.icons import Icon, Mark
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.page import Page
from trustcheck.ui.kit.text import LineText, Text

_TALL = 640
_READABLE = 700


class QuietFrame(Page):
    """Fill ``middle``. ``place`` names where we are; ``aside`` is a button at the end of the bar. Where nothing of
    that is to be said, ``crowned`` puts the sign into the middle instead of a bar above it.
    """

    def __init__(self, look: Look, *, aside: Button | None = None, crowned: bool = False, widest: int = 1208) -> None:
        super().__init__(look, widest=widest)
        self._aside, self._crown = aside, Mark(look, 68, 34) if crowned else None
        self.place = Text(look, "", "small_strong", "ink2")
        self.middle = QVBoxLayout()
        self._airs: list[tuple[QWidget, int]] = []
        self._measured: list[tuple[QWidget, int]] = []
        self._buttons: QBoxLayout | None = None
        self._above, self._below = QWidget(), QWidget()
        self._foot_words = LineText(look, "", "small", "ink2")
        self._foot = self._made_foot()
        self._whole = QWidget()
        self._fill()
        look.changed.connect(self._space)

    def say_at_foot(self, words: str) -> None:
        """One line at the foot of the page; empty for none."""
        self._foot_words.setText(words)
        self._foot.setVisible(bool(words))

    def put(self, part: QWidget | QLayout, gap: int = 0, *, wide: bool = False) -> None:
        """Add to the middle, after a ``gap`` in pixels at 100 %; ``wide`` takes all the width there is."""
        if gap:
            self._airs.append((QWidget(), gap))
            self.middle.addWidget(self._airs[-1][0])
        if isinstance(part, QLayout):
            self.middle.addLayout(part)
        elif wide:
            self.middle.addWidget(part)
        else:
            self.middle.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)

    def put_block(self, part: QWidget, gap: int = 0, *, widest: int = _READABLE) -> None:
        """Words, or anything whose height follows from its width: centred, at most ``widest`` pixels wide at 100 %."""
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(part, 100)
        row.addStretch(1)
        self._measured.append((part, widest))
        self.put(row, gap)

    def put_buttons(self, *buttons: Button, gap: int = 24) -> None:
        """Side by side in the middle; one below the other where there is no room for that."""
        held = QWidget()
        self._buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight, held)
        self._buttons.setContentsMargins(0, 0, 0, 0)
        for button in buttons:
            self._buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        self.put(held, gap)

    def _place_buttons(self) -> None:
        if self._buttons is None:
            return
        gap, hints = self.look.px(12), [entry.sizeHint().width() for entry in _entries(self._buttons)]
        needed = sum(hints) + gap * (len(hints) - 1)
        way = QBoxLayout.Direction
        self._buttons.setSpacing(gap)
        self._buttons.setDirection(way.LeftToRight if needed <= self.room else way.TopToBottom)

    @property
    def room(self) -> int:
        """The width of the middle."""
        sides = self.column.contentsMargins()
        return self.viewport().width() - sides.left() - sides.right()

    def _fill(self) -> None:
        self.middle.setSpacing(0)
        if self._crown is None:
            self.column.addLayout(self._bar())
        else:
            self.put(self._crown)
        self.column.addWidget(self._above, 2)
        self.column.addLayout(self.middle)
        self.column.addWidget(self._below, 3)
        self.column.addWidget(self._foot)

    def _bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        bar.setSpacing(self.look.px(12))
        bar.addWidget(Mark(self.look, 34, 20))
        bar.addWidget(self.place, 1)
        if self._aside is not None:
            bar.addWidget(self._aside)
        return bar

    def _made_foot(self) -> QWidget:
        held = QWidget()
        row = QHBoxLayout(held)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self.look.px(10))
        row.addStretch(1)
        row.addWidget(Icon(self.look, "shield-check", "ink2", 20))
        row.addWidget(self._foot_words)
        row.addStretch(1)
        held.hide()
        return held

    @property
    def is_tall(self) -> bool:
        """Whether there is room for air and large words at this text size."""
        return self.height() >= self.look.px(_TALL)

    def _space(self) -> None:
        for air in (self._above, self._below):
            air.setMinimumHeight(self.look.px(24 if self.is_tall else 8))
        if self._crown is not None:
            self._crown.setVisible(self.is_tall)
        for air, gap in self._airs:
            air.setFixedHeight(self.look.px(gap if self.is_tall else gap / 2))
        for part, widest in self._measured:
            part.setMaximumWidth(self.look.px(widest))
        self._place_buttons()
        self.arrange()

    def arrange(self) -> None:
        """Choose sizes for the width, height and text size there are now."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._space()


def _entries(layout: QBoxLayout) -> list[QLayoutItem]:
    return [entry for at in range(layout.count()) if (entry := layout.itemAt(at)) is not None]
