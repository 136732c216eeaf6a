"""What each menu command does, and which can do something right now."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication

from trustcheck.settings import TEXT_SIZES
from trustcheck.ui.navigation.navigator import Navigator
from trustcheck.ui.shell.main_window import MainWindow
from trustcheck.ui.shell.pages import When, pages, stands_always
from trustcheck.ui.shell.places import OVER_QUESTIONNAIRES, Place
from trustcheck.words import gettext as _

if TYPE_CHECKING:
    from trustcheck.ui.flow.check_flow import CheckFlow
    from trustcheck.ui.shell.commands import Commands


# Ctrl+F: words in the help where it is read, otherwise an organisation by its name.


def find(navigator: Navigator) -> None:
    """Put the keyboard where something can be looked for, going there where it is another page."""
    window, flow = navigator.window, navigator.flow
    page = window.page(window.place)
    if window.place in (Place.HELP, Place.HOME) and hasattr(page, "begin_search"):
        page.begin_search()
    elif flow is not None and navigator.begins_with_organisations(flow):
        if flow.put_down():
            flow.group.find_organisation()
    else:
        window.say(_("There is nothing to look for here. Organisations and the help can be searched."), done=True)


# Whose check or page is on the screen.


def organisation_at_hand(flow: "CheckFlow", window: MainWindow) -> int | None:
    """The id of the organisation whose page or check the person is at; ``None`` where it is none, or all of them."""
    if (group := flow.group_at_work) is not None and group.at is not None:
        return group.at.organisation.id
    if window.place is Place.ORGANISATION:
        return flow.group.organisations.organisation_id
    if flow.reading is not None and window.place is not Place.HOME:
        return flow.reading.result.round.summary.organisation.id
    return None


_ANSWERING = frozenset({"undo", "redo"})
_READING = frozenset({"make-report", "print-report", "tables"})
"""What a result can do. It shares the key of printing with forms: a check has either a result or is open."""
_COLLECTING = frozenset({"print-forms", "type-in", "take-in"})
_OVER_A_PAGE = frozenset(
    {
        "hide-screen",
        "larger",
        "smaller",
        "normal",
        "look-light",
        "look-dark",
        "look-system",
        "full-screen",
        "copy",
        "lock",
        "quit",
    }
)
"""What leads nowhere, or out, and can be done while something lies over the page."""


def _copy_picture(window: MainWindow) -> None:
    from trustcheck.ui.kit.chart_picture import copy_meant

    copy_meant(window.page(window.place), QApplication.focusWidget())


class MenuAnswers(QObject):
    """Answers the window's commands by telling the navigator."""

    def __init__(self, navigator: Navigator) -> None:
        super().__init__(navigator)
        self._navigator, self._window = navigator, navigator.window
        self._commands: Commands = navigator.window.commands
        self._pages = {each.place.value: each for each in pages() if each.menu_words}
        self._led_to = {"home": Place.HOME, "make-report": Place.REPORT}
        self._led_to |= {command_id: each.place for command_id, each in self._pages.items()}
        navigator.window.chosen.connect(self._answer)
        navigator.moved.connect(self.refresh)
        # People press it; they are not ignored.
        QShortcut(QKeySequence.StandardKey.Save, navigator.window, self._saved_already)
        self.refresh()

    def refresh(self) -> None:
        """Offer only what would do something here."""
        flow = self._navigator.flow
        group = flow.group_at_work if flow is not None else None
        sitting = flow.sitting if flow is not None else None
        answering = sitting is not None and self._window.place is Place.QUESTION
        now = self._now()
        within = frozenset(known for known, page in self._pages.items() if not now.isdisjoint(page.when))
        self._commands.enable(frozenset(self._pages), on=False)
        self._commands.enable(within, on=True)
        self._commands.enable(_READING, on=not now.isdisjoint({"alone", "together"}))
        self._commands.enable(frozenset({"change-answers"}), on="alone" in now)
        self._commands.enable(frozenset({"lock"}), on=self._navigator.files.locking.can_lock)
        self._commands.enable(_COLLECTING, on=group is not None and group.is_open)
        self._commands.enable(frozenset({"export"}), on=flow is not None)
        self._commands.enable(_ANSWERING, on=answering)
        own = flow is not None and not flow.file.is_sample
        grows = own and flow is not None and not flow.file.only_looks
        self._commands.enable(frozenset({"import", "take-in-organisation"}), on=grows)
        self._commands.enable(frozenset({"hand-over-organisation"}), on=grows and self._at_hand() is not None)
        self._commands.enable(frozenset({"home"}), on=self._window.place is not Place.HOME)
        self._commands.enable(frozenset({"back-up"}), on=self._navigator.files.safe.can_back_up)
        self._commands.enable(frozenset({"put-back"}), on=self._navigator.files.safe.can_put_back)
        self._commands.enable(frozenset({"merge"}), on=self._navigator.merging.can_begin)
        self._commands.tick(f"look-{self._navigator.application.settings.load().look}")

    def _now(self) -> set[When]:
        """What is so now: which pages can be gone to depends on it."""
        flow = self._navigator.flow
        group = flow.group_at_work if flow is not None else None
        now: set[When] = {"always"}
        if group is not None:
            now |= {"together"} if group.reading is not None else set()
            now |= {"collecting"} if group.is_collecting else set()
        elif flow is not None and flow.reading is not None:
            now.add("alone")
        return now

    def _answer(self, command_id: str) -> None:
        if self._window.is_covered and command_id not in ("quit", "lock"):
            return
        if self._window.is_interrupted and command_id not in _OVER_A_PAGE:
            return
        if command_id in self._led_to:
            self._navigator.turn_to(self._led_to[command_id])
        else:
            self._navigator.turns.forget()
            self._deeds()[command_id]()

    def _deeds(self) -> dict[str, Callable[[], None]]:
        navigator, window = self._navigator, self._window
        return {
            "new-organisation": self._new_organisation,
            "new-check": self._new_check,
            "print-report": self._print_report,
            "print-forms": lambda: self._collect("print"),
            "type-in": lambda: self._collect("type-in"),
            "take-in": lambda: self._collect("take-table"),
            "export": navigator.transfers.show_export,
            "import": navigator.transfers.show_import,
            "open-file": navigator.files.ask,
            "back-up": navigator.files.safe.back_up,
            "put-back": navigator.files.safe.put_back,
            "merge": navigator.merging.show,
            "lock": navigator.files.locking.lock,
            "hand-over-organisation": self._hand_over_organisation,
            "take-in-organisation": self._take_in_organisation,
            "quit": self._quit,
            "undo": self._undo,
            "redo": self._redo,
            "cut": lambda: _tell_focus("cut"),
            "copy": lambda: _tell_focus("copy"),
            "paste": lambda: _tell_focus("paste"),
            "copy-picture": lambda: _copy_picture(window),
            "find": lambda: find(navigator),
            "larger": lambda: self._resize_text(1),
            "smaller": lambda: self._resize_text(-1),
            "normal": lambda: self._resize_text(-len(TEXT_SIZES)),
            "look-light": lambda: self._dress("light"),
            "look-dark": lambda: self._dress("dark"),
            "look-system": lambda: self._dress("system"),
            "tables": self._tables,
            "full-screen": lambda: window.setWindowState(window.windowState() ^ window.windowState().WindowFullScreen),
            "hide-screen": window.cover,
            "back": self._back,
            "go-on": self._go_on,
            "change-answers": self._change_answers,
            "help": lambda: navigator.frame.show_help(""),
            "help-start": lambda: navigator.frame.show_help("start"),
            "help-keyboard": lambda: navigator.frame.show_help("keyboard"),
            "help-scores": lambda: navigator.frame.show_help("scores"),
            "help-together": lambda: navigator.frame.show_help("together"),
            "help-privacy": lambda: navigator.frame.show_help("privacy"),
            "help-data-file": lambda: navigator.frame.show_help("data-file"),
            "sample": navigator.files.open_sample,
        }

    def _at_hand(self) -> int | None:
        """The organisation that is on the screen."""
        flow = self._navigator.flow
        return organisation_at_hand(flow, self._window) if flow is not None else None

    def _hand_over_organisation(self) -> None:
        flow, organisation_id = self._navigator.flow, self._at_hand()
        if flow is not None and organisation_id is not None and flow.put_down():
            flow.group.hand_over_organisation(organisation_id)

    def _take_in_organisation(self) -> None:
        flow = self._navigator.flow
        if flow is not None and flow.put_down():
            flow.group.take_in_organisation()

    def _new_organisation(self) -> None:
        flow = self._navigator.flow
        if flow is None or flow.file.is_sample:
            self._navigator.files.work_with_organisations()
        elif flow.put_down():
            flow.group.add_organisation()

    def _collect(self, how: str) -> None:
        flow = self._navigator.flow
        if flow is not None and (group := flow.group_at_work) is not None:
            group.collect(how)

    def _new_check(self) -> None:
        flow = self._navigator.flow
        if flow is not None and not flow.file.is_sample and self._navigator.begins_with_organisations(flow):
            flow.group.new_check()
        elif flow is None or flow.file.is_sample:
            self._navigator.files.just_me()
        else:
            flow.start()

    def _go_on(self) -> None:
        flow = self._navigator.flow
        if flow is None or flow.file.is_sample:
            self._navigator.files.just_me()
        else:
            flow.begin_or_go_on()

    def _print_report(self) -> None:
        """The one on the screen; from elsewhere it is made and seen first."""
        if self._window.place is not Place.REPORT:
            self._navigator.turn_to(Place.REPORT)
        elif self._navigator.flow is not None:
            self._navigator.flow.reporting.print()

    def _change_answers(self) -> None:
        if self._navigator.flow is not None:
            self._navigator.flow.change_answers()

    def _undo(self) -> None:
        flow = self._navigator.flow
        if flow is not None and flow.sitting is not None:
            flow.sitting.undo()

    def _redo(self) -> None:
        flow = self._navigator.flow
        if flow is not None and flow.sitting is not None:
            flow.sitting.redo()

    def _back(self) -> None:
        """One page back: one question while answering, what it lies over where it lies over one, otherwise home."""
        flow = self._navigator.flow
        if self._window.place in (Place.QUESTION, Place.REVIEW) and flow is not None and flow.sitting is not None:
            flow.sitting.back()
        elif self._window.place in OVER_QUESTIONNAIRES:
            self._navigator.frame.leave_what_lies_over()
        elif stands_always(self._window.place):
            self._navigator.frame.back()
        elif self._window.place in (Place.EXPORT, Place.IMPORT):
            self._navigator.transfers.leave()
        else:
            self._navigator.go_home()

    def _tables(self) -> None:
        page = self._window.page(self._window.place)
        if hasattr(page, "toggle_tables"):
            page.toggle_tables()

    def _quit(self) -> None:
        self._window.close()

    def _resize_text(self, steps: int) -> None:
        """So many steps larger or smaller, as far as there are any."""
        settings = self._navigator.application.settings.load()
        now = max(at for at, size in enumerate(TEXT_SIZES) if size <= settings.text_size)
        then = min(max(now + steps, 0), len(TEXT_SIZES) - 1)
        self._navigator.prefer(replace(settings, text_size=TEXT_SIZES[then]))

    def _dress(self, look: str) -> None:
        self._navigator.prefer(replace(self._navigator.application.settings.load(), look=look))

    def _saved_already(self) -> None:
        flow = self._navigator.flow
        if flow is None or flow.drained():
            self._window.say(_("Saved already. It saves by itself."), done=True)


def _tell_focus(deed: str) -> None:
    """Cut, copy or paste where the keyboard is, if that can do it."""
    focus = QApplication.focusWidget()
    if focus is not None and hasattr(focus, deed):
        getattr(focus, deed)()
