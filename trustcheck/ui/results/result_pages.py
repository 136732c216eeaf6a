"""The pages of one result: made, put into the window, and each of their signals answered."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from trustcheck.ui.shell.main_window import MainWindow
from trustcheck.ui.shell.pages import When, pages_when
from trustcheck.ui.shell.places import Place

Answers = Mapping[str, Callable[..., object]]
"""What follows from a signal, by its name: it means the same on whichever page it is."""


def add_result_pages(window: MainWindow, when: When, answers: Answers) -> dict[Place, QWidget]:
    """Every page that a result has; whatever stood at their places goes."""
    made = {each.place: each.make(window.look, when) for each in pages_when(when) if each.make is not None}
    for place, page in made.items():
        for signal in answers.keys() & set(dir(page)):
            getattr(page, signal).connect(answers[signal])
        window.add_page(place, page)
    return made
