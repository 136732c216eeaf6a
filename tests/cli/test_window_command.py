"""Where no window can be opened, the program says so instead of being ended by the toolkit."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.commands import Run
from trustcheck.commands import display
from trustcheck.commands.display import DEBIAN_PACKAGES, NoWindow, require_display

ROOT = Path(__file__).resolve().parents[2]
NO_DISPLAY = {"PATH": os.defpath}

linux_only = pytest.mark.usefixtures("on_linux")


@pytest.fixture
def on_linux(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")


def started(environment: dict[str, str], *words: str) -> subprocess.CompletedProcess[str]:
    kept = {key: os.environ[key] for key in ("PATH", "HOME", "TRUSTCHECK_DATA") if key in os.environ}
    return subprocess.run(
        [sys.executable, "-m", "trustcheck", *words],
        env={**kept, **environment},
        capture_output=True,
        text=True,
        timeout=300,
    )


@pytest.mark.parametrize(
    "environment",
    [
        {},
        {"DISPLAY": ":4711"},
        {"DISPLAY": "nonsense"},
        {"WAYLAND_DISPLAY": "wayland-4711"},
        {"DISPLAY": ":4711", "QT_QPA_PLATFORM": "xcb"},
        {"DISPLAY": ":4711", "WAYLAND_DISPLAY": "wayland-4711", "QT_QPA_PLATFORM": "wayland;xcb"},
    ],
    ids=lambda environment: " ".join(f"{key}={value}" for key, value in environment.items()) or "nothing",
)
def test_without_a_display_one_sentence_names_the_sample(environment: dict[str, str]) -> None:
    done = started(environment)

    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "trustcheck sample" in done.stderr
    assert done.stdout == ""


def test_open_says_the_same(tmp_path: Path) -> None:
    done = started({}, "open", str(tmp_path / "any.trustcheck"))

    assert done.returncode == 1
    assert "trustcheck sample" in done.stderr


@linux_only
def test_the_entry_in_the_menu_of_programs_opens_the_window_without_a_file(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Chosen there it names none: what stands for one is left out."""
    opened: list[str | None] = []

    def window(_application: object, file: str | None, _environment: object) -> int:
        opened.append(file)
        return 0

    monkeypatch.setattr("trustcheck.commands.window.run", window)
    entry = (ROOT / "packaging" / "linux" / "trustcheck.desktop").read_text("utf-8")
    (typed,) = (line.removeprefix("Exec=").split() for line in entry.splitlines() if line.startswith("Exec="))
    assert typed[0] == "trustcheck"
    assert "%f" in typed

    run(*(word for word in typed[1:] if word != "%f"))
    run(*(word.replace("%f", "our.trustcheck") for word in typed[1:]))
    assert opened == [None, "our.trustcheck"]


def test_the_installer_for_windows_empties_no_folder_but_one_of_an_older_version() -> None:
    script = (ROOT / "packaging" / "windows" / "trustcheck.nsi").read_text("utf-8")
    install = script.split("\nSection\n")[1].split("SectionEnd")[0]
    lines = [line.strip() for line in install.splitlines()]

    assert "Page directory" not in script
    emptied = [at for at, line in enumerate(lines) if line.startswith("RMDir")]
    assert [lines[at - 1] for at in emptied] == [r'IfFileExists "$INSTDIR\trustcheck.exe" 0 +2']


def test_a_file_that_is_not_there_is_named(run: Run, tmp_path: Path) -> None:
    missing = tmp_path / "missing.trustcheck"

    done = run("open", missing)

    assert done.code == 1
    assert str(missing) in done.err
    assert not missing.exists()


@linux_only
def test_a_platform_without_a_screen_is_believed() -> None:
    require_display({"QT_QPA_PLATFORM": "offscreen"})
    require_display({"QT_QPA_PLATFORM": "vnc:size=800x600"})


@linux_only
def test_a_wayland_door_that_opens_is_enough(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(display, "missing_library", lambda platform: "")
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as server:
        server.bind(str(tmp_path / "wayland-1"))
        server.listen(1)

        require_display({"WAYLAND_DISPLAY": "wayland-1", "XDG_RUNTIME_DIR": str(tmp_path)})


@linux_only
def test_a_missing_library_is_named_with_what_brings_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(display.REACHES, "xcb", lambda environment: True)
    monkeypatch.setattr(display, "missing_library", lambda platform: "libxcb-cursor.so.0")

    with pytest.raises(NoWindow) as refused:
        require_display({"DISPLAY": ":0"})

    assert "libxcb-cursor.so.0" in str(refused.value)
    assert DEBIAN_PACKAGES in str(refused.value)


@linux_only
def test_one_working_way_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(display.REACHES, "xcb", lambda environment: True)
    monkeypatch.setitem(display.REACHES, "wayland", lambda environment: True)
    monkeypatch.setattr(display, "missing_library", lambda platform: "libwayland" if platform == "wayland" else "")

    require_display({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"})


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_other_systems_have_a_display(platform: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", platform)

    require_display({})


def test_the_readme_names_the_same_packages() -> None:
    readme = ROOT / "README.md"

    assert f"--no-install-recommends {DEBIAN_PACKAGES}\n" in readme.read_text("utf-8")
