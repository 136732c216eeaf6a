"""A form to fill in with any program that shows PDF files, and to send back."""

from trustcheck.app.form_identity import IDENTITY_FIELD
from trustcheck.app.form_making import FormOrder
from trustcheck.report.form_canvas import FormCanvas
from trustcheck.report.form_fields import FormFields
from trustcheck.report.form_layout import FormLayout, form_title, styles_of
from trustcheck.report.form_words import on_screen
from trustcheck.report.paper import Paper
from trustcheck.report.pdf import SIZES
from trustcheck.report.typography import Typography
from trustcheck.words import gettext as _


def make_fillable_form(order: FormOrder, code: str) -> bytes:
    """One person's file. The same order and code give the same bytes."""
    size = SIZES[order.paper]
    canvas = FormCanvas(size, form_title(order), order.questionnaire.language, order.summary.started_on)
    paper = Paper(canvas, Typography(), size)
    pages = FormLayout(paper, order, on_screen(order), to_send=True).pages(code, canvas.root)
    fields = FormFields(canvas, styles_of(order).answer.size)
    fields.hidden(IDENTITY_FIELD, order.identity(code).text())
    canvas.bookmark(_("Form {code}").format(code=code), 0)
    pages.draw(fields)
    fields.finish()
    return canvas.finished()
