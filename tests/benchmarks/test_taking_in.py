"""Taking in a large table beside the plainest reading of the same file: a few rows with every run, twenty thousand
where it is measured, and a hundred thousand in the long run."""

import csv
import tracemalloc
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter

import pytest

from tests.benchmarks.measuring import peak_bytes
from tests.builders import questionnaire
from tests.exchange.tables import workbook
from trustcheck.app.collecting.tables import LookedThrough
from trustcheck.domain.checks.group_round import GroupSetup
from trustcheck.domain.questionnaire.model import Form, Perspective
from trustcheck.exchange.tables.strict_reading import content_of
from trustcheck.exchange.tables.taking import Tables
from trustcheck.exchange.tables.text_tables import rows_of_text

MEASURED = pytest.param(20_000, marks=pytest.mark.benchmark)
MANY = pytest.param(100_000, marks=[pytest.mark.benchmark, pytest.mark.long])
ROWS = (2_000, MEASURED, MANY)
RUNS = 3
MOST_IN_A_WORKBOOK = 10_000
"""Rows: writing them takes longer than reading a hundred thousand."""
ASKED = questionnaire({"people": dict.fromkeys("ABCDE", 4), "openness": dict.fromkeys("FGHIJ", 4)})
SETUP = GroupSetup(Form.FULL, (Perspective.LEADER, Perspective.STAFF), {}, "The management team")


@pytest.fixture(scope="module", params=ROWS)
def rows(request: pytest.FixtureRequest) -> int:
    return int(request.param)


@pytest.fixture(scope="module")
def file(rows: int, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An export as survey tools write them: whole questions above, words below, and columns of no use."""
    drawn = Random(3)
    path = tmp_path_factory.mktemp("export") / "export.csv"
    with path.open("w", encoding="utf-8", newline="") as target:
        table = csv.writer(target)
        questions = [ASKED.wording(item_id, Perspective.STAFF) for item_id in ASKED.order]
        table.writerow(["Timestamp", "Leader or staff", *questions, "Anything else?"])
        for at in range(rows):
            row = [
                f"22/11/2026 {at}",
                drawn.choice(["leader", "staff"]),
                *drawn.choices(ASKED.scale, k=40),
                "words " * 5,
            ]
            table.writerow(row)
    return path


def plainly(path: Path) -> int:
    with path.open(encoding="utf-8", newline="") as source:
        return sum(1 for _row in csv.reader(source))


def taken_in(path: Path) -> LookedThrough:
    tables = Tables(Random(1).shuffle)
    table = tables.read(str(path))
    return tables.look_through(table, tables.plan(table, SETUP, ASKED), SETUP, ASKED)


def seconds(work: Callable[[], object]) -> float:
    begun = perf_counter()
    work()
    return perf_counter() - begun


def test_a_large_table_is_read_and_understood(file: Path, rows: int) -> None:
    ratios = [seconds(lambda: taken_in(file)) / seconds(lambda: plainly(file)) for _run in range(RUNS)]
    found = taken_in(file)

    print(f"read, understood and checked: {median(ratios):.1f} times csv.reader alone")
    assert len(found.sheets) == rows
    assert found.preview.can_be_taken


def test_a_large_table_takes_little_more_memory_than_reading_it_alone(file: Path, rows: int) -> None:
    """The table as it is kept, and the answers worked out from it, beside what reading takes that keeps nothing."""

    def read_alone() -> None:
        for _batch in rows_of_text(content_of(str(file)), file.name):
            pass

    taken_in(file)
    alone, all_of_it = peak_bytes(read_alone), peak_bytes(lambda: taken_in(file))

    beyond = max(0, all_of_it - alone) / (40 * rows)
    print(f"beside the reader's own {alone / 2**20:.0f} MiB: {beyond:.1f} times the answers as a matrix of bytes")
    assert all_of_it > 0


def test_a_workbook_is_read_and_understood(file: Path, rows: int, tmp_path: Path) -> None:
    """Its cells are looked through before their reader sees them: what it would pass over is named."""
    import python_calamine

    with file.open(encoding="utf-8", newline="") as source:
        some = list(islice(csv.reader(source), MOST_IN_A_WORKBOOK))
    path = tmp_path / "export.xlsx"
    path.write_bytes(workbook(some))

    def alone() -> int:
        book = python_calamine.CalamineWorkbook.from_path(str(path))
        return sum(1 for _row in book.get_sheet_by_index(0).iter_rows())

    ratios = [seconds(lambda: taken_in(path)) / seconds(alone) for _run in range(RUNS)]

    print(f"a workbook of {len(some):,} rows: {median(ratios):.1f} times python-calamine alone")
    assert len(taken_in(path).sheets) == min(rows, MOST_IN_A_WORKBOOK - 1)


def test_a_large_table_takes_a_small_part_of_its_file_in_memory(file: Path, rows: int) -> None:
    """The sheets are made one by one; all of them at once would take two kilobytes each."""
    tracemalloc.start()
    try:
        found = taken_in(file)
        kept, peak = tracemalloc.get_traced_memory()
        total = sum(len(each.response.answers) for each in found.sheets)
        peak_with_sheets = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()

    size = file.stat().st_size
    print(f"peak {peak / size:.1f} and kept {kept / size:.2f} times the file of {size / 2**20:.0f} MiB")
    assert total == 40 * rows
    assert kept < size / 2
    assert peak_with_sheets == peak
