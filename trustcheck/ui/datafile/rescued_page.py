"""What was taken out of a damaged file, and what could not be read."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trustcheck.app.carrying.copy_comparison import Comparison
from trustcheck.app.store.safekeeping import Rescued
from trustcheck.charts.scene import ChartCells
from trustcheck.ui.help.prose import Prose
from trustcheck.ui.help.topic import TopicPoints
from trustcheck.ui.kit.buttons import Button, ButtonRow
from trustcheck.ui.kit.listing import Listing
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.page import Page
from trustcheck.ui.kit.text import Text
from trustcheck.ui.shell.copy_words import amount, beside_each_other
from trustcheck.words import gettext as _


class RescuedPage(Page):
    """Signals: ``open_asked`` for the new file, ``folder_asked`` to see both, ``left`` back to the damaged one."""

    open_asked = Signal()
    folder_asked = Signal()
    left = Signal()

    def __init__(self, look: Look, rescued: Rescued, path: str, damaged: str) -> None:
        """``path`` is that of the new file, ``damaged`` that of the old one."""
        super().__init__(look, widest=760)
        self.name = _("What could be rescued")
        self.title(self.name)
        self._has_something = bool(rescued.contents.organisations)
        self._lead = Text(look, _lead(rescued), "lead", "ink2")
        self.column.addWidget(self._lead)
        self._buttons()
        self.column.addSpacing(look.px(8))
        if self._has_something:
            table = beside_each_other(Comparison(rescued.contents, None))
            shown = ChartCells((table.columns[0], _("Rescued")), table.rows)
            self.column.addWidget(Listing(look, self.name, shown, (2, 3)))
        if rescued.lost:
            self.column.addSpacing(look.px(8))
            self.column.addWidget(Text(look, _("What could not be read"), "section"))
            self.column.addWidget(Prose(look, (TopicPoints(rescued.lost),)))
        filled = _("What was rescued lies in a new file, {path}. The damaged one stays beside it as it is: {damaged}.")
        empty = _("The new file is empty: {path}. The damaged one stays beside it as it is: {damaged}.")
        said = filled if self._has_something else empty
        lies = said.format(path=path, damaged=Path(damaged).name)
        self.column.addWidget(Text(look, lies, "caption", "ink2"))
        self.column.addStretch(1)

    def _buttons(self) -> None:
        self.open = Button(self.look, _("Open the rescued file"), "primary")
        self.show_file = Button(self.look, _("Show me the files"), "outline")
        self.back = Button(self.look, _("Back"), "quiet" if self._has_something else "primary")
        for button, says in ((self.open, self.open_asked), (self.show_file, self.folder_asked), (self.back, self.left)):
            button.clicked.connect(says)
        shown = (self.open, self.show_file, self.back) if self._has_something else (self.back, self.show_file)
        self.column.addWidget(ButtonRow(self.look, *shown))

    def first_focus(self) -> QWidget:
        return self.open if self._has_something else self.back

    def announcement(self) -> str:
        return f"{self.name}. {self._lead.text()}"


def _lead(rescued: Rescued) -> str:
    if not rescued.contents.organisations:
        return _("Nothing in the file could be read any more.")
    if not rescued.lost:
        return _("Everything could be read: {amount}.").format(amount=amount(rescued.contents))
    return _("{amount} could be read, and are in a new file.").format(amount=amount(rescued.contents))
