"""Responses kept as one array are the same responses, one by one."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import builders
from trustcheck.domain.checks.coded_sheets import CodedSheets
from trustcheck.domain.checks.group_round import Sheet
from trustcheck.domain.questionnaire.answers import Answer, Response
from trustcheck.domain.questionnaire.coded_responses import VIEWS, CodedResponses, from_columns
from trustcheck.domain.questionnaire.model import Form, Perspective
from trustcheck.domain.statistics.group_answers import coded, coded_by_perspective
from trustcheck.domain.statistics.scoring import codes

ASKED = builders.questionnaire()
ITEMS = tuple(item.id for item in ASKED.items)
CODES = st.sampled_from([-2, -1, 0, 1, 2, 3, 4, 5])
SHEETS = st.lists(st.tuples(st.sampled_from(VIEWS), st.lists(CODES, min_size=len(ITEMS), max_size=len(ITEMS))))


def plain(perspective: Perspective, row: list[int], items: tuple[str, ...] = ITEMS) -> Response:
    answers = {item: Answer(code) for item, code in zip(items, row, strict=True) if code}
    return Response(perspective, Form.FULL, answers)


def as_array(sheets: list[tuple[Perspective, list[int]]], items: tuple[str, ...] = ITEMS) -> CodedResponses:
    rows = np.array([row for _view, row in sheets], dtype=np.int8).reshape(len(sheets), len(items))
    return CodedResponses(Form.FULL, items, rows, np.array([VIEWS.index(view) for view, _row in sheets], dtype=np.int8))


@given(SHEETS)
def test_each_response_is_the_one_that_was_given(sheets: list[tuple[Perspective, list[int]]]) -> None:
    kept, wanted = as_array(sheets), [plain(*each) for each in sheets]

    assert list(kept) == wanted
    assert [kept[at] for at in range(len(kept))] == wanted
    assert kept == wanted
    assert kept[1:] == wanted[1:]
    assert kept.in_order(range(len(kept) - 1, -1, -1)) == wanted[::-1]
    assert [each.response for each in CodedSheets(kept)] == wanted
    assert {each: kept.number(each) for each in VIEWS} == {
        each: sum(one.perspective is each for one in wanted) for each in VIEWS
    }


@given(SHEETS)
def test_what_statistics_are_made_from_is_the_same_either_way(sheets: list[tuple[Perspective, list[int]]]) -> None:
    kept, wanted = as_array(sheets), [plain(*each) for each in sheets]
    names = [each.perspective.value for each in wanted]
    straight, own = coded(wanted, names, ASKED, Form.FULL), coded_by_perspective(kept, ASKED, Form.FULL)

    assert np.array_equal(codes(kept, ASKED), codes(wanted, ASKED))
    assert np.array_equal(own.given, straight.given)
    assert np.array_equal(own.view, straight.view)
    assert own.views == straight.views


def test_items_stand_in_whatever_order_somebody_needs_and_an_unknown_one_counts_as_skipped() -> None:
    kept = as_array([(Perspective.STAFF, [4, 2])], ("A2", "A1"))

    assert kept.codes_of(("A1", "Z9", "A2")).tolist() == [[2, 0, 4]]
    assert kept != as_array([(Perspective.STAFF, [4, 3])], ("A2", "A1"))


def test_rows_of_a_table_come_in_the_order_that_was_drawn_for_them() -> None:
    columns = {"A1": bytes([5, 0, 254]), "A2": bytes([1, 2, 3])}
    kept = CodedSheets(from_columns(Form.PULSE, columns, bytes([0, 1, 1]), [2, 0]))

    assert list(kept) == [
        Sheet(Response(VIEWS[1], Form.PULSE, {"A1": Answer.NOT_APPLICABLE, "A2": Answer(3)})),
        Sheet(Response(VIEWS[0], Form.PULSE, {"A1": Answer(5), "A2": Answer(1)})),
    ]


def test_a_point_above_the_scale_is_refused_as_ever() -> None:
    with pytest.raises(ValueError, match="lies above the scale"):
        codes(as_array([(Perspective.STAFF, [7] * len(ITEMS))]), ASKED)
