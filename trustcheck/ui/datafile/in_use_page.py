"""A file that another TrustCheck has: wait for it, look meanwhile, or take another one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trustcheck.ui.kit.buttons import Button
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.quiet_frame import QuietFrame
from trustcheck.ui.kit.text import Text
from trustcheck.words import gettext as _


class InUsePage(QuietFrame):
    """Signals: ``try_again``, ``look_asked``, ``another_asked``."""

    try_again = Signal()
    look_asked = Signal()
    another_asked = Signal()

    def __init__(self, look: Look, name: str) -> None:
        """``name`` is that of the file."""
        super().__init__(look)
        self.name = _("Another TrustCheck has this file open.")
        self.place.setText(name)
        lead = _("Two at once would muddle the answers. Close the other one first, or look at the file meanwhile.")
        self._lead = Text(look, lead, "lead", "ink2", centred=True)
        self.again = Button(look, _("Try again"), "primary")
        self.only_look = Button(look, _("Look only"), "outline", icon="eye")
        self.another = Button(look, _("Open another file\u2026"), "quiet")
        self.put_block(Text(look, self.name, "title", centred=True))
        self.put_block(self._lead, 8)
        self.put_buttons(self.again, self.only_look, self.another, gap=28)
        self.say_at_foot(_("While you look, nothing in the file changes."))
        self.again.clicked.connect(self.try_again)
        self.only_look.clicked.connect(self.look_asked)
        self.another.clicked.connect(self.another_asked)

    def first_focus(self) -> QWidget:
        return self.again

    def announcement(self) -> str:
        return f"{self.name} {self._lead.text()}"
