"""A full check, a pulse and both together: no page, slide or report sets numbers of one beside those of the other.

Only what rests on the twelve questions that both ask may stand beside each other. The checks are made so that their
numbers on all questions, on the twelve and of the pulse are different ones: whichever is said is known by itself. Rows
of lists and exports are looked at in ``test_two_forms_apart.py``.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

import pytest
from pytestqt.qtbot import QtBot

from tests.group_builders import STAFF, group_round, setup, shipped
from tests.report.portraits import A4
from tests.report.reading import pages_of
from tests.surfaces import said_on, window_of_group
from trustcheck.app.portraits.group_comparison import compare_groups
from trustcheck.app.portraits.result import group_result_of
from trustcheck.app.portraits.since_last_time import LookBack
from trustcheck.app.presenting.checks_so_far import checks_so_far
from trustcheck.app.presenting.group_themes import last_time_drawn
from trustcheck.app.results.group import GroupResult, Shown
from trustcheck.app.workshop.slides import deck
from trustcheck.charts.scene import Label
from trustcheck.domain.checks.group_round import GroupRound
from trustcheck.domain.questionnaire.answers import Answer, Response
from trustcheck.domain.questionnaire.model import Form
from trustcheck.report.maker import make_report
from trustcheck.ui.kit.look import Look
from trustcheck.ui.results.group_since_page import GroupSincePage

PEOPLE = 16
Numbers = frozenset[int]


def check(at: int, form: Form, asked_shortly: float, others: float) -> GroupRound:
    """So many staff who answer the twelve questions around one point of the scale, and all others around another."""
    asked, sheets = shipped(), []
    for person in range(PEOPLE):
        given = {}
        for place, item in enumerate(each for each in asked.items if each.id in asked.asked(form)):
            level = asked_shortly if item.id in asked.pulse else others
            turn = (person * 5 + place * 3) % PEOPLE
            point = int(level) + (turn < PEOPLE * (level % 1)) + (turn in (1, 2)) - (turn in (13, 14))
            point = min(asked.high, max(1, point))
            given[item.id] = Answer(1 + asked.high - point if item.reverse else point)
        sheets.append(Response(STAFF, form, given))
    made = group_round(sheets, set_up=setup(0, PEOPLE + 3, form=form))
    days = replace(made.summary, id=at, started_on=date(2026, at, 1), closed_on=date(2026, at, 20))
    return replace(made, summary=days)


@dataclass(frozen=True)
class Checks:
    first: GroupRound
    second: GroupRound
    pulse: GroupRound
    newest: GroupRound


@cache
def checks() -> Checks:
    return Checks(
        check(2, Form.FULL, 2.6, 3.5),
        check(4, Form.FULL, 2.5, 3.6),
        check(6, Form.PULSE, 4.3, 0),
        check(8, Form.FULL, 2.2, 3.8),
    )


@cache
def result_of(at: str) -> GroupResult:
    return group_result_of(getattr(checks(), at))


def beside(then: str, now: str) -> GroupResult:
    return replace(result_of(now), since=compare_groups(getattr(checks(), then), getattr(checks(), now)))


def means(result: GroupResult) -> Numbers:
    values = [each.views[STAFF] for each in result.pillars] + [result.overall[STAFF]]
    assert all(isinstance(each, Shown) for each in values)
    return frozenset(each.mean for each in values if isinstance(each, Shown))


@pytest.fixture
def full() -> Numbers:
    return means(result_of("newest"))


@pytest.fixture
def short(full: Numbers) -> Numbers:
    found = means(result_of("pulse"))
    assert not full & found
    return found


def numbers(said: Iterable[str]) -> Numbers:
    return frozenset(int(each) for text in said for each in re.findall(r"(?<![\d.])\d+(?![\d.]*\d)", text))


def test_on_the_twelve_the_newest_says_another_number_than_on_all_questions(full: Numbers, short: Numbers) -> None:
    """Else nothing here could be seen."""
    since = beside("pulse", "newest").since
    assert since is not None
    assert since.first is not None
    compared = since.first.changes.values()

    assert since.first.shared == len(shipped().pulse)
    assert {each.then for each in compared} <= short
    assert not {each.now for each in compared} & (full | short)


@pytest.mark.parametrize(("then", "now"), [("pulse", "newest"), ("second", "pulse")])
def test_no_page_of_a_result_says_a_number_of_the_other_form(look: Look, qtbot: QtBot, then: str, now: str) -> None:
    other = means(result_of(then))
    own = means(result_of(now))
    said = window_of_group(look, beside(then, now))

    assert own <= numbers(said)
    assert not other & numbers(said)
    assert last_time_drawn(beside(then, now)) == ""


@pytest.mark.parametrize(("then", "now"), [("pulse", "newest"), ("second", "pulse")])
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


def test_nowhere_on_the_wall_stands_a_number_of_the_pulse(short: Numbers) -> None:
    for slide in deck(beside("pulse", "newest")):
        chart = slide.draw(1100.0, 29.0) if slide.draw is not None else None
        drawn = [each.text for each in chart.shapes if isinstance(each, Label)] if chart is not None else []
        assert not short & numbers([*slide.lines, *slide.told, *drawn, chart.sentence if chart else ""]), slide.id


def test_no_page_of_a_report_holds_numbers_of_both(full: Numbers, short: Numbers) -> None:
    pages = pages_of(make_report(beside("pulse", "newest"), A4).pdf)
    compared = [page for page in pages if "asked in the same words both times" in page]

    assert any(full <= numbers([page]) for page in pages)
    assert compared
    assert all(short & numbers([page]) for page in compared)
    assert [number for number, page in enumerate(pages) if short & numbers([page]) and page not in compared] == []
    assert all("Twelve questions were asked in the same words both times" in page for page in compared)
