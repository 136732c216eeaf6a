"""In another language nothing stays in English that a catalogue could have said, in the window and on paper."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QGroupBox
from pytestqt.qtbot import QtBot

from tests.catalogues import Message, messages, spoken, write_catalogue
from tests.group_builders import LEADER, STAFF, group_round, people
from tests.report import portraits
from tests.surfaces import said_on, window_of_group, window_of_one_person
from trustcheck import assets
from trustcheck.app.portraits.result import group_result_of
from trustcheck.app.results.group import GroupResult
from trustcheck.domain.questionnaire.model import Perspective
from trustcheck.report.maker import outline_of
from trustcheck.settings import Settings
from trustcheck.ui.help.help_page import HelpPage
from trustcheck.ui.help.settings_page import SettingsPage
from trustcheck.ui.kit.languages import native_name
from trustcheck.ui.kit.look import Look
from trustcheck.words import ENGLISH

OPENS, CLOSES = "\u27e6", "\u27e7"
_NAMES = {"id", "ink", "anchor", "weight", "tone", "look"}
"""Of fields whose texts nobody reads."""
_GAP = re.compile(r"\\{\w+\\}")

Says = Callable[[Look], list[str]]


@pytest.fixture(scope="module")
def bracketed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A catalogue of every sentence there is, in which each stands in brackets."""
    folder = tmp_path_factory.mktemp("words")
    write_catalogue(folder, "qx", {each: _bracketed(each) for each in messages()})
    return folder


@pytest.fixture(scope="module")
def english() -> re.Pattern[str]:
    """What is one of the sentences, with whatever in its gaps. One that is hardly more than gaps says nothing."""
    texts = {one for each in messages() for one in ((each,) if isinstance(each, str) else each)}
    known = [each for each in texts if len(re.findall(r"[^\W\d_]", re.sub(r"\{\w+\}", "", each))) > 3]
    return re.compile("|".join(_GAP.sub(".+", re.escape(each)) for each in known), re.DOTALL)


@pytest.fixture(scope="module")
def written() -> set[str]:
    """What the questionnaire and the people who filled the sample in say in their own words; what a part of a page
    keeps to know whose view it shows, which nobody reads; and what English is called by those who speak it, which a
    list of languages says in every language.
    """
    sample = portraits.library().round
    asked = sample.questionnaire
    worded = {asked.wording(item.id, view) for item in asked.items for view in Perspective}
    return worded | set(_texts(sample)) | set(Perspective) | {native_name(ENGLISH)}


def a_group() -> GroupResult:
    return group_result_of(group_round([*people(LEADER, 6), *people(STAFF, 14)]))


def of_one_person(look: Look) -> list[str]:
    return window_of_one_person(look, portraits.library())


def of_a_group(look: Look) -> list[str]:
    return window_of_group(look, a_group())


def of_help(look: Look) -> list[str]:
    return said_on(HelpPage(look))


def of_settings(look: Look) -> list[str]:
    return said_on(SettingsPage(look))


def of_one_persons_report(_look: Look) -> list[str]:
    return list(_texts(outline_of(portraits.library(), portraits.WITH_QUESTIONS)))


def of_a_groups_report(_look: Look) -> list[str]:
    return list(_texts(outline_of(a_group(), portraits.A4)))


@pytest.mark.parametrize(
    "says", [of_one_person, of_a_group, of_help, of_settings, of_one_persons_report, of_a_groups_report]
)
def test_no_sentence_stays_in_english_and_all_come_back(
    look: Look, bracketed: Path, english: re.Pattern[str], written: set[str], says: Says
) -> None:
    before = says(look)

    with spoken(bracketed, "qx"):
        said = says(look)

    assert len([each for each in said if OPENS in each]) > 50
    stays = {each for each in said if OPENS not in each and english.fullmatch(each)}
    assert sorted(stays - written) == []
    assert says(look) == before


def test_a_language_is_chosen_where_there_is_more_than_english(
    look: Look, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def groups() -> list[str]:
        page = SettingsPage(look)
        qtbot.addWidget(page)
        page.show_settings(Settings(), "/mine.trustcheck")
        return [each.accessibleName() for each in page.findChildren(QGroupBox)]

    monkeypatch.setattr(assets, "path", lambda *_parts: tmp_path)
    assert "Language" not in groups()
    write_catalogue(tmp_path, "de", {"Settings": "Einstellungen"})

    assert "Language" in groups()


def _bracketed(message: Message) -> str | list[str]:
    return f"{OPENS}{message}{CLOSES}" if isinstance(message, str) else [f"{OPENS}{each}{CLOSES}" for each in message]


def _texts(value: Any) -> Iterator[str]:
    """Every text of what a report says, whatever part it stands in."""
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in _NAMES:
                yield from _texts(getattr(value, field.name))
    elif isinstance(value, Mapping):
        yield from _texts(list(value.values()))
    elif isinstance(value, (list, tuple, set, frozenset)):
        for each in value:
            yield from _texts(each)
