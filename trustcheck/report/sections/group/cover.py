"""The cover of a group's report: whose answers, from when, and what it is not. No score stands on it."""

from trustcheck.app.ports import Edition, ReportOptions
from trustcheck.app.presenting.group_sayings import held, is_pulse, took_part
from trustcheck.app.results.group import GroupResult
from trustcheck.report.document.parts import Cover, questions
from trustcheck.report.pdf.logo import logo
from trustcheck.words import gettext as _
from trustcheck.words.days import day


def cover(result: GroupResult, options: ReportOptions) -> Cover:
    place = result.summary.organisation.name
    asked = questions(len(result.questionnaire.asked(result.setup.form)))
    form = _("Short form, {questions}") if is_pulse(result) else _("Full form, {questions}")
    pairs = [
        (_("Held"), held(result)),
        (_("Who answered"), _("{people}, without names").format(people=took_part(result))),
        (_("Form"), form.format(questions=asked)),
        (_("Leaders are"), result.setup.leaders_are.strip()),
        (_("Staff are"), result.setup.staff_are.strip()),
        (_("Prepared by"), options.prepared_by.strip()),
        (_("Report made"), day(options.date)),
        (_("Edition"), _edition(options)),
    ]
    sentence = _(
        "This is a self-portrait, not a verdict. It shows how the people who took part see trust and openness here"
        " today. It is a place to begin a conversation and a poor tool for ranking anyone."
    )
    kept = tuple(pair for pair in pairs if pair[1])
    return Cover(_("Trust report"), place, kept, sentence, logo(options.logo, place))


def _edition(options: ReportOptions) -> str:
    if options.edition is Edition.FACILITATOR:
        return _("For whoever leads the talk, with notes. Not for handing out.")
    return _("For the leaders")
