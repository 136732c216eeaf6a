"""Picks on scenario cards and leaders' guesses come in from a table as answers do: by id or words, every cell told."""

import csv
from collections import Counter
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from datetime import date
from io import StringIO
from pathlib import Path
from random import Random

import pytest

from tests import builders, drill
from tests.exchange.tables import BOTH, STAFF, TABLES
from trustcheck.app.collecting.readings import reading_of
from trustcheck.app.collecting.tables import TABLE_ENDINGS, LookedThrough, Plan, RawTable, Use
from trustcheck.app.ports import NewGroupRound, Refused
from trustcheck.domain.checks.group_round import GroupSetup
from trustcheck.domain.questionnaire.answers import SaidBeside
from trustcheck.domain.questionnaire.model import Perspective
from trustcheck.exchange.tables.answers_file import answers_in
from trustcheck.exchange.tables.picks import AS_RUNGS, IN_ORDER, NOTHING, PICK, RUNGS
from trustcheck.storage.store import open_store

ASKED = drill.with_cards(builders.questionnaire({"people": {"A": 2}, "openness": {"B": 2}}))
CARDS = replace(BOTH, drill=True)
WHOLE = replace(CARDS, guesses=True)
DAY = date(2026, 11, 30)
HEAD = ["perspective", "A1", "A2", "B1", "B2"]


def read(tmp_path: Path, head: Sequence[str], *rows: Sequence[str]) -> RawTable:
    written = StringIO(newline="")
    csv.writer(written).writerows([head, *rows])
    file = tmp_path / "answers.csv"
    file.write_text(written.getvalue(), encoding="utf-8")
    return TABLES.read(str(file))


def looked(table: RawTable, plan: Plan | None = None, setup: GroupSetup = WHOLE) -> LookedThrough:
    return TABLES.look_through(table, plan or TABLES.plan(table, setup, ASKED), setup, ASKED)


def said(found: LookedThrough) -> list[tuple[str, SaidBeside]]:
    sheets = [(each.response.perspective.value, each.response.beside) for each in found.sheets]
    return sorted(sheets, key=str)


def staff(*cells: str) -> list[str]:
    return ["staff", "4", "4", "2", "3", *cells]


def leader(*cells: str) -> list[str]:
    return ["leader", "4", "4", "2", "3", *cells]


@pytest.mark.parametrize("heading", ["memo", "A memo leaks.", "memo. A memo leaks.", "Card 1 [A memo leaks.]"])
def test_a_card_is_known_by_its_id_and_by_its_words(tmp_path: Path, heading: str) -> None:
    table = read(tmp_path, [*HEAD, heading], leader("We leaders do thing 3."), staff("Leaders here do thing 0."))
    plan = TABLES.plan(table, CARDS, ASKED)

    assert (plan.columns[-1].use, plan.columns[-1].item_id) == (Use.CARD, "memo")
    assert said(looked(table, plan)) == [
        ("leader", SaidBeside(drill={"memo": 3})),
        ("staff", SaidBeside(drill={"memo": 0})),
    ]


def test_whatever_a_tool_calls_its_column_a_card_is_known_by_what_stands_in_it(tmp_path: Path) -> None:
    words = ("Nothing is said.", "Somebody waits.", "A letter is written.", "All of it is told.")
    memo, review = ASKED.scenarios
    told = tuple(replace(each, text=text) for each, text in zip(review.next, words, strict=True))
    own = replace(ASKED, scenarios=(memo, replace(review, next=told)))
    table = read(tmp_path, [*HEAD, "Q17"], staff("A letter is written."), staff("Nothing is said."))

    plan = TABLES.plan(table, CARDS, own)

    assert (plan.columns[-1].use, plan.columns[-1].item_id) == (Use.CARD, "review")


def test_where_the_check_asks_no_cards_their_columns_are_left_out_by_name(tmp_path: Path) -> None:
    table = read(tmp_path, [*HEAD, "memo", "guess-A"], staff("2", ""), leader("3", "4"))
    found = looked(table, setup=BOTH)

    assert found.preview.left_out == ("memo", "guess-A")
    assert said(found) == [("leader", SaidBeside()), ("staff", SaidBeside())]


