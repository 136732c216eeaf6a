"""What lies before a closed check: found in the file, said in a row, drawn as hollow marks, never in the way."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from tests.second_visit import visits
from trustcheck.app.portraits.check_reading import reading_of_check
from trustcheck.app.portraits.group_comparison import compare_groups
from trustcheck.app.portraits.result import group_result_of
from trustcheck.app.portraits.since_last_time import earlier_checks, group_result_since, look_back
from trustcheck.app.ports import Refused, Store
from trustcheck.app.presenting.group_change import headline
from trustcheck.app.presenting.group_themes import last_time_drawn, last_time_line, pillar_row, theme_row
from trustcheck.app.results.group import GroupResult
from trustcheck.bootstrap import build
from trustcheck.charts.group_profile import group_profile, group_table
from trustcheck.charts.scene import Diamond, Dot
from trustcheck.domain.checks.round import PromiseStatus, RoundSummary
from trustcheck.domain.questionnaire.model import Perspective
from trustcheck.storage.store import open_store


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path = tmp_path_factory.mktemp("council") / "council.trustcheck"
    build({"TRUSTCHECK_DATA": str(path.parent)}).make_second_visit(str(path))
    opened = open_store(str(Path(path)), look_only=True)
    yield opened
    opened.close()


def council() -> GroupResult:
    then, now = visits()
    return replace(group_result_of(now), since=compare_groups(then, now))


def test_the_check_before_is_found_and_nothing_before_the_first(store: Store) -> None:
    second, first = store.rounds.summaries()

    assert earlier_checks(store, second) == (first,)
    assert earlier_checks(store, first) == ()
    assert look_back(store, store.groups.round(first.id)).comparison is None


def test_the_sample_holds_three_promises_with_who_keeps_them(store: Store) -> None:
    found = look_back(store, store.groups.round(store.rounds.summaries()[0].id)).comparison

    assert found is not None
    assert [each.who for each in found.promises] == ["Marit Dahl", "Tom Okafor", "Asha Lindqvist"]
    assert {each.status for each in found.promises} == {PromiseStatus.OPEN}
    assert all(each.questions for each in found.promises)


def test_a_row_says_what_changed_in_words(store: Store) -> None:
    second, first = store.rounds.summaries()
    newer, older = reading_of_check(store, second), reading_of_check(store, first)

    assert newer is not None
    assert older is not None
    assert newer.about.endswith("Staff describe more of Straight information than in September 2026")
    assert "Staff describe" not in older.about
    assert older.about.endswith("39 of its 40 questions are the same in the newest check: only these can be compared.")


def test_an_earlier_check_that_cannot_be_read_keeps_nobody_from_this_one(store: Store) -> None:
    second = store.groups.round(store.rounds.summaries()[0].id)

    def refuse(_round_id: int) -> RoundSummary:
        raise Refused("It is damaged.", "The file is as it was.", "Look for a copy.")

    broken = cast("Store", SimpleNamespace(rounds=store.rounds, groups=SimpleNamespace(round=refuse)))
    found = look_back(broken, second)

    assert (found.comparison, str(found.refused)) == (None, "It is damaged. The file is as it was. Look for a copy.")
    assert group_result_since(broken, second).since is None


def test_names_may_be_of_another_language_while_the_same_questions_are_compared(store: Store) -> None:
    second = store.groups.round(store.rounds.summaries()[0].id)
    themes = tuple(replace(each, name=f"Thema {each.id}") for each in second.questionnaire.themes)
    spoken = replace(second.questionnaire, language="de", themes=themes)
    found = look_back(store, second, names=spoken).comparison

    assert found is not None
    assert found.views[0].shared == 39
    assert headline(found) == "Staff describe more of Thema SI than in September 2026"


def test_a_hollow_mark_stands_where_a_number_lay_five_points_or_more_away() -> None:
    result = council()
    rows = {each.theme.id: theme_row(result, each) for each in result.themes}
    by_view = {each.perspective: each for each in rows["SI"].marks}

    assert (by_view[Perspective.STAFF].then, by_view[Perspective.STAFF].then_words) == (54, "54 in September 2026")
    assert by_view[Perspective.LEADER].then == 75
    assert all(each.then is None for each in rows["RV"].marks)
    assert last_time_line(rows["SI"]) == "Hollow: leaders 75 in September 2026, staff 54 in September 2026."
    assert last_time_line(rows["RV"]) == ""
    assert last_time_drawn(result) == "September 2026"
    assert last_time_drawn(replace(result, since=None)) == ""


def test_a_number_on_other_questions_than_todays_has_no_hollow_mark() -> None:
    """Fair response was reworded: what is compared of it is not the number that stands there."""
    result = council()
    assert result.since is not None
    staff = result.since.view(Perspective.STAFF)
    assert staff is not None
    value = result.theme("FR").views[Perspective.STAFF]

    assert abs(staff.changes["FR"].points) >= 5
    assert staff.changes["FR"].now != getattr(value, "mean", None)
    assert all(each.then is None for each in theme_row(result, result.theme("FR")).marks)


def test_hollow_marks_keep_the_shape_of_their_view_and_are_said() -> None:
    result = council()
    row = theme_row(result, result.theme("SI"))
    scene = group_profile((row,), 480.0)
    hollow = [each for each in scene.shapes if isinstance(each, Dot | Diamond) and each.ring]

    assert [type(each) for each in hollow] == [Diamond, Dot]
    assert "staff 74 (95 % interval 66 to 83), 54 in September 2026" in scene.sentence
    assert group_table((row,)).columns[-2:] == ("Last time", "Note")
    assert group_table((row,)).rows[0][-2] == "leaders 75 in September 2026, staff 54 in September 2026"
    plain = [pillar_row(replace(result, since=None), each) for each in result.pillars]
    assert "Last time" not in group_table(plain).columns
