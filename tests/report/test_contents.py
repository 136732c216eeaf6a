"""What a reader finds in one person's report."""

from dataclasses import replace

import pytest

from tests.report.portraits import A4, LETTER, WITH_QUESTIONS, library, noting, pulse, unanswered, without_facts
from tests.report.reading import bookmarks_of, pages_of, squeezed, words_of
from trustcheck import __version__
from trustcheck.app.ports import Report, ReportOptions
from trustcheck.domain.points import whole
from trustcheck.report.pdf import make_report


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

    for use in ("appraisal", "pay", "dismissal", "ranking of managers", "finding critics"):
        assert use in third
    assert "(trust-and-openness), version 1.0.0" in third


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
    promise = library().round.promise
    assert promise is not None

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


def test_the_pulse_has_fewer_pages_and_its_twelve_answers_on_the_first() -> None:
    result = pulse()
    report = make_report(result, A4)

    assert report.pages == 4
    for item in result.questionnaire.pulse:
        wording = result.questionnaire.wording(item, result.round.summary.perspective)
        assert squeezed(wording) in pages_of(report.pdf)[1]


def test_too_few_answers_are_said_and_never_shown_as_nought() -> None:
    pages = pages_of(make_report(unanswered(), A4).pdf)

    assert pages[1].count("too few answers") == 13
    assert not any("0 of 100" in page for page in pages)


def test_who_prepared_it_stands_on_the_cover() -> None:
    report = make_report(library(), replace(A4, prepared_by="Harrow & Pike"))

    assert "Harrow & Pike" in pages_of(report.pdf)[0]
