"""Keys that cost next to nothing, for tests of anything but what a guess costs.

They carry a number in their salt that no version of the program knows: a file made so opens in no real one, which
``tests/storage/test_key_derivation.py`` holds.
"""

from trustcheck.storage.file import key_derivation
from trustcheck.storage.file.key_derivation import Cost

NUMBER = 255
CHEAP = Cost(memory=32, passes=1, lanes=1)
ROUNDS = 1000


def derive_quickly() -> None:
    """For a program of its own, which ends with its tests; keys of files of before are quick too."""
    key_derivation.COSTS[NUMBER] = CHEAP
    key_derivation.ROUNDS = ROUNDS
