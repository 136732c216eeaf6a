"""Passphrases on the command line: typed at a terminal or read from a descriptor, and seen by nobody else."""

import os
import pty
import subprocess
import sys
import termios
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from shutil import copytree

import pytest

from tests.builders import questionnaire
from tests.cli.commands import Run
from tests.cli.passphrases import PASSPHRASE, handed_over
from trustcheck.app.ports import Locked, NewRound
from trustcheck.domain.questionnaire.model import Form, Perspective
from trustcheck.storage.store import open_store

PLACE = "the Bellwater archive"


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two data files with a copy beside each, made once: each test takes its own."""
    folder = tmp_path_factory.mktemp("made")
    for name, passphrase in (("open", ""), ("protected", PASSPHRASE)):
        _fill(folder / name / "answers.trustcheck", passphrase)
    return folder


@pytest.fixture
def path(made: Path, tmp_path: Path) -> Path:
    """A data file without a passphrase that names a place."""
    return Path(copytree(made / "open", tmp_path, dirs_exist_ok=True)) / "answers.trustcheck"


@pytest.fixture
def protected(made: Path, tmp_path: Path) -> Path:
    return Path(copytree(made / "protected", tmp_path, dirs_exist_ok=True)) / "answers.trustcheck"


@pytest.fixture
def really_protected(real_keys: None, tmp_path: Path) -> Path:
    """With a key that costs what it costs, for a program of its own: it knows no quick ones."""
    path = tmp_path / "answers.trustcheck"
    _fill(path, PASSPHRASE)
    return path


def _fill(path: Path, passphrase: str = "") -> None:
    asked = questionnaire({"people": {"A": 2}, "openness": {"B": 2}})
    store = open_store(str(path), passphrase=passphrase)
    store.rounds.begin(NewRound(PLACE, Form.FULL, Perspective.STAFF, asked, "the board", date(2026, 3, 1)))
    store.safety.make_copy(date(2026, 3, 1))
    store.close()


def bytes_beside(path: Path) -> bytes:
    """Everything in the folder of a data file, copies included."""
    return b"".join(each.read_bytes() for each in path.parent.rglob("*") if each.is_file())


def opens_with(path: Path, passphrase: str) -> bool:
    try:
        open_store(str(path), create=False, look_only=True, passphrase=passphrase).close()
    except Locked:
        return False
    return True


# -- from a descriptor


def test_a_file_is_protected_and_nothing_beside_it_stays_readable(run: Run, path: Path) -> None:
    assert PLACE.encode() in bytes_beside(path)

    with handed_over(PASSPHRASE + "\n") as descriptor:
        done = run("encrypt", path, "--passphrase-fd", descriptor)

    assert (done.code, done.err) == (0, "")
    assert "If you forget the passphrase, nobody can open the file." in done.out
    assert opens_with(path, PASSPHRASE)
    assert PLACE.encode() not in bytes_beside(path)


def test_the_passphrase_is_taken_off_again(run: Run, protected: Path) -> None:
    with handed_over(PASSPHRASE) as descriptor:
        done = run("decrypt", protected, "--passphrase-fd", descriptor)

    assert (done.code, done.err) == (0, "")
    assert opens_with(protected, "")


def test_a_wrong_passphrase_leaves_the_file_byte_for_byte(run: Run, protected: Path) -> None:
    before = bytes_beside(protected)

    with handed_over("another one\n") as descriptor:
        done = run("decrypt", protected, "--passphrase-fd", descriptor)

    assert done.code == 1
    assert "That did not open it." in done.err
    assert bytes_beside(protected) == before


@pytest.mark.parametrize("before", ["", "\ufeff"])
@pytest.mark.parametrize("after", ["", "\n", "\r\n", "\nanother line\n"])
def test_one_line_is_the_passphrase_whatever_ends_it(run: Run, protected: Path, before: str, after: str) -> None:
    with handed_over(before + PASSPHRASE + after) as descriptor:
        assert run("unlock", protected, "--passphrase-fd", descriptor).code == 0


def test_what_follows_the_line_is_left_for_whoever_reads_next(run: Run, protected: Path) -> None:
    with handed_over(PASSPHRASE + "\nmine\n") as descriptor:
        run("unlock", protected, "--passphrase-fd", descriptor)

        assert os.read(descriptor, 100) == b"mine\n"


def test_blanks_at_its_ends_belong_to_it(run: Run, path: Path) -> None:
    with handed_over("  two blanks \n") as descriptor:
        assert run("encrypt", path, "--passphrase-fd", descriptor).code == 0

    assert opens_with(path, "  two blanks ")


def test_a_protected_file_is_not_protected_again(run: Run, protected: Path) -> None:
    before = bytes_beside(protected)

    with handed_over("another one\n") as descriptor:
        done = run("encrypt", protected, "--passphrase-fd", descriptor)

    assert done.code == 1
    assert "has a passphrase already" in done.err
    assert "Settings, Privacy" in done.err
    assert bytes_beside(protected) == before


def test_a_file_without_one_has_nothing_to_take_off(run: Run, path: Path) -> None:
    done = run("decrypt", path)

    assert done.code == 1
    assert "has no passphrase" in done.err


def test_while_the_window_has_it_the_file_is_left_alone(run: Run, path: Path) -> None:
    store = open_store(str(path))

    with handed_over(PASSPHRASE) as descriptor:
        done = run("encrypt", path, "--passphrase-fd", descriptor)

    assert done.code == 1
    assert "Another TrustCheck" in done.err
    store.close()
    assert opens_with(path, "")


@pytest.mark.parametrize("command", ["encrypt", "decrypt"])
def test_a_file_that_is_not_there_is_not_made(run: Run, tmp_path: Path, command: str) -> None:
    done = run(command, tmp_path / "missing.trustcheck")

    assert done.code == 1
    assert list(tmp_path.iterdir()) == []


def test_the_report_of_a_protected_file_is_made_with_its_passphrase(
    run: Run, sample_folder: Path, tmp_path: Path
) -> None:
    file, out = tmp_path / "sample.trustcheck", tmp_path / "report.pdf"
    file.write_bytes((sample_folder / "sample.trustcheck").read_bytes())
    with handed_over(PASSPHRASE) as descriptor:
        run("encrypt", file, "--passphrase-fd", descriptor)

    with handed_over(PASSPHRASE) as descriptor:
        done = run("report", file, "-o", out, "--passphrase-fd", descriptor)

    assert (done.code, done.err) == (0, "")
    assert out.read_bytes().startswith(b"%PDF")


def test_a_file_without_a_passphrase_asks_for_none(run: Run, path: Path) -> None:
    with handed_over(PASSPHRASE) as descriptor:
        assert run("unlock", path, "--passphrase-fd", descriptor).code == 0

        assert os.read(descriptor, 100) == PASSPHRASE.encode()


@pytest.mark.parametrize(
    ("line", "said"),
    [(b"", "No passphrase was given."), (b"\xff\xfe\n", "not written in UTF-8"), (b"a" * 5000, "at most 1000")],
)
def test_what_is_no_passphrase_is_refused_in_a_sentence(run: Run, protected: Path, line: bytes, said: str) -> None:
    with handed_over(line) as descriptor:
        done = run("unlock", protected, "--passphrase-fd", descriptor)

    assert done.code == 1
    assert said in done.err


def test_a_descriptor_that_is_not_open_is_refused_in_a_sentence(run: Run, protected: Path) -> None:
    done = run("unlock", protected, "--passphrase-fd", 987)

    assert done.code == 1
    assert "987 cannot be read" in done.err


@pytest.mark.parametrize("option", ["--passphrase-fd", "--passphrase", "--pass"])
def test_a_passphrase_typed_as_an_argument_is_a_slip_and_not_repeated(run: Run, protected: Path, option: str) -> None:
    done = run("unlock", protected, option, "hunter-two")

    assert done.code == 2
    assert "hunter" not in done.out + done.err


# -- at a terminal


@dataclass(frozen=True, slots=True)
class Said:
    code: int
    screen: str


@pytest.fixture
def typed() -> Callable[..., Said]:
    """Runs a command at a terminal of its own, and answers each question it asks."""

    def at_terminal(*words: object, answers: tuple[str, ...]) -> Said:
        ours, theirs = pty.openpty()
        # The terminal becomes the command's own, as the one in which somebody types is.
        own = "import fcntl, sys, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0)"
        script = f"{own}\nfrom trustcheck.cli import main\nsys.exit(main({[str(word) for word in words]!r}))"
        running = subprocess.Popen(
            [sys.executable, "-c", script], stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True
        )
        os.close(theirs)
        screen = _talk(ours, answers)
        os.close(ours)
        return Said(running.wait(30), screen)

    return at_terminal


def _talk(terminal: int, answers: tuple[str, ...]) -> str:
    """Type each answer once a question stands there and nothing is shown any more; everything that was shown."""
    shown, waiting = "", list(answers)
    while True:
        try:
            came = os.read(terminal, 4096)
        except OSError:
            return shown
        if not came:
            return shown
        shown += came.decode()
        if waiting and shown.endswith(": ") and not termios.tcgetattr(terminal)[3] & termios.ECHO:
            os.write(terminal, f"{waiting.pop(0)}\n".encode())


def test_at_a_terminal_it_is_asked_for_twice_and_never_shown(typed: Callable[..., Said], path: Path) -> None:
    done = typed("encrypt", path, answers=(PASSPHRASE, PASSPHRASE))

    assert done.code == 0
    assert "Passphrase: " in done.screen
    assert "The same again: " in done.screen
    assert PASSPHRASE not in done.screen
    assert opens_with(path, PASSPHRASE)


def test_two_that_differ_change_nothing(typed: Callable[..., Said], path: Path) -> None:
    done = typed("encrypt", path, answers=(PASSPHRASE, "another one"))

    assert done.code == 1
    assert "The two passphrases are not the same." in done.screen
    assert opens_with(path, "")


def test_a_present_one_is_asked_for_once(typed: Callable[..., Said], really_protected: Path) -> None:
    done = typed("decrypt", really_protected, answers=(PASSPHRASE,))

    assert done.code == 0
    assert "again" not in done.screen.split("\n")[0]
    assert PASSPHRASE not in done.screen
    assert opens_with(really_protected, "")


def test_without_a_terminal_one_sentence_says_what_to_do(really_protected: Path) -> None:
    script = "import sys; from trustcheck.cli import main; sys.exit(main(['unlock', sys.argv[1]]))"
    done = subprocess.run(
        [sys.executable, "-c", script, str(really_protected)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        start_new_session=True,
    )

    assert done.returncode == 1
    assert "there is no terminal to ask for it" in done.stderr
    assert "--passphrase-fd 0" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_standard_input_can_hand_it_over(really_protected: Path) -> None:
    script = "import sys; from trustcheck.cli import main; sys.exit(main(sys.argv[1:]))"
    done = subprocess.run(
        [sys.executable, "-c", script, "unlock", str(really_protected), "--passphrase-fd", "0"],
        input=f"{PASSPHRASE}\n",
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, "")


# -- and nowhere else


def test_while_it_works_no_other_program_sees_it(path: Path) -> None:
    """Held up at the very moment of writing, the command shows its arguments and environment without it."""
    script = (
        "import sys\n"
        "from trustcheck.storage.safety import protecting\n"
        "put = protecting.put\n"
        "def held_up(*paths):\n"
        "    print('now', flush=True)\n"
        "    sys.stdin.readline()\n"
        "    put(*paths)\n"
        "protecting.put = held_up\n"
        "from trustcheck.cli import main\n"
        "sys.exit(main(sys.argv[1:]))\n"
    )
    with handed_over(PASSPHRASE) as descriptor:
        running = subprocess.Popen(
            [sys.executable, "-c", script, "encrypt", str(path), "--passphrase-fd", str(descriptor)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            pass_fds=(descriptor,),
        )
        assert running.stdout is not None
        assert running.stdout.readline() == b"now\n"
        told = b"".join(Path(f"/proc/{running.pid}/{what}").read_bytes() for what in ("cmdline", "environ"))
        beside = {each.name: each.read_bytes() for each in path.parent.rglob("*") if each.is_file()}
        running.communicate(b"\n" * 10)

    assert running.returncode == 0
    assert str(path).encode() in told
    for secret in (PASSPHRASE, PASSPHRASE.split()[0]):
        assert secret.encode() not in told
        assert not [name for name, held in beside.items() if secret.encode() in held or secret in name]


def test_the_log_of_a_command_that_broke_holds_no_passphrase(
    run: Run, protected: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from trustcheck.storage.file import key

    def breaks(typed: bytes, *_rest: object) -> None:
        raise ZeroDivisionError(typed)

    monkeypatch.setattr(key, "derive", breaks)
    with handed_over(PASSPHRASE) as descriptor:
        done = run("unlock", protected, "--passphrase-fd", descriptor)

    log = Path(os.environ["TRUSTCHECK_DATA"]) / "trustcheck.log"
    assert done.code == 1
    assert "ZeroDivisionError" in log.read_text()
    assert PASSPHRASE not in log.read_text() + done.out + done.err
