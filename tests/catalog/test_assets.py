"""The program's own files are found wherever the program lies."""

import sys
from pathlib import Path

import pytest

from trustcheck import assets


def test_a_checkout_finds_its_fonts_icons_and_questionnaires() -> None:
    assert assets.path("questionnaires", "trust-and-openness", "questionnaire.yaml").is_file()
    assert assets.path("icons", "house.svg").parent.parent == assets.root()


def test_a_missing_file_is_named_with_what_to_do() -> None:
    with pytest.raises(assets.ResourceMissing, match=r"nobody\.svg.*Install the program again"):
        assets.path("icons", "nobody.svg")


@pytest.mark.parametrize("inside", ["trustcheck/_resources", "resources"])
def test_a_frozen_bundle_reads_its_own_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, inside: str) -> None:
    (tmp_path / inside).mkdir(parents=True)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert assets.root() == tmp_path / inside


def test_a_wheel_reads_the_files_inside_it_and_not_a_strangers_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "site-packages" / "trustcheck"
    (package / "_resources").mkdir(parents=True)
    (package.parent / "resources").mkdir()
    monkeypatch.setattr(assets, "PACKAGE", package)
    assert assets.root() == package / "_resources"


def test_a_program_without_its_files_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assets, "PACKAGE", tmp_path / "trustcheck")
    with pytest.raises(assets.ResourceMissing, match="Install the program again"):
        assets.root()
