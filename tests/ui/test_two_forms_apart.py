"""A full form and a short one never stand beside each other with their numbers: whoever says yes scores them apart.

One data file holds both, of one person and of a team. Lists, reports and exports are all there is that could show two
checks at once; a comparison goes by the questions both asked (:mod:`trustcheck.domain.questionnaire.model`).
"""

import csv
import json
import os
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from python_calamine import CalamineWorkbook

from tests.report.portraits import A4
from tests.sample_checks import made, shipped
from tests.surfaces import report_says, said_on
from trustcheck.app.carrying.export_lines import lines_of
from trustcheck.app.carrying.export_making import parcel_of
from trustcheck.app.portraits.check_reading import reading_of_check
from trustcheck.app.portraits.result import group_result_of, result_of
from trustcheck.app.ports import Store
from trustcheck.app.results.group import Shown
from trustcheck.bootstrap import build
from trustcheck.domain.checks.round import RoundKind, RoundSummary
from trustcheck.domain.questionnaire.model import Form, Perspective, shared_questions
from trustcheck.domain.statistics.points import whole
from trustcheck.exchange.exports.formats import export_bytes, formats
from trustcheck.report.maker import make_report
from trustcheck.ui.home.home_page import CheckRow, HomePage
from trustcheck.ui.home.home_view import HomeRow, HomeView
from trustcheck.ui.kit.look import Look
from trustcheck.ui.organisations.organisation_page import RoundRow
from trustcheck.ui.organisations.organisation_rows import OrganisationRow
from trustcheck.ui.organisations.organisations_view import OrganisationLine

TODAY = date(2026, 12, 1)
WINDOW = Path(__file__).parents[2] / "trustcheck" / "ui"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    application = build(os.environ)
    path = str(tmp_path_factory.mktemp("both") / "both.trustcheck")
    made(application, path, shipped(application))
    opened = application.open_store(path)
    yield opened
    opened.close()


def checks(store: Store, form: Form) -> list[RoundSummary]:
    found = [each for each in store.rounds.summaries() if each.form is form]
    assert {each.kind for each in found} == set(RoundKind), "both kinds of check are needed to see anything"
    return found


def test_no_row_says_a_number_of_a_short_form(store: Store, look: Look, qtbot: QtBot) -> None:
    organisations = {each.organisation.id: each for each in store.organisations.summaries()}
    for form in Form:
        for summary in checks(store, form):
            reading = reading_of_check(store, summary)
            of_place = OrganisationRow(look, OrganisationLine(organisations[summary.organisation.id], TODAY))
            of_check = RoundRow(look, summary)
            rows = (of_check, of_place, CheckRow(look, HomeRow(summary, reading=reading)))
            for row in rows:
                qtbot.addWidget(row)
            of_check.show_reading(reading)
            of_place.show_reading(reading)
            assert reading is not None
            for row in rows:
                told = [each for each in said_on(row) if each in (reading.words, reading.about, reading.sentence)]
                assert told, f"{type(row).__name__} says nothing of what was read"
                numbers = re.findall(r"\d+", " ".join(told))
                assert not numbers if form is Form.PULSE else numbers, told
            assert bool(reading.marks) is (form is Form.FULL)


def test_home_says_of_both_forms_in_one_list_no_number_of_the_short_one(store: Store, look: Look, qtbot: QtBot) -> None:
    page, summaries = HomePage(look), store.rounds.summaries()
    qtbot.addWidget(page)
    rows = tuple(HomeRow(each, reading=reading_of_check(store, each)) for each in summaries)
    page.show_home(HomeView(rows, "both.trustcheck", TODAY))
    full, short = (
        {number for each in checks(store, form) for number in pillars_of(store, each)}
        for form in (Form.FULL, Form.PULSE)
    )
    only_short, said = short - full, {int(each) for words in said_on(page) for each in re.findall(r"\d+", words)}

    assert only_short
    assert not only_short & said
    assert len(full & said) >= 4


def pillars_of(store: Store, summary: RoundSummary) -> set[int]:
    """What its result says of the pillars, in whole points."""
    if summary.kind is RoundKind.PERSONAL:
        alone = result_of(store.rounds.round(summary.id))
        return {whole(each.score) for each in alone.pillars if each.score is not None}
    views = (each.views.values() for each in group_result_of(store.groups.round(summary.id)).pillars)
    return {value.mean for some in views for value in some if isinstance(value, Shown)}


def test_every_list_of_the_window_asks_for_that_reading_and_for_no_other() -> None:
    asking = {path.name for path in WINDOW.rglob("*.py") if "reading_of_check(" in path.read_text(encoding="utf-8")}
    other = {
        path.name
        for path in WINDOW.rglob("*.py")
        if re.search(r"reading_of_(group|one_person)", path.read_text(encoding="utf-8"))
    }

    assert asking == {"home.py", "organisation_list.py", "organisation_desk.py"}
    assert other == set()


def test_a_report_speaks_of_one_form_and_says_what_the_other_would_make_of_yes(store: Store) -> None:
    for summary in (*checks(store, Form.FULL), *checks(store, Form.PULSE)):
        result = (
            group_result_of(store.groups.round(summary.id))
            if summary.kind is RoundKind.GROUP
            else result_of(store.rounds.round(summary.id))
        )
        said = " ".join(report_says(make_report(result, A4).pdf))
        assert "The two are compared only on the 12 they share" in said


def test_an_export_names_the_form_before_the_numbers_of_each_check(store: Store) -> None:
    lines = lines_of(parcel_of(store, ""))
    of_check: dict[tuple[str, int], list[str]] = {}
    for each in lines:
        of_check.setdefault((each.organisation, each.check), []).append(each.what)
        if each.what == "form":
            assert "compared only on the 12 they share" in each.text

    assert {each.answer for each in lines if each.what == "form"} == {"full", "pulse"}
    for told in of_check.values():
        assert told.count("form") == 1
        assert not {"overall", "pillar", "theme"} & set(told[: told.index("form")])


def test_every_file_that_is_exported_says_so_too(store: Store, tmp_path: Path) -> None:
    """The table and the workbook are those lines; what comes back in holds each check with its form, alone."""
    parcel = parcel_of(store, "")
    lines = lines_of(parcel)
    made = {each.id: export_bytes(parcel, each) for each in formats()}
    assert {*made} == {"csv", "xlsx", "json", "ics"}

    (tmp_path / "made.xlsx").write_bytes(made["xlsx"])
    book = CalamineWorkbook.from_path(str(tmp_path / "made.xlsx"))
    rows = [row for name in book.sheet_names for row in book.get_sheet_by_name(name).to_python()[1:]]
    table = list(csv.reader(made["csv"].decode("utf-8-sig").splitlines()))[1:]
    for told in (rows, table):
        forms = [row for row in told if "form" in row]
        assert len(forms) == sum(each.what == "form" for each in lines)
        assert all(any("compared only on the 12 they share" in str(cell) for cell in row) for row in forms)
    for organisation in json.loads(made["json"])["organisations"]:
        for check in organisation["checks"]:
            assert (check.get("form") or check["setup"]["form"]) in {"full", "pulse"}
    assert not re.search(r"\b(full|pulse|of 100)\b", made["ics"].decode())


def test_what_may_be_compared_are_the_twelve(store: Store) -> None:
    asked = store.rounds.round(
        next(each.id for each in checks(store, Form.FULL) if each.kind is RoundKind.PERSONAL)
    ).questionnaire
    shared = shared_questions(asked, asked, Perspective.STAFF, forms=(Form.FULL, Form.PULSE))

    assert set(shared) == set(asked.pulse)
    assert len(shared) == 12
