"""Every page of a small group's result, searched as a curious person would: words, names, tips, charts, panels."""

import os
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from hashlib import sha256

import pytest
from PySide6.QtWidgets import (
    QApplication,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.group_builders import LEADER, STAFF, group_round, setup, sheet, shipped
from tests.person.hearing import said_by
from tests.report.numbers_said import numbers as numbers_of
from tests.ui.contexts import context_of
from tests.ui.group_places import PLACES
from trustcheck.app.portraits.result import group_result_of
from trustcheck.app.presenting.explanations import OVERALL, FigureKey, FigureKind, explained, heading
from trustcheck.app.results.group import GroupResult
from trustcheck.bootstrap import build
from trustcheck.domain.checks.group_round import GroupRound
from trustcheck.domain.questionnaire.answers import Response
from trustcheck.domain.questionnaire.model import Perspective
from trustcheck.storage.store import open_store
from trustcheck.ui.kit.look import Look
from trustcheck.ui.results.group_reading import GroupReading
from trustcheck.ui.shell.main_window import MainWindow
from trustcheck.ui.shell.opening import OpenFile
from trustcheck.ui.shell.places import Place

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
Walk = Callable[[GroupRound], dict[str, list[str]]]
Said = tuple[str, dict[str, list[str]]]
"""Of which small group, and what was said of it place by place."""


def people(view: Perspective, number: int, shift: int = 0) -> list[Response]:
    """People who do not answer alike; another ``shift`` (0 to 2) is another set of answers, with other means."""
    themes = [theme.id for theme in shipped().themes]
    return [
        sheet(
            view,
            shipped(),
            {each: 1 + (3 * at + 2 * who + shift * (1 + who + 2 * at)) % (5 - shift) for at, each in enumerate(themes)},
        )
        for who in range(number)
    ]


def without_theme(sheets: Sequence[Response], theme_id: str) -> list[Response]:
    gone = {item.id for item in shipped().items_of(theme_id)}
    return [
        replace(each, answers={item: answer for item, answer in each.answers.items() if item not in gone})
        for each in sheets
    ]


def keys(result: GroupResult) -> Iterator[FigureKey]:
    asked = result.questionnaire
    pillars, themes = [each.id for each in asked.pillars], [each.id for each in asked.themes]
    for perspective in result.perspectives:
        yield FigureKey(FigureKind.ANSWERED, perspective=perspective)
        for of in (OVERALL, *pillars, *themes, *(each.id for each in asked.items)):
            for figure in FigureKind:
                if figure not in (FigureKind.GAP, FigureKind.PRACTICE, FigureKind.ANSWERED):
                    yield FigureKey(figure, of, perspective)
    yield from (FigureKey(FigureKind.GAP, each) for each in (*pillars, *themes))
    yield from (FigureKey(FigureKind.PRACTICE, each) for each in pillars)


@pytest.fixture
def walk(tmp_path: object, look: Look, qapp: QApplication, qtbot: QtBot) -> Iterator[Walk]:
    """Goes through every page, and asks of every number how it was worked out; what is said, place by place."""
    store = open_store(f"{tmp_path}/ours.trustcheck")
    file = OpenFile(store, is_sample=False)
    application = replace(build(os.environ), today=lambda: date(2026, 9, 23))

    def walked(of: GroupRound) -> dict[str, list[str]]:
        window, result = MainWindow(look, qapp), group_result_of(of)
        qtbot.addWidget(window)
        reading = GroupReading(context_of(application, window, file), of, result)
        window.show()
        found = {
            "panels": [words for each in keys(result) for words in (heading(result, each), *explained(result, each))]
        }
        for place in PLACES:
            reading.show(place)
            found[place] = list(on_page(window, place))
            found[f"painted {place}"] = painted(window, place)
        for theme in result.themes:
            reading.show_theme(theme.theme.id)
            found[f"theme {theme.theme.id}"] = list(on_page(window, Place.THEMES))
            found[f"painted theme {theme.theme.id}"] = painted(window, Place.THEMES)
        return found

    yield walked
    file.queue.drain()
    store.close()


def on_page(window: MainWindow, place: Place) -> Iterator[str]:
    page = window.page(place)
    QApplication.sendPostedEvents()
    yield page.announcement()  # type: ignore[attr-defined]
    yield window.windowTitle()
    for widget in (page, *page.findChildren(QWidget), window.notice, *window.notice.findChildren(QWidget)):
        yield from said_by(widget)


def painted(window: MainWindow, place: Place) -> list[str]:
    """What is seen of a page and of all that it scrolls to, as a word without a number for each."""
    page = window.page(place)
    scrolled = [area.widget() for area in page.findChildren(QScrollArea)]
    seen = [widget.grab().toImage() for widget in (page, *scrolled) if widget is not None]
    return ["".join(chr(97 + each % 26) for each in sha256(image.constBits()).digest()) for image in seen]


ROUNDS = {
    "four leaders of five": lambda shift: (people(LEADER, 4, shift) + people(STAFF, 9), setup(5, 11)),
    "two leaders": lambda shift: (people(LEADER, 2, shift) + people(STAFF, 12), setup(2, 14)),
    "one leader": lambda shift: (people(LEADER, 1, shift) + people(STAFF, 9), setup(1, 9)),
    "four staff": lambda shift: (people(LEADER, 6) + people(STAFF, 4, shift), setup(6, 30)),
    "two leaders of a room of three": lambda shift: (
        people(LEADER, 2, shift) + people(STAFF, 3),
        setup(3, 3, threshold=3),
    ),
}


@pytest.mark.parametrize("made", ROUNDS.values(), ids=ROUNDS)
def test_whatever_hidden_people_answered_every_page_says_the_same(made: object, walk: Walk) -> None:
    first, second = (walk(group_round(sheets, set_up=given)) for sheets, given in map(made, (0, 1)))  # type: ignore[arg-type]

    assert sum(map(len, first.values())) > 1000
    for place, said in first.items():
        assert (place, said) == (place, second[place])


def test_the_only_leader_who_agreed_is_spoken_of_on_no_page(walk: Walk) -> None:
    agreed = replace(setup(1, 9), one_leader_agreed=True)
    first, second = (walk(group_round(people(LEADER, 1, at) + people(STAFF, 9), set_up=agreed)) for at in (0, 2))

    assert first == second


def test_which_question_all_answered_alike_and_how_is_on_no_page(walk: Walk) -> None:
    """The same scores of the same people, once with everybody at one point of one question, once of another."""
    items = [item.id for item in shipped().items_of("GI")]
    said = []
    for swapped in (items, [items[1], items[0], *items[2:]]):
        points = {swapped[0]: [2] * 6, swapped[1]: [1, 3, 2, 4, 5, 3]}
        sheets = people(STAFF, 6)
        for at, each in enumerate(sheets):
            keyed = {item: values[at] for item, values in points.items()}
            given = dict(each.answers)
            for item, point in keyed.items():
                turned = 6 - point if shipped().item_by_id[item].reverse else point
                given[item] = type(given[item])(turned)
            sheets[at] = replace(each, answers=given)
        said.append(walk(group_round(sheets, set_up=setup(0, 7))))

    assert any("Not shown, to protect people" in words for words in said[0]["theme GI"])
    assert said[0] == said[1]


SMALL = {
    "five leaders, nine staff": lambda: group_round(people(LEADER, 5) + people(STAFF, 9), set_up=setup(6, 11)),
    "five staff, one theme of four": lambda: group_round(
        [*without_theme(people(STAFF, 6)[:2], "BL"), *people(STAFF, 6)[2:]], set_up=setup(0, 7)
    ),
    "sheets that wait, and hurried ones": lambda: group_round(
        people(STAFF, 7), set_up=setup(0, 9), waiting={STAFF: 1}, hurried={STAFF: 1}
    ),
}
FIXED = {
    *(str(place) for place in range(1, 11)),
    *("0", "1", "2", "3", "4", "5", "6", "10", "12", "25", "50", "75", "95", "100", "500", "60"),
    *("12.5", "20.8", "37.5", "62.5", "87.5", "82.5", "9,999", "40", "120", "2026", "2", "22", "23"),
}  # fmt: skip
"""Which theme of ten, the scale, the cuts, limits of text, days: what stands on every result's pages."""


@pytest.fixture(scope="module")
def said_of_small() -> dict[str, dict[str, list[str]]]:
    """What was said of those that were walked through; nobody walks through one twice."""
    return {}


@pytest.fixture
def said(request: pytest.FixtureRequest, said_of_small: dict[str, dict[str, list[str]]], walk: Walk) -> Said:
    name = str(request.param)
    if name not in said_of_small:
        said_of_small[name] = walk(SMALL[name]())
    return name, said_of_small[name]


@pytest.mark.parametrize("said", SMALL, indirect=True)
def test_every_number_on_every_page_is_one_that_the_result_may_show(said: Said) -> None:
    name, found = said
    known = set(numbers_of(group_result_of(SMALL[name]()))) | FIXED

    pages = {place: words for place, words in found.items() if place != "panels"}
    unknown = {(place, each) for place, words in pages.items() for said in words for each in _NUMBER.findall(said)}
    assert {(place, number) for place, number in unknown if number not in known} == set()


@pytest.mark.parametrize("said", SMALL, indirect=True)
def test_below_ten_people_no_page_and_no_panel_says_how_their_answers_lie(said: Said) -> None:
    words = " ".join(each for words in said[1].values() for each in words)

    assert not re.search(r"\u00b1 \d+\.\d\d \u00d7", words), "no standard deviation"
    assert not re.search(r"stand at 62\.5 or more, where|below 37\.5, \d+ between|Hedges|rwg\(J\)|a_wg", words)


@pytest.mark.parametrize("said", ["five staff, one theme of four"], indirect=True)
def test_a_hidden_theme_has_no_number_on_its_own_page(said: Said) -> None:
    of, found = SMALL[said[0]](), said[1]["theme BL"]
    names = {theme.theme.name for theme in group_result_of(of).themes} - {shipped().theme_by_id["BL"].name}
    beside = [words for words in found if any(words.startswith(name) for name in names)]

    assert any("Not shown, to protect people" in words for words in found)
    assert not [words for words in found if re.search(r"\d of 100", words) and words not in beside]
