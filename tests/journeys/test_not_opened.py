"""Files that do not open in one piece: what somebody finds, by keyboard alone."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.person.data_files import PAGE, damage, with_checks, with_copy
from tests.person.program import Program
from trustcheck.app.application import Application
from trustcheck.ui.kit.dates import day_and_month
from trustcheck.ui.shell.places import Place

Start = Callable[..., Program]


def the_newest(application: Application) -> str:
    return f"Open the copy from {day_and_month(application.today() - timedelta(days=1))}"


def test_a_damaged_file_leads_to_its_newest_copy_in_one_step_and_is_kept(
    program: Start, application: Application
) -> None:
    mine = with_copy(application, Path(application.own_data_file))
    damaged = damage(application, mine)
    person = program().start()

    person.arrives_at(Place.DAMAGED)
    person.sees("This file will not open in one piece.")
    person.sees("Yesterday\u2019s copy does. Open that one?")
    assert mine.read_bytes() == damaged
    person.waits_for(lambda: focus_says(the_newest(application)))
    person.press(Qt.Key.Key_Return)

    person.arrives_at(Place.HOME)
    person.sees("Yesterday\u2019s copy is open now.")
    aside = mine.with_name(f"answers (set aside {application.today().isoformat()}).trustcheck")
    assert aside.read_bytes() == damaged


def test_a_file_without_a_byte_is_no_new_one_where_its_copies_lie(program: Start, application: Application) -> None:
    mine = with_copy(application, Path(application.own_data_file))
    mine.write_bytes(b"")
    person = program().start()

    person.arrives_at(Place.DAMAGED)
    person.sees("\u201canswers.trustcheck\u201d is empty. A copy of an earlier day lies beside it.")
    person.sees("Yesterday\u2019s copy does. Open that one?")
    assert mine.read_bytes() == b""
    assert "Rescue" not in person.reads()
    person.waits_for(lambda: focus_says(the_newest(application)))
    person.press(Qt.Key.Key_Return)

    person.arrives_at(Place.HOME)
    person.sees("Yesterday\u2019s copy is open now.")


def test_nor_where_no_copy_opens_and_then_nothing_is_offered(program: Start, application: Application) -> None:
    mine = with_copy(application, Path(application.own_data_file))
    (copy,) = application.safekeeping().copies(str(mine))
    Path(copy.path).write_bytes(b"no data file")
    mine.write_bytes(b"")
    person = program().start()

    person.sees("No copy beside it opens in one piece.")
    person.waits_for(lambda: focus_says("Show me the file"))
    assert mine.read_bytes() == b""


def test_a_damaged_copy_is_passed_over_for_an_older_one(program: Start, application: Application) -> None:
    mine = with_copy(application, Path(application.own_data_file))
    store = application.open_store(str(mine))
    newest = store.safety.make_copy(application.today())
    store.close()
    Path(newest.path).write_bytes(Path(newest.path).read_bytes()[:9000])
    damage(application, mine)
    person = program().start()

    person.sees("Yesterday\u2019s copy does. Open that one?")


def test_a_copy_with_a_passphrase_is_found_once_it_was_typed(program: Start, application: Application) -> None:
    mine = with_copy(application, Path(application.own_data_file))
    application.safekeeping().protect(str(mine), "", "the quiet heron")
    whole = mine.read_bytes()
    # Not even that it had a passphrase can be seen any more.
    mine.write_bytes(bytes(PAGE) + whole[PAGE:])
    running = program()
    person = running.start(str(mine))

    person.arrives_at(Place.DAMAGED)
    person.sees("Its copies open with the passphrase.")
    person.tab_to("Passphrase")
    person.write("the wrong one")
    person.press(Qt.Key.Key_Return)
    person.sees("That did not open it.")
    person.write("the quiet heron")
    person.press(Qt.Key.Key_Return)
    person.sees("Yesterday\u2019s copy does.")
    person.choose(the_newest(application))

    person.arrives_at(Place.HOME)


def test_nobody_types_the_passphrase_of_a_damaged_file_again_for_its_copies(
    program: Start, application: Application
) -> None:
    mine = with_copy(application, Path(application.own_data_file))
    application.safekeeping().protect(str(mine), "", "the quiet heron")
    whole = mine.read_bytes()
    mine.write_bytes(whole[:PAGE] + bytes(len(whole) - PAGE))
    running = program()
    person = running.start(str(mine))
    person.arrives_at(Place.LOCK)
    person.write("the quiet heron")
    person.press(Qt.Key.Key_Return)

    person.sees("Yesterday\u2019s copy does. Open that one?")
    assert running.navigator.files.opening.tried == ""
    person.choose(the_newest(application))
    person.arrives_at(Place.HOME)


def test_what_still_reads_is_rescued_into_a_new_file_with_a_list_of_what_does_not(
    program: Start, application: Application
) -> None:
    mine = with_checks(Path(application.own_data_file))
    damaged = damage(application, mine)
    running = program()
    person = running.start()
    person.sees("No copy beside it opens in one piece.")

    person.choose("Rescue what still reads")

    person.arrives_at(Place.RESCUED)
    person.sees("What could be rescued")
    person.sees("What could not be read")
    assert mine.read_bytes() == damaged
    person.choose("Open the rescued file")
    person.arrives_at(Place.HOME)
    person.sees(f"answers rescued {application.today().isoformat()}.trustcheck")
    assert mine.read_bytes() == damaged


def test_a_file_that_turns_out_damaged_while_it_is_open_leads_there_too(
    program: Start, application: Application
) -> None:
    mine = with_copy(application, Path(application.own_data_file))
    running = program()
    person = running.start()
    person.arrives_at(Place.HOME)
    from trustcheck.storage.file.refusals import damaged

    running.navigator.say_refused(damaged())

    person.sees("Yesterday\u2019s copy does. Open that one?")
    assert running.navigator.flow is None
    assert not mine.with_name(f"{mine.name}-lock").exists()


def focus_says(name: str) -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and focus.accessibleName() == name
