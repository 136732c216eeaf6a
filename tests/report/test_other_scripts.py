"""Names and notes in any script are drawn with fonts of this computer, joined and ordered, and can be found again."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from unicodedata import normalize

import pikepdf
import pytest
from fontTools.ttLib import TTFont
from pypdfium2 import PdfDocument

from tests import group_builders
from tests.forms import order
from tests.report.own_fonts import make_font
from tests.report.portraits import A4, named, noting
from tests.report.reading import squeezed, tree_of
from tests.storage.people import ASKED, SETUP
from trustcheck.app.collecting.phone_room import CheckForPhones
from trustcheck.assets import font_folders
from trustcheck.report.forms.cards import make_room_cards
from trustcheck.report.forms.fillable import make_fillable_form, make_paper_forms
from trustcheck.report.maker import make_report

NAMES = {
    "Arabic": "مكتبة الجسر البلدية",
    "Hebrew": "ספריית הגשר",
    "Hindi": "पुल पुस्तकालय",
    "Chinese": "桥边图书馆",
    "Japanese": "橋のたもと図書館",
    "Korean": "다리 도서관",
    "Thai": "ห้องสมุดที่สะพาน",
}


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    """A folder of fonts that has every sign of the names."""
    folder = tmp_path_factory.mktemp("fonts")
    for language, place in NAMES.items():
        make_font(folder / f"{language}.ttf", place + "خلال")
    return (folder,)


def read_back(pdf: bytes) -> str:
    """As a viewer copies it. Where letters have become one, it may say so with the sign for both."""
    pages = [page.get_textpage().get_text_range() for page in PdfDocument(pdf)]
    return normalize("NFKC", squeezed(" ".join(pages)))


def embedded(pdf: bytes) -> Iterator[tuple[str, TTFont]]:
    """The fonts of this computer that are in the file: what each is called, and its part of the font."""
    with pikepdf.open(BytesIO(pdf)) as file:
        for each in file.objects:
            if isinstance(each, pikepdf.Dictionary) and each.get("/Subtype") == "/CIDFontType2":
                yield str(each.BaseFont), TTFont(BytesIO(each.FontDescriptor.FontFile2.read_bytes()))


@pytest.mark.parametrize("place", NAMES.values(), ids=NAMES.keys())
def test_a_name_in_another_script_is_drawn_and_read_back(place: str, shelf: tuple[Path, ...]) -> None:
    report = make_report(named(place), A4, None, shelf)

    assert report.unprintable == ()
    assert place in read_back(report.pdf)


def test_arabic_letters_join(shelf: tuple[Path, ...]) -> None:
    """Of three letters in a row the first, the middle and the last each have a shape of their own."""
    ((_, font),) = embedded(make_report(named("جسر"), A4, None, shelf).pdf)
    order = TTFont(shelf[0] / "Arabic.ttf").getGlyphOrder()
    drawn = {order[number] for number, name in enumerate(font.getGlyphOrder()) if font["glyf"][name].numberOfContours}

    assert drawn - {".notdef"} == {"u062C.init", "u0633.medi", "u0631.fina"}


def test_letters_that_become_one_are_found_by_both(shelf: tuple[Path, ...]) -> None:
    assert "خلال" in read_back(make_report(named("خلال"), A4, None, shelf).pdf)


def test_a_name_within_an_english_sentence_stands_where_it_belongs(shelf: tuple[Path, ...]) -> None:
    """Arabic words begin at the right and English ones at the left, so the later Arabic word stands further left."""
    report = make_report(noting({"GI1": "Ask الجسر مكتبة about it."}), A4, None, shelf)
    left = {}
    for page in PdfDocument(report.pdf):
        words = page.get_textpage()
        for word in ("Ask", "الجسر", "مكتبة", "about"):
            found = words.search(word).get_next()
            if found is not None and "مكتبة" in words.get_text_range():
                left[word] = words.get_charbox(found[0])[0]

    assert left["Ask"] < left["مكتبة"] < left["الجسر"] < left["about"]


def test_a_font_that_may_not_be_embedded_is_not(tmp_path: Path) -> None:
    make_font(tmp_path / "kept.ttf", NAMES["Hebrew"], allowed=2)

    assert make_report(named(NAMES["Hebrew"]), A4, None, (tmp_path,)).unprintable != ()


def test_a_file_that_is_no_font_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "broken.ttf").write_bytes(b"\x00\x01\x00\x00 not a font" * 20)
    (tmp_path / "empty.otf").write_bytes(b"")

    assert make_report(named("桥"), A4, None, (tmp_path,)).unprintable == ("桥",)


def test_only_what_is_drawn_is_put_into_the_file(shelf: tuple[Path, ...]) -> None:
    ((name, font),) = embedded(make_report(named("桥边"), A4, None, shelf).pdf)

    assert re.fullmatch(r"/[A-Z]{6}\+Chinese", name)
    assert sum(bool(font["glyf"][each].numberOfContours) for each in font.getGlyphOrder()) == 2


def test_the_same_name_gives_the_same_bytes(shelf: tuple[Path, ...]) -> None:
    assert make_report(named("ספר पुल"), A4, None, shelf) == make_report(named("ספר पुल"), A4, None, shelf)


def test_the_structure_of_the_report_is_as_it_is_with_an_english_name(shelf: tuple[Path, ...]) -> None:
    english, hindi = (
        tree_of(make_report(named(place), A4, None, shelf).pdf) for place in ("Bridge Library", NAMES["Hindi"])
    )

    assert [node.role for node in hindi.all()] == [node.role for node in english.all()]


def test_a_long_note_in_arabic_begins_each_line_at_the_right(shelf: tuple[Path, ...]) -> None:
    note = " ".join(["مكتبة الجسر البلدية"] * 12)
    report = make_report(noting({"GI1": note}), A4, None, shelf)
    words = next(
        words
        for words in (page.get_textpage() for page in PdfDocument(report.pdf))
        if "مكتبة" in words.get_text_range()
    )
    ends: dict[int, float] = {}
    for at in range(words.count_chars()):
        if words.get_text_range(at, 1) in NAMES["Arabic"].replace(" ", ""):
            _, bottom, right, _ = words.get_charbox(at)
            ends[round(bottom)] = max(ends.get(round(bottom), 0.0), right)

    assert len(ends) == 3
    assert max(ends.values()) - min(ends.values()) < 1


@pytest.mark.parametrize("place", [NAMES["Arabic"], NAMES["Hindi"]], ids=["Arabic", "Hindi"])
def test_forms_and_cards_carry_the_name_as_reports_do(place: str, shelf: tuple[Path, ...]) -> None:
    asked = order(name=place)
    paper = make_paper_forms(asked, ("CDF",), None, shelf)
    check = CheckForPhones(group_builders.summary(SETUP, 0, name=place), SETUP, ASKED)
    cards = make_room_cards(check, "192.168.1.2:8000", ("CDF",), fonts=shelf)

    assert paper.unprintable == cards.unprintable == ()
    for pdf in (paper.pdf, cards.pdf, make_fillable_form(asked, "CDFGHJ", shelf)):
        assert place in read_back(pdf)


def test_fonts_are_looked_for_where_each_system_keeps_them(tmp_path: Path) -> None:
    """The person's own come first."""
    on_linux = font_folders("linux", {"XDG_DATA_DIRS": "/a:/b"}, tmp_path)
    on_windows = font_folders("win32", {"LOCALAPPDATA": str(tmp_path), "WINDIR": "/windows"}, tmp_path)

    assert on_linux == (tmp_path / ".local/share/fonts", tmp_path / ".fonts", Path("/a/fonts"), Path("/b/fonts"))
    assert on_windows == (tmp_path / "Microsoft/Windows/Fonts", Path("/windows/Fonts"))
    assert font_folders("darwin", {}, tmp_path)[0] == tmp_path / "Library/Fonts"
