"""A program that answers, copies, backs up and changes the passphrase without end, and says what was called done.

Run as ``keeping.py FILE PASSPHRASE``. Each line of its standard output is said after the call returned:
``answer N``, ``copy``, ``backup``, and ``passphrase P`` (empty where the file was made readable again); only
``changing`` is said as a change of passphrase begins, and with a number before the file and each of its copies.
"""

import sys
from datetime import date, timedelta
from pathlib import Path

from tests.faults.killing import READY, say
from tests.quick_keys import derive_quickly
from trustcheck.domain.questionnaire.answers import Answer
from trustcheck.storage.safekeeping import SqliteSafekeeping
from trustcheck.storage.store import open_store

PASSPHRASES = ("", "the first heron", "the second heron")
BACKUP = "stick.trustcheck"
CHANGING = "changing"
COPIES = 3
"""Few enough that a change of passphrase is soon done."""


def keep_without_end(path: str, passphrase: str) -> None:
    keeping = SqliteSafekeeping()
    while True:
        store = open_store(path, create=False, passphrase=passphrase)
        for _ in range(2):
            round_ = store.rounds.round(store.rounds.summaries()[0].id)
            number = len(round_.notes) + 1
            store.rounds.save_note(round_.summary.id, f"Q{number}", f"heron-on-the-weir {number}")
            store.rounds.save_answer(round_.summary.id, f"Q{number}", Answer(1 + number % 5))
            say(f"answer {number}")
        day = min(len(keeping.copies(path)), COPIES - 1)
        store.safety.make_copy(date(2026, 11, 22) + timedelta(days=day))
        say("copy")
        store.safety.back_up(str(Path(path).with_name(BACKUP)))
        say("backup")
        store.close()
        after = PASSPHRASES[(PASSPHRASES.index(passphrase) + 1) % 3]
        say(CHANGING)
        keeping.protect(path, passphrase, after, lambda done, _of: say(f"{CHANGING} {done}"))
        passphrase = after
        say(f"passphrase {passphrase}")


if __name__ == "__main__":
    # What is tried here is the disk; deriving keys at their real cost would be most of the time.
    derive_quickly()
    say(READY)
    keep_without_end(sys.argv[1], sys.argv[2])
