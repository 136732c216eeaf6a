"""A way of reading: what was decided of one file of a tool holds for the next one, and gives no client away."""

from pathlib import Path

import pytest

from tests.exchange.survey_in_a_tool import Survey, some_people
from tests.exchange.survey_tools import exports
from tests.exchange.tables import BOTH, TABLES, answers
from trustcheck.app.collecting.readings import (
    MOST_READINGS,
    KeptReadings,
    Reading,
    likeliest,
    reading_of,
    readings_in,
    with_reading,
)
from trustcheck.app.collecting.tables import LookedThrough
from trustcheck.catalog.file_catalog import FileCatalog
from trustcheck.exchange.tables.answers_file import read_answers
from trustcheck.settings import SettingsStore

_CATALOG = FileCatalog()
ASKED = _CATALOG.questionnaire(_CATALOG.shipped()[0])
FIRST, SECOND = some_people(ASKED), some_people(ASKED, seed=5)
CODES = "LimeSurvey, codes"
EXPORTS, LATER = exports(Survey(ASKED, FIRST)), exports(Survey(ASKED, SECOND))


def kept(name: str, folder: Path) -> Reading:
    """What somebody decided of a first file, as the settings file gives it back."""
    file = folder / "first"
    file.write_bytes(EXPORTS[name].content)
    proposed = TABLES.plan(TABLES.read(str(file)), BOTH, ASKED)
    reading = reading_of(f"Our {name}", proposed.with_said(EXPORTS[name].asks), proposed)
    settings = SettingsStore(folder)
    settings.save_readings(with_reading(settings.load_readings(), reading))
    (back,) = readings_in(SettingsStore(folder).load_readings())
    return back


def read_so(reading: Reading, content: bytes, folder: Path) -> LookedThrough:
    file = folder / "second"
    file.write_bytes(content)
    table = TABLES.read(str(file))
    plan = TABLES.plan(table, BOTH, ASKED)
    return TABLES.look_through(table, plan.with_said(reading.of(table, plan)), BOTH, ASKED)


@pytest.mark.parametrize("name", [CODES, "Qualtrics, numeric values", "REDCap, raw"])
def test_the_next_file_of_a_tool_is_read_without_a_question(name: str, tmp_path: Path) -> None:
    found = read_so(kept(name, tmp_path), LATER[name].content, tmp_path)

    assert found.preview.waiting == ()
    assert answers(found) == sorted(SECOND, key=str)


def test_a_command_reads_as_the_window_kept_it(tmp_path: Path) -> None:
    reading = kept(CODES, tmp_path)
    (tmp_path / "second.csv").write_bytes(LATER[CODES].content)

    given = read_answers(str(tmp_path / "second.csv"), ASKED, reading=reading)

    found = zip(given.perspectives, given.responses, strict=True)
    assert [(whose, {item: one.code for item, one in each}) for whose, each in found] == SECOND


def test_it_is_offered_for_a_file_of_that_tool_and_for_no_other(tmp_path: Path) -> None:
    reading = kept(CODES, tmp_path)

    def offered(name: str) -> Reading | None:
        (tmp_path / "file").write_bytes(LATER[name].content)
        return likeliest([reading], TABLES.plan(TABLES.read(str(tmp_path / "file")), BOTH, ASKED))

    assert offered(CODES) == reading
    assert offered("Typeform") is None


def test_no_heading_and_no_word_of_a_file_is_kept(tmp_path: Path) -> None:
    """Both may name a client, and settings belong to all of them."""
    file = tmp_path / "export.csv"
    file.write_text("Does Borchert & Sons listen?,GI2,Site\nHamburg yes,4,Harbour\n", "utf-8")
    proposed = TABLES.plan(TABLES.read(str(file)), BOTH, ASKED)
    plan = proposed.with_said({"column:Does Borchert & Sons listen?": "GI1", "word:Hamburg yes": "4"})
    settings = SettingsStore(tmp_path)

    settings.save_readings(with_reading({}, reading_of("Export", plan, proposed)))

    text = settings.readings_file.read_text("utf-8")
    assert "GI1" in text
    assert not any(word in text for word in ("Borchert", "Hamburg", "Site", "Harbour", "listen"))


def test_the_oldest_makes_room_and_one_of_the_same_name_gives_way() -> None:
    readings: KeptReadings = {}
    for at in range(MOST_READINGS + 3):
        readings = with_reading(readings, Reading(f"Tool {at}", frozenset({"a"}), {"ends": "up"}))
    again = with_reading(readings, Reading("Tool 5", frozenset({"b"}), {"ends": "down"}))

    assert [*readings] == [f"Tool {at}" for at in range(3, MOST_READINGS + 3)]
    assert [*again][-1] == "Tool 5"
    assert len(again) == MOST_READINGS


NO_READINGS = ("=", "a = 1", "[x]\nheadings = 3\nsaid = {}", "[x]\nheadings = ['a']\nsaid = {y = 3}")


@pytest.mark.parametrize("text", NO_READINGS)
def test_a_settings_file_that_says_something_else_is_no_reading(text: str, tmp_path: Path) -> None:
    (tmp_path / "readings.toml").write_text(text, "utf-8")

    assert readings_in(SettingsStore(tmp_path).load_readings()) == ()
