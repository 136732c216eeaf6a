"""Where the answers to a question stand: the same for every question of a form, as its scale and type allow."""

from dataclasses import dataclass

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


def arranged(
    points: tuple[str, ...], apart: tuple[tuple[str, str], ...], styles: FormStyles, width: float, type_: Typography
) -> AnswerRow:
    """All answers in one row where they fit; else the scale in columns, and below it what stands apart."""
    named = [(str(at), words) for at, words in enumerate(points, 1)]
    widths = [_natural(words, styles.answer, type_) + styles.box + BESIDE for _state, words in (*named, *apart)]
    gaps = len(points) - 1 + _APART + len(apart) - 1
    gap = (width - sum(widths)) / gaps
    if gap >= _LEAST_GAP:
        return _in_a_row((*named, *apart), widths, min(gap, 16.0), len(points), styles, type_)
    return _in_columns(named, apart, styles, width, type_)


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
    half = width / 2
    for at, (state, words) in enumerate(apart):
        places.append(AnswerPlace(state, words, at * half, below, broken(words, styles.answer, half - side, type_)))
    last = max(len(place.lines) for place in places[len(named) :])
    return AnswerRow(tuple(places), below + last * styles.answer.leading)


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
