"""Forms to print: everything a person must know before question 1, every question once, answers inside when folded."""

from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from random import Random

import pikepdf
import pypdfium2
import pytest

from tests.builders import questionnaire
from tests.forms import order, shipped
from tests.report.reading import fonts_of, marked_numbers, pages_of, tree_of, words_of
from trustcheck.app.collecting.form_identity import new_codes
from trustcheck.app.collecting.forms import FormOrder
from trustcheck.app.collecting.set_up import rows_policy
from trustcheck.app.ports import Cancelled, Paper
from trustcheck.domain.checks.group_round import NotesUse
from trustcheck.domain.questionnaire.model import Form, Perspective
from trustcheck.report.forms.fillable import make_paper_forms

STAFF, LEADER = Perspective.STAFF, Perspective.LEADER
ORDERS = [
    order(),
    order(LEADER, paper=Paper.LETTER),
    order(form=Form.PULSE),
    order(large_print=True),
    order(name="Ελληνικά 😀 <b>" * 8, leaders_are="die Leitung 東京 " * 20),
]


def form(of: FormOrder, codes: tuple[str, ...] = ("CDF",)) -> bytes:
    return make_paper_forms(of, codes).pdf


@pytest.mark.parametrize("perspective", [STAFF, LEADER])
def test_every_question_stands_on_it_once_in_order_and_in_its_own_wording(perspective: Perspective) -> None:
    of = order(perspective)
    words = words_of(form(of))
    asked = [shipped().wording(item_id, perspective) for item_id in shipped().order]
    places = [words.index(f"{number} {text}") for number, text in enumerate(asked, 1)]

    assert len(asked) == 40
    assert all(first < second for first, second in pairwise(places))
    assert words.count("Almost never") == words.count("Doesn\u2019t apply here") == 40
    assert [f"Part {part} of 4" in words for part in (1, 2, 3, 4)] == [True] * 4


def test_the_full_form_takes_two_sheets_and_the_short_form_one() -> None:
    assert make_paper_forms(order(), ("CDF",)).pages == 4
    assert make_paper_forms(order(paper=Paper.LETTER), ("CDF",)).pages == 4
    assert make_paper_forms(order(form=Form.PULSE), ("CDF",)).pages == 2


def test_folded_along_the_marks_only_the_page_without_answers_is_outside() -> None:
    pages = pages_of(form(order()))

    assert "fold along the marks at the sides" in pages[0]
    assert "Almost always" not in pages[0]
    assert all("Almost always" in page for page in pages[1:])


def test_before_question_1_everybody_reads_who_sees_what() -> None:
    first = pages_of(form(order()))[0]

    for words in (
        "Bellwater Council",
        "For staff",
        "whoever takes it is counted as staff",
        "This is confidential.",
        "results are of five people or more",
        "Notes are shown to the group: unsigned, in no order, and only if at least ten people answer.",
        "You answer of your own free will",
        "A questionnaire cannot take up a concern or a complaint. This can: the staff council, room 12.",
        "Leaders: the chief executive and the five heads of service.",
        "In public: where anybody can read or hear it",
        "Think of the last three months.",
        "is forgotten when the check closes",
    ):
        assert words in first, words
    assert "anonym" not in words_of(form(order())).lower()


@pytest.mark.parametrize("may_leave", [False, True])
def test_whether_rows_may_leave_is_read_before_question_1(may_leave: bool) -> None:
    of = replace(order(), setup=replace(order().setup, rows_may_leave=may_leave))
    first = pages_of(form(of))[0]

    assert rows_policy(of.setup) in first
    assert ("never row by row" in first) is not may_leave


def test_a_small_group_is_told_so() -> None:
    assert "people may guess who said what" in words_of(form(order(threshold=3)))
    assert "people may guess who said what" not in words_of(form(order()))


def test_that_two_of_three_can_work_out_the_third_is_read_before_question_1() -> None:
    assert "two who compare theirs can work out what the third said." in pages_of(form(order(threshold=3)))[0]
    assert "who compare theirs can work out" not in words_of(form(order()))


def test_every_page_with_questions_says_the_frame_and_every_sheet_what_the_words_mean() -> None:
    pages = pages_of(form(order()))

    assert all("Think of the last three months." in page for page in pages)
    assert all("In public: where anybody" in page for page in (pages[0], pages[2]))


