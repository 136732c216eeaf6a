"""A presenter on a computer with two screens, told as one line of JSON: in a program of its own, for a running one
keeps the screens that it began with.
"""

import json
import sys
from datetime import date

from PySide6.QtWidgets import QApplication

from tests.group_builders import group_result
from tests.person.looks import light
from trustcheck import assets
from trustcheck.ui.kit.look import load_fonts
from trustcheck.ui.presenter.presenter_page import PresenterPage


def told(page: PresenterPage) -> dict[str, object]:
    wall = page.wall
    assert wall is not None
    return {
        "screen": wall.screen().name(),
        "fills": wall.geometry() == wall.screen().geometry(),
        "full": wall.isFullScreen(),
        "bar": wall.bar.isVisible(),
    }


def main(remembered: str) -> None:
    program = QApplication([])
    load_fonts(assets.path("fonts"))
    page, kept = PresenterPage(light(program, assets.root())), []
    page.wall_screen_chosen.connect(kept.append)
    page.show_workshop(group_result(), date(2026, 11, 30), remembered)
    page.show()
    page.open_wall()
    first = told(page)
    page.choose_screen("laptop")
    json.dump({"first": first, "moved": told(page), "kept": kept}, sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1])
