"""One person's report as a finished PDF. ReportLab is loaded when the first report is made, not before."""

from trustcheck.app.ports import Paper as PaperSize
from trustcheck.app.ports import Progress, Report, ReportOptions
from trustcheck.app.results import PersonalResult

SIZES = {PaperSize.A4: (595.28, 841.89), PaperSize.LETTER: (612.0, 792.0)}
"""Width and height in points."""


def make_report(result: PersonalResult, options: ReportOptions, progress: Progress | None = None) -> Report:
    """The individual edition. The same result and options give the same bytes.

    ``progress`` is called with (done, of) between sections and before the file is put together; what it raises ends
    the work.
    """
    from trustcheck.report.flow import MARGIN
    from trustcheck.report.outline import individual
    from trustcheck.report.printing import printed

    size = SIZES[options.paper]
    outline = individual(result, options, size[0] - 2 * MARGIN)
    return printed(outline, size, options.date, result.questionnaire.language, progress)
