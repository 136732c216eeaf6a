"""What a person prefers, on one page. All but the language takes effect at once; there is nothing to apply."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustcheck.app.store.safekeeping import Copy
from trustcheck.assets import spoken_languages
from trustcheck.settings import TEXT_SIZES, Settings
from trustcheck.ui.kit.buttons import Button, ButtonRow
from trustcheck.ui.kit.fields import Field
from trustcheck.ui.kit.languages import native_name
from trustcheck.ui.kit.layout import Columns
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.page import Page
from trustcheck.ui.kit.plates import Card, Rule
from trustcheck.ui.kit.protection_row import Protection, ProtectionRow
from trustcheck.ui.kit.segmented import Segmented, Switch
from trustcheck.ui.kit.text import Text
from trustcheck.ui.shell.copy_words import day_said, how_many
from trustcheck.words import gettext as _
from trustcheck.words.numbers import capitalised
from trustcheck.words.sentences import in_a_row

# The settings as a list: what can be preferred, in which group, and between what one chooses.


@dataclass(frozen=True, slots=True)
class Option:
    """One of the values of a choice, and its words."""

    value: str | int
    words: str


@dataclass(frozen=True, slots=True)
class ChoiceSetting:
    """One of a few. ``key`` names a field of :class:`trustcheck.settings.Settings`."""

    key: str
    words: str
    options: tuple[Option, ...]
    detail: str = ""


@dataclass(frozen=True, slots=True)
class SwitchSetting:
    key: str
    words: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class LineSetting:
    """A line to write on."""

    key: str
    words: str
    detail: str = ""


SettingRow = ChoiceSetting | SwitchSetting | LineSetting


@dataclass(frozen=True, slots=True)
class Group:
    words: str
    rows: tuple[SettingRow, ...]
    is_about_the_file: bool = False
    """Whether it begins with what holds for the open data file alone."""


def groups() -> tuple[Group, ...]:
    """Everything the settings page offers, in its order; where the file lies is shown below."""
    return (_working(), _looks(), _answering(), _privacy(), _report())


def _working() -> Group:
    return Group(
        _("What TrustCheck begins with"),
        (
            ChoiceSetting(
                "working",
                _("At the start"),
                (Option("alone", _("My own checks")), Option("organisations", _("Organisations"))),
                _("Both stay in the same file; only the first page is another one."),
            ),
        ),
    )


def _looks() -> Group:
    return Group(
        _("Looks"),
        (
            *_language(),
            ChoiceSetting(
                "look",
                _("Light or dark"),
                (Option("system", _("Like the system")), Option("light", _("Light")), Option("dark", _("Dark"))),
            ),
            ChoiceSetting(
                "text_size",
                _("Text size"),
                tuple(Option(size, _("{size} %").format(size=size)) for size in TEXT_SIZES),
                _("Ctrl and plus or minus change it anywhere."),
            ),
            SwitchSetting("less_motion", _("Less motion"), _("Pages change at once, nothing slides.")),
        ),
    )


def _language() -> tuple[SettingRow, ...]:
    """Nothing to choose where there is English alone."""
    there = spoken_languages()
    if len(there) == 1:
        return ()
    options = (Option("", _("Like the system")), *(Option(each, native_name(each)) for each in there))
    return (ChoiceSetting("language", _("Language"), options, _("From the next start on.")),)


def _answering() -> Group:
    return Group(
        _("Answering"),
        (
            SwitchSetting(
                "go_on_by_itself",
                _("Go on by itself"),
                _("The next question comes shortly after a click or a digit."),
            ),
            SwitchSetting(
                "single_keys",
                _("Single keys"),
                _(
                    "Digits answer, S skips, E opens the note, T flags, A and W open what is said beside it, G leads"
                    " to any question."
                ),
            ),
            ChoiceSetting(
                "hide_after_seconds",
                _("Hide the screen when nothing happens"),
                (Option(0, _("Never")), Option(60, _("After 60 seconds"))),
                _("Nothing is lost; Go on brings it back."),
            ),
        ),
    )


def _privacy() -> Group:
    return Group(
        _("Privacy"),
        (
            ChoiceSetting(
                "lock_after_minutes",
                _("Lock the data file when nothing happens"),
                (
                    Option(0, _("Never")),
                    Option(1, _("1 minute")),
                    Option(5, _("5 minutes")),
                    Option(15, _("15 minutes")),
                ),
                _("Only a file with a passphrase. While a laptop goes round, its PIN keeps the window instead."),
            ),
        ),
        is_about_the_file=True,
    )


def _report() -> Group:
    return Group(
        _("Report"),
        (
            ChoiceSetting("paper", _("Paper"), (Option("a4", _("A4")), Option("letter", _("Letter")))),
            LineSetting(
                "prepared_by", _("Prepared by"), _("Stands on the first page of every report. May stay empty.")
            ),
        ),
    )


# The automatic copies of the open data file: how many, of which days, and what can be done with them.


class CopiesBox(QWidget):
    """Signals: ``back_up_asked``, ``put_back_asked``."""

    back_up_asked = Signal()
    put_back_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._how_many, self._days = Text(look, "", "body"), Text(look, "", "caption", "ink2")
        self._trouble = Text(look, "", "caption", "warn")
        self._elsewhere = Text(
            look, _("A copy is put back from the first page, outside every check."), "caption", "ink3"
        )
        self.back_up = Button(look, _("Back up now\u2026"), height=38)
        self.put_back = Button(look, _("Put a copy back\u2026"), height=38)
        self.back_up.clicked.connect(self.back_up_asked)
        self.put_back.clicked.connect(self.put_back_asked)
        held = ButtonRow(look, self.back_up, self.put_back, gap=10)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(6))
        column.addWidget(Text(look, _("Copies beside it"), "small_strong"))
        about = _("One for each day on which something changed, the last seven, in a folder beside the file.")
        for part in (self._how_many, self._days, self._trouble, Text(look, about, "caption", "ink3"), held):
            column.addWidget(part)
        column.insertSpacing(column.count() - 1, look.px(4))
        column.addWidget(self._elsewhere)

    def show_copies(self, copies: tuple[Copy, ...], today: date, *, can_put_back: bool, trouble: str) -> None:
        """``trouble`` says why the last copy could not be made."""
        daily = [each.made_on for each in copies if each.made_on is not None]
        self._how_many.setText(how_many(copies, today))
        self._days.setText(capitalised(in_a_row([day_said(each, today) for each in daily])))
        self._days.setVisible(len(daily) > 1)
        self._trouble.setText(trouble)
        self._trouble.setVisible(bool(trouble))
        self.put_back.setVisible(can_put_back)
        self._elsewhere.setVisible(not can_put_back)


# The way to another copy of the open data file that was changed on another computer.


class ElsewhereBox(QWidget):
    """Signals: ``asked``."""

    asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        about = _(
            "Where two copies of this file were both changed, on two computers or by a program that keeps folders the"
            " same, you see what each of them holds, and choose before anything is brought in."
        )
        self.button = Button(look, _("Bring it in\u2026"), height=38)
        self.button.setAccessibleName(_("Bring it in: changed elsewhere\u2026"))
        self.button.clicked.connect(self.asked)
        self._from_home = Text(look, _("It is brought in from the first page, outside every check."), "caption", "ink3")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(6))
        column.addWidget(Text(look, _("Changed elsewhere"), "small_strong"))
        column.addWidget(Text(look, about, "caption", "ink3"))
        column.addSpacing(look.px(4))
        column.addWidget(ButtonRow(look, self.button, gap=10))
        column.addWidget(self._from_home)

    def show_way(self, *, is_open: bool) -> None:
        """Whether it can be done from where the person came from."""
        self.button.setVisible(is_open)
        self._from_home.setVisible(not is_open)


Show = Callable[[Settings], None]


class SettingsPage(Page):
    """Signals: ``changed`` with the whole new :class:`Settings` after every change, ``folder_asked`` with the path
    of the data file whose folder the person wants to see, ``passphrase_asked`` with what is to be done about its
    passphrase.
    """

    changed = Signal(object)
    folder_asked = Signal(str)
    passphrase_asked = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__(look, measure=760)
        self.name = _("Settings")
        self._settings, self._path = Settings(), ""
        self._shows: list[Show] = []
        self.title(_("Settings"))
        self.column.addWidget(Text(look, _("Everything but the language takes effect at once."), "body", "ink2"))
        self.protection = ProtectionRow(look)
        self.protection.asked.connect(self.passphrase_asked)
        for group in groups():
            first = [self.protection] if group.is_about_the_file else []
            self._section(group.words, [*first, *(self._row(row) for row in group.rows)])
        self.copies, self.elsewhere = CopiesBox(look), ElsewhereBox(look)
        self._section(_("Files"), [self._files(), self.copies, self.elsewhere])
        self.column.addStretch(1)

    def show_settings(self, settings: Settings, path: str, synchronised_by: str = "") -> None:
        """Show what is preferred now, where the open data file lies, and which program writes to that folder too."""
        self._settings, self._path = settings, path
        for show in self._shows:
            show(settings)
        self._where.setText(path)
        self._where.setAccessibleName(path)
        self._synchronised.setText(_what_happens_there(synchronised_by) if synchronised_by else "")
        self._synchronised.setVisible(bool(synchronised_by))

    def stand_at_passphrase(self) -> None:
        """Put the keyboard where the passphrase is set or changed."""
        self.protection.take_keyboard()
        self.ensureWidgetVisible(self.protection, 0, self.look.px(120))

    def show_protection(self, protection: Protection) -> None:
        """Whether the open data file has a passphrase."""
        self.protection.show_protection(protection)
        self._open_to.setText(self.protection.open_to)

    def _section(self, words: str, rows: list[QWidget]) -> None:
        self.column.addSpacing(self.look.px(8))
        self.column.addWidget(Text(self.look, words, "section"))
        card = Card(self.look, padding=(24, 18), gap=16)
        for at, row in enumerate(rows):
            if at:
                card.column.addWidget(Rule(self.look))
            card.column.addWidget(row)
        self.column.addWidget(card)

    def _prefer(self, key: str, value: str | int | bool) -> None:
        if getattr(self._settings, key) != value:
            change: dict[str, Any] = {key: value}
            self._settings = replace(self._settings, **change)
            for show in self._shows:
                show(self._settings)
            self.changed.emit(self._settings)

    def _row(self, row: SettingRow) -> QWidget:
        match row:
            case ChoiceSetting():
                return self._choice(row)
            case SwitchSetting():
                return self._switch(row)
            case LineSetting():
                return self._line(row)

    def _choice(self, row: ChoiceSetting) -> QWidget:
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.look.px(8))
        values = [option.value for option in row.options]
        choices = Segmented(self.look, row.words, [option.words for option in row.options])
        choices.chosen.connect(lambda at: self._prefer(row.key, values[at]))
        detail = Text(self.look, row.detail, "caption", "ink3")
        for part in (Text(self.look, row.words, "small_strong"), choices, detail):
            column.addWidget(part)

        def show(settings: Settings) -> None:
            now = getattr(settings, row.key)
            choices.show_choice(values.index(now) if now in values else None)
            said = row.detail if now in values else _("Now {value}. {detail}").format(value=now, detail=row.detail)
            detail.setText(said)
            detail.setVisible(bool(said))

        self._shows.append(show)
        return held

    def _switch(self, row: SwitchSetting) -> QWidget:
        switch = Switch(self.look, row.words, row.detail)
        switch.toggled.connect(lambda on: self._prefer(row.key, on))
        self._shows.append(lambda settings: switch.setChecked(getattr(settings, row.key)))
        return switch

    def _line(self, row: LineSetting) -> QWidget:
        field = Field(self.look, row.words, hint=row.detail)
        field.line.editingFinished.connect(lambda: self._prefer(row.key, field.words))
        self._shows.append(lambda settings: field.show_words(getattr(settings, row.key)))
        return field

    def _files(self) -> QWidget:
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.look.px(4))
        self._where = Text(self.look, "", "body")
        self._where.can_be_copied()
        column.addWidget(Text(self.look, _("Where your answers lie"), "small_strong"))
        column.addWidget(self._where)
        self._open_to = Text(self.look, self.protection.open_to, "caption", "ink3")
        column.addWidget(self._open_to)
        self._synchronised = Text(self.look, "", "caption", "ink2")
        self._synchronised.hide()
        column.addWidget(self._synchronised)
        button = Button(self.look, _("Show folder"), height=38)
        button.clicked.connect(lambda: self.folder_asked.emit(self._path))
        row = Columns(self.look, words, button, narrow=520)
        row.box.setStretch(1, 0)
        return row


def _what_happens_there(program: str) -> str:
    return _(
        "{program} keeps this folder the same on several computers, and may put another version in the place of the "
        "file while it is open. What you saved here then lies beside it, with \u201ckept here\u201d in its name, and "
        "you are told. Nothing is joined by itself: work on one computer at a time, and close TrustCheck before you go "
        "on at another."
    ).format(program=program)
