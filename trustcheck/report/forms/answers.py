"""Where the answers to a question stand: the same for every question of a form, as its scale and type allow."""

from dataclasses import dataclass, replace

from trustcheck.app.collecting.form_identity import BLANK
from trustcheck.report.forms.words import FormStyles
from trustcheck.report.pdf.lines import TextLine, broken
from trustcheck.report.pdf.typography import Style, Typography

BESIDE = 4.0
"""Between a box and its words."""
_LEAST_GAP = 6.0
_APART = 2.4
"""How many times the usual gap stands before the answers that are no point of the scale."""


@dataclass(frozen=True, slots=True)
class AnswerPlace:
    """Where one answer stands, counted from the upper left of the row of answers."""

    state: str
    words: str
    x: float
    y: float
    lines: tuple[TextLine, ...]


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """The same places for every question of a form."""

    places: tuple[AnswerPlace, ...]
    height: float
    parted: float = 0.0
    """Where a line parts the scale from the answers that are no point of it; 0 where they stand below it."""
    above: AnswerPlace | None = None
    """What stands at the end of the question's own line, where it is not among ``places``."""


def arranged(
    points: tuple[str, ...],
    apart: tuple[tuple[str, str], ...],
    blank: str,
    styles: FormStyles,
    width: float,
    type_: Typography,
) -> AnswerRow:
    """All answers in one row where they fit; else the scale in columns, and below it what stands apart.

    ``blank`` are the words for taking an answer back, empty for a form on paper. They are no answer, and stand away
    from them: at the end of the question's line, or last where answers take several rows.
    """
    named = [(str(at), words) for at, words in enumerate(points, 1)]
    widths = [_natural(words, styles.answer, type_) + styles.box + BESIDE for _state, words in (*named, *apart)]
    gaps = len(points) - 1 + _APART + len(apart) - 1
    gap = (width - sum(widths)) / gaps
    if gap >= _LEAST_GAP:
        row = _in_a_row((*named, *apart), widths, min(gap, 16.0), len(points), styles, type_)
        return replace(row, above=_at_the_end(blank, styles, width, type_)) if blank else row
    return _in_columns(named, (*apart, (BLANK, blank)) if blank else apart, styles, width, type_)


def listed(texts: tuple[str, ...], blank: str, styles: FormStyles, width: float, type_: Typography) -> AnswerRow:
    """Whole sentences, one below the other, each with the digit of its place."""
    named = tuple((str(at), words) for at, words in enumerate(texts, 1))
    row = _one_below_the_other(named, styles, width, type_)
    return replace(row, above=_at_the_end(blank, styles, width, type_)) if blank else row


def _at_the_end(words: str, styles: FormStyles, width: float, type_: Typography) -> AnswerPlace:
    """``y`` counts from the question's line."""
    lines = broken(words, styles.apart, 10_000, type_)
    return AnswerPlace(BLANK, words, width - lines[0].width - styles.box - BESIDE, 0.0, lines)


def _natural(words: str, style: Style, type_: Typography) -> float:
    return broken(words, style, 10_000, type_)[0].width


def _in_a_row(
    named: tuple[tuple[str, str], ...],
    widths: list[float],
    gap: float,
    points: int,
    styles: FormStyles,
    type_: Typography,
) -> AnswerRow:
    places, x, parted = [], 0.0, 0.0
    for at, (state, words) in enumerate(named):
        if at == points:
            parted = x + gap * _APART / 2
            x += gap * _APART
        elif at:
            x += gap
        places.append(AnswerPlace(state, words, x, 0.0, broken(words, styles.answer, 10_000, type_)))
        x += widths[at]
    return AnswerRow(tuple(places), max(styles.answer.leading, styles.box), parted)


def _in_columns(
    named: list[tuple[str, str]],
    apart: tuple[tuple[str, str], ...],
    styles: FormStyles,
    width: float,
    type_: Typography,
) -> AnswerRow:
    """Columns as wide as their longest word asks for; one answer below the other where even that is too wide."""
    side = styles.box + BESIDE + 4
    words_wide = [_longest_word(words, styles.answer, type_) + side for _state, words in named]
    spare = (width - sum(words_wide)) / len(named)
    if spare < 0:
        return _one_below_the_other((*named, *apart), styles, width, type_)
    places, x = [], 0.0
    for (state, words), wide in zip(named, words_wide, strict=True):
        places.append(AnswerPlace(state, words, x, 0.0, broken(words, styles.answer, wide - side + spare, type_)))
        x += wide + spare
    below = max(len(place.lines) for place in places) * styles.answer.leading + 4
    if not apart:
        return AnswerRow(tuple(places), below)
    for (state, words), (left, wide) in zip(apart, _shares(apart, side, styles, width, type_), strict=True):
        places.append(AnswerPlace(state, words, left, below, broken(words, styles.answer, wide - side, type_)))
    last = max(len(place.lines) for place in places[len(named) :])
    return AnswerRow(tuple(places), below + last * styles.answer.leading)


def _shares(
    apart: tuple[tuple[str, str], ...], side: float, styles: FormStyles, width: float, type_: Typography
) -> list[tuple[float, float]]:
    """Left edge and width of what stands apart: equal shares, or as the words ask for where one needs more."""
    natural = [_natural(words, styles.answer, type_) + side for _state, words in apart]
    equal, spare = width / len(apart), (width - sum(natural)) / len(apart)
    widths = [equal] * len(apart) if max(natural) <= equal or spare < 0 else [each + spare for each in natural]
    return [(sum(widths[:at]), wide) for at, wide in enumerate(widths)]


def _one_below_the_other(
    named: tuple[tuple[str, str], ...], styles: FormStyles, width: float, type_: Typography
) -> AnswerRow:
    places, y = [], 0.0
    for state, words in named:
        lines = broken(words, styles.answer, width - styles.box - BESIDE, type_)
        places.append(AnswerPlace(state, words, 0.0, y, lines))
        y += len(lines) * styles.answer.leading + 2
    return AnswerRow(tuple(places), y)


def _longest_word(words: str, style: Style, type_: Typography) -> float:
    return max((_natural(word, style, type_) for word in words.split()), default=0.0)
