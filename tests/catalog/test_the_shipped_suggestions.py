"""What the thirty suggestions, the one that fits any theme, and the five of a fact alone promise."""

import re

from trustcheck.domain.questionnaire.model import Questionnaire

SENT_INTO_PUBLIC = {"rd-three-red-lines", "bl-a-month-to-try", "rv-one-unpolished-page", "rv-difficulty-line"}
NEW_PROMISES = {"rd-three-red-lines", "sc-leave-it-standing"}
CLAIMS = re.compile(r"\b(proven|proves|guarantee\w*|will improve|per cent)\b|%", re.IGNORECASE)


def test_every_theme_has_three_suggestions_one_of_them_listening(shipped: Questionnaire) -> None:
    for theme in shipped.themes:
        suggestions = shipped.suggestions_of(theme.id)
        assert len(suggestions) == 3, theme.id
        assert sum(each.listening for each in suggestions) == 1, theme.id


def test_what_people_could_count_on_is_offered_where_its_fact_is_no_and_nowhere_else(shipped: Questionnaire) -> None:
    alone = {each.only_when_no: each for each in shipped.suggestions if each.only_when_no}

    assert alone.keys() == {"K02", "K07", "K11", "K12", "K15"}
    for practice, each in alone.items():
        assert each.theme == shipped.practice_by_id[practice].theme
        assert shipped.suggestion_for(practice) == each
        assert each not in shipped.suggestions_of(each.theme)


def test_one_suggestion_fits_any_theme_and_makes_visible(shipped: Questionnaire) -> None:
    anywhere = [each for each in shipped.suggestions if not each.theme]
    assert [each.id for each in anywhere] == ["any-make-it-visible"]
    assert [each.id for each in shipped.suggestions if each.makes_visible] == ["any-make-it-visible"]


def test_the_marks_of_the_gates_are_where_they_belong(shipped: Questionnaire) -> None:
    assert {each.id for each in shipped.suggestions if each.sends_public} == SENT_INTO_PUBLIC
    assert {each.id for each in shipped.suggestions if each.new_promise} == NEW_PROMISES


def test_a_listening_suggestion_is_never_held_back(shipped: Questionnaire) -> None:
    assert not [each.id for each in shipped.suggestions if each.listening and (each.sends_public or each.new_promise)]


def test_every_theme_keeps_something_to_try_when_all_gates_are_closed(shipped: Questionnaire) -> None:
    for theme in shipped.themes:
        assert [s for s in shipped.suggestions_of(theme.id) if not (s.sends_public or s.new_promise)], theme.id


def test_every_suggestion_is_whole_and_says_what_its_grade_stands_for(shipped: Questionnaire) -> None:
    for each in shipped.suggestions:
        assert each.id.startswith(each.theme.lower() + "-" if each.theme else "any-")
        assert all((each.title, each.this_week, each.thirty_days, each.notice, each.ask, each.source)), each.id
        assert each.evidence in "ABC"
        assert each.effort in (1, 2, 3)


def test_a_grade_above_c_names_a_study_and_its_year(shipped: Questionnaire) -> None:
    graded = [each for each in shipped.suggestions if each.evidence != "C"]
    assert graded
    assert [each.id for each in graded if not re.search(r"\b(19|20)\d\d\b", each.source)] == []


def test_no_suggestion_claims_more_than_is_known(shipped: Questionnaire) -> None:
    for each in shipped.suggestions:
        assert not CLAIMS.search(f"{each.this_week} {each.thirty_days} {each.notice} {each.source}"), each.id


def test_the_question_for_the_room_is_a_question_with_nothing_round_it(shipped: Questionnaire) -> None:
    assert [each.id for each in shipped.suggestions if not each.ask.endswith("?")] == []
    assert [each.id for each in shipped.suggestions if each.ask.startswith(('"', "“"))] == []


def test_a_fact_that_is_missing_leads_to_a_suggestion_of_its_own_theme(shipped: Questionnaire) -> None:
    linked = 0
    for each in shipped.suggestions:
        for practice in each.when_practice_no:
            assert shipped.practice_by_id[practice].theme == each.theme, each.id
            linked += 1
    assert linked >= 10


def test_every_suggestion_has_a_promise_for_one_person_and_one_for_a_team(shipped: Questionnaire) -> None:
    for each in shipped.suggestions:
        for words, begins in ((each.i_will, "I will "), (each.we_will, "We will ")):
            assert words.startswith(begins), each.id
            assert words.endswith((".", "?")), each.id
            assert re.search(r"[.!?] +[A-Z]", words) is None, f"{each.id}: one sentence"
            assert len(words.split()) <= 30, each.id


def test_a_promise_speaks_of_nobody_else_in_its_own_person(shipped: Questionnaire) -> None:
    """Somebody alone promises for nobody else, and a team speaks as a team; neither is told what to do."""
    alone = [each.id for each in shipped.suggestions if re.search(r"\b(we|We|you|your)\b", each.i_will)]
    together = [each.id for each in shipped.suggestions if re.search(r"\b(I|my|me|you|your)\b", each.we_will)]

    assert (alone, together) == ([], [])


def test_a_promise_is_no_suggestion_once_more(shipped: Questionnaire) -> None:
    said = [promise for each in shipped.suggestions for promise in (each.i_will, each.we_will)]

    assert len(set(said)) == len(said)
    assert not [each.id for each in shipped.suggestions if each.this_week in (each.i_will, each.we_will)]
