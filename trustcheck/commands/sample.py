"""``trustcheck sample DIR``: a data file and its report, to see what TrustCheck gives before answering anything."""

from functools import partial
from pathlib import Path

from trustcheck.app.application import Application
from trustcheck.app.ports import NotWritten, ReportOptions, Store
from trustcheck.domain.checks.round import RoundKind
from trustcheck.words import gettext as _

SAMPLE, SECOND_VISIT = "sample", "second-visit"
"""What the files of each are called."""


def run(application: Application, folder: str, *, second_visit: bool = False, questionnaire: str = "") -> int:
    """Write both files, or neither. Raises :class:`~trustcheck.app.ports.Refused`."""
    name = SECOND_VISIT if second_visit else SAMPLE
    data_file, report = Path(folder) / f"{name}.trustcheck", Path(folder) / f"{name}-report.pdf"
    _refuse_to_replace(data_file, report)
    make = partial(application.make_sample, questionnaire=questionnaire)
    report_of = _sample_report
    if second_visit:
        make, report_of = partial(application.make_second_visit), _second_report
    make(str(data_file))
    try:
        application.write_whole(str(report), report_of(application, str(data_file)))
    except BaseException:
        data_file.unlink(missing_ok=True)
        raise
    print(_("Written: {path}").format(path=data_file))
    print(_("Written: {path}").format(path=report))
    print(_("The person and the place are invented."))
    print(_("To look at it in the window, type: trustcheck open {path}").format(path=data_file))
    return 0


def _sample_report(application: Application, data_file: str) -> bytes:
    from trustcheck.app.portraits.result import result_of

    store = application.open_store(data_file, look_only=True)
    try:
        result = result_of(store.rounds.round(_own_round(store)))
    finally:
        store.close()
    return application.make_report(result, ReportOptions(date=application.today())).pdf


def _second_report(application: Application, data_file: str) -> bytes:
    from trustcheck.app.portraits.since_last_time import group_result_since

    store = application.open_store(data_file, look_only=True)
    try:
        newest = store.rounds.summaries(RoundKind.GROUP)[0]
        result = group_result_since(store, store.groups.round(newest.id))
    finally:
        store.close()
    return application.make_report(result, ReportOptions(date=application.today())).pdf


def _own_round(store: Store) -> int:
    """The one person's round; the sample holds a team's check beside it."""
    return next(each.id for each in store.rounds.summaries() if each.kind is RoundKind.PERSONAL)


def _refuse_to_replace(*paths: Path) -> None:
    if standing := [str(path) for path in paths if path.exists() or path.is_symlink()]:
        raise NotWritten(
            _("The folder already holds {paths}.").format(paths=", ".join(standing)),
            _("Nothing was changed."),
            _("Name another folder, or move the old sample away first."),
        )
