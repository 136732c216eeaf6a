"""A program that answers without end and says after each answer that it was saved; others end it by force.

Run as ``answering.py FILE ROUND``, it says ``at code`` of each answer the store called saved. With ``new`` for the
round it makes the file and the round first, and says ``begun ROUND``.
"""

import sys
from datetime import date
from itertools import count

from tests import builders
from tests.faults.killing import READY, say
from trustcheck.app.ports import NewRound, Store
from trustcheck.domain.questionnaire.answers import Answer
from trustcheck.domain.questionnaire.model import Form, Perspective
from trustcheck.storage.store import open_store


def begun(store: Store) -> int:
    asked = builders.questionnaire({"people": {"A": 20, "B": 20}})
    return store.rounds.begin(NewRound("Here", Form.FULL, Perspective.STAFF, asked, "", date(2026, 11, 22)))


def answer_at(at: int) -> int:
    """Answers go round forty items again and again, each time with another point, so that a lost one shows."""
    return 1 + (at // 40) % 5


def answer_without_end(store: Store, round_id: int) -> None:
    items = store.rounds.round(round_id).questionnaire.order
    for at in count():
        store.rounds.save_answer(round_id, items[at % len(items)], Answer(answer_at(at)))
        say(f"{at} {answer_at(at)}")


if __name__ == "__main__":
    is_new = sys.argv[2] == "new"
    opened = open_store(sys.argv[1], create=is_new)
    say(READY)
    round_id = begun(opened) if is_new else int(sys.argv[2])
    if is_new:
        say(f"begun {round_id}")
    answer_without_end(opened, round_id)
