"""One theme at a time: where the answers put it, what that may mean, and the answers themselves."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from trustcheck.app.presenting.personal import theme_sentence
from trustcheck.app.results import PersonalResult, ThemeResult
from trustcheck.domain.points import whole
from trustcheck.ui.look import Look
from trustcheck.ui.widgets.page import Page
from trustcheck.ui.widgets.theme_chooser import PillarEntries, ThemeChooser, ThemeEntry
from trustcheck.ui.widgets.theme_view import ThemeView
from trustcheck.words import gettext as _

_LIST = 236
_NARROW = 780


class ThemesPage(Page):
    """Signals: ``theme_shown`` with the id of a theme the person chose, ``change_asked`` with an item id."""

    theme_shown = Signal(str)
    change_asked = Signal(str)
    how_asked = Signal()
    say_do_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.name = _("Themes")
        self.theme_id = ""
        self._result: PersonalResult | None = None
        self._chooser: ThemeChooser | None = None
        self._view: ThemeView | None = None
        self._sides_box = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._right = QVBoxLayout()
        look.changed.connect(self._arrange)

    def announcement(self) -> str:
        if self._result is None or not self.theme_id:
            return self.name
        return f"{self.name}. {self._result.theme(self.theme_id).theme.name}"

    def first_focus(self) -> QWidget | None:
        if self._chooser is None or not self.theme_id:
            return None
        return self._chooser.button if self._chooser.button.isVisible() else self._chooser.items[self.theme_id]

    def show_result(self, result: PersonalResult, theme_id: str = "") -> None:
        """Show a theme: the one asked for, else the one shown last, else the first."""
        known = [theme.theme.id for theme in result.themes]
        self._result = result
        self.clear()
        held = QWidget()
        self._sides_box = QBoxLayout(QBoxLayout.Direction.LeftToRight, held)
        self._sides_box.setContentsMargins(0, 0, 0, 0)
        self._chooser = ThemeChooser(self.look, _entries(result))
        self._chooser.chosen.connect(self._choose)
        self._right = QVBoxLayout()
        self._sides_box.addWidget(self._chooser)
        self._sides_box.addLayout(self._right, 1)
        self.column.addWidget(held)
        self.column.addStretch(1)
        wanted = theme_id or self.theme_id
        self._show(wanted if wanted in known else known[0])
        self._arrange()

    def _choose(self, theme_id: str) -> None:
        self._show(theme_id)
        self.theme_shown.emit(theme_id)

    def _show(self, theme_id: str) -> None:
        assert self._result is not None
        assert self._chooser is not None
        self.theme_id = theme_id
        self._chooser.select(theme_id)
        self.clear(self._right)
        view = ThemeView(self.look, self._result, theme_id)
        view.change_asked.connect(self.change_asked)
        view.how_asked.connect(self.how_asked)
        view.say_do_asked.connect(self.say_do_asked)
        self._right.addWidget(view)
        self._right.addStretch(1)
        self._view = view
        self.verticalScrollBar().setValue(0)

    def _arrange(self) -> None:
        if self._chooser is None:
            return
        narrow = self.width() < _NARROW * self.look.scale
        self._sides_box.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self._sides_box.setSpacing(self.look.px(12 if narrow else 24))
        self._chooser.stand(narrow=narrow)
        self._chooser.setMaximumWidth(16_777_215 if narrow else self.look.px(_LIST))
        self._chooser.setMinimumWidth(0 if narrow else self.look.px(_LIST))
        self._sides_box.setAlignment(self._chooser, Qt.AlignmentFlag.AlignTop)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()


def _entries(result: PersonalResult) -> tuple[PillarEntries, ...]:
    return tuple(
        PillarEntries(pillar.pillar.address, tuple(_entry(theme) for theme in pillar.themes))
        for pillar in result.pillars
    )


def _entry(theme: ThemeResult) -> ThemeEntry:
    number = "" if theme.score is None else str(whole(theme.score))
    return ThemeEntry(theme.theme.id, theme.theme.name, number, theme_sentence(theme))
