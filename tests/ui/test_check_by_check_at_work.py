"""A third check in the window: any earlier one can be compared with, and all of them stand as lines."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication

from tests.patience import PatientBot
from tests.result_window import ResultWindow
from trustcheck import assets
from trustcheck.app.ports import NewGroupRound
from trustcheck.app.samples import fill_second_visit
from trustcheck.bootstrap import SECOND_VISIT, build
from trustcheck.domain.checks.group_round import Sheet
from trustcheck.domain.questionnaire.model import Questionnaire
from trustcheck.exchange.samples import read_second_visit
from trustcheck.ui.kit.charts import ChartView
from trustcheck.ui.results.group_since_page import GroupSincePage
from trustcheck.ui.shell.places import Place


def answered_anew(sheet: Sheet, asked: Questionnaire) -> Sheet:
    """What this person said to each question is said to the one after it."""
    given = dict(sheet.response)
    moved = {each: given[before] for before, each in zip(asked.order, asked.order[1:], strict=False) if before in given}
    return Sheet(replace(sheet.response, answers=moved))


@pytest.mark.usefixtures("fonts")
def test_a_third_check_is_compared_with_either_and_drawn_with_both(
    tmp_path: Path, qapp: QApplication, request: pytest.FixtureRequest
) -> None:
    application, path = build({"TRUSTCHECK_DATA": str(tmp_path)}), str(tmp_path / "council.trustcheck")
    asked = application.catalog.questionnaire(application.catalog.shipped()[0])
    visit = read_second_visit(assets.path("samples", SECOND_VISIT), asked)
    store = application.open_store(path)
    first, second = fill_second_visit(store, replace(visit, promised=()), asked)
    place = store.groups.setup(second)[0].organisation.id
    third = store.groups.prepare(NewGroupRound(place, asked, visit.second.setup, date(2027, 9, 6)))
    store.groups.open(third)
    store.sheets.add(third, [answered_anew(each, asked) for each in visit.second.sheets])
    store.groups.close(third, date(2027, 9, 24))
    for round_id in (first, second):
        store.rounds.take_back_promise(round_id, 1)
    store.close()
    waits = PatientBot(request).waitUntil
    shown = ResultWindow(application, qapp, waits)
    shown.open(path, {"third": third})
    shown.take_up("third")
    page = shown.go(Place.SINCE)
    assert isinstance(page, GroupSincePage)

    waits(lambda: any("September 2027" in each.accessibleName() for each in page.findChildren(ChartView)))
    assert "March 2027" in page.announcement()
    page.other_check_chosen.emit(1)
    waits(lambda: "September 2026" in page.announcement() and not QThreadPool.globalInstance().activeThreadCount())
    waits(lambda: any("September 2027" in each.accessibleName() for each in page.findChildren(ChartView)))
    shown.window.close()
    shown.window.deleteLater()
