"""Forms to fill in: the same questions as fields that any reader knows, and a hidden word on where they belong."""

import json
import re
from datetime import date
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from pypdf import PdfReader

from tests.forms import CODE, filled_in, order, saved, shipped, some_answers
from tests.report.accessible import rules_not_kept
from tests.report.reading import marked_numbers, pages_of, tree_of
from trustcheck.app.collecting.form_identity import IDENTITY_FIELD
from trustcheck.app.collecting.forms import FormOrder
from trustcheck.domain.checks.group_round import NotesUse
from trustcheck.domain.questionnaire.model import Form, Perspective
from trustcheck.report.forms.fields import FormCanvas, FormFields
from trustcheck.report.forms.fillable import make_fillable_form, make_paper_forms


@pytest.fixture(scope="module")
def form() -> bytes:
    return make_fillable_form(order(), CODE)


def test_every_question_is_a_group_of_buttons_named_by_its_id(form: bytes) -> None:
    fields = PdfReader(BytesIO(form)).get_fields() or {}
    states = {"/Off", "/1", "/2", "/3", "/4", "/5", "/dk", "/na", "/blank"}

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
        assert len(buttons) == 40 * 8
        assert all(len(widget.AP.N) == 2 and "/Off" in widget.AP.N for widget in buttons)
        assert all(bytes(drawn.read_bytes()) for drawn in buttons[0].AP.N.values())
        assert "/NeedAppearances" not in file.Root.AcroForm


def test_a_page_with_fields_alone_is_written() -> None:
    canvas = FormCanvas((300.0, 300.0), "A note", "en-GB", date(2026, 11, 22))
    fields = FormFields(canvas, 12.0)
    fields.text("note", "A note", (10, 10, 290, 90), canvas.root.add("Form"), 100, lines=True)
    canvas.showPage()
    fields.finish()
    with pikepdf.open(BytesIO(canvas.finished())) as file:
        assert [str(each.T) for each in file.pages[0].Annots] == ["note"]
        assert file.check_pdf_syntax() == []


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


def test_that_two_of_three_can_work_out_the_third_is_read_before_question_1(form: bytes) -> None:
    small = make_fillable_form(order(threshold=3), CODE)

    assert "two who compare theirs can work out what the third said." in pages_of(small)[0]
    assert not any("who compare theirs can work out" in page for page in pages_of(form))


def test_a_screen_reader_finds_every_field_among_the_words(form: bytes) -> None:
    tree = tree_of(form)

    assert len(list(tree.all("Form"))) == 40 * 8 + 6
    assert all(numbers == list(range(known)) for numbers, known in marked_numbers(form))
    with pikepdf.open(BytesIO(form)) as file:
        owners = list(file.Root.StructTreeRoot.ParentTree.Nums)
        known = {int(number): owner for number, owner in zip(owners[::2], owners[1::2], strict=True)}
        widgets = [each for page in file.pages for each in page.get("/Annots", []) if "/StructParent" in each]
        assert len(widgets) == 40 * 8 + 6
        for widget in widgets:
            assert known[int(widget.StructParent)].K.Obj.objgen == widget.objgen
            assert str(widget.TU)
        assert file.check_pdf_syntax() == []


def test_each_button_says_its_question_and_its_answer(form: bytes) -> None:
    """A screen reader speaks the words of the button that has the focus, not those of the group."""
    with pikepdf.open(BytesIO(form)) as file:
        for number, (item_id, group) in enumerate(zip(shipped().order, _groups(file), strict=True), 1):
            wording = shipped().wording(item_id, Perspective.STAFF)
            words = (*shipped().scale, "I don\u2019t know", "Doesn\u2019t apply here", "Leave blank")
            assert [str(kid.TU) for kid in group.Kids] == [f"{number}. {wording} {each}" for each in words]


def test_no_answer_is_required(form: bytes) -> None:
    required = 1 << 1
    with pikepdf.open(BytesIO(form)) as file:
        assert not [str(field.T) for field in file.Root.AcroForm.Fields if int(field.get("/Ff", 0)) & required]


def test_an_answer_can_be_taken_back_by_another_button(form: bytes) -> None:
    """In most programs a button that was chosen stays chosen until another one is: nothing else is promised."""
    words = " ".join("\n".join(pages_of(form)).split())

    assert "\u201cLeave blank\u201d takes it back" in words
    assert "choosing it again" not in words
    assert words.count("Leave blank") == 1 + 40


