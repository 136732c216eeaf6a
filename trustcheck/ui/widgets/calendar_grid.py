"""A month to choose a day from: arrow keys go by days and weeks, Page Up and Page Down by months."""

from datetime import date

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout

from trustcheck.app.day_words import day, month, month_on, weekday, weekdays_short
from trustcheck.ui.announce import announce
from trustcheck.ui.look import Look
from trustcheck.ui.widgets.button import Button
from trustcheck.ui.widgets.cell import Cell
from trustcheck.ui.widgets.grouping import Grouping
from trustcheck.ui.widgets.text import Text
from trustcheck.words import gettext as _

_WEEKS, _DAYS = 6, 7
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -_DAYS, Qt.Key.Key_Down: _DAYS}
_MONTHS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class CalendarGrid(Grouping):
    """Signals: ``chosen`` with a day, ``given_up`` on Esc."""

    chosen = Signal(object)
    given_up = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(_("Calendar"))
        self._look, self._at = look, date.min
        self.before = Button(look, "", "quiet", icon="arrow-left", height=36)
        self.after = Button(look, "", "quiet", icon="arrow-right", height=36)
        self.before.setAccessibleName(_("Month before"))
        self.after.setAccessibleName(_("Month after"))
        self._month = Text(look, "", "strong", wrap=False)
        self._month.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.cells = [DayCell(look) for _each in range(_WEEKS * _DAYS)]
        self._fill()
        self.before.clicked.connect(lambda: self._turn(-1))
        self.after.clicked.connect(lambda: self._turn(1))

    @property
    def month_words(self) -> str:
        return self._month.text()

    def show_day(self, chosen: date | None, today: date) -> None:
        """Open on the chosen day, or on today where there is none."""
        for cell in self.cells:
            cell.chosen, cell.today = chosen, today
        self._show(chosen or today)

    def put_keyboard_in(self) -> None:
        """On the day that is chosen, or on today."""
        self._cell.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _cell(self) -> "DayCell":
        return next(cell for cell in self.cells if cell.day == self._at)

    def _fill(self) -> None:
        head, grid = QHBoxLayout(), QGridLayout()
        head.addWidget(self.before)
        head.addWidget(self._month, 1)
        head.addWidget(self.after)
        grid.setSpacing(self._look.px(2))
        for at, name in enumerate(weekdays_short()):
            over = Text(self._look, name, "caption", "ink3", wrap=False)
            over.setAlignment(Qt.AlignmentFlag.AlignCenter)
            grid.addWidget(over, 0, at)
        for at, cell in enumerate(self.cells):
            grid.addWidget(cell, 1 + at // _DAYS, at % _DAYS)
            cell.walked.connect(self._walk)
            cell.given_up.connect(self.given_up)
            cell.clicked.connect(lambda _on=False, cell=cell: self.chosen.emit(cell.day))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        column.addLayout(grid)

    def _show(self, at: date) -> None:
        self._at = at
        first = at.replace(day=1)
        begins = first.toordinal() - first.weekday()
        begins = min(max(begins, 1), date.max.toordinal() - len(self.cells) + 1)
        for place, cell in enumerate(self.cells):
            cell.show_day(date.fromordinal(begins + place), at)
        self._month.setText(month(at))

    def _turn(self, months: int) -> None:
        self._show(month_on(self._at, months))
        announce(self, self.month_words)

    def _walk(self, pressed: int) -> None:
        key = Qt.Key(pressed)
        if key in _MONTHS:
            at = month_on(self._at, _MONTHS[key])
        elif key in _STEPS:
            at = _days_on(self._at, _STEPS[key])
        else:
            to_monday = self._at.weekday()
            at = _days_on(self._at, -to_monday if key == Qt.Key.Key_Home else _DAYS - 1 - to_monday)
        self._show(at)
        self.put_keyboard_in()


def _days_on(at: date, days: int) -> date:
    """The calendar of Python begins and ends somewhere; nobody means a day that far away."""
    return date.fromordinal(min(max(at.toordinal() + days, 1), date.max.toordinal()))


class DayCell(Cell):
    """One day. The chosen one is filled, today has an edge; days of the months around stand back."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.day = self.today = date.min
        self.chosen: date | None = None
        self._stands_back = False

    def show_day(self, shown: date, at: date) -> None:
        """``at`` is where the keyboard is, and whose month is shown."""
        self.day, self._stands_back = shown, (shown.year, shown.month) != (at.year, at.month)
        said = weekday(shown)
        if shown == self.chosen:
            said = _("{day}, chosen").format(day=said)
        elif shown == self.today:
            said = _("{day}, today").format(day=said)
        self.setAccessibleName(said)
        self.setToolTip(day(shown))
        self.let_tab_in(shown == at)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on, ink = self.day == self.chosen, self._look.ink
        edge = "accent" if on or self.day == self.today else ""
        if on or edge or self.underMouse():
            painter.setPen(QPen(ink(edge), 1.5) if edge else Qt.PenStyle.NoPen)
            painter.setBrush(
                ink("accent" if on else "accent_soft") if on or self.underMouse() else Qt.BrushStyle.NoBrush
            )
            corner = self._look.px(self.corner)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), corner, corner)
        painter.setFont(self._look.font("small_strong" if edge else "small"))
        painter.setPen(ink("on_accent" if on else "ink3" if self._stands_back else "ink"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, str(self.day.day))
        painter.end()
