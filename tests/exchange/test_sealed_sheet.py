"""Sealing with the real thing: what opens it, what does not, and that it is slow where it has to be."""

import secrets
from time import process_time

import pytest

from trustcheck.app.answering.sealing import DoesNotOpen
from trustcheck.exchange.sealed_sheet import COST, ScryptSealer

PHRASE, PLAIN = "amber otter lantern", b'{"A1": 4}' + b" " * 4087


@pytest.fixture
def sealer() -> ScryptSealer:
    """The real functions at a cost that keeps a test quick."""
    return ScryptSealer(secrets.token_bytes, cost=2**4)


def test_the_words_open_what_they_sealed(sealer: ScryptSealer) -> None:
    sealed = sealer.new_key(PHRASE).seal(PLAIN)

    _key, opened = sealer.open(PHRASE, sealed)

    assert opened == PLAIN
    assert PLAIN.strip() not in sealed


def test_a_key_that_was_opened_seals_for_the_same_words(sealer: ScryptSealer) -> None:
    key, _plain = sealer.open(PHRASE, sealer.new_key(PHRASE).seal(PLAIN))

    assert sealer.open(PHRASE, key.seal(b"later"))[1] == b"later"


@pytest.mark.parametrize("words", ["amber otter lanterns", "otter amber lantern", "", "amber otter"])
def test_other_words_open_nothing(sealer: ScryptSealer, words: str) -> None:
    sealed = sealer.new_key(PHRASE).seal(PLAIN)

    with pytest.raises(DoesNotOpen):
        sealer.open(words, sealed)


@pytest.mark.parametrize("at", [0, 3, 4, 19, 20, 31, 32, 500, -1])
def test_a_sheet_of_which_one_bit_was_changed_does_not_open(sealer: ScryptSealer, at: int) -> None:
    sealed = bytearray(sealer.new_key(PHRASE).seal(PLAIN))
    sealed[at] ^= 1

    with pytest.raises(DoesNotOpen):
        sealer.open(PHRASE, bytes(sealed))


@pytest.mark.parametrize("length", [0, 3, 4, 19, 20, 31, 32, 40])
def test_a_sheet_that_was_cut_off_does_not_open(sealer: ScryptSealer, length: int) -> None:
    sealed = sealer.new_key(PHRASE).seal(PLAIN)[:length]

    with pytest.raises(DoesNotOpen):
        sealer.open(PHRASE, sealed)


def test_the_same_sheet_never_looks_the_same_twice(sealer: ScryptSealer) -> None:
    key = sealer.new_key(PHRASE)
    looks = {key.seal(PLAIN) for _again in range(20)} | {sealer.new_key(PHRASE).seal(PLAIN) for _again in range(20)}

    assert len(looks) == 40
    assert len({each[4:20] for each in looks}) == 21, "each sheet has a salt of its own"


def test_a_pin_is_known_again_and_not_kept(sealer: ScryptSealer) -> None:
    lock = sealer.lock("2468")

    assert sealer.unlocks("2468", lock)
    assert b"2468" not in lock
    assert lock != sealer.lock("2468")


@pytest.mark.parametrize("pin", ["", "2469", "24680", "8642"])
def test_another_pin_opens_nothing(sealer: ScryptSealer, pin: str) -> None:
    assert not sealer.unlocks(pin, sealer.lock("2468"))


@pytest.mark.parametrize("lock", [b"", b"TCL1", b"TCL1" + bytes(16), b"XXXX" + bytes(48)])
def test_no_pin_opens_a_lock_that_is_none(sealer: ScryptSealer, lock: bytes) -> None:
    assert not sealer.unlocks("2468", lock)


def test_each_guess_costs_what_the_promise_is_built_on() -> None:
    """128 MB and a good part of a second: the cost is what makes three words worth anything."""
    assert COST == 2**17
    quick, real = ScryptSealer(secrets.token_bytes, cost=2**12), ScryptSealer(secrets.token_bytes)
    begun = process_time()
    quick.new_key(PHRASE)
    middle = process_time()
    sealed = real.new_key(PHRASE).seal(PLAIN)

    assert process_time() - middle > 8 * (middle - begun)
    assert real.open(PHRASE, sealed)[1] == PLAIN
