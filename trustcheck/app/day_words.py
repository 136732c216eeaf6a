"""A day as people write it."""

from datetime import date

from trustcheck.words import gettext as _


def day(when: date) -> str:
    """ "22 November 2026"; the months are spelled here, so that no computer's locale changes a report."""
    months = (
        _("January"), _("February"), _("March"), _("April"), _("May"), _("June"), _("July"), _("August"),
        _("September"), _("October"), _("November"), _("December"),
    )  # fmt: skip
    return _("{day} {month} {year}").format(day=when.day, month=months[when.month - 1], year=when.year)
