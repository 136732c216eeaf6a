"""What held a key is overwritten: by us where we made it, by the database where it let go of it."""

import ctypes
import gc
from pathlib import Path

from trustcheck.storage import engine as engines
from trustcheck.storage.file_key import SALT_BYTES, FileKey
from trustcheck.storage.wiping import wipe


def test_bytes_and_texts_are_overwritten_where_they_stand() -> None:
    for held in (bytearray(b"abc"), b"".join([b"ab", b"cd"]), "ab" * int("2")):
        wipe(held)

        assert set(held) in ({0}, {"\0"})


def test_a_text_that_is_more_than_ascii_is_left_alone_and_so_is_nothing() -> None:
    for held in ("größer", "", b"", "a"):
        before = str(held)
        wipe(held)
        assert str(held) == before


def test_a_key_is_overwritten_when_it_goes() -> None:
    key = FileKey("the quiet heron", bytes(SALT_BYTES))
    kept = key._key
    assert any(kept)

    del key
    gc.collect()

    assert not any(kept)


def test_what_the_database_takes_is_overwritten_afterwards() -> None:
    key = FileKey("the quiet heron", bytes(SALT_BYTES))
    with key.raw() as raw:
        assert raw.startswith("x'")
        begins, length = id(raw) + raw.__sizeof__() - len(raw) - 1, len(raw)

    assert ctypes.string_at(begins, length) == bytes(length)
    assert raw == "\0" * length


def test_a_protected_file_has_the_database_overwrite_what_it_lets_go_of(tmp_path: Path) -> None:
    key = FileKey("the quiet heron", bytes(SALT_BYTES))
    path = tmp_path / "private.trustcheck"
    path.touch()
    driver = engines.driver_on(str(path), "mode=rw", key)

    assert driver.execute("PRAGMA cipher_memory_security").fetchone()[0] in (1, "1")
    driver.close()
