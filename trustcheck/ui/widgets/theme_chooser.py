"""Which theme to look at: a list beside the theme, or one button with a menu where there is no room for a list."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from trustcheck.ui.look import Look
from trustcheck.ui.widgets.button import Button
from trustcheck.ui.widgets.line_text import LineText
from trustcheck.ui.widgets.text import Text
from trustcheck.ui.widgets.theme_item import ThemeItem
from trustcheck.ui.worn import wear
from trustcheck.words import gettext as _

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


class ThemeChooser(QWidget):
    """Signals: ``chosen`` with a theme id when the person picks it."""

    chosen = Signal(str)

    def __init__(self, look: Look, pillars: Sequence[PillarEntries]) -> None:
        super().__init__()
        self._look, self._chosen = look, ""
        self._names = {theme.id: theme.name for pillar in pillars for theme in pillar.themes}
        self.items: dict[str, ThemeItem] = {}
        self._actions: dict[str, QAction] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._list = self._make_list(pillars)
        self.button = Button(look, _("Choose a theme"), "outline", trailing="chevron-down")
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
            item.setChecked(each == theme_id)
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
        place = _("Theme {at} of {all}").format(at=at, all=len(self._names))
        self.button.say(name if fits else place)
        self.button.setAccessibleName(
            _("Choose a theme: {theme}, {at} of {all}").format(theme=name, at=at, all=len(self._names))
        )

    def minimumSizeHint(self) -> QSize:
        """The button never holds the page wide: it says less where there is little room."""
        smallest = super().minimumSizeHint()
        return smallest.boundedTo(QSize(self._look.px(_LEAST), smallest.height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._label()

    def _make_list(self, pillars: Sequence[PillarEntries]) -> QWidget:
        held = QWidget()
        held.setAccessibleName(_("Themes"))
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
