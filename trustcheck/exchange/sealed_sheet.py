"""Sealing half-filled sheets: scrypt turns the return phrase into a key, AES-256-GCM seals with it. Nothing home-made.

A sealed sheet is ``TCS1``, 16 bytes of salt, 12 bytes of nonce, and the ciphertext with its tag. A lock is ``TCL1``,
16 bytes of salt and 32 bytes made of the PIN.
"""

from collections.abc import Callable

from cryptography.exceptions import InvalidKey, InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from trustcheck.app.answering.sealing import DoesNotOpen, SheetKey

COST = 2**17
"""Rounds of scrypt with blocks of 8: 128 MB of memory and about half a second for each guess (RFC 7914)."""
_SHEET, _LOCK = b"TCS1", b"TCL1"
_SALT, _NONCE, _KEY = 16, 12, 32

RandomBytes = Callable[[int], bytes]


class AesKey:
    """A key for one sheet. Each sealing takes a nonce of its own."""

    def __init__(self, key: bytes, salt: bytes, random: RandomBytes) -> None:
        self._cipher, self._head, self._random = AESGCM(key), _SHEET + salt, random

    def seal(self, plain: bytes) -> bytes:
        nonce = self._random(_NONCE)
        return self._head + nonce + self._cipher.encrypt(nonce, plain, self._head)

    def open(self, sealed: bytes) -> bytes:
        rest = sealed[len(self._head) :]
        try:
            return self._cipher.decrypt(rest[:_NONCE], rest[_NONCE:], self._head)
        except (InvalidTag, ValueError):
            raise DoesNotOpen from None


class ScryptSealer:
    """Implements :class:`trustcheck.app.answering.sealing.Sealer`. ``random`` gives bytes nobody can foresee."""

    def __init__(self, random: RandomBytes, cost: int = COST) -> None:
        self._random, self._cost = random, cost

    def new_key(self, phrase: str) -> SheetKey:
        return self._key(phrase, self._random(_SALT))

    def open(self, phrase: str, sealed: bytes) -> tuple[SheetKey, bytes]:
        head = len(_SHEET) + _SALT
        if not sealed.startswith(_SHEET) or len(sealed) < head + _NONCE:
            raise DoesNotOpen
        key = self._key(phrase, sealed[len(_SHEET) : head])
        return key, key.open(sealed)

    def lock(self, pin: str) -> bytes:
        salt = self._random(_SALT)
        return _LOCK + salt + self._scrypt(salt).derive(pin.encode())

    def unlocks(self, pin: str, lock: bytes) -> bool:
        salt, kept = lock[len(_LOCK) : len(_LOCK) + _SALT], lock[len(_LOCK) + _SALT :]
        if not lock.startswith(_LOCK) or len(salt) < _SALT:
            return False
        try:
            self._scrypt(salt).verify(pin.encode(), kept)
        except InvalidKey:
            return False
        return True

    def _key(self, phrase: str, salt: bytes) -> AesKey:
        return AesKey(self._scrypt(salt).derive(phrase.encode()), salt, self._random)

    def _scrypt(self, salt: bytes) -> Scrypt:
        return Scrypt(salt=salt, length=_KEY, n=self._cost, r=8, p=1)
