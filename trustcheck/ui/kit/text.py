"""A piece of text in one role and one ink. Plain text always: what people wrote is never read as markup."""

import sys
from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFontMetricsF, QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget
from shiboken6 import isValid

from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.soft_breaks import SetWords, fitting, not_turning

_NARROWEST = 80


class Text(QLabel):
    """Wrapping plain text. ``role`` is a face of :data:`trustcheck.ui.kit.look.FACES`."""

    def __init__(
        self,
        look: Look,
        words: str = "",
        role: str = "body",
        ink: str = "ink",
        *,
        wrap: bool = True,
        centred: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._role, self.ink = look, role, ink
        self._words, self._broken_for = "", -1
        self._worn: tuple[object, str] | None = None
        # Layouts ask for the same few widths over and over again; measuring text is what they then wait for.
        self._heights: dict[int, int] = {}
        self._measured: SetWords | None = None
        self._set_in: object = None
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setText(words)
        if centred:
            self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)
        # Not Minimum: Qt would reserve the height of a narrow column even where the words stand in one line.
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)
        look.changed.connect(self._restyle)
        self._restyle()

    def text(self) -> str:
        """The words as they were given, without the breaks that a narrow place needs."""
        return self._words

    def setText(self, words: str) -> None:  # noqa: N802 - Qt's name
        self._words = words
        self._measure_anew()

    def _break_words(self) -> None:
        """A word wider than the place may break anywhere; all others break where words do."""
        width = self.contentsRect().width() if self.wordWrap() else 0
        if width != self._broken_for:
            self._broken_for = width
            super().setText(self._fitting(width))

    def _fitting(self, width: int) -> str:
        if not self.wordWrap():
            return not_turning(self._words)
        if self._measured is None:
            self._measured = SetWords(not_turning(self._words), QFontMetricsF(self.font()))
        # Whoever copies them wants the spaces that were written.
        is_copied = bool(self.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse)
        return self._measured.fitting(width, held=not is_copied)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._break_words()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._break_words()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        kind = event.type()
        if kind not in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            return
        # Every new place in the window is a change of style to Qt; few of them change how the words are set.
        set_in = self.font(), self.contentsMargins()
        if set_in != self._set_in:
            self._set_in = set_in
            self._forget_measures()
        if kind == QEvent.Type.StyleChange and not self._wears_its_ink():
            # A new style sheet, of the program or of what holds this text, gives it back the ink it was made with.
            self._put_ink_on()

    def heightForWidth(self, width: int) -> int:
        height = self._heights.get(width)
        if height is None:
            height = self._heights[width] = self._height(width)
        return height

    def _height(self, width: int) -> int:
        margins = self.contentsMargins()
        inside = width - margins.left() - margins.right()
        fitting = self._fitting(inside)
        # The label may still hold the words as they were broken for another width.
        if fitting == super().text():
            return super().heightForWidth(width)
        flags = int(Qt.TextFlag.TextWordWrap)
        room = QRectF(0, 0, max(inside, 1), 1_000_000)
        height = QFontMetricsF(self.font()).boundingRect(room, flags, fitting).height()
        return ceil(height) + margins.top() + margins.bottom()

    def minimumSizeHint(self) -> QSize:
        """Wrapping text never holds its page wide: its longest word may break."""
        smallest = super().minimumSizeHint()
        return smallest.boundedTo(QSize(self._look.px(_NARROWEST), smallest.height())) if self.wordWrap() else smallest

    def use_ink(self, ink: str) -> None:
        self.ink = ink
        self._restyle()

    def use_role(self, role: str) -> None:
        self._role = role
        self._restyle()

    def can_be_copied(self) -> "Text":
        """Let people select the words with mouse or keyboard."""
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        return self

    def _restyle(self) -> None:
        self.setFont(self._look.font(self._role))
        if self._worn != (self._look.theme, self.ink):
            self._put_ink_on()
        if self.isVisible():
            self._measure_anew()
        else:
            # Nobody waits for words on a page that is not seen: they are broken for their place when it is shown.
            self._broken_for = -1
            self._forget_measures()

    def _wears_its_ink(self) -> bool:
        palette, is_own = self.palette(), self.testAttribute(Qt.WidgetAttribute.WA_SetPalette)
        return is_own and palette.color(QPalette.ColorRole.WindowText) == self._look.ink(self.ink)

    def _put_ink_on(self) -> None:
        self._worn = (self._look.theme, self.ink)
        palette, ink = self.palette(), self._look.ink(self.ink)
        for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text):
            palette.setColor(role, ink)
        self.setPalette(palette)

    def _measure_anew(self) -> None:
        self._broken_for = -1
        self._forget_measures()
        self._break_words()

    def _forget_measures(self) -> None:
        self._heights.clear()
        self._measured = None


# Text that keeps the room of the longest of several, so that what stands below it stands still.


