"""Forms that come back: every file is named with what it holds or why it is not taken, and none is touched."""

import os
import time
from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, PdfObject, TextStringObject

from tests.forms import CODE, FEW, few, filled, order, saved, some_answers
from trustcheck.app.collecting.forms import FormOrder
from trustcheck.app.collecting.returned_forms import ReturnedFile, ReturnedFiles, Why
from trustcheck.app.ports import Cancelled, Refused
from trustcheck.bootstrap import build
from trustcheck.domain.checks.group_round import NotesUse
from trustcheck.domain.questionnaire.answers import Answer, SaidBeside
from trustcheck.domain.questionnaire.model import Form, Perspective
from trustcheck.exchange.forms.returned import SECONDS_A_FILE, read_returned
from trustcheck.report.forms.fillable import make_fillable_form

LEADER = Perspective.LEADER
OTHER = "KKKKMMMM"
POINTS = {"dk": -1, "na": -2}


@pytest.fixture(scope="module")
def answered() -> bytes:
    return filled(few(), some_answers(few()))


def read(folder: Path, taken: tuple[str, ...] = (), of: FormOrder | None = None) -> ReturnedFiles:
    return read_returned(of or few(), [str(folder)], taken, clock=time.thread_time)


def only(folder: Path, content: bytes, of: FormOrder | None = None) -> ReturnedFile:
    saved(folder, "form.pdf", content)
    (file,) = read(folder, of=of).files
    return file


def test_a_form_gives_every_answer_as_it_was_given(tmp_path: Path) -> None:
    """Forty questions; the other forms here ask eight, which are read in the same way and in a fifth of the time."""
    whole = order()
    file = only(tmp_path, filled(whole, some_answers(whole)), whole)

    assert (file.why, file.answered, file.asked, file.remarks) == (None, 40, 40, ())
    assert file.perspective is Perspective.STAFF
    assert file.sheet is not None
    given = {item_id: answer.code for item_id, answer in file.sheet.response}
    assert given == {item_id: POINTS.get(state) or int(state) for item_id, state in some_answers(whole).items()}


BESIDE = {"dots": True, "guesses": True}


def test_what_was_said_beside_the_questions_comes_with_them(tmp_path: Path) -> None:
    leaders = few(LEADER, **BESIDE)
    said = {**some_answers(leaders), "dots": "1", "guess-A": "2", "guess-B": "blank"}
    file = only(tmp_path, filled(leaders, said), leaders)

    assert (file.why, file.remarks) == (None, ())
    assert file.sheet is not None
    assert file.sheet.response.beside == SaidBeside(dots=True, guesses={"A": 2})


@pytest.mark.parametrize("said", [{}, {"dots": "2"}])
def test_nobody_agrees_to_dots_without_saying_so_and_staff_are_asked_for_no_guess(
    tmp_path: Path, said: dict[str, str]
) -> None:
    staff = few(**BESIDE)
    file = only(tmp_path, filled(staff, {**some_answers(staff), **said}), staff)

    assert b"guess-A" not in make_fillable_form(staff, CODE)
    assert file.sheet is not None
    assert file.sheet.response.beside == SaidBeside()


def test_forms_that_differ_in_a_guess_alone_are_two_sheets(tmp_path: Path) -> None:
    leaders = few(LEADER, **BESIDE)
    for number in (2, 3):
        saved(tmp_path, f"{number}.pdf", filled(leaders, {**some_answers(leaders), "guess-A": str(number)}))

    assert len({each.sheet.code for each in read(tmp_path, of=leaders).files if each.sheet is not None}) == 2


@pytest.mark.parametrize("said", [{"guess-A": "2"}, {"note1": "We never hear.", "note1-to": "1"}])
def test_a_form_with_guesses_or_notes_alone_is_taken_and_with_neither_it_is_empty(
    tmp_path: Path, said: dict[str, str]
) -> None:
    leaders = few(LEADER, **BESIDE)

    assert only(tmp_path, filled(leaders, said), leaders).why is None
    assert only(tmp_path, filled(leaders, {"dots": "1"}), leaders).why is Why.EMPTY


