"""A day, typed into three plain fields or chosen in a calendar. It says back which day that is, if it is one."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trustcheck.ui.dates import weekday_in_words
from trustcheck.ui.look import Look
from trustcheck.ui.widgets.calendar_grid import CalendarGrid
from trustcheck.ui.widgets.field import LineEdit
from trustcheck.ui.widgets.flow import Flow
from trustcheck.ui.widgets.fold import Fold
from trustcheck.ui.widgets.grouping import Grouping
from trustcheck.ui.widgets.text import Text
from trustcheck.ui.worn import wear
from trustcheck.words import gettext as _

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
        line = Flow(look, fields, gap=12)
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
        if len(self.year_line.text()) < _YEAR_DIGITS:
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

    def _part(self, line: Flow, label: str, digits: int, width: int) -> LineEdit:
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