class SteadyText(Text):
    """As tall as the tallest of the words it may be asked to show, whichever of them it shows now."""

    def __init__(self, look: Look, role: str = "body", ink: str = "ink") -> None:
        self._may_show: tuple[str, ...] = ()
        self._tallest: dict[tuple[str, int], int] = {}
        super().__init__(look, "", role, ink)

    def keep_room_for(self, words: Sequence[str]) -> None:
        """``words``: everything this text will show in its place, or none for the room of its own words."""
        if tuple(words) != self._may_show:
            self._may_show, self._tallest = tuple(words), {}
            self._measure_anew()
            self.updateGeometry()

    def _height(self, width: int) -> int:
        return max(super()._height(width), self._tallest_at(width))

    def _tallest_at(self, width: int) -> int:
        """Measured once for each face and width: a question comes every few seconds, its neighbours stay the same."""
        key = (self.font().key(), width)
        if key not in self._tallest:
            margins = self.contentsMargins()
            inside = width - margins.left() - margins.right()
            around = margins.top() + margins.bottom()
            metrics = QFontMetricsF(self.font())
            self._tallest[key] = around + max((_tall(words, metrics, inside) for words in self._may_show), default=0)
        return self._tallest[key]


def _tall(words: str, metrics: QFontMetricsF, width: int) -> int:
    room = QRectF(0, 0, max(width, 1), 1_000_000)
    said = fitting(words, metrics, width)
    return ceil(metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), said).height())


# A few words that like to stand on one line, and wrap only where the line is too short for them.


class LineText(Text):
    def __init__(self, look: Look, words: str, role: str = "body", ink: str = "ink") -> None:
        super().__init__(look, words, role, ink)

    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance(self.text()) + 2
        return QSize(width, max(self.fontMetrics().height(), self.heightForWidth(width)))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), self._look.px(120)), self.fontMetrics().height())


# Telling a screen reader what changed while the keyboard stays where it is. What comes with the keyboard (a page, a
# question, something that is not saved) needs none of this: it is the name of a group, or the description of the button
# that the keyboard is put on.


_SILENT = "silent"

HEARS_ANNOUNCEMENTS = sys.platform != "linux"
"""Orca hears them from version 45 on. Every version tells what becomes the description of what has the keyboard."""

SETTLED = 700
"""Milliseconds after which the keyboard has come to rest, and a reader has said on what. Sooner, and it would say the
description along with the name, and once more because it is new."""


def be_silent(window: QWidget, *, silent: bool) -> None:
    """Whether nothing in this window is read aloud: what is hidden from eyes is hidden from ears."""
    window.setProperty(_SILENT, silent)


def announce(widget: QWidget, words: str, *, assertive: bool = False) -> None:
    """Have ``words`` read aloud. ``assertive`` interrupts what is being read; for trouble only."""
    window = widget.window()
    if not words or window.property(_SILENT):
        return
    if HEARS_ANNOUNCEMENTS:
        event = QAccessibleAnnouncementEvent(widget, words)
        if assertive:
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(event)
    else:
        telling = window.findChild(_Telling) or _Telling(window)
        telling.tell(widget, words)


def take_back(widget: QWidget) -> None:
    """Have nothing told any more of what ``widget`` said, and nothing described by it: it is put away."""
    telling = widget.window().findChild(_Telling)
    if isinstance(telling, _Telling):
        telling.take_back(widget)
    for described in widget.window().findChildren(_Described):
        described.end()


def announce_line(page: QWidget, words: str) -> None:
    """Have ``words`` read where the keyboard is put on a line of text in the very moment that is made.

    Orca hears of the cursor in a new line before it hears of the keyboard, and then says nothing of either.
    """
    focus = QApplication.focusWidget()
    if not HEARS_ANNOUNCEMENTS and isinstance(focus, QLineEdit | QPlainTextEdit) and page.isAncestorOf(focus):
        announce(page, f"{words} {focus.accessibleName()}".strip())


class _Telling(QObject):
    """Describes what has the keyboard in a window by what there is to tell, once the keyboard has come to rest."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window, self._waiting = window, list[tuple[QWidget, str]]()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SETTLED)
        self._soon.timeout.connect(self._say)

    def tell(self, widget: QWidget, words: str) -> None:
        self._waiting.append((widget, words))
        self._soon.start()

    def take_back(self, widget: QWidget) -> None:
        self._waiting = [(said_by, said) for said_by, said in self._waiting if said_by is not widget]

    def _say(self) -> None:
        """What was taken out of the window meanwhile, or put away in it, is hidden from eyes, and told to nobody: the
        person may be at another client by now.
        """
        waiting, self._waiting = self._waiting, []
        here = (said for widget, said in waiting if isValid(widget) and self._shows(widget))
        words = " ".join(dict.fromkeys(here))
        focus = QApplication.focusWidget()
        if words and focus is not None and focus.window() is self._window:
            described = focus.findChild(_Described) or _Described(focus)
            described.say(words)

    def _shows(self, widget: QWidget) -> bool:
        return widget.window() is self._window and widget.isVisible()


class _Described(QObject):
    """What a widget is described by until the keyboard goes on; then it is described as it was."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget, self._usual, self._words = widget, "", ""
        widget.installEventFilter(self)

    def say(self, words: str) -> None:
        description = self._widget.accessibleDescription()
        if words == description != self._words:
            # It came with the keyboard, and was told with it.
            return
        if description != self._words:
            self._usual = description
        self._words = words
        # The same words once more are news, too; of a description that stays the same nobody hears.
        self._widget.setAccessibleDescription("")
        self._widget.setAccessibleDescription(words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.end()
        return False

    def end(self) -> None:
        if self._words and self._widget.accessibleDescription() == self._words:
            self._widget.setAccessibleDescription(self._usual)
        self._words = ""
        self._widget.removeEventFilter(self)
        self.setParent(None)
        self.deleteLater()
