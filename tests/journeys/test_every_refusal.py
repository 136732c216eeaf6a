"""Every sentence with which a file may fail to open, walked through the window: only a damaged file offers a copy."""

import ast
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from sqlcipher3 import dbapi2

import trustcheck
from tests.person.data_files import everything_in, with_copy
from tests.person.looking_only import goes_round
from tests.person.program import Program
from trustcheck.app.application import Application
from trustcheck.app.portraits import carried_result
from trustcheck.app.ports import NotOpened, NotWritten, Refused, Store
from trustcheck.bootstrap import build
from trustcheck.storage.file import key_refusals, refusals, replaced_file
from trustcheck.storage.organisations import organisation_refusals
from trustcheck.ui.shell import opening
from trustcheck.ui.shell.places import Place

Start = Callable[..., Program]
Make = Callable[[], Refused]
_PATH = "/data/answers.trustcheck"


@dataclass(frozen=True)
class Way:
    """Where a refusal leads, and every button there."""

    place: Place
    buttons: frozenset[str]


def _way(place: Place, *buttons: str) -> Way:
    return Way(place, frozenset(buttons))


ANOTHER, AGAIN = "Open another file\u2026", "Try again"
NOWHERE = _way(Place.NOT_OPENED, AGAIN)
ITS_OWN = _way(Place.NOT_OPENED, AGAIN, ANOTHER)
IN_USE = _way(Place.IN_USE, AGAIN, "Look only", ANOTHER)
LOCKED = _way(Place.LOCK, "Open the file", ANOTHER, "Show what is typed")
DAMAGED = _way(Place.DAMAGED, "Open the copy", "Rescue what still reads", "Show me the file", ANOTHER)
EMPTIED = _way(Place.DAMAGED, "Open the copy", "Show me the file", ANOTHER)
NEVER = None
"""Said of a file that was open already, to nobody."""


