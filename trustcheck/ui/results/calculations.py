"""A page's answers to *How is this worked out?*: the panel, and the keyboard back to where it was asked."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from trustcheck.app.presenting.personal_sums import Sum
from trustcheck.ui.kit.buttons import Button
from trustcheck.ui.kit.layout import sided
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.plates import Card
from trustcheck.ui.kit.text import Text
from trustcheck.words import gettext as _

# *How is this worked out?*: a panel beside the page with the whole calculation in sentences.


_WIDTH = 440
_EDGE = 12


@dataclass(frozen=True, slots=True)
class ValueCalculation:
    """One value's calculation: what it is, and how it comes about, a sentence or two to a line."""

    heading: str
    lines: tuple[str, ...]


class WorkedOut(Card):
    """Lies over its page at the end of the line. Escape and *Close* put it away. Signals: ``closed``."""

    closed = Signal()

    def __init__(self, look: Look, page: QWidget) -> None:
        super().__init__(look, fill="canvas", edge="line_strong", padding=(22, 16), gap=8, parent=page)
        self._page = page
        self.close_button = Button(look, _("Close"), "outline", height=36)
        self.close_button.clicked.connect(self.put_away)
        self._title = Text(look, "", "section")
        self.column.addWidget(Text(look, _("How is this worked out?"), "small_strong", "accent"))
        self.column.addWidget(self._title)
        self.lines = QScrollArea()
        self.lines.setFrameShape(QFrame.Shape.NoFrame)
        self.lines.setWidgetResizable(True)
        self.lines.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.lines.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.column.addWidget(self.lines, 1)
        self.column.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignRight)
        self.hide()

    @property
    def words(self) -> str:
        """Everything the panel says, for a screen reader and for tests."""
        return self.lines.accessibleName()

    def say(self, title: str, parts: Sequence[ValueCalculation]) -> None:
        """Show the calculation and take the keyboard to it."""
        held = QWidget()
        held.setObjectName("column")
        column = QVBoxLayout(held)
        column.setContentsMargins(*sided(self, 0, 0, self._look.px(8), 0))
        column.setSpacing(self._look.px(8))
        for part in parts:
            if part.heading:
                column.addWidget(Text(self._look, part.heading, "small_strong"))
            for line in part.lines:
                column.addWidget(Text(self._look, line, "small", "ink2"))
        column.addStretch(1)
        self.lines.setWidget(held)
        self._title.setText(title)
        said = [title, *(each for part in parts for each in (part.heading, *part.lines) if each)]
        self.lines.setAccessibleName(" ".join(said))
        self.setAccessibleName(_("How is this worked out? {what}").format(what=title))
        self.stand()
        self.show()
        self.raise_()
        self.lines.setFocus(Qt.FocusReason.OtherFocusReason)

    def stand(self) -> None:
        """Take the place at the end of the page, as much as there is."""
        page, edge = self._page, self._look.px(_EDGE)
        width = min(self._look.px(_WIDTH), page.width() - 2 * edge)
        left = page.width() - width - edge
        if page.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            left = edge
        self.setGeometry(QRect(left, edge, width, max(page.height() - 2 * edge, 0)))

    def put_away(self) -> None:
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        else:
            super().keyPressEvent(event)


Calculation = tuple[str, Sequence[ValueCalculation]]
"""What the panel is headed, and the calculations below it."""


def of_sums(title: str, sums: Sequence[Sum]) -> Calculation:
    """One person's numbers, each under its own heading unless it is the only one."""
    alone = len(sums) == 1 and sums[0].heading == title
    return title, [ValueCalculation("" if alone else each.heading, each.said) for each in sums]


class Calculations(QObject):
    """Lies over ``page`` when asked, keeps its place there, and goes when the page goes or is filled anew."""

    def __init__(self, look: Look, page: QWidget) -> None:
        super().__init__(page)
        self.panel = WorkedOut(look, page)
        self.panel.closed.connect(self._give_back)
        self._asker: QWidget | None = None
        page.installEventFilter(self)

    def answers(self, button: QPushButton, answer: Callable[[], Calculation]) -> None:
        """Have a button answer when it is pressed."""
        button.clicked.connect(partial(self._press, button, answer))

    def forget(self) -> None:
        """The page is filled anew: what was pressed is gone."""
        self._asker = None
        self.panel.put_away()

    def _press(self, button: QWidget, answer: Callable[[], Calculation], *_checked: bool) -> None:
        self._asker = button
        self.panel.say(*answer())

    def _give_back(self) -> None:
        asker, self._asker = self._asker, None
        if asker is not None:
            asker.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and self.panel.isVisible():
            self.panel.stand()
        elif event.type() is QEvent.Type.Hide and not self.panel.isHidden():
            self.forget()
        return False
