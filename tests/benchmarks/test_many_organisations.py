"""Many organisations with ten checks each beside ten: reading the list, and having it on the screen.

A run with every change has twelve, one that measures two hundred, the long one the promised thousand.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter

import pytest
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from tests import builders, group_builders
from trustcheck import assets
from trustcheck.app.organisations import by_need, end_of_month
from trustcheck.app.ports import NewGroupRound
from trustcheck.domain.checks.round import OrganisationSummary, PlacedPromise, Promise, RoundState, RoundSummary
from trustcheck.storage.store import SqliteStore, open_store
from trustcheck.ui.kit.look import Look, Taste, load_fonts, read_theme
from trustcheck.ui.organisations.organisations_page import OrganisationsPage
from trustcheck.ui.organisations.organisations_view import OrganisationLine, OrganisationsView

FEW, CHECKS, RUNS = 10, 10, 9
TODAY = date(2026, 11, 22)
ASKED = builders.questionnaire()


def filled(path: Path, organisations: int) -> SqliteStore:
    store = open_store(str(path))
    setup = group_builders.setup()
    for at in range(organisations):
        organisation_id = store.organisations.add(f"Client {at:04}")
        for _check in range(CHECKS):
            round_id = store.groups.prepare(NewGroupRound(organisation_id, ASKED, setup, TODAY))
        store.rounds.save_promise(round_id, Promise("Publish the backlog", TODAY))
    return store


def middle(work: Callable[[], object]) -> float:
    """Milliseconds, the median of a few runs after one to warm up."""
    work()
    taken = []
    for _run in range(RUNS):
        begun = perf_counter()
        work()
        taken.append(perf_counter() - begun)
    return median(taken) * 1000


def promised(store: SqliteStore) -> tuple[PlacedPromise, ...]:
    return store.organisations.promises_due(end_of_month(TODAY))


def reading(store: SqliteStore) -> OrganisationsView:
    lines = tuple(OrganisationLine(each, TODAY) for each in by_need(store.organisations.summaries(), TODAY))
    return OrganisationsView(lines, store.path, TODAY, promised=promised(store))


def closed(view: OrganisationsView) -> OrganisationsView:
    """The same with every newest check closed, so that each row has the most to say."""
    summaries = [replace(each.summary, open=None, last=_closed(each.summary)) for each in view.lines]
    return replace(view, lines=tuple(OrganisationLine(each, TODAY) for each in by_need(summaries, TODAY)))


def _closed(summary: OrganisationSummary) -> RoundSummary:
    assert summary.open is not None
    return replace(summary.open, state=RoundState.CLOSED, closed_on=date(2026, 9, 4))


def showing(page: OrganisationsPage, view: OrganisationsView) -> None:
    """Filled, laid out and painted."""
    page.show_organisations(view)
    loop = QEventLoop()
    QTimer.singleShot(0, loop.quit)
    loop.exec()
    page.grab()


def finding(page: OrganisationsPage, view: OrganisationsView) -> None:
    page.list.show_lines(view.lines, "client 0007")
    page.list.search.show_words("")


THOUSAND = pytest.param(1000, marks=[pytest.mark.benchmark, pytest.mark.long])


@pytest.mark.parametrize("many", [12, pytest.param(200, marks=pytest.mark.benchmark), THOUSAND])
def test_many_organisations_beside_ten(qapp: QApplication, tmp_path: Path, many: int) -> None:
    load_fonts(assets.path("fonts"))
    look = Look(Taste(read_theme(assets.path("themes", "light.toml")), less_motion=True), assets.path("icons"))
    page = OrganisationsPage(look)
    page.resize(1056, 800)
    page.show()
    names = ("reading the list", "what was promised", "putting in order", "on the screen", "finding one")
    figures: dict[str, list[float]] = {name: [] for name in names}
    for number in (FEW, many):
        store = filled(tmp_path / f"{number}.trustcheck", number)
        view = reading(store)
        figures["reading the list"].append(middle(partial(reading, store)))
        figures["what was promised"].append(middle(partial(promised, store)))
        figures["putting in order"].append(middle(partial(closed, view)))
        view = closed(view)
        figures["on the screen"].append(middle(partial(showing, page, view)))
        figures["finding one"].append(middle(partial(finding, page, view)))
        store.close()
    page.deleteLater()

    print(f"\n{'':18}{FEW:>6} ms{many:>7} ms   times")
    for name, (short, long) in figures.items():
        print(f"{name:18}{short:>9.1f}{long:>10.1f}{long / short:>8.1f}")
    assert all(figure > 0 for figures_of_one in figures.values() for figure in figures_of_one)
