"""What a reader finds in one person's report."""

from dataclasses import replace

import pytest

from tests.report.portraits import (
    A4,
    LETTER,
    WITH_QUESTIONS,
    answering,
    library,
    library_round,
    noting,
    pulse,
    questionnaire,
    saying,
    unanswered,
    with_facts,
    without_facts,
)
from tests.report.reading import bookmarks_of, pages_of, squeezed, words_of
from trustcheck import __version__
from trustcheck.app.portraits.result import result_of
from trustcheck.app.ports import Report, ReportOptions
from trustcheck.domain.questionnaire.answers import Answer
from trustcheck.domain.questionnaire.model import Form
from trustcheck.domain.statistics.points import whole
from trustcheck.report.maker import make_report


@pytest.fixture(scope="module")
def report() -> Report:
    return make_report(library(), A4)


@pytest.mark.parametrize("options", [A4, LETTER])
def test_one_person_s_report_has_six_to_eight_pages(options: ReportOptions) -> None:
    assert 6 <= make_report(library(), options).pages <= 8


def test_no_page_is_blank(report: Report) -> None:
    assert all(len(page) > 100 for page in pages_of(report.pdf))


def test_the_story_is_the_title_of_the_page_that_stands_alone(report: Report) -> None:
    second = pages_of(report.pdf)[1]

    assert second.startswith("ON ONE PAGE " + library().story.sentence)
    assert "Start here" in second
    assert "How to read this: 0 is" in second


def test_every_theme_stands_with_its_score_and_band_text(report: Report) -> None:
    words = words_of(report.pdf)
    for theme in library().themes:
        assert theme.score is not None
        assert f"{theme.theme.name} {whole(theme.score)} of 100" in words
        assert squeezed(theme.band_text) in words


def test_no_score_stands_on_the_cover_and_the_overall_number_not_on_the_first_pages(report: Report) -> None:
    result = library()
    assert result.overall is not None
    overall = f"{whole(result.overall)} of 100, the mean of the pillars"
    first, second, third, *_ = pages_of(report.pdf)

    assert "of 100" not in first
    assert "self-portrait, not a verdict" in first
    assert overall not in second
    assert overall in third


def test_the_disclosure_stands_word_for_word_with_the_version(report: Report) -> None:
    words = (
        f"TrustCheck {__version__} is a structured conversation aid. Its items were written for this project and have"
        " not yet been validated. There are no norms. Scores describe answers, not facts about people. Differences"
        " within the margins shown are not meaningful. Do not use it to judge individuals."
    )

    assert words in pages_of(report.pdf)[2]


def test_the_refused_uses_and_the_questionnaire_s_version_are_named(report: Report) -> None:
    third = pages_of(report.pdf)[2]

    for use in ("appraisal", "pay", "dismissal", "ranking people, managers or teams", "who is critical"):
        assert use in third
    assert "(trust-and-openness), version 1.1.0" in third


def test_every_fact_stands_with_its_evidence(report: Report) -> None:
    words = words_of(report.pdf)
    for fact in library().facts:
        assert squeezed(fact.practice.text) in words
        if fact.given and fact.given.evidence:
            assert squeezed(fact.given.evidence) in words


def test_the_first_steps_say_why_and_what_to_do(report: Report) -> None:
    words = words_of(report.pdf)
    for proposal in library().proposals:
        assert squeezed(proposal.reasons[0].sentence) in words
        first = proposal.suggestions[0]
        for text in (first.title, first.this_week, first.thirty_days, first.notice, first.ask, first.source):
            assert squeezed(text) in words
        assert f"Evidence {first.evidence}" in words
    assert words.count("A sign to look for, not a promise.") == 1
    assert "If this does not match what you know, ask before you act." in words


def test_the_promise_is_kept_in_the_person_s_own_words(report: Report) -> None:
    (promise,) = library().round.promises

    assert squeezed(promise.text) in words_of(report.pdf)
    assert "20 October 2026" in words_of(report.pdf)


def test_notes_are_printed_only_where_the_person_wants_them() -> None:
    result = noting({"GI1": "A note about the boiler room."})

    assert "boiler room" in words_of(make_report(result, A4).pdf)
    assert "boiler room" not in words_of(make_report(result, replace(A4, with_notes=False)).pdf)


def test_every_question_is_printed_with_its_answer_where_asked_for() -> None:
    words = words_of(make_report(library(), WITH_QUESTIONS).pdf)

    for theme in library().themes:
        for item in theme.items:
            assert f"{squeezed(item.wording)} {item.words} {theme.theme.name}" in words


def test_the_outline_of_the_file_leads_to_every_section_and_theme(report: Report) -> None:
    entries = bookmarks_of(report.pdf)

    assert entries[:3] == ["Trust report", "On one page", "How to read this, method and limits"]
    for name in ("Trust in your people", "Openness", "Say and do", "Strengths and first steps"):
        assert name in entries
    assert all(theme.theme.name in entries for theme in library().themes)


