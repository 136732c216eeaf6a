"""Somebody who fills a sheet of a group's check and says after each note that it was saved; others end it by force.

Run as ``sitting.py FILE ROUND PHRASE``. It writes the number of each note whose saving came back, one to a line, to
its standard output. Each note holds the same marker, which nobody may find in the file.
"""

import secrets
import sys
from itertools import count

from tests.faults.killing import READY, say
from trustcheck.app.answering.group_sitting import GroupSitting, new_walk
from trustcheck.app.answering.personal import Saving
from trustcheck.app.answering.sealing import Sealing, SheetSeal
from trustcheck.app.ports import Store
from trustcheck.domain.questionnaire.model import Perspective
from trustcheck.exchange.sealed_sheet import ScryptSealer
from trustcheck.storage.store import open_store

MARKER = "the-ferret-in-the-archive"


def quick() -> Sealing:
    """The real cryptography with a cheap function, so that many answers are given before the end."""
    return Sealing(lambda: ScryptSealer(secrets.token_bytes, cost=2**4), tuple, secrets.randbelow)


def fill_without_end(store: Store, round_id: int, phrase: str) -> None:
    _summary, setup, questionnaire = store.groups.setup(round_id)

    def save(piece: Saving) -> None:
        piece.work()

    walk = new_walk(questionnaire, setup, Perspective.STAFF)
    sitting = GroupSitting(store.sheets, round_id, walk, SheetSeal(quick(), phrase, 42), save)
    for at in count():
        sitting.note(questionnaire.order[0], f"{MARKER} {at}")
        say(str(at))


if __name__ == "__main__":
    opened = open_store(sys.argv[1], create=False)
    say(READY)
    fill_without_end(opened, int(sys.argv[2]), sys.argv[3])
