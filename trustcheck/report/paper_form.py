"""Forms to print and fill in by hand: one for each code, one after the other in one file."""

from collections.abc import Sequence

from trustcheck.app.form_making import FormOrder
from trustcheck.app.ports import Progress, Report
from trustcheck.report.form_canvas import FormCanvas
from trustcheck.report.form_layout import FormLayout, form_title, styles_of
from trustcheck.report.form_words import on_paper
from trustcheck.report.paper import Paper
from trustcheck.report.pdf import SIZES
from trustcheck.report.typography import Typography
from trustcheck.words import gettext as _


def make_paper_forms(order: FormOrder, codes: Sequence[str], progress: Progress | None = None) -> Report:
    """The same order and codes give the same bytes. Every form begins on the front of a sheet.

    ``progress`` is called with (done, of) after each form; what it raises ends the work.
    """
    size = SIZES[order.paper]
    canvas = FormCanvas(size, form_title(order), order.questionnaire.language, order.summary.started_on)
    type_ = Typography()
    paper = Paper(canvas, type_, size)
    layout = FormLayout(paper, order, on_paper(order), to_send=False)
    for done, code in enumerate(codes, 1):
        pages = layout.pages(code, canvas.root)
        canvas.bookmark(_("Form {code}").format(code=code), 0)
        pages.draw(None)
        if canvas.page_count % 2 and done < len(codes):
            _other_side(paper, order)
        if progress is not None:
            progress(done, len(codes))
    return Report(canvas.finished(), canvas.page_count, tuple(type_.unprintable))


def _other_side(paper: Paper, order: FormOrder) -> None:
    """The back of a form's last sheet: the next form begins on a sheet of its own."""
    styles = styles_of(order)
    with paper.marked(None):
        paper.words(styles.margin, 34, _("There is nothing to fill in on this side."), styles.strip)
    paper.canvas.showPage()
