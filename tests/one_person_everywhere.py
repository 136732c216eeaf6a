"""What each way out says of one person's check: the file of a report, the lines of an export, the table of scores."""

from dataclasses import replace

from tests.report.portraits import A4
from tests.report.reading import words_of
from trustcheck.app.carrying.export_lines import ExportLine, lines_of
from trustcheck.app.results.personal import PersonalResult
from trustcheck.app.results.score_sheet import ScoreOptions, score_sheet
from trustcheck.app.store.export_model import Belongings, Parcel, PersonalCheck
from trustcheck.commands.score_table import score_table
from trustcheck.domain.checks.round import OrganisationDetails
from trustcheck.exchange.tables.answers_file import AnswerSheets
from trustcheck.report.maker import make_report


def paper(result: PersonalResult) -> str:
    return words_of(make_report(result, replace(A4, with_all_questions=True)).pdf)


def export(result: PersonalResult) -> tuple[ExportLine, ...]:
    of = result.round
    check = PersonalCheck(
        questionnaire=of.questionnaire,
        form=result.form,
        perspective=of.response.perspective,
        state=of.summary.state,
        started_on=of.summary.started_on,
        closed_on=of.summary.closed_on,
        leaders_are=of.leaders_are,
        answers=dict(of.response),
        notes=of.notes,
        facts=tuple(of.facts.values()),
        promises=of.promises,
    )
    return lines_of(Parcel((Belongings("Ferngate Libraries", OrganisationDetails(), (check,)),)))


def table(result: PersonalResult) -> list[str]:
    of = result.round
    sheets = AnswerSheets(result.form, (of.response,), (of.response.perspective.value,))
    return score_table(score_sheet(sheets, of.questionnaire, ScoreOptions(), of.facts or None), of.questionnaire)
