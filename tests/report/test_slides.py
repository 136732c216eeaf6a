"""The slides of a session as a presentation: what the wall says, in its order, uncovered one slide later, no more."""

import re
import zipfile
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from pptx import Presentation

from tests import drill
from tests.report.portraits import library_round
from trustcheck.app.portraits.result import group_result_of, result_of
from trustcheck.app.ports import Refused, ReportOptions
from trustcheck.app.results.group import GroupResult
from trustcheck.app.workshop.slide import Slide
from trustcheck.app.workshop.slides import deck
from trustcheck.domain.checks.workshop import Workshop, WorkshopDecision
from trustcheck.report.slides.deck import HIGH, WIDE, make_slides

OPTIONS = ReportOptions(date(2026, 11, 30))


@pytest.fixture(scope="module")
def result() -> GroupResult:
    return group_result_of(drill.group_round())


@pytest.fixture(scope="module")
def made(result: GroupResult) -> bytes:
    return make_slides(result, OPTIONS)


def words_on(slide: Any) -> list[str]:
    """The lines of a slide that are no part of a chart."""
    return [each.text_frame.text for each in slide.shapes if each.has_text_frame]


def everything_on(shapes: Any) -> str:
    said = []
    for each in shapes:
        if each.shape_type is not None and hasattr(each, "shapes"):
            said.append(everything_on(each.shapes))
        elif each.has_text_frame:
            said.append(each.text_frame.text)
    return " ".join(said)


def expected(slides: tuple[Slide, ...]) -> list[tuple[Slide, bool]]:
    """Each slide, and once more uncovered where it covers anything."""
    return [(each, told) for each in slides for told in ([False, True] if each.covers else [False])]


def test_each_slide_of_the_wall_comes_covered_first_and_then_with_what_it_tells(
    result: GroupResult, made: bytes
) -> None:
    slides = list(Presentation(BytesIO(made)).slides)
    wanted = expected(deck(result))

    assert len(slides) == len(wanted) > 20
    for shown, (slide, told) in zip(slides, wanted, strict=True):
        words = words_on(shown)
        assert {slide.name, slide.asked} <= set(words)
        if told:
            assert set(slide.told) <= set(words)
            assert slide.ask in ("", *words)
            assert set(slide.lines) <= set(words)
        else:
            assert {*slide.lines, *slide.choices} <= set(words)
            assert not set(slide.told) & set(words)
            assert not any(hasattr(each, "shapes") for each in shown.shapes)


def test_each_slide_has_a_title_for_who_moves_through_them_by_title(made: bytes) -> None:
    titles = [each.shapes.title.text_frame.text for each in Presentation(BytesIO(made)).slides]

    assert all(titles)
    assert "What we promise each other in this room" in titles


def test_each_chart_is_shapes_that_can_be_taken_hold_of_and_says_its_sentence(result: GroupResult, made: bytes) -> None:
    slides = list(Presentation(BytesIO(made)).slides)
    for shown, (slide, told) in zip(slides, expected(deck(result)), strict=True):
        if not told or slide.draw is None:
            continue
        groups = [each for each in shown.shapes if hasattr(each, "shapes")]
        said = {each.element.nvGrpSpPr.cNvPr.get("descr") for each in groups}
        chart = slide.draw(WIDE, 20.0)
        assert chart is not None
        assert chart.sentence in said
        assert all(len(each.shapes) > 1 for each in groups)


def test_notes_stand_below_a_slide_and_never_on_it(result: GroupResult, made: bytes) -> None:
    for shown, (slide, _told) in zip(Presentation(BytesIO(made)).slides, expected(deck(result)), strict=True):
        if slide.notes is not None:
            assert slide.notes.opening in shown.notes_slide.notes_text_frame.text
            assert slide.notes.opening not in everything_on(shown.shapes)


def test_order_and_choice_are_those_that_are_kept_with_the_check(result: GroupResult) -> None:
    decided = (WorkshopDecision("We read the rules aloud", "Ines", date(2026, 12, 14)),)
    kept = Workshop(order=("answered", "promise"), left_out=("sentence",), decisions=decided)
    slides = list(Presentation(BytesIO(make_slides(replace(result, workshop=kept), OPTIONS))).slides)
    places = {name: at for at, each in enumerate(slides) for name in words_on(each)}
    said = " ".join(everything_on(each.shapes) for each in slides)

    assert places["Who answered"] < places["The promise"]
    assert "The sentence" not in said
    assert "We read the rules aloud" in said


def test_signs_that_no_xml_holds_keep_nobody_from_the_slides_and_stand_on_none(result: GroupResult) -> None:
    """Words pasted from a PDF bring them along."""
    decided = (WorkshopDecision("One page\x0cand \x01another\ufffe", "Ines\x00", date(2026, 12, 14)),)
    named = replace(result.summary, organisation=replace(result.summary.organisation, name="Library\x07"))
    kept = Workshop(order=("promise",), decisions=decided)
    slides = Presentation(BytesIO(make_slides(replace(result, summary=named, workshop=kept), OPTIONS))).slides
    said = " ".join(" ".join(everything_on(each.shapes) for each in slides).split())

    assert "One page and another" in said
    assert not re.search(r"_x00[0-9A-F]{2}_|[\x00-\x08\x0e-\x1f\ufffe]", said)


def test_what_may_not_be_seen_on_the_wall_stands_nowhere_in_it() -> None:
    few = make_slides(group_result_of(drill.group_round(leaders=4)), OPTIONS)
    parts = zipfile.ZipFile(BytesIO(few))
    everything = b"".join(parts.read(each) for each in parts.namelist()).decode("utf-8", "replace")

    assert "eaders usually expect" not in everything


def test_nothing_leaves_a_slide(made: bytes) -> None:
    for slide in Presentation(BytesIO(made)).slides:
        for each in slide.shapes:
            assert each.left >= 0
            assert each.top >= 0
            assert (each.left + each.width) / 12700 <= WIDE + 1
            assert (each.top + each.height) / 12700 <= HIGH + 1


def test_there_are_no_slides_of_one_person_alone() -> None:
    with pytest.raises(Refused, match="answered by one person"):
        make_slides(result_of(library_round()), OPTIONS)


def test_it_names_nobody_as_its_author_and_says_no_clock(result: GroupResult, made: bytes) -> None:
    about = Presentation(BytesIO(made)).core_properties
    packed = zipfile.ZipFile(BytesIO(made))

    assert (about.author, about.last_modified_by, about.comments) == ("", "", "")
    assert about.created is not None
    assert about.created.date() == date(2026, 11, 30)
    assert {each.date_time[:3] for each in packed.infolist()} == {(1980, 1, 1)}
    assert make_slides(result, OPTIONS) == made
    assert not re.search(rb"python-pptx", packed.read("docProps/core.xml"))
