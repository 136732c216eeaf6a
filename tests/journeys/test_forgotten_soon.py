"""What a person takes back is soon nowhere on the disk, while they go on: not in the file, nor in what lies beside."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.person.data_files import holding
from tests.person.program import Program
from trustcheck.app.application import Application
from trustcheck.app.ports import NewRound
from trustcheck.domain.questionnaire.model import Form, Perspective
from trustcheck.storage.safety.open_copies import SafetyPart
from trustcheck.ui.datafile import keeping_copies
from trustcheck.ui.shell.places import Place

Start = Callable[..., Program]
MARK = "heron-on-the-weir"


@pytest.fixture
def folder(application: Application) -> Path:
    asked = application.catalog.questionnaire(application.catalog.shipped()[0])
    store = application.open_store(application.own_data_file)
    begun = NewRound("Here", Form.FULL, Perspective.STAFF, asked, "", application.today())
    round_id = store.rounds.begin(begun)
    store.rounds.save_place(round_id, asked.order[0])
    store.close()
    return Path(application.own_data_file).parent


@pytest.fixture
def times(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """How often something is forgotten; the clock runs a thousand times as fast as it does for people."""
    forgotten: list[str] = []
    really = SafetyPart.forget_taken_back

    def counted(safety: SafetyPart) -> None:
        forgotten.append("forgotten")
        really(safety)

    assert keeping_copies.EVERY < 60_000
    monkeypatch.setattr(SafetyPart, "forget_taken_back", counted)
    monkeypatch.setattr(keeping_copies, "EVERY", keeping_copies.EVERY // 1000)
    return forgotten


def test_a_note_that_is_taken_back_is_gone_while_the_check_goes_on(
    program: Start, folder: Path, times: list[str]
) -> None:
    running = program()
    person = running.start()
    person.arrives_at(Place.HOME)
    person.choose("Go on")
    person.arrives_at(Place.QUESTION)
    person.press(Qt.Key.Key_4)
    person.choose("Add a short example")
    person.write(MARK)
    person.waits_for(lambda: holding(folder, MARK) != [])

    for _letter in MARK:
        person.press(Qt.Key.Key_Backspace)

    person.waits_for(lambda: holding(folder, MARK) == [])
    assert running.flow.file.store.rounds.round(running.flow.file.store.rounds.summaries()[0].id).response.answers
    running.close()
    assert holding(folder, MARK) == []


def test_while_nothing_is_changed_nothing_is_done(
    program: Start, folder: Path, times: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    running = program()
    person = running.start()
    person.arrives_at(Place.HOME)
    person.waits_for(lambda: not running.is_busy)
    running.flow.file.store.rounds.save_place(running.flow.file.store.rounds.summaries()[0].id, "P1")
    person.waits_for(lambda: times == ["forgotten"])

    asked: list[bool] = []
    really = SafetyPart.holds_what_was_taken_back.fget
    assert really is not None

    def counted(safety: SafetyPart) -> bool:
        asked.append(really(safety))
        return asked[-1]

    monkeypatch.setattr(SafetyPart, "holds_what_was_taken_back", property(counted))
    person.waits_for(lambda: len(asked) > 20)

    assert not any(asked)
    assert times == ["forgotten"]
    running.close()
