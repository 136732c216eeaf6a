"""The order of a line in which some words run from right to left is the one Unicode asks for."""

import pytest
from bidi import get_display
from hypothesis import given, settings
from hypothesis import strategies as st

from trustcheck.report.pdf.directions import levels, mirrored, runs_to_the_left, visual

SIGNS = "abc אבג عرب 123 ٣٤ ()[] .,-+%$:/!«»"


def shown(text: str, *, to_the_left: bool) -> str:
    """The characters from left to right, without the turning of brackets."""
    found = levels(text, to_the_left=to_the_left)
    runs = [(text[run.start : run.stop], found[run.start] % 2) for run in visual(found)]
    return "".join(part[::-1] if left else part for part, left in runs)


@settings(max_examples=400, deadline=None)
@given(st.text(SIGNS, max_size=16), st.booleans())
def test_signs_stand_as_another_program_puts_them(text: str, to_the_left: bool) -> None:
    assert shown(text, to_the_left=to_the_left) == get_display(text, base_dir="R" if to_the_left else "L")


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("مها الشمري leads the team that answers first.", False),
        ("كتبت مها أن Acme Ltd تعرف ذلك.", True),
        ("Acme Ltd כתבה שהצוות יודע על כך", True),
        ("All in English, 75 %", False),
        ("12 : 30", False),
        ("", False),
    ],
)
def test_a_paragraph_is_read_from_where_most_of_its_words_are(text: str, left: bool) -> None:
    assert runs_to_the_left(text) is left


def test_brackets_open_towards_what_they_hold() -> None:
    assert mirrored("(a]") == "[a)"