def test_a_rung_is_written_as_its_number_under_the_id_of_its_card(tmp_path: Path) -> None:
    table = read(tmp_path, [*HEAD, "memo", "review"], staff("2", "4"), staff("", "1"), staff("4", ""))
    found = looked(table)

    (asked,) = (each for each in found.preview.decisions if each.id == RUNGS)
    assert asked.chosen == AS_RUNGS
    assert [each.drill for _view, each in said(found)] == [{"memo": 2, "review": 4}, {"memo": 4}, {"review": 1}]


@pytest.mark.parametrize(("chosen", "picked"), [(AS_RUNGS, [1, 3]), (IN_ORDER, [1, 3])])
def test_numbers_under_the_words_of_a_card_are_asked_about(tmp_path: Path, chosen: str, picked: list[int]) -> None:
    """On this card there is no rung 0: its first outcome is rung 1."""
    table = read(tmp_path, [*HEAD, "A review is harsh."], staff("1"), staff("3"))
    plan = TABLES.plan(table, WHOLE, ASKED)
    waits = looked(table, plan)

    assert [each.id for each in waits.preview.waiting] == [RUNGS]
    assert not waits.sheets
    found = looked(table, plan.with_decisions({RUNGS: chosen}))
    assert sorted(each.drill["review"] for _view, each in said(found)) == picked


def test_the_first_thing_on_a_card_may_be_its_closed_end(tmp_path: Path) -> None:
    table = read(tmp_path, [*HEAD, "A memo leaks."], staff("1"), staff("5"))
    found = looked(table)

    assert [each.chosen for each in found.preview.decisions if each.id == RUNGS] == [IN_ORDER]
    assert sorted(each.drill["memo"] for _view, each in said(found)) == [0, 4]


def test_a_number_beyond_the_rungs_under_an_id_is_asked_about(tmp_path: Path) -> None:
    """The id says that they are rungs, and there are five of them, the first of which is 0."""
    (waits,) = looked(read(tmp_path, [*HEAD, "memo"], staff("2"), staff("5"))).preview.waiting

    assert (waits.id, waits.likeliest) == (RUNGS, IN_ORDER)


def test_a_word_that_stands_on_no_card_is_asked_about_and_decided(tmp_path: Path) -> None:
    table = read(tmp_path, [*HEAD, "memo"], staff("They look away"), staff("They look away"), staff("-"))
    plan = TABLES.plan(table, WHOLE, ASKED)
    waits = looked(table, plan)

    assert {each.id: each.question for each in waits.preview.waiting} == {
        f"{PICK}They look away": "What does \u201cThey look away\u201d stand for in 2 cells of scenario cards?",
        f"{PICK}-": "What does \u201c-\u201d stand for in one cell of a scenario card?",
    }
    assert [(each.words, each.rows) for each in waits.preview.account][-1] == ("3 asked about", 3)
    found = looked(table, plan.with_decisions({f"{PICK}They look away": "1", f"{PICK}-": NOTHING}))
    assert [each.drill for _view, each in said(found)] == [{"memo": 1}, {"memo": 1}, {}]


@pytest.mark.parametrize(
    ("cell", "sentence"),
    [
        ("9", "\u201c9\u201d is nothing that this scenario card offers."),
        ("#REF!", "\u201c#REF!\u201d is an error of the spreadsheet, and no answer."),
    ],
)
def test_a_cell_that_is_no_pick_is_named_with_its_line(tmp_path: Path, cell: str, sentence: str) -> None:
    found = looked(read(tmp_path, [*HEAD, "memo"], staff("2"), staff("0"), staff(cell)))

    (mistake,) = found.preview.mistakes.first
    assert (mistake.sentence, mistake.line, mistake.column) == (sentence, 4, "memo")
    assert [(each.words, each.rows) for each in found.preview.account] == [
        ("2 sheets", 2),
        ("1 row of headings", 1),
        ("1 to put right", 1),
    ]
    assert not found.sheets


def test_a_card_that_is_passed_over_or_not_known_is_nothing(tmp_path: Path) -> None:
    found = looked(read(tmp_path, [*HEAD, "memo"], staff(""), staff("I don't know"), staff("0")))

    assert [each.drill for _view, each in said(found)] == [{"memo": 0}, {}, {}]


