"""What the pages for exports and imports are filled with, and what they say of what leaves and what comes in."""

from dataclasses import dataclass

from trustcheck.app.carrying.exporting import ExportFormat
from trustcheck.app.carrying.importing import Arrival
from trustcheck.charts.scene import Table
from trustcheck.ui.kit.choices import Face
from trustcheck.words import gettext as _
from trustcheck.words import ngettext
from trustcheck.words.numbers import capitalised, in_words

FORMATS = (ExportFormat.XLSX, ExportFormat.CSV, ExportFormat.JSON, ExportFormat.ICS)
"""In the order of the cards."""

Line = tuple[str, str]
"""An icon's name and a sentence."""


@dataclass(frozen=True, slots=True)
class ExportView:
    """What can be exported from where the person stands."""

    organisation: str = ""
    """The one at hand; empty where none is."""
    organisations: int = 0


@dataclass(frozen=True, slots=True)
class ExportWanted:
    """What to export; an empty ``organisation`` is everything."""

    organisation: str
    as_what: ExportFormat


def format_faces() -> tuple[Face, ...]:
    """In the order of :data:`FORMATS`."""
    return (
        Face(_("Workbook (XLSX)"), detail=_("Three sheets: answers, results, promises.")),
        Face(_("Table (CSV)"), detail=_("One line for each value, for any program that reads tables.")),
        Face(_("For TrustCheck (JSON)"), detail=_("Everything that may leave. The only one that comes back in.")),
        Face(_("Calendar (ICS)"), detail=_("Promises with a day to look again, and nothing else.")),
    )


def what_leaves(as_what: ExportFormat) -> tuple[Line, ...]:
    """What leaves and what stays, in the words of the promise."""
    if as_what is ExportFormat.ICS:
        return (
            ("flag", _("Promises leave, each with its organisation, its day and its sign.")),
            ("eye-off", _("No answer and no result leaves.")),
            _unlocked(),
        )
    return (
        ("user", _("A check of one person leaves whole: answers, notes, facts, promise.")),
        ("users", _("From a check that several people answered, the result leaves as it is shown here.")),
        ("file-text", _("Its answers leave as rows only where everybody read so before the first question.")),
        (
            "eye-off",
            _(
                "Notes for the facilitator, half-filled sheets, sheets that wait, and what is said to the only leader"
                " stay here. From an open check, the set-up leaves, and how many have answered."
            ),
        ),
        _unlocked(),
    )


def _unlocked() -> Line:
    return "lock", _("Whoever has the export can read it. Keep it where only you can open it.")


def ending(as_what: ExportFormat) -> str:
    """What the dialog calls the files it shows."""
    return {
        ExportFormat.XLSX: _("Workbooks (*.xlsx)"),
        ExportFormat.CSV: _("Tables (*.csv)"),
        ExportFormat.JSON: _("Exports of TrustCheck (*.json)"),
        ExportFormat.ICS: _("Calendars (*.ics)"),
    }[as_what]


def exported(path: str) -> str:
    return _("Written and read back: {path}").format(path=path)


def arrivals_table(found: tuple[Arrival, ...]) -> Table:
    """What would come in: a line for each organisation."""
    rows = tuple((each.name, _checks(each), _to_know(each)) for each in found)
    return Table((_("Organisation"), _("Checks"), _("Good to know")), rows)


def arrivals_headline(found: tuple[Arrival, ...]) -> str:
    if not found:
        return _("There is nothing in this export.")
    said = ngettext("{number} organisation would come in.", "{number} organisations would come in.", len(found))
    return said.format(number=capitalised(in_words(len(found))))


def take_words(found: tuple[Arrival, ...]) -> str:
    return ngettext("Take in one organisation", "Take in {number} organisations", len(found)).format(
        number=in_words(len(found))
    )


def taken_words(names: tuple[str, ...]) -> str:
    said = ngettext("{number} organisation is in.", "{number} organisations are in.", len(names))
    return said.format(number=capitalised(in_words(len(names))))


def _checks(each: Arrival) -> str:
    parts = [
        ngettext("{number} alone", "{number} alone", each.personal).format(number=in_words(each.personal))
        if each.personal
        else "",
        ngettext("{number} together", "{number} together", each.groups).format(number=in_words(each.groups))
        if each.groups
        else "",
    ]
    return capitalised(", ".join(part for part in parts if part) or _("none"))


def _to_know(each: Arrival) -> str:
    parts = []
    if each.name != each.was:
        parts.append(_("There is one called {was} already, so this one gets a number.").format(was=each.was))
    if each.without_answers:
        parts.append(
            ngettext(
                "{number} check comes with its result; its answers stay where they were given.",
                "{number} checks come with their results; their answers stay where they were given.",
                each.without_answers,
            ).format(number=capitalised(in_words(each.without_answers)))
        )
    if each.prepared:
        parts.append(
            ngettext(
                "{number} check comes as it was set up, to be opened here.",
                "{number} checks come as they were set up, to be opened here.",
                each.prepared,
            ).format(number=capitalised(in_words(each.prepared)))
        )
    return " ".join(parts)
