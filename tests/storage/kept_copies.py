"""A data file with copies, marked so that each can be told from the others."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from trustcheck.app.ports import NewRound
from trustcheck.domain.questionnaire.answers import Answer
from trustcheck.storage.safekeeping import SqliteSafekeeping
from trustcheck.storage.store import SqliteStore

MARK = "heron-on-the-weir"


KEEPING = SqliteSafekeeping()


TODAY = date(2026, 11, 22)


def planted(store: SqliteStore, new: NewRound, name: str = MARK) -> int:
    """A check whose every free text holds the mark."""
    round_id = store.rounds.begin(replace(new, organisation=f"{name} Ltd", leaders_are=name))
    for item in new.questionnaire.order:
        store.rounds.save_answer(round_id, item, Answer(4))
        store.rounds.save_note(round_id, item, f"{name} " * 20)
    return round_id


def marked(folder: Path, mark: str = MARK) -> list[str]:
    """The files of a folder and those below it in whose bytes the mark stands."""
    return sorted(each.name for each in folder.rglob("*") if each.is_file() and mark.encode() in each.read_bytes())
