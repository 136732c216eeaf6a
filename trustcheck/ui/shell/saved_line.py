"""Says whether what the person did is on the disk. It never disappears, so that nobody has to wonder."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trustcheck.ui.kit.icons import Icon
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.text import Text
from trustcheck.ui.shell.saving import SavingQueue
from trustcheck.words import gettext as _


def _saved() -> tuple[str, str]:
    """That it is, and the same in short."""
    return _("Saved on this computer"), _("Saved")


class SavedLine(QWidget):
    """Why something is not saved, and what can be done about it, stands over the page.

    Signals: ``changed`` when it says something else.
    """

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._short, self._state = look, False, ("", "")
        self._is_blank = False
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(8))
        self._icon = Icon(look, "circle-check", "ok", 18)
        policy = self._icon.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._icon.setSizePolicy(policy)
        self._words = Text(look, "", "caption", "ink2", wrap=False)
        row.addWidget(self._icon)
        row.addWidget(self._words)
        self.show_saved()

    def show_saved(self) -> None:
        self._say(*_saved(), "circle-check", "ok")

    def follow(self, queue: SavingQueue) -> None:
        """Say from now on how it is with what ``queue`` writes. Nothing may be called saved while anything waits."""
        queue.waits.connect(self.show_waiting)
        queue.saving.connect(self.show_saving)
        queue.saved.connect(self.show_saved)
        queue.failed.connect(self.show_failed)
        if queue.has_trouble:
            self.show_failed()
        elif queue.waiting:
            self.show_waiting()

    def show_waiting(self) -> None:
        """Something is not on the disk yet, mostly for a few milliseconds: words would flicker, and nothing moves."""
        if self._is_blank:
            return
        self.show_saving()
        self._is_blank = True
        self._icon.hide()
        self._words.setText("")
        self.speak_short(short=self._short)
        self.changed.emit()

    def show_saving(self) -> None:
        self._say(_("Saving\u2026"), _("Saving\u2026"), "clock", "ink3")

    def show_failed(self) -> None:
        self._say(_("Not saved yet"), _("Not saved yet"), "x", "danger", failed=True)

    def speak_short(self, *, short: bool) -> None:
        """Say it in one or two words where there is little room; a screen reader hears all of them."""
        self._short = short
        if self._is_blank:
            # What comes next needs this room, and must not be cut for having come later.
            self._words.setMinimumWidth(self._words.fontMetrics().size(0, _saved()[short]).width())
        else:
            self._words.setText(self._state[short])

    @property
    def words(self) -> str:
        return self._state[0]

    @property
    def in_short(self) -> str:
        """In one or two words; empty while something waits to be written."""
        return "" if self._is_blank else self._state[1]

    def _say(self, words: str, in_short: str, icon: str, ink: str, *, failed: bool = False) -> None:
        self._state, self._is_blank = (words, in_short), False
        self._words.setMinimumWidth(0)
        self._icon.show_icon(icon, ink)
        self._icon.show()
        self._words.use_ink("danger" if failed else "ink2")
        self.speak_short(short=self._short)
        self.setAccessibleName(words)
        self.changed.emit()
