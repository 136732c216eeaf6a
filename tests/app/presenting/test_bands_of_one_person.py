"""One person's number has one band in words, wherever it is read: two bands where their margin crosses a cut."""

import re

import pytest

from tests.one_person_everywhere import export, paper, table
from tests.report.portraits import library
from trustcheck.app.presenting.personal import bands, margin_words, reading, theme_sentence

CUTS = (37.5, 62.5, 87.5)


@pytest.mark.parametrize(
    ("score", "margin", "said"),
    [
        (50.0, 12.0, "Patchy"),
        (49.5, 12.0, "Patchy"),
        (49.4, 12.0, "Rare to Patchy"),
        (50.5, 12.0, "Patchy to Usual"),
        (44.0, 20.0, "Rare to Usual"),
        (0.0, 20.0, "Rare"),
        (100.0, 20.0, "Usual to Consistent"),
        (100.0, 12.0, "Consistent"),
    ],
)
def test_both_bands_are_named_where_the_margin_crosses_into_the_next(score: float, margin: float, said: str) -> None:
    assert bands(score, margin, CUTS) == said


def test_window_paper_exports_and_the_command_line_name_the_same_bands() -> None:
    result = library()
    on_paper, exported = paper(result), {line.id: line.answer for line in export(result) if line.what == "theme"}
    scores = "\n".join(table(result))

    for theme in result.themes:
        assert theme_sentence(theme).startswith(f"{theme.theme.name}: ")
        assert f" of 100, {theme.band}, give or take 20." in theme_sentence(theme)
        assert reading(theme) in on_paper
        assert exported[theme.theme.id] == theme.band
        assert re.search(rf"{theme.theme.name} +\d+ {theme.band}$", scores, re.MULTILINE)


def test_a_declined_answer_is_said_in_the_same_words_everywhere() -> None:
    result = library()
    declined = [item.words for theme in result.themes for item in theme.items if item.level is None]

    assert declined == ["I don\u2019t know"]
    assert [line.answer for line in export(result) if line.what == "answer"].count(declined[0]) == 1
    assert declined[0] in paper(result)
    assert "I don't know" not in paper(result).split("Every question and its answer")[1]


def test_what_the_light_bar_is_has_one_wording_on_paper() -> None:
    assert f"The light bar is {margin_words()}." in paper(library())
