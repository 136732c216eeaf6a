"""What the person prefers and where the window stood, kept as TOML; and the folders that hold everything.

Reading never fails: a value that cannot be used falls back to its default, key by key, and a file that is not TOML
is set aside beside the new one. Writing is whole or not at all and readable by its owner only.
"""

import os
from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from stat import S_ISREG
from typing import Any

DATA_VARIABLE = "TRUSTCHECK_DATA"
"""The environment variable that names one folder for everything: data file, settings, window state."""

DATA_FILE_NAME = "answers.trustcheck"
TEXT_SIZES = (100, 110, 125, 150, 175, 200)
"""Per cent; the steps of larger and smaller text."""

_NAMED_CLIENTS = ("last_folder",)
"""What earlier versions kept of the window: a folder that may be called after a client."""
_LARGEST_FILE = 64 * 1024
_LONGEST_TEXT = 4096
_MOST_DOTS = 500
"""In one line. A key of thousands of parts takes gigabytes to read."""

ValueCheck = Callable[[object], bool]


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person chose on the settings page."""

    language: str = ""
    """Of the words, as its catalogue is called; empty is what the system speaks. Heard at the next start."""
    look: str = "system"
    """``system``, ``light`` or ``dark``."""
    text_size: int = 100
    """Per cent, 100 to 200."""
    less_motion: bool = False
    single_keys: bool = True
    """Letters without Ctrl do something on the question page."""
    go_on_by_itself: bool = True
    """After a click or a digit on the question page; never after arrow keys."""
    hide_after_seconds: int = 0
    """Seconds without input after which the screen is hidden; 0 is never, right for somebody alone."""
    lock_after_minutes: int = 5
    """Minutes without input after which a data file with a passphrase is locked; 0 is never."""
    paper: str = "a4"
    """``a4`` or ``letter``."""
    prepared_by: str = ""
    last_file: str = ""
    """The data file that was open last; empty means the one in the data folder."""
    working: str = "alone"
    """``alone`` or ``organisations``: whether the window begins with one's own checks or with organisations."""


@dataclass(frozen=True, slots=True)
class WindowState:
    """How the window stood when it was closed: nothing anybody chose, nothing anybody misses."""

    geometry: str = ""
    """The toolkit's own description in base64; it knows about screens that have gone."""
    maximised: bool = False
    wall_screen: str = ""
    """The system's name of the screen that was the wall in a session."""


@dataclass(frozen=True, slots=True)
class Folders:
    """Where the program keeps things; two folders on most systems, one where ``TRUSTCHECK_DATA`` names it."""

    data: Path
    settings: Path

    @property
    def data_file(self) -> Path:
        return self.data / DATA_FILE_NAME

    @property
    def log_file(self) -> Path:
        return self.data / "trustcheck.log"


def folders(environment: Mapping[str, str]) -> Folders:
    """The folders of this computer's user. Nothing is created here."""
    named = environment.get(DATA_VARIABLE, "")
    if named:
        everything = Path(named).expanduser().absolute()
        return Folders(everything, everything)
    import platformdirs

    return Folders(
        Path(platformdirs.user_data_dir("TrustCheck", appauthor=False)),
        Path(platformdirs.user_config_dir("TrustCheck", appauthor=False)),
    )


@dataclass(frozen=True, slots=True)
class SettingsStore:
    """Reads and writes the two TOML files of one folder."""

    folder: Path

    @property
    def settings_file(self) -> Path:
        return self.folder / "settings.toml"

    @property
    def window_file(self) -> Path:
        return self.folder / "window.toml"

    @property
    def readings_file(self) -> Path:
        return self.folder / "readings.toml"

    def load_readings(self) -> dict[str, dict[str, Any]]:
        """The ways of reading tables that somebody kept, by name, as they stand in the file, the oldest first."""
        return {name: each for name, each in _table(self.readings_file).items() if isinstance(each, dict)}

    def save_readings(self, readings: Mapping[str, object]) -> None:
        """Keep these ways of reading and no others. Raises ``OSError``."""
        _write(self.readings_file, readings, without=self.load_readings())

    def load(self) -> Settings:
        return Settings(**_usable(_table(self.settings_file), _SETTINGS))

    def save(self, settings: Settings) -> None:
        """Keep the settings on disk, and with them keys a newer version wrote. Raises ``OSError``."""
        _write(self.settings_file, asdict(settings))

    def load_window(self) -> WindowState:
        return WindowState(**_usable(_table(self.window_file), _WINDOW))

    def save_window(self, state: WindowState) -> None:
        """Keep the window's state on disk. Raises ``OSError``."""
        _write(self.window_file, asdict(state), without=_NAMED_CLIENTS)


