"""Files of one's own: what may stand in them, and how they and the shipped one are found."""

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.catalog.small_file import CARDS, SMALL, Read
from trustcheck import assets
from trustcheck.catalog.document import QuestionnaireMistakes
from trustcheck.catalog.file_catalog import FileCatalog
from trustcheck.catalog.questionnaires import questionnaire_from_data
from trustcheck.domain.questionnaire.fitting import what_does_not_fit
from trustcheck.domain.questionnaire.model import DEFAULT_CUTS, Perspective, Questionnaire
from trustcheck.domain.questionnaire.scenarios import CardSuggestion

if TYPE_CHECKING:
    from trustcheck.app.ports import Catalog

PLAIN = {
    "format": 1,
    "id": "plain",
    "version": "1",
    "language": "en",
    "title": "Plain",
    "frame": "Think.",
    "scale": ["a", "b", "c", "d"],
    "pillars": [{"id": "p", "name": "P"}],
    "themes": [{"id": "t", "pillar": "p", "name": "T"}],
    "items": [{"id": "t1", "theme": "t", "text": "It happens."}],
    "bands": [20, 40.5, 60],
}


def test_a_file_of_ones_own_is_read_alone(read: Read) -> None:
    questionnaire = read()
    assert questionnaire.scale == ("Never", "Seldom", "Often", "Always")
    assert questionnaire.wording("ST2", Perspective.LEADER) == "We leaders arrive late."
    assert [each.id for each in questionnaire.suggestions] == ["begin"]
    assert questionnaire.cuts == DEFAULT_CUTS


def test_a_file_of_ones_own_brings_its_own_cards_or_none(read: Read) -> None:
    assert read().scenarios == ()
    (card,) = read("items:\n", CARDS).scenarios
    assert [outcome.rung for outcome in card.next] == [0, 2, 3, 4]
    assert card.suggestion == CardSuggestion("Listen", "Ask a guest.", "Who asked last?")


def test_without_an_order_the_items_are_asked_as_listed(read: Read) -> None:
    assert read().order == ("ST1", "ST2", "LI1")
    assert read("items:", "order: [LI1, ST2, ST1]\nitems:").order == ("LI1", "ST2", "ST1")


def test_a_question_without_a_theme_stands_beside_them_all(read: Read) -> None:
    asked = read("items:", 'items:\n  - {id: OWN, theme: "", text: It rains.}')
    assert [each.id for each in asked.own_questions] == ["OWN"]
    assert what_does_not_fit(asked) == ""


def test_bands_of_ones_own_are_numbers(read: Read) -> None:
    assert read("items:", "bands: [25, 50.0, 75.5]\nitems:").cuts == (25.0, 50.0, 75.5)


def test_everything_optional_can_be_left_out() -> None:
    questionnaire = questionnaire_from_data({key: value for key, value in PLAIN.items() if key != "bands"})
    assert questionnaire.pulse == ()
    assert (questionnaire.practices, questionnaire.suggestions, questionnaire.definitions) == ((), (), ())


def test_plain_data_is_checked_like_a_file() -> None:
    assert questionnaire_from_data(PLAIN).cuts == (20.0, 40.5, 60.0)
    with pytest.raises(QuestionnaireMistakes, match="must rise"):
        questionnaire_from_data({**PLAIN, "bands": [60, 40, 20]})


@pytest.mark.parametrize(
    "written", ["no", "on", "yes", "Off", "2024-05-01", "12:30", "1.10", "017", "0x1F", "1e3", "12"]
)
def test_what_other_readers_turn_into_something_else_stays_as_it_was_written(read: Read, written: str) -> None:
    assert read("title: Our meetings", f"title: {written}").title == written


@pytest.mark.parametrize("written", ["1.10", "2", "1.0"])
def test_a_version_keeps_its_digits(read: Read, written: str) -> None:
    assert read("version: 1.0.0", f"version: {written}").version == written


def test_line_breaks_in_a_text_count_as_spaces(read: Read) -> None:
    text = "text: >-\n      Meetings here\n      start on time."
    assert read("text: Meetings here start on time.", text).item_by_id["ST1"].text == "Meetings here start on time."


def test_a_byte_order_mark_and_other_line_ends_do_no_harm(read: Read) -> None:
    assert read(whole=b"\xef\xbb\xbf" + SMALL.replace("\n", "\r\n").encode()) == read()


def test_the_catalogue_fits_its_port_and_lists_what_is_shipped() -> None:
    catalog: Catalog = FileCatalog()
    assert catalog.shipped() == ("trust-and-openness",)
    assert catalog.questionnaire("trust-and-openness").id == "trust-and-openness"


def test_the_shipped_file_by_its_path_brings_its_suggestions(shipped: Questionnaire) -> None:
    path = assets.path("questionnaires", "trust-and-openness", "questionnaire.yaml")
    assert FileCatalog().questionnaire(str(path)) == shipped


def test_a_copy_of_the_shipped_file_is_whole_without_the_suggestions(tmp_path: Path, shipped: Questionnaire) -> None:
    copy = shutil.copy(assets.path("questionnaires", "trust-and-openness", "questionnaire.yaml"), tmp_path)
    questionnaire = FileCatalog().questionnaire(os.fspath(copy))
    assert questionnaire.suggestions == ()
    assert questionnaire.items == shipped.items


def test_a_mistake_in_the_suggestions_names_their_own_file_and_line(tmp_path: Path) -> None:
    folder = shutil.copytree(assets.path("questionnaires", "trust-and-openness"), tmp_path / "trust-and-openness")
    beside = folder / "suggestions.en-GB.yaml"
    text = beside.read_text("utf-8").replace("evidence: C", "evidence: E", 1)
    beside.write_text(text, "utf-8")
    with pytest.raises(QuestionnaireMistakes) as refused:
        FileCatalog(tmp_path).questionnaire("trust-and-openness")
    (mistake,) = refused.value.mistakes
    line = text[: text.index("evidence: E")].count("\n") + 1
    assert (mistake.file, mistake.line) == (str(beside), line)
    assert mistake.key == "suggestions.gi-permission-first.evidence"


def test_suggestions_beside_hold_nothing_but_suggestions(tmp_path: Path) -> None:
    folder = shutil.copytree(assets.path("questionnaires", "trust-and-openness"), tmp_path / "trust-and-openness")
    (folder / "suggestions.en-GB.yaml").write_text("items: []\n", "utf-8")
    with pytest.raises(QuestionnaireMistakes, match="nothing else"):
        FileCatalog(tmp_path).questionnaire("trust-and-openness")


@pytest.mark.parametrize("wanted", ["trust", "", ".", "..", "*"])
def test_an_id_nobody_knows_is_answered_with_those_there_are(wanted: str) -> None:
    with pytest.raises(QuestionnaireMistakes, match="There are: trust-and-openness"):
        FileCatalog().questionnaire(wanted)