def test_skipped_questions_stay_skipped(tmp_path: Path) -> None:
    first = FEW.order[0]
    file = only(tmp_path, filled(few(LEADER), {first: "2"}))

    assert file.sheet is not None
    assert dict(file.sheet.response.answers).keys() == {first}
    assert (file.answered, file.perspective) == (1, LEADER)


def test_notes_come_with_the_question_they_name(tmp_path: Path) -> None:
    first, second = FEW.order[:2]
    written = {
        "note1": "Once.",
        "note1-to": "1",
        "note2": "Twice.",
        "note2-to": " 2. ",
        "note3": "More.",
        "note3-to": "1",
    }
    file = only(tmp_path, filled(few(), {**some_answers(few()), **written}))

    assert file.sheet is not None
    assert dict(file.sheet.notes) == {first: "Once.\nMore.", second: "Twice."}


def test_a_note_without_a_question_is_named(tmp_path: Path) -> None:
    file = only(tmp_path, filled(few(), {**some_answers(few()), "note1": "Lost.", "note1-to": "99"}))

    assert file.sheet is not None
    assert not file.sheet.notes
    assert file.remarks == ("1 note names no question and was left out; the file still holds it.",)


def test_a_check_without_notes_takes_none(tmp_path: Path) -> None:
    content = filled(few(), {**some_answers(few()), "note1": "Once.", "note1-to": "1"})
    file = only(tmp_path, content, few(notes=NotesUse.NONE))

    assert file.sheet is not None
    assert not file.sheet.notes
    assert file.remarks[0] == "This check takes no notes; those in the file were left out."


def test_a_note_is_cut_at_four_thousand_characters_and_two_hundred_lines(tmp_path: Path) -> None:
    notes = {"note1": "a\x00" * 5000, "note1-to": "1", "note2": "b\n" * 300, "note2-to": "2"}
    writer = PdfWriter(clone_from=PdfReader(BytesIO(filled(few(), some_answers(few())))))
    for field in (each.get_object() for each in writer.root_object["/AcroForm"]["/Fields"]):
        if field["/T"] in notes:
            field[NameObject("/V")] = TextStringObject(notes[field["/T"]])
    file = only(tmp_path, _bytes(writer))
    first, second = FEW.order[:2]

    assert file.sheet is not None
    assert file.sheet.notes[first] == "a" * 4000
    assert file.sheet.notes[second] == "\n".join("b" * 200)


def test_what_only_the_buttons_say_is_read_too(tmp_path: Path) -> None:
    """Some programs keep the state of the buttons and forget the group's value."""
    assert given_to_the_first(only(tmp_path, with_buttons({}, pressed=(3,)))) == Answer(4)


def test_two_pressed_buttons_are_asked_about(tmp_path: Path) -> None:
    """So does a corrected answer look where a program left the first one pressed."""
    file = only(tmp_path, with_buttons({FEW.order[5]: "1"}, pressed=(2, 3)))

    assert (file.why, file.answered, file.remarks) == (Why.AT_ODDS, 1, ())
    assert [(each.number, each.says) for each in file.odd] == [(1, (Answer(3), Answer(4)))]


def test_a_value_and_a_pressed_button_at_odds_are_asked_about(tmp_path: Path) -> None:
    first, other = FEW.order[0], FEW.order[5]
    saved(tmp_path, "form.pdf", with_buttons({first: "5", other: "1"}, pressed=(1,)))
    found = read(tmp_path)

    assert found.files[0].why is Why.AT_ODDS
    assert found.files[0].odd[0].says == (Answer(5), Answer(2))
    assert not found.sheets()
    for chosen in (Answer(2), None):
        decided = found.with_decision(0, first, chosen)
        (sheet,) = decided.sheets()
        assert (sheet.response.answer(first), sheet.response.answer(other)) == (chosen, Answer(1))
        assert decided.with_decision(0, first, Answer(5)).sheets()[0].response.answer(first) == Answer(5)