def test_without_facts_the_report_says_so_in_a_sentence() -> None:
    words = words_of(make_report(without_facts(), A4).pdf)

    assert "The facts have not been checked yet" in words
    assert "Not answered" not in words


@pytest.mark.parametrize("options", [A4, LETTER], ids=["A4", "Letter"])
def test_the_pulse_is_two_pages_and_both_say_something(options: ReportOptions) -> None:
    result = pulse()
    first, second = pages_of(make_report(result, options).pdf)

    assert first.startswith("TRUST REPORT, SHORT FORM " + result.story.sentence)
    assert "Ferngate Libraries · One person, who leads here · answered on 15 September 2026" in first
    assert "How to read this: 0 is" in first
    for item in result.questionnaire.pulse:
        assert squeezed(result.questionnaire.wording(item, result.round.summary.perspective)) in first
    for words in (
        "I will look again on",
        "28 questions more",
        "20 facts",
        "have not yet been validated",
        "0 to 37 Rare",
    ):
        assert words in second


def test_the_pulse_opens_a_talk_with_the_two_ends_of_its_answers() -> None:
    first = pages_of(make_report(pulse(), A4).pdf)[0]

    build, ask = first.split("An answer to build on")[1].split("Question Answer")[0].split("An answer to ask about")
    assert "“Often” to: When something goes wrong" in build
    assert "“Seldom” to: When people here tell the public" in ask


def test_a_pulse_whose_answers_lie_level_or_are_skipped_singles_none_out() -> None:
    for answers in ({}, {item: Answer(3) for item in questionnaire().pulse}):
        of = library_round(Form.PULSE)
        result = result_of(replace(of, response=replace(of.response, answers=answers), facts={}))
        report = make_report(result, A4)

        assert report.pages == 2
        assert "An answer to" not in words_of(report.pdf)


def test_a_pulse_with_facts_has_their_page_too() -> None:
    words = words_of(make_report(result_of(library_round(Form.PULSE)), A4).pdf)

    assert "The facts, as they stand" in words
    assert "No fact stands against" not in words, "without a theme's number nobody can tell"
    assert "not checked yet" not in words


def test_long_names_take_the_page_on_how_to_read_it_no_further() -> None:
    pages = pages_of(make_report(saying("Städtische Wohnungsgesellschaft für Wohnen und Leben. " * 4), A4).pdf)
    first = next(number for number, page in enumerate(pages) if page.startswith("HOW TO READ THIS"))

    assert pages[first + 1].startswith("THEME BY THEME")


def test_nineteen_facts_without_an_answer_are_one_line() -> None:
    report = make_report(with_facts(1), A4)
    words = words_of(report.pdf)

    assert "19 facts of 20 are not answered." in words
    assert "Not answered" not in words
    assert [squeezed(fact.practice.text) in words for fact in with_facts(1).facts].count(True) <= 3


def test_skipped_questions_are_one_line_below_those_that_were_answered() -> None:
    without_notes = replace(WITH_QUESTIONS, with_notes=False)
    words = words_of(make_report(answering(30), without_notes).pdf)

    assert "Ten questions were skipped: Safe to speak (2), Real voices (4) and Words and deeds (4)." in words
    assert words.count("Skipped") == 3, "once for a theme, and not once for each question"


def test_themes_without_a_number_are_one_paragraph_and_the_others_keep_their_row() -> None:
    words = words_of(make_report(answering(30), A4).pdf)

    assert "Too few answers for a score Real voices Skipped: 4 of 4 questions. Words and deeds Skipped: 4 of" in words
    assert "Straight information 81 of 100" in words


def test_where_nothing_was_answered_no_page_lists_that_forty_times() -> None:
    report = make_report(unanswered(), WITH_QUESTIONS)

    assert report.pages == 3
    assert "kipped" not in words_of(report.pdf).replace("skipped questions are left out", "").replace("40 skipped", "")


def test_too_few_answers_are_said_and_never_shown_as_nought() -> None:
    pages = pages_of(make_report(unanswered(), A4).pdf)

    assert pages[1].count("too few answers") >= 2
    assert not any("0 of 100" in page for page in pages)


@pytest.mark.parametrize("options", [A4, LETTER], ids=["A4", "Letter"])
@pytest.mark.parametrize("lines", [0, 6, 12, 18, 24, 30, 60])
def test_no_page_has_nothing_but_lines_or_a_left_over_line(lines: int, options: ReportOptions) -> None:
    notes = {"GI1": "\n".join(["Somebody said so in the kitchen."] * lines)}
    pages = pages_of(make_report(noting(notes), options).pdf)

    footer = " · trust report · "
    assert all(len(page.partition("Ferngate Libraries" + footer)[0]) > 60 for page in pages)


def test_who_prepared_it_stands_on_the_cover() -> None:
    report = make_report(library(), replace(A4, prepared_by="Harrow & Pike"))

    assert "Harrow & Pike" in pages_of(report.pdf)[0]
