"""``trustcheck score --drill``: scenario cards beside the scores, told as in a window, and every mistake named."""

import json
from pathlib import Path

import pytest

from tests.cli.commands import Run

ANSWERS = "perspective,GI1,GI2,GI3,GI4\n" + "".join(f"staff,{1 + at % 5},{1 + (at + 2) % 5},4,2\n" for at in range(6))
PICKS = "perspective,D1,D2,D5,D6\n" + "".join(
    f"staff,{rung},{other},4,4\n" for rung, other in zip((2, 1, 2, 3, 2, 1), (0, 1, 2, 3, 4, ""), strict=True)
)


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    answers, picks = tmp_path / "answers.csv", tmp_path / "picks.csv"
    answers.write_text(ANSWERS)
    picks.write_text(PICKS)
    return answers, picks


def test_each_card_has_its_usual_rung_or_why_that_is_not_told(run: Run, files: tuple[Path, Path]) -> None:
    done = run("score", files[0], "--drill", files[1], "--json")
    assert done.code == 0, done.err
    cards = json.loads(done.out)["drill"]["staff"]

    assert cards["D1"] == {"n": 6, "usual": 2, "lie_apart": False}
    assert cards["D2"] == {"n": 5, "usual": 2, "lie_apart": True}
    assert cards["D3"] == {"suppressed": "fewer than 5 answers"}
    assert cards["D6"] == {"suppressed": "answers were close together"}


def test_it_can_be_read_and_stands_in_what_may_be_passed_on(run: Run, files: tuple[Path, Path]) -> None:
    read = run("score", files[0], "--drill", files[1]).out
    assert "A customer's complaint spreads     The customer gets a short standard reply. let be;" in read
    assert "A leaked memo                      Not shown, to protect people" in read
    passed_on = run("score", files[0], "--drill", files[1], "--publishable", "--invited", "staff=9", "--json")
    assert json.loads(passed_on.out)["drill"]["staff"]["D1"]["usual"] == 2


def test_one_row_is_that_persons_own(run: Run, files: tuple[Path, Path]) -> None:
    files[1].write_text("D1,D2\n4,\n")
    assert json.loads(run("score", files[0], "--drill", files[1], "--json").out)["drill"] == {"picked": {"D1": 4}}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "no header"),
        ("D1,D9\n1,1\n", "column D9: this column is not known."),
        ("perspective\nstaff\n", "none of these columns is a card"),
        ("D1\n", "the header stands alone"),
        ("D1\n5\n", "line 2, column D1: “5” is no rung of this card; write 0, 1, 2, 3, 4, or nothing."),
        ("perspective,D1\n,1\n", "column perspective: write leader or staff."),
    ],
)
def test_every_mistake_is_named(run: Run, files: tuple[Path, Path], text: str, told: str) -> None:
    files[1].write_text(text)
    done = run("score", files[0], "--drill", files[1])
    assert done.code == 1
    assert told in done.err
