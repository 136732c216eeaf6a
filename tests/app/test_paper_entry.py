"""Typing in paper: one key an answer, a caret that moves on, totals, and a second reading that finds differences."""

from dataclasses import replace

import pytest

from tests.builders import questionnaire
from tests.forms import setup
from trustcheck.app.answering.beside import guesses_asked
from trustcheck.app.collecting.form_identity import ALPHABET
from trustcheck.app.collecting.paper_entry import AfterQuestions, Difference, PaperEntry, code_to_type
from trustcheck.app.ports import Refused
from trustcheck.domain.checks.group_round import Sheet
from trustcheck.domain.questionnaire.answers import Answer, SaidBeside
from trustcheck.domain.questionnaire.model import Form, Perspective

FORTY = questionnaire({"people": {"A": 20}, "openness": {"B": 20}})
FOUR = questionnaire({"people": {"A": 4}})


def typed(keys: str, entry: PaperEntry | None = None) -> PaperEntry:
    entry = entry or PaperEntry.begin(FOUR, Form.FULL, Perspective.STAFF, "CDF")
    for key in keys:
        entry = entry.typed(key)
    return entry


def test_one_key_answers_one_question_and_the_caret_moves_on() -> None:
    entry = typed("42")

    assert (entry.marks, entry.at) == (("4", "2", "", ""), 2)


def test_every_kind_of_answer_has_its_key() -> None:
    entry = typed("50N?")

    assert entry.is_whole
    assert dict(entry.sheet().response.answers) == {
        "A1": Answer(5),
        "A2": Answer.DONT_KNOW,
        "A3": Answer.NOT_APPLICABLE,
    }


def leaders_form(before: Sheet | None = None) -> PaperEntry:
    guesses = guesses_asked(FOUR, replace(setup(), guesses=True), Perspective.LEADER)
    return PaperEntry.begin(FOUR, Form.FULL, Perspective.LEADER, "CDF", before, AfterQuestions(guesses=guesses))


def test_guesses_are_typed_after_the_questions_and_consent_is_read_from_the_first_page() -> None:
    entry = typed("4444", leaders_form())
    assert (entry.at, entry.is_whole, entry.section.number) == (4, False, 5)
    assert entry.wording(4).startswith("Staff will answer.")
    assert entry.typed("0") == entry.typed("n") == entry
    sheet = entry.typed("2").agree(agreed=True).sheet()

    assert sheet.response.beside == SaidBeside(dots=True, guesses={"A": 2})
    assert typed("4444?", leaders_form()).sheet().response.beside == SaidBeside()
    again = typed("44443", leaders_form(sheet))
    assert again.agreed
    assert again.differences() == (Difference(5, "2", "3"),)


def test_a_blank_is_an_unclear_mark_too() -> None:
    assert typed(" ").marks[0] == "?"


@pytest.mark.parametrize("key", ["6", "9", "x", "", "\t", "é", "12"])
def test_a_key_that_means_nothing_changes_nothing(key: str) -> None:
    entry = typed("4")

    assert entry.typed(key) == entry


def test_behind_the_last_question_nothing_more_is_typed() -> None:
    assert typed("12345").marks == ("1", "2", "3", "4")


def test_going_back_lets_a_key_replace_what_stands_there() -> None:
    entry = typed("42").back()

    assert entry.at == 1
    assert typed("5", entry).marks == ("4", "5", "", "")
    assert typed("").back().at == 0


def test_the_parts_say_how_much_of_each_is_typed() -> None:
    entry = typed("1" * 13, PaperEntry.begin(FORTY, Form.FULL, Perspective.STAFF, "CDF"))

    assert [(part.typed, part.length, part.is_whole) for part in entry.sections] == [
        (10, 10, True),
        (3, 10, False),
        (0, 10, False),
        (0, 10, False),
    ]
    assert entry.section.number == 2


def test_everything_is_read_back_in_groups_of_four() -> None:
    entry = typed("4250n3" + "1" * 34, PaperEntry.begin(FORTY, Form.FULL, Perspective.STAFF, "CDF"))

    assert entry.read_back()[:3] == ("4250", "n311", "1111")
    assert len(entry.read_back()) == 10


def test_the_sheet_carries_code_view_and_notes() -> None:
    entry = typed("1234").note("A2", "  Once we did.  ").note("A3", "x").note("A3", "")
    sheet = entry.sheet()

    assert (sheet.code, sheet.response.perspective) == ("CDF", Perspective.STAFF)
    assert dict(sheet.notes) == {"A2": "Once we did."}


def test_a_form_on_which_somebody_wrote_but_ticked_nothing_is_kept() -> None:
    entry = typed("????").note("A1", "We never hear.")

    assert dict(entry.sheet().notes) == {"A1": "We never hear."}


def test_a_note_is_cut_at_five_hundred_characters() -> None:
    assert len(typed("1234").note("A1", "x" * 900).notes["A1"]) == 500


@pytest.mark.parametrize("keys", ["123", "????"])
def test_a_form_that_is_not_whole_or_empty_is_not_kept(keys: str) -> None:
    with pytest.raises(Refused):
        typed(keys).sheet()


def test_a_second_reading_names_every_difference() -> None:
    first = typed("42?n").sheet()
    again = PaperEntry.begin(FOUR, Form.FULL, Perspective.STAFF, "CDF", before=first)

    assert typed("42?n", again).differences() == ()
    assert typed("435", again).differences() == (Difference(2, "2", "3"), Difference(3, "?", "5"))


def test_a_second_reading_keeps_the_notes_of_the_first() -> None:
    first = typed("1234").note("A1", "Once.").sheet()

    assert dict(PaperEntry.begin(FOUR, Form.FULL, Perspective.STAFF, "CDF", first).notes) == {"A1": "Once."}


def test_a_code_is_taken_in_small_letters_too() -> None:
    assert code_to_type(" cdf ", (), again=False) == "CDF"


@pytest.mark.parametrize("typed_code", ["", "CD", "CDFG", "C0F", "ABC", "ÇDF"])
def test_what_is_no_code_is_refused_kindly(typed_code: str) -> None:
    with pytest.raises(Refused, match="not a code of ours"):
        code_to_type(typed_code, (), again=False)


def test_a_code_that_was_taken_is_refused_and_offered_to_be_checked() -> None:
    with pytest.raises(Refused, match="is in already"):
        code_to_type("CDF", {"CDF"}, again=False)
    assert code_to_type("CDF", {"CDF"}, again=True) == "CDF"


def test_only_a_form_that_is_in_can_be_checked_again() -> None:
    with pytest.raises(Refused, match="is in yet"):
        code_to_type("CDF", (), again=True)


def test_no_sign_of_a_code_is_taken_for_another() -> None:
    assert not set("01258IOSZBULAEU") & set(ALPHABET)
