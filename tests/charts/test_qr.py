"""A QR code that every phone reads: with its three corners, however short the text is."""

import pytest

from trustcheck.charts.qr import modules

CORNER = (
    "#######",
    "#.....#",
    "#.###.#",
    "#.###.#",
    "#.###.#",
    "#.....#",
    "#######",
)


@pytest.mark.parametrize("text", ["7", "192.168.0.7:8080", "http://192.168.0.7:8080/#K7QX-M2PD"])
def test_it_is_never_a_micro_code_which_has_one_corner_only(text: str) -> None:
    rows = ["".join("#" if dark else "." for dark in row) for row in modules(text)]

    assert len(rows) >= 21
    assert {len(row) for row in rows} == {len(rows)}
    for top, left in ((0, 0), (0, len(rows) - 7), (len(rows) - 7, 0)):
        assert tuple(row[left : left + 7] for row in rows[top : top + 7]) == CORNER
