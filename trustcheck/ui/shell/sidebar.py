"""The sidebar: the sign, where we are, and where one can go."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from trustcheck.ui.kit.icons import Mark
from trustcheck.ui.kit.layout import ReadingPainter, sided
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.text import Text
from trustcheck.ui.shell.places import Place, SidebarEntry, listed_under, lock_entry
from trustcheck.words import gettext as _

# One entry of the sidebar: an icon and a word, or only the icon when the window is narrow.


class NavItem(QPushButton):
    """Signals: ``reached`` when the keyboard comes to it, so that it can be scrolled into view."""

    reached = Signal()
    corner = 9

    def __init__(self, look: Look, words: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._look, self._icon, self._narrow = look, icon, False
        self.is_here = False
        """Whether its page is on the screen. Not Qt's own state: that would make a box to check of it, to a reader."""
        self.setAccessibleName(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._relayout)

    def mark(self, *, here: bool) -> None:
        """The page decides what is selected; a click only asks."""
        if here != self.is_here:
            self.is_here = here
            self.setAccessibleDescription(_("You are here") if here else "")
            self.update()

    def stand_narrow(self, narrow: bool) -> None:
        self._narrow = narrow
        self.setToolTip(self.text() if narrow else "")
        self._relayout()

    def _relayout(self) -> None:
        self.updateGeometry()
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.reached.emit()

    def words_wide(self) -> int:
        """Pixels that the icon and the words need, selected or not."""
        return self._look.px(48) + self._look.width_of(self.text(), "small_strong")

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(48) if self._narrow else self.words_wide(), self._look.px(40))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(40), self._look.px(40))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = ReadingPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected, corner = self.is_here, self._look.px(self.corner)
        if selected or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.ink("accent_soft" if selected else "surface"))
            painter.drawRoundedRect(QRectF(self.rect()), corner, corner)
        size = self._look.px(20)
        left = (self.width() - size) // 2 if self._narrow else self._look.px(12)
        ink = "accent" if selected else "ink2"
        picture = self._look.icon(self._icon, ink, 20, self.devicePixelRatioF())
        painter.drawPixmap(left, (self.height() - size) // 2, picture)
        if not self._narrow:
            painter.setFont(self._look.font("small_strong" if selected else "nav"))
            painter.setPen(self._look.ink("ink" if selected else "ink2"))
            words = QRectF(self._look.px(44), 0, self.width() - self._look.px(48), self.height())
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.end()


_WIDE, _WIDEST, _NARROW = 224, 320, 72


class HomeSign(QPushButton):
    """The sign and the name; leads home."""

    corner = 9

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setAccessibleName(_("TrustCheck, home"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFlat(True)
        # A button without words has a width all the same, and would hold a narrow sidebar wider than it is.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._row = row = QHBoxLayout(self)
        self.mark = Mark(look)
        self.words = Text(look, "TrustCheck", "section", wrap=False)
        for part in (self.mark, self.words):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            row.addWidget(part)
        row.addStretch(1)

    def stand(self, *, narrow: bool) -> None:
        """Wear the size of the look: the sign with its name, or alone and in the middle, above the icons."""
        px = self._look.px
        self.words.setVisible(not narrow)
        self._row.setContentsMargins(*sided(self, px(7 if narrow else 10), 0, 0 if narrow else px(4), 0))
        self._row.setSpacing(0 if narrow else px(10))
        self.setMinimumHeight(px(40))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Nothing but its children."""


class Sidebar(QWidget):
    """Signals: ``asked`` with the :class:`Place` a person wants to go to."""

    asked = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._narrow, self._items = look, False, dict[Place, NavItem]()
        self._here: Place | None = None
        self.can_lock = False
        """Whether the open data file has a passphrase: then locking it stands above the settings."""
        self.setAccessibleName(_("Pages"))
        self.logo = HomeSign(look)
        self.logo.clicked.connect(lambda: self.asked.emit(Place.HOME))
        self._where = Text(look, "", "small_strong", "ink3")
        held = QWidget()
        self._column = QVBoxLayout(held)
        self._lines = QVBoxLayout()
        self._foot = QVBoxLayout()
        self._listed: tuple[str, tuple[SidebarEntry, ...], tuple[SidebarEntry, ...]] | None = None
        for part in (self.logo, self._where):
            self._column.addWidget(part)
        self._column.addLayout(self._lines)
        self._column.addStretch(1)
        self._column.addLayout(self._foot)
        self._scroll_when_low(held)
        look.changed.connect(self._restyle)
        self._restyle()

    def _scroll_when_low(self, held: QWidget) -> None:
        """Large text in a low window leaves less room than there are entries."""
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for part in (scroll, held):
            part.setObjectName("sidebar")
        scroll.setWidget(held)
        self._scroll = scroll
        outer = QVBoxLayout(self)
        outer.setContentsMargins(*sided(self, 0, 0, 1, 0))
        outer.addWidget(scroll)

    def show_entries(self, where: str, lines: tuple[SidebarEntry, ...], foot: tuple[SidebarEntry, ...]) -> None:
        """Fill it. ``where`` is the name of the place whose check is open; empty at home. What stands there already
        stays as it is, and with it whoever has the keyboard in it.
        """
        if self.can_lock:
            at = next((at for at, entry in enumerate(foot) if entry.place is Place.SETTINGS), len(foot))
            foot = (*foot[:at], lock_entry(), *foot[at:])
        if (where, lines, foot) == self._listed:
            return
        self._listed = (where, lines, foot)
        self._words = where
        for item in self._items.values():
            item.hide()
            item.deleteLater()
        self._items = {}
        for layout, entries in ((self._lines, lines), (self._foot, foot)):
            for entry in entries:
                layout.addWidget(self._item(entry))
        self._mark()
        self._restyle()

    def select(self, place: Place) -> None:
        """Mark where we are; lines that are listed later are marked as well."""
        self._here = place
        self._mark()

    def _mark(self) -> None:
        here = listed_under(self._here, self._items) if self._here is not None else None
        for known, item in self._items.items():
            item.mark(here=known is here)

    def stand_narrow(self, narrow: bool) -> None:
        if narrow is not self._narrow:
            self._narrow = narrow
            self._restyle()

    def _item(self, entry: SidebarEntry) -> NavItem:
        item = NavItem(self._look, entry.words, entry.icon, self)
        item.clicked.connect(lambda: self.asked.emit(entry.place))
        item.reached.connect(lambda: self._scroll.ensureWidgetVisible(item))
        self._items[entry.place] = item
        return item

    def _restyle(self) -> None:
        px = self._look.px
        side = px(12 if self._narrow else 16)
        self.setFixedWidth(px(_NARROW) if self._narrow else self._wide(2 * side + 1))
        self._column.setContentsMargins(side, px(14), side, px(16))
        self._column.setSpacing(px(10))
        for layout in (self._lines, self._foot):
            layout.setSpacing(px(4))
        self.logo.stand(narrow=self._narrow)
        where = getattr(self, "_words", "")
        self._where.setText(where)
        self._where.setAccessibleName(where)
        self._where.setContentsMargins(*sided(self, px(12), px(8), 0, 0))
        self._where.setVisible(bool(where) and not self._narrow)
        for item in self._items.values():
            item.stand_narrow(self._narrow)
        self.update()

    def _wide(self, around: int) -> int:
        """As wide as suits English; a language with longer words has its longest entry whole."""
        longest = max((each.words_wide() for each in self._items.values()), default=0)
        return max(self._look.px(_WIDE), min(longest + around, self._look.px(_WIDEST)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = ReadingPainter(self)
        painter.fillRect(self.rect(), self._look.ink("sunk"))
        edge = QRectF(self.width() - 1, 0, 1, self.height())
        painter.fillRect(edge, self._look.ink("line"))
        painter.end()
