"""Every page that can be gone to by its name, declared once: sidebar, menus, keys and readings are made from it."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Literal

from trustcheck.ui.shell.places import Place, SidebarEntry
from trustcheck.words import gettext as _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from trustcheck.ui.kit.look import Look

When = Literal["alone", "together", "collecting", "asking again", "always"]
"""One person's result is read; a group's result is read; a group's check is open; one is that asks a promise again;
whatever is open."""

Make = Callable[["Look", When], "QWidget"]


@dataclass(frozen=True, slots=True)
class PageSpec:
    """One page. ``words`` and ``icon`` are its line in the sidebar; without words it has none. ``menu_words`` are its
    line in ``menu``, ``key`` is its shortcut; without words it has neither. It can be gone to ``when`` one of these is
    so. ``make`` makes it; ``None`` where whoever does the work behind it makes it each time.
    """

    place: Place
    words: str = ""
    icon: str = ""
    menu_words: str = ""
    key: str = ""
    when: tuple[When, ...] = ()
    make: Make | None = None
    menu: str = "go"


def _page(path: str) -> Make:
    """Make what ``path`` names within ``ui``: a class of pages, or a function.

    Its module is loaded then and not before. Not by an import statement: Qt's, in the place of Python's own, reads the
    source of each module it loads.
    """

    def make(look: "Look", _when: When) -> "QWidget":
        module, name = path.rsplit(".", 1)
        page: QWidget = getattr(import_module(f"trustcheck.ui.{module}"), name)(look)
        return page

    return make


def _one_or_many(one: str, many: str) -> Make:
    """Another page for the result of a group than for one person's."""
    return lambda look, when: _page(many if when == "together" else one)(look, when)


def pages() -> tuple[PageSpec, ...]:
    """In the order in which they are read, and stand in the sidebar and in their menus."""
    read: tuple[When, ...] = ("alone", "together")
    return (
        PageSpec(
            Place.OVERVIEW, _("Overview"), "house", _("&Overview"), "Ctrl+1", read,
            _one_or_many("results.overview_page.OverviewPage", "results.group_overview_page.GroupOverviewPage"),
        ),
        PageSpec(
            Place.THEMES, _("Themes"), "chart-no-axes-gantt", _("&Themes"), "Ctrl+2", read,
            _one_or_many("results.themes_page.ThemesPage", "results.group_themes_page.GroupThemesPage"),
        ),
        PageSpec(
            Place.GAPS, _("Gaps"), "users", _("&Gaps"), "Ctrl+7", ("together",),
            _page("results.gaps_page.GapsPage"),
        ),
        PageSpec(
            Place.UNSEEN, _("Could not see"), "eye-off", _("&What people could not see"), "Ctrl+8", ("together",),
            _page("results.unseen_page.UnseenPage"),
        ),
        PageSpec(
            Place.STRENGTHS, _("Strengths"), "hand-heart", _("Stre&ngths"), "Ctrl+9", ("together",),
            _page("results.strengths_page.StrengthsPage"),
        ),
        PageSpec(
            Place.SAY_DO, _("Say and do"), "list-checks", _("&Say and do"), "Ctrl+3", read,
            _page("results.say_do_page.SayDoPage"),
        ),
        PageSpec(
            Place.DRILL, _("Under criticism"), "message-square-plus", _("Openness under &criticism"), "", read,
            _one_or_many("results.own_drill_page.OwnDrillPage", "results.drill_page.DrillPage"),
        ),
        PageSpec(
            Place.POLICY, _("Your policy"), "search", _("&Your written policy"), "", read,
            _page("results.policy_page.PolicyPage"),
        ),
        PageSpec(
            Place.SUGGESTIONS, _("Suggestions"), "lightbulb", _("S&uggestions"), "Ctrl+4", read,
            _page("results.suggestions_page.SuggestionsPage"),
        ),
        PageSpec(
            Place.PROMISE, _("Promises"), "flag", _("&Promises"), "Ctrl+5", read,
            _one_or_many("results.promise_page.PromisePage", "results.promise_page.promise_together"),
        ),
        PageSpec(
            Place.SINCE, _("Since last time"), "trending-up", _("Since &last time"), "", read,
            _one_or_many("results.since_page.SincePage", "results.group_since_page.GroupSincePage"),
        ),
        PageSpec(
            Place.ASKED, when=read,
            make=_one_or_many("results.promises_asked.AskedFirstPage", "results.promises_asked.asked_first_together"),
        ),
        PageSpec(Place.REPORT, _("Report"), "file-text", _("&Report"), "Ctrl+6", read),
        PageSpec(
            Place.PRESENT, _("Present"), "presentation", _("Pr&esent to the group"), "F5", ("together",),
            _page("presenter.presenter_page.PresenterPage"),
        ),
        PageSpec(
            Place.COLLECT, _("Collecting"), "laptop", _("C&ollect answers"), "",
            ("together", "collecting", "asking again"),
            menu="check",
        ),
        PageSpec(Place.PROMISE, _("Promises"), "flag", when=("asking again",)),
        PageSpec(Place.SAY_DO, _("Facts"), "list-checks", when=("collecting",)),
        PageSpec(
            Place.QUESTIONNAIRES, _("Questionnaires"), "notebook-pen", _("&Questionnaires"), "Ctrl+K", ("always",),
            _page("questionnaires.questionnaires_page.QuestionnairesPage"),
        ),
        PageSpec(
            Place.SETTINGS, _("Settings"), "settings", _("&Settings"), "Ctrl+,", ("always",),
            _page("help.settings_page.SettingsPage"), "edit",
        ),
        PageSpec(Place.HELP, _("Help"), "circle-help", when=("always",), make=_page("help.help_page.HelpPage")),
        PageSpec(
            Place.ABOUT, "", "", _("&About TrustCheck"), "", ("always",),
            _page("help.about_page.AboutPage"), "help",
        ),
    )  # fmt: skip


def pages_when(when: When) -> tuple[PageSpec, ...]:
    return tuple(each for each in pages() if when in each.when)


def entries_when(when: When) -> tuple[SidebarEntry, ...]:
    """The lines of the sidebar."""
    return tuple(SidebarEntry(each.place, each.words, each.icon) for each in pages_when(when) if each.words)


def stands_always(place: Place) -> bool:
    """Whether a page is the program's own and lies over whatever was there."""
    return any(each.place is place for each in pages_when("always"))


def page_made(place: Place, look: "Look", when: When) -> "QWidget":
    """The page of a place, new, with nothing in it yet."""
    spec = next(each for each in pages_when(when) if each.place is place)
    assert spec.make is not None
    return spec.make(look, when)