def test_what_was_decided_makes_the_sheet_that_would_have_come(tmp_path: Path) -> None:
    """By its code: the same answers are not taken twice, however the file came to say them."""
    first = FEW.order[0]
    saved(tmp_path, "a.pdf", filled(few(), {first: "2"}))
    saved(tmp_path, "b.pdf", with_buttons({first: "5"}, pressed=(1,)))
    found = read(tmp_path)

    assert [each.why for each in found.files] == [Why.SAME_CODE, Why.AT_ODDS]
    assert [each.why for each in found.with_decision(1, first, Answer(2)).files] == [None, Why.SAME_AS]
    assert [each.why for each in found.with_decision(1, first, Answer(5)).files] == [Why.SAME_CODE] * 2
    assert [each.why for each in found.with_decision(1, first, None).files] == [None, Why.EMPTY]


def test_an_answer_no_button_shows_counts_and_is_named(tmp_path: Path) -> None:
    file = only(tmp_path, with_buttons({}, value=NameObject("/4"), pressed=()))

    assert given_to_the_first(file) == Answer(4)
    assert file.remarks == (
        "Question 1: the answer stands in the file, but whoever looks at the form does not see it.",
    )


@pytest.mark.parametrize("value", [TextStringObject("4"), TextStringObject("/4"), NameObject("/4"), NumberObject(4)])
def test_an_answer_is_read_as_name_text_and_number(tmp_path: Path, value: PdfObject) -> None:
    assert given_to_the_first(only(tmp_path, with_buttons({}, value=value, pressed=(3,)))) == Answer(4)


OPTIONS = ("1", "2", "3", "4", "5", "dk", "na", "blank")


@pytest.mark.parametrize(
    "value", [NameObject("/3"), TextStringObject("4"), NumberObject(3), TextStringObject("3"), None]
)
@pytest.mark.parametrize("pressed", [(3,), ()])
def test_an_answer_is_read_through_the_list_of_what_buttons_stand_for(
    tmp_path: Path, value: PdfObject | None, pressed: tuple[int, ...]
) -> None:
    """States are then numbers from 0: button 3 stands for the fourth point of the scale, not for the third."""
    content = with_buttons({FEW.order[5]: "1"}, value=value, pressed=pressed, options=OPTIONS)
    file = only(tmp_path, content)

    if value is None and not pressed:
        assert (file.why, given_to_the_first(file)) == (None, None)
    elif isinstance(value, TextStringObject) and not pressed:
        # As words it is what a button stands for, as a state that of the next one: nobody but a person can know.
        assert file.odd[0].says == (Answer(int(value)), Answer(int(value) + 1))
    else:
        assert given_to_the_first(file) == Answer(4)


def test_only_what_a_button_offers_counts(tmp_path: Path) -> None:
    """The scale has a fifth point, and this file no button for it."""
    file = only(tmp_path, with_buttons({FEW.order[5]: "1"}, value=NameObject("/5"), pressed=(), without=4))

    assert (file.answered, given_to_the_first(file)) == (1, None)
    assert file.remarks[0].startswith("Question 1: what stands there is no answer")


def test_a_question_left_blank_again_is_skipped(tmp_path: Path) -> None:
    first, second = FEW.order[:2]
    file = only(tmp_path, filled(few(), {first: "blank", second: "2"}))

    assert (file.why, file.remarks, file.odd) == (None, (), ())
    assert file.sheet is not None
    assert dict(file.sheet.response.answers) == {second: Answer(2)}


def test_a_field_that_stands_in_the_file_twice_is_read_twice(tmp_path: Path) -> None:
    first = FEW.order[0]
    writer = PdfWriter(clone_from=PdfReader(BytesIO(filled(few(), {first: "2"}))))
    again = {NameObject("/FT"): NameObject("/Btn"), NameObject("/T"): TextStringObject(first)}
    again[NameObject("/V")] = NameObject("/3")
    writer.root_object["/AcroForm"]["/Fields"].append(writer._add_object(DictionaryObject(again)))

    assert only(tmp_path, _bytes(writer)).odd[0].says == (Answer(2), Answer(3))