def test_who_only_picks_on_cards_has_a_sheet_as_everywhere_else(tmp_path: Path) -> None:
    found = looked(read(tmp_path, [*HEAD, "memo"], ["staff", "", "", "", "", "3"], staff("2"), ["staff", *[""] * 5]))

    assert found.preview.all_taken == 2
    assert found.preview.without_answers.number == 1


@pytest.mark.parametrize("heading", ["guess-A", "guess-A. Theme A", "Guess: Theme A"])
def test_guesses_of_leaders_come_in_as_points_and_as_words(tmp_path: Path, heading: str) -> None:
    table = read(tmp_path, [*HEAD, heading], leader("4"), leader("Almost always"), leader("dk"), staff(""))
    found = looked(table)

    assert [(view, each.guesses) for view, each in said(found)] == [
        ("leader", {"A": 4}),
        ("leader", {"A": 5}),
        ("leader", {}),
        ("staff", {}),
    ]


def test_a_guess_in_a_row_of_staff_is_to_be_put_right(tmp_path: Path) -> None:
    found = looked(read(tmp_path, [*HEAD, "guess-A"], leader("4"), staff("3")))

    (mistake,) = found.preview.mistakes.first
    assert mistake.sentence == "Leaders guess what staff will answer, and this row is staff's."
    assert (mistake.line, mistake.column) == (3, "guess-A")
    assert [each.words for each in found.preview.account][-1] == "1 to put right"


def test_a_scale_that_runs_the_other_way_turns_guesses_too(tmp_path: Path) -> None:
    table = read(tmp_path, ["perspective", "A1", "A2", "B1", "B2", "guess-A"], leader("2"), leader("5"), staff(""))
    plan = TABLES.plan(table, WHOLE, ASKED).with_decisions({"ends": "down"})

    assert sorted(each.guesses["A"] for view, each in said(looked(table, plan)) if view == "leader") == [1, 4]


def test_a_check_of_staff_alone_asks_no_guess(tmp_path: Path) -> None:
    table = read(tmp_path, ["A1", "A2", "B1", "B2", "guess-A"], ["4", "4", "2", "3", "5"])

    assert looked(table, setup=replace(STAFF, guesses=True)).preview.left_out == ("guess-A",)


def test_cards_without_a_column_are_named(tmp_path: Path) -> None:
    assert looked(read(tmp_path, [*HEAD, "memo"], staff("2"))).preview.passed_over == ("review",)
    assert looked(read(tmp_path, HEAD, staff()), setup=BOTH).preview.passed_over == ()


def test_one_card_in_two_columns_is_one_as_tools_write_it_that_branch(tmp_path: Path) -> None:
    head = [*HEAD, "We: [A memo leaks.]", "They: [A memo leaks.]"]
    table = read(tmp_path, head, leader("We leaders do thing 2.", ""), staff("", "Leaders here do thing 1."))

    assert [each.drill for _view, each in said(looked(table))] == [{"memo": 2}, {"memo": 1}]


def test_what_was_decided_of_a_column_and_of_numbers_is_kept_for_the_next_file(tmp_path: Path) -> None:
    table = read(tmp_path, [*HEAD, "What happens?"], staff("1"), staff("3"))
    proposed = TABLES.plan(table, WHOLE, ASKED)
    place = len(HEAD)
    decided = proposed.with_column(place, Use.CARD, "memo").with_decisions({RUNGS: IN_ORDER})
    kept = reading_of("Ours", decided, proposed)

    again = proposed.with_said(kept.of(table, proposed))

    assert (again.columns[place].use, again.columns[place].item_id) == (Use.CARD, "memo")
    assert sorted(each.drill["memo"] for _view, each in said(looked(table, again))) == [0, 2]


def test_a_terminal_reads_the_same_of_the_same_file() -> None:
    text = "perspective,A1,A2,B1,B2,memo,guess-A\nleader,4,4,2,3,2,5\nstaff,4,4,2,3,0,\n"

    given = answers_in(text, ASKED, "answers.csv")

    assert [each.beside for each in given.responses] == [
        SaidBeside(guesses={"A": 5}, drill={"memo": 2}),
        SaidBeside(drill={"memo": 0}),
    ]
    assert given.left_out == ()