def _one_of(*allowed: str) -> ValueCheck:
    return lambda value: isinstance(value, str) and value in allowed


def _whole(low: int, high: int) -> ValueCheck:
    return lambda value: isinstance(value, int) and not isinstance(value, bool) and low <= value <= high


def _flag(value: object) -> bool:
    return isinstance(value, bool)


def _text(value: object) -> bool:
    return isinstance(value, str) and len(value) <= _LONGEST_TEXT and "\0" not in value


_SETTINGS: dict[str, ValueCheck] = {
    "language": _text,
    "look": _one_of("system", "light", "dark"),
    "text_size": _whole(100, 200),
    "less_motion": _flag,
    "single_keys": _flag,
    "go_on_by_itself": _flag,
    "hide_after_seconds": _whole(0, 3600),
    "lock_after_minutes": _whole(0, 1440),
    "paper": _one_of("a4", "letter"),
    "prepared_by": _text,
    "last_file": _text,
    "working": _one_of("alone", "organisations"),
}
_WINDOW: dict[str, ValueCheck] = {"wall_screen": _text, "geometry": _text, "maximised": _flag}

# A key without a check would be read unlooked-at, or never.
assert set(_SETTINGS) == {field.name for field in fields(Settings)}
assert set(_WINDOW) == {field.name for field in fields(WindowState)}


def _usable(table: Mapping[str, object], checks: Mapping[str, ValueCheck]) -> dict[str, Any]:
    return {key: table[key] for key, check in checks.items() if key in table and check(table[key])}


def _table(path: Path) -> dict[str, Any]:
    """What a TOML file holds; nothing where there is none or it cannot be read. A broken one is set aside."""
    try:
        if not S_ISREG(path.stat().st_mode):
            return {}
        with path.open("rb") as file:
            found = _read(file.read(_LARGEST_FILE + 1))
        if found is None:
            path.replace(path.with_suffix(".broken.toml"))
    except OSError:
        return {}
    return found or {}


def _read(content: bytes) -> dict[str, Any] | None:
    """What TOML says; ``None`` where it is none, or more than these files ever need."""
    import tomllib

    if len(content) > _LARGEST_FILE or any(line.count(b".") > _MOST_DOTS for line in content.splitlines()):
        return None
    try:
        return tomllib.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return None


def _write(path: Path, values: Mapping[str, object], without: Collection[str] = ()) -> None:
    import tempfile

    kept = {key: value for key, value in _table(path).items() if key not in without}
    content = _text_of(values, kept)
    target = path.resolve()
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    # mkstemp makes the file readable by its owner only, whatever the umask.
    handle, temporary = tempfile.mkstemp(prefix=".settings-", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(target)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _text_of(values: Mapping[str, object], kept: Mapping[str, object]) -> bytes:
    """What is chosen, with what else the file held. That may be nothing a file could be read with again: keys somebody
    put there by hand that can be read and not be written, or so many that the file would grow beyond its limit.
    """
    import tomli_w

    # A path may hold what UTF-8 cannot; it is then asked for anew rather than breaking the file.
    with suppress(ValueError, TypeError, RecursionError):
        content = tomli_w.dumps({**kept, **values}).encode("utf-8", "replace")
        if _read(content) is not None:
            return content
    return tomli_w.dumps(values).encode("utf-8", "replace")
