"""The automatic copies of the open data file: how many, of which days, and what can be done with them."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustcheck.app.number_words import capitalised
from trustcheck.app.safekeeping import Copy
from trustcheck.domain.in_sentences import in_a_row
from trustcheck.ui.copy_words import day_said, how_many
from trustcheck.ui.look import Look
from trustcheck.ui.widgets.button import Button
from trustcheck.ui.widgets.button_row import ButtonRow
from trustcheck.ui.widgets.text import Text
from trustcheck.words import gettext as _


class CopiesBox(QWidget):
    """Signals: ``back_up_asked``, ``put_back_asked``."""

    back_up_asked = Signal()
    put_back_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._how_many, self._days = Text(look, "", "body"), Text(look, "", "caption", "ink2")
        self._trouble = Text(look, "", "caption", "warn")
        self._elsewhere = Text(
            look, _("A copy is put back from the first page, outside every check."), "caption", "ink3"
        )
        self.back_up = Button(look, _("Back up now\u2026"), height=38)
        self.put_back = Button(look, _("Put a copy back\u2026"), height=38)
        self.back_up.clicked.connect(self.back_up_asked)
        self.put_back.clicked.connect(self.put_back_asked)
        held = ButtonRow(look, self.back_up, self.put_back, gap=10)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(6))
        column.addWidget(Text(look, _("Copies beside it"), "small_strong"))
        about = _("One for each day on which something changed, the last seven, in a folder beside the file.")
        for part in (self._how_many, self._days, self._trouble, Text(look, about, "caption", "ink3"), held):
            column.addWidget(part)
        column.insertSpacing(column.count() - 1, look.px(4))
        column.addWidget(self._elsewhere)

    def show_copies(self, copies: tuple[Copy, ...], today: date, *, can_put_back: bool, trouble: str) -> None:
        """``trouble`` says why the last copy could not be made."""
        daily = [each.made_on for each in copies if each.made_on is not None]
        self._how_many.setText(how_many(copies, today))
        self._days.setText(capitalised(in_a_row([day_said(each, today) for each in daily])))
        self._days.setVisible(len(daily) > 1)
        self._trouble.setText(trouble)
        self._trouble.setVisible(bool(trouble))
        self.put_back.setVisible(can_put_back)
        self._elsewhere.setVisible(not can_put_back)