@pytest.mark.parametrize("ending", TABLE_ENDINGS)
def test_a_table_to_fill_in_has_columns_for_them_that_are_known_again(tmp_path: Path, ending: str) -> None:
    file = tmp_path / f"empty.{ending}"
    file.write_bytes(TABLES.to_fill_in(WHOLE, ASKED, ending))
    head = TABLES.read(str(file)).row(0)

    table = read(tmp_path, head, leader("2", "3", "4", "5"), staff("0", "1", "", ""))
    plan = TABLES.plan(table, WHOLE, ASKED)

    assert [(each.use, each.item_id) for each in plan.columns[5:]] == [
        (Use.CARD, "memo"), (Use.CARD, "review"), (Use.GUESS, "A"), (Use.GUESS, "B"),
    ]  # fmt: skip
    assert len(head) == len(plan.columns)


def test_they_are_in_the_data_file_once_the_table_is_in(tmp_path: Path) -> None:
    setup = replace(WHOLE, invited={Perspective.LEADER: 1, Perspective.STAFF: 1})
    table = read(tmp_path, [*HEAD, "memo", "guess-A"], leader("2", "5"), staff("0", ""))
    with closing(open_store(str(tmp_path / "kept.trustcheck"))) as store:
        organisation = store.organisations.add("Northgate Housing")
        round_id = store.groups.prepare(NewGroupRound(organisation, ASKED, setup, DAY))
        store.groups.open(round_id)
        store.sheets.add(round_id, looked(table).sheets)
        store.groups.close(round_id, DAY)
        kept = store.groups.round(round_id).responses

    assert sorted(((each.perspective.value, each.beside) for each in kept), key=str) == [
        ("leader", SaidBeside(guesses={"A": 5}, drill={"memo": 2})),
        ("staff", SaidBeside(drill={"memo": 0})),
    ]


# Whatever stands in the cells: every row has one fate, and window and terminal say the same of it.

OUTCOMES = [f"Leaders here do thing {rung}." for rung in range(5)]
CELLS = ["", "", "", *OUTCOMES, *map(str, range(6)), "dk", "They look away", "7", "#N/A", "=A1", "-1"]
GUESSES = ["", "", "", "1", "4", "5", "Often", "dk", "7", "what", "#REF!"]


def random_rows(chance: Random) -> list[list[str]]:
    """A few people; most tables hold a few kinds of cells only, so that many of them can be taken in."""
    cells, guesses = (chance.sample(some, chance.randint(1, 4)) for some in (CELLS, GUESSES))
    rows = []
    for _person in range(chance.randint(1, 6)):
        view = chance.choice(["leader", "staff"])
        answers = [chance.choice(["1", "3", "Often", "", ""]) for _question in range(4)]
        guess = chance.choice(guesses) if view == "leader" or chance.random() < 0.1 else ""
        rows.append([view, *answers, chance.choice(cells), chance.choice(cells), guess])
    return rows


def picks_meant(rows: Sequence[Sequence[str]]) -> int:
    """Cells of cards in which a sentence or a rung stands that the card has."""
    number = 0
    for _view, *_answers, memo, review, _guess in rows:
        for cell, rungs in ((memo, range(5)), (review, range(1, 5))):
            number += cell in {str(rung) for rung in rungs} or cell in {OUTCOMES[rung] for rung in rungs}
    return number


@pytest.mark.parametrize("files", [150, pytest.param(10_000, marks=pytest.mark.long)])
def test_every_row_has_one_fate_and_every_pick_a_sheet_whatever_the_cells_hold(tmp_path: Path, files: int) -> None:
    ends: Counter[str] = Counter()
    for seed in range(files):
        rows = random_rows(Random(seed))
        table = read(tmp_path, [*HEAD, "memo", "review", "guess-A"], *rows)
        found = looked(table)
        try:
            terminal = answers_in((tmp_path / "answers.csv").read_text("utf-8"), ASKED, "answers.csv")
        except Refused:
            terminal = None

        assert sum(each.rows for each in found.preview.account) == table.rows
        assert (terminal is None) is not bool(found.sheets)
        if terminal is not None:
            assert terminal.account == found.preview.account
            given = [each.beside for each in terminal.responses]
            assert sorted(given, key=str) == sorted((beside for _view, beside in said(found)), key=str)
            assert sum(len(each.drill) for each in given) == picks_meant(rows)
        ends["taken" if found.sheets else "asked" if found.preview.waiting else "to put right"] += 1

    assert min(ends.values()) > files // 20, ends
    assert set(ends) == {"taken", "asked", "to put right"}
