"""The band of one person's score in words, as far as one person's answers can tell: never finer than their margin."""

from collections.abc import Sequence

from trustcheck.domain.in_sentences import quoted
from trustcheck.domain.points import whole
from trustcheck.domain.questionnaire import BAND_NAMES, Form, band_index
from trustcheck.words import gettext as _

THEME_MARGIN = 20.0
PILLAR_MARGIN = 12.0
OVERALL_MARGIN = 9.0
PULSE_PILLAR_MARGIN = 20.0
PULSE_OVERALL_MARGIN = 16.0
"""95 % margins of one person's score, from planning values (measurement 2.11)."""


def margin_words() -> str:
    """What the light bar around one person's score is."""
    return _("how far one person\u2019s score could lie off by chance")


def pillar_margin(form: Form) -> float:
    return PULSE_PILLAR_MARGIN if form is Form.PULSE else PILLAR_MARGIN


def overall_margin(form: Form) -> float:
    return PULSE_OVERALL_MARGIN if form is Form.PULSE else OVERALL_MARGIN


def bands(score: float, margin: float, cuts: Sequence[float]) -> str:
    """Every band the score may lie in, by the first and the last of them: "Usual", or "Patchy to Usual".

    ``score`` unrounded on 0 to 100, ``margin`` in points either way. Where the margin crosses a cut both bands are
    named (measurement 2.14): a single name would be finer than anybody knows.
    """
    low, high = (_(BAND_NAMES[band_index(end, cuts)]) for end in ends(score, margin))
    return low if low == high else _("{low} to {high}").format(low=low, high=high)


def usual_answers(score: float, margin: float, scale: Sequence[str]) -> str:
    """The answers a score stands for within its margin, in quotation marks."""
    low, high = (quoted(scale[whole(end / 100 * (len(scale) - 1))]) for end in ends(score, margin))
    return low if low == high else _("{low} to {high}").format(low=low, high=high)


def ends(score: float, margin: float) -> tuple[float, float]:
    """How far down and up a score may lie, kept within 0 to 100."""
    return max(0.0, score - margin), min(100.0, score + margin)
