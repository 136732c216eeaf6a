"""What stands over every page as long as it is so: that something is not saved, and that one is only looking."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QSizePolicy, QVBoxLayout, QWidget

from trustcheck.ui.kit.buttons import Button
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.note_bar import NoteBar
from trustcheck.ui.kit.text import announce
from trustcheck.words import gettext as _


def only_looking() -> str:
    return _("You are only looking. Another TrustCheck has this file open.")


def nothing_changes() -> str:
    """To whoever did something all the same: the note above stands there already."""
    return _(
        "While you only look, nothing in the file changes. To change it, close the other TrustCheck, then open it."
    )


class UnsavedNote(NoteBar):
    """Why something is not on the disk, and what can be done. Signals: ``try_again``, ``elsewhere_asked``."""

    try_again = Signal()
    elsewhere_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, "x", fill="danger_soft", ink="danger")
        self._words.can_be_copied()
        self.again = Button(look, _("Try again"), "outline", height=38)
        self.elsewhere = Button(look, _("Save somewhere else\u2026"), "outline", height=38)
        self.again.clicked.connect(self.try_again)
        self.elsewhere.clicked.connect(self.elsewhere_asked)
        self._stand(self.again, self.elsewhere)

    @property
    def words(self) -> str:
        return "" if self.isHidden() else self._words.text()

    def tell(self, words: str, *, can_try: bool, can_move: bool) -> None:
        """Say what is not saved. ``can_try`` where it waits in line, ``can_move`` where another place may help."""
        self._put(words)
        self.again.setVisible(can_try)
        self.elsewhere.setVisible(can_move)
        for button in (self.again, self.elsewhere):
            # Whoever tries again hears the same once more.
            button.setAccessibleDescription("")
            button.setAccessibleDescription(words)
        self._pane.hold_keyboard(always=not (can_try or can_move))
        self.show()
        announce(self, words, assertive=True)

    @property
    def has_keyboard(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def first_focus(self) -> QWidget:
        """The button that may help, described by what is not saved; the words themselves where there is none."""
        return next((each for each in (self.again, self.elsewhere) if not each.isHidden()), self._pane)


class LookingNote(NoteBar):
    """That nothing can be changed here; quiet, and always there."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "eye", fill="sunk", ink="accent", role="small")
        self._put(only_looking())
        self._stand()


class StandingNotes(QWidget):
    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.unsaved, self.looking = UnsavedNote(look), LookingNote(look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for note in (self.looking, self.unsaved):
            column.addWidget(note)

    def begin(self, *, only_looks: bool) -> None:
        """Another file is open, or none."""
        self.looking.setVisible(only_looks)
        self.unsaved.hide()
