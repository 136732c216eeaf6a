"""What the pages for exports and imports are filled with, and what they say of what leaves and what comes in."""

from dataclasses import dataclass

from trustcheck.app.carrying.exporting import ExportFormat
from trustcheck.app.carrying.importing import Arrival
from trustcheck.charts.scene import ChartCells
from trustcheck.ui.kit.choices import CardFace
from trustcheck.ui.kit.icons import IconSentence
from trustcheck.words import gettext as _
from trustcheck.words import ngettext
from trustcheck.words.numbers import capitalised, in_words


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


def format_faces(formats: tuple[ExportFormat, ...]) -> tuple[CardFace, ...]:
    """One card for each, in their order."""
    return tuple(CardFace(each.name, detail=each.detail) for each in formats)


def what_leaves(as_what: ExportFormat) -> tuple[IconSentence, ...]:
    """What leaves in a format and what stays; and, whatever it is, who can read it."""
    return (*as_what.leaves, ("lock", _("Whoever has the export can read it. Keep it where only you can open it.")))


def dialog_filter(as_what: ExportFormat) -> str:
    """Which files a dialog shows, and what it calls them."""
    return f"{as_what.files} (*.{as_what.ending})"


def exported(path: str) -> str:
    return _("Written and read back: {path}").format(path=path)


def arrivals_table(found: tuple[Arrival, ...]) -> ChartCells:
    """What would come in: a line for each organisation."""
    rows = tuple((each.name, _checks(each), _to_know(each)) for each in found)
    return ChartCells((_("Organisation"), _("Checks"), _("Good to know")), rows)


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
