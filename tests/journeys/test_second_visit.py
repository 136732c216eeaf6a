"""A consultant's second visit: from the organisations to a report page that says what changed, by keyboard."""

import csv
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from scipy import stats

from tests.group_builders import shipped
from tests.person.keyboard import Person
from tests.person.program import Program
from trustcheck import assets
from trustcheck.app.application import Application
from trustcheck.domain.statistics.points import apart, whole
from trustcheck.ui.kit.charts import ChartView
from trustcheck.ui.results.report_page import ReportPage
from trustcheck.ui.shell.places import Place

Scores = dict[str, list[float]]
THEMES = {each.id: each.name for each in shipped().themes}
REWORDED = "FR3"


def theme_scores(folder: str, view: str, *, without: str = REWORDED) -> Scores:
    """By theme what each person of a view scores, worked out here from the file: the fourth question is turned."""
    with assets.path("samples", folder, "answers.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["perspective"] == view]
    found: Scores = {theme: [] for theme in THEMES}
    for row in rows:
        for theme, scores in found.items():
            items = [f"{theme}{at}" for at in (1, 2, 3, 4) if f"{theme}{at}" != without]
            points = [
                6 - int(row[each]) if each[-1] == "4" else int(row[each]) for each in items if row[each].isdigit()
            ]
            applicable = len(items) - sum(row[each] == "na" for each in items)
            if len(points) >= 2 and 2 * len(points) >= applicable:
                scores.append(25 * (float(np.mean(points)) - 1))
    return found


def lines(view: str, left_out: str = "") -> dict[str, str]:
    """By theme what its line must say: then, now, and what that amounts to."""
    then, now = theme_scores("team", view), theme_scores("second-visit", view)
    return {name: _said(then[theme], now[theme]) for theme, name in THEMES.items() if theme != left_out}


def _said(then: list[float], now: list[float]) -> str:
    moved = float(np.mean(now) - np.mean(then))
    around = stats.ttest_ind(now, then, equal_var=False).confidence_interval(0.95)
    excludes = around.low > 0 or around.high < 0
    points = apart(round(moved, 9))
    if abs(points) < 5:
        words = "about the same"
    elif excludes and abs(moved) >= 12.5:
        words = f"{'up' if moved > 0 else 'down'} {abs(points)}"
    else:
        words = "moved a little" if excludes else "moved, could be chance"
    return f"{whole(round(float(np.mean(then)), 9))} then, {whole(round(float(np.mean(now)), 9))} now, {words}"


def says_what_became_of_the_promises(person: Person) -> None:
    person.arrives_at(Place.ASKED)
    person.sees("First: what became of the three promises?")
    for steps in (1, 2, 1):
        person.tab_to("still open")
        for _step in range(steps):
            person.press(Qt.Key.Key_Right)
        person.press(Qt.Key.Key_Space)
    person.choose("On to the result")
    person.arrives_at(Place.OVERVIEW)


def test_a_second_visit_ends_with_a_page_on_what_changed(
    program: Callable[[], Program], application: Application, tmp_path: Path
) -> None:
    application.settings.save(replace(application.settings.load(), working="organisations"))
    application.make_second_visit(str(tmp_path / "council.trustcheck"))
    running = program()
    person = running.start(str(tmp_path / "council.trustcheck"))
    person.arrives_at(Place.HOME)
    person.choose("Open: Bellwater Council")
    person.arrives_at(Place.ORGANISATION)
    person.choose("Look at it, check of 19 March 2027")
    says_what_became_of_the_promises(person)

    # The comparison is worked out behind the overview; its page is offered once it is there.
    entries = running.window.sidebar.findChildren
    person.waits_for(
        lambda: any(each.accessibleName() == "Since last time" and each.isVisible() for each in entries(QWidget))
    )
    person.waits_for(lambda: not running.is_busy)
    person.choose("Since last time")
    person.arrives_at(Place.SINCE)
    person.sees("Staff describe more of Straight information than in September 2026.")
    person.sees("14 staff then, 15 now, not all of them the same people.")
    person.sees("39 questions were asked in the same words both times; only they are compared.")
    person.sees("\u201d (Tom Okafor): partly.")
    page = running.window.page(Place.SINCE)
    drawn = " ".join(each.accessibleName() for each in page.findChildren(ChartView))
    for view, left_out in (("staff", ""), ("leader", "FR")):
        for name, said in lines(view, left_out).items():
            assert f"{name}: {said}, the difference" in drawn
    assert "Fair response: asked otherwise." in drawn

    person.press(Qt.Key.Key_6, Qt.KeyboardModifier.ControlModifier)
    person.arrives_at(Place.REPORT)
    report = running.window.page(Place.REPORT)
    assert isinstance(report, ReportPage)
    person.waits_for(report.save_button.isEnabled)
    running.files.to_save = str(tmp_path / "report.pdf")
    person.choose("Save PDF")
    person.sees("Saved as")
    pages = [" ".join(each.extract_text().split()) for each in PdfReader(tmp_path / "report.pdf").pages]
    (since,) = (each for each in pages if "SINCE LAST TIME" in each)
    assert "Staff describe more of Straight information than in September 2026" in since
    assert "Promised on 25 September 2026, and what became of it" in since
    assert "in the same type size.\u201d (Marit Dahl): done." in since
    assert "up 21 (+10 to +31)" in since
    assert "Real voices was lowest among staff then." in since
