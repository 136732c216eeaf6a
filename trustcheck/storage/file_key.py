"""The key of a protected data file: made from its passphrase, held in memory while the file is open, kept nowhere.

The derivation is SQLCipher 4's own (PBKDF2 with HMAC-SHA512, 256,000 rounds, a salt in the first bytes of the file), so
that any tool which reads SQLCipher files opens ours with the same passphrase. It is done here, once for each opening,
because SQLCipher would do it again for every connection.
"""

import errno
import os
import string
from collections.abc import Iterator
from contextlib import closing, contextmanager
from hashlib import pbkdf2_hmac
from pathlib import Path
from unicodedata import normalize

from sqlcipher3 import dbapi2

from trustcheck.storage.wiping import wipe

ROUNDS = 256_000
SALT_BYTES = 16
_KEY_BYTES = 32
_PAGE = 4096
_PLAIN = b"SQLite format 3\0"
_TEXT = frozenset(string.printable.encode("ascii"))
_NO_KEY = f"x'{bytes(_KEY_BYTES).hex()}'"


class FileKey:
    """What opens one protected file and its copies. Nothing that prints it shows it; it is overwritten when it goes."""

    __slots__ = ("_key", "salt")

    def __init__(self, passphrase: str, salt: bytes) -> None:
        """The same letters give the same key, in whichever form a keyboard composes them (Unicode NFC)."""
        typed = normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
        self._key = bytearray()
        derived = pbkdf2_hmac("sha512", typed, salt, ROUNDS, _KEY_BYTES)
        self._key += derived
        self.salt = salt
        wipe(derived)
        wipe(typed)

    @contextmanager
    def raw(self) -> Iterator[str]:
        """As SQLCipher takes a key that is derived already, with the salt of its file; overwritten afterwards."""
        secret = self._key.hex()
        raw = f"x'{secret}{self.salt.hex()}'"
        wipe(secret)
        try:
            yield raw
        finally:
            wipe(raw)

    def __del__(self) -> None:
        wipe(self._key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, FileKey) and (self._key, self.salt) == (other._key, other.salt)

    def __hash__(self) -> int:
        return hash(self.salt)

    def __repr__(self) -> str:
        return "FileKey(...)"


def is_protected(path: str) -> bool:
    """Whether a file looks like one that opens with a passphrase: nothing in it is readable, its salt neither.

    A file of any other kind may look so too; that shows only once the right passphrase is known. Raises ``OSError`` and
    the driver's errors.
    """
    file = Path(path)
    if not file.is_file():
        return False
    size = file.stat().st_size
    if size < _PAGE or (size % _PAGE and file.suffix != ".trustcheck"):
        return False
    begins = salt_of(path)
    return begins != _PLAIN and not _TEXT.issuperset(begins) and any(begins)


def salt_of(path: str) -> bytes:
    """The salt of a protected file; of any other, how it begins. Raises ``OSError`` and the driver's errors."""
    begins = _begins(path)
    if begins != _begins(path):
        # Where the disk gives nothing, the database draws a salt.
        raise OSError(errno.EIO, os.strerror(errno.EIO))
    return begins


def _begins(path: str) -> bytes:
    """Read by the database, which may have the file open already: closing any other handle on it would drop its locks
    (POSIX), and another program would merge and remove the log as one that nobody writes any more.
    """
    uri = f"{Path(path).absolute().as_uri()}?mode=ro&immutable=1"
    with closing(dbapi2.connect(uri, uri=True)) as driver:
        driver.execute(f'PRAGMA key = "{_NO_KEY}"')
        return bytes.fromhex(driver.execute("PRAGMA cipher_salt").fetchone()[0])
