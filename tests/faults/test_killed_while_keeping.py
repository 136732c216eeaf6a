"""A process killed while it copies, backs up or changes a passphrase leaves a file that opens, and nothing halfway."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults.keeping import PASSPHRASES
from tests.faults.killing import said_until_killed
from tests.faults.left_after_keeping import Tally, count, file_with_a_round
from tests.storage import by_hand
from trustcheck.storage.safekeeping import SqliteSafekeeping

pytestmark = pytest.mark.usefixtures("quick_keys_of_before")
OF_BEFORE = pytest.mark.parametrize("of_before", [False, True], ids=["protected as today", "protected as before"])

MOST_WORDS = 27
"""A process is killed at its second or third change of passphrase at the latest, or soon after ..."""
LONGEST_LIFE = 0.4
"""... as so many seconds may go by after its last word."""


def kill_again_and_again(path: Path, kills: int, report: Callable[[str], None], *, of_before: bool) -> Tally:
    """``of_before``: whenever the program begins, a protected file is one from before Argon2id."""
    file_with_a_round(path)
    chance, tally, passphrase = random.Random(4), Tally(), ""
    for _ in range(kills):
        if passphrase and of_before:
            by_hand.protect_as_before(path, passphrase)
        life, words = chance.random() * LONGEST_LIFE, chance.randrange(MOST_WORDS)
        said = said_until_killed("keeping.py", path, passphrase, life=life, words=words)
        passphrase = count(path, said, tally, passphrase)
    kind = "of a file of before" if of_before else ""
    report(f"killed while copying, backing up and changing the passphrase {kind}: {tally}")
    return tally


@pytest.mark.parametrize(
    "of_before",
    [
        pytest.param(False, id="protected as today"),
        pytest.param(True, id="protected as before", marks=pytest.mark.long),
    ],
)
def test_no_kill_while_keeping_safe_costs_an_answer_a_copy_or_the_protection(
    tmp_path: Path, of_before: bool, print_figures: Callable[[str], None]
) -> None:
    tally = kill_again_and_again(tmp_path / "mine.trustcheck", 5, print_figures, of_before=of_before)

    assert tally.harm == 0, tally
    assert tally.saved > 5, tally
    assert tally.passphrases, tally


@pytest.mark.long
@OF_BEFORE
def test_two_hundred_kills_while_keeping_safe_cost_nothing_either(
    tmp_path: Path, of_before: bool, print_figures: Callable[[str], None]
) -> None:
    tally = kill_again_and_again(tmp_path / "mine.trustcheck", 200, print_figures, of_before=of_before)

    assert tally.harm == 0, tally
    assert tally.passphrases > 100, tally
    assert tally.in_a_change > 20, tally
    assert 0 < tally.changed < tally.in_a_change, tally


def test_the_count_would_notice_a_lost_answer_a_readable_copy_and_a_change_that_is_none(tmp_path: Path) -> None:
    path = tmp_path / "mine.trustcheck"
    file_with_a_round(path)
    (tmp_path / "left.trustcheck").write_bytes(b"heron-on-the-weir")
    SqliteSafekeeping().protect(str(path), "", PASSPHRASES[1])
    tally = Tally()

    count(path, ["answer 1", f"passphrase {PASSPHRASES[2]}"], tally)

    assert (tally.lost, tally.readable, tally.undone, tally.damaged) == (1, 1, 1, 0)
