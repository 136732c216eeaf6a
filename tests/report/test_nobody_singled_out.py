"""Small groups that are hard to protect: whatever the hidden ones answered, the file is the same to the byte."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import BytesIO
from typing import Any

import pikepdf
import pytest

from tests.group_builders import LEADER, STAFF, group_round, setup, sheet
from tests.report.numbers_said import NUMBER, numbers
from tests.report.portraits import A4, library, questionnaire
from tests.report.reading import tree_of, words_of
from tests.report.said import said
from trustcheck.app.portraits.group_portrait import group_result_of
from trustcheck.app.ports import Edition
from trustcheck.app.results.group import GroupResult, Shown
from trustcheck.domain.checks.group_round import GroupNote, GroupSetup, NotesUse
from trustcheck.domain.checks.round import Promise
from trustcheck.domain.questionnaire.answers import Response
from trustcheck.domain.questionnaire.model import Perspective
from trustcheck.report.maker import make_report, outline_of

EDITIONS = [Edition.LEADERS, Edition.STAFF, Edition.FACILITATOR]


def people(view: Perspective, number: int, shift: int = 0) -> list[Response]:
    """People who do not answer alike; another ``shift`` (0 to 2) is another set of answers, with other means."""
    asked = questionnaire()
    points = (
        {
            theme.id: 1 + (3 * at + 2 * who + shift * (1 + who + 2 * at)) % (5 - shift)
            for at, theme in enumerate(asked.themes)
        }
        for who in range(number)
    )
    return [sheet(view, asked, each) for each in points]


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_another_set_of_answers_has_another_mean_or_one_that_is_told_would_be_missed(number: int) -> None:
    asked = questionnaire()
    turned = {item.id for item in asked.items if item.reverse}
    totals = {
        sum(
            6 - answer.code if item in turned else answer.code
            for each in people(LEADER, number, shift)
            for item, answer in each
        )
        for shift in (0, 1, 2)
    }

    assert len(totals) == 3


def result(sheets: Sequence[Response], set_up: GroupSetup, **more: object) -> GroupResult:
    facts = {fact.practice.id: fact.given for fact in library().facts if fact.given is not None}
    promise = Promise("We answer one criticism in public.")
    return group_result_of(group_round(sheets, set_up=set_up, facts=facts, promises=(promise,), **more))


def pdf(of: GroupResult, edition: Edition) -> bytes:
    return make_report(of, replace(A4, edition=edition)).pdf


def everything_in(content: bytes) -> bytes:
    """The file with every stream unpacked, fonts and pictures left out: what a search would find."""
    with pikepdf.open(BytesIO(content)) as file:
        found = [str(dict(file.docinfo)).encode(), file.Root.Metadata.read_bytes()]
        for each in file.objects:
            if isinstance(each, pikepdf.Stream):
                if "/Length1" not in each and each.get("/Subtype") != "/Image":
                    found.append(each.read_bytes())
            else:
                found.append(repr(each).encode())
        return b"\n".join(found)


HIDDEN = {
    "four leaders of five": (LEADER, 4, 9, setup(5, 11)),
    "three leaders, all there are": (LEADER, 3, 6, setup(3, 6)),
    "two leaders": (LEADER, 2, 12, setup(2, 14)),
    "one leader who did not agree": (LEADER, 1, 8, setup(1, 9)),
    "four staff": (STAFF, 6, 4, setup(6, 30)),
    "two leaders of a room of three": (LEADER, 2, 3, replace(setup(3, 3), threshold=3)),
}


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("case", HIDDEN.values(), ids=HIDDEN)
def test_whatever_a_hidden_view_answered_the_file_is_the_same(
    case: tuple[Perspective, int, int, GroupSetup], edition: Edition
) -> None:
    hidden, leaders, staff, set_up = case
    shifts = [(shift if hidden is LEADER else 0, shift if hidden is STAFF else 0) for shift in (0, 1)]
    files = {
        pdf(result(people(LEADER, leaders, first) + people(STAFF, staff, second), set_up), edition)
        for first, second in shifts
    }

    assert len(files) == 1


@pytest.mark.parametrize("edition", [Edition.STAFF, Edition.FACILITATOR])
def test_the_only_leader_is_spoken_of_to_that_leader_alone(edition: Edition) -> None:
    set_up = replace(setup(1, 9), one_leader_agreed=True)
    files = {pdf(result(people(LEADER, 1, shift) + people(STAFF, 9), set_up), edition) for shift in (0, 2)}

    assert len(files) == 1
    told = result(people(LEADER, 1) + people(STAFF, 9), set_up)
    assert told.one_leader
    assert told.one_leader in words_of(pdf(told, Edition.LEADERS))


def test_the_order_of_the_sheets_leaves_no_trace() -> None:
    sheets, set_up = people(LEADER, 5) + people(STAFF, 9), setup(6, 11)
    notes = tuple(GroupNote("SS1", text) for text in ("One note.", "Another note.", "A third one."))

    for edition in EDITIONS:
        forwards = pdf(result(sheets, set_up, notes=notes), edition)
        assert forwards == pdf(result(sheets[::-1], set_up, notes=notes[::-1]), edition)


@pytest.mark.parametrize("edition", EDITIONS)
def test_what_people_noted_in_a_group_below_ten_is_nowhere_in_the_file(edition: Edition) -> None:
    secret = "Onlymywordsgivemeaway"
    notes = (GroupNote("SS1", secret),)
    of = result(people(STAFF, 9), setup(0, 9, notes=NotesUse.GROUP), notes=notes)

    assert secret.encode() not in everything_in(pdf(of, edition))
    assert secret.encode("utf-16-be") not in everything_in(pdf(of, edition))


def unanimous() -> GroupResult:
    """Six staff who all answered every question of one theme with one and the same point."""
    asked = questionnaire()
    points = (
        {theme.id: 4 if theme.id == "RV" else 1 + (at + 2 * who) % 5 for at, theme in enumerate(asked.themes)}
        for who in range(6)
    )
    return result([sheet(STAFF, asked, each) for each in points], setup(0, 7))


def few_in_one_theme() -> GroupResult:
    """Six staff, of whom two could not answer one theme: four are too few for it."""
    asked = questionnaire()
    sheets = people(STAFF, 6)
    items = {item.id for item in asked.items_of("BL")}
    without = [
        replace(each, answers={item: answer for item, answer in each.answers.items() if item not in items})
        for each in sheets[:2]
    ]
    return result(without + sheets[2:], setup(0, 7))


@pytest.mark.parametrize(("made", "theme_id"), [(unanimous, "RV"), (few_in_one_theme, "BL")])
def test_a_theme_that_is_hidden_has_no_number_anywhere_on_its_row(made: Any, theme_id: str) -> None:
    of = made()
    theme = of.theme(theme_id)
    assert not any(isinstance(value, Shown) for value in theme.views.values()), "the portrait hides it"
    outline = outline_of(of, A4)
    section = next(each for each in outline.sections if each.id == "themes")
    rows = [each for each in section.parts if theme.theme.name in said(each)]

    assert rows
    assert all(not NUMBER.search(text) for row in rows for text in _words(row))
    alts = [figure.alt for figure in tree_of(pdf(of, Edition.LEADERS)).all("Figure")]
    assert any(alt.startswith(f"{theme.theme.name}: staff: Not shown") for alt in alts)


def _words(row: Any) -> Iterator[str]:
    """The texts of a row; the name of an ink ("ink2") is no text."""
    return (text for text in said(row).split(" ") if not re.fullmatch(r"[a-z]+\d", text))


SMALL = {
    "five leaders, nine staff": lambda: result(people(LEADER, 5) + people(STAFF, 9), setup(6, 11)),
    "five staff": lambda: result(people(STAFF, 5), setup(0, 5)),
    "unanimous": unanimous,
    "few in one theme": few_in_one_theme,
}


@pytest.mark.parametrize("made", SMALL.values(), ids=SMALL)
def test_below_ten_people_nothing_says_how_their_answers_lie(made: Any) -> None:
    words = words_of(pdf(made(), Edition.LEADERS))

    assert "people rare" not in words
    assert not re.search(r"n = \d+ \(\d+|\d+ of \d+ (often|seldom)", words), "no favourable share"
    assert not re.search(r"\b(median|standard deviation|rwg|sd)\b", words)


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("made", SMALL.values(), ids=SMALL)
def test_every_number_in_the_file_is_one_that_the_result_may_show(made: Any, edition: Edition) -> None:
    of = made()
    printed = set(NUMBER.findall(words_of(pdf(of, edition))))
    known = set(numbers(of)) | set(_FIXED)

    assert {each for each in printed - known if not _side_by_side(each, known)} == set()


def _side_by_side(number: str, known: set[str]) -> bool:
    """Two columns of a chart that reading a page joins: "50" and "44" as "5044"."""
    return any({number[:at], number[at:]} <= known for at in range(1, len(number)))


_FIXED = (
    *(str(page) for page in range(1, 21)), "0", "25", "50", "75", "100", "95", "12.5", "62.5", "0.70", "1.0", "1.0.0",
    "37", "38", "62", "63", "87", "88", "41", "53", "65", "85", "90", "2026", "22", "23", "40",
)  # fmt: skip
"""Pages, the scale, the bands, the minutes of the agenda, versions, days: what stands in every report."""
