"""How long a guesser would need: a low estimate, and never a flattering one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trustcheck.app.carrying.passphrases import LONGEST, Guessing, guessing


@pytest.mark.parametrize(
    ("passphrase", "needed"),
    [
        ("", Guessing.NO_TIME),
        ("2468", Guessing.NO_TIME),
        ("password", Guessing.NO_TIME),
        ("Password1!", Guessing.NO_TIME),
        ("TrustCheck2026", Guessing.NO_TIME),
        ("bellwater", Guessing.NO_TIME),
        ("qwertyuiopasdfghjkl", Guessing.NO_TIME),
        ("12345678901234567890", Guessing.NO_TIME),
        ("a" * 200, Guessing.NO_TIME),
        ("Summer2024!", Guessing.MINUTES),
        ("P4ssw0rd!", Guessing.MINUTES),
        ("Tr0ub4dor&3", Guessing.MINUTES),
        ("correct horse battery staple", Guessing.YEARS),
        ("k3J$9xQvT!zw", Guessing.YEARS),
        ("the ferret in the archive knows", Guessing.LONGER),
        ("Grüße aus dem Archiv, lieber Otter", Guessing.LONGER),
    ],
)
def test_what_people_choose_is_told_apart(passphrase: str, needed: Guessing) -> None:
    assert guessing(passphrase) is needed


@given(st.lists(st.sampled_from(["heron", "lantern", "quarry", "shallows", "amber", "brook"]), min_size=6, max_size=6))
def test_six_words_are_worth_no_more_than_a_list_of_six_words_gives(words: list[str]) -> None:
    """Many of them may be the same; then they are worth less."""
    if len(set(words)) <= 2:
        assert guessing(" ".join(words)) <= Guessing.LONGER
    else:
        assert guessing(" ".join(words)) >= Guessing.YEARS


@given(st.text(max_size=60), st.text(max_size=10))
def test_more_of_it_is_never_said_to_be_much_weaker(passphrase: str, more: str) -> None:
    assert guessing(passphrase + more) >= guessing(passphrase) - 1


@given(st.text(max_size=LONGEST))
def test_anything_that_can_be_typed_is_estimated(passphrase: str) -> None:
    assert guessing(passphrase).words
