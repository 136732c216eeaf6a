"""Which theme to look at: a list beside the theme, or one button with a menu where there is no room for a list."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from trustcheck.ui.look import Look
from trustcheck.ui.widgets.button import Button
from trustcheck.ui.widgets.text import Text
from trustcheck.ui.widgets.theme_item import ThemeItem
from trustcheck.words import gettext as _

_LEAST = 200
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
    name: str
    themes: tuple[ThemeEntry, ...]


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
        column.addWidget(self._list)
        column.addWidget(self.button)
        column.addStretch(1)
        look.changed.connect(self._label)
        self.stand(narrow=False)

    def stand(self, *, narrow: bool) -> None:
        """Narrow: one button with a menu. Otherwise the whole list."""
        self._list.setVisible(not narrow)
        self.button.setVisible(narrow)

    def select(self, theme_id: str) -> None:
        for each, item in self.items.items():
            item.setChecked(each == theme_id)
            self._actions[each].setChecked(each == theme_id)
        self._chosen = theme_id
        self._label()

    def _label(self) -> None:
        """The name on the button, as much of it as fits; the rest is read out, and stands above the theme."""
        if not self._chosen:
            return
        name, at = self._names[self._chosen], list(self._names).index(self._chosen) + 1
        room = max(self.width(), self._look.px(_LEAST)) - self._look.px(_BESIDE)
        metrics = QFontMetricsF(self._look.font("button"))
        self.button.say(metrics.elidedText(name, Qt.TextElideMode.ElideRight, room))
        self.button.setAccessibleName(
            _("Choose a theme: {theme}, {at} of {all}").format(theme=name, at=at, all=len(self._names))
        )

    def minimumSizeHint(self) -> QSize:
        """The button never holds the page wide: its words are cut to what there is."""
        smallest = super().minimumSizeHint()
        return smallest.boundedTo(QSize(self._look.px(_LEAST), smallest.height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._label()

    def _make_list(self, pillars: Sequence[PillarEntries]) -> QWidget:
        held = QWidget()
        held.setAccessibleName(_("Themes"))
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._look.px(2))
        for place, pillar in enumerate(pillars):
            if place:
                column.addSpacing(self._look.px(14))
            head = Text(self._look, pillar.name, "caption", "ink3")
            head.setContentsMargins(self._look.px(12), 0, 0, self._look.px(2))
            column.addWidget(head)
            for theme in pillar.themes:
                column.addWidget(self._make_item(theme))
        return held

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
        self.menu.setFont(self._look.font("row"))
        self.menu.popup(self.button.mapToGlobal(self.button.rect().bottomLeft()))
