"""Opening replies that a browser sealed: ECDH on P-256 with a key made for each reply, HKDF-SHA-256, AES-256-GCM.

A reply is ``TCREPLY1``, two bytes with the length of its label, the label, 65 bytes of the point made for it, 12 bytes
of nonce, and the ciphertext with its tag. The browser's half is ``resources/kit/kit.js``. A key of a check is the 32
bytes of its private number.
"""

from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from trustcheck.app.answering.sealing import DoesNotOpen
from trustcheck.app.collecting.kit import REPLY_MAGIC

MAGIC = REPLY_MAGIC
_LENGTH, _POINT, _NONCE, _TAG, _SECRET = 2, 65, 12, 16, 32
_CURVE = ec.SECP256R1()


@dataclass(frozen=True, slots=True)
class SealedReply:
    """The parts of a reply, as they stand in it."""

    label: bytes
    point: bytes
    nonce: bytes
    sealed: bytes

    @property
    def room(self) -> int:
        """Bytes that stand behind the seal."""
        return len(self.sealed) - _TAG


def new_secret() -> bytes:
    return ec.generate_private_key(_CURVE).private_numbers().private_value.to_bytes(_SECRET)


def public_of(secret: bytes) -> bytes:
    """The point to which replies are sealed, uncompressed."""
    return _private(secret).public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


def parts_of(content: bytes) -> SealedReply:
    """Raises :class:`~trustcheck.app.answering.sealing.DoesNotOpen` where a part is missing."""
    at = len(MAGIC) + _LENGTH
    label = int.from_bytes(content[len(MAGIC) : at])
    ends = [at, at + label, at + label + _POINT, at + label + _POINT + _NONCE]
    if not content.startswith(MAGIC) or len(content) < ends[-1] + _TAG:
        raise DoesNotOpen
    parts = [content[start:end] for start, end in zip(ends, [*ends[1:], len(content)], strict=True)]
    return SealedReply(*parts)


def opened(reply: SealedReply, secret: bytes, bound: bytes) -> bytes:
    """What was sealed together with ``bound``. Raises :class:`~trustcheck.app.answering.sealing.DoesNotOpen`."""
    own = _private(secret)
    try:
        theirs = ec.EllipticCurvePublicKey.from_encoded_point(_CURVE, reply.point)
        key = _key(own.exchange(ec.ECDH(), theirs), reply.point, public_of(secret))
        return AESGCM(key).decrypt(reply.nonce, reply.sealed, bound)
    except (InvalidTag, ValueError):
        raise DoesNotOpen from None


def _private(secret: bytes) -> ec.EllipticCurvePrivateKey:
    try:
        return ec.derive_private_key(int.from_bytes(secret), _CURVE)
    except ValueError:
        # A number that is none: the row was changed.
        raise DoesNotOpen from None


def _key(shared: bytes, point: bytes, public: bytes) -> bytes:
    return HKDF(SHA256(), length=32, salt=point, info=MAGIC + public).derive(shared)
