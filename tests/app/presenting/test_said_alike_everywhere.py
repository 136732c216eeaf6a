"""What a group's window says of a gap, of spread and of who answered, its exports and the printed scores say too."""

from tests.group_builders import both
from trustcheck.app.carrying.export_lines import lines_of_group
from trustcheck.app.portraits.carried_result import carried
from trustcheck.app.portraits.result import group_result_of
from trustcheck.app.presenting.group_gaps import gap_row
from trustcheck.app.presenting.group_sayings import took_part, who_answered
from trustcheck.app.presenting.group_spread import figures_of
from trustcheck.app.presenting.group_words import kind_words, spread_words
from trustcheck.app.results.group import GapShown, Shown
from trustcheck.app.store.export_model import GroupCheck
from trustcheck.commands.score_table import gap_lines
from trustcheck.domain.checks.round import RoundState
from trustcheck.domain.statistics.group_words import GapKind


def test_an_exported_gap_and_spread_have_the_words_of_the_window() -> None:
    of = both()
    result = group_result_of(of)
    check = GroupCheck(of.questionnaire, RoundState.CLOSED, of.summary.started_on, of.setup, result=carried(result))
    lines = list(lines_of_group(check))
    gaps = {line.id: line for line in lines if line.what == "gap"}
    for theme in result.themes:
        assert isinstance(theme.gap, GapShown)
        row = gap_row(theme.theme.name, theme.views, theme.gap)
        assert (gaps[theme.theme.id].answer, gaps[theme.theme.id].points) == (row.kind, row.apart)
    spreads = {(line.id, line.view): line.text for line in lines if line.what == "theme"}
    for theme in result.themes:
        for perspective, value in theme.views.items():
            assert isinstance(value, Shown)
            assert value.spread is not None
            assert spreads[theme.theme.id, perspective.value] == spread_words(value.spread)


def test_the_printed_scores_call_a_gap_what_the_window_calls_it() -> None:
    asked = both().questionnaire
    for kind in GapKind:
        gap = {"difference": -12.5, "interval": [-30.0, 5.0], "class": kind.value}
        printed = gap_lines({"gaps": {"SS": gap}}, asked)
        assert any(kind_words(kind) in line and "-13" in line for line in printed)


def test_who_answered_is_told_from_one_source() -> None:
    result = group_result_of(both())
    assert who_answered(result) == f"{took_part(result)} answered"


def test_a_share_of_people_is_named_by_the_scale_that_was_answered() -> None:
    value = next(iter(group_result_of(both()).themes[0].views.values()))
    assert isinstance(value, Shown)
    seven = ("No", "Hardly", "A little", "Half", "Rather", "Much", "Fully")
    for scale, said in ((both().questionnaire.scale, "often or more"), (seven, "rather or more")):
        captions = [caption for _figure, _words, caption in figures_of(value, scale)]
        assert said in captions or value.favourable is None
