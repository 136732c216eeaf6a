"""What a copy holds beside the present file, and which copy is the newest that is whole."""

from datetime import date

import pytest

from trustcheck.app.comparing_copies import Comparison, Missing, newest_whole
from trustcheck.app.ports import Damaged, Locked
from trustcheck.app.safekeeping import Contents, Copy, OrganisationContents, Verdict

DAY = date(2026, 11, 21)


def contents(**organisations: tuple[int, int]) -> Contents:
    """Organisations by name, each with its checks and answers."""
    held = (OrganisationContents(name, checks, answers, DAY) for name, (checks, answers) in organisations.items())
    return Contents(tuple(held), "1.0")


def test_what_the_present_file_has_more_of_would_be_missing() -> None:
    compared = Comparison(contents(Here=(2, 80), Same=(1, 40)), contents(Here=(3, 110), Same=(1, 40), New=(1, 12)))

    assert compared.missing == (Missing("Here", 1, 30, whole=False), Missing("New", 1, 12, whole=True))


def test_what_only_the_copy_has_is_shown_and_not_missing() -> None:
    compared = Comparison(contents(Gone=(1, 40)), contents())

    assert compared.missing == ()
    assert [(row.name, row.now) for row in compared.rows] == [("Gone", None)]


def test_of_a_file_that_cannot_be_read_nothing_is_claimed() -> None:
    assert Comparison(contents(Here=(1, 1)), None).missing == ()


class Keeping:
    """Copies whose state is known."""

    def __init__(self, *states: object) -> None:
        self._states = dict(enumerate(states))
        self.read: list[str] = []

    def copies(self, path: str) -> tuple[Copy, ...]:
        return tuple(Copy(str(at), DAY) for at in self._states)

    def verify(self, path: str, passphrase: str = "") -> Verdict:
        self.read.append(path)
        state = self._states[int(path)]
        if isinstance(state, Exception):
            raise state
        return Verdict(() if state else ("a page is empty",), None)


def found(keeping: Keeping) -> str:
    copy = newest_whole(keeping, "x")  # type: ignore[arg-type]
    return copy.path if copy is not None else ""


def test_the_newest_whole_copy_is_found_and_no_older_one_is_read() -> None:
    keeping = Keeping(False, Damaged("no"), True, True)

    assert found(keeping) == "2"
    assert keeping.read == ["0", "1", "2"]


def test_without_a_whole_copy_there_is_none() -> None:
    assert found(Keeping(False, Damaged("no"))) == ""
    assert found(Keeping()) == ""


def test_a_passphrase_is_asked_for_only_where_no_copy_opens_without() -> None:
    assert found(Keeping(Locked("no", wrong=False), True)) == "1"
    with pytest.raises(Locked):
        found(Keeping(Locked("no", wrong=False), False))
