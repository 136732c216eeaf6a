"""The team's sample: read from its folder, or refused with the folder's name."""

import shutil
from pathlib import Path

import pytest

from trustcheck import assets
from trustcheck.app.ports import Refused
from trustcheck.catalog.file_catalog import FileCatalog
from trustcheck.domain.checks.group_round import NOTES_FROM, NotesUse
from trustcheck.domain.questionnaire.model import Perspective
from trustcheck.exchange.samples import read_team_sample

ASKED = FileCatalog().questionnaire("trust-and-openness")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(assets.path("samples", "team"), tmp_path / "team"))


def test_the_team_has_enough_people_in_both_views_to_be_shown(folder: Path) -> None:
    sample = read_team_sample(folder, ASKED)

    answered = {view: sum(each.response.perspective is view for each in sample.sheets) for view in Perspective}
    assert all(answered[view] >= sample.setup.threshold for view in Perspective)
    assert all(answered[view] <= sample.setup.invited[view] for view in Perspective)
    assert set(sample.facts) == set(ASKED.practice_by_id)


def test_there_are_enough_sheets_for_its_notes_to_be_read(folder: Path) -> None:
    sample = read_team_sample(folder, ASKED)

    assert sample.setup.notes is NotesUse.GROUP
    assert len(sample.sheets) >= NOTES_FROM
    assert any(each.notes for each in sample.sheets)


def test_the_promise_names_a_suggestion_of_the_questionnaire(folder: Path) -> None:
    assert read_team_sample(folder, ASKED).promise.suggestion_id in {each.id for each in ASKED.suggestions}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('item = "SI4"', 'item = "XX9"'),
        ("SI = 3", "XX = 3"),
        ("threshold = 5", 'threshold = "five"'),
        ("[promise]", ""),
    ],
)
def test_words_that_do_not_fit_are_refused(folder: Path, old: str, new: str) -> None:
    words = folder / "team.toml"
    words.write_text(words.read_text("utf-8").replace(old, new, 1), "utf-8")

    with pytest.raises(Refused, match=r"team\.toml"):
        read_team_sample(folder, ASKED)
