"""A data file may lie behind a link; what belongs to it lies beside the file."""

from pathlib import Path

import pytest

from tests.storage.kept_copies import KEEPING, TODAY, planted
from trustcheck.app.ports import NewRound
from trustcheck.storage.store import open_store


@pytest.mark.parametrize("deed", ["look into", "back up", "restore"])
def test_what_still_stands_in_the_log_is_read_through_a_link_too(
    kept: Path, new: NewRound, passphrase: str, deed: str
) -> None:
    link = kept.parent / "elsewhere" / "link.trustcheck"
    to = link.with_name("copied.trustcheck")
    link.parent.mkdir()
    link.symlink_to(kept)
    store = open_store(str(kept), passphrase=passphrase)
    planted(store, new, "the newest")
    if deed == "back up":
        KEEPING.back_up(str(link), str(to), passphrase)
    elif deed == "restore":
        KEEPING.restore(str(link), str(to), TODAY, passphrase)

    found = KEEPING.look_into(str(link if deed == "look into" else to), passphrase)

    store.close()
    assert found.checks == 2


def test_the_copies_of_a_file_are_found_through_a_link(kept: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    link = tmp_path / "elsewhere" / "link.trustcheck"
    link.symlink_to(kept)

    assert len(KEEPING.copies(str(link))) == 1
    assert KEEPING.copies(str(link)) == KEEPING.copies(str(kept))
