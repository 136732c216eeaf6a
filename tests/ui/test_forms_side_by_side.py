"""A full check, a pulse and both together: no page, slide or report sets numbers of one beside those of the other.

Only what rests on the twelve questions that both ask may stand beside each other. The checks are made so that their
numbers on all questions, on the twelve and of the pulse are different ones: whichever is said is known by itself. Rows
of lists and exports are looked at in ``test_two_forms_apart.py``.
"""

import re
from datetime import date
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn
from pytestqt.qtbot import QtBot

from tests.group_builders import STAFF, shipped
from tests.report.portraits import A4
from tests.report.reading import pages_of
from tests.surfaces import said_on, window_of_group, window_of_one_person
from tests.two_forms import (
    Numbers,
    alone,
    beside,
    checks,
    means,
    numbers,
    one_beside,
    result_of,
    scores,
)
from trustcheck.app.portraits.group_comparison import compare_groups
from trustcheck.app.portraits.result import result_of as result_of_one
from trustcheck.app.portraits.since_last_time import LookBack
from trustcheck.app.presenting.checks_so_far import checks_so_far
from trustcheck.app.presenting.group_themes import last_time_drawn
from trustcheck.app.workshop.slides import deck
from trustcheck.charts.scene import Label
from trustcheck.domain.checks.round import PlacedPromise, Promise
from trustcheck.domain.questionnaire.model import Form
from trustcheck.report.maker import make_report
from trustcheck.report.slides.deck import make_slides
from trustcheck.report.web.page import make_web_report
from trustcheck.report.word.document import make_word_report
from trustcheck.ui.kit.look import Look
from trustcheck.ui.organisations.all_promises_page import AllPromisesPage
from trustcheck.ui.presenter.presenter_page import PresenterPage
from trustcheck.ui.results.group_since_page import GroupSincePage
from trustcheck.ui.results.promise_page import PromisePage
from trustcheck.ui.results.promises_view import PromisesView
from trustcheck.ui.results.since_page import SincePage

TODAY = date(2026, 11, 30)
BOTH_WAYS = pytest.mark.parametrize(("then", "now"), [("pulse", "newest"), ("second", "pulse")])


@pytest.fixture
def full() -> Numbers:
    return means(result_of("newest"))


@pytest.fixture
def short(full: Numbers) -> Numbers:
    found = means(result_of("pulse"))
    assert not full & found
    return found


def test_on_the_twelve_the_newest_says_another_number_than_on_all_questions(full: Numbers, short: Numbers) -> None:
    """Else nothing here could be seen."""
    since = beside("pulse", "newest").since
    assert since is not None
    assert since.first is not None
    compared = since.first.changes.values()

    assert since.first.shared == len(shipped().pulse)
    assert {each.then for each in compared} <= short
    assert not {each.now for each in compared} & (full | short)


@BOTH_WAYS
def test_no_page_of_a_result_says_a_number_of_the_other_form(look: Look, qtbot: QtBot, then: str, now: str) -> None:
    other = means(result_of(then))
    own = means(result_of(now))
    said = window_of_group(look, beside(then, now))

    assert own <= numbers(said)
    assert not other & numbers(said)
    assert last_time_drawn(beside(then, now)) == ""


@BOTH_WAYS
def test_the_page_since_last_time_sets_only_the_twelve_beside_each_other(
    look: Look, qtbot: QtBot, then: str, now: str
) -> None:
    page = GroupSincePage(look)
    qtbot.addWidget(page)
    since = beside(then, now).since
    assert since is not None
    page.show_back(LookBack((getattr(checks(), then).summary,), since))
    full = means(result_of(now if result_of(now).summary.form is Form.FULL else then))
    assert since.first is not None
    compared = {each for change in since.first.changes.values() for each in (change.then, change.now)}

    assert compared <= numbers(said_on(page))
    assert not full & numbers(said_on(page))


