"""What was edited is written where it stood; everything else in a file stays as somebody wrote it."""

from collections.abc import Callable
from dataclasses import replace
from difflib import ndiff
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.catalog.small_file import CARDS, SMALL
from trustcheck import assets
from trustcheck.catalog.as_written import as_far_as_it_goes, plain
from trustcheck.catalog.questionnaires import questionnaire_from
from trustcheck.catalog.rewriting import rewritten, says, written_anew
from trustcheck.catalog.yaml_text import load
from trustcheck.domain.questionnaire.fitting import what_does_not_fit
from trustcheck.domain.questionnaire.model import Definition, Item, Practice, Questionnaire

BY_HAND = (
    SMALL.replace("items:", CARDS.replace("items:\n", "# Our six questions\nitems:"), 1)
    .replace("  - id: ST2", "\n  # the one that hurts\n  - id:   ST2   # since May", 1)
    .replace("scale: [Never, Seldom, Often, Always]", "scale:\n  - Never\n  - 'Seldom'\n  - \"Often\"\n  - Always", 1)
    .replace("title: Our meetings", "title:   'Our meetings'     # as they are called", 1)
)


def read(text: str) -> Questionnaire:
    return questionnaire_from(load(text, "own.yaml"))


def changed_lines(before: str, after: str) -> list[str]:
    return [each.rstrip("\n") for each in ndiff(before.splitlines(), after.splitlines()) if each[:1] in "-+"]


def first(asked: Questionnaire, **changes: object) -> Questionnaire:
    return replace(asked, items=(replace(asked.items[0], **changes), *asked.items[1:]))  # type: ignore[arg-type]


@pytest.mark.parametrize("text", [SMALL, BY_HAND, BY_HAND.replace("\n", "\r\n"), SMALL.rstrip("\n")])
def test_a_file_in_which_nothing_changed_is_the_same_to_the_letter(text: str) -> None:
    assert rewritten(text, read(text)) == text


def test_the_shipped_files_are_the_same_to_the_letter_but_for_what_was_edited() -> None:
    text = assets.path("questionnaires/trust-and-openness/questionnaire.yaml").read_text(encoding="utf-8")
    asked = as_far_as_it_goes(load(text, ""))
    after = rewritten(text, first(asked, text="Leaders ask first."))
    assert [each[:9] for each in changed_lines(text, after)] == ["-     tex", "+     tex"]


def test_a_reworded_question_changes_its_own_line_and_keeps_its_quotes() -> None:
    asked = read(BY_HAND)
    other = replace(asked.items[1], text="{Leaders} come late.")
    after = rewritten(BY_HAND, replace(asked, items=(asked.items[0], other, asked.items[2])))
    assert changed_lines(BY_HAND, after) == [
        '-     text: "{Leaders} arrive late."',
        '+     text: "{Leaders} come late."',
    ]


def test_a_question_that_goes_leaves_the_comment_above_it_and_all_others() -> None:
    asked = read(BY_HAND)
    after = rewritten(BY_HAND, replace(asked, items=(asked.items[0], asked.items[2]), order=("ST1", "LI1")))
    assert [each for each in changed_lines(BY_HAND, after) if each.startswith("+")] == []
    assert "# the one that hurts" in after
    assert "ST2" not in after


def test_a_question_that_comes_stands_behind_the_one_before_it_and_before_what_is_said_of_the_next_part() -> None:
    text = SMALL.replace("practices:", "\n# What can be looked up\npractices:", 1)
    asked = read(text)
    own = Item("own-1", "", "Lunch: is warm.")
    after = rewritten(text, replace(asked, items=(*asked.items, own), order=(*asked.order, "own-1")))
    assert changed_lines(text, after) == ["+   - id: own-1", "+     theme: ''", "+     text: 'Lunch: is warm.'"]
    assert after.index("own-1") < after.index("# What can be looked up")


def test_comments_survive_an_edit_beside_them() -> None:
    asked = read(BY_HAND)
    after = rewritten(
        BY_HAND, replace(asked, title="Our talks", frame="Think of May.", scale=("a", "b", "c", "d", "e"))
    )
    for comment in ("# as they are called", "# Our six questions", "# the one that hurts", "# since May"):
        assert comment in after
    assert read(after).scale == ("a", "b", "c", "d", "e")


def test_what_is_said_before_comes_and_goes_beside_comments_that_stay() -> None:
    text = (
        SMALL
        + """
definitions:
  # Asked for by the board.
  - word: 'In public'
    text: where anybody reads it.
  - {word: Staff, text: everybody else.}

# Read out loud.
before:
  - Choose what fits.   # for the night shift
  - Nobody is named.
"""
    )
    asked = read(text)
    board = Definition("The board", "who meets.", "leader")
    after = rewritten(text, replace(asked, before=asked.before[1:], definitions=(*asked.definitions, board)))
    assert changed_lines(text, after) == [
        "+   - word: The board", "+     text: who meets.", "+     only: leader",
        "-   - Choose what fits.   # for the night shift",
    ]  # fmt: skip


def test_a_long_text_is_folded_and_read_as_the_one_sentence_it_is() -> None:
    words = "Somebody says so, and then says it once more in other words, until all of them are at the table: " * 2
    asked = first(read(SMALL), meaning=words.strip())
    after = rewritten(SMALL, asked)
    assert "meaning: >-" in after
    assert read(after) == asked
    assert max(map(len, after.splitlines())) <= 120


