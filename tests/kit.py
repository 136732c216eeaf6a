"""Pages that are answered in a browser, and replies as a browser seals them: the other half, written apart from it."""

import json
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from tests.forms import CODE
from trustcheck.app.collecting.forms import FormOrder
from trustcheck.app.collecting.kit import label_of, room_of
from trustcheck.exchange.reply_seal import public_of

SECRET = bytes(31) + b"\x07"
"""Of the check in tests; everybody knows it."""
NONCE = b"only for tests"[:12]


def said(of: FormOrder, answers: dict[str, Any], **more: Any) -> dict[str, Any]:
    """What a page says of its sheet."""
    usual = {"code": CODE, "view": of.perspective.value, "dots": False, "answers": answers, "guesses": {}, "drill": {}}
    return {**usual, "notes": {}, **more}


def reply(of: FormOrder, answers: dict[str, Any], secret: bytes = SECRET, **more: Any) -> bytes:
    """A reply as a page of this order saves it."""
    return sealed(of, json.dumps(said(of, answers, **more)).encode(), secret)


def sealed(of: FormOrder, plain: bytes, secret: bytes = SECRET, view: str = "", label: bytes = b"") -> bytes:
    """Whatever somebody puts behind a seal of this order."""
    public = public_of(secret)
    label = label or label_of(of, public).text().encode()
    own = ec.derive_private_key(1234567, ec.SECP256R1())
    point = own.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    theirs = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), public)
    key = HKDF(SHA256(), 32, point, b"TCREPLY1" + public).derive(own.exchange(ec.ECDH(), theirs))
    bound = label + b"\n" + (view or of.perspective.value).encode()
    cipher = AESGCM(key).encrypt(NONCE, plain.ljust(room_of(of)), bound)
    return b"TCREPLY1" + len(label).to_bytes(2) + label + point + NONCE + cipher
