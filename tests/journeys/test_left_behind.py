"""What a program that was ended by force left half written is gone, and the window says so in one sentence."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.person.data_files import with_checks
from tests.person.program import Program
from trustcheck.app.application import Application
from trustcheck.ui.shell.places import Place

Start = Callable[..., Program]
SAID = "TrustCheck was ended before it had finished; 1 half-written file that it left here is gone."


@pytest.fixture
def mine(application: Application) -> Path:
    return with_checks(Path(application.own_data_file))


def test_beside_the_data_file_at_the_next_start(program: Start, mine: Path) -> None:
    left = mine.with_name(f".{mine.name}.anew")
    left.write_bytes(mine.read_bytes())
    person = program().start()

    person.arrives_at(Place.HOME)
    person.sees(SAID)
    assert not left.exists()


def test_where_something_is_saved_once_it_is(program: Start, mine: Path, tmp_path: Path) -> None:
    left = tmp_path / ".trustcheck-abcd1234.part"
    left.write_bytes(b"half a report")
    left.chmod(0o600)
    running = program()
    person = running.start()
    person.arrives_at(Place.HOME)

    running.navigator.application.write_whole(str(tmp_path / "report.pdf"), b"a report")
    person.waits_for(lambda: not left.exists())
    running.navigator.go(Place.HELP)
    person.arrives_at(Place.HELP)
    running.navigator.go(Place.HOME)

    person.sees(SAID)
    assert (tmp_path / "report.pdf").read_bytes() == b"a report"
