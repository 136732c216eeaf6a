"""What came in, as an export or as a file of one organisation, can be opened page by page and says the same."""

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.person.broken import Watched, is_interrupted
from tests.person.data_files import with_checks
from tests.person.program import Program
from tests.person.three_clients import OURS, fill
from tests.person.walking import Said, Walk
from tests.person.writing import types
from tests.storage.handed_over import OURS as TEAM
from tests.storage.handed_over import PASSPHRASE
from trustcheck.app.application import Application
from trustcheck.cli import main
from trustcheck.settings import Settings
from trustcheck.ui.shell.places import Place

OPEN = "group open 2026-11-22"
STAYS = "This check came with its result, and its facts stay as they were when it was exported."

ASKED_FOR_FACTS = {
    "A fact stands beside the answers and never changes a score.",
    "Answer the facts you know; the rest may stay open. A fact stands beside the answers, never in a score.",
}


CALLED = "Say and do. "
"""What the page is called is said with the first fact that can be answered; where none can, with what is first then."""


@pytest.fixture
def original(application: Application, tmp_path: Path) -> Path:
    """The invented person and team, and a client with a check in every state."""
    application.settings.save(Settings(look="light", less_motion=True, working="organisations"))
    path = tmp_path / "original.trustcheck"
    with_checks(path)
    with closing(application.open_store(str(path))) as store:
        fill(store, OURS)
    return path


def opened(watched: Watched, path: Path) -> Program:
    running = watched.start()
    running.start(str(path)).arrives_at(Place.HOME)
    return running


def walked(running: Program, folder: Path) -> Said:
    """What every page said, without the name of the data file, which is another one each time."""
    said = Walk(running, folder).everything()
    assert not is_interrupted(running)
    name = Path(running.flow.file.path).name
    running.close()
    return {at: [each.replace(name, "file") for each in words] for at, words in said.items()}


def differing(before: Said, after: Said) -> dict[tuple[str, ...], tuple[set[str], set[str]]]:
    """The pages that say something else: what they do not say any more, and what they say that the others do not."""
    found = {at: (set(before[at]), set(after[at])) for at in after if at in before and after[at] != before[at]}
    return {at: (was - now, now - was) for at, (was, now) in found.items()}


def test_what_came_in_says_page_by_page_and_report_by_report_what_the_original_says(
    watched: Watched, application: Application, original: Path, tmp_path: Path
) -> None:
    running = opened(watched, original)
    hands_over(running, tmp_path / "given.trustcheck")
    before = walked(running, tmp_path / "before")
    assert sum(at[-1] == "saved report" and bool("".join(words)) for at, words in before.items()) == 4

    after = walked(took_in_the_export(watched, application, original), tmp_path / "after")
    assert set(before) - set(after) == {(OURS, OPEN, Place.COLLECT.value)}, "a check that is open comes prepared"
    told = differing(before, after)
    # Its figures are worked out behind the window, and stand there when they do.
    told.pop(("", "", Place.HOME.value), None)
    assert {at for at in told if at[-1] == "saved report"} == set()
    assert told.pop((OURS, "", Place.ORGANISATION.value)) == ({"open: 11 of 11 have answered"}, set())
    assert {at[-1] for at in told} == {Place.SAY_DO}
    facts = [(without_name(gone), without_name(new)) for gone, new in told.values()]
    assert all(len(gone) == 1 and gone <= ASKED_FOR_FACTS for gone, _new in facts)
    assert all(new == {STAYS} for _gone, new in facts)

    given = walked(took_in_the_file(watched, application, tmp_path), tmp_path / "given")
    assert {at for at in before if at[0] == TEAM} == {at for at in given if at[0] == TEAM}
    assert {at for at in differing(before, given) if at[0] == TEAM} == set()


def without_name(words: set[str]) -> set[str]:
    return {each for each in words if not each.startswith(CALLED)}


def hands_over(running: Program, target: Path) -> None:
    person = running.person
    person.choose(f"Open: {TEAM}")
    person.arrives_at(Place.ORGANISATION)
    person.choose("Hand over\u2026")
    person.arrives_at(Place.ORGANISATION_OUT)
    running.files.handed = str(target)
    types(person, "New passphrase", PASSPHRASE)
    types(person, "The same again", PASSPHRASE)
    person.choose("Save the file\u2026")
    person.sees("It was read back")


def took_in_the_export(watched: Watched, application: Application, original: Path) -> Program:
    parcel, other = original.with_name("all.json"), original.with_name("other.trustcheck")
    assert main(["export", str(original), "--format", "json", "-o", str(parcel)]) == 0
    application.open_store(str(other)).close()
    running = opened(watched, other)
    person = running.person
    running.files.parcel = str(parcel)
    running.window.commands.action("import").trigger()
    person.arrives_at(Place.IMPORT)
    person.choose("Choose a file\u2026")
    person.sees("Three organisations would come in.")
    person.choose("Take in three organisations")
    person.sees("Three organisations are in.")
    return running


def took_in_the_file(watched: Watched, application: Application, folder: Path) -> Program:
    application.open_store(str(folder / "third.trustcheck")).close()
    running = opened(watched, folder / "third.trustcheck")
    person = running.person
    running.window.commands.action("take-in-organisation").trigger()
    person.arrives_at(Place.ORGANISATION_IN)
    running.files.given = str(folder / "given.trustcheck")
    person.choose("Choose a file\u2026")
    person.sees("It opens with a passphrase")
    types(person, "Passphrase", PASSPHRASE)
    person.press(Qt.Key.Key_Return)
    person.sees("One organisation is in this file.")
    person.choose(f"Take {TEAM} in")
    person.sees(f"Here now: {TEAM}")
    return running
