"""Where the wall stands: on the second screen, remembered, and over the only one with a bar that fades."""

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.group_builders import group_result
from tests.ui.finding import shown
from trustcheck.ui.kit.look import Look
from trustcheck.ui.presenter import wall
from trustcheck.ui.presenter.presenter_page import PresenterPage

HERE = Path(__file__).parent
SCREENS = {"laptop": (0, 1280, 800), "projector": (1280, 1920, 1080)}


def on_two_screens(folder: Path, remembered: str) -> dict[str, Any]:
    """What a session says of its wall, opened and then moved to the laptop's own screen."""
    screens = [
        {"name": name, "x": x, "y": 0, "width": wide, "height": high, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
        for name, (x, wide, high) in SCREENS.items()
    ]
    (folder / "screens.json").write_text(json.dumps({"screens": screens}), encoding="utf-8")
    place = {"QT_QPA_PLATFORM": f"offscreen:configfile={folder / 'screens.json'}"}
    command = [sys.executable, "-m", "tests.ui.two_screens", remembered]
    done = subprocess.run(
        command, cwd=HERE.parents[1], env=os.environ | place, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    said: dict[str, Any] = json.loads(done.stdout)
    return said


def test_the_wall_is_the_second_screen_and_moves_where_somebody_says(tmp_path: Path) -> None:
    said = on_two_screens(tmp_path, "")

    assert said["first"] == {"screen": "projector", "fills": True, "full": True, "bar": False}
    assert said["moved"] == {"screen": "laptop", "fills": True, "full": True, "bar": True}
    assert said["kept"] == ["laptop"]


def test_the_screen_that_was_the_wall_last_is_it_again(tmp_path: Path) -> None:
    assert on_two_screens(tmp_path, "laptop")["first"]["screen"] == "laptop"


@pytest.fixture
def page(qtbot: QtBot, look: Look, monkeypatch: pytest.MonkeyPatch) -> PresenterPage:
    monkeypatch.setattr(wall, "BAR_STAYS", 500)
    page = PresenterPage(look)
    page.show_workshop(group_result(), date(2026, 11, 30))
    shown(page, qtbot)
    return page


def test_over_the_only_screen_a_bar_says_what_can_be_done_and_goes_until_the_mouse_moves(
    page: PresenterPage, qtbot: QtBot
) -> None:
    qtbot.mouseClick(page.to_wall, Qt.MouseButton.LeftButton)
    assert page.wall is not None
    bar = page.wall.bar
    assert bar.isVisible()
    assert page.wall.rect().contains(bar.geometry())

    qtbot.waitUntil(bar.isHidden)
    QTest.mouseMove(page.wall.windowHandle(), QPoint(40, 40))
    assert bar.isVisible()


def test_h_hides_a_result_and_shows_it_again(page: PresenterPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.to_wall, Qt.MouseButton.LeftButton)
    assert page.wall is not None
    page.go_to("sentence")

    for seen in (True, False):
        QTest.keyClick(page.wall, Qt.Key.Key_H)
        assert (group_result().sentence in page.wall.accessibleName()) is seen
