"""What is said of copies: their days, what is in them, and what would be missing."""

from datetime import date, timedelta
from pathlib import Path

from trustcheck.app.carrying.copy_comparison import Comparison, MissingOrganisation
from trustcheck.app.store.safekeeping import Contents, Copy, OrganisationContents
from trustcheck.charts.scene import ChartCells
from trustcheck.ui.kit.dates import day_and_month, day_in_words
from trustcheck.words import gettext as _
from trustcheck.words import ngettext
from trustcheck.words.numbers import capitalised, in_words

_MOST_NAMED = 6
"""Organisations whose loss is told one by one."""


def day_of(copy: Copy, today: date) -> str:
    """ "Today", "Yesterday", "21 November", or what it was kept for."""
    if copy.made_on is None:
        return _("Kept before a change")
    if copy.made_on == today:
        return _("Today")
    if copy.made_on == today - timedelta(days=1):
        return _("Yesterday")
    return _short(copy.made_on, today)


def whose_copy(copy: Copy, today: date) -> str:
    """A copy as the subject of a sentence."""
    if copy.made_on is None:
        return _("The copy {name}").format(name=Path(copy.path).name)
    if copy.made_on == today:
        return _("Today\u2019s copy")
    if copy.made_on == today - timedelta(days=1):
        return _("Yesterday\u2019s copy")
    return _("The copy from {day}").format(day=_short(copy.made_on, today))


def open_words(copy: Copy, today: date) -> str:
    """The button that opens it."""
    if copy.made_on is None:
        return _("Open that copy")
    return _("Open the copy from {day}").format(day=_short(copy.made_on, today))


def _short(day: date, today: date) -> str:
    return day_and_month(day) if day.year == today.year else day_in_words(day)


def how_many(copies: tuple[Copy, ...], today: date) -> str:
    """How many automatic copies there are, and of which day the newest is."""
    daily = [each for each in copies if each.made_on is not None]
    if not daily:
        return _("No copy yet. One is made with the first result, and when TrustCheck is closed.")
    number = len(daily)
    said = ngettext("One copy, from {day}.", "{number} copies, the newest from {day}.", number)
    newest = daily[0].made_on
    assert newest is not None
    return said.format(number=capitalised(in_words(number)), day=day_said(newest, today))


def day_said(day: date, today: date) -> str:
    """The same within a sentence."""
    if day == today:
        return _("today")
    if day == today - timedelta(days=1):
        return _("yesterday")
    return _short(day, today)


def still_held(copies: int) -> str:
    """That something deleted is still in copies; empty where it is in none."""
    if not copies:
        return ""
    said = ngettext("{number} copy still holds it.", "{number} copies still hold it.", copies)
    return said.format(number=capitalised(in_words(copies)))


def delete_from_them(copies: int) -> str:
    """The button that takes it out of them as well."""
    return ngettext("Delete it from that copy too", "Delete it from them too", copies)


def amount(contents: Contents) -> str:
    """ "3 organisations, 4 checks, 160 answers"."""
    organisations = len(contents.organisations)
    return ", ".join(
        (
            ngettext("{number} organisation", "{number} organisations", organisations).format(number=organisations),
            _checks(contents.checks),
            _answers(contents.answers),
        )
    )


def _checks(number: int) -> str:
    return ngettext("{number} check", "{number} checks", number).format(number=number)


def _answers(number: int) -> str:
    return ngettext("{number} answer", "{number} answers", number).format(number=number)


def beside_each_other(comparison: Comparison) -> ChartCells:
    """Every organisation, in the copy and in the file as it is now."""
    rows = tuple((row.name, _held(row.copied), _held(row.now)) for row in comparison.rows)
    if comparison.now is None:
        return ChartCells((_("Organisation"), _("In the copy")), tuple(row[:2] for row in rows))
    return ChartCells((_("Organisation"), _("In the copy"), _("In your file now")), rows)


def _held(contents: OrganisationContents | None) -> str:
    if contents is None:
        return _("Not there")
    if not contents.checks:
        return _("No check")
    said = f"{_checks(contents.checks)}, {_answers(contents.answers)}"
    if contents.last_on is None:
        return said
    return _("{amount}; the newest from {day}").format(amount=said, day=day_in_words(contents.last_on))


def what_would_be_missing(comparison: Comparison) -> tuple[str, ...]:
    """In plain words, one sentence for each organisation; the most telling first."""
    if comparison.now is None:
        return (_("Your present file cannot be read, so nobody can say what is in it and not in the copy."),)
    if not comparison.missing:
        return (_("Nothing, going by the numbers. What was changed since then goes back to what it was."),)
    missing = sorted(comparison.missing, key=lambda each: (not each.whole, -each.answers))
    told = [_one_missing(each) for each in missing[:_MOST_NAMED]]
    others = len(missing) - len(told)
    if others:
        said = ngettext("And something of {number} more organisation.", "And something of {number} more.", others)
        told.append(said.format(number=others))
    return tuple(told)


def _one_missing(missing: MissingOrganisation) -> str:
    """No sentence begins with the name: one that is written from right to left would turn it round."""
    if missing.whole and not missing.checks:
        return _("The organisation {name}, which has no check yet.").format(name=missing.name)
    parts = [_checks(missing.checks)] if missing.checks else []
    parts += [_answers(missing.answers)] if missing.answers else []
    said = _("The whole of {name}: {amount}.") if missing.whole else _("From {name}: {amount}.")
    return said.format(name=missing.name, amount=", ".join(parts))
