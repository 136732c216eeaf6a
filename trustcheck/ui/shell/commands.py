"""Everything the menus offer, declared once: words, keys, where it stands. Only what works stands here."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenuBar

from trustcheck.ui.shell.pages import PageSpec, pages
from trustcheck.ui.shell.places import Place
from trustcheck.words import gettext as _

Shortcut = str | QKeySequence.StandardKey
Std = QKeySequence.StandardKey


@dataclass(frozen=True, slots=True)
class Command:
    """One line of a menu. ``choice`` puts it into a group of which one is ticked; ``role`` moves it on macOS."""

    id: str
    words: str
    keys: tuple[Shortcut, ...] = ()
    choice: str = ""
    role: QAction.MenuRole = QAction.MenuRole.NoRole


@dataclass(frozen=True, slots=True)
class Menu:
    """One menu with its commands in order."""

    words: str
    commands: tuple[Command | None, ...]
    """``None`` is a line between them."""


_ROLES = {Place.SETTINGS: QAction.MenuRole.PreferencesRole, Place.ABOUT: QAction.MenuRole.AboutRole}


def _led_to(page: PageSpec) -> Command:
    """The line of a menu that leads to a page."""
    keys = (page.key,) if page.key else ()
    return Command(page.place.value, page.menu_words, keys, role=_ROLES.get(page.place, QAction.MenuRole.NoRole))


def _pages_of(menu: str) -> tuple[Command | None, ...]:
    """The pages of a menu; those that only a group's result has come last, after a line."""
    listed = [each for each in pages() if each.menu == menu and each.menu_words]
    of_all = [_led_to(each) for each in listed if each.when != ("together",)]
    of_groups = [_led_to(each) for each in listed if each.when == ("together",)]
    return (*of_all, None, *of_groups) if of_groups else tuple(of_all)


def menus() -> tuple[Menu, ...]:
    role = QAction.MenuRole
    return (
        Menu(
            _("&File"),
            (
                Command("new-organisation", _("New or&ganisation"), ("Ctrl+N",)),
                Command("new-check", _("&New check"), ("Ctrl+Shift+N",)),
                Command("open-file", _("&Open data file\u2026"), (Std.Open,)),
                Command("back-up", _("&Back up\u2026"), ("Ctrl+Shift+S",)),
                Command("put-back", _("Put a cop&y back\u2026")),
                Command("merge", _("Bring in what was changed else&where\u2026")),
                Command("hand-over-organisation", _("&Hand over one organisation\u2026")),
                Command("take-in-organisation", _("&Take in an organisation\u2026")),
                Command("make-report", _("Make the &report\u2026"), ("Ctrl+E",)),
                Command("print-report", _("Print thi&s report\u2026"), ("Ctrl+P",)),
                Command("print-forms", _("&Print or make forms\u2026"), ("Ctrl+P",)),
                None,
                Command("export", _("&Export\u2026"), ("Ctrl+Shift+E",)),
                Command("import", _("&Import\u2026")),
                None,
                Command("lock", _("&Lock now"), ("Ctrl+L",)),
                Command("quit", _("&Quit"), ("Ctrl+Q",), role=role.QuitRole),
            ),
        ),
        Menu(
            _("&Edit"),
            (
                Command("undo", _("&Undo"), (Std.Undo,)),
                Command("redo", _("&Redo"), ("Ctrl+Shift+Z", "Ctrl+Y")),
                None,
                Command("cut", _("Cu&t"), (Std.Cut,)),
                Command("copy", _("&Copy"), (Std.Copy,)),
                Command("paste", _("&Paste"), (Std.Paste,)),
                Command("find", _("&Find\u2026"), (Std.Find,)),
                None,
                Command("copy-picture", _("Copy a c&hart as a picture"), ("Ctrl+Shift+C",)),
                None,
                *_pages_of("edit"),
            ),
        ),
        Menu(
            _("&View"),
            (
                Command("larger", _("&Larger text"), ("Ctrl++", "Ctrl+=")),
                Command("smaller", _("&Smaller text"), ("Ctrl+-",)),
                Command("normal", _("&Normal text"), ("Ctrl+0",)),
                None,
                Command("look-light", _("L&ight"), choice="look"),
                Command("look-dark", _("&Dark"), choice="look"),
                Command("look-system", _("Like the s&ystem"), choice="look"),
                None,
                Command("tables", _("Show charts as &tables"), ("Ctrl+Shift+T",)),
                Command("full-screen", _("&Full screen"), ("F11",)),
                Command("hide-screen", _("&Hide screen"), ("F9", "Ctrl+Shift+H")),
            ),
        ),
        Menu(
            _("&Go"),
            (
                Command("home", _("&Home"), ("Alt+Home",)),
                Command("back", _("&Back"), ("Alt+Left",)),
                None,
                *_pages_of("go"),
            ),
        ),
        Menu(
            _("&Check"),
            (
                Command("go-on", _("&Begin or go on")),
                Command("change-answers", _("&Change my answers")),
                None,
                *_pages_of("check"),
                Command("type-in", _("&Type in paper forms"), ("Ctrl+T",)),
                Command("take-in", _("Take in a t&able\u2026")),
            ),
        ),
        Menu(
            _("&Help"),
            (
                Command("help", _("&Help"), (Std.HelpContents,)),
                Command("help-start", _("&Getting started")),
                Command("help-keyboard", _("&Keyboard shortcuts"), ("Ctrl+/",)),
                Command("help-scores", _("How &scores are worked out")),
                Command("help-together", _("A check with s&everal people")),
                Command("help-privacy", _("&Privacy, in one page")),
                Command("help-data-file", _("The &data file")),
                Command("sample", _("Show me a sa&mple")),
                *_pages_of("help"),
            ),
        ),
    )


