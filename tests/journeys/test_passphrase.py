"""Setting, changing and taking off the passphrase of a data file in the window, by keyboard, with the real file."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.person.keyboard import Person
from tests.person.locked import NOTE, PASSPHRASE, check_in, kept_by_all, settled, unlocks
from tests.person.passphrases import ALT, CTRL, Start, asks_for, opened, types
from tests.person.program import menu_actions
from trustcheck.app.application import Application
from trustcheck.app.ports import Locked, NotWritten
from trustcheck.app.store.safekeeping import Safekeeping
from trustcheck.storage.safety import protecting
from trustcheck.storage.store import open_store
from trustcheck.ui.datafile.protecting_page import ProtectingPage
from trustcheck.ui.shell.places import Place

OTHER = "a heron stood in the shallows"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return check_in(tmp_path / "private.trustcheck", "")


def opens_with(path: Path, passphrase: str) -> bool:
    try:
        open_store(str(path), create=False, look_only=True, passphrase=passphrase).close()
    except Locked:
        return False
    return True


def bytes_beside(path: Path) -> bytes:
    return b"".join(each.read_bytes() for each in path.parent.rglob("*") if each.is_file())


# -- in the settings


def test_a_file_is_protected_and_goes_on_where_it_was(program: Start, path: Path) -> None:
    running = opened(program, path)
    person = running.person
    asks_for(person, "Protect it with a passphrase")
    assert NOTE.encode() in bytes_beside(path)

    types(person, PASSPHRASE, PASSPHRASE)

    person.arrives_at(Place.SETTINGS)
    person.sees("The data file is protected.")
    person.sees("This data file is protected with a passphrase")
    assert QApplication.focusWidget().accessibleName() == "Change the passphrase"
    assert not running.window.has_page(Place.PROTECTING)
    person.press(Qt.Key.Key_Left, ALT)
    person.arrives_at(Place.HOME)
    person.sees("It is encrypted.")
    person.press(Qt.Key.Key_L, CTRL)
    unlocks(person)
    person.arrives_at(Place.HOME)
    running.close()
    assert NOTE.encode() not in bytes_beside(path)
    assert opens_with(path, PASSPHRASE)


def test_the_passphrase_is_changed(program: Start, path: Path, application: Application) -> None:
    application.safekeeping().protect(str(path), "", PASSPHRASE)
    person = opened(program, path, PASSPHRASE).person
    asks_for(person, "Change the passphrase")

    types(person, PASSPHRASE, OTHER, OTHER)

    person.sees("The passphrase is changed.")
    assert not opens_with(path, PASSPHRASE)
    assert opens_with(path, OTHER)


def test_the_passphrase_is_taken_off(program: Start, path: Path, application: Application) -> None:
    application.safekeeping().protect(str(path), "", PASSPHRASE)
    running = opened(program, path, PASSPHRASE)
    person = running.person
    asks_for(person, "Remove the passphrase")

    types(person, PASSPHRASE)

    person.sees("The passphrase is removed.")
    person.sees("This data file has no passphrase")
    assert opens_with(path, "")
    assert not running.window.commands.action("lock").isEnabled()
    assert not running.window.sidebar.can_lock


@pytest.mark.parametrize(("button", "more"), [("Change the passphrase", (OTHER, OTHER)), ("Remove the passphrase", ())])
def test_who_does_not_know_the_present_one_changes_nothing(
    program: Start, path: Path, application: Application, button: str, more: tuple[str, ...]
) -> None:
    application.safekeeping().protect(str(path), "", PASSPHRASE)
    running = opened(program, path, PASSPHRASE)
    person, flow = running.person, running.navigator.flow
    asks_for(person, button)

    types(person, "another one", *more)

    person.sees("That is not the present one. Check Caps Lock, then the keyboard language.")
    assert running.navigator.flow is flow
    assert opens_with(path, PASSPHRASE)
    page = running.window.page(Place.PROTECTING)
    assert isinstance(page, ProtectingPage)
    assert page.present.words == ""
    assert page.form.first.words == (OTHER if more else ""), "what was typed well is not asked for again"
    person.choose("Not now")
    person.arrives_at(Place.SETTINGS)
    settled()
    assert OTHER not in kept_by_all()


class Fails:
    """Keeps nothing safe."""

    def protect(self, *_given: object) -> None:
        raise NotWritten("The disk says it is full.", "Nothing was changed.", "Make some room, then try again.")


def test_what_goes_wrong_is_said_and_the_file_opens_as_it_did(
    program: Start, path: Path, application: Application
) -> None:
    running = opened(program, path)

    def fails() -> Safekeeping:
        return Fails()  # type: ignore[return-value]

    running.navigator.files.passphrases.application = replace(application, safekeeping=fails)
    person = running.person
    asks_for(person, "Protect it with a passphrase")

    types(person, PASSPHRASE, PASSPHRASE)

    person.sees("The disk says it is full. Nothing was changed. Make some room, then try again.")
    person.sees("This data file has no passphrase")
    assert opens_with(path, "")
    assert running.window.commands.action("settings").isEnabled()


def test_where_only_a_copy_could_not_follow_the_file_opens_with_its_new_passphrase(
    program: Start, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_store(str(path))
    copy = store.safety.make_copy(date(2026, 11, 22))
    store.close()
    running, put = opened(program, path), protecting.put

    def full(fresh: Path, target: Path) -> bool:
        if target == Path(copy.path):
            raise OSError(28, "No space left on device")
        return put(fresh, target)

    monkeypatch.setattr(protecting, "put", full)
    asks_for(running.person, "Protect it with a passphrase")
    types(running.person, PASSPHRASE, PASSPHRASE)

    running.person.sees("1 copy beside it could not be written anew")
    running.person.sees("This data file is protected with a passphrase")
    assert opens_with(path, PASSPHRASE)


def test_while_it_is_written_anew_nobody_opens_it_from_the_menus(
    program: Start, path: Path, application: Application
) -> None:
    running = opened(program, path)
    person, enabled = running.person, []
    real = application.safekeeping()

    class Watched:
        def protect(self, *given: object) -> None:
            actions = menu_actions(running.window).items()
            enabled.extend(command for command, action in actions if action.isEnabled())
            real.protect(*given)  # type: ignore[arg-type]

    running.navigator.files.passphrases.application = replace(application, safekeeping=Watched)
    asks_for(person, "Protect it with a passphrase")
    types(person, PASSPHRASE, PASSPHRASE)
    person.sees("The data file is protected.")

    assert not {"open-file", "new-check", "new-organisation", "sample", "home", "settings"} & set(enabled)


def test_two_that_differ_or_none_are_said_and_nothing_is_done(program: Start, path: Path) -> None:
    person = opened(program, path).person
    asks_for(person, "Protect it with a passphrase")

    types(person, "", "")
    person.sees("Type a passphrase: a few words that do not belong together are good.")
    types(person, PASSPHRASE, OTHER)

    person.sees("The two are not the same.")
    assert opens_with(path, "")


def test_how_long_a_guesser_would_need_is_said_while_it_is_typed(program: Start, path: Path) -> None:
    person = opened(program, path).person
    asks_for(person, "Protect it with a passphrase")
    person.sees("If you forget it, nobody can open the file, us included. There is no us.")

    person.write("otter")
    person.sees("A guesser would need: no time at all.")
    person.write(" heron lantern shallows quarry")

    person.sees("A guesser would need: longer than the pension fund.")


def test_the_sample_has_nothing_to_protect(program: Start) -> None:
    running = program()
    person = running.start()
    person.arrives_at(Place.WELCOME)
    person.press(Qt.Key.Key_Comma, CTRL)
    person.sees("No data file is open")
    running.navigator.files.open_sample()
    person.arrives_at(Place.OVERVIEW)
    person.press(Qt.Key.Key_Comma, CTRL)

    person.sees("The sample needs no passphrase")


# -- at the first start


def finds_a_first_result(person: Person) -> None:
    """A newcomer answers the short form, and is asked for nothing before."""
    person.arrives_at(Place.WELCOME)
    person.choose("Just me")
    person.arrives_at(Place.START)
    person.tab_to("All questions")
    person.press(Qt.Key.Key_Right)
    person.press(Qt.Key.Key_Space)
    person.choose("Begin")
    person.arrives_at(Place.QUESTION)
    for number in range(1, 13):
        person.sees(f"Question {number} of")
        person.write("4")
        person.press(Qt.Key.Key_Return)
    person.arrives_at(Place.REVIEW)
    person.choose("See my result")
    person.arrives_at(Place.OVERVIEW)


OFFER = "Whoever can use your account can read it, and whoever gets a copy."


def test_who_answers_alone_is_offered_a_passphrase_beside_the_first_result(
    program: Start, application: Application
) -> None:
    own = Path(application.own_data_file)
    running = program()
    person = running.start()
    finds_a_first_result(person)
    person.sees(OFFER)
    person.choose("Protect it with a passphrase")
    person.arrives_at(Place.PROTECTING)

    types(person, PASSPHRASE, PASSPHRASE)

    person.arrives_at(Place.OVERVIEW)
    person.sees("The data file is protected.")
    running.close()
    assert not own.read_bytes().startswith(b"SQLite format 3")
    assert opens_with(own, PASSPHRASE)


def test_who_thinks_again_is_back_at_the_result_and_asked_no_more(program: Start, application: Application) -> None:
    running = program()
    person = running.start()
    finds_a_first_result(person)
    person.choose("Protect it with a passphrase")
    person.arrives_at(Place.PROTECTING)
    person.choose("Not now")
    person.arrives_at(Place.OVERVIEW)
    assert OFFER not in person.reads()

    running.navigator.go_home()
    person.arrives_at(Place.HOME)
    running.flow.read_newest()
    person.arrives_at(Place.OVERVIEW)
    assert OFFER not in person.reads()
    running.close()
    assert opens_with(Path(application.own_data_file), "")

    again = program()
    person = again.start()
    person.arrives_at(Place.HOME)
    again.flow.read_newest()
    person.arrives_at(Place.OVERVIEW)
    assert OFFER not in person.reads()


def test_nobody_is_offered_a_passphrase_for_the_sample(program: Start) -> None:
    person = program().start()
    person.arrives_at(Place.WELCOME)
    person.choose("Look at a sample first")
    person.arrives_at(Place.OVERVIEW)

    assert OFFER not in person.reads()


def test_an_organisation_protects_the_file_before_the_first_check(program: Start, application: Application) -> None:
    own = Path(application.own_data_file)
    running = program()
    person = running.start()
    person.arrives_at(Place.WELCOME)
    person.choose("My organisation")
    person.arrives_at(Place.NEW_FILE)
    person.sees("Your answers stay in one file on this computer.")
    person.sees(str(own))
    assert not own.exists()
    person.choose("Protect it with a passphrase")

    types(person, PASSPHRASE, PASSPHRASE)

    person.arrives_at(Place.HOME)
    running.close()
    assert not own.read_bytes().startswith(b"SQLite format 3")
    again = program().start()
    unlocks(again)
    again.arrives_at(Place.HOME)


def test_not_now_makes_the_file_without_one(program: Start, application: Application) -> None:
    person = program().start()
    person.arrives_at(Place.WELCOME)
    person.choose("My organisation")
    person.arrives_at(Place.NEW_FILE)

    person.choose("Not now")

    person.arrives_at(Place.HOME)
    assert opens_with(Path(application.own_data_file), "")


def test_whoever_goes_back_has_made_nothing(program: Start, application: Application) -> None:
    person = program().start()
    person.arrives_at(Place.WELCOME)
    person.choose("My organisation")
    person.arrives_at(Place.NEW_FILE)
    person.choose("Protect it with a passphrase")
    person.write(PASSPHRASE)

    person.choose("Back")

    person.arrives_at(Place.WELCOME)
    assert not Path(application.own_data_file).exists()
    assert PASSPHRASE not in kept_by_all()


def test_where_the_file_is_there_already_nobody_is_asked_again(program: Start, application: Application) -> None:
    open_store(application.own_data_file).close()
    running = program()
    person = running.start()
    person.arrives_at(Place.HOME)
    running.navigator.files.let_go()
    running.navigator.go_home()
    person.arrives_at(Place.WELCOME)

    person.choose("Just me")

    person.arrives_at(Place.START)
