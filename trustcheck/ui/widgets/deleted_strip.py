"""An organisation that was deleted since the file was opened, with the way back, and the way out of its copies."""

from PySide6.QtCore import Signal

from trustcheck.domain.round import Organisation
from trustcheck.ui.copy_words import delete_from_them, still_held
from trustcheck.ui.look import Look
from trustcheck.ui.widgets.button import Button
from trustcheck.ui.widgets.card import Card
from trustcheck.ui.widgets.columns import Columns
from trustcheck.ui.widgets.text import Text
from trustcheck.words import gettext as _

_ROOM_FOR_RING = 6


class DeletedStrip(Card):
    """Signals: ``asked_back`` when it should be there again, ``forget_asked`` when the copies shall not hold it."""

    asked_back = Signal()
    forget_asked = Signal()

    def __init__(self, look: Look, organisation: Organisation, copies: int | None = None) -> None:
        """``copies`` still hold it; 0 where it was taken out of them, ``None`` where none ever held it."""
        super().__init__(look, fill="sunk", edge="", padding=(20, 10), gap=0)
        # No sentence begins with the name: one that is written from right to left would turn it round.
        said = _("Deleted: {name}, with its checks. It can be brought back until you close TrustCheck.")
        back = Button(look, _("Bring it back"), "outline")
        back.setAccessibleName(_("Bring {name} back").format(name=organisation.name))
        back.clicked.connect(self.asked_back)
        self._add_line(said.format(name=organisation.name), back)
        if copies:
            forget = Button(look, delete_from_them(copies), "outline")
            forget.setAccessibleDescription(organisation.name)
            forget.clicked.connect(self.forget_asked)
            self._add_line(still_held(copies), forget)
        elif copies is not None:
            self._add_line(_("No copy beside the data file holds it any more."), None)

    def _add_line(self, words: str, button: Button | None) -> None:
        parts = (Text(self._look, words, "body"), *((button,) if button is not None else ()))
        line = Columns(self._look, *parts, narrow=560)
        if button is not None:
            line.box.setStretch(1, 0)
        line.box.setContentsMargins(*(4 * (_ROOM_FOR_RING,)))
        self.column.addWidget(line)
