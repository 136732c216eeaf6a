"""A group's themes, one at a time: both views, how far people lie apart, the questions, the notes, the facts."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trustcheck.app.group_result import GroupResult, Shown, ThemeView
from trustcheck.app.presenting.group_rows import row_words
from trustcheck.domain.questionnaire import Form
from trustcheck.domain.view_names import people
from trustcheck.ui.look import Look
from trustcheck.ui.pages.group_page import GroupPage
from trustcheck.ui.widgets.group_theme_view import GroupThemeView
from trustcheck.ui.widgets.list_page import ListPage
from trustcheck.ui.widgets.theme_chooser import PillarEntries, ThemeEntry
from trustcheck.words import gettext as _


class GroupThemesPage(ListPage, GroupPage):
    """Signals: ``say_do_asked`` to go to the facts."""

    say_do_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.name = _("Themes")

    def show_result(self, result: GroupResult, theme_id: str = "") -> None:
        """Show a theme: the one asked for, else the one shown last, else the first."""
        self.result = result
        self.show_themes(_entries(result), theme_id)

    def view_of(self, theme_id: str) -> QWidget:
        assert self.result is not None
        self.forget_asker()
        view = GroupThemeView(self.look, self.result, theme_id)
        view.say_do_asked.connect(self.say_do_asked)
        for button, key in view.figures:
            self.answers(button, self.answer_of(key))
        return view


def _entries(result: GroupResult) -> tuple[PillarEntries, ...]:
    return tuple(
        PillarEntries(pillar.pillar.address, tuple(_entry(result, theme) for theme in pillar.themes), _whose(result))
        for pillar in result.pillars
    )


def _entry(result: GroupResult, theme: ThemeView) -> ThemeEntry:
    first = theme.views.get(result.headline) if result.headline is not None else None
    number = str(first.mean) if isinstance(first, Shown) else ""
    return ThemeEntry(theme.theme.id, theme.theme.name, number, row_words(result, theme))


def _whose(result: GroupResult) -> str:
    """Whose numbers stand in the list; nothing where none do."""
    return people(result.headline) if result.headline is not None and result.summary.form is Form.FULL else ""
