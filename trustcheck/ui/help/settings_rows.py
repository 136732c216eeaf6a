"""The settings as a list: what can be preferred, in which group, and between what one chooses."""

from dataclasses import dataclass

from trustcheck.settings import TEXT_SIZES
from trustcheck.words import gettext as _


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
                _("Digits answer, S skips, E opens the note."),
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
