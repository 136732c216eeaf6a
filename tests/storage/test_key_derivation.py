"""What a guess at a passphrase costs, and how a file says which key it was made with."""

import hashlib
import threading
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from sqlcipher3 import dbapi2

from tests.storage import by_hand
from tests.storage.torn_changes import traces
from trustcheck.app.ports import Locked, NewRound, NotOpened
from trustcheck.domain.questionnaire.answers import Answer
from trustcheck.storage.file import key
from trustcheck.storage.file.key import FileKey, is_protected
from trustcheck.storage.file.key_derivation import COSTS, KEY_BYTES, MARK, ROUNDS, SALT_BYTES, derive, new_salt
from trustcheck.storage.safekeeping import SqliteSafekeeping
from trustcheck.storage.store import open_store

PASSPHRASE = "the quiet hérøn 4"
NEXT = "a loud otter"
WHERE = "heron-on-the-weir"
SAFE = SqliteSafekeeping()


@pytest.fixture
def readable(path: Path, new: NewRound) -> Path:
    """A file with a check and a copy, closed."""
    store = open_store(str(path))
    store.rounds.save_answer(store.rounds.begin(replace(new, organisation=WHERE)), "A1", Answer(4))
    store.safety.make_copy(date(2026, 11, 22))
    store.close()
    return path


@pytest.fixture
def of_before(readable: Path, quick_keys_of_before: None) -> Path:
    """The same, protected by SQLCipher itself."""
    return by_hand.protect_as_before(readable, PASSPHRASE)


@pytest.fixture
def of_today(readable: Path) -> Path:
    SAFE.protect(str(readable), "", PASSPHRASE)
    return readable


def places_in(path: Path, passphrase: str) -> list[str]:
    """Read by another tool."""
    with closing(dbapi2.connect(f"{path.as_uri()}?immutable=1", uri=True)) as driver:
        by_hand.unlock(driver, path, passphrase)
        return [name for (name,) in driver.execute("SELECT name FROM organisation")]


def answers_in(path: Path, passphrase: str, *, look_only: bool = False) -> dict[str, Answer]:
    with closing(open_store(str(path), create=False, look_only=look_only, passphrase=passphrase)) as store:
        return dict(store.rounds.round(store.rounds.summaries()[0].id).response.answers)


# -- the derivation


def test_the_library_gives_the_answer_that_rfc_9106_gives() -> None:
    """Section 5.3."""
    kdf = Argon2id(salt=b"\2" * 16, length=32, iterations=3, lanes=4, memory_cost=32, secret=b"\3" * 8, ad=b"\4" * 12)

    found = kdf.derive(b"\1" * 32).hex()

    assert found == "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659"


def test_a_key_is_what_the_reference_implementation_makes_of_the_same_passphrase_and_salt() -> None:
    key = bytearray(KEY_BYTES)
    derive(b"heron", MARK + b"\1" + b"0123456789", key)

    assert key.hex() == "27e930409aa0f57f8d2e28d1be1a95c0c0e59855c90519aed1c247601123b4d9"


@pytest.mark.usefixtures("real_keys")
def test_a_guess_costs_at_least_what_rfc_9106_asks_for_where_memory_is_short() -> None:
    for cost in COSTS.values():
        assert (cost.memory >= 64 * 1024, cost.passes >= 3, cost.lanes >= 4) == (True, True, True)


def test_a_file_of_before_costs_at_least_what_sqlcipher_asks_for() -> None:
    key = bytearray(KEY_BYTES)
    derive(b"heron", b"s" * SALT_BYTES, key)

    assert ROUNDS >= 256_000
    assert key == hashlib.pbkdf2_hmac("sha512", b"heron", b"s" * 16, 256_000, 32)


@pytest.mark.usefixtures("real_keys")
def test_a_salt_says_how_its_key_is_made_and_is_random_but_for_that() -> None:
    salts = [new_salt() for _ in range(200)]

    assert {salt[:6] for salt in salts} == {b"\xf7a2id\1"}
    assert {len(salt) for salt in salts} == {SALT_BYTES}
    assert len({salt[6:] for salt in salts}) == 200
    # No byte of the rest stands still.
    assert all(len(set(column)) > 50 for column in zip(*(salt[6:] for salt in salts), strict=True))


@pytest.mark.parametrize("which", ["of_before", "of_today"])
@pytest.mark.parametrize("typed", [PASSPHRASE, "another one"])
def test_one_key_is_derived_whether_it_fits_or_not(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, which: str, typed: str
) -> None:
    path: Path = request.getfixturevalue(which)
    made: list[bytes] = []
    monkeypatch.setattr(key, "derive", lambda *given: made.append(given[1]) or derive(*given))

    if typed == PASSPHRASE:
        open_store(str(path), passphrase=typed).close()
    else:
        with pytest.raises(Locked) as refused:
            open_store(str(path), passphrase=typed)
        assert str(refused.value).startswith("That did not open it.")

    assert made == [by_hand.salt_of(path)]


@pytest.mark.usefixtures("real_keys")
def test_others_go_on_working_while_a_key_is_made() -> None:
    working = threading.Thread(target=FileKey, args=(PASSPHRASE, new_salt()))
    moments = 0
    working.start()
    while working.is_alive():
        time.sleep(0.002)
        moments += 1

    assert moments > 10


# -- the file


@pytest.mark.usefixtures("real_keys")
def test_another_tool_opens_a_new_file_with_the_key_that_rfc_9106_makes_of_its_passphrase(of_today: Path) -> None:
    (copy,) = SAFE.copies(str(of_today))

    for each in (of_today, Path(copy.path)):
        assert by_hand.salt_of(each)[:6] == b"\xf7a2id\1"
        assert is_protected(str(each))
        assert places_in(each, PASSPHRASE) == [WHERE]


