"""What leaders expected of staff, beside what both answered: one page, the widest difference first."""

from trustcheck.app.presenting.predictions import (
    about_predictions,
    prediction_rows,
    predictions_question,
    predictions_title,
    predicts,
    unforeseen_sentence,
)
from trustcheck.charts.predictions import prediction_key, predictions
from trustcheck.report.document.parts import Figure, Section, Words
from trustcheck.report.sections.group.section_input import SectionInput, framed

_TYPE = 9.2


def expected(wanted: SectionInput) -> Section | None:
    """Left out where leaders were not asked, or nothing of it may be shown."""
    if not predicts(wanted.result):
        return None
    parts = (
        Words(about_predictions(), "quiet", gap=3),
        Figure(prediction_key(wanted.width, _TYPE), gap=2),
        Figure(predictions(prediction_rows(wanted.result), wanted.width, size=_TYPE), gap=0),
        *framed(predictions_question()),
    )
    name = predictions_title()
    return Section("predictions", name, unforeseen_sentence(wanted.result).rstrip("."), parts, name)
