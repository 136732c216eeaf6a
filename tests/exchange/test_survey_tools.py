"""Exports of survey tools go in without editing, with nothing asked but what only a person can say."""

from pathlib import Path

import pytest

from tests.exchange.survey_in_a_tool import Export, Survey, some_people
from tests.exchange.survey_tools import exports
from tests.exchange.tables import BOTH, TABLES, answers
from trustcheck.app.collecting.tables import LookedThrough
from trustcheck.catalog.file_catalog import FileCatalog

_CATALOG = FileCatalog()
ASKED = _CATALOG.questionnaire(_CATALOG.shipped()[0])
PEOPLE = some_people(ASKED)
EXPORTS = exports(Survey(ASKED, PEOPLE))


def looked(export: Export, tmp_path: Path, *, decided: bool) -> LookedThrough:
    """What would be taken from an export, with all that only a person can say said or left open."""
    file = tmp_path / "export"
    file.write_bytes(export.content)
    table = TABLES.read(str(file))
    plan = TABLES.plan(table, BOTH, ASKED)
    return TABLES.look_through(table, plan.with_said(export.asks) if decided else plan, BOTH, ASKED)


@pytest.mark.parametrize("name", EXPORTS)
def test_it_goes_in_as_it_is_with_the_very_answers_that_were_given(name: str, tmp_path: Path) -> None:
    found = looked(EXPORTS[name], tmp_path, decided=True)

    assert [each.sentence for each in found.preview.mistakes.first] == []
    assert [each.id for each in found.preview.waiting] == []
    assert answers(found) == sorted(PEOPLE, key=str)


@pytest.mark.parametrize("name", ["Qualtrics, numeric values", "LimeSurvey, codes", "REDCap, raw", "formr"])
def test_what_a_tool_calls_its_choices_in_their_order_is_offered_as_those_choices(name: str, tmp_path: Path) -> None:
    export = EXPORTS[name]

    waiting = looked(export, tmp_path, decided=False).preview.waiting

    offered = {each.id: each.likeliest for each in waiting if each.id.startswith("word:")}
    assert offered == {each: value for each, value in export.asks.items() if each.startswith("word:")}


@pytest.mark.parametrize("name", EXPORTS)
def test_nothing_is_asked_but_what_only_a_person_can_say(name: str, tmp_path: Path) -> None:
    export = EXPORTS[name]

    found = looked(export, tmp_path, decided=False)

    asked = {each.id for each in found.preview.waiting} | {f"column:{each}" for each in found.preview.undecided}
    assert asked <= set(export.asks)
    assert (len(found.sheets) == len(PEOPLE)) == (not export.asks)
