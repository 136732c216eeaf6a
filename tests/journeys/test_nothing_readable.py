"""Every byte of every file a protected data file leaves about, searched for what was typed and read in the window."""

import base64
import tempfile
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.person.broken import HAPPENED, Watched, fail
from tests.person.data_files import everything_in
from tests.person.keyboard import Person
from tests.person.locked import CTRL, unlocks
from tests.person.passphrases import asks_for, types
from tests.person.program import Program
from tests.person.writing import types as fills_in
from tests.storage.handed_over import MARKS, OTHERS, OURS, fill, plain_bytes
from tests.storage.handed_over import PASSPHRASE as GIVEN
from trustcheck.app.answering.personal import Collecting
from trustcheck.app.application import Application
from trustcheck.settings import Settings
from trustcheck.ui.datafile import keeping_copies
from trustcheck.ui.shell.places import Place

PASSPHRASE, OTHER, WRONG = "amber otter lantern brook", "a heron stood in the shallows", "ember other lanterns crook"
NOTE = "the ferret in the archive"
PLAIN = b"SQLite format 3"
Key, ALT = Qt.Key, Qt.KeyboardModifier.AltModifier


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where whatever needs a temporary file would put it."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return folder


def in_any_form(words: str) -> Iterator[bytes]:
    """As files hold words: in the encodings there are, and as one would hide them from a glance."""
    for encoding in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le"):
        yield words.encode(encoding)
    yield words.encode().hex().encode()
    yield base64.b64encode(words.encode())[:-4]


def readable(application: Application, tmp_path: Path, *words: str) -> set[tuple[str, str]]:
    """The words that stand in a file anywhere, or in its name, and the file; and files that are not encrypted."""
    places = {tmp_path, Path.home(), application.folders.data, application.folders.settings}
    found = set()
    for name, content in (each for place in places for each in everything_in(place).items()):
        found |= {(each, name) for each in words if each in name or any(form in content for form in in_any_form(each))}
        found |= {("not encrypted", name)} if content.startswith(PLAIN) else set()
    return found


def begins_at(person: Person) -> None:
    fills_in(person, "What shall we call the place you have in mind?", "Bellwater")
    fills_in(person, "Who is meant by leaders?", "the board of it")
    person.choose("Begin")
    person.arrives_at(Place.QUESTION)


