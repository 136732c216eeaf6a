"""A day, typed into three plain fields or chosen in a calendar. It says back which day that is, if it is one."""

from datetime import date

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QIntValidator, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from trustcheck.ui.kit.buttons import Button, Fold
from trustcheck.ui.kit.choices import Grouping
from trustcheck.ui.kit.dates import weekday_in_words
from trustcheck.ui.kit.fields import LineEdit
from trustcheck.ui.kit.layout import FlowLayout, ReadingPainter
from trustcheck.ui.kit.look import Look, wear
from trustcheck.ui.kit.pressable import Cell
from trustcheck.ui.kit.text import Text, announce
from trustcheck.words import gettext as _
from trustcheck.words.days import day, month, month_on, weekday, weekdays_short

# A month to choose a day from: arrow keys go by days and weeks, Page Up and Page Down by months.


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
        painter = ReadingPainter(self)
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


_YEAR_DIGITS = 4


class DateField(Grouping):
    """Signals: ``changed`` after each keystroke; :attr:`day` is ``None`` while the fields name no day."""

    changed = Signal()

    def __init__(self, look: Look, label: str) -> None:
        super().__init__(label)
        self._look, self._today = look, date.min
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(Text(look, label, "small_strong"))
        fields = QWidget()
        line = FlowLayout(look, fields, gap=12)
        self.day_line = self._part(line, _("Day"), 2, 64)
        self.month_line = self._part(line, _("Month"), 2, 64)
        self.year_line = self._part(line, _("Year"), _YEAR_DIGITS, 92)
        self._calendar: CalendarGrid | None = None
        self._held = QWidget()
        self._held.hide()
        self.fold = Fold(look, _("Calendar"), self._held)
        self.fold.turned.connect(self._turn)
        line.addWidget(self._level(self.fold))
        self._column.addWidget(fields)
        self._said = Text(look, "", "caption", "ink2")
        self._column.addWidget(self._said)
        self._column.addWidget(self._held)
        look.changed.connect(self._restyle)
        self._restyle()

    @property
    def day(self) -> date | None:
        """The day that stands in the fields."""
        # Nobody means the year 26, and no export holds it.
        if len(self.year_line.text().lstrip("0")) < _YEAR_DIGITS:
            return None
        try:
            return date(*(int(line.text()) for line in (self.year_line, self.month_line, self.day_line)))
        except ValueError:
            return None

    @property
    def said(self) -> str:
        """What the field says back."""
        return self._said.text()

    def show_day(self, day: date | None, today: date) -> None:
        """``today`` tells which days have passed."""
        self._today = today
        parts = (day.day, day.month, day.year) if day is not None else ("", "", "")
        for line, part in zip((self.day_line, self.month_line, self.year_line), parts, strict=True):
            if line.text() != str(part):
                line.setText(str(part))
        self._say()

    def _level(self, fold: Fold) -> QWidget:
        """The button on one level with the fields, which stand below their names."""
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, 0, self._look.px(6))
        column.setSpacing(self._look.px(8))
        column.addWidget(Text(self._look, "", "caption", wrap=False))
        column.addWidget(fold)
        return held

    @property
    def calendar(self) -> CalendarGrid:
        """Made when it is first wanted: six weeks are many buttons."""
        if self._calendar is None:
            self._calendar = CalendarGrid(self._look)
            self._calendar.chosen.connect(self._choose)
            self._calendar.given_up.connect(self._put_away)
            row = QHBoxLayout(self._held)
            row.setContentsMargins(0, 0, 0, 0)
            row.addWidget(self._calendar)
            row.addStretch(1)
        return self._calendar

    def _turn(self, is_open: bool) -> None:
        if is_open:
            self.calendar.show_day(self.day, self._today)
            self.calendar.show()
            self.calendar.put_keyboard_in()

    def _choose(self, day: date) -> None:
        self.show_day(day, self._today)
        self._put_away()
        self.changed.emit()

    def _put_away(self) -> None:
        self.fold.show_open(is_open=False)
        self.fold.setFocus(Qt.FocusReason.OtherFocusReason)

    def _part(self, line: FlowLayout, label: str, digits: int, width: int) -> LineEdit:
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._look.px(2))
        caption = Text(self._look, label, "caption", "ink2", wrap=False)
        edit = LineEdit()
        edit.setMaxLength(digits)
        edit.setValidator(QIntValidator(0, 10**digits - 1, edit))
        edit.setAccessibleName(label)
        edit.setProperty("width at 100 %", width)
        edit.textEdited.connect(self._edited)
        caption.setBuddy(edit)
        column.addWidget(caption)
        column.addWidget(edit)
        line.addWidget(held)
        return edit

    def _edited(self) -> None:
        self._say()
        if self.fold.is_open:
            self.calendar.show_day(self.day, self._today)
        self.changed.emit()

    def _say(self) -> None:
        written = [line.text() for line in (self.day_line, self.month_line, self.year_line)]
        day = self.day
        if day is not None:
            named = weekday_in_words(day)
            self._said.setText(_("{day}. That day has passed.").format(day=named) if day < self._today else named)
        elif not any(written):
            self._said.setText(_("No day yet. One may stay open."))
        elif len(written[2]) < _YEAR_DIGITS or not all(written):
            self._said.setText(_("Day, month and the year in four digits."))
        else:
            self._said.setText(_("There is no such day in the calendar."))

    def _restyle(self) -> None:
        self._column.setSpacing(self._look.px(4))
        for line in (self.day_line, self.month_line, self.year_line):
            wear(line, self._look, "body")
            line.setFixedSize(self._look.px(line.property("width at 100 %")), self._look.px(44))
