"""The type of a form: everything a person reads has the size that was chosen, or nearly so."""

from dataclasses import dataclass

from trustcheck.report.typography import Style


@dataclass(frozen=True, slots=True)
class FormStyles:
    """Sizes and distances in points."""

    title: Style
    whose: Style
    place: Style
    heading: Style
    body: Style
    question: Style
    number: Style
    answer: Style
    strip: Style
    foot: Style
    code: Style
    box: float
    """The side of a box to put a cross in."""
    gap: float
    """Between two questions, where that costs no page; it may shrink to :data:`TIGHT` of it."""
    margin: float


TIGHT = (0.84, 0.7, 0.56)
USUAL = FormStyles(
    title=Style("serif-strong", 26, 31),
    whose=Style("sans-strong", 15, 19, "accent"),
    place=Style("serif", 15, 19, "ink2"),
    heading=Style("sans-strong", 12, 16, "accent"),
    body=Style("sans", 12, 16),
    question=Style("sans", 12, 14.6),
    number=Style("sans-strong", 12, 14.6, "ink2"),
    answer=Style("sans", 10.5, 12.4),
    strip=Style("sans", 10.5, 13.2, "ink2"),
    foot=Style("sans", 9.5, 12, "ink2"),
    code=Style("sans-strong", 15, 19),
    box=11.5,
    gap=12.5,
    margin=36.0,
)
LARGE = FormStyles(
    title=Style("serif-strong", 30, 36),
    whose=Style("sans-strong", 20, 26, "accent"),
    place=Style("serif", 20, 26, "ink2"),
    heading=Style("sans-strong", 18, 24, "accent"),
    body=Style("sans", 18, 24),
    question=Style("sans", 18, 23),
    number=Style("sans-strong", 18, 23, "ink2"),
    answer=Style("sans", 18, 21),
    strip=Style("sans", 18, 22, "ink2"),
    foot=Style("sans", 14, 18, "ink2"),
    code=Style("sans-strong", 20, 26),
    box=17.0,
    gap=17.0,
    margin=42.0,
)
