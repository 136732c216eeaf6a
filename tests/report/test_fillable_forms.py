"""Forms to fill in: the same questions as fields that any reader knows, and a hidden word on where they belong."""

import json
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from pypdf import PdfReader

from tests.forms import CODE, filled_in, order, shipped, some_answers
from tests.report.reading import marked_numbers, pages_of, tree_of
from trustcheck.app.collecting.form_identity import IDENTITY_FIELD
from trustcheck.app.collecting.forms import FormOrder
from trustcheck.domain.checks.group_round import NotesUse
from trustcheck.domain.questionnaire.model import Form, Perspective
from trustcheck.report.forms.fillable import make_fillable_form


@pytest.fixture(scope="module")
def form() -> bytes:
    return make_fillable_form(order(), CODE)


def test_every_question_is_a_group_of_buttons_named_by_its_id(form: bytes) -> None:
    fields = PdfReader(BytesIO(form)).get_fields() or {}
    states = {"/Off", "/1", "/2", "/3", "/4", "/5", "/dk", "/na"}

    assert list(fields)[1:41] == list(shipped().order)
    for item_id in shipped().order:
        assert fields[item_id]["/FT"] == "/Btn"
        assert set(fields[item_id]["/_States_"]) == states


def test_every_state_of_every_button_is_drawn_in_the_file(form: bytes) -> None:
    with pikepdf.open(BytesIO(form)) as file:
        buttons = [
            widget
            for page in file.pages
            for widget in page.get("/Annots", [])
            if "/Parent" in widget and "/AP" in widget
        ]
        assert len(buttons) == 40 * 7
        assert all(len(widget.AP.N) == 2 and "/Off" in widget.AP.N for widget in buttons)
        assert all(bytes(drawn.read_bytes()) for drawn in buttons[0].AP.N.values())
        assert "/NeedAppearances" not in file.Root.AcroForm


def test_nothing_in_it_acts(form: bytes) -> None:
    for word in (b"/JS", b"/JavaScript", b"/Launch", b"/SubmitForm", b"/URI", b"/OpenAction", b"/AA <<"):
        assert word not in form


def test_notes_are_boxes_of_at_most_five_hundred_characters(form: bytes) -> None:
    fields = PdfReader(BytesIO(form)).get_fields() or {}
    with pikepdf.open(BytesIO(form)) as file:
        limits = {str(field.T): int(field.MaxLen) for field in file.Root.AcroForm.Fields if "/MaxLen" in field}

    assert limits == {f"note{number}": 500 for number in (1, 2, 3)} | {f"note{number}-to": 3 for number in (1, 2, 3)}
    assert set(limits) < set(fields)


def test_what_is_typed_into_one_box_is_not_seen_in_another(form: bytes) -> None:
    """Programs write into a field's own picture; a shared one would show one note in every box."""
    with pikepdf.open(BytesIO(form)) as file:
        boxes = [field for field in file.Root.AcroForm.Fields if "/MaxLen" in field]
        assert len({field.AP.N.objgen for field in boxes}) == len(boxes) == 6


def test_a_check_without_notes_has_no_boxes_for_them() -> None:
    fields = PdfReader(BytesIO(make_fillable_form(order(notes=NotesUse.NONE), CODE))).get_fields() or {}

    assert not [name for name in fields if name.startswith("note")]


def test_it_says_where_it_belongs_and_nothing_of_who_or_when(form: bytes) -> None:
    fields = PdfReader(BytesIO(form)).get_fields() or {}
    said = json.loads(str(fields[IDENTITY_FIELD]["/V"]))

    assert said == {
        "format": 1,
        "check": "123456789abc",
        "questionnaire": "trust-and-openness",
        "version": shipped().version,
        "digest": said["digest"],
        "form": "full",
        "view": "staff",
        "code": CODE,
    }
    with pikepdf.open(BytesIO(form)) as file:
        hidden = next(field for field in file.Root.AcroForm.Fields if str(field.T) == IDENTITY_FIELD)
        assert int(hidden.F) & 2
        assert int(hidden.Ff) & 1
        assert "/Author" not in file.docinfo
        assert str(file.docinfo.CreationDate) == "D:20261122000000Z"


def test_the_last_page_says_how_to_send_it_back_and_who_can_read_it(form: bytes) -> None:
    last = pages_of(form)[-1]

    assert "Whoever receives it can read your answers" in last
    assert "Send the saved file back" in last


def test_a_screen_reader_finds_every_field_among_the_words(form: bytes) -> None:
    tree = tree_of(form)

    assert len(list(tree.all("Form"))) == 40 * 7 + 6
    assert all(numbers == list(range(known)) for numbers, known in marked_numbers(form))
    with pikepdf.open(BytesIO(form)) as file:
        owners = list(file.Root.StructTreeRoot.ParentTree.Nums)
        known = {int(number): owner for number, owner in zip(owners[::2], owners[1::2], strict=True)}
        widgets = [each for page in file.pages for each in page.get("/Annots", []) if "/StructParent" in each]
        assert len(widgets) == 40 * 7 + 6
        for widget in widgets:
            assert known[int(widget.StructParent)].K.Obj.objgen == widget.objgen
            assert str(widget.TU)
        assert file.check_pdf_syntax() == []


def test_each_button_says_its_question_and_its_answer(form: bytes) -> None:
    with pikepdf.open(BytesIO(form)) as file:
        first = file.Root.AcroForm.Fields[1]
        wording = shipped().wording(shipped().order[0], Perspective.STAFF)
        assert [str(kid.TU) for kid in first.Kids][:2] == [f"1. {wording} Almost never", f"1. {wording} Seldom"]


def test_a_pressed_button_is_seen_as_pressed(form: bytes) -> None:
    pressed = filled_in(form, {shipped().order[0]: "3"})

    assert _picture(pressed, 1) != _picture(form, 1)
    assert _picture(pressed, 2) == _picture(form, 2)


def _picture(pdf: bytes, page: int) -> bytes:
    with pypdfium2.PdfDocument(pdf) as file:
        file.init_forms()
        return bytes(file[page].render(scale=1, may_draw_forms=True).buffer)


@pytest.mark.parametrize("of", [order(), order(form=Form.PULSE), order(Perspective.LEADER, large_print=True)])
def test_what_one_library_fills_in_another_reads(of: FormOrder) -> None:
    answers = some_answers(of)
    pdf = filled_in(make_fillable_form(of, CODE), answers)
    with pikepdf.open(BytesIO(pdf)) as file:
        read = {str(field.T): str(field.V)[1:] for field in file.Root.AcroForm.Fields if field.FT == "/Btn"}

    assert read == answers


def test_the_same_order_and_code_give_the_same_bytes(form: bytes) -> None:
    assert make_fillable_form(order(), CODE) == form
