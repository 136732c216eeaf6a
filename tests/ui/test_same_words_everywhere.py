"""Every number and band that the window shows stands in the same words in the report, the export and the scores.

The claims are read back from what is shown, told to a screen reader, printed, exported and typed out: whoever words a
number somewhere else is noticed, and a test below changes a word to see that it is.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

import pytest
from pytestqt.qtbot import QtBot

from tests.group_builders import LEADER, group_round
from tests.one_person_everywhere import export, table
from tests.report.portraits import A4, library, pulse, questionnaire
from tests.same_words import Reader, is_about_a_number, sentences, worded_elsewhere
from tests.surfaces import report_says, window_of_group, window_of_one_person
from trustcheck import assets
from trustcheck.app.carrying.export_lines import ExportLine, lines_of
from trustcheck.app.carrying.export_making import closed_check
from trustcheck.app.carrying.publishable import publishable_check
from trustcheck.app.portraits.result import group_result_of
from trustcheck.app.report_options import Edition
from trustcheck.app.results.personal import PersonalResult
from trustcheck.app.results.score_sheet import ScoreOptions, score_sheet
from trustcheck.app.store.export_model import Belongings, Parcel
from trustcheck.commands.score_table import publishable_lines, score_table
from trustcheck.domain.checks.group_round import GroupRound
from trustcheck.exchange.samples import read_team_sample
from trustcheck.exchange.tables.answers_file import AnswerSheets
from trustcheck.report.maker import make_report
from trustcheck.ui.kit.look import Look

_OF_THE_WINDOW = re.compile(
    r"ink\d|\d+|\d+ to \d+|\d+ of \d+"  # inks; numbers of axes and tables, whose rows are told in words as well
    r"|The scale runs from 0 to 100\.|Choose a theme: .+, \d+ of \d+|.+, \d of \d\."  # the interface
    r"|The \d+ questions it rests on|\d+ more questions, about .+|Answer the other \d+ questions|A 30-day experiment"
    r"|.+in the order: how far .+|0 of \d+ known"
    r"|Your answers put this at \d+ of 100, usually .+, give or take \d+\."
)
"""What stands in the window alone: how to find one's way, and the place of a number in other words."""


_FACTS = frozenset(each.text for each in questionnaire().practices)
"""The report lists them where one of them was answered."""


@dataclass(frozen=True)
class Surfaces:
    """What is said of one result, surface by surface. ``speaks`` is the view a sentence without one means."""

    window: list[str]
    paper: list[str]
    export: tuple[ExportLine, ...]
    table: list[str]
    speaks: str = ""
    passed_on: list[str] | None = None
    """What ``score --publishable`` prints of a group."""

    def differences(self) -> list[str]:
        reader = Reader(questionnaire(), self.speaks)
        others = {
            "paper": reader.of_texts(self.paper),
            "export": reader.of_export(self.export),
            "scores": reader.of_table(self.table),
        }
        if self.passed_on is not None:
            others["passed on"] = reader.of_texts(self.passed_on)
        return worded_elsewhere(reader.of_texts(self.window), others)

    def unprinted(self) -> list[str]:
        """Sentences of the window with a number or a band in them that the paper says in other words, or not at all."""
        reader, paper = Reader(questionnaire(), self.speaks), " ".join(self.paper).replace("- ", "-")
        found = dict.fromkeys(each for text in self.window for each in sentences(text) if is_about_a_number(each))
        return [
            each
            for each in found
            if each.rstrip(".").replace("- ", "-") not in paper
            and not _OF_THE_WINDOW.fullmatch(each)
            and each not in _FACTS
            and is_about_a_number(reader.rest_of(each))
        ]


def of_one_person(look: Look, result: PersonalResult) -> Surfaces:
    paper = make_report(result, replace(A4, with_all_questions=True)).pdf
    return Surfaces(window_of_one_person(look, result), report_says(paper), export(result), table(result))


@cache
def team(leaders: int | None = None) -> GroupRound:
    """The sample's check; with ``leaders`` only so many of them answered."""
    sample = read_team_sample(assets.path("samples", "team"), questionnaire())
    sheets = [each.response for each in sample.sheets]
    some = [each for each in sheets if each.perspective is LEADER][:leaders]
    people = [*some, *(each for each in sheets if each.perspective is not LEADER)]
    return group_round(people, questionnaire(), set_up=sample.setup, facts=dict(sample.facts))


