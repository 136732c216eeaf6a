"""Whatever is done to the shipped file's text, it ends as a questionnaire or as mistakes that name their place."""

from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trustcheck import assets
from trustcheck.catalog.document import Document, QuestionnaireMistakes
from trustcheck.catalog.questionnaires import questionnaire_from
from trustcheck.catalog.yaml_text import load
from trustcheck.domain.questionnaire.model import Questionnaire

Path = tuple[str | int, ...]

TEXT = assets.path("questionnaires", "trust-and-openness", "questionnaire.yaml").read_text("utf-8")
LINES = TEXT.splitlines(keepends=True)
MARKS = ["", " ", "\n", ":", ": ", "- ", "[", "]", "{", "}", '"', "'", "&a ", "*a", "!!int ", "#", "|", ">", "\t", "? "]
STARTS = ["---\n", "...\n", "%", "@", "<<: ", "items:", "id: GI1", "order: []\n", "  "]
VALUES = ["true", "null", "~", "1", "-1", "1e9", ".inf", "\u2028", "é", "\ufeff", "\\0", '"\\ud800"']
PIECES = st.sampled_from([*MARKS, *STARTS, *VALUES])
PLACE = st.integers(0, len(TEXT))
CUT = st.tuples(PLACE, st.integers(0, 40), PIECES)
SWAP = st.tuples(st.integers(0, len(LINES) - 1), st.integers(0, len(LINES) - 1))


PATHS = sorted((path for path in load(TEXT, "").places if path), key=str)
ODD = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.sampled_from(["", "GI1", "GI", "{leaders", "{x}"]),
    lambda inside: st.lists(inside, max_size=5) | st.dictionaries(st.sampled_from(["id", "theme", "x"]), inside),
    max_leaves=6,
)


def outcome(text: str) -> Questionnaire | None:
    return outcome_of(load(text, "spoilt.yaml"), text)


def outcome_of(document: Document, text: str) -> Questionnaire | None:
    """The questionnaire, or nothing where it was refused as it should be; any other end fails the test."""
    try:
        return questionnaire_from(document)
    except QuestionnaireMistakes as wrong:
        mistakes = wrong.mistakes
    assert mistakes
    lines = text.count("\n") + text.count("\u2028") + 2
    assert all(each.file == "spoilt.yaml" and 0 <= each.line <= lines and each.sentence for each in mistakes)
    return None


def test_the_text_as_it_is_gives_the_questionnaire() -> None:
    questionnaire = outcome(TEXT)
    assert questionnaire is not None
    assert len(questionnaire.items) == 40


@given(st.lists(CUT, min_size=1, max_size=4))
def test_characters_cut_and_put_in_anywhere(cuts: list[tuple[int, int, str]]) -> None:
    text = TEXT
    for place, length, piece in cuts:
        text = text[:place] + piece + text[place + length :]
    outcome(text)


@given(st.lists(SWAP, min_size=1, max_size=4))
def test_lines_that_change_places(swaps: list[tuple[int, int]]) -> None:
    lines = list(LINES)
    for one, other in swaps:
        lines[one], lines[other] = lines[other], lines[one]
    outcome("".join(lines))


@given(st.lists(st.tuples(st.sampled_from(PATHS), ODD), min_size=1, max_size=3))
def test_any_value_in_any_place(changes: list[tuple[Path, object]]) -> None:
    document = load(TEXT, "spoilt.yaml")
    for path, value in changes:
        put(document.data, path, value)
    outcome_of(document, TEXT)


def put(data: Any, path: Path, value: object) -> None:
    """Put ``value`` at ``path``, unless an earlier change took the way there."""
    for step in path[:-1]:
        if not isinstance(data, (dict, list)) or (isinstance(data, list) and not isinstance(step, int)):
            return
        try:
            data = data[cast("Any", step)]
        except (KeyError, IndexError):
            return
    if isinstance(data, dict) or (isinstance(data, list) and isinstance(path[-1], int) and path[-1] < len(data)):
        data[cast("Any", path[-1])] = value


@given(st.integers(0, len(LINES)))
def test_a_file_that_ends_too_soon(end: int) -> None:
    outcome("".join(LINES[:end]))


@given(st.text(max_size=200))
def test_any_text_at_all(text: str) -> None:
    outcome(text)


@pytest.mark.long
@given(st.lists(CUT, min_size=1, max_size=12), st.lists(SWAP, max_size=6))
def test_much_harm_at_once(cuts: list[tuple[int, int, str]], swaps: list[tuple[int, int]]) -> None:
    lines = list(LINES)
    for one, other in swaps:
        lines[one], lines[other] = lines[other], lines[one]
    text = "".join(lines)
    for place, length, piece in cuts:
        text = text[:place] + piece + text[place + length :]
    outcome(text)
