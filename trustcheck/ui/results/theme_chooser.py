"""Which theme to look at: a list beside the theme, or one button with a menu where there is no room for a list."""

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QScrollArea, QStyle, QVBoxLayout, QWidget

from trustcheck.app.presenting.group_items import own_questions_title
from trustcheck.ui.kit.buttons import Button
from trustcheck.ui.kit.choices import Grouping
from trustcheck.ui.kit.layout import ReadingPainter, empty, sided
from trustcheck.ui.kit.look import Look, wear
from trustcheck.ui.kit.page import Page
from trustcheck.ui.kit.pressable import Pressable
from trustcheck.ui.kit.soft_breaks import broken_to_fit
from trustcheck.ui.kit.text import LineText, Text
from trustcheck.words import gettext as _

# One theme in the list of themes: its name and its number; the one on show is marked.


_SIDE = 12
_ITEM_LEAST = 38
_WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignVCenter)


class ThemeItem(Pressable):
    corner = 10
    least = QSize(150, _ITEM_LEAST)

    def __init__(self, look: Look, name: str, number: str, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(look, sentence, parent)
        self._name, self._number = name, number
        self.is_shown = False
        """Whether this theme is on the page. Not Qt's own state: that would make a box to check of it, to a reader."""
        self._heights: dict[tuple[float, int], int] = {}
        """By text size and width: a list of themes asks every one of them again and again."""

    def mark(self, *, shown: bool) -> None:
        if shown != self.is_shown:
            self.is_shown = shown
            self.setAccessibleDescription(_("on this page") if shown else "")
            self.update()

    def _room(self, width: int) -> int:
        """What is left for the name beside the number."""
        return width - 2 * self._look.px(_SIDE) - self._look.width_of("100", "small_strong") - self._look.px(8)

    def heightForWidth(self, width: int) -> int:
        at = (self._look.scale, width)
        if at not in self._heights:
            self._heights[at] = self._height(width)
        return self._heights[at]

    def _height(self, width: int) -> int:
        metrics = QFontMetricsF(self._look.font("small_strong"))
        room = max(self._room(width), 1)
        words = metrics.boundingRect(QRectF(0, 0, room, 10_000), _WRAP, broken_to_fit(self._name, metrics, room))
        return max(self._look.px(_ITEM_LEAST), int(words.height()) + self._look.px(14))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = ReadingPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen, side = self.is_shown, self._look.px(_SIDE)
        if chosen or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.ink("accent_soft" if chosen else "sunk"))
            corner = self._look.px(self.corner)
            painter.drawRoundedRect(QRectF(self.rect()), corner, corner)
        painter.setFont(self._look.font("small_strong" if chosen else "row"))
        painter.setPen(self._look.ink("ink" if chosen else "ink2"))
        room = QRect(side, 0, self._room(self.width()), self.height())
        painter.drawText(room, _WRAP, broken_to_fit(self._name, QFontMetricsF(painter.font()), room.width()))
        painter.setFont(self._look.font("small_strong"))
        right = int(Qt.AlignmentFlag.AlignRight) | int(Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(self.rect().adjusted(0, 0, -side, 0), right, self._number)
        painter.end()


_LEAST = 200
RING = 6
"""What the list keeps free at its edges for the ring of the keyboard."""
_BESIDE = 76
"""What the button needs beside its words."""


@dataclass(frozen=True, slots=True)
class ThemeEntry:
    """One theme to choose: its name, the number beside it (or nothing), and what a screen reader says."""

    id: str
    name: str
    number: str
    sentence: str


@dataclass(frozen=True, slots=True)
class PillarEntries:
    """``whose`` says whose numbers they are, where there could be doubt."""

    name: str
    themes: tuple[ThemeEntry, ...]
    whose: str = ""


OWN_QUESTIONS = "own questions"
"""Stands for the questions beside the themes in the list; no theme has a space in its id."""


def own_questions_entry() -> PillarEntries:
    """Their line, below those of all themes."""
    name = own_questions_title()
    return PillarEntries(_("Beside the themes"), (ThemeEntry(OWN_QUESTIONS, name, "", name),))


@dataclass(frozen=True, slots=True)
class ChooserWords:
    """What a list is called, and its button: with ``{theme}``, ``{at}`` and ``{all}`` where they are said."""

    name: str
    choose: str
    place: str
    choice: str


def theme_words() -> ChooserWords:
    return ChooserWords(
        _("Themes"), _("Choose a theme"), _("Theme {at} of {all}"), _("Choose a theme: {theme}, {at} of {all}")
    )


class ThemeChooser(Grouping):
    """Signals: ``chosen`` with a theme id when the person picks it."""

    chosen = Signal(str)

    def __init__(self, look: Look, pillars: Sequence[PillarEntries], words: ChooserWords) -> None:
        super().__init__("")
        self._look, self._chosen, self._words = look, "", words
        self._names = {theme.id: theme.name for pillar in pillars for theme in pillar.themes}
        self.items: dict[str, ThemeItem] = {}
        self._actions: dict[str, QAction] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._list = self._make_list(pillars)
        self.button = Button(look, words.choose, "outline", trailing="chevron-down")
        self.menu = self._make_menu(pillars)
        self.button.clicked.connect(self._open_menu)
        self._scroller = self._scrolling(self._list)
        column.addWidget(self._scroller, 1)
        column.addWidget(self.button)
        look.changed.connect(self._label)
        self.stand(narrow=False)

    def stand(self, *, narrow: bool) -> None:
        """Narrow: one button with a menu. Otherwise the whole list."""
        self._scroller.setVisible(not narrow)
        self.button.setVisible(narrow)

    def select(self, theme_id: str) -> None:
        for each, item in self.items.items():
            item.mark(shown=each == theme_id)
            self._actions[each].setChecked(each == theme_id)
        self._chosen = theme_id
        self._label()
        self._scroller.ensureWidgetVisible(self.items[theme_id], 0, self._look.px(12))

    def _label(self) -> None:
        """The name on the button where all of it fits, else which one of how many; the name stands above the theme."""
        if not self._chosen:
            return
        name, at = self._names[self._chosen], list(self._names).index(self._chosen) + 1
        room = max(self.width(), self._look.px(_LEAST)) - self._look.px(_BESIDE)
        fits = QFontMetricsF(self._look.font("button")).horizontalAdvance(name) <= room
        place = self._words.place.format(at=at, all=len(self._names))
        self.button.say(name if fits else place)
        self.button.setAccessibleName(self._words.choice.format(theme=name, at=at, all=len(self._names)))

    def minimumSizeHint(self) -> QSize:
        """The button never holds the page wide: it says less where there is little room."""
        smallest = super().minimumSizeHint()
        return smallest.boundedTo(QSize(self._look.px(_LEAST), smallest.height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._label()

    def _make_list(self, pillars: Sequence[PillarEntries]) -> QWidget:
        held = QWidget()
        held.setAccessibleName(self._words.name)
        column = QVBoxLayout(held)
        ring = self._look.px(RING)
        column.setContentsMargins(ring, 0, ring, ring)
        column.setSpacing(self._look.px(2))
        for place, pillar in enumerate(pillars):
            if place:
                column.addSpacing(self._look.px(14))
            column.addLayout(self._head(pillar))
            for theme in pillar.themes:
                column.addWidget(self._make_item(theme))
        column.addStretch(1)
        return held

    @staticmethod
    def _scrolling(held: QWidget) -> QScrollArea:
        """A list longer than the page is high scrolls by itself."""
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        held.setObjectName("column")
        area.setWidget(held)
        return area

    def _head(self, pillar: PillarEntries) -> QHBoxLayout:
        line = QHBoxLayout()
        side = self._look.px(12)
        line.setContentsMargins(side, 0, side, self._look.px(2))
        line.setSpacing(self._look.px(8))
        line.addWidget(Text(self._look, pillar.name, "caption", "ink3"), 1)
        if pillar.whose:
            line.addWidget(LineText(self._look, pillar.whose, "caption", "ink3"))
        return line

    def _make_item(self, theme: ThemeEntry) -> ThemeItem:
        item = ThemeItem(self._look, theme.name, theme.number, theme.sentence)
        item.asked.connect(partial(self.chosen.emit, theme.id))
        self.items[theme.id] = item
        return item

    def _make_menu(self, pillars: Sequence[PillarEntries]) -> QMenu:
        menu = QMenu(self)
        group = QActionGroup(menu)
        for place, pillar in enumerate(pillars):
            if place:
                menu.addSeparator()
            for theme in pillar.themes:
                action = menu.addAction(theme.name.replace("&", "&&"))
                action.setCheckable(True)
                action.setActionGroup(group)
                action.triggered.connect(partial(self._pick, theme.id))
                self._actions[theme.id] = action
        return menu

    def _pick(self, theme_id: str, *_checked: bool) -> None:
        self.chosen.emit(theme_id)

    def _open_menu(self) -> None:
        wear(self.menu, self._look, "row")
        self.menu.popup(self.button.mapToGlobal(self.button.rect().bottomLeft()))


# A page with a list of themes that stays in sight: beside the column, or as one button above what scrolls.


_LIST = 232
_BETWEEN = 20
_NARROW = 800
"""Below this width of the page (at 100 % text size) the list is one button."""
_ABOVE = 14
_EDGE = 16
"""What rings and plates may reach over the edge of the words."""


class ChooserPage(Page):
    """One part of several at a time. The list lies outside of what scrolls, so that the keyboard never stands behind
    it.

    Override :meth:`view_of`. ``kept`` entries of the column stay above each part.
    """

    theme_id = ""
    kept = 0
    _chooser: ThemeChooser | None = None

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._names: dict[str, str] = {}

    def chooser_words(self) -> ChooserWords:
        """What the list is called."""
        return theme_words()

    @abstractmethod
    def view_of(self, theme_id: str) -> QWidget:
        """One theme, made anew to be shown."""

    def announcement(self) -> str:
        return f"{self.name}. {self._names[self.theme_id]}" if self.theme_id in self._names else self.name

    def first_focus(self) -> QWidget | None:
        if self._chooser is None:
            return None
        return self._chooser.button if self._chooser.button.isVisible() else self._chooser.items[self.theme_id]

    def show_themes(self, pillars: Sequence[PillarEntries], wanted: str) -> None:
        """Show a list and one theme of it: the one asked for, else the one shown last, else the first."""
        self._names = {theme.id: theme.name for pillar in pillars for theme in pillar.themes}
        self._keep_in_sight(ThemeChooser(self.look, pillars, self.chooser_words()))
        known = [each for each in (wanted, self.theme_id) if each in self._names]
        self._show(known[0] if known else next(iter(self._names)))

    def _keep_in_sight(self, chooser: ThemeChooser) -> None:
        """Put this list in the place of the one before."""
        old, self._chooser = self._chooser, chooser
        if old is not None:
            old.hide()
            old.setParent(None)
            old.deleteLater()
        chooser.chosen.connect(self._show)
        chooser.setParent(self)
        chooser.lower()
        chooser.show()
        self._fit()

    def _show(self, theme_id: str) -> None:
        assert self._chooser is not None
        self.theme_id = theme_id
        self._chooser.select(theme_id)
        self._stand(self.view_of(theme_id))

    def _stand(self, view: QWidget) -> None:
        empty(self.column, kept=self.kept, orphan=True)
        self.column.addWidget(view)
        if self.isVisible():
            # At once and not with the next event: the keyboard may go into it now.
            view.show()
        self.column.addStretch(1)
        self.verticalScrollBar().setValue(0)

    def _fit(self) -> None:
        super()._fit()
        if self._chooser is None:
            return
        narrow = self.width() < self.look.px(_NARROW)
        self._chooser.stand(narrow=narrow)
        if narrow:
            self._stand_above(self._chooser)
        else:
            self._stand_beside(self._chooser)

    def _stand_above(self, chooser: ThemeChooser) -> None:
        edge = self.column.contentsMargins()
        above, deep = self.look.px(_ABOVE), chooser.button.sizeHint().height()
        self._place(chooser, QRect(edge.left(), above, self.width() - edge.left() - edge.right(), deep))
        self.setViewportMargins(0, deep + 2 * above, 0, 0)
        self.column.setContentsMargins(edge.left(), self.look.px(4), edge.right(), edge.bottom())

    def _stand_beside(self, chooser: ThemeChooser) -> None:
        """As if list and column were one: together as wide as the column of other pages, and centred as those are."""
        edge, over, whole = self.column.contentsMargins(), self.look.px(_EDGE), self._held.maximumWidth()
        start, _, end, _ = sided(self, edge.left(), 0, edge.right(), 0)
        list_, between = self.look.px(_LIST), self.look.px(_BETWEEN)
        left = start + ((self.width() - whole) // 2 if self._is_centred else 0)
        top = edge.top() - self.look.px(4)
        ring = self.look.px(RING)
        self._place(chooser, QRect(left - ring, top, list_ + 2 * ring, self.height() - top))
        self.setViewportMargins(*sided(self, left + list_ + between - over, 0, 0, 0))
        self.column.setContentsMargins(*sided(self, over, edge.top(), end, edge.bottom()))
        self._held.setMaximumWidth(whole - start - list_ - between + over)
        self._sides.setAlignment(Qt.AlignmentFlag(0))

    def _place(self, chooser: ThemeChooser, room: QRect) -> None:
        chooser.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), room))
