"""A room with a screen nobody sees, a desk, and a person who only hears: Xvfb, openbox, Orca and the program."""

import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.by_ear.ears import Ears

NEEDED = ("Xvfb", "openbox", "xdotool", "orca", "dbus-run-session")
_LAUNCHERS = (Path("/usr/libexec/at-spi-bus-launcher"), Path("/usr/lib/at-spi2-core/at-spi-bus-launcher"))
_SIZE = "1400x900x24"
_CUSTOMISED = """import orca.debug
orca.debug.debugFile.reconfigure(line_buffering=True)
"""
"""Of itself Orca writes its log in pieces of eight kilobytes: the last words would come with the next ones."""


class Room:
    """Use it as a context, inside ``dbus-run-session``. ``folder`` gets everything that is written."""

    def __init__(self, folder: Path, display: str) -> None:
        self.folder, self._display = folder, display
        self._stack = ExitStack()
        self._environment = self._own_environment()
        self.program: subprocess.Popen[bytes] | None = None
        self._log = folder / "orca.log"
        self.ears = Ears(self._log)

    def __enter__(self) -> Self:
        try:
            self._furnish()
        except BaseException:
            self._stack.close()
            raise
        return self

    def _furnish(self) -> None:
        for name in ("home", "orca", "run"):
            (self.folder / name).mkdir(mode=0o700, exist_ok=True)
        self._start("Xvfb", self._display, "-screen", "0", _SIZE)
        self._wait(lambda: self._asks("xdotool", "getdisplaygeometry"), "the screen")
        self._start("openbox")
        self._start(str(next(each for each in _LAUNCHERS if each.exists())), "--launch-immediately")
        self._log.touch()
        (self.folder / "orca" / "orca-customizations.py").write_text(_CUSTOMISED, encoding="utf-8")
        self._start("orca", "-u", str(self.folder / "orca"), "--debug-file", str(self._log))
        self.ears.wait_for("Screen reader on.")

    def __exit__(self, kind: type[BaseException] | None, what: BaseException | None, at: TracebackType | None) -> None:
        self._stack.close()

    def open_program(self, *arguments: str) -> None:
        """In its own folder of data; whoever listens waits for what is said first."""
        self.program = self._start(sys.executable, "-m", "trustcheck", *arguments)

    def press(self, *keys: str) -> None:
        subprocess.run(["xdotool", "key", "--delay", "60", *keys], env=self._environment, check=True, timeout=20)

    def let_no_file_grow_above(self, size: int) -> None:
        """The program's disk is full, as far as it can tell; ``resource.RLIM_INFINITY`` empties it again."""
        assert self.program is not None
        resource.prlimit(self.program.pid, resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))

    @property
    def data(self) -> Path:
        return self.folder / "data"

    def _own_environment(self) -> Mapping[str, str]:
        """No speech synthesiser is reached: Orca then only logs what it would say."""
        home = self.folder / "home"
        return {
            **os.environ,
            "DISPLAY": self._display,
            "HOME": str(home),
            "XDG_CONFIG_HOME": str(home / "config"),
            "XDG_DATA_HOME": str(home / "share"),
            "XDG_RUNTIME_DIR": str(self.folder / "run"),
            "TRUSTCHECK_DATA": str(self.data),
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "SPEECHD_ADDRESS": f"unix_socket:{self.folder / 'nobody-speaks'}",
            "LC_ALL": "C.UTF-8",
        }

    def _start(self, *command: str) -> subprocess.Popen[bytes]:
        out = self._stack.enter_context((self.folder / f"{Path(command[0]).name}.out").open("wb"))
        started = subprocess.Popen(command, env=self._environment, stdout=out, stderr=out)
        self._stack.callback(self._end, started)
        return started

    @staticmethod
    def _end(started: subprocess.Popen[bytes]) -> None:
        started.terminate()
        try:
            started.wait(timeout=10)
        except subprocess.TimeoutExpired:
            started.kill()
            started.wait(timeout=10)

    def _asks(self, *command: str) -> bool:
        return not subprocess.run(
            command, env=self._environment, capture_output=True, check=False, timeout=10
        ).returncode

    @staticmethod
    def _wait(is_there: Callable[[], bool], what: str, longest: float = 20.0) -> None:
        end = time.monotonic() + longest
        while not is_there():
            assert time.monotonic() < end, f"never saw {what}"
            time.sleep(0.1)
