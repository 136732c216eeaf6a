"""A program that the system stopped in the middle of its work keeps nobody waiting, and loses nothing by it."""

import random
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from time import sleep

import pytest

from tests.faults.holding import ITEM
from tests.faults.left_after_keeping import Tally as Kept
from tests.faults.left_after_keeping import count, file_with_a_round
from tests.faults.looking import note
from tests.faults.stopping import heard, said_by, said_until_ended, started, stopped
from trustcheck.domain.questionnaire.answers import Answer
from trustcheck.storage.store import open_store

if sys.platform == "win32":
    pytest.skip("Windows has no signal that stops a program", allow_module_level=True)

IN_USE = (
    "refused Another TrustCheck has this file open. Two at once would muddle the answers. Close the other one first."
)
LONGEST_MOMENT = 0.8
"""Seconds that a program goes on before it is stopped again: a turn or so."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file with one check, an answer and a note in it."""
    path = tmp_path / "mine.trustcheck"
    file_with_a_round(path)
    with closing(open_store(str(path), create=False)) as store:
        (summary,) = store.rounds.summaries()
        store.rounds.save_answer(summary.id, "Q1", Answer(2))
        store.rounds.save_note(summary.id, "Q1", note(1))
    return path


def answered(path: Path) -> set[str]:
    with closing(open_store(str(path), create=False)) as store:
        return set(store.rounds.round(store.rounds.summaries()[0].id).response.answers)


def test_a_file_whose_program_was_stopped_is_in_use_and_may_be_looked_at(path: Path) -> None:
    with started("holding.py", path, "open") as holder:
        assert heard(holder) == "holding"
        with stopped(holder):
            assert said_by("looking.py", path, "write") == [IN_USE, "read 1"]
        holder.communicate()

    assert said_by("looking.py", path, "write") == ["opened", "read 1"]


def test_of_a_change_that_was_stopped_nothing_is_seen_until_it_is_saved(path: Path) -> None:
    with started("holding.py", path, "change") as holder:
        assert heard(holder) == "holding"
        with stopped(holder):
            assert said_by("looking.py", path, "write") == [IN_USE, "read 1"]
            with closing(open_store(str(path), look_only=True)) as looking:
                assert set(looking.rounds.round(looking.rounds.summaries()[0].id).response.answers) == {"Q1"}
        assert holder.communicate()[0] == "saved\n"

    assert answered(path) == {"Q1", ITEM}


def test_where_a_stopped_change_lets_nobody_read_a_sentence_says_so_soon(path: Path) -> None:
    with started("holding.py", path, "change without a log") as holder:
        assert heard(holder) == "holding"
        with stopped(holder):
            (said,) = said_by("looking.py", path, "once")
            assert said == (
                f"refused Another program is holding {path}. Nothing in it was changed. Close it in the other program "
                "first."
            )
        assert holder.communicate()[0] == "saved\n"

    assert answered(path) == {"Q1", ITEM}


@dataclass
class Tally:
    stops: int = 0
    read: int = 0
    refused: int = 0
    garbage: int = 0
    in_a_change: int = 0

    def __str__(self) -> str:
        return (
            f"{self.stops} stops, {self.in_a_change} inside a change of passphrase: looked at meanwhile, {self.read} "
            f"read and {self.refused} refused in a sentence, {self.garbage} garbage"
        )


def stop_again_and_again(path: Path, stops: int, report: Callable[[str], None]) -> tuple[Tally, Kept]:
    """Stop one program at any moment, look at its file, let it go on; in the end, look for all it had said."""
    chance, tally, kept = random.Random(19), Tally(), Kept()
    said: list[str] = []
    with started("keeping.py", path, "") as keeper:
        for _ in range(stops):
            # However busy the computer is, it gets on.
            said.append(heard(keeper))
            sleep(chance.random() * LONGEST_MOMENT)
            with stopped(keeper):
                (found,) = said_by("looking.py", path, "once")
                tally.in_a_change += any(path.parent.rglob(".*.anew"))
            tally.stops += 1
            tally.read += found.startswith("read")
            tally.refused += found.startswith("refused")
            tally.garbage += found.startswith("garbage")
        said += said_until_ended(keeper)
    count(path, said, kept)
    report(f"stopped while copying, backing up and changing the passphrase: {tally}; then killed: {kept}")
    return tally, kept


def test_whoever_is_stopped_while_keeping_safe_keeps_nobody_from_looking(
    path: Path, print_figures: Callable[[str], None]
) -> None:
    tally, kept = stop_again_and_again(path, 4, print_figures)

    assert (tally.garbage, tally.read + tally.refused, kept.harm) == (0, 4, 0), tally


@pytest.mark.long
def test_two_hundred_stops_keep_nobody_from_looking_either(path: Path, print_figures: Callable[[str], None]) -> None:
    tally, kept = stop_again_and_again(path, 200, print_figures)

    assert (tally.garbage, tally.read + tally.refused, kept.harm) == (0, 200, 0), tally
    assert tally.read > 100, tally
