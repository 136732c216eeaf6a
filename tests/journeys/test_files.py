"""What happens to data files in the window: dropped on it, opened twice, left with something unsaved."""

from collections.abc import Callable
from pathlib import Path

from tests.person.data_files import with_checks
from tests.person.dropping import drop
from tests.person.program import Program
from trustcheck.app.application import Application
from trustcheck.ui.shell.places import Place

Start = Callable[[], Program]


def test_a_data_file_dropped_on_the_window_is_opened(program: Start, application: Application, tmp_path: Path) -> None:
    sample = tmp_path / "check.trustcheck"
    with_checks(sample)
    running = program()
    person = running.start()
    person.arrives_at(Place.WELCOME)

    assert drop(running, sample).isAccepted()

    person.arrives_at(Place.HOME)
    person.tab_to("Open: Bellwater Council")


def test_anything_else_dropped_on_the_window_is_left_alone(program: Start, tmp_path: Path) -> None:
    letter = tmp_path / "letter.odt"
    letter.write_text("Dear all,", encoding="utf-8")
    running = program()
    running.start().arrives_at(Place.WELCOME)

    assert not drop(running, letter).isAccepted()
    assert running.window.place is Place.WELCOME


def test_the_last_file_is_opened_again(program: Start, application: Application, tmp_path: Path) -> None:
    other = tmp_path / "elsewhere.trustcheck"
    with_checks(other)
    first = program()
    first.start(str(other)).arrives_at(Place.HOME)
    first.close()

    person = program().start()
    person.arrives_at(Place.HOME)
    person.sees(other.name)


def test_the_window_stands_again_where_it_stood(program: Start) -> None:
    first = program()
    first.start().arrives_at(Place.WELCOME)
    first.window.resize(760, 600)
    first.person.waits_for(lambda: first.window.width() == 760)
    first.close()

    second = program()
    second.window.where_it_stands = second.application.settings.load_window().geometry
    assert (second.window.width(), second.window.height()) == (760, 600)
