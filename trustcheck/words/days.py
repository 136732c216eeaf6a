"""A day, as people write and say it: the one source for window, report and files."""

from datetime import date, timedelta

from trustcheck.words import gettext as _


def day(when: date) -> str:
    """ "22 November 2026"; the months are spelled here, so that no computer's locale changes a report."""
    # The first of a month is no number everywhere: "1er octobre".
    words = _("1 {month} {year}") if when.day == 1 else _("{day} {month} {year}")
    return words.format(day=when.day, month=month_alone(when), year=when.year)


def weekday(when: date) -> str:
    """With the day of the week in front, to notice a Sunday: "Sunday, 14 February 2027"."""
    return _("{weekday}, {day}").format(weekday=weekdays()[when.weekday()], day=day(when))


def day_and_month(when: date) -> str:
    """For a day nobody can take for another year's: "22 November"."""
    words = _("1 {month}") if when.day == 1 else _("{day} {month}")
    return words.format(day=when.day, month=month_alone(when))


def month_alone(when: date) -> str:
    """For a month nobody can take for another year's: "November"."""
    return (
        _("January"), _("February"), _("March"), _("April"), _("May"), _("June"), _("July"), _("August"),
        _("September"), _("October"), _("November"), _("December"),
    )[when.month - 1]  # fmt: skip


def month(when: date) -> str:
    """For what a day would say too much about: "November 2026"."""
    return _("{month} {year}").format(month=month_alone(when), year=when.year)


def weekdays() -> tuple[str, ...]:
    """From Monday on."""
    return (_("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday"), _("Friday"), _("Saturday"), _("Sunday"))


def weekdays_short() -> tuple[str, ...]:
    """From Monday on, as they stand over a calendar."""
    return (_("Mo"), _("Tu"), _("We"), _("Th"), _("Fr"), _("Sa"), _("Su"))


def month_on(when: date, months: int) -> date:
    """The same day some months later, or earlier where ``months`` is negative; the last where a month is shorter.

    Stays within the calendar there is: :data:`date.min` and :data:`date.max` are its ends.
    """
    years, at = divmod(when.year * 12 + when.month - 1 + months, 12)
    if not date.min.year <= years <= date.max.year:
        return when
    first = date(years, at + 1, 1)
    last = (date(years + at // 11, (at + 1) % 12 + 1, 1) - timedelta(days=1)).day if first < date(9999, 12, 1) else 31
    return first.replace(day=min(when.day, last))
