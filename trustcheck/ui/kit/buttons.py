"""A name that can be opened: it reads like a heading and is a button."""

from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QColor, QDesktopServices, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from trustcheck.ui.kit.layout import FlowLayout, ReadingPainter
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.pressable import Pressable
from trustcheck.ui.kit.soft_breaks import broken_to_fit
from trustcheck.words import gettext as _
from trustcheck.words import ngettext

# The buttons: one primary to a page, outlined ones beside it, quiet ones for the rest.


@dataclass(frozen=True, slots=True)
class Manner:
    """How a kind of button is painted: inks and the padding at its sides."""

    text: str
    fill: str = ""
    hover: str = ""
    edge: str = ""
    padding: int = 20


MANNERS = {
    "primary": Manner("on_accent", "accent", "accent_hover"),
    "outline": Manner("ink", "surface", "accent_soft", "line_strong"),
    "quiet": Manner("ink2", "", "accent_soft", padding=12),
    "danger": Manner("danger", "surface", "danger_soft", "danger"),
}
_ICON = 20
_GAP = 10
_ONE_LINE, _LEAST_ROOM = 250, 380
"""Pixels that a button never gives up, at 100 % and whatever the size of letters: only words wider than that go on in a
second line, and in the smallest window there is no more room than the second."""
_LINES = int(Qt.TextFlag.TextWordWrap) | int(Qt.TextFlag.TextShowMnemonic) | int(Qt.AlignmentFlag.AlignVCenter)
_WITH_CONTROL = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class Button(QPushButton):
    """A push button that paints itself. ``icon`` stands before the words, ``trailing`` after them."""

    corner = 10

    def __init__(
        self,
        look: Look,
        words: str,
        kind: str = "outline",
        *,
        icon: str = "",
        trailing: str = "",
        height: int = 44,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words, parent)
        self._look, self.manner = look, MANNERS[kind]
        self._icon, self._trailing, self._height = icon, trailing, height
        self._room: int | None = None
        self.setAccessibleName(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self._relayout)

    def say(self, words: str) -> None:
        """Change the words, and the name a screen reader says."""
        self.setText(words)
        self.setAccessibleName(words)
        self._relayout()

    def say_what_fits(self, room: int, *words: str) -> None:
        """The first of ``words`` that has room in so many pixels, or the last; a screen reader hears the first."""
        for said in words:
            self.say(said)
            if self.sizeHint().width() <= room:
                break
        self.setAccessibleName(words[0])

    def stand_flush(self) -> None:
        """Put the words of a quiet button in line with the text above: no padding where they begin."""
        self.manner = replace(self.manner, padding=0)
        self._relayout()

    def become(self, kind: str) -> None:
        """Look like another kind of button: what was one of several is now the thing to do."""
        self.manner = MANNERS[kind]
        self._relayout()

    def use_ink(self, ink: str) -> None:
        """Paint words and icon in another ink."""
        self.manner = replace(self.manner, text=ink)
        self.update()

    @property
    def indent(self) -> int:
        """How far within its place a quiet button's words begin; 0 for those whose edge is seen."""
        return 0 if self.manner.fill or self.manner.edge else self._look.px(self.manner.padding)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & _WITH_CONTROL:
            self.click()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A layout holds a button to the height it hints at, so the hint follows the width it was given."""
        super().resizeEvent(event)
        before = self.sizeHint().height()
        self._room = event.size().width()
        if self.sizeHint().height() != before:
            self.updateGeometry()

    def _relayout(self) -> None:
        self._room = None
        self.updateGeometry()
        self.update()

    def _icons(self) -> int:
        gap = self._look.px(_GAP) if self.text() else 0
        return sum(self._look.px(_ICON) + gap for name in (self._icon, self._trailing) if name)

    def _inside(self) -> int:
        return self._look.width_of(self.text(), "button") + self._icons()

    def _words_wide(self, width: int) -> int:
        """How much room the words have in a button so wide, at most as much as they need in one line."""
        free = width - self._icons() - 2 * self._look.px(self.manner.padding)
        return max(min(free, self._look.width_of(self.text(), "button")), 1)

    def _fill(self) -> QColor | None:
        if not self.isEnabled():
            return self._look.ink("sunk") if self.manner.fill else None
        lit = self.underMouse() or self.isDown()
        ink = self.manner.hover if lit else self.manner.fill
        return self._look.ink(ink) if ink else None

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        """One line, or as many as long words need in a narrow window."""
        one, room = self._look.px(self._height), self._words_wide(width)
        if room >= self._look.width_of(self.text(), "button"):
            return one
        metrics = QFontMetricsF(self._look.font("button"))
        words = metrics.boundingRect(QRectF(0, 0, room, 10_000), _LINES, broken_to_fit(self.text(), metrics, room))
        return max(one, int(words.height()) + self._look.px(16))

    def sizeHint(self) -> QSize:
        width = self._inside() + 2 * self._look.px(self.manner.padding)
        return QSize(width, self.heightForWidth(width if self._room is None else self._room))

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(min(hint.width(), self._look.px(_ONE_LINE), _LEAST_ROOM), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = ReadingPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_plate(painter)
        self._paint_words(painter)
        painter.end()

    def _paint_plate(self, painter: QPainter) -> None:
        fill, corner = self._fill(), self._look.px(self.corner)
        painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
        edged = self.manner.edge and self.isEnabled()
        painter.setPen(QPen(self._look.ink(self.manner.edge), 1.25) if edged else Qt.PenStyle.NoPen)
        if fill is not None or edged:
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75), corner, corner)

    def _paint_words(self, painter: QPainter) -> None:
        ink = self.manner.text if self.isEnabled() else "ink3"
        size, ratio = self._look.px(_ICON), self.devicePixelRatioF()
        wide = self._words_wide(self.width())
        x = (self.width() - wide - self._icons()) / 2
        top = (self.height() - size) / 2
        if self._icon:
            painter.drawPixmap(int(x), int(top), self._look.icon(self._icon, ink, _ICON, ratio))
            x += size + self._look.px(_GAP)
        painter.setFont(self._look.font("button"))
        painter.setPen(self._look.ink(ink))
        said = broken_to_fit(self.text(), QFontMetricsF(painter.font()), wide)
        painter.drawText(QRectF(x, 0, wide + 4, self.height()), _LINES, said)
        if self._trailing:
            x += wide + self._look.px(_GAP)
            painter.drawPixmap(int(x), int(top), self._look.icon(self._trailing, ink, _ICON, ratio))


# A quiet button that also shows the single key which does the same.


_KEY, _BUTTON_GAP, _PADDING = 22, 10, 12


class KeyButton(Button):
    """Signals: those of a button; the page listens for the key itself."""

    def __init__(self, look: Look, words: str, key: str, *, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(look, words, "quiet", icon=icon, height=40, parent=parent)
        self._key, self._shows_key = key, True

    def show_key(self, *, shown: bool) -> None:
        """Show the key, or not where single keys are switched off."""
        self._shows_key = shown
        self._relayout()

    def sizeHint(self) -> QSize:
        plain = super().sizeHint()
        return QSize(plain.width() + (self._look.px(_KEY + _BUTTON_GAP) if self._shows_key else 0), plain.height())

    def _paint_words(self, painter: QPainter) -> None:
        if not self._shows_key:
            super()._paint_words(painter)
            return
        taken = self._look.px(_KEY + _BUTTON_GAP)
        painter.save()
        painter.translate(-taken / 2, 0)
        super()._paint_words(painter)
        painter.restore()
        side = self._look.px(_KEY)
        cap = QRectF(self.width() - side - self._look.px(_PADDING), (self.height() - side) / 2, side, side)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._look.ink("line_strong"), 1))
        painter.drawRoundedRect(cap, self._look.px(5), self._look.px(5))
        painter.setPen(self._look.ink("ink2"))
        painter.setFont(self._look.font("key"))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._key)


# Buttons side by side, in several lines where there is little room; as tall as they are, and no taller.


class ButtonRow(QWidget):
    def __init__(self, look: Look, *buttons: QWidget, gap: int = 12) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        line = FlowLayout(look, self, gap=gap)
        for button in buttons:
            line.addWidget(button)


# Leads to where a file was put; there only once it is there.


class FolderButton(Button):
    """Hidden until it is told the path of a file or a folder."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, _("Show in folder"), "outline", height=40)
        self._path = Path()
        self.clicked.connect(self._show_folder)
        self.hide()

    def lead_to(self, path: str) -> None:
        self._path = Path(path)
        self.show()

    def _show_folder(self) -> None:
        folder = self._path if self._path.is_dir() else self._path.parent
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


_WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignTop)


class NameLink(Pressable):
    corner = 6

    def __init__(self, look: Look, name: str) -> None:
        super().__init__(look, name)
        self.words = name
        # Layouts ask for the same few widths over and over again, in every row of a list.
        self._heights: dict[tuple[int, float], int] = {}

    def _fitting(self, width: int) -> str:
        return broken_to_fit(self.words, QFontMetricsF(self._look.font("strong")), width)

    def heightForWidth(self, width: int) -> int:
        key = width, self._look.scale
        if key not in self._heights:
            self._heights[key] = self._height(width)
        return self._heights[key]

    def _height(self, width: int) -> int:
        metrics = QFontMetricsF(self._look.font("strong"))
        words = metrics.boundingRect(QRectF(0, 0, max(width, 1), 100_000), _WRAP, self._fitting(width))
        return max(int(words.height()) + 1, self._look.px(26))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = ReadingPainter(self)
        font = self._look.font("strong")
        font.setUnderline(self.underMouse() or self.isDown())
        painter.setFont(font)
        painter.setPen(self._look.ink("ink"))
        painter.drawText(QRectF(self.rect()), _WRAP, self._fitting(self.width()))
        painter.end()


# The button below a long list of which only the beginning is shown.


class MoreButton(Button):
    """Hidden while nothing is left."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "", "quiet", icon="chevron-down")

    def show_left(self, left: int) -> None:
        # The first page has buttons and counts nothing.
        from trustcheck.words.numbers import grouped

        self.say(ngettext("Show {number} more", "Show more, {number} to come", left).format(number=grouped(left)))
        self.setVisible(bool(left))


# Something to open when one wants to know more: a quiet button, and what it unfolds.


class Fold(Button):
    """Shows and hides ``body``; the page places both. Signals: ``turned`` with whether it is open, after a click.

    ``words`` stand on the button while it is folded, ``words_open`` (the same by default) while it is not.
    """

    turned = Signal(bool)

    def __init__(self, look: Look, words: str, body: QWidget, words_open: str = "", kind: str = "quiet") -> None:
        super().__init__(look, words, kind, trailing="chevron-right", height=32)
        self._body, self._folded_words, self._open_words = body, words, words_open or words
        self.clicked.connect(self._turn)
        self.show_open(is_open=False)

    @property
    def is_open(self) -> bool:
        return not self._body.isHidden()

    def show_open(self, *, is_open: bool) -> None:
        self._body.setVisible(is_open)
        self._trailing = "chevron-down" if is_open else "chevron-right"
        self.setAccessibleDescription(_("unfolded") if is_open else _("folded"))
        self.say(self._open_words if is_open else self._folded_words)

    def _turn(self) -> None:
        self.show_open(is_open=not self.is_open)
        self.turned.emit(self.is_open)
