"""The way to another copy of the open data file that was changed on another computer."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustcheck.ui.look import Look
from trustcheck.ui.widgets.button import Button
from trustcheck.ui.widgets.button_row import ButtonRow
from trustcheck.ui.widgets.text import Text
from trustcheck.words import gettext as _


class ElsewhereBox(QWidget):
    """Signals: ``asked``."""

    asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        about = _(
            "Where two copies of this file were both changed, on two computers or by a program that keeps folders the"
            " same, you see what each of them holds, and choose before anything is brought in."
        )
        self.button = Button(look, _("Bring it in\u2026"), height=38)
        self.button.setAccessibleName(_("Bring it in: changed elsewhere\u2026"))
        self.button.clicked.connect(self.asked)
        self._from_home = Text(look, _("It is brought in from the first page, outside every check."), "caption", "ink3")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(6))
        column.addWidget(Text(look, _("Changed elsewhere"), "small_strong"))
        column.addWidget(Text(look, about, "caption", "ink3"))
        column.addSpacing(look.px(4))
        column.addWidget(ButtonRow(look, self.button, gap=10))
        column.addWidget(self._from_home)

    def show_way(self, *, is_open: bool) -> None:
        """Whether it can be done from where the person came from."""
        self.button.setVisible(is_open)
        self._from_home.setVisible(not is_open)
