"""A piece of text in one role and one ink. Plain text always: what people wrote is never read as markup."""

import re
import sys
from collections.abc import Sequence
from math import ceil
from unicodedata import combining

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFontMetricsF, QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget
from shiboken6 import isValid

from trustcheck.ui.kit.look import Look

# Places where a word that is wider than its room may break, so that nothing anybody wrote is cut off at the edge; and
# nothing anybody wrote turns round what stands beside it.


_BREAK = "\u200b"
_WORD = re.compile(r"\S{8,}")
_PIECE = re.compile(r"[^/\\]*[/\\]+|[^/\\]+")
_TOGETHER = "\u00a0"
_LEAST_END = 10
"""So many characters at least stand in the last line of several: one short word alone there looks forgotten."""
_JOINING = "\u200d\ufe0e\ufe0f"
_TURNING = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])


def not_turning(words: str) -> str:
    """``words`` without the marks that turn the writing of all that follows; each script runs its own way without."""
    return words.translate(_TURNING)


def fitting(words: str, metrics: QFontMetricsF, width: float) -> str:
    """``words`` as they stand in lines of ``width`` pixels: no word is cut at the edge, none short is left alone."""
    return broken_to_fit(with_its_end(not_turning(words), metrics, width), metrics, width)


def with_its_end(words: str, metrics: QFontMetricsF, width: float) -> str:
    """``words`` with the last of them held together, where they take more than one line and these have the room."""
    if width <= 0 or metrics.horizontalAdvance(words) <= width:
        return words
    before, _space, end = words.rpartition(" ")
    while before and len(end) < _LEAST_END:
        before, _space, word = before.rpartition(" ")
        end = f"{word}{_TOGETHER}{end}"
    has_room = before and "\n" not in end and metrics.horizontalAdvance(end) <= width / 2
    return f"{before} {end}" if has_room else words


def broken_to_fit(words: str, metrics: QFontMetricsF, width: float) -> str:
    """``words`` with invisible breaks inside every word wider than ``width`` pixels; all others as they are. A path
    breaks between its folders, as long as their names fit.
    """
    if width <= 0 or metrics.horizontalAdvance(words) <= width:
        return words

    def broken(run: re.Match[str]) -> str:
        word = run.group()
        return word if fits(word) else _BREAK.join(map(piece, _PIECE.findall(word)))

    def piece(part: str) -> str:
        return part if fits(part) else _between_letters(part)

    def fits(part: str) -> bool:
        return metrics.horizontalAdvance(part) <= width

    return _WORD.sub(broken, words)


def _between_letters(word: str) -> str:
    """A break before every letter that does not belong to the one before it."""
    return "".join(
        letter if combining(letter) or letter in _JOINING or not at else _BREAK + letter
        for at, letter in enumerate(word)
    )


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
        metrics = QFontMetricsF(self.font())
        if self.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse:
            # Whoever copies it wants the spaces that were written.
            return broken_to_fit(not_turning(self._words), metrics, width)
        return fitting(self._words, metrics, width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._break_words()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._break_words()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # Every new place in the window is a change of style to Qt; few of them change how the words are set.
        set_in = self.font(), self.contentsMargins()
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and set_in != self._set_in:
            self._set_in = set_in
            self._heights.clear()
        if event.type() == QEvent.Type.StyleChange and not self._wears_its_ink():
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
            self._heights.clear()

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
        self._heights.clear()
        self._break_words()


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
