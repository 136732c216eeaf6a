"""How far two numbers lie apart, in words, and that it is meant before rounding where the two read otherwise.

``beside`` are the two whole numbers as they are shown; ``None`` where one of them is not.
"""

from typing import TypeAlias

from trustcheck.app.group_result import Shown, Views
from trustcheck.charts.dumbbell import apart_in_words
from trustcheck.domain.points import ABOUT_THE_SAME
from trustcheck.words import gettext as _

Beside: TypeAlias = tuple[int, int] | None


def both_means(views: Views) -> Beside:
    """The whole numbers of a theme or a pillar where two views of it are shown."""
    means = [value.mean for value in views.values() if isinstance(value, Shown)]
    return (means[0], means[1]) if len(means) > 1 else None


def is_one_off(points: int, beside: Beside) -> bool:
    """Whether a difference, rounded once, is not that of the two whole numbers beside it."""
    return beside is not None and abs(beside[0] - beside[1]) != points


def points_apart(points: int, beside: Beside) -> str:
    """ "22 points apart, before rounding" of 75 and 54; only "22 points apart" of 76 and 54."""
    said = _("{points} points apart, before rounding") if is_one_off(points, beside) else _("{points} points apart")
    return said.format(points=points)


def briefly_apart(points: int, beside: Beside) -> str:
    """The same for a row; under five points it is about the same, and no number of it is said."""
    said = apart_in_words(points)
    if points < ABOUT_THE_SAME or not is_one_off(points, beside):
        return said
    return _("{apart}, before rounding").format(apart=said)


def points_higher(points: int, beside: Beside) -> str:
    """The same for a sentence with a direction."""
    said = _("{points} points (before rounding) higher") if is_one_off(points, beside) else _("{points} points higher")
    return said.format(points=points)
