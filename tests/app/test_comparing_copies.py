"""What a copy holds beside the present file, and which copy is the newest that is whole."""

from datetime import date
from typing import cast

import pytest

from trustcheck.app.carrying.copy_comparison import Comparison, MissingOrganisation, newest_whole
from trustcheck.app.ports import Damaged, Locked
from trustcheck.app.store.safekeeping import Contents, Copy, OrganisationContents, Safekeeping, Verdict

DAY = date(2026, 11, 21)
PASSPHRASE = "the quiet heron"
LOCKED = Locked("no", wrong=False)


def contents(**organisations: tuple[int, int]) -> Contents:
    """Organisations by name, each with its checks and answers."""
    held = (OrganisationContents(name, checks, answers, DAY) for name, (checks, answers) in organisations.items())
    return Contents(tuple(held), "1.0")


def test_what_the_present_file_has_more_of_would_be_missing() -> None:
    compared = Comparison(contents(Here=(2, 80), Same=(1, 40)), contents(Here=(3, 110), Same=(1, 40), New=(1, 12)))

    assert compared.missing == (
        MissingOrganisation("Here", 1, 30, whole=False),
        MissingOrganisation("New", 1, 12, whole=True),
    )


def test_what_only_the_copy_has_is_shown_and_not_missing() -> None:
    compared = Comparison(contents(Gone=(1, 40)), contents())

    assert compared.missing == ()
    assert [(row.name, row.now) for row in compared.rows] == [("Gone", None)]


def test_of_a_file_that_cannot_be_read_nothing_is_claimed() -> None:
    assert Comparison(contents(Here=(1, 1)), None).missing == ()


class Keeping:
    """Copies whose state is known; one that is locked opens with its passphrase, and is whole."""

    def __init__(self, *states: object, file: object = False) -> None:
        self._states = {"x": file, **{str(at): state for at, state in enumerate(states)}}
        self.read: list[str] = []

    def copies(self, path: str) -> tuple[Copy, ...]:
        return tuple(Copy(each, DAY) for each in self._states if each != "x")

    def look_into(self, path: str, passphrase: str = "") -> Contents:
        self._open(path, passphrase)
        return contents()

    def verify(self, path: str, passphrase: str = "") -> Verdict:
        self.read.append(path)
        return Verdict(() if self._open(path, passphrase) else ("a page is empty",), None)

    def _open(self, path: str, passphrase: str) -> bool:
        state = self._states[path]
        if isinstance(state, Locked) and passphrase == PASSPHRASE:
            return True
        if isinstance(state, Exception):
            raise state
        return bool(state)


def found(keeping: Keeping, passphrase: str = "") -> str:
    # It is looked for among copies alone, and nothing else of the port is asked.
    copy = newest_whole(cast("Safekeeping", keeping), "x", passphrase)
    return copy.path if copy is not None else ""


def test_the_newest_whole_copy_is_found_and_no_older_one_is_read() -> None:
    keeping = Keeping(False, Damaged("no"), True, True)

    assert found(keeping) == "2"
    assert keeping.read == ["0", "1", "2"]


def test_without_a_whole_copy_there_is_none() -> None:
    assert found(Keeping(False, Damaged("no"))) == ""
    assert found(Keeping()) == ""


@pytest.mark.parametrize("keeping", [Keeping(LOCKED, True), Keeping(True, LOCKED), Keeping(True, file=LOCKED)])
def test_where_anything_has_a_passphrase_no_copy_is_told_of_without_it(keeping: Keeping) -> None:
    for wrong in ("", "another"):
        with pytest.raises(Locked):
            found(keeping, wrong)
        assert keeping.read == []

    assert found(keeping, PASSPHRASE) == "0"


def test_a_damaged_file_that_opens_with_the_passphrase_lets_its_copies_be_read() -> None:
    class Broken(Keeping):
        def look_into(self, path: str, passphrase: str = "") -> Contents:
            super().look_into(path, passphrase)
            raise Damaged("no")

    assert found(Broken(True, file=LOCKED), PASSPHRASE) == "0"
