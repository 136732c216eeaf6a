"""A program that opens a file to look only and reads everything in it, and says what came of it.

Run as ``looking.py FILE``. It says ``read N`` for a file with N notes, each as it was written, and ``refused SENTENCE``
otherwise; ``garbage WHAT`` where something was read that nobody wrote. It goes on reading what it has open until that
is refused, and then opens the file again, with whichever passphrase fits. As ``looking.py FILE once`` it ends after the
first look, and as ``looking.py FILE write`` it wants to write, and looks once where it may not.
"""

import sys
from itertools import chain, repeat

from tests.faults.keeping import PASSPHRASES
from tests.faults.killing import READY, say
from tests.quick_keys import derive_quickly
from trustcheck.app.ports import Locked, Refused
from trustcheck.domain.questionnaire.answers import Answer
from trustcheck.storage.store import SqliteStore, open_store

LOGO = b"heron-on-the-weir" * 3000
"""Long enough that its end lies in pages of its own."""


def note(number: int) -> str:
    return f"heron-on-the-weir {number}"


def opened(path: str, *, look_only: bool) -> SqliteStore:
    """Raises ``Refused`` where no passphrase fits, or something else is in the way."""
    refused: Refused | None = None
    for passphrase in PASSPHRASES:
        try:
            return open_store(path, create=False, look_only=look_only, passphrase=passphrase)
        except Locked as locked:
            refused = locked
    assert refused is not None
    raise refused


def look_through(store: SqliteStore) -> str:
    for each in store.organisations.all():
        if store.organisations.details(each.id).logo not in (b"", LOGO):
            return "garbage logo"
    found = 0
    for summary in store.rounds.summaries():
        round_ = store.rounds.round(summary.id)
        for item, text in round_.notes.items():
            if text != note(int(item[1:])):
                return f"garbage {text!r}"
        for item, answer in round_.response.answers.items():
            if answer != Answer(1 + int(item[1:]) % 5):
                return f"garbage {item} {answer}"
        found += len(round_.notes)
    return f"read {found}"


def look_until_refused(path: str, *, looks: int) -> None:
    try:
        store = opened(path, look_only=True)
    except Refused as refused:
        say(f"refused {refused}")
        return
    try:
        for _ in repeat(None, looks) if looks else repeat(None):
            say(look_through(store))
    except Refused as refused:
        say(f"refused {refused}")
    finally:
        store.close()


def want_to_write(path: str) -> None:
    try:
        opened(path, look_only=False).close()
        say("opened")
    except Refused as refused:
        say(f"refused {refused}")


if __name__ == "__main__":
    derive_quickly()
    path, how = sys.argv[1], "".join(sys.argv[2:])
    say(READY)
    if how == "write":
        want_to_write(path)
    for _ in chain([None], repeat(None) if not how else ()):
        look_until_refused(path, looks=bool(how))
