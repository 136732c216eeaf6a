"""A data file damaged in any way is read as far as it says something, or refused in a sentence; it never crashes us."""

import random
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests import builders
from tests.faults.damages import DAMAGES
from trustcheck.app.ports import NewRound, Refused
from trustcheck.domain.checks.round import PersonalRound, Promise
from trustcheck.domain.questionnaire.answers import Answer, Fact, PracticeAnswer
from trustcheck.domain.questionnaire.model import Form, Perspective
from trustcheck.storage.store import open_store


@pytest.fixture
def whole(tmp_path: Path) -> bytes:
    path = tmp_path / "whole.trustcheck"
    asked = builders.questionnaire({"people": {"A": 20, "B": 20}})
    store = open_store(str(path))
    for name in ("Here", "There"):
        round_id = store.rounds.begin(NewRound(name, Form.FULL, Perspective.STAFF, asked, "us", date(2026, 11, 22)))
        for item in asked.order:
            store.rounds.save_answer(round_id, item, Answer(4))
            store.rounds.save_note(round_id, item, f"a note on {item}")
        store.rounds.save_fact(round_id, "K1", PracticeAnswer("K1", Fact.YES, "a page"))
        store.rounds.save_promise(round_id, Promise("to ask", date(2027, 2, 14)))
    store.close()
    return path.read_bytes()


def everything_read(path: Path) -> tuple[PersonalRound, ...]:
    store = open_store(str(path), create=False)
    try:
        return tuple(store.rounds.round(each.id) for each in store.rounds.summaries())
    finally:
        store.close()


def is_refused(path: Path) -> bool:
    """Whether reading ended in one of our sentences; anything else that goes wrong is not caught here."""
    try:
        everything_read(path)
    except Refused as refused:
        return bool(refused.sentence)
    return False


def outcomes(whole: bytes, folder: Path, damage: Callable[[bytes, random.Random], bytes], times: int) -> Counter[str]:
    """How many damaged files were read and how many refused; anything else is an error of the test."""
    chance = random.Random(3)
    found: Counter[str] = Counter()
    for turn in range(times):
        path = folder / f"{turn}.trustcheck"
        path.write_bytes(damage(whole, chance))
        found["refused" if is_refused(path) else "read"] += 1
        path.unlink()
    return found


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda each: each.__name__.replace("_", " "))
def test_a_damaged_file_is_read_or_refused_in_a_sentence(
    whole: bytes, tmp_path: Path, damage: Callable[[bytes, random.Random], bytes]
) -> None:
    assert outcomes(whole, tmp_path, damage, 40).total() == 40


@pytest.mark.long
@pytest.mark.parametrize("damage", DAMAGES, ids=lambda each: each.__name__.replace("_", " "))
def test_a_thousand_damaged_files_are_read_or_refused(
    whole: bytes,
    tmp_path: Path,
    damage: Callable[[bytes, random.Random], bytes],
    print_figures: Callable[[str], None],
) -> None:
    found = outcomes(whole, tmp_path, damage, 1000)

    print_figures(f"{damage.__name__.replace('_', ' ')}: 1000 files, {found['refused']} refused, {found['read']} read")
    assert found.total() == 1000


def test_an_undamaged_file_is_read(whole: bytes, tmp_path: Path) -> None:
    assert outcomes(whole, tmp_path, lambda content, _: content, 1) == Counter(read=1)
