"""What holds for every test: no display unless asked for, no touch of the real home, nothing left to chance."""

import faulthandler
import gc
import os
import shutil
import sys
from collections.abc import Generator, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from tests import offline, quick_keys
from tests.figures import Figures, told
from trustcheck.storage.file import key_derivation

# Before any import of Qt: the platform is chosen when the application is made.
_ONSCREEN = "--onscreen"

_ASKED_FOR = ("long", "benchmark")

_MEMORY = Path("/dev/shm")
"""Files in memory, where a system keeps some: every answer is synced, and a disk makes each of the thousands wait."""
_ROOM = 4 << 30
"""Bytes that are to be free there; with less the files lie on the disk."""

# Seconds for one test on a machine that is busy with others; whoever needs more waits for what never comes.
_PATIENCE = 600.0

settings.register_profile(
    "trustcheck",
    deadline=None,
    derandomize=True,
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.load_profile("trustcheck")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(_ONSCREEN, action="store_true", help="show the windows instead of drawing them off screen")


def pytest_configure(config: pytest.Config) -> None:
    if not config.getoption(_ONSCREEN):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    # Programs of their own are started by the hundred: from bytecode, as one that is installed.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    sys.dont_write_bytecode = False
    if _MEMORY.is_dir() and os.access(_MEMORY, os.W_OK) and shutil.disk_usage(_MEMORY).free >= _ROOM:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(_MEMORY))
    offline.forbid()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the long runs and those that measure, unless the person names a marker."""
    if config.getoption("-m"):
        return
    left_out = [item for item in items if any(map(item.get_closest_marker, _ASKED_FOR))]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        gone = set(left_out)
        items[:] = [item for item in items if item not in gone]


def pytest_collection_finish() -> None:
    """As in the program: with a window about, what is forgotten goes on the main thread, never on a worker's; and what
    is there by now is not looked through again and again.
    """
    if "PySide6.QtWidgets" in sys.modules:
        gc.disable()
        gc.freeze()


@pytest.hookimpl(wrapper=True, trylast=True)
def pytest_runtest_teardown() -> Generator[None]:
    """Let go of the windows a test has closed: left over, they are styled anew with every test that follows."""
    yield
    if "PySide6.QtWidgets" in sys.modules:
        from PySide6.QtCore import QCoreApplication, QEvent

        from trustcheck.ui.navigation.run import tidy

        tidy()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(autouse=True)
def _never_for_ever(request: pytest.FixtureRequest) -> Iterator[None]:
    """A test that hangs ends its worker and says where it stood, instead of keeping the whole run from its end."""
    if request.node.get_closest_marker("long"):
        yield
        return
    faulthandler.dump_traceback_later(_PATIENCE, exit=True, file=sys.__stderr__)
    yield
    faulthandler.cancel_dump_traceback_later()


@pytest.fixture
def qtbot(qapp: object, request: pytest.FixtureRequest) -> object:
    """pytest-qt's own, with more patience."""
    from tests.patience import PatientBot

    return PatientBot(request)


@pytest.fixture(scope="session")
def _homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Where the next test lives. Counted here: to find a free name among thousands takes a while each time."""
    homes = tmp_path_factory.mktemp("homes")
    return (homes / str(number) for number in count())


@pytest.fixture(autouse=True)
def _own_folders(_homes: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings and data files of every test lie in a folder of its own; the real home is never touched."""
    home = next(_homes)
    home.mkdir()
    monkeypatch.setenv("TRUSTCHECK_DATA", str(home / "data"))
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "share"))
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


@pytest.fixture(scope="session", autouse=True)
def _quick_keys() -> Iterator[None]:
    """New keys cost next to nothing, those of files that are made once for many tests too."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(key_derivation.COSTS, quick_keys.NUMBER, quick_keys.CHEAP)
        yield


@pytest.fixture
def real_keys(_quick_keys: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """New keys cost what they cost: for files that a program of its own opens, and for the cost itself."""
    monkeypatch.delitem(key_derivation.COSTS, quick_keys.NUMBER)


@pytest.fixture
def quick_keys_of_before(monkeypatch: pytest.MonkeyPatch) -> None:
    """So do keys of files of before, which another SQLCipher would not open then."""
    monkeypatch.setattr(key_derivation, "ROUNDS", quick_keys.ROUNDS)


@pytest.fixture(autouse=True)
def _nothing_goes_online() -> Iterator[None]:
    """Whatever a test does, the program never tries to leave this computer."""
    yield
    assert offline.tried == []


@pytest.fixture
def print_figures() -> Figures:
    """Hand lines of a benchmark's table to the end of the run, where they can be seen without options."""
    return Figures()


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Where the tests run side by side, each side hands its figures to the one that prints."""
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput["figures"] = told


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    told.extend(getattr(node, "workeroutput", {}).get("figures", []))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if told:
        terminalreporter.section("figures of this run (ratios, not limits)")
        for line in told:
            terminalreporter.write_line(line)


@pytest.fixture(scope="session")
def resources() -> Path:
    from trustcheck import assets

    return assets.root()