def test_a_pulse_is_in_no_line_with_full_checks(short: Numbers) -> None:
    comparisons = [compare_groups(each, checks().newest) for each in (checks().first, checks().second, checks().pulse)]

    lines = checks_so_far(result_of("newest"), comparisons, STAFF)

    assert len(lines) == 2
    for line in lines:
        assert [each.on.month for each in line.points] == [2, 4, 8]
        assert not short & {each.mean for each in line.points}
    assert checks_so_far(result_of("newest"), comparisons[1:], STAFF) == []


@BOTH_WAYS
def test_nowhere_on_the_wall_stands_a_number_of_the_other_form(then: str, now: str) -> None:
    own, other, told = means(result_of(now)), means(result_of(then)), set()
    for slide in deck(beside(then, now)):
        chart = slide.draw(1100.0, 29.0) if slide.draw is not None else None
        drawn = [each.text for each in chart.shapes if isinstance(each, Label)] if chart is not None else []
        said = numbers([*slide.lines, *slide.told, *drawn, chart.sentence if chart else ""])
        assert not other & said, slide.id
        told |= said
    assert own <= told


@BOTH_WAYS
def test_whoever_leads_a_session_reads_no_number_of_the_other_form_on_any_slide(
    look: Look, qtbot: QtBot, then: str, now: str
) -> None:
    page = PresenterPage(look)
    qtbot.addWidget(page)
    page.show_workshop(beside(then, now), TODAY)
    assert page.session is not None
    told: set[int] = set()
    for slide in page.session.slides:
        page.go_to(slide.id)
        told |= numbers([*said_on(page), *(slide.notes.asks if slide.notes else ())])

    assert means(result_of(now)) <= told
    assert not means(result_of(then)) & told


def test_no_page_of_a_report_holds_numbers_of_both(full: Numbers, short: Numbers) -> None:
    pages = pages_of(make_report(beside("pulse", "newest"), A4).pdf)
    compared = [page for page in pages if "asked in the same words both times" in page]

    assert any(full <= numbers([page]) for page in pages)
    assert compared
    assert all(short & numbers([page]) for page in compared)
    assert [number for number, page in enumerate(pages) if short & numbers([page]) and page not in compared] == []
    assert all("Twelve questions were asked in the same words both times" in page for page in compared)


@BOTH_WAYS
def test_a_document_holds_numbers_of_both_in_its_chapter_on_last_time_alone(then: str, now: str) -> None:
    other, said = means(result_of(then)), chapters(make_word_report(beside(then, now), A4))

    of_both = [title for title, words in said.items() if other & numbers([words])]
    assert all("asked in the same words both times" in said[title] for title in of_both)
    assert any(means(result_of(now)) <= numbers([words]) for words in said.values())
    assert bool(of_both) is (result_of(then).summary.form is Form.PULSE)


@BOTH_WAYS
def test_nor_does_one_page_for_a_browser(then: str, now: str) -> None:
    other, page = means(result_of(then)), make_web_report(beside(then, now), A4).decode()
    said = [re.sub(r"<[^>]+>", " ", each) for each in re.split(r"<h2\b", page)]

    of_both = [words for words in said if other & numbers([words])]
    assert all("asked in the same words both times" in words for words in of_both)
    assert any(means(result_of(now)) <= numbers([words]) for words in said)
    assert bool(of_both) is (result_of(then).summary.form is Form.PULSE)


@BOTH_WAYS
def test_nor_is_there_a_number_of_the_other_form_in_a_presentation(then: str, now: str) -> None:
    with ZipFile(BytesIO(make_slides(beside(then, now), A4))) as packed:
        parts = [each for each in packed.namelist() if re.match(r"ppt/(slides|notesSlides)/\w+\.xml$", each)]
        said = {name: numbers(re.findall(r"<a:t>([^<]*)</a:t>", packed.read(name).decode())) for name in parts}

    assert any("notesSlides" in name for name in said)
    assert means(result_of(now)) <= frozenset().union(*said.values())
    assert [name for name, told in said.items() if means(result_of(then)) & told] == []