def test_a_note_keeps_the_stroke_it_begins_with(tmp_path: Path) -> None:
    file = only(tmp_path, filled(few(), {**some_answers(few()), "note1": "/ 7 of us", "note1-to": "1"}))

    assert file.sheet is not None
    assert list(file.sheet.notes.values()) == ["/ 7 of us"]


@pytest.mark.parametrize("state", ["0", "6", "99", "-1", "1e9", "Yes", "٣", "9" * 400])
def test_an_answer_outside_the_scale_counts_as_skipped_and_is_named(tmp_path: Path, state: str) -> None:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(filled(few(), {FEW.order[5]: "1"}))))
    group = writer.root_object["/AcroForm"]["/Fields"][1].get_object()
    group[NameObject("/V")] = TextStringObject(state)
    file = only(tmp_path, _bytes(writer))

    assert file.answered == 1
    assert file.remarks[0].startswith("Question 1: what stands there is no answer")


def test_fields_of_somebody_else_are_named_and_left_out(tmp_path: Path, answered: bytes) -> None:
    file = only(tmp_path, _with_fields(answered, 5))

    assert file.answered == len(FEW.order)
    assert file.remarks == (
        "Fields that belong to no question were left out: “extra0”, “extra1”, “extra2” and 2 more.",
    )


@pytest.mark.parametrize(
    ("other", "why"),
    [
        (few(round_id=99), Why.OTHER_CHECK),
        (order(asks=replace(FEW, id="another")), Why.OTHER_QUESTIONNAIRE),
        (order(asks=replace(FEW, version="2.0.0")), Why.OTHER_VERSION),
        (order(asks=replace(FEW, frame="Think of last year.")), Why.OTHER_VERSION),
        (few(form=Form.PULSE), Why.OTHER_FORM),
        (few(perspectives=(LEADER,)), Why.OTHER_VIEW),
    ],
)
def test_what_belongs_elsewhere_is_not_taken(tmp_path: Path, answered: bytes, other: FormOrder, why: Why) -> None:
    assert only(tmp_path, answered, other).why is why


def test_an_empty_form_is_not_taken(tmp_path: Path) -> None:
    assert only(tmp_path, make_fillable_form(few(), CODE)).why is Why.EMPTY


def test_the_same_file_twice_is_taken_once(tmp_path: Path, answered: bytes) -> None:
    saved(tmp_path, "a.pdf", answered)
    saved(tmp_path, "b.pdf", answered)
    found = read(tmp_path)

    assert [(each.name, each.why, each.other) for each in found.files] == [
        ("a.pdf", None, ""),
        ("b.pdf", Why.SAME_AS, "a.pdf"),
    ]
    assert len(found.sheets()) == len(found.sheets(apart=True)) == 1


def test_a_file_taken_before_is_not_taken_again(tmp_path: Path, answered: bytes) -> None:
    saved(tmp_path, "a.pdf", answered)
    (sheet,) = read(tmp_path).sheets()

    assert [each.why for each in read(tmp_path, (sheet.code,)).files] == [Why.TAKEN_BEFORE]


def test_one_file_handed_to_several_people_loses_nobody(tmp_path: Path, answered: bytes) -> None:
    """Other answers under the same code: whether they are other people's, only the organiser knows."""
    saved(tmp_path, "a.pdf", answered)
    saved(tmp_path, "b.pdf", filled(few(), {FEW.order[0]: "5"}))
    saved(tmp_path, "c.pdf", filled(few(), {FEW.order[0]: "1"}, OTHER))
    found = read(tmp_path)

    assert [(each.why, each.other) for each in found.files] == [
        (Why.SAME_CODE, "b.pdf"),
        (Why.SAME_CODE, "a.pdf"),
        (None, ""),
    ]
    assert found.share_codes
    assert len(found.sheets()) == 1
    apart = found.sheets(apart=True)
    assert len({sheet.code for sheet in apart}) == 3
    again = read(tmp_path, tuple(sheet.code for sheet in apart))
    assert {each.why for each in again.files} == {Why.TAKEN_BEFORE}


