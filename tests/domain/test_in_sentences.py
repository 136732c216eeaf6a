"""Names and labels as a sentence wants them."""

import pytest

from trustcheck.words.sentences import in_a_row, lowered, quoted


@pytest.mark.parametrize(
    ("names", "words"),
    [([], ""), (["Good intent"], "Good intent"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C")],
)
def test_names_stand_in_a_row(names: list[str], words: str) -> None:
    assert in_a_row(names) == words


@pytest.mark.parametrize(("label", "words"), [("Now and Then", "now and Then"), ("I never do", "I never do"), ("", "")])
def test_a_label_in_a_sentence_loses_its_first_capital_alone(label: str, words: str) -> None:
    assert lowered(label) == words
    assert quoted(label) == f"\u201c{words}\u201d"
