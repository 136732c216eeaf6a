"""How a passphrase becomes the key of a protected file: with Argon2id (RFC 9106), or as it was done before.

Every guess at a passphrase has to pay what the program pays once for each opening. Argon2id asks for memory as well as
time, which a graphics card has least of. Which derivation a file was made with stands in its salt, the first 16 bytes
of the file, which anybody can read: a salt is no secret. Five bytes of it say Argon2id, one says at which cost, ten are
random. A salt without that mark belongs to a file of before: all of it is random, and the key is made as SQLCipher 4
does it itself (PBKDF2 with HMAC-SHA512). So nothing lies beside the file, one derivation is tried and never two, and a
cost is never read from a file, which could ask for any. A random salt carries the mark once in 2 to the 40.
"""

import ctypes
import os
import sys
from contextlib import suppress
from dataclasses import dataclass
from hashlib import pbkdf2_hmac

from trustcheck.storage.file.key_refusals import no_memory_for_key

# Overwriting what held a key or a passphrase. Python lets go of memory without a word about what stood in it.


def wipe(held: bytes | bytearray | str) -> None:
    """Overwrite in place. Only for what was made here, is known to nobody else, and is not read again.

    Where Python keeps its objects otherwise than CPython does, or a text is more than ASCII, nothing is done.
    """
    if isinstance(held, bytearray):
        held[:] = bytes(len(held))
    elif sys.implementation.name == "cpython" and len(held) > 1 and (isinstance(held, bytes) or held.isascii()):
        # Both end with their content and one byte more.
        begins = id(held) + sys.getsizeof(held) - len(held) - 1
        ctypes.memset(begins, 0, len(held))


KEY_BYTES = 32
SALT_BYTES = 16
ROUNDS = 256_000
"""Of PBKDF2, for files of before."""
MARK = b"\xf7a2id"


@dataclass(frozen=True, slots=True)
class Cost:
    """What Argon2id asks for each guess: KiB of memory, passes over it, and lanes it is worked out in."""

    memory: int
    passes: int
    lanes: int


COSTS = {1: Cost(memory=128 * 1024, passes=4, lanes=4)}
"""By the number in the salt. A file keeps its number until its passphrase is changed, so none is ever taken out; new
files get the highest. RFC 9106 recommends 64 MiB, 3 passes and 4 lanes at least where memory is short."""
_LEAST = Cost(memory=32, passes=1, lanes=4)


def new_salt() -> bytes:
    """The salt of a new file: random but for what says how its key is made."""
    begins = MARK + bytes([max(COSTS)])
    return begins + os.urandom(SALT_BYTES - len(begins))


def is_known(salt: bytes) -> bool:
    """Whether this version can make the key of a file with this salt; a newer one may ask for more."""
    return not salt.startswith(MARK) or salt[len(MARK)] in COSTS


def derive(typed: bytes, salt: bytes, key: bytearray) -> None:
    """Fill ``key``, of ``KEY_BYTES``. Lets other threads work meanwhile.

    Raises ``NotOpened`` where the computer has not the memory, and ``KeyError`` for a salt that is not known.
    """
    if salt.startswith(MARK):
        _derive_with_argon2id(typed, salt, COSTS[salt[len(MARK)]], key)
    else:
        derived = pbkdf2_hmac("sha512", typed, salt, ROUNDS, KEY_BYTES)
        key[:] = derived
        wipe(derived)


def _derive_with_argon2id(typed: bytes, salt: bytes, cost: Cost, key: bytearray) -> None:
    try:
        _argon2id(typed, salt, cost, key)
    except MemoryError:
        raise no_memory_for_key(cost.memory // 1024) from None
    finally:
        # The library copies what was typed, and lets go of the copy as it is. The same work done at once with nothing
        # in it gets the same memory, and overwrites it.
        with suppress(MemoryError):
            _argon2id(bytes(len(typed)), bytes(SALT_BYTES), _LEAST, bytearray(KEY_BYTES))


def _argon2id(typed: bytes, salt: bytes, cost: Cost, key: bytearray) -> None:
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    kdf = Argon2id(salt=salt, length=KEY_BYTES, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory)
    kdf.derive_into(typed, key)
