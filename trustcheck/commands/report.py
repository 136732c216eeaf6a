"""``trustcheck report FILE -o OUT.pdf`` (docx, html, pptx): the report of a finished check, without a display."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from trustcheck.app.application import Application
from trustcheck.app.carrying.file_names import PDF, ending_of, refuse_another_type
from trustcheck.app.ports import Catalog, Edition, Paper, Refused, ReportOptions, Store
from trustcheck.app.presenting.boxes import with_fonts
from trustcheck.app.questionnaires.shelf import is_path
from trustcheck.app.report_options import GROUP_EDITIONS, wearing
from trustcheck.app.results.group import GroupResult
from trustcheck.app.results.personal import PersonalResult
from trustcheck.commands.data_file_in_the_way import refuse_to_overwrite_answers
from trustcheck.commands.passphrase import opened
from trustcheck.commands.typed import harmless
from trustcheck.domain.checks.round import RoundKind, RoundState, RoundSummary
from trustcheck.domain.questionnaire.model import Questionnaire
from trustcheck.words import gettext as _
from trustcheck.words import language


@dataclass(frozen=True, slots=True)
class ReportRequest:
    """What the command line asked for. ``round`` is ``last`` or an id; an empty ``organisation`` is any."""

    file: str
    out: str
    organisation: str
    round: str
    paper: Paper
    date: date
    edition: Edition | None = None
    """``None`` is the usual one of the newest check, whoever answered it; a named one is for a check that has it."""
    language: str = ""
    """Of the report's words; empty is what the command itself speaks."""
    questionnaire: str = ""
    """The id or the file of what was asked, where a data file holds checks of several; empty is any."""
    passphrase_fd: int | None = None
    """The descriptor a protected file's passphrase is read from; ``None`` asks at the terminal."""


def run(application: Application, wanted: ReportRequest) -> int:
    """Write the report whole, or leave what stands there. Raises :class:`~trustcheck.app.ports.Refused`."""
    refuse_to_overwrite_answers(wanted.out, wanted.file, _("a report"), "OUT.pdf")
    refuse_another_type(wanted.out, PDF, *application.report_documents)
    chosen = wanted.language or language()
    if chosen not in application.languages():
        raise Refused(
            _("There is no report in {language}.").format(language=repr(harmless(chosen))),
            _("Nothing was written."),
            _("There are: {languages}.").format(languages=", ".join(application.languages())),
        )
    with application.speak_apart(chosen):
        result, options = _result(application, wanted)
        made_as = application.report_documents.get(ending_of(wanted.out))
        if made_as is not None:
            application.write_whole(wanted.out, made_as(result, options))
            print(_("Written: {path}").format(path=wanted.out))
            return 0
        report = application.make_report(result, options)
    application.write_whole(wanted.out, report.pdf)
    print(_("Written: {path}, {pages} pages").format(path=wanted.out, pages=report.pages))
    if report.unprintable:
        said = _("These characters are in no font of this computer and stand in the report as boxes: {characters}.")
        characters = harmless(" ".join(report.unprintable))
        print(with_fonts(said.format(characters=characters), report.unprintable))
    return 0


def _result(application: Application, wanted: ReportRequest) -> tuple[PersonalResult | GroupResult, ReportOptions]:
    def look(passphrase: str) -> Store:
        return application.open_store(wanted.file, look_only=True, passphrase=passphrase)

    store = opened(look, wanted.passphrase_fd)
    options = ReportOptions(date=wanted.date, paper=wanted.paper, edition=wanted.edition)
    try:
        asked = wanted.questionnaire
        if asked and is_path(asked):
            asked = application.catalog.questionnaire(asked).id
        chosen = _chosen(tuple(_that_asked(store, asked)), wanted)
        if chosen.kind is RoundKind.GROUP:
            return _group(store, chosen, application.catalog), wearing(
                options, store.organisations.details(chosen.organisation.id)
            )
        return _personal(store, chosen, application.catalog), options
    finally:
        store.close()


def _personal(store: Store, chosen: RoundSummary, catalog: Catalog) -> PersonalResult:
    from trustcheck.app.portraits.another_language import in_spoken_words
    from trustcheck.app.portraits.since_last_time import result_since

    check = store.rounds.round(chosen.id)
    return result_since(store, check, in_spoken_words(check.questionnaire, catalog))


def _group(store: Store, chosen: RoundSummary, catalog: Catalog) -> GroupResult:
    from trustcheck.app.portraits.another_language import in_spoken_words
    from trustcheck.app.portraits.since_last_time import group_result_since

    check = store.groups.round(chosen.id)
    return group_result_since(store, check, in_spoken_words(check.questionnaire, catalog))


def _that_asked(store: Store, questionnaire_id: str) -> Iterator[RoundSummary]:
    """The checks that asked one questionnaire, in whichever version and language; all of them where none is named."""
    for each in store.rounds.summaries():
        if not questionnaire_id or _asked_in(store, each).id == questionnaire_id:
            yield each


def _asked_in(store: Store, of: RoundSummary) -> Questionnaire:
    if of.kind is RoundKind.GROUP:
        return store.groups.setup(of.id)[2]
    return store.rounds.round(of.id).questionnaire


def _chosen(rounds: tuple[RoundSummary, ...], wanted: ReportRequest) -> RoundSummary:
    finished = [
        each
        for each in rounds
        if each.state is RoundState.CLOSED
        and wanted.organisation in ("", each.organisation.name)
        and (wanted.round != "last" or _has_edition(each, wanted.edition))
    ]
    if wanted.round == "last":
        chosen = finished[0] if finished else None
    else:
        chosen = next((each for each in finished if str(each.id) == wanted.round), None)
    if chosen is None:
        raise Refused(_nothing_found(wanted), _("Nothing was written."), _finished_ones(rounds))
    return chosen


def _has_edition(summary: RoundSummary, edition: Edition | None) -> bool:
    return edition is None or (edition in GROUP_EDITIONS) == (summary.kind is RoundKind.GROUP)


def _nothing_found(wanted: ReportRequest) -> str:
    if wanted.round != "last":
        return _("{file} has no finished check {id}.").format(file=wanted.file, id=wanted.round)
    if wanted.organisation:
        return _("{file} has no finished check of {name}.").format(file=wanted.file, name=wanted.organisation)
    return _("{file} has no finished check yet.").format(file=wanted.file)


def _finished_ones(rounds: tuple[RoundSummary, ...]) -> str:
    finished = [each for each in rounds if each.state is RoundState.CLOSED]
    if not finished:
        return _("Finish one in the window first: See my result.")
    listed = ", ".join(f"{each.id} ({each.organisation.name}, {each.started_on.isoformat()})" for each in finished[:10])
    return _("Finished checks in it: {listed}.").format(listed=listed)
