"""What people write about a group's check is printed as it is, in every edition, and stops none of them."""

from dataclasses import replace

import pytest

from tests.report.group_portraits import northgate
from tests.report.hostile_words import CORPUS
from tests.report.portraits import A4
from tests.report.reading import squeezed, words_of
from trustcheck.app.ports import Edition
from trustcheck.app.results.group import GroupResult
from trustcheck.domain.checks.group_round import GroupNote
from trustcheck.domain.checks.round import Promise
from trustcheck.domain.questionnaire.answers import PracticeAnswer
from trustcheck.report.maker import make_report

EDITIONS = [Edition.LEADERS, Edition.STAFF, Edition.FACILITATOR]


def saying(text: str) -> GroupResult:
    """Every text that a person can write is ``text``."""
    whole = northgate()
    setup = replace(whole.setup, leaders_are=text, staff_are=text, routes=text)
    facts = tuple(
        replace(fact, given=PracticeAnswer(fact.practice.id, fact.given.fact, text)) if fact.given else fact
        for fact in whole.facts
    )
    organisation = replace(whole.summary.organisation, name=text)
    return replace(
        whole,
        summary=replace(whole.summary, organisation=organisation),
        setup=setup,
        facts=facts,
        own_words=text,
        notes=(GroupNote("SS1", text),),
        promises=(Promise(text, None, text),),
    )


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("text", CORPUS.values(), ids=CORPUS)
def test_hostile_text_is_printed_as_it_was_written(text: str, edition: Edition) -> None:
    options = replace(A4, edition=edition, prepared_by=text, closing_words=text, will_not=text)

    assert squeezed(text) in words_of(make_report(saying(text), options).pdf)


@pytest.mark.parametrize("edition", EDITIONS)
def test_what_cannot_be_drawn_is_told_and_controls_are_left_out(edition: Edition) -> None:
    report = make_report(saying("one\x00\x07 two\u200b\u202e 😀 \ud800"), replace(A4, edition=edition))

    assert report.unprintable == ("😀",)
    assert "one two 😀 \ufffd" in words_of(report.pdf)


def test_a_hundred_thousand_characters_are_printed_in_full() -> None:
    noted = replace(northgate(), notes=(GroupNote("SS1", "word " * 20_000),))
    closing = replace(A4, sections=("notes", "closing"), closing_words="sentence " * 10_000)
    printed = words_of(make_report(noted, closing).pdf)

    assert printed.count("word") >= 20_000
    assert printed.count("sentence") >= 10_000