def test_other_answers_under_a_code_that_was_taken_wait_for_a_word_too(tmp_path: Path, answered: bytes) -> None:
    saved(tmp_path, "a.pdf", answered)
    (sheet,) = read(tmp_path).sheets()
    (file,) = read_returned(
        few(),
        [str(saved(tmp_path, "later.pdf", filled(few(), {FEW.order[0]: "5"})))],
        (sheet.code,),
        clock=time.thread_time,
    ).files

    assert (file.why, file.other) == (Why.SAME_CODE, "")


def test_what_is_no_form_is_named(tmp_path: Path, answered: bytes) -> None:
    saved(tmp_path, "a word.docx", b"PK\x03\x04")
    saved(tmp_path, "cut.pdf", answered[: len(answered) // 3])
    saved(tmp_path, "empty.pdf", b"")
    saved(tmp_path, "letter.pdf", _bytes(_blank()))
    saved(tmp_path, "rubbish.pdf", b"%PDF-1.7\n" + b"\xff\x00 obj " * 1000)
    saved(tmp_path, ".hidden.pdf", b"x")
    saved(tmp_path, "large.pdf", b"%PDF-1.7\n" + bytes(5 * 1024 * 1024))
    (tmp_path / "folder.pdf").mkdir()
    found = {each.name: each.why for each in read(tmp_path).files}

    assert found == {
        "a word.docx": Why.NOT_A_FORM,
        "cut.pdf": found["cut.pdf"],
        "empty.pdf": Why.NOT_A_FORM,
        "letter.pdf": Why.NO_FIELDS,
        "rubbish.pdf": Why.DAMAGED,
        "large.pdf": Why.TOO_LARGE,
    }
    assert found["cut.pdf"] in (Why.DAMAGED, Why.NOT_A_FORM, Why.EMPTY)


def test_a_locked_file_is_named(tmp_path: Path, answered: bytes) -> None:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(answered)))
    writer.encrypt("secret", algorithm="RC4-128")

    assert only(tmp_path, _bytes(writer)).why is Why.ENCRYPTED


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-128", "AES-256"])
def test_a_file_that_only_its_owner_locked_is_read(tmp_path: Path, answered: bytes, algorithm: str) -> None:
    """It opens for everybody without a password: some programs save every form so."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(answered)))
    writer.encrypt("", "owner", algorithm=algorithm)
    file = only(tmp_path, _bytes(writer))

    assert (file.why, file.answered) == (None, len(FEW.order))


def test_a_form_printed_to_a_pdf_has_lost_its_fields(tmp_path: Path, answered: bytes) -> None:
    """So it comes from every printer: the pages as they looked, and an empty list of fields or none."""
    for fields in (ArrayObject(), None):
        writer = PdfWriter(clone_from=PdfReader(BytesIO(answered)))
        if fields is None:
            del writer.root_object["/AcroForm"]
        else:
            writer.root_object["/AcroForm"][NameObject("/Fields")] = fields
        assert only(tmp_path, _bytes(writer)).why is Why.NO_FIELDS


def test_a_file_with_a_script_is_not_taken(tmp_path: Path, answered: bytes) -> None:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(answered)))
    script = DictionaryObject({NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("x")})
    writer.root_object[NameObject("/OpenAction")] = script

    assert only(tmp_path, _bytes(writer)).why is Why.ACTIVE


def test_a_file_with_a_file_in_it_is_not_taken(tmp_path: Path, answered: bytes) -> None:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(answered)))
    writer.add_attachment("run.exe", b"MZ")

    assert only(tmp_path, _bytes(writer)).why is Why.ACTIVE


@pytest.mark.parametrize("kind", ["/Launch", "/SubmitForm", "/ImportData"])
def test_a_file_that_would_do_something_is_not_taken(tmp_path: Path, answered: bytes, kind: str) -> None:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(answered)))
    action = DictionaryObject({NameObject("/S"): NameObject(kind), NameObject("/F"): TextStringObject("x")})
    writer.root_object["/AcroForm"]["/Fields"][1].get_object()[NameObject("/A")] = action

    assert only(tmp_path, _bytes(writer)).why is Why.ACTIVE


def test_ten_thousand_fields_are_too_many(tmp_path: Path, answered: bytes) -> None:
    began = time.thread_time()

    assert only(tmp_path, _with_fields(answered, 10_000)).why is Why.TOO_MUCH
    assert time.thread_time() - began < 5


def test_a_field_that_holds_itself_ends(tmp_path: Path, answered: bytes) -> None:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(answered)))
    fields = writer.root_object["/AcroForm"]["/Fields"]
    loop = writer._add_object(DictionaryObject({NameObject("/T"): TextStringObject("loop")}))
    loop.get_object()[NameObject("/Kids")] = ArrayObject([loop, loop])
    fields.append(loop)

    assert only(tmp_path, _bytes(writer)).why in (Why.DAMAGED, Why.TOO_MUCH)


def test_brackets_in_brackets_without_end_are_only_a_damaged_file(tmp_path: Path, answered: bytes) -> None:
    deep = answered.replace(b"/MarkInfo", b"/Deep " + b"[" * 50_000 + b"]" * 50_000 + b" /MarkInfo", 1)

    assert only(tmp_path, deep).why in (Why.DAMAGED, Why.TOO_MUCH)


def test_a_small_file_that_unpacks_to_a_huge_one_is_not_unpacked(tmp_path: Path) -> None:
    import tracemalloc
    import zlib

    packed = zlib.compress(bytes(400 * 1024 * 1024), 9)
    head = b"%PDF-1.7\n1 0 obj\n<</Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length "
    body = head + str(len(packed)).encode() + b">>\nstream\n" + packed + b"\nendstream\nendobj\n"
    rows = b"\x01\x00\x09\x00" + b"\x02\x00\x01\x00"
    at = len(body)
    xref = b"9 0 obj\n<</Type /XRef /W [1 2 1] /Index [1 1 5 1] /Size 10 /Root 5 0 R /Length 8>>\nstream\n" + rows
    tail = b"\nendstream\nendobj\nstartxref\n" + str(at).encode() + b"\n%%EOF"
    tracemalloc.start()
    why = only(tmp_path, body + xref + tail).why
    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert why is Why.DAMAGED
    assert most < 200 * 1024 * 1024


@pytest.mark.parametrize("filling", [b" ", b"1", b"<<", b"(", b"1 0 obj\n", b"trailer<<", b"startxref\n"])
def test_five_megabytes_of_nothing_do_not_hold_anybody_up(tmp_path: Path, filling: bytes) -> None:
    body = (filling * 5_000_000)[: 5 * 1024 * 1024 - 100]
    began = time.thread_time()

    assert only(tmp_path, b"%PDF-1.7\n" + body + b"\nstartxref\n9\n%%EOF").why in (Why.DAMAGED, Why.TOO_MUCH)
    assert time.thread_time() - began < 2 * SECONDS_A_FILE


def test_a_file_that_takes_too_long_is_put_aside(tmp_path: Path, answered: bytes) -> None:
    saved(tmp_path, "form.pdf", answered)
    ticks = iter(range(1_000_000))
    (file,) = read_returned(few(), [str(tmp_path)], (), clock=lambda: float(next(ticks))).files

    assert file.why is Why.TOO_MUCH


def test_a_form_is_not_turned_away_because_the_computer_was_busy_with_other_things(
    tmp_path: Path, answered: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved(tmp_path, "form.pdf", answered)
    hours = iter(range(0, 3_600_000_000, 3_600))
    monkeypatch.setattr(time, "monotonic", lambda: float(next(hours)))
    (file,) = build(os.environ).forms().read_returned(few(), [str(tmp_path)], ()).files

    assert file.why is None


def test_no_file_is_touched_and_the_order_of_files_says_nothing(tmp_path: Path, answered: bytes) -> None:
    for name in ("b.pdf", "A.pdf", "c.txt"):
        saved(tmp_path, name, answered if name != "c.txt" else b"x")
    before = {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in tmp_path.iterdir()}
    files = [str(tmp_path / name) for name in ("c.txt", "b.pdf", "A.pdf")]
    names = [each.name for each in read_returned(few(), files, (), clock=time.thread_time).files]

    assert names == ["A.pdf", "b.pdf", "c.txt"]
    assert {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in tmp_path.iterdir()} == before


def test_a_file_that_has_gone_is_named(tmp_path: Path) -> None:
    (file,) = read_returned(few(), [str(tmp_path / "gone.pdf")], (), clock=time.thread_time).files

    assert (file.name, file.why) == ("gone.pdf", Why.UNREADABLE)


def test_looking_tells_how_far_it_is_and_can_be_stopped(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []

    def progress(done: int, of: int) -> None:
        told.append((done, of))
        if done == 2:
            raise Cancelled

    for at in range(5):
        saved(tmp_path, f"{at}.pdf", b"x")
    with pytest.raises(Cancelled):
        read_returned(few(), [str(tmp_path)], (), progress, clock=time.thread_time)
    assert told == [(1, 5), (2, 5)]


def test_far_too_many_files_are_refused_as_one(tmp_path: Path) -> None:
    for at in range(2_001):
        (tmp_path / f"{at}.pdf").touch()
    with pytest.raises(Refused, match="Nothing was taken"):
        read(tmp_path)


def given_to_the_first(file: ReturnedFile) -> Answer | None:
    assert file.sheet is not None
    return file.sheet.response.answer(FEW.order[0])


def with_buttons(
    answers: Mapping[str, str],
    *,
    pressed: tuple[int, ...],
    value: PdfObject | None = None,
    options: tuple[str, ...] = (),
    without: int | None = None,
) -> bytes:
    """A filled form whose first question says ``value`` (as answered, where none) and has only ``pressed`` buttons."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(filled(few(), answers))))
    group = writer.root_object["/AcroForm"]["/Fields"][1].get_object()
    kids = [each.get_object() for each in group["/Kids"]]
    for at, kid in enumerate(kids):
        drawn = kid["/AP"]["/N"]
        state = next(each for each in drawn if each != "/Off")
        if options:
            drawn[NameObject(f"/{at}")] = dict.pop(drawn, state)
            state = f"/{at}"
        kid[NameObject("/AS")] = NameObject(state if at in pressed else "/Off")
    if options:
        group[NameObject("/Opt")] = ArrayObject(TextStringObject(each) for each in options)
    if value is not None:
        group[NameObject("/V")] = value
    if without is not None:
        del group["/Kids"][without]
    return _bytes(writer)


def _bytes(writer: PdfWriter) -> bytes:
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def _blank() -> PdfWriter:
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    return writer


def _with_fields(content: bytes, count: int) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(content)))
    fields = writer.root_object["/AcroForm"]["/Fields"]
    for at in range(count):
        field = DictionaryObject({NameObject("/FT"): NameObject("/Tx"), NameObject("/Ff"): NumberObject(0)})
        field[NameObject("/T")] = TextStringObject(f"extra{at}")
        fields.append(writer._add_object(field))
    return _bytes(writer)


def test_forms_of_both_languages_of_one_check_come_back_and_of_no_third(tmp_path: Path) -> None:
    german, french = (replace(FEW, language=each, frame=f"Frage auf {each}") for each in ("de", "fr"))
    check = few(translated={LEADER: german})
    leaders, others = check.read_by(LEADER), few(translated={LEADER: french}).read_by(LEADER)

    for each, why in ((leaders, None), (check, None), (others, Why.OTHER_VERSION)):
        file = only(tmp_path, filled(each, some_answers(each)), check)
        assert (file.why, file.perspective if file.sheet else None) == (why, None if why else each.perspective)
