"""What is said of rows that could not be rescued: how many could, and nothing where nothing is lost."""

from collections import Counter

import pytest

from trustcheck.storage.rescued_file import Stretch, what_was_lost


def stretch(kept: int, *, is_all: bool) -> Stretch:
    return Stretch(["id"], {(each,): (each,) for each in range(kept)}, is_all)


@pytest.mark.parametrize(
    ("read", "dropped", "told"),
    [
        (stretch(12, is_all=True), 0, []),
        (stretch(12, is_all=True), 3, ["Organisations: 9 could be read; 3 made no sense."]),
        (stretch(3, is_all=True), 3, ["Organisations: none could be read; 3 made no sense."]),
        (stretch(12, is_all=False), 0, ["Organisations: 12 could be read; others could not."]),
        (stretch(0, is_all=False), 0, ["Organisations: none could be read."]),
    ],
)
def test_each_table_is_told_in_one_plain_sentence(read: Stretch, dropped: int, told: list[str]) -> None:
    assert what_was_lost({"organisation": read}, Counter(organisation=dropped)) == told
