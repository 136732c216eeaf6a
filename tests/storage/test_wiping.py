"""What held a key is overwritten: by us where we made it, by the database where it let go of it."""

import contextlib
import ctypes
import gc
from pathlib import Path

import pytest

from trustcheck.storage.file import engine as engines
from trustcheck.storage.file import key
from trustcheck.storage.file.key import FileKey
from trustcheck.storage.file.key_derivation import SALT_BYTES, new_salt, wipe


def test_bytes_and_texts_are_overwritten_where_they_stand() -> None:
    for held in (bytearray(b"abc"), b"".join([b"ab", b"cd"]), "ab" * int("2")):
        wipe(held)

        assert set(held) in ({0}, {"\0"})


def test_a_text_that_is_more_than_ascii_is_left_alone_and_so_is_nothing() -> None:
    for held in ("größer", "", b"", "a"):
        before = str(held)
        wipe(held)
        assert str(held) == before


@pytest.mark.parametrize("salt", [bytes(SALT_BYTES), new_salt()], ids=["of before", "of today"])
def test_a_key_is_overwritten_when_it_goes(salt: bytes) -> None:
    key = FileKey("the quiet heron", salt)
    (kept,) = (each for each in gc.get_referents(key) if isinstance(each, bytearray))
    assert any(kept)

    del key
    gc.collect()

    assert not any(kept)


@pytest.mark.parametrize("fails", [False, True])
def test_what_was_typed_is_overwritten_also_where_no_key_is_made_of_it(
    monkeypatch: pytest.MonkeyPatch, fails: bool
) -> None:
    kept: list[bytes] = []

    def derive(typed: bytes, _salt: bytes, _key: bytearray) -> None:
        assert typed == "the quiet hérøn".encode()
        kept.append(typed)
        if fails:
            raise ZeroDivisionError

    monkeypatch.setattr(key, "derive", derive)
    with contextlib.suppress(ZeroDivisionError):
        FileKey("the quiet hérøn", new_salt())

    assert [set(each) for each in kept] == [{0}]


def test_what_the_database_takes_is_overwritten_afterwards() -> None:
    key = FileKey("the quiet heron", new_salt())
    with key.raw() as raw:
        assert raw.startswith("x'")
        begins, length = id(raw) + raw.__sizeof__() - len(raw) - 1, len(raw)

    assert ctypes.string_at(begins, length) == bytes(length)
    assert raw == "\0" * length


def test_a_protected_file_has_the_database_overwrite_what_it_lets_go_of(tmp_path: Path) -> None:
    key = FileKey("the quiet heron", new_salt())
    path = tmp_path / "private.trustcheck"
    path.touch()
    driver = engines.driver_on(str(path), "mode=rw", key)

    assert driver.execute("PRAGMA cipher_memory_security").fetchone()[0] in (1, "1")
    driver.close()
