"""Everything that a built page shows or tells, and everything that a finished report prints or tells."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from tests.person.hearing import said_by
from tests.report.reading import pages_of, squeezed, tree_of
from trustcheck.app.results.group import GroupResult
from trustcheck.app.results.personal import PersonalResult
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.page import Page
from trustcheck.ui.results.gaps_page import GapsPage
from trustcheck.ui.results.group_overview_page import GroupOverviewPage
from trustcheck.ui.results.group_themes_page import GroupThemesPage
from trustcheck.ui.results.overview_page import OverviewPage
from trustcheck.ui.results.say_do_page import SayDoPage
from trustcheck.ui.results.strengths_page import StrengthsPage
from trustcheck.ui.results.suggestions_page import SuggestionsPage
from trustcheck.ui.results.themes_page import ThemesPage
from trustcheck.ui.results.unseen_page import UnseenPage


def said_on(page: QWidget) -> list[str]:
    """Texts and accessible names of a page, and of everything in it, folded away or not."""
    return [
        squeezed(each.replace("\u200b", "")) for part in (page, *page.findChildren(QWidget)) for each in said_by(part)
    ]


def window_of_one_person(look: Look, result: PersonalResult) -> list[str]:
    overview, themes, say_do, suggestions = OverviewPage(look), ThemesPage(look), SayDoPage(look), SuggestionsPage(look)
    overview.show_result(result)
    say_do.show_result(result)
    suggestions.show_result(result, result.round.summary.closed_on or result.round.summary.started_on)
    said = [each for page in (overview, say_do, suggestions) for each in said_on(page)]
    for theme in result.themes:
        themes.show_result(result, theme.theme.id)
        said += said_on(themes)
    return _kept([overview, themes, say_do, suggestions], said)


def window_of_group(look: Look, result: GroupResult) -> list[str]:
    pages = [kind(look) for kind in (GroupOverviewPage, GapsPage, UnseenPage, StrengthsPage)]
    said: list[str] = []
    for page in pages:
        page.show_result(result)
        said += said_on(page)
    themes, say_do, suggestions = GroupThemesPage(look), SayDoPage(look), SuggestionsPage(look)
    for both in (say_do, suggestions):
        both.show_group(result)
        said += said_on(both)
    for theme in result.themes:
        themes.show_result(result, theme.theme.id)
        said += said_on(themes)
    return _kept([*pages, themes, say_do, suggestions], said)


def report_says(pdf: bytes) -> list[str]:
    """The text of every page, and what each picture is said to be."""
    return [*pages_of(pdf), *(squeezed(node.alt) for node in tree_of(pdf).all() if node.alt)]


def _kept(pages: Iterable[Page], said: list[str]) -> list[str]:
    for page in pages:
        page.deleteLater()
    return list(dict.fromkeys(each for each in said if each))