class _OfTheDisk(Exception):
    """An error as the driver tells it."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.sqlite_errorname = name


def _told(name: str) -> Make:
    return lambda: refusals.not_opened(_OfTheDisk(name), _PATH)


def _of(make: Callable[..., Refused], *words: object) -> Make:
    return partial(make, *words)


_OF_THE_DISK = ("SQLITE_FULL", "SQLITE_BUSY", "SQLITE_NOMEM", "SQLITE_IOERR")

DECIDED: dict[str, tuple[Way | None, tuple[Make, ...]]] = {
    "app.portraits.carried_result.damaged": (ITS_OWN, (carried_result.damaged,)),
    "commands.window.run": (NEVER, (lambda: NotOpened("Told in the terminal, before there is a window."),)),
    "storage.file.replaced_file.gone_and_kept": (
        ITS_OWN,
        (_of(replaced_file.gone_and_kept, _PATH, "kept here.trustcheck"),),
    ),
    "storage.file.key_refusals.needs_passphrase": (LOCKED, (key_refusals.needs_passphrase,)),
    "storage.file.key_refusals.no_memory_for_key": (ITS_OWN, (_of(key_refusals.no_memory_for_key, 128),)),
    "storage.file.key_refusals.protected_by_newer": (ITS_OWN, (_of(key_refusals.protected_by_newer, "1.0"),)),
    "storage.file.key_refusals.wrong_passphrase": (LOCKED, (key_refusals.wrong_passphrase,)),
    "storage.organisations.organisation_refusals.collecting_there": (
        ITS_OWN,
        (_of(organisation_refusals.collecting_there, "A"),),
    ),
    "storage.organisations.organisation_refusals.no_such_organisation": (
        ITS_OWN,
        (_of(organisation_refusals.no_such_organisation, "A"),),
    ),
    "storage.organisations.organisation_refusals.not_sound": (ITS_OWN, (organisation_refusals.not_sound,)),
    "storage.organisations.organisation_refusals.the_file_itself": (ITS_OWN, (organisation_refusals.the_file_itself,)),
    "storage.organisations.organisation_refusals.too_large": (ITS_OWN, (_of(organisation_refusals.too_large, 9),)),
    "storage.file.refusals.closed_meanwhile": (NEVER, (refusals.closed_meanwhile,)),
    "storage.file.refusals.damaged": (DAMAGED, (refusals.damaged,)),
    "storage.file.refusals.emptied": (EMPTIED, (_of(refusals.emptied, _PATH, 1),)),
    "storage.file.refusals.holds_something_else": (ITS_OWN, (_of(refusals.holds_something_else, _PATH),)),
    "storage.file.refusals.in_use": (IN_USE, (refusals.in_use,)),
    "storage.file.refusals.log_left_behind": (ITS_OWN, (_of(refusals.log_left_behind, _PATH),)),
    "storage.file.refusals.newer": (ITS_OWN, (_of(refusals.newer, "9.1", "1.0"),)),
    "storage.file.refusals.no_such_check": (ITS_OWN, (refusals.no_such_check,)),
    "storage.file.refusals.not_migrated": (ITS_OWN, (_of(refusals.not_migrated, "answers.schema-1.trustcheck"),)),
    "storage.file.refusals.not_opened": (ITS_OWN, tuple(map(_told, _OF_THE_DISK))),
    "storage.file.refusals.not_ours": (ITS_OWN, (_of(refusals.not_ours, _PATH),)),
    "storage.file.refusals.not_there": (ITS_OWN, (_of(refusals.not_there, _PATH),)),
    "storage.file.refusals.not_writable": (ITS_OWN, (_of(refusals.not_writable, _PATH),)),
    "storage.file.refusals.older_to_look_at": (ITS_OWN, (refusals.older_to_look_at,)),
    "storage.file.refusals.replaced": (ITS_OWN, (refusals.replaced,)),
    "storage.file.refusals.unfinished": (ITS_OWN, (_of(refusals.unfinished, _PATH),)),
    "storage.file.refusals.written_meanwhile": (ITS_OWN, (refusals.written_meanwhile,)),
    "ui.shell.opening.passed_round": (NOWHERE, (opening.passed_round,)),
}
"""What follows each refusal of the code. Whoever writes a new one decides it here."""

OTHERS: tuple[Make, ...] = (
    lambda: Refused("Something else went wrong.", "Your answers are safe.", "Try it once more."),
    lambda: NotWritten("It could not be written.", "The one that was there is whole."),
)
"""What opening a file may end in as well."""


def _kinds(kind: type[Refused] = NotOpened) -> set[str]:
    return {kind.__name__}.union(*(_kinds(each) for each in kind.__subclasses__()))


def written_in_the_code() -> Iterator[tuple[str, int]]:
    """Each function that makes a refusal of a data file, and how many it makes."""
    root, kinds = Path(trustcheck.__file__).parent, _kinds()
    for file in sorted(root.rglob("*.py")):
        module, text = ".".join(file.relative_to(root).with_suffix("").parts), file.read_text("utf-8")
        # Whoever calls one names it; most modules need not be taken apart.
        for function in ast.walk(ast.parse(text)) if any(kind in text for kind in kinds) else ():
            if isinstance(function, ast.FunctionDef):
                calls = [each.func for each in ast.walk(function) if isinstance(each, ast.Call)]
                made = [each for each in calls if getattr(each, "id", getattr(each, "attr", "")) in kinds]
                if made:
                    yield f"{module}.{function.name}", len(made)


def walked() -> Iterator[pytest.param]:
    """One refusal for each way with every run, all of them in the long one."""
    known: set[Way] = set()
    for name, (way, makes) in DECIDED.items():
        for at, make in enumerate(makes):
            if way is not NEVER:
                marks = [pytest.mark.long] if way in known else []
                yield pytest.param(make(), way, id=f"{name.rpartition('.')[2]} {at}", marks=marks)
                known.add(way)
    for make in OTHERS:
        yield pytest.param(make(), ITS_OWN, id=type(make()).__name__)


def test_it_is_decided_where_each_refusal_of_the_code_leads() -> None:
    assert dict(written_in_the_code()) == {name: len(makes) for name, (_way, makes) in DECIDED.items()}


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """A whole file and yesterday's copy beside it."""
    folder = tmp_path_factory.mktemp("kept")
    with_copy(build(os.environ), folder / "answers.trustcheck")
    return everything_in(folder)


