"""The notes above the page share what room there is, so that the page keeps some of its own."""

from PySide6.QtCore import QObject

from trustcheck.ui.look import Look
from trustcheck.ui.widgets.note_bar import NoteBar

_PART = 0.4
"""The part of the window's height that their words may take."""
_BUTTONS = 74
"""What every further note takes beside its words, in pixels at 100 %."""


class NotesAbove(QObject):
    def __init__(self, look: Look, *notes: NoteBar) -> None:
        super().__init__()
        self._look, self._notes, self._height = look, notes, 0
        for note in notes:
            note.came_or_went.connect(self._share)

    def stand_in(self, height: int) -> None:
        """The window is ``height`` pixels tall."""
        self._height = height
        self._share()

    def _share(self) -> None:
        """The one that says least takes what it needs, and leaves the rest to the others."""
        standing = sorted((note for note in self._notes if not note.isHidden()), key=lambda note: note.wanted)
        most = round(self._height * _PART)
        for note in self._notes:
            # One that is about to come must not begin with more than there is.
            if note.isHidden():
                note.stand_within(most)
        room = most - (len(standing) - 1) * self._look.px(_BUTTONS)
        for at, note in enumerate(standing):
            most = max(room // (len(standing) - at), 1)
            note.stand_within(most)
            room -= min(note.wanted, most)
