"""The report of one check: made off the main thread, shown as the very bytes that are saved."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtGui import QPageSize

from trustcheck.app.application import Application
from trustcheck.app.carrying.file_names import PDF, SLIDES, refuse_another_type
from trustcheck.app.ports import Edition, Paper, Progress, Refused, Report, ReportOptions, Store
from trustcheck.app.report_options import wearing
from trustcheck.app.results.group import GroupResult
from trustcheck.app.results.personal import PersonalResult
from trustcheck.domain.checks.round import OrganisationDetails, RoundSummary
from trustcheck.settings import Settings
from trustcheck.ui.kit.asking import FileDialogs, folder_for, remember_folder
from trustcheck.ui.kit.background import Task, run
from trustcheck.ui.results.report_page import ReportPage
from trustcheck.ui.shell.main_window import MainWindow
from trustcheck.ui.shell.places import Place
from trustcheck.words import gettext as _
from trustcheck.words import language

Made = TypeVar("Made", Report, bytes)
_KEPT = 80
_SIZES = {Paper.A4: QPageSize.PageSizeId.A4, Paper.LETTER: QPageSize.PageSizeId.Letter}
_NAMES = {Edition.STAFF: "trust report for staff", Edition.FACILITATOR: "trust report with notes"}
_NOT_IN_NAMES = set('<>:"/\\|?*')


class Reporting(QObject):
    """Makes the report of a result again whenever the result or an option changes; saves it where the person says."""

    def __init__(self, application: Application, window: MainWindow, dialogs: FileDialogs) -> None:
        super().__init__()
        self._application, self._window, self._dialogs = application, window, dialogs
        self._preferred = application.settings.load()
        self._options = _preferred_options(self._preferred, application.today())
        self._result: PersonalResult | GroupResult | None = None
        self._made_from: tuple[PersonalResult | GroupResult, ReportOptions] | None = None
        self._worn_by = 0
        self._store: Store | None = None
        self._report: Report | None = None
        self._making: Task | None = None
        self._page = self._made_page()
        window.curtain.turned.connect(self._turn_to)

    def _turn_to(self, organisation_id: int) -> None:
        """Another client is on the screen: nothing of the report of the one before is kept."""
        if organisation_id != self._worn_by:
            self._forget()

    def _made_page(self) -> ReportPage:
        page = ReportPage(self._window.look)
        page.options_changed.connect(self._choose)
        page.save_asked.connect(self.save)
        page.document_asked.connect(self.save_as)
        page.print_asked.connect(self.print)
        page.cancel_asked.connect(self._cancel)
        self._window.add_page(Place.REPORT, page)
        return page

    def put_away(self) -> None:
        """Let go of the report that was made last, and of every picture of it."""
        self._forget()
        self._page = self._made_page()

    def _forget(self) -> None:
        self._cancel()
        self._result = self._made_from = self._report = self._making = self._store = None

    def show(self, result: PersonalResult | GroupResult, store: Store | None = None) -> None:
        """Make the report of a result and show it. A group's wears what ``store`` keeps of its organisation, and the
        folder it is saved in is remembered there."""
        if not self._window.shows(Place.REPORT, self._page):
            self._page = self._made_page()
        self._result, self._store = result, store
        preferred = self._application.settings.load()
        if (preferred.paper, preferred.prepared_by) != (self._preferred.paper, self._preferred.prepared_by):
            self._options = _preferred_options(preferred, self._application.today())
        self._preferred = preferred
        self._options = replace(self._options, date=self._application.today())
        organisation_id = summary_of(result).organisation.id
        if organisation_id != self._worn_by:
            # Clients never share a report's choices by accident: another organisation begins anew.
            self._options = _preferred_options(self._preferred, self._application.today())
            self._worn_by = organisation_id
        if isinstance(result, PersonalResult):
            self._options = _for_one(self._options)
            self._show()
        else:
            self._wear(organisation_id, store)

    def _wear(self, organisation_id: int, store: Store | None) -> None:
        def worn(details: OrganisationDetails) -> None:
            options = wearing(self._options, details)
            self._options = replace(options, edition=options.edition or Edition.LEADERS)
            self._show()

        if store is None:
            worn(OrganisationDetails(prepared_by=self._options.prepared_by))
        else:
            run(
                lambda _progress: store.organisations.details(organisation_id),
                worn,
                self._refused,
                owner=self._page,
            )

    def _show(self) -> None:
        self._page.show_options(self._options)
        self._window.go_to(Place.REPORT)
        self._make()

    def save(self) -> None:
        """Ask where, and put the shown bytes there whole or not at all."""
        report = self._report
        if report is None:
            return
        folder = folder_for(self._store, self._worn_by)
        path = self._dialogs.file_to_save(str(folder / self.suggested_name()))
        if path:
            self._carry_out(lambda _progress: self._write(path, report.pdf), lambda: self._saved(path))

    def save_as(self, ending: str) -> None:
        """Ask where, and put the same there as another kind of file: to be edited, for a browser, to be shown."""
        if self._result is None:
            return
        suggested = str(folder_for(self._store, self._worn_by) / self.suggested_name(ending))
        path = self._dialogs.document_to_save(suggested)
        if not path:
            return
        makes = self._makes(self._application.report_documents[ending])

        def work(progress: Progress) -> None:
            refuse_another_type(path, ending)
            self._application.write_whole(path, makes(progress))

        self._carry_out(work, lambda: self._saved(path))

    def print(self) -> None:
        """Ask which printer, and send the shown pages there."""
        report = self._report
        if report is None:
            self._window.say(_("The report is not made yet. Print it when it is seen."), done=True)
            return
        from trustcheck.ui.results.printing import print_pages

        printer = self._dialogs.printer(report.pages, QPageSize(_SIZES[self._options.paper]))
        if printer is not None:
            self._carry_out(lambda progress: print_pages(report.pdf, printer, progress), self._page.show_printed)

    def _carry_out(self, work: Callable[[Progress], None], done: Callable[[], None]) -> None:
        """What came of it is told beside the report. Where another client is on the screen by then, only a failure is
        told, and beside nothing of theirs."""
        of = self._store, self._worn_by

        def told(_none: None) -> None:
            if of == (self._store, self._worn_by):
                done()

        def refused(why: Refused) -> None:
            if of == (self._store, self._worn_by):
                self._page.show_refused(why)
            else:
                self._window.say(str(why))

        run(work, told, refused, owner=self._page)

    def _write(self, path: str, pdf: bytes) -> None:
        refuse_another_type(path, PDF)
        self._application.write_whole(path, pdf)

    def suggested_name(self, ending: str = PDF) -> str:
        """A file name people can find again: the place, what it is, the day."""
        assert self._result is not None
        place = summary_of(self._result).organisation.name
        kept = "".join(" " if each in _NOT_IN_NAMES or not each.isprintable() else each for each in place)
        what = (
            "trust slides" if ending == SLIDES else _NAMES.get(self._options.edition or Edition.LEADERS, "trust report")
        )
        return f"{' '.join(kept.split())[:_KEPT]} {what} {self._options.date.isoformat()}.{ending}".strip()

    def _saved(self, path: str) -> None:
        self._page.show_saved(path)
        remember_folder(self._store, self._worn_by, Path(path).parent)

    def _choose(self, options: ReportOptions) -> None:
        self._options = options
        self._make()

    def _cancel(self) -> None:
        if self._making is not None:
            self._making.cancel()

    def _make(self) -> None:
        result, options = self._result, self._options
        if result is None or (self._made_from == (result, options) and self._report is not None):
            return
        self._cancel()
        self._report = None
        self._page.show_making(0, 1)

        makes = self._makes(self._application.make_report)

        def done(report: Report) -> None:
            self._report, self._made_from = report, (result, options)
            self._page.show_report(report)

        self._making = run(makes, done, self._refused, progress=self._page.show_making, owner=self._page)

    def _makes(self, make: Callable[..., Made]) -> Callable[[Progress], Made]:
        """What makes the report as it is chosen now, in its language; called beside the window."""
        result, options, application, store = self._result, self._options, self._application, self._store
        assert result is not None

        def work(progress: Progress) -> Made:
            if options.language in ("", language()):
                return make(result, options, progress)
            from trustcheck.app.portraits.another_language import told_again

            with application.speak_apart(options.language):
                return make(told_again(result, application.catalog, store), options, progress)

        return work

    def _refused(self, refused: Refused) -> None:
        self._page.show_refused(refused)


def summary_of(result: PersonalResult | GroupResult) -> RoundSummary:
    return result.round.summary if isinstance(result, PersonalResult) else result.summary


def _for_one(options: ReportOptions) -> ReportOptions:
    """One person's report wears nothing of a client."""
    return replace(options, edition=None, logo=b"", accent="", closing_words="", sections=())


def _preferred_options(settings: Settings, today: date) -> ReportOptions:
    return ReportOptions(date=today, paper=Paper(settings.paper), prepared_by=settings.prepared_by)
