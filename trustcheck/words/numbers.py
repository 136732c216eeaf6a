"""Small numbers as words, as a sentence wants them."""

from math import ceil

from trustcheck.words import gettext as _

PER_CENT_FROM = 20
"""Below so many people a share is said as a count, in words: one of six is no 17 %."""
_SECONDS_A_QUESTION = 10
"""Forty questions take about seven minutes, twelve about two (measurement 1.4)."""


def in_words(number: int) -> str:
    """One to twelve as a word, in lower case; every other number in figures."""
    words = (
        _("one"),
        _("two"),
        _("three"),
        _("four"),
        _("five"),
        _("six"),
        _("seven"),
        _("eight"),
        _("nine"),
        _("ten"),
        _("eleven"),
        _("twelve"),
    )
    return words[number - 1] if 1 <= number <= len(words) else str(number)


def count_of(count: int, of: int) -> str:
    """ "two of six", "none of fourteen": both in words below twenty, both in figures from there on."""
    if of >= PER_CENT_FROM:
        return _("{count} of {number}").format(count=count, number=of)
    return _("{count} of {number}").format(count=in_a_count(count), number=in_a_count(of))


def in_a_count(number: int) -> str:
    """None to nineteen as a word, as both numbers of a small share are said; every other number in figures."""
    teens = (_("thirteen"), _("fourteen"), _("fifteen"), _("sixteen"), _("seventeen"), _("eighteen"), _("nineteen"))
    if 12 < number < PER_CENT_FROM:
        return teens[number - 13]
    return in_words(number) if number else _("none")


def true_minus(points: int) -> str:
    """Whole points with a real minus sign; a hyphen would look like a dash."""
    return str(points).replace("-", "\u2212")


def capitalised(words: str) -> str:
    """``words`` as a sentence begins."""
    return words[:1].upper() + words[1:]


def minutes(questions: int) -> int:
    """About how many minutes so many questions take; never less than one."""
    return max(1, ceil(questions * _SECONDS_A_QUESTION / 60 - 0.5))


def grouped(number: int) -> str:
    """A whole number with its thousands apart, as the language writes it: "12,345"."""
    return f"{number:,}".replace(",", _separators()[0])


def decimal(number: float, places: int | None = None) -> str:
    """With so many places after the decimal sign, as the language writes it: "0.05"; with as many as it needs where
    ``places`` is ``None``: "62.5", "75".
    """
    return (f"{number:g}" if places is None else f"{number:.{places}f}").replace(".", _separators()[1])


def _separators() -> tuple[str, str]:
    """What stands between thousands, and before the places of a number. A catalogue says both by example."""
    # Translators: how your language writes this number, with a no-break space where it has a space.
    example = _("1,234.5")
    return example[1 : example.index("2")], example[example.index("4") + 1 : -1]
