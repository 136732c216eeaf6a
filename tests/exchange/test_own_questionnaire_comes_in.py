"""Sheets of an own questionnaire, in either of its languages, come back as PDF forms and as tables."""

import time
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.exchange.tables import BOTH, TABLES, workbook
from tests.forms import filled, order, saved
from tests.own_questionnaire import own, own_in_german
from trustcheck.app.collecting.tables import LookedThrough
from trustcheck.domain.questionnaire.model import Perspective, Questionnaire
from trustcheck.exchange.forms.returned import read_returned

GIVEN = {"TI1": 5, "TI2": 1, "FA1": 4, "FA2": -1, "QU1": 2, "QU2": -2}


@pytest.fixture(params=["en-GB", "de"], scope="module")
def asked(request: pytest.FixtureRequest) -> Questionnaire:
    return {"en-GB": own, "de": own_in_german}[request.param]()


def test_a_pdf_form_asks_it_and_gives_every_answer_back(asked: Questionnaire, tmp_path: Path) -> None:
    of = order(asks=asked)
    states = {item_id: {-1: "dk", -2: "na"}.get(code, str(code)) for item_id, code in GIVEN.items()}
    form = saved(tmp_path, "form.pdf", filled(of, states))

    words = " ".join(" ".join(page.extract_text() for page in PdfReader(form).pages).split())
    assert asked.wording("QU2", Perspective.STAFF) in words
    assert asked.scale[4] in words
    (file,) = read_returned(of, [str(tmp_path)], (), clock=time.thread_time).files
    assert (file.why, file.answered, file.asked, file.remarks) == (None, 6, 6, ())
    assert file.sheet is not None
    assert {item_id: answer.code for item_id, answer in file.sheet.response} == GIVEN


def looked_through(asked: Questionnaire, file: Path) -> LookedThrough:
    table = TABLES.read(str(file))
    return TABLES.look_through(table, TABLES.plan(table, BOTH, asked), BOTH, asked)


def test_a_table_of_points_or_of_its_own_words_is_taken(asked: Questionnaire, tmp_path: Path) -> None:
    file = tmp_path / "answers.xlsx"
    told = {-1: "dk", -2: "na"}
    points = [told.get(each, each) for each in GIVEN.values()]
    words = [told[each] if each in told else asked.scale[each - 1] for each in GIVEN.values()]
    file.write_bytes(workbook([["perspective", *GIVEN], ["staff", *points], ["leader", *words]]))

    found = looked_through(asked, file)
    assert found.preview.waiting == ()
    sheets = {each.response.perspective: {key: one.code for key, one in each.response} for each in found.sheets}
    assert sheets == {Perspective.STAFF: GIVEN, Perspective.LEADER: GIVEN}


def test_a_table_headed_by_its_questions_is_understood_and_its_ends_told_in_its_words(
    asked: Questionnaire, tmp_path: Path
) -> None:
    file = tmp_path / "answers.xlsx"
    head = [asked.wording(each, Perspective.STAFF) for each in GIVEN]
    file.write_bytes(workbook([["perspective", *head], ["staff", 5, 1, 4, 2, 2, 3]]))

    found = looked_through(asked, file)
    (ends,) = found.preview.decisions
    assert ends.choices[0].words == f"1 is read as \u201c{asked.scale[0]}\u201d, 5 as \u201c{asked.scale[4]}\u201d"
    (sheet,) = found.sheets
    assert [one.code for _key, one in sheet.response] == [5, 1, 4, 2, 2, 3]
