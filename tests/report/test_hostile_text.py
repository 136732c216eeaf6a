"""What people write is data: it is printed as it is, loads nothing, and never stops a report."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from tests.report.hostile_words import CORPUS, acting
from tests.report.portraits import A4, library, named, noting, saying
from tests.report.reading import squeezed, words_of
from trustcheck import assets
from trustcheck.report.maker import make_report


@pytest.mark.parametrize("text", CORPUS.values(), ids=CORPUS.keys())
def test_hostile_text_is_printed_as_it_was_written(text: str) -> None:
    assert squeezed(text) in words_of(make_report(saying(text), A4).pdf)


@pytest.mark.parametrize("text", CORPUS.values(), ids=CORPUS.keys())
def test_hostile_text_loads_nothing_and_leads_nowhere(text: str, heard: list[tuple[str, str]]) -> None:
    result = saying(text)
    heard.clear()
    report = make_report(result, A4)
    ours = (str(assets.root() / "fonts"), str(assets.root() / "themes"))

    assert [each for each in heard if not each[1].startswith(ours) and not each[1].endswith((".py", ".pyc"))] == []
    with pikepdf.open(BytesIO(report.pdf)) as file:
        assert not any("/Annots" in page for page in file.pages)
        assert acting(file) == []


def test_the_listener_hears_a_file_being_opened(heard: list[tuple[str, str]], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a")

    assert ("open", str(tmp_path / "a.txt")) in heard


def test_greek_and_cyrillic_are_printed_in_letters() -> None:
    report = make_report(named("Ωραία Βιβλιοθήκη и Библиотека у моста"), A4)

    assert report.unprintable == ()
    assert "Ωραία Βιβλιοθήκη и Библиотека у моста" in words_of(report.pdf)


def test_a_character_no_font_has_is_reported_and_stays_in_the_text() -> None:
    report = make_report(noting({"GI1": "Good 😀 and الثقة"}), A4)

    assert report.unprintable == ("😀", *"الثقة")
    assert "Good 😀 and" in words_of(report.pdf)


def test_text_that_runs_from_right_to_left_is_kept_in_the_order_in_which_it_is_read() -> None:
    report = make_report(noting({"GI1": "Good الثقة"}), A4)

    with pikepdf.open(BytesIO(report.pdf)) as file:
        spans = [
            str(operands[1].ActualText)
            for page in file.pages
            for operands, operator in pikepdf.parse_content_stream(page)
            if str(operator) == "BDC" and "/ActualText" in operands[1]
        ]
    assert spans == ["الثقة"]


def test_more_missing_characters_than_one_font_can_hold_all_stay_in_the_text() -> None:
    many = "".join(map(chr, range(0x4E00, 0x4E00 + 700)))
    report = make_report(noting({"GI1": many}), A4)

    assert len(report.unprintable) == 700
    assert many in words_of(report.pdf).replace(" ", "")


def test_control_and_invisible_characters_are_left_out_and_lines_kept() -> None:
    report = make_report(noting({"GI1": "one\x00\x07 two\u200b\u202e three\r\nfour\tfive\u2028six \ud800 seven"}), A4)

    assert "one two three four five six \ufffd seven" in words_of(report.pdf)
    assert report.unprintable == ()


def test_letters_and_their_marks_are_composed() -> None:
    assert "Zuverlässigkeit" in words_of(make_report(noting({"GI1": "Zuverla\u0308ssigkeit"}), A4).pdf)


@pytest.mark.parametrize(
    "text",
    ["word " * 20_000, "x" * 100_000, "ab cd ef gh ij kl mn op\n" * 4_200, "<&>" * 33_000],
    ids=["words", "run", "lines", "signs"],
)
def test_a_hundred_thousand_characters_are_printed_in_full(text: str) -> None:
    printed = words_of(make_report(noting({"GI1": text}), replace(A4, with_all_questions=False)).pdf)
    common = {"w": "word", "x": "x", "a": "ab", "<": "&"}[text[0]]

    assert printed.replace(" ", "").count(common) >= text.count(common)


def test_evidence_longer_than_a_page_runs_on_inside_its_table() -> None:
    report = make_report(saying("evidence " * 1_000), A4)

    assert words_of(report.pdf).count("evidence") >= 22 * 1_000


def test_an_empty_name_leaves_no_hole() -> None:
    report = make_report(named("  "), A4)

    assert "Trust report Answered" in words_of(report.pdf)


def test_a_very_long_name_stands_in_full_though_the_cover_cuts_it() -> None:
    name = "The Association of Public Libraries " * 12

    assert squeezed(name) in words_of(make_report(named(name), A4).pdf)


def test_a_long_name_does_not_add_pages() -> None:
    assert make_report(named("N" * 60 + " " + "m" * 59), A4).pages == make_report(library(), A4).pages
