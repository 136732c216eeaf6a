"""While the laptop goes round, Windows is asked to leave the window out of captures; nobody else is asked anything."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.room import PIN, Room
from trustcheck.ui.kit.look import Look
from trustcheck.ui.laptop import hand_over
from trustcheck.ui.shell.places import Place

LEFT_OUT, SEEN_BY_ALL = 0x11, 0


class User32:
    """What Windows is asked; one that is older refuses."""

    def __init__(self, *, refuses: bool = False) -> None:
        self.asked: list[tuple[int, int]] = []
        self._refuses = refuses

    def SetWindowDisplayAffinity(self, handle: int, affinity: int) -> int:  # noqa: N802 - the system's name
        self.asked.append((handle, affinity))
        return 0 if self._refuses else 1


@pytest.fixture
def user32(monkeypatch: pytest.MonkeyPatch) -> User32:
    found = User32()
    monkeypatch.setattr(hand_over, "user32", lambda: found)
    return found


@pytest.fixture
def room(tmp_path: Path, look: Look, qapp: QApplication, qtbot: QtBot) -> Iterator[Room]:
    room = Room(tmp_path / "answers.trustcheck", look, qapp, qtbot)
    room.open_check()
    yield room
    room.file.let_go()


def test_from_the_pin_until_the_facilitator_is_back(
    room: Room, user32: User32, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hand_over, "platform", lambda: "win32")
    room.begin()
    handle = int(room.window.winId())
    assert user32.asked == [(handle, LEFT_OUT)]

    room.choose("Facilitator")
    room.arrives_at(Place.PIN)
    room.write(PIN)
    room.press(Qt.Key.Key_Return)

    room.waits_for(lambda: not room.hand_over.is_locked)
    assert user32.asked == [(handle, LEFT_OUT), (handle, SEEN_BY_ALL)]


@pytest.mark.parametrize("system", ["linux", "darwin"])
def test_no_other_system_is_asked(room: Room, user32: User32, system: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hand_over, "platform", lambda: system)
    room.begin()

    assert user32.asked == []


def test_a_windows_that_will_not_is_no_trouble(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hand_over, "platform", lambda: "win32")
    monkeypatch.setattr(hand_over, "user32", lambda: User32(refuses=True))
    window = QWidget()
    qtbot.addWidget(window)

    assert not hand_over.stay_out_of_captures(window, out=True)
