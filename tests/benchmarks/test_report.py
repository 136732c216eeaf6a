"""The report beside its floor: the same pages drawn straight and untagged with ReportLab, in one warm process."""

from dataclasses import replace
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

import pytest

from tests.benchmarks.plain_report import PlainReport, register_faces, told_what_is_printed
from tests.report.group_portraits import northgate
from tests.report.portraits import A4, WITH_QUESTIONS, library, noting
from tests.report.reading import words_of
from trustcheck.app.ports import Edition
from trustcheck.report.maker import SIZES, make_report, outline_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tests.figures import Figures
    from trustcheck.app.ports import ReportOptions
    from trustcheck.app.results.group import GroupResult
    from trustcheck.app.results.personal import PersonalResult
    from trustcheck.report.document.parts import Section

ROUNDS = 9


def _plain(result: "PersonalResult | GroupResult", options: "ReportOptions", sections: "Sequence[Section]") -> bytes:
    outline = replace(outline_of(result, options), sections=tuple(sections))
    return PlainReport(outline, SIZES[options.paper], options.date).pdf()


def _interleaved(*works: "Callable[[], object]") -> list[float]:
    """The median seconds of each, taken in turns after one warm round."""
    taken: list[list[float]] = [[] for _ in works]
    for number in range(ROUNDS + 1):
        for work, times in zip(works, taken, strict=True):
            start = perf_counter()
            work()
            if number:
                times.append(perf_counter() - start)
    return [median(times) for times in taken]


SHORT = "staff, one page"
CASES = {
    "one person, eight pages": (library, A4),
    "one person, with every question": (library, WITH_QUESTIONS),
    "leaders, twelve pages": (northgate, A4),
    SHORT: (northgate, replace(A4, edition=Edition.STAFF)),
}


NAMES = [each if each == SHORT else pytest.param(each, marks=pytest.mark.benchmark) for each in CASES]


@pytest.mark.parametrize("name", NAMES)
def test_the_report_beside_the_same_pages_without_tags(name: str, print_figures: "Figures") -> None:
    register_faces()
    made, options = CASES[name]
    result: PersonalResult | GroupResult = made()
    with told_what_is_printed() as sections:
        ours = make_report(result, options).pdf
    floor = _plain(result, options, sections)
    here, there = _interleaved(lambda: make_report(result, options), lambda: _plain(result, options, sections))

    print_figures(
        f"{name:<32} {1000 * here:7.1f} ms   plain ReportLab {1000 * there:7.1f} ms   x {here / there:.2f}"
        f"   size {len(ours) // 1024} / {len(floor) // 1024} KiB"
    )
    said, known = set(words_of(floor).split()), set(words_of(ours).split())
    assert len(said - known) < 0.02 * len(said), "both say the same"


@pytest.mark.benchmark
def test_a_long_note_costs_in_proportion_to_its_length(print_figures: "Figures") -> None:
    works = [lambda length=length: make_report(noting({"GI1": "word " * length}), A4) for length in (10_000, 20_000)]
    short, long = _interleaved(*works)

    print_figures(f"note        {1000 * short:7.1f} ms for 50,000 characters, x {long / short:.2f} for twice as many")
    assert make_report(noting({"GI1": "word " * 20_000}), A4).pages > 20
