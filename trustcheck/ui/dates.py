"""A day as people say it: "22 November 2026"."""

from datetime import date

from PySide6.QtCore import QDate, QLocale

_BRITISH = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)


def day_in_words(day: date) -> str:
    return _BRITISH.toString(QDate(day.year, day.month, day.day), "d MMMM yyyy")


def weekday_in_words(day: date) -> str:
    """With the day of the week in front, to notice a Sunday: "Sunday, 14 February 2027"."""
    return _BRITISH.toString(QDate(day.year, day.month, day.day), "dddd, d MMMM yyyy")


def day_and_month(day: date) -> str:
    """For a day nobody can take for another year's: "22 November"."""
    return _BRITISH.toString(QDate(day.year, day.month, day.day), "d MMMM")


def month_alone(day: date) -> str:
    """For a month nobody can take for another year's: "November"."""
    return _BRITISH.toString(QDate(day.year, day.month, day.day), "MMMM")


def month_in_words(day: date) -> str:
    """For what a day would say too much about: "November 2026"."""
    return _BRITISH.toString(QDate(day.year, day.month, day.day), "MMMM yyyy")
