"""A passphrase is set, changed or taken off while another program looks at the file: neither harms the other.

Whoever only looks does not stand in the way: the file is written anew, and the one who looks is told so, once. Only
where they are in the middle of reading what stands in the log of the file, the change is refused in a sentence.
"""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests.faults.keeping import PASSPHRASES
from tests.faults.left_after_keeping import file_with_a_round
from tests.faults.looking import LOGO, note
from tests.faults.stopping import heard, said_until_ended, started
from trustcheck.app.ports import Locked, NotWritten
from trustcheck.domain.questionnaire.answers import Answer
from trustcheck.storage.safekeeping import SqliteSafekeeping
from trustcheck.storage.store import open_store

NOTES = 60
"""So many that the file has pages nobody has read yet when it is written anew."""
REPLACED = (
    "refused Meanwhile another TrustCheck wrote this file anew. Nothing in it was changed from here. Open it again. It "
    "may have another passphrase now."
)
NOT_IN_TIME = "refused That did not open it. The file was not touched. Check Caps Lock, then the keyboard language."
NEEDS_ONE = "refused This data file is protected with a passphrase. It was not touched. Type it to open the file."
CHANGES = [(PASSPHRASES[0], PASSPHRASES[1]), (PASSPHRASES[1], PASSPHRASES[2]), (PASSPHRASES[2], PASSPHRASES[0])]
KEEPING = SqliteSafekeeping()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "mine.trustcheck"
    file_with_a_round(path)
    with closing(open_store(str(path), create=False)) as store:
        (summary,) = store.rounds.summaries()
        details = store.organisations.details(summary.organisation.id)
        store.organisations.save_details(summary.organisation.id, replace(details, logo=LOGO))
        for number in range(1, NOTES + 1):
            store.rounds.save_note(summary.id, f"Q{number}", note(number))
            store.rounds.save_answer(summary.id, f"Q{number}", Answer(1 + number % 5))
    return path


def require_opens_with(path: Path, passphrase: str) -> None:
    """The file opens with this passphrase and no other, whole; where there is one, nothing beside it can be read."""
    for each in PASSPHRASES:
        if each == passphrase or not passphrase:
            assert KEEPING.verify(str(path), each).is_whole
        else:
            with pytest.raises(Locked):
                open_store(str(path), create=False, passphrase=each)
    if passphrase:
        assert not [each for each in path.parent.rglob("*") if b"heron-on" in each.read_bytes()]
    # Who looks takes nothing away: where they were the last to go, an empty log stays for the next who writes.
    open_store(str(path), create=False, passphrase=passphrase).close()
    assert [each.name for each in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize(("before", "after"), CHANGES, ids=["set", "changed", "taken off"])
def test_whoever_looks_meanwhile_reads_what_was_written_or_is_told_to_open_it_again(
    path: Path, before: str, after: str
) -> None:
    KEEPING.protect(str(path), "", before)
    with started("looking.py", path) as looker:
        assert heard(looker) == f"read {NOTES}"
        KEEPING.protect(str(path), before, after)
        said = [heard(looker)]
        while said[-1] == f"read {NOTES}":
            said.append(heard(looker))
        assert said[-1] == REPLACED
        while said[-1] != f"read {NOTES}":
            said.append(heard(looker))
            assert said[-1] in (f"read {NOTES}", REPLACED)

    require_opens_with(path, after)


def change_again_and_again(path: Path, changes: int) -> list[str]:
    """What somebody says who looks all the while."""
    passphrase, said = "", []
    with started("looking.py", path) as looker:
        for _ in range(changes):
            said.append(heard(looker))
            after = PASSPHRASES[(PASSPHRASES.index(passphrase) + 1) % 3]
            KEEPING.protect(str(path), passphrase, after)
            passphrase = after
        assert looker.poll() is None
        said += said_until_ended(looker)
    require_opens_with(path, passphrase)
    return said


def judged(said: list[str], changes: int, report: Callable[[str], None]) -> None:
    read, told = said.count(f"read {NOTES}"), sum(each.startswith("refused") for each in said)
    strange = {each for each in said if each not in (f"read {NOTES}", REPLACED, NOT_IN_TIME, NEEDS_ONE)}
    report(f"looked at during {changes} changes of passphrase: {read} times read whole, {told} refused in a sentence")
    assert strange == set()
    assert read
    assert told


def test_all_that_is_said_in_six_changes_is_read_or_a_sentence(
    path: Path, print_figures: Callable[[str], None]
) -> None:
    judged(change_again_and_again(path, 6), 6, print_figures)


@pytest.mark.long
def test_nor_is_anything_else_said_in_three_hundred_changes(path: Path, print_figures: Callable[[str], None]) -> None:
    judged(change_again_and_again(path, 300), 300, print_figures)


def test_while_somebody_reads_its_log_the_passphrase_stays_and_a_sentence_says_so(path: Path) -> None:
    writer = open_store(str(path), create=False)
    writer.rounds.save_note(writer.rounds.summaries()[0].id, f"Q{NOTES + 1}", note(NOTES + 1))
    with started("holding.py", path, "reading") as reader:
        assert heard(reader) == "holding"
        writer.rounds.save_note(writer.rounds.summaries()[0].id, f"Q{NOTES + 2}", note(NOTES + 2))
        writer.close()

        with pytest.raises(NotWritten) as refused:
            KEEPING.protect(str(path), "", PASSPHRASES[1])

        assert str(refused.value) == (
            f"{path} is being read somewhere else. Nothing was changed. Close it there, then try again."
        )
        assert not [*path.parent.rglob("*.anew")]
        assert KEEPING.verify(str(path)).is_whole
        assert reader.communicate() == ("", "")

    KEEPING.protect(str(path), "", PASSPHRASES[1])
    require_opens_with(path, PASSPHRASES[1])
