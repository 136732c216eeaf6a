"""The program's window on a data file with every kind of result in it, and the pages of each."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication, QWidget

from tests.patience import PatientBot
from tests.sample_checks import ALONE, TOGETHER, made, shipped
from trustcheck import assets
from trustcheck.app.application import Application
from trustcheck.bootstrap import build
from trustcheck.domain.questionnaire.model import Questionnaire
from trustcheck.settings import Settings
from trustcheck.ui.kit.asking import FileDialogs
from trustcheck.ui.kit.look import load_fonts
from trustcheck.ui.navigation.actions import MenuAnswers
from trustcheck.ui.navigation.navigator import Navigator
from trustcheck.ui.shell.appearance import Appearance
from trustcheck.ui.shell.main_window import MainWindow
from trustcheck.ui.shell.places import Place

_OF_ONE = (Place.OVERVIEW, Place.THEMES, Place.SAY_DO, Place.DRILL, Place.SUGGESTIONS, Place.PROMISE, Place.REPORT)
_OF_MANY = (*_OF_ONE, Place.GAPS, Place.UNSEEN, Place.STRENGTHS)
PAGES = dict.fromkeys(ALONE, _OF_ONE) | dict.fromkeys(TOGETHER, _OF_MANY)
LOOKS, TEXTS, WINDOWS = ("light", "dark"), (100, 150), ((1280, 800), (720, 560))

Waits = Callable[[Callable[[], bool]], object]


class ResultWindow:
    """``waits_for`` returns once what it is handed is so, with the window at work meanwhile."""

    def __init__(self, application: Application, program: QApplication, waits_for: Waits) -> None:
        load_fonts(assets.path("fonts"))
        application.settings.save(Settings(look="light", less_motion=True))
        self._application, self.waits_for = application, waits_for
        self.appearance = Appearance(program, assets.root(), application.settings.load())
        self.window = MainWindow(self.appearance.look, program)
        self.navigator = Navigator(application, self.window, self.appearance, FileDialogs(self.window))
        MenuAnswers(self.navigator)

    def open(self, path: str, checks: dict[str, int]) -> None:
        self._checks = checks
        self.window.show()
        self.navigator.begin(path)
        self.waits_for(lambda: self.navigator.flow is not None)

    def wear(self, look: str, text: int, size: tuple[int, int]) -> None:
        self.navigator.prefer(replace(self._application.settings.load(), look=look, text_size=text))
        self.window.resize(*size)

    def take_up(self, check: str) -> None:
        """Open the result of a check at its overview."""
        self.navigator.go_home()
        self._arrives_at(Place.HOME)
        assert self.navigator.flow is not None
        if check in ALONE:
            self.navigator.flow.read(self._checks[check])
        else:
            self.navigator.flow.group.take_up(self._checks[check])
        self._arrives_at(Place.OVERVIEW, Place.ASKED)
        # Where the check before left a promise, it is asked about first.
        self.go(Place.OVERVIEW)

    def go(self, place: Place) -> QWidget:
        """One page of that result, filled anew and laid out."""
        self.navigator.go(place)
        self._arrives_at(place)
        return self.window.page(place)

    def _arrives_at(self, *places: Place) -> None:
        self.waits_for(lambda: self.window.place in places and not QThreadPool.globalInstance().activeThreadCount())
        # What was added to a page is shown and laid out by what is posted then.
        QApplication.processEvents()


def as_shipped(asked: Questionnaire) -> Questionnaire:
    return asked


@contextmanager
def all_results(
    folder: Path,
    program: QApplication,
    request: pytest.FixtureRequest,
    asked: Callable[[Questionnaire], Questionnaire] = as_shipped,
    *,
    place: str = "",
) -> Iterator[ResultWindow]:
    """A window on every kind of result, for all tests of a module: each takes up what it looks at. ``asked`` makes
    of the shipped questionnaire the one that was answered; ``place`` is what the organisations' names begin with.
    """
    application, path = build({"TRUSTCHECK_DATA": str(folder)}), str(folder / "results.trustcheck")
    results = ResultWindow(application, program, PatientBot(request).waitUntil)
    results.open(path, made(application, path, asked(shipped(application)), place=place))
    yield results
    results.window.close()
    results.window.deleteLater()
