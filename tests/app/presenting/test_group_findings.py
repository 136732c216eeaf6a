"""What stands out is said with whose number it is, and no ideal stands beside a low number as if it were found."""

from dataclasses import replace

from tests.group_builders import LEADER, group_result
from trustcheck.app.presenting.group_findings import findings, strength
from trustcheck.app.presenting.group_sayings import scored
from trustcheck.app.presenting.group_themes import reading, with_reading
from trustcheck.app.presenting.personal import high_looks_like
from trustcheck.app.results.group import GroupResult
from trustcheck.domain.findings.suggestions import Strength


def test_a_number_in_brackets_names_its_view_where_there_are_two() -> None:
    both, alone = group_result(), group_result(leaders=0)
    assert scored(both, both.theme("RV")) == "Real voices (staff 41)"
    assert scored(alone, alone.theme("RV")) == "Real voices (41)"
    one = group_result(staff=3, hidden=())
    hidden = group_result(leaders=3, hidden=(LEADER,))
    assert scored(hidden, hidden.theme("RV")) == "Real voices (41)"
    assert "staff" in scored(one, one.theme("RV"))


def test_no_finding_repeats_what_a_theme_is_at_its_best() -> None:
    """An ideal beside a low number reads as if it had been found."""
    for result in (_without_readings(group_result()), group_result()):
        for found in findings(replace(result, strengths=(Strength("SC", 38.0, True, ""),))):
            for theme in result.themes:
                assert theme.theme.meaning not in found.short + found.whole


def test_an_ideal_says_that_it_is_one() -> None:
    assert high_looks_like("Criticism is heard.") == "At its best: Criticism is heard."
    assert high_looks_like("") == ""


def test_a_reading_says_whose_answers_it_is_of_where_there_are_two() -> None:
    both, alone = group_result(), group_result(leaders=0)
    assert reading(both, both.theme("SC")) == "Leaders and staff: What a score in this band may mean."
    assert reading(_otherwise_read(both, "SC"), _otherwise_read(both, "SC").theme("SC")).startswith("Staff: ")
    assert reading(alone, alone.theme("SC")) == "What a score in this band may mean."
    assert (
        with_reading(both, both.theme("SC")) == "Steady under criticism (staff 47). What a score in this band may mean."
    )


def test_tile_and_page_speak_of_the_same_theme() -> None:
    found = strength(group_result())
    assert found is not None
    assert found.short == "Words and deeds (staff 71). Worth protecting."
    assert found.whole.startswith("Words and deeds (staff 71).")


def _without_readings(result: GroupResult) -> GroupResult:
    pillars = tuple(
        replace(
            pillar,
            themes=tuple(
                replace(theme, views={view: replace(value, band_text="") for view, value in theme.views.items()})
                for theme in pillar.themes
            ),
        )
        for pillar in result.pillars
    )
    return replace(result, pillars=pillars)


def _otherwise_read(result: GroupResult, theme_id: str) -> GroupResult:
    """Leaders' score has a reading of its own."""
    theme = result.theme(theme_id)
    views = {**theme.views, LEADER: replace(theme.views[LEADER], band_text="Something else.")}
    pillars = tuple(
        replace(each, themes=tuple(replace(theme, views=views) if one is theme else one for one in each.themes))
        for each in result.pillars
    )
    return replace(result, pillars=pillars)
