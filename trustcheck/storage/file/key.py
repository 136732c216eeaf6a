"""The key of a protected data file: made from its passphrase, held in memory while the file is open, kept nowhere.

It is derived here, once for each opening (:mod:`trustcheck.storage.file.key_derivation`), and handed to SQLCipher with
the salt from the first bytes of the file: nothing but the file and its passphrase is needed to open it, by any tool
that reads SQLCipher 4 files and is given the key so.
"""

import errno
import os
import string
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from unicodedata import normalize

from sqlcipher3 import dbapi2

from trustcheck.storage.file.key_derivation import KEY_BYTES, derive, wipe

_PAGE = 4096
_PLAIN = b"SQLite format 3\0"
_TEXT = frozenset(string.printable.encode("ascii"))
_NO_KEY = f"x'{bytes(KEY_BYTES).hex()}'"


class FileKey:
    """What opens one protected file and its copies. Nothing that prints it shows it; it is overwritten when it goes."""

    __slots__ = ("_key", "salt")

    def __init__(self, passphrase: str, salt: bytes) -> None:
        """The same letters give the same key, in whichever form a keyboard composes them (Unicode NFC). Raises
        ``NotOpened`` where the computer has not the memory."""
        typed = normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
        self._key = bytearray(KEY_BYTES)
        self.salt = salt
        try:
            derive(typed, salt, self._key)
        finally:
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
