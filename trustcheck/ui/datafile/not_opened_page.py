"""A file that did not open and is not damaged: why, what is safe, what to do; and nothing of the file or its copies."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trustcheck.app.ports import GoesRound, Refused
from trustcheck.ui.kit.buttons import Button
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.quiet_frame import QuietFrame
from trustcheck.ui.kit.text import Text
from trustcheck.words import gettext as _


class NotOpenedPage(QuietFrame):
    """Signals: ``try_again``, ``another_asked``. Whoever stands before a file that goes round is led nowhere else."""

    try_again = Signal()
    another_asked = Signal()

    def __init__(self, look: Look, name: str, refused: Refused) -> None:
        """``name`` is that of the file."""
        super().__init__(look)
        self.name = refused.sentence
        self.place.setText(name)
        self._todo = refused.todo
        self.again = Button(look, _("Try again"), "primary")
        self.another = Button(look, _("Open another file\u2026"), "quiet")
        self.put_block(Text(look, self.name, "card_title", centred=True))
        if refused.todo:
            self.put_block(Text(look, refused.todo, "lead", "ink2", centred=True), 8)
        buttons = (self.again,) if isinstance(refused, GoesRound) else (self.again, self.another)
        self.put_buttons(*buttons, gap=28)
        self.say_at_foot(refused.safe)
        self.again.clicked.connect(self.try_again)
        self.another.clicked.connect(self.another_asked)

    def first_focus(self) -> QWidget:
        return self.again

    def announcement(self) -> str:
        return f"{self.name} {self._todo}".strip()
