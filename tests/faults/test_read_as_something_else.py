"""The open data file brought to a door that is for other files: it is not opened there, and keeps its log.

On POSIX systems whoever closes any handle on a file drops every lock this program holds on it. Another program that
then looks at the data file takes its log for one that nobody writes any more, and the next answers go with it.
"""

import shutil
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.faults.another_program import answers_seen_elsewhere
from tests.faults.left_after_answering import file_with_a_round
from tests.forms import order
from trustcheck.app.ports import Refused
from trustcheck.domain.questionnaire.answers import Answer
from trustcheck.exchange.exports.json_export import read_parcel
from trustcheck.exchange.forms.returned import read_returned
from trustcheck.exchange.tables.strict_reading import content_of
from trustcheck.storage.store import open_store
from trustcheck.ui.organisations.logo_file import read_logo

DOORS: dict[str, Callable[[Path], object]] = {
    "exports": lambda path: read_parcel(str(path)),
    "tables": lambda path: content_of(str(path)),
    "logos": lambda path: read_logo(str(path)),
}


@pytest.mark.parametrize("name", ["answers.trustcheck", "a data file under another name.db"])
@pytest.mark.parametrize("door", [*DOORS, "a folder of forms"])
def test_the_open_data_file_keeps_its_log_at_every_door(tmp_path: Path, name: str, door: str) -> None:
    path = tmp_path / "open" / name
    path.parent.mkdir()
    round_id = file_with_a_round(path)
    store = open_store(str(path))
    store.rounds.save_answer(round_id, "A1", Answer(4))

    if door in DOORS:
        with pytest.raises(Refused):
            DOORS[door](path)
    else:
        found = read_returned(order(), [str(path.parent)], (), clock=time.thread_time)
        assert not any(each.sheet for each in found.files)
    answers_seen_elsewhere(path)
    store.rounds.save_answer(round_id, "A2", Answer(2))

    # As the disk holds it if the program is killed now.
    killed = Path(shutil.copytree(path.parent, tmp_path / "killed"), name)
    store.close()
    with closing(open_store(str(killed), create=False)) as found_again:
        assert set(found_again.rounds.round(round_id).response.answers) == {"A1", "A2"}
