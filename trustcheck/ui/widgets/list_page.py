"""A page with a list of themes that stays in sight: beside the column, or as one button above what scrolls."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QStyle, QWidget

from trustcheck.ui.look import Look
from trustcheck.ui.widgets.page import Page
from trustcheck.ui.widgets.theme_chooser import RING, PillarEntries, ThemeChooser

_LIST = 232
_BETWEEN = 20
_NARROW = 800
"""Below this width of the page (at 100 % text size) the list is one button."""
_ABOVE = 14
_EDGE = 16
"""What rings and plates may reach over the edge of the words."""


class ListPage(Page):
    """One theme at a time. The list lies outside of what scrolls, so that the keyboard never stands behind it.

    Override :meth:`view_of`. Signals: ``theme_shown`` with the id of a theme the person chose.
    """

    theme_shown = Signal(str)
    theme_id = ""
    _chooser: ThemeChooser | None = None

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._names: dict[str, str] = {}

    def view_of(self, theme_id: str) -> QWidget:
        """One theme, made anew to be shown."""
        raise NotImplementedError

    def announcement(self) -> str:
        return f"{self.name}. {self._names[self.theme_id]}" if self.theme_id in self._names else self.name

    def first_focus(self) -> QWidget | None:
        if self._chooser is None:
            return None
        return self._chooser.button if self._chooser.button.isVisible() else self._chooser.items[self.theme_id]

    def show_themes(self, pillars: Sequence[PillarEntries], wanted: str) -> None:
        """Show a list and one theme of it: the one asked for, else the one shown last, else the first."""
        self._names = {theme.id: theme.name for pillar in pillars for theme in pillar.themes}
        self._keep_in_sight(ThemeChooser(self.look, pillars))
        known = [each for each in (wanted, self.theme_id) if each in self._names]
        self._show(known[0] if known else next(iter(self._names)))

    def _keep_in_sight(self, chooser: ThemeChooser) -> None:
        """Put this list in the place of the one before."""
        old, self._chooser = self._chooser, chooser
        if old is not None:
            old.hide()
            old.setParent(None)
            old.deleteLater()
        chooser.chosen.connect(self._choose)
        chooser.setParent(self)
        chooser.lower()
        chooser.show()
        self._fit()

    def _choose(self, theme_id: str) -> None:
        self._show(theme_id)
        self.theme_shown.emit(theme_id)

    def _show(self, theme_id: str) -> None:
        assert self._chooser is not None
        self.theme_id = theme_id
        self._chooser.select(theme_id)
        self.clear()
        self.column.addWidget(self.view_of(theme_id))
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
        list_, between = self.look.px(_LIST), self.look.px(_BETWEEN)
        left = edge.left() + ((self.width() - whole) // 2 if self._is_centred else 0)
        top = edge.top() - self.look.px(4)
        ring = self.look.px(RING)
        self._place(chooser, QRect(left - ring, top, list_ + 2 * ring, self.height() - top))
        self.setViewportMargins(left + list_ + between - over, 0, 0, 0)
        self.column.setContentsMargins(over, edge.top(), edge.right(), edge.bottom())
        self._held.setMaximumWidth(whole - edge.left() - list_ - between + over)
        self._sides.setAlignment(Qt.AlignmentFlag(0))

    def _place(self, chooser: ThemeChooser, room: QRect) -> None:
        chooser.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), room))
