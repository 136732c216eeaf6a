"""Through every page there is of an open data file, and what each of them said."""

from collections.abc import Iterator
from pathlib import Path

import pypdf
from PySide6.QtWidgets import QApplication, QWidget

from tests.person.hearing import said_by
from tests.person.locked import settled
from tests.person.program import Program
from trustcheck.domain.checks.round import RoundKind, RoundState, RoundSummary
from trustcheck.ui.flow.check_flow import CheckFlow
from trustcheck.ui.results.group_reading import GroupReading
from trustcheck.ui.shell.places import Place

ALONE = (Place.OVERVIEW, Place.THEMES, Place.SAY_DO, Place.DRILL, Place.SUGGESTIONS, Place.PROMISE, Place.SINCE)
TOGETHER = (*ALONE[:-1], Place.GAPS, Place.UNSEEN, Place.STRENGTHS, Place.PRESENT)
Said = dict[tuple[str, ...], list[str]]


class Walk:
    """``said`` holds the words of each page by organisation, check and place, and those of each saved report."""

    def __init__(self, running: Program, folder: Path) -> None:
        self._running, self._person, self._folder = running, running.person, folder
        self.said: Said = {}
        folder.mkdir()

    @property
    def _flow(self) -> CheckFlow:
        assert self._running.navigator.flow is not None
        return self._running.navigator.flow

    def everything(self) -> Said:
        for each in self._flow.file.store.organisations.all():
            self._home()
            self._flow.group.organisations.show_organisation(each.id)
            self._person.arrives_at(Place.ORGANISATION)
            self._settle()
            self._keep(each.name, "", Place.ORGANISATION)
            for check in self._flow.file.store.rounds.of_organisation(each.id):
                self._check(check)
        self._home()
        self._keep("", "", Place.HOME)
        return self.said

    def _check(self, check: RoundSummary) -> None:
        what = f"{check.kind.value} {check.state.value} {check.started_on}"
        self._home()
        if check.kind is RoundKind.PERSONAL:
            self._flow.take_up_own(check.id)
            pages = ALONE if check.state is RoundState.CLOSED else ()
        else:
            self._flow.group.take_up(check.id)
            pages = TOGETHER if check.state is RoundState.CLOSED else ()
        first = pages[0] if pages else _FIRST[check.kind, check.state]
        self._person.arrives_at(first)
        name = check.organisation.name
        self._keep(name, what, first)
        for place in pages:
            self._goes(place)
            self._keep(name, what, place)
        if pages:
            self._themes(name, what)
            self._report(name, what)
        if check.kind is RoundKind.GROUP and check.state is not RoundState.PREPARING:
            self._goes(Place.COLLECT)
            self._goes(Place.SAY_DO)

    def _themes(self, name: str, what: str) -> None:
        self._goes(Place.THEMES)
        reading = self._flow.group.reading if self._flow.group_at_work else None
        if isinstance(reading, GroupReading):
            for theme in (reading.result.themes[0], reading.result.themes[-1]):
                reading.show_theme(theme.theme.id)
                self._keep(name, f"{what} {theme.theme.id}", Place.THEMES)

    def _report(self, name: str, what: str) -> None:
        target = self._folder / f"{len(self.said)}.pdf"
        self._running.files.to_save = str(target)
        self._goes(Place.REPORT)
        self._person.sees("This is the very file that will be saved.")
        self._flow.reporting.save()
        self._person.waits_for(target.exists)
        self._settle()
        self.said[name, what, "saved report"] = [page.extract_text() for page in pypdf.PdfReader(target).pages]

    def _home(self) -> None:
        self._running.navigator.go_home()
        self._person.arrives_at(Place.HOME)
        self._settle()

    def _goes(self, place: Place) -> None:
        self._running.navigator.go(place)
        self._person.arrives_at(place)
        self._settle()

    def _settle(self) -> None:
        self._person.waits_for(lambda: not self._running.is_busy)
        settled()

    def _keep(self, name: str, what: str, place: Place) -> None:
        self._settle()
        page = self._running.window.page(place)
        # Painted as well: some things only fail then.
        page.grab()
        self.said[name, what, place.value] = list(_shown_in(page))


def _shown_in(page: QWidget) -> Iterator[str]:
    QApplication.sendPostedEvents()
    for each in (page, *page.findChildren(QWidget)):
        if each.isVisibleTo(page):
            yield from (words for words in said_by(each) if words)


_FIRST = {
    (RoundKind.PERSONAL, RoundState.OPEN): Place.QUESTION,
    (RoundKind.GROUP, RoundState.PREPARING): Place.NEW_CHECK,
    (RoundKind.GROUP, RoundState.OPEN): Place.COLLECT,
}
