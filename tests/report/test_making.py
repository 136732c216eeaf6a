"""How a report is made: step by step, and stoppable."""

import threading

import pytest

from tests.report.portraits import A4, LETTER, library, pulse
from trustcheck.app.ports import Cancelled, Report
from trustcheck.report.maker import make_report


def test_progress_counts_up_to_the_end() -> None:
    steps: list[tuple[int, int]] = []
    make_report(library(), A4, lambda done, of: steps.append((done, of)))

    of = steps[0][1]
    assert steps == [(done, of) for done in range(1, of + 1)]


def test_making_stops_where_progress_says_so() -> None:
    def stop(done: int, of: int) -> None:
        if done == 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        make_report(library(), A4, stop)


def test_a_report_made_after_a_stopped_one_is_as_it_should_be() -> None:
    whole = make_report(library(), A4)
    test_making_stops_where_progress_says_so()

    assert make_report(library(), A4) == whole


def test_two_reports_made_at_the_same_time_do_not_disturb_each_other() -> None:
    alone = [make_report(library(), A4), make_report(pulse(), LETTER)]
    together: dict[int, Report] = {}
    threads = [
        threading.Thread(target=lambda: together.update({0: make_report(library(), A4)})),
        threading.Thread(target=lambda: together.update({1: make_report(pulse(), LETTER)})),
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert [together[0], together[1]] == alone
