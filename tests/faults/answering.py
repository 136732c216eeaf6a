"""A program that answers without end and says after each answer that it was saved; others end it by force.

Run as ``answering.py FILE ROUND``. It writes ``at code`` of each answer the store called saved, one line each, to its
standard output, and ``refused`` with the sentence where the store refused one.
"""

import sys
from itertools import count

from trustcheck.app.ports import Store
from trustcheck.domain.answers import Answer
from trustcheck.storage.round_store import open_store


def answer_without_end(store: Store, round_id: int) -> None:
    """Answers go round the items again and again, each time with another point, so that a lost one shows."""
    items = store.round(round_id).questionnaire.order
    for at in count():
        item, code = items[at % len(items)], 1 + (at // len(items)) % 5
        store.save_answer(round_id, item, Answer(code))
        sys.stdout.write(f"{at} {code}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    opened = open_store(sys.argv[1], create=False)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    answer_without_end(opened, int(sys.argv[2]))
