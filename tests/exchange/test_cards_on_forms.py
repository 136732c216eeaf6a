"""Scenario cards on forms: printed behind the questions, filled in on a screen, typed in from paper, and read back."""

import time
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.drill import with_cards
from tests.forms import FEW, filled, order, saved
from trustcheck.app.collecting.form_identity import digest_of
from trustcheck.app.collecting.forms import FormOrder
from trustcheck.app.collecting.paper_entry import AfterQuestions, Difference, PaperEntry
from trustcheck.app.collecting.returned_forms import ReturnedFile, Why
from trustcheck.domain.questionnaire.model import Form, Perspective
from trustcheck.exchange.forms.returned import read_returned
from trustcheck.report.forms.fillable import make_fillable_form, make_paper_forms

LEADER, STAFF = Perspective.LEADER, Perspective.STAFF
ASKED = with_cards(FEW)


def with_drill(perspective: Perspective = STAFF, *, drill: bool = True) -> FormOrder:
    return order(perspective, asks=ASKED, drill=drill)


def came_back(folder: Path, of: FormOrder, values: dict[str, str]) -> ReturnedFile:
    saved(folder, "form.pdf", filled(of, values))
    (file,) = read_returned(of, [str(folder)], (), clock=time.thread_time).files
    return file


def words(content: bytes) -> str:
    return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(content)).pages)


def test_a_form_asks_the_cards_behind_the_questions_in_the_words_of_its_view() -> None:
    said = words(make_paper_forms(with_drill(LEADER), ["CDF"]).pdf)

    assert said.index("8 ") < said.index("what would really happen?")
    assert "9 A memo leaks." in said
    assert "We leaders do thing 0." in said
    assert "Ten questions" in said
    assert "A memo leaks." not in words(make_paper_forms(with_drill(drill=False), ["CDF"]).pdf)


def test_a_form_that_can_be_filled_in_has_a_choice_for_each_card_and_a_way_to_take_it_back() -> None:
    fields = PdfReader(BytesIO(make_fillable_form(with_drill(), "CDFGHJKM"))).get_fields()
    assert fields is not None
    assert set(fields["memo"]["/_States_"]) == {"/1", "/2", "/3", "/4", "/5", "/blank", "/Off"}
    assert set(fields["review"]["/_States_"]) == {"/1", "/2", "/3", "/4", "/blank", "/Off"}


def test_what_was_picked_comes_back_as_the_rung_of_the_card(tmp_path: Path) -> None:
    file = came_back(tmp_path, with_drill(), {"A1": "4", "memo": "1", "review": "4"})

    assert (file.why, file.remarks) == (None, ())
    assert file.sheet is not None
    assert dict(file.sheet.response.beside.drill) == {"memo": 0, "review": 4}


def test_a_form_with_cards_alone_is_taken_and_one_that_was_taken_back_is_empty(tmp_path: Path) -> None:
    assert came_back(tmp_path, with_drill(), {"memo": "2"}).why is None
    assert came_back(tmp_path, with_drill(), {"memo": "blank"}).why is Why.EMPTY


def test_cards_that_the_check_does_not_ask_are_left_out_by_name(tmp_path: Path) -> None:
    saved(tmp_path, "form.pdf", filled(with_drill(), {"A1": "4", "memo": "1"}))
    (file,) = read_returned(with_drill(drill=False), [str(tmp_path)], (), clock=time.thread_time).files

    assert file.sheet is not None
    assert dict(file.sheet.response.beside.drill) == {}
    assert any("“memo”" in each for each in file.remarks)


def test_a_form_of_other_cards_is_another_version_and_questions_alone_keep_their_mark() -> None:
    assert digest_of(ASKED) != digest_of(FEW)
    assert digest_of(FEW) == "c254b31fe4a089ba"


def typed(keys: str, entry: PaperEntry) -> PaperEntry:
    for key in keys:
        entry = entry.typed(key)
    return entry


def blank() -> PaperEntry:
    return PaperEntry.begin(ASKED, Form.FULL, STAFF, "CDF", after=AfterQuestions(ASKED.scenarios))


def test_paper_is_typed_in_to_the_last_card_one_key_each() -> None:
    entry = typed("44444444" + "1?", blank())

    assert entry.is_whole
    assert [(each.start, each.length) for each in entry.sections][-1] == (8, 2)
    assert entry.wording(8) == "A memo leaks."
    assert dict(entry.sheet().response.beside.drill) == {"memo": 0}
    assert len(entry.sheet().response.answers) == 8


@pytest.mark.parametrize("key", ["0", "n", "6"])
def test_a_key_that_means_nothing_on_a_card_changes_nothing(key: str) -> None:
    entry = typed("44444444", blank())
    assert entry.typed(key) == entry


def test_a_second_reading_finds_another_pick() -> None:
    first = typed("4444444414", blank()).sheet()
    again = PaperEntry.begin(ASKED, Form.FULL, STAFF, "CDF", first, after=AfterQuestions(ASKED.scenarios))

    assert typed("444444442?", again).differences() == (Difference(9, "1", "2"), Difference(10, "4", "?"))