@pytest.fixture
def mine(application: Application, kept: dict[str, bytes]) -> Path:
    """The same, as the person's own."""
    own = Path(application.own_data_file)
    for name, content in kept.items():
        file = own.parent / name
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        file.write_bytes(content)
    return own


def refusing(application: Application, refused: Refused) -> Application:
    """The program, for which no file opens."""

    def open_store(*_path: object, **_how: object) -> Store:
        raise refused

    return replace(application, open_store=open_store)


def buttons_of(running: Program) -> list[QAbstractButton]:
    page = running.window.page(running.window.place)
    return [each for each in page.findChildren(QAbstractButton) if each.isVisible()]


def stands_at(running: Program, way: Way) -> bool:
    """Every button there is one of those that were decided, and none is missing."""
    if running.window.place is not way.place:
        return False
    names = {each.accessibleName() or each.text() for each in buttons_of(running)}
    return len(names) == len(way.buttons) and all(any(each.startswith(name) for name in way.buttons) for each in names)


@pytest.mark.parametrize(("refused", "way"), list(walked()))
def test_each_has_a_page_of_its_own_from_which_no_copy_is_reached_but_for_a_damaged_file(
    program: Start, application: Application, mine: Path, refused: Refused, way: Way
) -> None:
    before = everything_in(mine.parent)
    running = program(refusing(application, refused))
    person = running.start(str(mine))
    person.waits_for(lambda: stands_at(running, way))
    if way.place is Place.NOT_OPENED:
        person.sees(refused.sentence)
        person.sees(refused.safe)
        person.sees(refused.todo)

    for name in sorted(way.buttons - DAMAGED.buttons | {ANOTHER}):
        for button in [each for each in buttons_of(running) if each.accessibleName() == name]:
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
            person.waits_for(lambda: not running.is_busy and stands_at(running, way))

    assert ("Yesterday\u2019s copy" in person.reads()) == (way in (DAMAGED, EMPTIED))
    assert not running.window.commands.action("put-back").isEnabled()
    assert running.navigator.flow is None
    assert everything_in(mine.parent) == before


def test_a_whole_file_of_a_newer_version_offers_no_older_copy(
    program: Start, application: Application, mine: Path
) -> None:
    driver = dbapi2.connect(str(mine))
    driver.execute("PRAGMA user_version = 999")
    driver.close()
    running = program()
    person = running.start()

    person.waits_for(lambda: stands_at(running, ITS_OWN))
    person.sees("This file was written by a newer TrustCheck")


def test_a_second_program_is_led_nowhere_by_a_file_that_goes_round(
    program: Start, application: Application, mine: Path
) -> None:
    replaced_file = application.open_store(str(mine))
    goes_round(replaced_file)
    running = program()
    person = running.start(str(mine))
    person.arrives_at(Place.IN_USE)

    person.choose("Look only")

    person.waits_for(lambda: stands_at(running, NOWHERE))
    person.sees("This file is on its way from person to person.")
    assert "copy" not in person.reads().lower()
    running.close()
    replaced_file.close()


def test_nor_by_a_copy_of_it(program: Start, application: Application, mine: Path) -> None:
    """Which holds the same organisations, and was made before there was a PIN."""
    aside = mine.with_name("answers (set aside 2026-11-20).trustcheck")
    aside.write_bytes(mine.read_bytes())
    replaced_file = application.open_store(str(mine))
    copies = [each.path for each in application.safekeeping().copies(str(mine))]
    assert len(copies) == 2
    goes_round(replaced_file)
    running = program()
    person = running.start(str(mine))
    person.arrives_at(Place.IN_USE)

    for copy in copies:
        running.window.dropped.emit(copy)
        person.waits_for(lambda copy=copy: Path(copy).name in person.reads())
        person.waits_for(lambda: stands_at(running, NOWHERE))
        assert running.navigator.flow is None
    running.close()
    replaced_file.close()
    QCoreApplication.processEvents()
    assert application.safekeeping().original_of(str(mine)) == ""
