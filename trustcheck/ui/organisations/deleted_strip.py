"""An organisation that was deleted, with the way back while there is one, and the way out of its copies."""

from PySide6.QtCore import Signal

from trustcheck.domain.checks.round import Organisation
from trustcheck.ui.kit.buttons import Button
from trustcheck.ui.kit.layout import Columns
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.plates import Card
from trustcheck.ui.kit.text import Text
from trustcheck.ui.shell.copy_words import delete_from_them, still_held
from trustcheck.words import gettext as _

_ROOM_FOR_RING = 6
BRING_BACK_FOR = 45_000
"""Milliseconds. What is deleted is nowhere after a minute."""


class DeletedStrip(Card):
    """Signals: ``asked_back`` when it should be there again, ``forget_asked`` when the copies shall not hold it."""

    asked_back = Signal()
    forget_asked = Signal()

    def __init__(
        self, look: Look, organisation: Organisation, copies: int | None = None, *, can_return: bool = True
    ) -> None:
        """``copies`` still hold it; 0 where it was taken out of them, ``None`` where none ever held it."""
        super().__init__(look, fill="sunk", edge="", padding=(20, 10), gap=0)
        self._name, self._copies = organisation.name, copies
        self._said = Text(look, self._words(can_return=can_return), "body")
        self._back = Button(look, _("Bring it back"), "outline")
        self._back.setAccessibleName(_("Bring {name} back").format(name=organisation.name))
        self._back.clicked.connect(self.asked_back)
        if not can_return:
            self._back.hide()
        self._add_line(self._said, self._back)
        if copies:
            forget = Button(look, delete_from_them(copies), "outline")
            forget.setAccessibleDescription(organisation.name)
            forget.clicked.connect(self.forget_asked)
            self._add_line(Text(look, still_held(copies), "body"), forget)
        elif copies is not None:
            self._add_line(Text(look, _("No copy beside the data file holds it any more."), "body"), None)

    def cannot_return(self) -> None:
        """It is overwritten in the file; whoever has nothing to say of copies goes."""
        self._back.hide()
        self._said.setText(self._words(can_return=False))
        if not self._copies:
            self.hide()

    def _words(self, *, can_return: bool) -> str:
        # No sentence begins with the name: one that is written from right to left would turn it round.
        if can_return:
            said = _("Deleted: {name}, with its checks. It can be brought back for {seconds} seconds.")
        else:
            said = _("Deleted: {name}, with its checks. It is overwritten in the data file.")
        return said.format(name=self._name, seconds=BRING_BACK_FOR // 1000)

    def _add_line(self, words: Text, button: Button | None) -> None:
        parts = (words, *((button,) if button is not None else ()))
        line = Columns(self._look, *parts, narrow=560)
        if button is not None:
            line.box.setStretch(1, 0)
        line.box.setContentsMargins(*(4 * (_ROOM_FOR_RING,)))
        self.column.addWidget(line)