def breaks_once(running: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """Something nobody caught, with what was typed at hand: it is kept in the log."""
    with monkeypatch.context() as broken:
        broken.setattr(Collecting, "back", fail)
        running.person.press(Key.Key_Left, ALT)
        running.person.sees(HAPPENED)
    running.person.press(Key.Key_Escape)


def test_somebody_alone_from_the_welcome_to_the_last_close(
    watched: Watched, application: Application, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = (NOTE, "Bellwater", "the board of it", PASSPHRASE, OTHER, WRONG)

    def nothing_is_readable() -> None:
        person.waits_for(lambda: not running.is_busy)
        assert readable(application, tmp_path, *said) == set()

    running = watched.start()
    person = running.start()
    person.arrives_at(Place.WELCOME)
    person.choose("My organisation")
    person.arrives_at(Place.NEW_FILE)
    person.choose("Protect it with a passphrase")
    types(person, PASSPHRASE, PASSPHRASE)
    person.arrives_at(Place.HOME)
    running.flow.start()
    person.arrives_at(Place.START)
    begins_at(person)
    person.write("4")
    person.press(Key.Key_Return)
    person.sees("Question 2 of")
    person.press(Key.Key_E)
    person.write(NOTE)
    person.press(Key.Key_Escape)
    breaks_once(running, monkeypatch)
    nothing_is_readable()

    person.press(Key.Key_L, CTRL)
    unlocks(person, WRONG)
    person.sees("That did not open it.")
    nothing_is_readable()
    unlocks(person, PASSPHRASE)
    person.arrives_at(Place.HOME)
    asks_for(person, "Change the passphrase")
    types(person, PASSPHRASE, OTHER, OTHER)
    person.sees("The passphrase is changed.")
    nothing_is_readable()
    running.close()
    nothing_is_readable()
    assert "unexpected" in application.folders.log_file.read_text()
    with closing(application.open_store(application.own_data_file, create=False, passphrase=OTHER)) as store:
        assert list(store.rounds.round(store.rounds.summaries()[0].id).notes.values()) == [NOTE]


@pytest.fixture
def clients(application: Application, monkeypatch: pytest.MonkeyPatch) -> tuple[str, ...]:
    """Two of them in a file without a passphrase, a copy of yesterday beside it; what is known of them."""
    monkeypatch.setattr(keeping_copies, "AFTER", 0)
    application.settings.save(Settings(look="light", less_motion=True, working="organisations"))
    with closing(application.open_store(application.own_data_file)) as store:
        for name in (OURS, OTHERS[0]):
            fill(store, name)  # type: ignore[arg-type]
        store.safety.make_copy(application.today() - timedelta(days=1))
    marks = [MARKS[name] for name in (OURS, OTHERS[0])]
    return (
        OURS,
        OTHERS[0],
        *(f"{mark} {what}" for mark in marks for what in ("note 3", "private", "board", "promise")),
    )


def hands_over(running: Program, target: Path) -> None:
    person = running.person
    person.choose(OURS)
    person.arrives_at(Place.ORGANISATION)
    person.choose("Hand over\u2026")
    person.arrives_at(Place.ORGANISATION_OUT)
    running.files.handed = str(target)
    fills_in(person, "New passphrase", GIVEN)
    fills_in(person, "The same again", GIVEN)
    person.choose("Save the file\u2026")
    person.sees("It was read back")


def deletes_with_copies(person: Person) -> None:
    person.choose("Delete this organisation\u2026")
    person.choose("Delete the organisation")
    person.arrives_at(Place.HOME)
    person.choose("Delete it from that copy too")
    person.sees("No copy beside the data file holds it any more.")


def test_clients_in_a_plain_file_that_is_protected_handed_over_and_deleted(
    watched: Watched, application: Application, clients: tuple[str, ...], tmp_path: Path
) -> None:
    """What was readable before goes with the passphrase; what is deleted goes from below the encryption too."""
    target = tmp_path / "given.trustcheck"
    assert {word for word, _name in readable(application, tmp_path, *clients)} == {*clients, "not encrypted"}

    def nothing_is_readable() -> None:
        person.waits_for(lambda: not running.is_busy)
        assert readable(application, tmp_path, *clients, PASSPHRASE, OTHER, WRONG, GIVEN) == set()

    running = watched.start()
    person = running.start()
    person.arrives_at(Place.HOME)
    asks_for(person, "Protect it with a passphrase")
    types(person, PASSPHRASE, PASSPHRASE)
    person.sees("The data file is protected.")
    nothing_is_readable()
    person.press(Key.Key_Home, ALT)
    person.arrives_at(Place.HOME)

    hands_over(running, target)
    nothing_is_readable()
    person.choose("Back to the organisation")
    person.arrives_at(Place.ORGANISATION)
    deletes_with_copies(person)
    nothing_is_readable()
    person.press(Key.Key_L, CTRL)
    unlocks(person, WRONG)
    person.sees("That did not open it.")
    nothing_is_readable()
    running.close()
    nothing_is_readable()

    own = Path(application.own_data_file)
    kept = [own, *(Path(each.path) for each in application.safekeeping().copies(str(own)))]
    assert len(kept) > 1
    below = {each.name: plain_bytes(each, PASSPHRASE) for each in kept}
    assert [name for name, content in below.items() if MARKS[OTHERS[0]].encode() not in content] == []
    assert [name for name, content in below.items() if OURS.encode() in content or b"heron" in content] == []
    assert MARKS[OURS].encode() in plain_bytes(target, GIVEN), "the search below the encryption sees what is there"
