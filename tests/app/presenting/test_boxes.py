"""Whoever makes a report with boxes in it reads which fonts would help."""

import pytest

from trustcheck.app.presenting.boxes import boxes_in_report, boxes_made, fonts_that_help


@pytest.mark.parametrize(
    ("characters", "fonts"),
    [
        ("पुल", ("Noto Sans Devanagari",)),
        ("مكتبةספר", ("Noto Sans Arabic", "Noto Sans Hebrew")),
        ("桥边", ("Noto Sans CJK SC",)),
        ("橋のたもと", ("Noto Sans CJK JP",)),
        ("다리橋", ("Noto Sans CJK KR",)),
        ("ไทย", ("Noto Sans Thai",)),
        ("😀", ("Noto Emoji",)),
        ("\u0378\ue000", ()),
    ],
)
def test_the_font_of_each_script_is_named_once(characters: str, fonts: tuple[str, ...]) -> None:
    assert fonts_that_help(tuple(characters)) == fonts


def test_it_is_said_with_what_is_missing() -> None:
    said = boxes_in_report(("प", "桥"))

    assert said.startswith("2 characters are in no font of this computer and stand as small boxes in the report: ")
    assert "devanagari letter pa, cjk unified ideograph-6865." in said
    assert said.endswith(
        "With the fonts Noto Sans Devanagari and Noto Sans CJK SC installed on this computer, this can be read when it"
        " is made again."
    )


def test_nothing_is_said_where_all_can_be_read() -> None:
    assert boxes_in_report(()) == boxes_made(()) == ""


def test_no_font_is_named_where_none_is_known() -> None:
    assert boxes_made(("\u0378",)) == "One character is in no font of this computer and stands as a small box."
