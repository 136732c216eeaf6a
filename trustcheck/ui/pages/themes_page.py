"""One theme at a time: where the answers put it, what that may mean, and the answers themselves."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trustcheck.app.presenting.personal import theme_sentence
from trustcheck.app.presenting.personal_sums import theme_sum
from trustcheck.app.results import PersonalResult, ThemeResult
from trustcheck.domain.points import whole
from trustcheck.ui.look import Look
from trustcheck.ui.widgets.calculations import Answer, Calculations
from trustcheck.ui.widgets.list_page import ListPage
from trustcheck.ui.widgets.theme_chooser import PillarEntries, ThemeEntry
from trustcheck.ui.widgets.theme_view import ThemeView
from trustcheck.words import gettext as _


class ThemesPage(ListPage):
    """Signals: ``change_asked`` with an item id, ``say_do_asked`` to go there."""

    change_asked = Signal(str)
    say_do_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.name = _("Themes")
        self._result: PersonalResult | None = None
        self.sums = Calculations(look, self)

    def show_result(self, result: PersonalResult, theme_id: str = "") -> None:
        """Show a theme: the one asked for, else the one shown last, else the first."""
        self._result = result
        self.show_themes(_entries(result), theme_id)

    def view_of(self, theme_id: str) -> QWidget:
        assert self._result is not None
        self.sums.forget()
        view = ThemeView(self.look, self._result, theme_id)
        view.change_asked.connect(self.change_asked)
        for button in (view.track, view.how):
            if button is not None:
                self.sums.answers(button, partial(_of_theme, self._result, theme_id))
        view.say_do_asked.connect(self.say_do_asked)
        return view


def _entries(result: PersonalResult) -> tuple[PillarEntries, ...]:
    return tuple(
        PillarEntries(pillar.pillar.address, tuple(_entry(theme) for theme in pillar.themes))
        for pillar in result.pillars
    )


def _entry(theme: ThemeResult) -> ThemeEntry:
    number = "" if theme.score is None else str(whole(theme.score))
    return ThemeEntry(theme.theme.id, theme.theme.name, number, theme_sentence(theme))


def _of_theme(result: PersonalResult, theme_id: str) -> Answer:
    told = theme_sum(result, theme_id)
    return told.heading, (told,)