def test_a_file_that_another_tool_opens_with_the_passphrase_itself_is_one_of_before(readable: Path) -> None:
    by_hand.protect_as_before(readable, PASSPHRASE)
    with closing(dbapi2.connect(f"{readable.as_uri()}?immutable=1", uri=True)) as driver:
        driver.execute(f"PRAGMA key = '{PASSPHRASE}'")

        assert driver.execute("SELECT name FROM organisation").fetchall() == [(WHERE,)]
    assert answers_in(readable, PASSPHRASE) == {"A1": Answer(4)}


def test_a_file_of_before_is_read_written_and_copied_as_it_is(of_before: Path, tmp_path: Path) -> None:
    assert answers_in(of_before, PASSPHRASE, look_only=True) == {"A1": Answer(4)}
    with closing(open_store(str(of_before), passphrase=PASSPHRASE)) as store:
        store.rounds.save_answer(store.rounds.summaries()[0].id, "A1", Answer(2))
        store.safety.make_copy(date(2026, 11, 23))
        store.safety.back_up(str(tmp_path / "stick.trustcheck"))
        assert store.safety.opens_with(PASSPHRASE)
        assert not store.safety.opens_with(NEXT)
    SAFE.rescue(str(of_before), str(tmp_path / "rescued.trustcheck"), PASSPHRASE)

    copies = [Path(each.path) for each in SAFE.copies(str(of_before))]
    assert len(copies) == 2
    for each in (of_before, *copies, tmp_path / "stick.trustcheck", tmp_path / "rescued.trustcheck"):
        assert by_hand.salt_of(each) == by_hand.salt_of(of_before)
        assert SAFE.verify(str(each), PASSPHRASE).is_whole
    assert answers_in(tmp_path / "stick.trustcheck", PASSPHRASE) == {"A1": Answer(2)}


@pytest.mark.parametrize("chosen", [NEXT, PASSPHRASE], ids=["another", "the same again"])
def test_the_next_passphrase_moves_a_file_of_before_and_its_copies_over(of_before: Path, chosen: str) -> None:
    SAFE.protect(str(of_before), PASSPHRASE, chosen)

    (copy,) = SAFE.copies(str(of_before))
    for each in (of_before, Path(copy.path)):
        assert by_hand.is_argon2id(each)
        assert places_in(each, chosen) == [WHERE]
    assert answers_in(of_before, chosen) == {"A1": Answer(4)}


def test_a_copy_of_before_is_put_back_beside_a_file_of_today(of_before: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept.trustcheck"
    kept.write_bytes(of_before.read_bytes())
    SAFE.protect(str(of_before), PASSPHRASE, NEXT)

    aside = SAFE.restore(str(kept), str(of_before), date(2026, 11, 24), PASSPHRASE)

    assert answers_in(of_before, PASSPHRASE) == {"A1": Answer(4)}
    assert answers_in(Path(aside), NEXT) == {"A1": Answer(4)}


def test_what_leaves_a_file_of_before_is_protected_as_today(of_before: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.trustcheck"
    with closing(open_store(str(of_before), passphrase=PASSPHRASE)) as store:
        store.carrying.hand_over(store.organisations.all()[0].id, str(target), NEXT)

    assert by_hand.is_argon2id(target)
    assert places_in(target, NEXT) == [WHERE]


# -- what this version cannot do

WAYS: dict[str, Callable[[Path, str], object]] = {
    "open": lambda path, word: open_store(str(path), passphrase=word),
    "look only": lambda path, word: open_store(str(path), look_only=True, passphrase=word),
    "look into": lambda path, word: SAFE.look_into(str(path), word),
    "verify": lambda path, word: SAFE.verify(str(path), word),
    "back up": lambda path, word: SAFE.back_up(str(path), str(path.with_name("b.trustcheck")), word),
    "restore": lambda path, word: SAFE.restore(str(path), str(path.with_name("b.trustcheck")), date(2026, 1, 1), word),
    "rescue": lambda path, word: SAFE.rescue(str(path), str(path.with_name("b.trustcheck")), word),
    "protect": lambda path, word: SAFE.protect(str(path), word, NEXT),
}


@pytest.mark.parametrize("word", ["", PASSPHRASE], ids=["without a passphrase", "with it"])
@pytest.mark.parametrize("way", WAYS)
def test_a_file_that_a_newer_version_protected_otherwise_is_told_so_and_untouched(
    of_today: Path, monkeypatch: pytest.MonkeyPatch, way: str, word: str
) -> None:
    """Which holds for files that tests protect cheaply too: no real program opens one."""
    monkeypatch.delitem(COSTS, by_hand.salt_of(of_today)[5])
    before = traces(of_today)

    with pytest.raises(NotOpened, match="protected by a newer TrustCheck") as refused:
        WAYS[way](of_today, word)

    assert not isinstance(refused.value, Locked)
    assert traces(of_today) == before


def test_a_computer_without_the_memory_is_told_what_to_do(of_today: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Full:
        def __init__(self, **_asked: object) -> None:
            pass

        def derive_into(self, _typed: bytes, _key: bytearray) -> None:
            raise MemoryError

    monkeypatch.setattr("cryptography.hazmat.primitives.kdf.argon2.Argon2id", Full)
    before = traces(of_today)

    with pytest.raises(NotOpened, match="Close other programs, then try again"):
        open_store(str(of_today), passphrase=PASSPHRASE)

    assert traces(of_today) == before