class Commands:
    """The actions of the window. ``run`` is told the id of what a person chose."""

    def __init__(self, window: QMainWindow, run: Callable[[str], None]) -> None:
        self._actions: dict[str, QAction] = {}
        self._groups: dict[str, QActionGroup] = {}
        self._window, self._run = window, run
        self._on: dict[str, bool] = {}
        self._kept: frozenset[str] | None = None
        for menu in menus():
            self._fill(window.menuBar(), menu)

    def action(self, command_id: str) -> QAction:
        return self._actions[command_id]

    def enable(self, command_ids: frozenset[str], *, on: bool) -> None:
        for command_id in command_ids:
            self._on[command_id] = on
        self._settle()

    def keep_only(self, command_ids: frozenset[str] | None) -> None:
        """Let nothing else be done, whatever is enabled; ``None`` lets everything be done again."""
        self._kept = command_ids
        self._settle()

    def _settle(self) -> None:
        for command_id, action in self._actions.items():
            is_kept = self._kept is None or command_id in self._kept
            action.setEnabled(is_kept and self._on.get(command_id, True))

    def tick(self, command_id: str) -> None:
        self._actions[command_id].setChecked(True)

    def _fill(self, bar: QMenuBar, menu: Menu) -> None:
        shown = bar.addMenu(menu.words)
        for command in menu.commands:
            if command is None:
                shown.addSeparator()
            else:
                shown.addAction(self._action(command))

    def _action(self, command: Command) -> QAction:
        action = QAction(command.words, self._window)
        action.setShortcuts([QKeySequence(key) for key in command.keys])
        action.setMenuRole(command.role)
        if command.choice:
            group = self._groups.setdefault(command.choice, QActionGroup(self._window))
            action.setCheckable(True)
            group.addAction(action)
        action.triggered.connect(lambda *_: self._run(command.id))
        # Known to the window as well, so that its keys work while the menu bar is hidden.
        self._window.addAction(action)
        self._actions[command.id] = action
        return action