@pytest.mark.parametrize("of", [order(), order(Perspective.LEADER, large_print=True)])
def test_what_takes_an_answer_back_stands_apart_from_the_answers(of: FormOrder) -> None:
    """On the line of its question where answers fill one row, and last where they take several."""
    with pikepdf.open(BytesIO(make_fillable_form(of, CODE))) as file:
        for group in _groups(file):
            *answers, blank = [[float(each) for each in kid.Rect] for kid in group.Kids]
            rows = {box[1] for box in answers}
            assert blank[1] > max(rows) if len(rows) == 1 else blank[0] > max(box[0] for box in answers[-2:])
            assert all(blank[0] >= box[2] or blank[1] >= box[3] or blank[3] <= box[1] for box in answers)


def test_the_number_of_a_question_is_read_apart_from_its_words(form: bytes) -> None:
    first = shipped().wording(shipped().order[0], Perspective.STAFF)

    assert f"1 {first}" in _read_aloud(form)
    assert "Almost never Seldom" in _read_aloud(make_paper_forms(order(), (CODE,)).pdf)


def _read_aloud(pdf: bytes) -> str:
    """The characters of the pages as they are written, whatever stands between them on paper."""
    with pikepdf.open(BytesIO(pdf)) as file:
        characters: dict[int, str] = {}
        said = []
        for operands, operator in pikepdf.parse_content_stream(file.pages[1]):
            if str(operator) == "Tf":
                characters = {
                    code: each for each, code in _codes(file.pages[1].Resources.Font[str(operands[0])]).items()
                }
            elif str(operator) == "Tj":
                said += [characters[code] for code in bytes(operands[0])]
    return "".join(said)


def test_notes_are_written_in_any_letters_of_europe(form: bytes) -> None:
    """Programs draw what is typed with the font the field names: it travels in the file and has the glyphs."""
    with pikepdf.open(BytesIO(form)) as file:
        note = next(field for field in file.Root.AcroForm.Fields if str(field.T) == "note1")
        font = file.Root.AcroForm.DR.Font[str(note.DA).split()[0]]
        codes = _codes(font)
        assert set("Łódź façade “2 €” Μάρτιο ς Да ж ё ї Ș ế") <= set(codes)
        assert len(font.DescendantFonts[0].FontDescriptor.FontFile2.read_bytes()) > 50_000
        for letters in ("Łódź", "Μάρτιος", "марта"):
            assert _dark(file, note, [codes[each] for each in letters]) > 2 * _dark(file, note, [codes["."]]) > 0


def _codes(font: pikepdf.Object) -> dict[str, int]:
    """The code of each character by the font's own map."""
    map_ = font.ToUnicode.read_bytes().decode("ascii")
    return {chr(int(each, 16)): int(code, 16) for code, each in re.findall("<([0-9A-F]+)> <([0-9A-F]{4})>", map_)}


def _dark(file: pikepdf.Pdf, note: pikepdf.Object, codes: list[int]) -> int:
    """How many pixels of the page are dark because of words drawn in a note with its own font."""
    name = str(note.DA).split()[0]
    drawn_words = "".join(f"{code:04X}" for code in codes)
    dark = []
    for content in (f"BT {note.DA} 4 20 Td <{drawn_words}> Tj ET".encode(), b"/Tx BMC EMC"):
        note.AP.N.write(content)
        note.AP.N.Resources = pikepdf.Dictionary(Font={name: file.Root.AcroForm.DR.Font[name]})
        out = BytesIO()
        file.save(out)
        with pypdfium2.PdfDocument(out.getvalue()) as drawn:
            drawn.init_forms()
            pixels = bytes(drawn[3].render(grayscale=True).buffer)
            dark.append(sum(each < 200 for each in pixels))
    return dark[0] - dark[1]


def test_the_checker_for_accessible_files_finds_only_the_claim_we_do_not_make(form: bytes, tmp_path: Path) -> None:
    assert rules_not_kept(saved(tmp_path, "form.pdf", form)) == {"UA-28-004"}


def _groups(file: pikepdf.Pdf) -> list[pikepdf.Object]:
    return [field for field in file.Root.AcroForm.Fields if "/Kids" in field]


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