def test_an_empty_sheet_is_written_whole() -> None:
    asked = read(BY_HAND)
    assert read(rewritten("", asked)) == asked
    assert read(written_anew(plain(asked))) == asked


def test_what_is_only_begun_is_kept_as_it_is() -> None:
    asked = replace(first(read(SMALL), text=""), title="", themes=(), pulse=("nobody",))
    after = rewritten(SMALL, asked)
    assert as_far_as_it_goes(load(after, "")) == asked


_WORDS = (
    st.one_of(
        st.sampled_from(
            [
                "no",
                "true",
                "1.10",
                "null",
                "~",
                "- a",
                "a: b",
                "#x",
                "{they}",
                "'",
                '"',
                "[a]",
                "2024-01-01",
                "&a",
                "*a",
                "!a",
                "%",
                "@",
                ">",
                "|",
            ]
        ),
        st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=120),
    )
    .map(lambda words: " ".join(words.split()))
    .filter(bool)
)
Step = Callable[[Questionnaire, st.DataObject], Questionnaire]


def _reword(asked: Questionnaire, data: st.DataObject) -> Questionnaire:
    at = data.draw(st.integers(0, len(asked.items) - 1))
    item = replace(asked.items[at], text=data.draw(_WORDS), meaning=data.draw(_WORDS), reverse=data.draw(st.booleans()))
    return replace(asked, items=(*asked.items[:at], item, *asked.items[at + 1 :]))


def _add(asked: Questionnaire, data: st.DataObject) -> Questionnaire:
    theme = data.draw(st.sampled_from(["", *asked.theme_by_id]))
    own = Item(f"N{len(asked.items)}-{data.draw(st.integers(0, 999))}", theme, data.draw(_WORDS))
    if own.id in asked.item_by_id:
        return asked
    at = data.draw(st.integers(0, len(asked.items)))
    return replace(asked, items=(*asked.items[:at], own, *asked.items[at:]), order=(*asked.order, own.id))


def _drop(asked: Questionnaire, data: st.DataObject) -> Questionnaire:
    if len(asked.items) < 2:
        return asked
    gone = data.draw(st.sampled_from(asked.items))
    return replace(
        asked,
        items=tuple(each for each in asked.items if each is not gone),
        order=tuple(each for each in asked.order if each != gone.id),
    )


def _reorder(asked: Questionnaire, data: st.DataObject) -> Questionnaire:
    return replace(
        asked,
        items=tuple(data.draw(st.permutations(asked.items))),
        order=tuple(data.draw(st.permutations(asked.order))),
        themes=tuple(data.draw(st.permutations(asked.themes))),
    )


def _facts(asked: Questionnaire, data: st.DataObject) -> Questionnaire:
    number = data.draw(st.integers(0, 3))
    return replace(asked, practices=tuple(Practice(f"F{at}", "ST", data.draw(_WORDS)) for at in range(number)))


def _words(asked: Questionnaire, data: st.DataObject) -> Questionnaire:
    token = replace(asked.tokens[0], staff=data.draw(_WORDS))
    scale = tuple(f"{data.draw(_WORDS)} {at}"[-100:] for at in range(data.draw(st.integers(4, 7))))
    cuts = data.draw(st.sampled_from([(37.5, 62.5, 87.5), (10.0, 20.0, 30.5)]))
    return replace(asked, title=data.draw(_WORDS), tokens=(token,), scale=scale, cuts=cuts)


def _cards(asked: Questionnaire, data: st.DataObject) -> Questionnaire:
    cards = [
        replace(each, next=tuple(replace(one, text=data.draw(_WORDS)) for one in each.next)) for each in asked.scenarios
    ]
    return replace(asked, scenarios=tuple(cards) if data.draw(st.booleans()) else ())


def _before(asked: Questionnaire, data: st.DataObject) -> Questionnaire:
    kept = data.draw(st.lists(st.sampled_from(asked.before), max_size=3)) if asked.before else []
    said = (*kept, *data.draw(st.lists(_WORDS, max_size=2)))
    defined = (*asked.definitions[1:], Definition(data.draw(_WORDS), data.draw(_WORDS)))
    return replace(asked, before=tuple(data.draw(st.permutations(said))), definitions=defined)


STEPS: tuple[Step, ...] = (_reword, _add, _drop, _reorder, _facts, _words, _cards, _before)


@given(data=st.data(), text=st.sampled_from([SMALL, BY_HAND]))
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_whatever_is_edited_is_read_again_as_it_was_meant(data: st.DataObject, text: str) -> None:
    asked = read(text)
    for step in data.draw(st.lists(st.sampled_from(STEPS), min_size=1, max_size=4)):
        asked = step(asked, data)
        text = rewritten(text, asked)
        assert says(text) == plain(asked)
        found = load(text, "")
        assert not found.mistakes
        if what_does_not_fit(asked) == "" and "{" not in str(asked.items) + str(asked.scenarios):
            assert read(text) == asked


def test_reading_leniently_is_reading(own_file: Path) -> None:
    assert as_far_as_it_goes(load(SMALL, str(own_file))) == read(SMALL)
