"""A data file with a passphrase: nothing in it can be read without, and nothing tells the passphrase."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests.storage.torn_changes import traces
from trustcheck.app.ports import Damaged, Locked, NewRound, NotOpened
from trustcheck.domain.questionnaire.answers import Answer
from trustcheck.storage.file.key import FileKey, is_protected
from trustcheck.storage.store import open_store

PASSPHRASE = 'the quiet hérøn\'s "weir" \\ 4'
MARK = "heron-on-the-weir"


@pytest.fixture
def protected(path: Path, new: NewRound) -> Path:
    """A file that was protected from its first byte on, with an answer and a note in it, closed."""
    store = open_store(str(path), passphrase=PASSPHRASE)
    round_id = store.rounds.begin(replace(new, organisation=MARK))
    store.rounds.save_answer(round_id, "A1", Answer(4))
    store.rounds.save_note(round_id, "A1", MARK * 20)
    store.close()
    return path


def test_the_right_passphrase_opens_it_with_its_answers(protected: Path) -> None:
    for look_only in (False, True):
        store = open_store(str(protected), passphrase=PASSPHRASE, look_only=look_only)
        found = store.rounds.round(store.rounds.summaries()[0].id)
        store.close()

        assert found.response.answers == {"A1": Answer(4)}
        assert found.notes == {"A1": MARK * 20}


@pytest.mark.parametrize("look_only", [False, True])
@pytest.mark.parametrize("typed", ["the quiet heron", PASSPHRASE + " ", PASSPHRASE.upper(), "x'" + "ab" * 48 + "'"])
def test_another_passphrase_does_not_open_it_and_leaves_no_trace(
    protected: Path, typed: str, look_only: bool, capfd: pytest.CaptureFixture[str]
) -> None:
    before = traces(protected)

    with pytest.raises(Locked) as refused:
        open_store(str(protected), passphrase=typed, look_only=look_only)

    assert refused.value.wrong
    assert str(refused.value) == (
        "That did not open it. The file was not touched. Check Caps Lock, then the keyboard language."
    )
    assert traces(protected) == before
    assert capfd.readouterr() == ("", "")


def test_without_a_passphrase_it_asks_for_one_untouched(protected: Path) -> None:
    before = traces(protected)

    with pytest.raises(Locked, match="protected with a passphrase") as refused:
        open_store(str(protected))

    assert not refused.value.wrong
    assert traces(protected) == before


def test_a_letter_may_be_composed_in_either_way(path: Path) -> None:
    open_store(str(path), passphrase="h\u00e9ron").close()

    open_store(str(path), passphrase="he\u0301ron").close()


def test_nothing_readable_lies_in_the_folder_while_it_is_open_or_after(path: Path, new: NewRound) -> None:
    store = open_store(str(path), passphrase=PASSPHRASE)
    round_id = store.rounds.begin(replace(new, organisation=MARK))
    for item in new.questionnaire.order:
        store.rounds.save_note(round_id, item, MARK * 25)
    while_open = {each.name: each.read_bytes() for each in path.parent.iterdir()}
    store.close()

    assert path.name + "-wal" in while_open
    for content in (*while_open.values(), path.read_bytes()):
        assert MARK.encode() not in content
        assert b"CREATE TABLE" not in content


def test_a_key_is_shown_by_nothing() -> None:
    key = FileKey("heron", b"s" * 16)

    with key.raw() as raw:
        derived = str(raw)[2:66]
    assert len(bytes.fromhex(derived)) == 32
    assert derived not in f"{key!r} {key} {[key]}"


def test_every_file_has_a_salt_of_its_own(tmp_path: Path) -> None:
    begins = set()
    for name in ("one.trustcheck", "two.trustcheck"):
        open_store(str(tmp_path / name), passphrase=PASSPHRASE).close()
        begins.add((tmp_path / name).read_bytes()[:16])

    assert len(begins) == 2


def test_a_page_that_was_changed_is_told_as_damage_and_not_read(protected: Path) -> None:
    content = bytearray(protected.read_bytes())
    for page in range(1, len(content) // 4096):
        content[page * 4096 + 100] ^= 1
    protected.write_bytes(content)

    with pytest.raises(Damaged):
        everything_read(protected)


def everything_read(path: Path) -> None:
    with closing(open_store(str(path), passphrase=PASSPHRASE, look_only=True)) as store:
        for each in store.rounds.summaries():
            store.rounds.round(each.id)


def test_a_file_without_a_passphrase_is_opened_with_or_without_one(path: Path) -> None:
    open_store(str(path)).close()
    assert not is_protected(str(path))

    open_store(str(path), passphrase="needless").close()
    open_store(str(path)).close()


def test_a_protected_file_cut_to_nothing_readable_is_refused(protected: Path) -> None:
    protected.write_bytes(protected.read_bytes()[:5000])

    with pytest.raises(NotOpened):
        open_store(str(protected), passphrase=PASSPHRASE).rounds.summaries()
