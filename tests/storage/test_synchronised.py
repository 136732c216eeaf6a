"""A data file in a folder that a sync tool writes to is known by the marks that the tool itself leaves there."""

from contextlib import closing
from pathlib import Path

import pytest

from trustcheck.storage.file.sync_folders import synchronised_by
from trustcheck.storage.store import open_store

MARKS = [
    ("Dropbox", ".dropbox"),
    ("Dropbox", ".dropbox.cache/"),
    ("OneDrive", ".849C9593-D756-4E56-8D6E-42412F2A707B"),
    ("Nextcloud", ".sync_3f2a91.db"),
    ("Nextcloud", "._sync_3f2a91.db"),
    ("Nextcloud", ".nextcloudsync.log"),
    ("Syncthing", ".stfolder/"),
]
FOLDERS = [
    ("iCloud", "Library/Mobile Documents/com~apple~CloudDocs"),
    ("iCloud", "iCloudDrive"),
    ("OneDrive", "OneDrive - Our Shop"),
    ("OneDrive", "Library/CloudStorage/OneDrive-Personal"),
]


@pytest.mark.parametrize(("program", "mark"), MARKS)
@pytest.mark.parametrize("below", ["", "work/trust"])
def test_it_is_known_by_what_lies_in_the_topmost_folder(tmp_path: Path, program: str, mark: str, below: str) -> None:
    (tmp_path / below).mkdir(parents=True, exist_ok=True)
    lying = tmp_path / mark
    lying.mkdir() if mark.endswith("/") else lying.touch()

    with closing(open_store(str(tmp_path / below / "mine.trustcheck"))) as store:
        assert store.safety.synchronised_by == program


@pytest.mark.parametrize(("program", "folder"), FOLDERS)
def test_it_is_known_by_what_the_folder_is_called(tmp_path: Path, program: str, folder: str) -> None:
    (tmp_path / folder).mkdir(parents=True)

    assert synchronised_by(str(tmp_path / folder / "mine.trustcheck")) == program


@pytest.mark.parametrize("folder", ["", "Dropbox recipes", "not OneDrive", "mobile", ".sync"])
def test_no_other_folder_is_taken_for_one(tmp_path: Path, folder: str) -> None:
    (tmp_path / folder).mkdir(exist_ok=True)
    (tmp_path / ".synchronise").touch()

    assert synchronised_by(str(tmp_path / folder / "mine.trustcheck")) == ""


def test_a_link_out_of_such_a_folder_leads_out_of_it(tmp_path: Path) -> None:
    (tmp_path / "there" / ".stfolder").mkdir(parents=True)
    (tmp_path / "here").mkdir()
    (tmp_path / "here" / "mine.trustcheck").touch()
    (tmp_path / "there" / "mine.trustcheck").symlink_to(tmp_path / "here" / "mine.trustcheck")

    assert synchronised_by(str(tmp_path / "there" / "mine.trustcheck")) == ""
    assert synchronised_by(str(tmp_path / "there" / "other.trustcheck")) == "Syncthing"
