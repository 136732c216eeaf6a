"""What is painted on the wall: large enough for the back of the room, whole, and as large on every wall."""

from collections.abc import Iterator
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QRectF, QSize, QSizeF
from PySide6.QtGui import QPainter
from PySide6.QtSvg import QSvgGenerator

from tests import drill
from tests.group_builders import LEADER, STAFF, group_result, group_round, people, setup, shipped
from trustcheck.app.portraits.result import group_result_of
from trustcheck.app.results.group import GroupResult
from trustcheck.app.workshop.slide import Slide
from trustcheck.app.workshop.slides import deck
from trustcheck.charts.dots import DotsOfAnswer, dots
from trustcheck.charts.scene import Dot
from trustcheck.domain.questionnaire.answers import SaidBeside
from trustcheck.ui.kit.look import Look
from trustcheck.ui.presenter.slide_painting import OnWall, paint_slide

SVG = "{http://www.w3.org/2000/svg}"
WALLS = [(1280, 720), (1920, 1080), (1024, 768)]


def with_guesses() -> GroupResult:
    """Six leaders who guess about the same of every theme."""
    leaders = []
    for at, each in enumerate(people(LEADER, 6, SS=4)):
        guesses = {theme.id: 3 + (at + place) % 3 for place, theme in enumerate(shipped().themes)}
        leaders.append(replace(each, beside=SaidBeside(guesses=guesses)))
    asked = replace(setup(6, 14), guesses=True)
    return group_result_of(group_round([*leaders, *people(STAFF, 14, SS=2)], set_up=asked))


def in_a_room() -> GroupResult:
    return group_result_of(group_round(people(STAFF, 9), set_up=setup(0, 9), all_agreed=True))


RESULTS = {
    "two views": group_result,
    "guesses": with_guesses,
    "cards": lambda: group_result_of(drill.group_round()),
    "dots": in_a_room,
}


def on_the_wall(slide: Slide, look: Look, size: tuple[int, int], *, told: bool) -> Iterator[tuple[float, str]]:
    """Every line that is painted: how high its letters are meant to be, in pixels, and what it says."""
    held = QBuffer()
    held.open(QIODevice.OpenModeFlag.WriteOnly)
    drawing = QSvgGenerator()
    drawing.setOutputDevice(held)
    drawing.setSize(QSize(*size))
    drawing.setViewBox(QRectF(0, 0, *size))
    painter = QPainter(drawing)
    paint_slide(painter, OnWall(slide, told, (), "5 of 12", "12 min of 15"), look, QSizeF(*size))
    painter.end()
    for group in ET.fromstring(bytes(held.data().data())).iter(f"{SVG}g"):
        placed = group.get("transform") or ""
        times = float(placed.removeprefix("matrix(").split(",")[0]) if placed.startswith("matrix(") else 1.0
        for line in group.findall(f"{SVG}text"):
            yield times * float(line.get("font-size") or group.get("font-size") or 0), line.text or ""


@pytest.mark.parametrize("name", list(RESULTS))
def test_the_smallest_text_is_a_33rd_of_the_wall_or_more(look: Look, name: str) -> None:
    for slide in deck(RESULTS[name]()):
        for told in (False, True):
            for size in WALLS[:1] if told else WALLS:
                lines = list(on_the_wall(slide, look, size, told=told and slide.covers))
                assert "5 of 12" in [words for _height, words in lines]
                assert min(lines)[0] >= size[1] / 33, (slide.id, size, min(lines))


def test_a_slide_looks_alike_on_every_wall_of_the_same_shape(look: Look) -> None:
    for slide in deck(group_result())[:6]:
        small, large = (list(on_the_wall(slide, look, size, told=True)) for size in WALLS[:2])
        assert [words for _height, words in small] == [words for _height, words in large]
        assert [1.5 * height for height, _words in small] == pytest.approx([height for height, _words in large])


def test_what_people_answered_as_dots_stays_the_largest_once_they_are_seen(look: Look) -> None:
    slide = next(each for each in deck(in_a_room()) if each.id.startswith("dots-"))
    lines = list(on_the_wall(slide, look, WALLS[0], told=True))

    largest = max(height for height, _words in lines)
    said = " ".join(words for height, words in lines if height == largest)
    assert " ".join(said.split()) == slide.asked


def test_few_dots_are_large_and_many_have_room() -> None:
    def drawn(*numbers: int) -> tuple[float, float]:
        stacks = [DotsOfAnswer("Often", number) for number in numbers]
        chart = dots(stacks, 1100, size=30)
        found = [shape for shape in chart.shapes if isinstance(shape, Dot)]
        assert len(found) == sum(numbers)
        assert all(each.y - each.radius >= 0 for each in found)
        return found[0].radius, chart.height

    few, low = drawn(0, 2, 4, 3, 0)
    many, high = drawn(2, 6, 15, 5, 2)
    assert few > 1.4 * many
    assert max(low, high) < 420


def test_uncovering_a_slide_takes_no_word_off_the_wall(look: Look) -> None:
    slide = next(each for each in deck(group_result()) if each.id == "gaps")
    covered, told = (
        " ".join(words for _height, words in on_the_wall(slide, look, WALLS[0], told=each)) for each in (False, True)
    )

    assert slide.asked in " ".join(covered.split())
    assert slide.asked in " ".join(told.split())
    assert slide.told[0] not in covered