def chapters(document: bytes) -> dict[str, str]:
    """By its title every word of a chapter, and what its charts are said to be."""
    found, title = {"": ""}, ""
    for each in Document(BytesIO(document)).element.body:
        words = " ".join("".join(part.itertext()) for part in each.iter(qn("w:t")))
        if _is_heading(each):
            title = words
        told = [drawn.get("descr") or "" for drawn in each.iter(qn("wp:docPr"))]
        found[title] = " ".join((found.get(title, ""), words, *told))
    return found


def _is_heading(paragraph: Any) -> bool:
    return any(each.get(qn("w:val")) == "Heading1" for each in paragraph.iter(qn("w:pStyle")))


def promised(text: str = "Ask before I sign") -> Promise:
    return Promise(text, date(2027, 3, 1), questions=("SS1", "GI1"))


@BOTH_WAYS
def test_promises_stand_beside_no_number_of_either_form(look: Look, qtbot: QtBot, then: str, now: str) -> None:
    """A check's own page of promises, and that of all organisations with those of both forms in one list."""
    page, everywhere = PromisePage(look, together=True), AllPromisesPage(look)
    for each in (page, everywhere):
        qtbot.addWidget(each)
    result = beside(then, now)
    page.show_promises(PromisesView((promised(),), promised(), TODAY, result.questionnaire, STAFF))
    summaries = (getattr(checks(), each).summary for each in (then, now))
    kept = tuple(PlacedPromise(each.organisation, each.id, each.kind, promised()) for each in summaries)
    everywhere.show_promises(kept, TODAY)

    for said in (said_on(page), said_on(everywhere)):
        assert any("Ask before I sign" in each for each in said)
        assert not (means(result_of(then)) | means(result_of(now))) & numbers(said)


# One person alone.


def test_of_one_person_the_twelve_say_other_numbers_too() -> None:
    """Else nothing here could be seen."""
    full, short = (scores(result_of_one(alone()[each])) for each in ("newest", "pulse"))
    since = one_beside("pulse", "newest").since
    assert since is not None
    now = {round(each.change.now) for each in since.pillars if each.change is not None}

    assert since.shared == len(shipped().pulse)
    assert now
    assert not full & short
    assert not now & (full | short)


@BOTH_WAYS
def test_no_page_of_one_person_says_a_number_of_the_other_form(look: Look, qtbot: QtBot, then: str, now: str) -> None:
    result = one_beside(then, now)
    said = window_of_one_person(look, result)

    assert scores(result) <= numbers(said)
    assert not scores(result_of_one(alone()[then])) & numbers(said)


@BOTH_WAYS
def test_one_person_s_page_since_last_time_says_no_number_of_a_full_check(
    look: Look, qtbot: QtBot, then: str, now: str
) -> None:
    page = SincePage(look)
    qtbot.addWidget(page)
    result = one_beside(then, now)
    assert result.since is not None
    page.show_comparison(result.since)
    full = scores(result_of_one(alone()[then if now == "pulse" else now]))
    compared = {round(each) for of in result.since.pillars if of.change for each in (of.change.then, of.change.now)}

    assert compared <= numbers(said_on(page))
    assert not full & numbers(said_on(page))


@BOTH_WAYS
def test_one_person_s_paper_sets_them_beside_each_other_nowhere_else(then: str, now: str) -> None:
    result = one_beside(then, now)
    own, other = scores(result), scores(result_of_one(alone()[then]))
    pages = pages_of(make_report(result, A4).pdf)
    said = chapters(make_word_report(result, A4))

    for told in (pages, list(said.values())):
        assert own <= numbers(told)
        both = [words for words in told if other & numbers([words])]
        assert bool(both) is (then == "pulse")
        assert all("Twelve questions were asked in the same words by both; only they are" in words for words in both)
