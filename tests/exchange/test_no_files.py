"""What has a name and is no file: a table is never waited for, and never read without end."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.exchange.tables import ASKED, TABLES
from trustcheck.app.ports import Refused
from trustcheck.exchange.exports.json_export import read_parcel
from trustcheck.exchange.tables.answers_file import read_answers
from trustcheck.exchange.tables.strict_reading import read_facts

READ_WHOLE = {
    "a table": "trustcheck.exchange.tables.taking.content_of",
    "answers": "trustcheck.exchange.tables.answers_file.content_of",
    "facts": "trustcheck.exchange.tables.strict_reading.rows_of",
    "an export": "trustcheck.exchange.exports.json_export.json.loads",
}

READERS: dict[str, Callable[[str], object]] = {
    "a table": TABLES.read,
    "answers": lambda path: read_answers(path, ASKED),
    "facts": lambda path: read_facts(path, ASKED),
}


@pytest.mark.parametrize("read", READERS.values(), ids=READERS)
def test_a_pipe_or_a_device_is_refused_at_once(tmp_path: Path, read: Callable[[str], object]) -> None:
    os.mkfifo(tmp_path / "pipe.csv")

    for odd in (tmp_path / "pipe.csv", Path("/dev/zero"), Path("/dev/null")):
        with pytest.raises(Refused, match="could not be read: it is no file"):
            read(str(odd))


@pytest.mark.parametrize("read", READERS.values(), ids=READERS)
def test_a_file_that_says_it_is_empty_and_is_not_is_bounded_all_the_same(
    tmp_path: Path, read: Callable[[str], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Files of the system itself have no length and may hold any amount."""
    monkeypatch.setattr("trustcheck.exchange.tables.strict_reading.LARGEST_FILE", 100)
    (tmp_path / "long.csv").write_text("x" * 101)

    with pytest.raises(Refused, match="MiB and was not read"):
        read(str(tmp_path / "long.csv"))


@pytest.mark.parametrize("what", READ_WHOLE)
def test_where_memory_ends_the_file_is_refused_in_one_sentence(
    tmp_path: Path, what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_given: object, **_named: object) -> None:
        raise MemoryError

    monkeypatch.setattr(READ_WHOLE[what], fail)
    (tmp_path / "large").write_text("{}")
    read = {**READERS, "an export": read_parcel}[what]

    with pytest.raises(Refused) as refused:
        read(str(tmp_path / "large"))
    assert refused.value.sentence == "large needs more memory than there is, and was not read."
    assert refused.value.safe == "Nothing was taken or changed."
