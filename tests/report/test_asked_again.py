"""A promise asked again on paper: what it says stands with the promise, and a form for it asks nothing else."""

import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.forms import filled, order, saved, setup
from tests.group_builders import shipped
from tests.report.group_portraits import promised
from tests.report.portraits import A4, library_round
from tests.report.said import said
from trustcheck.app.portraits.result import result_of
from trustcheck.app.ports import Edition
from trustcheck.app.results.retest import MovedAgain, QuestionAgain, Retest, RetestView
from trustcheck.domain.checks.retests import asked_of, mini_pulse
from trustcheck.domain.checks.round import RetestOf, RoundKind
from trustcheck.domain.privacy.suppressed import Suppressed, too_few
from trustcheck.domain.questionnaire.model import Perspective
from trustcheck.domain.statistics.change import ChangeKind
from trustcheck.exchange.forms.returned import read_returned
from trustcheck.report.maker import outline_of

STAFF = Perspective.STAFF
CHANGED, CHANCE = ChangeKind.CHANGED, ChangeKind.COULD_BE_CHANCE


def again(kind: RoundKind, moved: MovedAgain | Suppressed) -> Retest:
    summary = library_round().summary
    of = replace(summary, kind=kind, closed_on=date(2026, 12, 1), retests=RetestOf(summary.id, 1))
    return Retest(of, (QuestionAgain("SI1", "Leaders here tell staff bad news."),), (RetestView(STAFF, 12, 11, moved),))


@pytest.mark.parametrize("edition", [Edition.FACILITATOR, Edition.STAFF])
def test_a_groups_report_says_with_the_promise_whether_it_moved(edition: Edition) -> None:
    moved = replace(promised(), retests=(again(RoundKind.GROUP, MovedAgain(CHANGED, 10, 40)),))

    words = said(outline_of(moved, replace(A4, edition=edition)))

    assert "Asked again on 1 December 2026. Moved up, by 10 to 40 points (12 answered then, 11 now)." in words


def test_what_is_hidden_is_not_told_yet_on_paper_either() -> None:
    hidden = replace(promised(), retests=(again(RoundKind.GROUP, Suppressed(too_few(5))),))

    words = said(outline_of(hidden, replace(A4, edition=Edition.STAFF)))

    assert "Cannot be told yet: not shown, to protect people" in words


def test_one_persons_report_says_it_with_the_interval() -> None:
    result = replace(result_of(library_round()), retests=(again(RoundKind.PERSONAL, MovedAgain(CHANCE, -8, 100)),))

    words = said(outline_of(result, A4))

    assert "Cannot be told yet; the difference lies between \u22128 and 100 points." in words


def test_a_form_for_it_asks_its_questions_and_comes_back_with_them(tmp_path: Path) -> None:
    of = order(asks=mini_pulse(shipped(), ("SI1", "SI4")))
    of = replace(of, setup=asked_of(setup()))
    saved(tmp_path, "form.pdf", filled(of, {"SI1": "4", "SI4": "dk"}))

    (file,) = read_returned(of, [str(tmp_path)], (), clock=time.thread_time).files

    assert (file.why, file.asked, file.answered) == (None, 2, 2)