def of_a_team(look: Look, of: GroupRound) -> Surfaces:
    result, setup = group_result_of(of), of.setup
    paper = make_report(result, replace(A4, edition=Edition.LEADERS)).pdf
    people = AnswerSheets(setup.form, tuple(of.responses), tuple(each.perspective.value for each in of.responses))
    asked = ScoreOptions(
        threshold=setup.threshold, invited={view.value: number for view, number in setup.invited.items()}
    )
    return Surfaces(
        window_of_group(look, result),
        report_says(paper),
        lines_of(Parcel((Belongings("Northgate Housing", checks=(closed_check(of),)),))),
        score_table(score_sheet(people, questionnaire(), asked, dict(of.facts)), questionnaire()),
        speaks="staff",
        passed_on=list(publishable_lines(publishable_check(people, questionnaire(), asked, dict(of.facts), A4.date))),
    )


SAMPLES: dict[str, Callable[[Look], Surfaces]] = {
    "one person": lambda look: of_one_person(look, library()),
    "a short form": lambda look: of_one_person(look, pulse()),
    "a team": lambda look: of_a_team(look, team()),
    "a team with a hidden view": lambda look: of_a_team(look, team(3)),
}


@pytest.mark.parametrize("sample", SAMPLES)
def test_every_number_and_band_is_the_same_on_paper_in_exports_and_in_scores(
    sample: str, look: Look, qtbot: QtBot
) -> None:
    surfaces = SAMPLES[sample](look)
    known = Reader(questionnaire(), surfaces.speaks).of_texts(surfaces.window)

    assert surfaces.differences() == []
    assert len(known.numbers) >= {"a short form": 2, "a team": 24}.get(sample, 12)
    assert len(known.bands) >= {"a short form": 2, "a team": 24}.get(sample, 12)


@pytest.mark.parametrize("sample", ["one person", "a short form"])
def test_every_sentence_of_the_window_with_a_number_stands_on_paper_word_for_word(
    sample: str, look: Look, qtbot: QtBot
) -> None:
    assert SAMPLES[sample](look).unprinted() == []


def changed(texts: list[str], old: str, new: str) -> list[str]:
    assert any(old in each for each in texts)
    return [each.replace(old, new, 1) for each in texts]


def test_a_word_changed_on_any_surface_is_noticed(look: Look, qtbot: QtBot) -> None:
    """The checker itself, changed word by word: a band, a number, and a sentence."""
    whole = of_one_person(look, library())
    lines = list(whole.export)
    at = next(at for at, line in enumerate(lines) if line.what == "theme" and line.id == "RV")
    banded = (*lines[:at], replace(lines[at], answer="Rare"), *lines[at + 1 :])
    counted = (*lines[:at], replace(lines[at], points=26), *lines[at + 1 :])
    voices = "Real voices: 25 of 100, Rare to Patchy"

    for spoilt in (
        replace(whole, window=changed(whole.window, voices, "Real voices: 25 of 100, Rare")),
        replace(whole, window=changed(whole.window, voices, "Real voices: 24 of 100, Rare to Patchy")),
        replace(whole, paper=changed(whole.paper, voices, "Real voices: 25 of 100, Patchy")),
        replace(whole, paper=[each for each in whole.paper if "Openness" not in each]),
        replace(whole, export=banded),
        replace(whole, export=counted),
        replace(whole, table=changed(whole.table, "Rare to Patchy", "Rare")),
        replace(whole, table=changed(whole.table, " 25 ", " 26 ")),
    ):
        assert spoilt.differences() != []
    for old, new in (("you describe Room to decide", "you say Room to decide"), ("Rare to Usual: The", "Patchy: The")):
        assert replace(whole, window=changed(whole.window, old, new)).unprinted() != []


def test_a_word_changed_in_a_teams_result_is_noticed(look: Look, qtbot: QtBot) -> None:
    whole = of_a_team(look, team())
    shown = next(each for each in whole.window if re.match(r"Safe to speak, staff: \d+ of 100, ", each))
    number = re.findall(r"\d+", shown)[0]

    for spoilt in (
        replace(whole, window=changed(whole.window, shown, shown.replace(f"{number} of", f"{int(number) + 1} of"))),
        replace(whole, window=changed(whole.window, shown, "Safe to speak, staff: 54 of 100, Consistent")),
        replace(whole, table=[each.replace("Safe to speak", "Speaking") for each in whole.table]),
        replace(whole, passed_on=changed(whole.passed_on or [], f": {number} of 100", ": 1 of 100")),
        replace(whole, export=tuple(line for line in whole.export if line.id != "SS")),
    ):
        assert spoilt.differences() != []
