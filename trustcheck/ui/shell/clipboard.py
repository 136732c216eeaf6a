"""What this program put into the clipboard, and taking it out again before somebody else pastes it."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QClipboard, QGuiApplication

_MODES = (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection)


class OwnClipboard(QObject):
    """Remembers, for as long as its window lives, whether what lies in the clipboard came from it.

    Not every platform says who put something there. What comes while our window has the keyboard counts as ours; what
    was there before, or comes while another program has the keyboard, is left alone.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._clipboard = QGuiApplication.clipboard()
        self._ours = dict.fromkeys(_MODES, False)
        self._handed_out = ""
        self._clipboard.changed.connect(self._on_changed)

    def clean(self) -> None:
        """Empty what is ours: the clipboard, and on X11 the selection that the middle button pastes."""
        for mode in _MODES:
            may_stay = bool(self._handed_out) and self._clipboard.text(mode) == self._handed_out
            if not may_stay and (self._ours[mode] or self._is_owner(mode)):
                self._clipboard.clear(mode)
                self._ours[mode] = False

    def empty(self) -> None:
        """Empty it, whoever filled it: nobody pastes what was left by those who had the laptop before."""
        self._handed_out = ""
        for mode in _MODES:
            self._clipboard.clear(mode)
            self._ours[mode] = False

    def hand_out(self, words: str) -> None:
        """Put something there that tells nothing of anybody, and may stay when everything else goes."""
        self._handed_out = words
        self._clipboard.setText(words)

    def _on_changed(self, mode: QClipboard.Mode) -> None:
        if mode in self._ours:
            self._ours[mode] = self._is_owner(mode) or QGuiApplication.focusWindow() is not None

    def _is_owner(self, mode: QClipboard.Mode) -> bool:
        if mode is QClipboard.Mode.Selection:
            return self._clipboard.supportsSelection() and self._clipboard.ownsSelection()
        return self._clipboard.ownsClipboard()
