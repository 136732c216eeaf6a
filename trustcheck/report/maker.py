"""A report as a finished PDF. ReportLab is loaded when the first report is made, not before."""

from collections.abc import Sequence
from pathlib import Path

from trustcheck.app.ports import Edition, Progress, Refused, Report, ReportOptions
from trustcheck.app.ports import Paper as PaperSize
from trustcheck.app.results.group import GroupResult
from trustcheck.app.results.personal import PersonalResult
from trustcheck.report.document.parts import Outline
from trustcheck.report.document.unseen import without_unseen
from trustcheck.words import ENGLISH, language
from trustcheck.words import gettext as _

SIZES = {PaperSize.A4: (595.28, 841.89), PaperSize.LETTER: (612.0, 792.0)}
"""Width and height in points."""


def make_report(
    result: PersonalResult | GroupResult,
    options: ReportOptions,
    progress: Progress | None = None,
    fonts: Sequence[Path] = (),
) -> Report:
    """The wanted edition. The same result, options and fonts give the same bytes.

    ``fonts`` are folders of this computer, looked through for what the report's own fonts lack.
    ``progress`` is called with (done, of) between sections and before the file is put together; what it raises ends
    the work. Raises :class:`Refused` where there is no such edition of this result, or where the logo is no picture.
    """
    from trustcheck.report.layout.printing import printed
    from trustcheck.report.pdf.typography import Typography

    size = SIZES[options.paper]
    return printed(outline_of(result, options), size, options.date, language_tag(), Typography(fonts), progress)


def language_tag() -> str:
    """What a reader of the file is told that its words are: English here is British English."""
    return "en-GB" if language() == ENGLISH else language().replace("_", "-")


def outline_of(result: PersonalResult | GroupResult, options: ReportOptions) -> Outline:
    """What the wanted edition says, before it is anything on paper."""
    from trustcheck.report.layout.printing import MARGIN

    width = SIZES[options.paper][0] - 2 * MARGIN
    if isinstance(result, GroupResult):
        from trustcheck.report.sections.group.outline import group_outline

        if options.edition is Edition.INDIVIDUAL:
            raise _no_edition(_("This check was answered by several people; there is no individual edition of it."))
        return without_unseen(group_outline(result, options, width))
    from trustcheck.report.sections.personal.outline import individual

    if options.edition not in (None, Edition.INDIVIDUAL):
        raise _no_edition(_("This check was answered by one person; it has the individual edition only."))
    return without_unseen(individual(result, options, width))


def _no_edition(sentence: str) -> Refused:
    return Refused(sentence, _("Nothing was written."), _("Choose another edition, or another check."))
