"""A day as people say it, by the names the window uses; every word of it comes from one place."""

from trustcheck.words.days import day as day_in_words
from trustcheck.words.days import day_and_month, month_alone
from trustcheck.words.days import month as month_in_words
from trustcheck.words.days import weekday as weekday_in_words

__all__ = ["day_and_month", "day_in_words", "month_alone", "month_in_words", "weekday_in_words"]