def test_there_is_room_for_three_notes_only_where_notes_are_taken() -> None:
    assert words_of(form(order())).count("To question") == 3
    without = words_of(form(order(notes=NotesUse.NONE)))
    assert "To question" not in without
    assert "There are no notes this time" in without


def test_a_check_of_one_view_does_not_speak_of_two_sheets() -> None:
    words = words_of(form(order(perspectives=(STAFF,))))

    assert "This sheet is for staff" not in words
    assert "Leaders and staff are counted apart" not in words


def test_each_form_has_its_own_code_on_every_page_and_begins_on_a_new_sheet() -> None:
    of = order(large_print=True)
    report = make_paper_forms(of, ("CDF", "GHJ", "KMN"))
    pages = pages_of(report.pdf)
    starts = [at for at, page in enumerate(pages) if "What happens with your answers" in page]

    assert len(starts) == 3
    assert all(at % 2 == 0 for at in starts)
    for at, page in enumerate(pages):
        code = ("CDF", "GHJ", "KMN")[sum(at >= start for start in starts) - 1]
        assert f"Form {code}." in page or page == "There is nothing to fill in on this side."


def test_no_theme_is_named() -> None:
    words = words_of(form(order()))

    assert not [theme.name for theme in shipped().themes if theme.name in words]


@pytest.mark.parametrize("of", ORDERS)
def test_the_file_is_tagged_whole_and_carries_its_fonts(of: FormOrder) -> None:
    pdf = form(of, ("CDF", "GHJ"))

    assert all(numbers == list(range(known)) for numbers, known in marked_numbers(pdf))
    assert all(fonts_of(pdf).values())
    assert not any("Helvetica" in name for name in fonts_of(pdf))
    assert len(list(tree_of(pdf).all("H1"))) == 2
    with pikepdf.open(BytesIO(pdf)) as file:
        assert file.check_pdf_syntax() == []
        assert "/Author" not in file.docinfo
        assert "/AcroForm" not in file.Root


def test_the_same_order_and_codes_give_the_same_bytes() -> None:
    assert form(order()) == form(order())
    assert form(order()) != form(order(), ("GHJ",))


def test_long_questions_and_names_stay_within_the_page() -> None:
    asked = questionnaire({"people": {"A": 30}}, points=7)
    long = tuple(replace(item, text=f"{item.id} " + "Wort " * 38 + "x") for item in asked.items)
    of = order(asks=replace(asked, items=long), name="Ä" * 120, large_print=True)
    report = make_paper_forms(of, ("CDF",))

    assert all(f"{item.id} Wort" in words_of(report.pdf) for item in long)
    with pikepdf.open(BytesIO(report.pdf)) as file:
        for page in file.pages:
            moved = [operands for operands, operator in pikepdf.parse_content_stream(page) if str(operator) == "Tm"]
            assert all(10 < float(each[5]) < 842 for each in moved)
            assert all(10 < float(each[4]) < 585 for each in moved)


@pytest.mark.parametrize("large_print", [False, True])
def test_a_name_of_120_letters_stands_in_full_and_leaves_the_code_alone(large_print: bool) -> None:
    name = "Übersee " * 15
    with pypdfium2.PdfDocument(form(order(name=name, large_print=large_print))) as file:
        text = file[0].get_textpage()
        whole = text.get_text_range()
        code = text.search("CDF").get_next()
        assert code is not None
        left, bottom, _right, _top = text.get_charbox(code[0])
        letters = [text.get_charbox(at) for at, letter in enumerate(whole) if letter == "Ü"]

    assert len(letters) == whole.count("Übersee") == 15
    assert bottom > 700
    assert all(right < left - 20 for _left, _bottom, right, _top in letters)


def test_characters_without_a_glyph_are_reported() -> None:
    assert make_paper_forms(order(name="Tea 😀"), ("CDF",)).unprintable == ("😀",)


def test_making_many_forms_tells_how_far_it_is_and_can_be_stopped() -> None:
    told: list[tuple[int, int]] = []

    def progress(done: int, of: int) -> None:
        told.append((done, of))
        if done == 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        make_paper_forms(order(), new_codes(Random(1).choice, 10), progress)
    assert told == [(1, 10), (2, 10), (3, 10)]
