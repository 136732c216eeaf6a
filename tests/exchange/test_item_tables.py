"""A table of questions comes in whole, or with every mistake named."""

from pathlib import Path

import pytest

from tests.group_builders import shipped
from trustcheck.app.authoring.item_table import taken_in
from trustcheck.exchange.tables.item_tables import ItemTableFiles

FILES = ItemTableFiles()
GOOD = """theme,question,reverse,example
GI,People here are asked first.,,Somebody asks before the rule is made.
,The canteen is full at noon.,no,
good intent,"People here are shouted at, in front of others.",YES,
"""


def table(folder: Path, text: str, name: str = "questions.csv") -> str:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return str(file)


def test_rows_become_questions_of_their_theme_or_beside_all(tmp_path: Path) -> None:
    found = taken_in(shipped(), FILES.read(table(tmp_path, GOOD)), ())
    assert found.mistakes == ()
    assert [(each.id, each.theme, each.reverse) for each in found.added] == [
        ("GI5", "GI", False),
        ("own-1", "", False),
        ("GI6", "GI", True),
    ]
    assert found.asked.order[-3:] == ("GI5", "own-1", "GI6")
    assert [each.id for each in found.asked.items_of("GI")][-2:] == ["GI5", "GI6"]


def test_columns_may_stand_in_any_order(tmp_path: Path) -> None:
    found = FILES.read(table(tmp_path, "Question;Theme\nIt rains.;GI\n"))
    assert (found.rows[0].question, found.rows[0].theme) == ("It rains.", "GI")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("question\nIt rains.\n", "The column theme is missing."),
        ("theme,question,colour\nGI,It rains.,red\n", "The column colour is not known."),
        ("theme,question,question\nGI,It,rains\n", "The column question stands there twice."),
        ("theme,question\nXX,It rains.\n", "Line 2: There is no theme called XX."),
        ("theme,question\nGI,\n", "Line 2: The question is empty."),
        ("theme,question,reverse\nGI,It rains.,maybe\n", "Line 2: Write yes or no under reverse"),
        ("theme,question\n", "There is no question in this table."),
    ],
)
def test_every_mistake_is_named_and_nothing_comes_in(tmp_path: Path, text: str, said: str) -> None:
    found = taken_in(shipped(), FILES.read(table(tmp_path, text)), ())
    assert any(each.startswith(said) for each in found.mistakes), found.mistakes
    assert found.asked == shipped()


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_template_is_understood_and_empty(tmp_path: Path, kind: str) -> None:
    file = tmp_path / f"template.{kind}"
    file.write_bytes(FILES.template(kind))
    found = FILES.read(str(file))
    assert (found.rows, found.mistakes) == ((), ())
    assert FILES.template(kind) == FILES.template(kind)
