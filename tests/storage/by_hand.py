"""A protected file as any tool that reads SQLCipher 4 opens and makes it, without a line of the program."""

import hashlib
from contextlib import closing
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from sqlcipher3 import dbapi2

from tests import quick_keys
from trustcheck.storage.file import key_derivation

SALT = 16
ARGON2ID = b"\xf7a2id"
ASKS_FOR = {1: (128 * 1024, 4, 4), quick_keys.NUMBER: (32, 1, 1)}
"""Memory in KiB, passes and lanes, by the number in the salt."""


def key_of(passphrase: str, salt: bytes) -> str:
    """As SQLCipher takes a key that is derived already."""
    if not salt.startswith(ARGON2ID):
        derived = hashlib.pbkdf2_hmac("sha512", passphrase.encode(), salt, key_derivation.ROUNDS, 32)
    else:
        memory, passes, lanes = ASKS_FOR[salt[5]]
        kdf = Argon2id(salt=salt, length=32, iterations=passes, lanes=lanes, memory_cost=memory)
        derived = kdf.derive(passphrase.encode())
    return f"x'{derived.hex()}{salt.hex()}'"


def digits_of(passphrase: str, salt: bytes) -> str:
    """The key alone, in hexadecimal digits."""
    return key_of(passphrase, salt)[2:66]


def salt_of(path: Path) -> bytes:
    return path.read_bytes()[:SALT]


def is_argon2id(path: Path) -> bool:
    return salt_of(path).startswith(ARGON2ID)


def unlock(driver: Any, path: Path, passphrase: str) -> None:
    driver.execute(f'PRAGMA key = "{key_of(passphrase, salt_of(path))}"')


def protect_as_before(path: Path, passphrase: str) -> Path:
    """Give a closed file, readable or with this passphrase, and its copies that open like it, the key that SQLCipher
    makes of it by itself, as before Argon2id."""
    copies = [each for each in path.parent.glob(f"{path.stem} copies/*.trustcheck") if salt_of(each) == salt_of(path)]
    _rewrite(path, passphrase, path.with_name("before"), passphrase)
    for each in copies:
        # A copy has the key of its file.
        _rewrite(each, passphrase, each.with_name("before"), key_of(passphrase, salt_of(path)))
    return path


def _rewrite(path: Path, passphrase: str, fresh: Path, key: str) -> None:
    with closing(dbapi2.connect(str(path))) as driver:
        if _is_protected(path):
            unlock(driver, path, passphrase)
        numbers = {name: driver.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")}
        driver.execute("ATTACH ? AS before KEY ?", (str(fresh), key))
        driver.execute(f"PRAGMA before.kdf_iter = {key_derivation.ROUNDS}")
        driver.execute("SELECT sqlcipher_export('before')")
        for name, number in numbers.items():
            driver.execute(f"PRAGMA before.{name} = {number}")
        driver.execute("DETACH before")
    with closing(dbapi2.connect(str(fresh))) as driver:
        unlock(driver, fresh, passphrase)
        driver.execute("PRAGMA journal_mode = WAL")
    fresh.replace(path)
    assert not is_argon2id(path)


def _is_protected(path: Path) -> bool:
    return salt_of(path) != b"SQLite format 3\0"
