"""What nobody foresaw is kept in one private file, and nothing of it reaches the screen."""

import gc
import logging
import sys
import threading
import weakref
from pathlib import Path

import pytest
import sqlalchemy as sa
from PySide6.QtCore import QObject, Signal

from trustcheck.commands.crash import log_book
from trustcheck.commands.crash.log_book import kept, wrote
from trustcheck.storage.file.engine import writing_engine


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "data" / "trustcheck.log"


def raised(message: str) -> BaseException:
    try:
        raise ZeroDivisionError(message)
    except ZeroDivisionError as failure:
        return failure


def test_the_file_is_made_only_when_there_is_something_to_say(log: Path) -> None:
    with kept(log):
        logging.getLogger("trustcheck.ui").info("all is well")

    assert not log.parent.exists()


def test_a_failure_of_a_button_is_kept_while_the_window_is_open(log: Path, capsys: pytest.CaptureFixture[str]) -> None:
    failure = raised("a detail")
    with kept(log):
        sys.excepthook(type(failure), failure, failure.__traceback__)

    assert "ZeroDivisionError" in log.read_text()
    assert log.stat().st_mode & 0o777 == 0o600
    said = capsys.readouterr().err
    assert str(log) in said
    assert "a detail" not in said


def test_what_failed_keeps_nothing_of_what_it_worked_with(log: Path) -> None:
    """Python puts the last failure by for a debugger, with every value its functions had: the open file and its key."""

    class Key:
        pass

    class Page(QObject):
        pressed = Signal()

    let_go: list[weakref.ref[Key]] = []

    def breaks() -> None:
        key = Key()
        let_go.append(weakref.ref(key))
        raise ZeroDivisionError

    page = Page()
    page.pressed.connect(breaks)
    with kept(log):
        page.pressed.emit()

    gc.collect()
    assert "ZeroDivisionError" in log.read_text()
    assert let_go[0]() is None


def test_a_failure_on_a_thread_is_kept_too(log: Path) -> None:
    def work() -> None:
        raise ZeroDivisionError("on a thread")

    with kept(log):
        thread = threading.Thread(target=work)
        thread.start()
        thread.join()

    assert "ZeroDivisionError" in log.read_text()
    assert "line" in log.read_text()


def test_a_failure_of_something_that_goes_is_kept_without_the_thing(log: Path) -> None:
    class Note:
        def __repr__(self) -> str:
            return "Dear Joan"

        def __del__(self) -> None:
            raise ZeroDivisionError

    with kept(log):
        Note()

    assert "ZeroDivisionError" in log.read_text()
    assert "Joan" not in log.read_text()


def test_a_thread_that_leaves_is_no_failure(log: Path) -> None:
    with kept(log):
        thread = threading.Thread(target=sys.exit)
        thread.start()
        thread.join()

    assert not log.exists()


def test_whoever_shows_it_is_told_the_same_words(log: Path) -> None:
    told: list[str] = []
    failure = raised("a detail")
    with kept(log) as unforeseen:
        unforeseen.show = told.append
        sys.excepthook(type(failure), failure, failure.__traceback__)

    assert len(told) == 1
    assert told[0] in log.read_text()


def test_what_fails_again_and_again_fills_no_file(log: Path, capsys: pytest.CaptureFixture[str]) -> None:
    failure = raised("a detail")
    with kept(log):
        for _time in range(50):
            sys.excepthook(type(failure), failure, failure.__traceback__)

    assert log.read_text().count("ZeroDivisionError") == 1
    assert capsys.readouterr().err.count("\n") == 1


def test_a_library_is_quoted_by_place_alone(log: Path) -> None:
    with kept(log):
        logging.getLogger("pypdf._reader").warning("odd object %r", "Dear Joan, nobody listens", stack_info=True)
        logging.getLogger("trustcheckers").error("Joan")

    told = log.read_text()
    assert "pypdf._reader: warning in test_log_book, line " in told
    assert "Joan" not in told
    assert __file__ not in told


def test_afterwards_everything_is_as_before(log: Path) -> None:
    def hooks() -> tuple[object, ...]:
        return sys.excepthook, threading.excepthook, sys.unraisablehook, list(logging.getLogger().handlers)

    before = hooks()
    with kept(log):
        assert hooks() != before

    assert hooks() == before


def test_no_clock_time_is_kept_beside_what_happened(log: Path) -> None:
    wrote(log, raised("a detail"))

    assert not any(":" in line.split(" ", 1)[0] for line in log.read_text().splitlines() if line[:1].isdigit())
    assert log.read_text()[10] == " "


def test_what_a_failure_quotes_and_whose_folder_it_is_are_left_out(log: Path) -> None:
    failure = raised("Dear Joan, nobody listens")
    failure.__cause__ = OSError(28, "No space left", "Joan's folder")
    with kept(log):
        logging.getLogger("trustcheck.ui").error("work failed", exc_info=failure)
        wrote(log, failure)

    told = log.read_text()
    assert "Joan" not in told
    assert __file__ not in told
    assert told.count("builtins.OSError 28") == 2
    assert told.count(f"  {__name__}, line ") == 2


def test_a_saving_that_fails_quotes_no_note(tmp_path: Path) -> None:
    engine = writing_engine(str(tmp_path / "a.trustcheck"))
    (tmp_path / "a.trustcheck").touch()
    with pytest.raises(sa.exc.DBAPIError) as met, engine.connect() as connection:
        connection.execute(sa.text("INSERT INTO nowhere VALUES (:note)"), {"note": "nobody listens"})
    engine.dispose()

    assert "nobody listens" not in str(met.value)


def test_a_long_file_is_begun_anew(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log_book, "LARGEST", 10)
    wrote(log, raised("a detail"))
    wrote(log, KeyError("another"))

    assert "ZeroDivisionError" not in log.read_text()
    assert "KeyError" in log.read_text()


def test_a_place_that_cannot_be_written_is_no_further_trouble(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "data").write_text("a file where the folder should be")

    assert not wrote(tmp_path / "data" / "trustcheck.log", raised("a detail"))
    assert capsys.readouterr().err == ""
