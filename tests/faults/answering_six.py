"""A program that answers six questions, says ``item point`` of each that was called saved, and waits to be killed.

Run as ``answering_six.py FILE ROUND``.
"""

import sys

from tests.faults.killing import READY, say
from trustcheck.domain.questionnaire.answers import Answer
from trustcheck.storage.store import open_store

if __name__ == "__main__":
    opened = open_store(sys.argv[1], create=False)
    say(READY)
    for at, item in enumerate(("A1", "A2", "A3", "B1", "B2", "B3")):
        opened.rounds.save_answer(int(sys.argv[2]), item, Answer(1 + at % 5))
        say(f"{item} {1 + at % 5}")
    sys.stdin.read()
