"""Many organisations in one list: what each of them needs next, which of them first, and what a report may wear."""

import calendar
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from trustcheck.app.ports import Refused
from trustcheck.domain.checks.round import (
    NAME_LIMIT,
    OrganisationSummary,
    RoundKind,
    RoundState,
    next_check_from,
)
from trustcheck.words import gettext as _
from trustcheck.words import ngettext
from trustcheck.words.days import day

SOON = 31
"""Days ahead within which a check is said to be due."""
LEAST_CONTRAST = 4.5
"""Text on white paper can be read from here on (WCAG 2.2, 1.4.3)."""

_COLOUR = re.compile(r"#[0-9a-f]{6}", re.ASCII)


class Need(IntEnum):
    """What an organisation needs next; the smaller, the sooner."""

    DUE = 0
    UNDER_WAY = 1
    NOTHING = 2


@dataclass(frozen=True, slots=True)
class Next:
    """What comes next for one organisation."""

    need: Need
    words: str
    """A few words: "Due in 9 days", "6 of 12 have answered", "Next: 1 March 2027"."""


def need_of(summary: OrganisationSummary, today: date) -> Need:
    """What one organisation needs. A check that is under way comes before one that will be due."""
    if summary.open is not None:
        return Need.UNDER_WAY
    due = due_on(summary)
    return Need.DUE if due is not None and (due - today).days <= SOON else Need.NOTHING


def next_of(summary: OrganisationSummary, today: date) -> Next:
    """What one organisation needs, in words."""
    need, due = need_of(summary, today), due_on(summary)
    if need is Need.UNDER_WAY:
        return Next(need, _under_way(summary))
    if due is None:
        return Next(need, _("No check yet"))
    days = (due - today).days
    if need is Need.NOTHING:
        return Next(need, _("Next: {day}").format(day=day(due)))
    if days <= 0:
        return Next(need, _("Due now"))
    return Next(need, ngettext("Due in {number} day", "Due in {number} days", days).format(number=days))


def due_on(summary: OrganisationSummary) -> date | None:
    """The day from which the next check is due; ``None`` before the first one was closed."""
    if summary.last is None or summary.last.closed_on is None:
        return None
    return next_check_from(summary.last.closed_on)


def by_need(summaries: Iterable[OrganisationSummary], today: date) -> tuple[OrganisationSummary, ...]:
    """What needs somebody soonest first: due (the longest first), then under way, then the rest by name."""

    def key(summary: OrganisationSummary) -> tuple[int, date, str]:
        need = need_of(summary, today)
        since = due_on(summary) if need is Need.DUE else None
        return need, since or date.min, _plain(summary.organisation.name)

    return tuple(sorted(summaries, key=key))


def found(summaries: Iterable[OrganisationSummary], sought: str) -> tuple[OrganisationSummary, ...]:
    """Those whose name has every word of ``sought`` in it, whatever the case and the accents."""
    words = _plain(sought).split()
    return tuple(each for each in summaries if all(word in _plain(each.organisation.name) for word in words))


def due_this_month(summaries: Iterable[OrganisationSummary], today: date) -> int:
    """How many are due by the end of this month."""
    end = end_of_month(today)
    due = (due_on(each) for each in summaries if each.open is None)
    return sum(each is not None and each <= end for each in due)


def end_of_month(today: date) -> date:
    return today.replace(day=calendar.monthrange(today.year, today.month)[1])


def initials(name: str) -> str:
    """One or two letters that stand for an organisation without a picture."""
    words = [word for word in re.split(r"[\W_]+", name) if word]
    if not words:
        return ""
    return "".join(word[0] for word in ([words[0], words[-1]] if len(words) > 1 else words)).upper()


def checked_name(name: str) -> str:
    """A name that may be kept, in one line. Raises :class:`Refused` for an empty or an endless one."""
    kept = seen_name(name)
    if not kept:
        raise Refused(_("An organisation needs a name."), todo=_("Write one, in any language."))
    if len(kept) > NAME_LIMIT:
        raise Refused(_("A name may have {limit} characters.").format(limit=NAME_LIMIT), todo=_("Shorten it a little."))
    return kept


def seen_name(name: str) -> str:
    """What anybody sees of a name, in one line: two that differ in nothing else would be taken for each other."""
    shown = "".join(each for each in name if unicodedata.category(each) != "Cf")
    return " ".join("".join(each if each.isprintable() else " " for each in shown).split())


def name_seen(name: str) -> str:
    """What anybody sees of a name that somebody else wrote."""
    return seen_name(name) or "?"


def read_colour(words: str) -> str:
    """A colour as ``#rrggbb`` from what somebody typed, or an empty text for the house's own.

    Raises :class:`Refused` for anything else.
    """
    typed = words.strip().lower()
    if not typed:
        return ""
    colour = typed if typed.startswith("#") else f"#{typed}"
    if not _COLOUR.fullmatch(colour):
        raise Refused(
            _("A colour is six figures and letters after a hash, such as #0b5f63."),
            _("The colour from before stays."),
        )
    return colour


def contrast_on_white(colour: str) -> float:
    """Contrast ratio of ``#rrggbb`` to white paper, 1 to 21, as WCAG 2.2 defines it."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in channels]
    red, green, blue = linear
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def colour_words(colour: str) -> str:
    """What a report makes of an accent colour, in one sentence; empty for the house's own."""
    if not colour:
        return ""
    if contrast_on_white(colour) >= LEAST_CONTRAST:
        return _("Dark enough to read on paper: used for headings and lines.")
    return _("This colour is too pale to read on paper. Used for lines only.")


def what_goes(name: str, checks: int) -> str:
    """The question before an organisation is deleted."""
    if not checks:
        return _("Delete {name}? It can be brought back for 45 seconds.").format(name=name)
    return ngettext(
        "Delete {name} and its check? It can be brought back for 45 seconds.",
        "Delete {name} and its {number} checks? It can be brought back for 45 seconds.",
        checks,
    ).format(name=name, number=checks)


def _under_way(summary: OrganisationSummary) -> str:
    assert summary.open is not None
    check = summary.open
    if check.state is RoundState.PREPARING:
        return _("Being prepared")
    if check.kind is RoundKind.PERSONAL:
        return _("Question {number} of {asked}").format(number=min(check.answered + 1, check.asked), asked=check.asked)
    return _("{answered} of {asked} answered").format(answered=check.answered, asked=check.asked)


def _plain(words: str) -> str:
    """For comparing: no accents, no case."""
    taken_apart = unicodedata.normalize("NFKD", words)
    return "".join(each for each in taken_apart if not unicodedata.combining(each)).casefold()
