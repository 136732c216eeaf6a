"""A day as people say it, by the names the window uses; every word of it comes from one place."""

from trustcheck.app.day_words import day as day_in_words
from trustcheck.app.day_words import day_and_month, month_alone
from trustcheck.app.day_words import month as month_in_words
from trustcheck.app.day_words import weekday as weekday_in_words

__all__ = ["day_and_month", "day_in_words", "month_alone", "month_in_words", "weekday_in_words"]
