"""Files that older versions of the program wrote open with everything in them. One of each schema is kept here."""

import shutil
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from tests import builders
from tests.storage.people import DAY, LEADER, SETUP, STAFF, given, hurried, prepared, sheet, sheets
from trustcheck.app.portraits.check_reading import reading_of_check
from trustcheck.app.ports import Damaged, NewGroupRound, NewRound, NotOpened
from trustcheck.catalog.file_catalog import FileCatalog
from trustcheck.domain.checks.group_round import GroupRound
from trustcheck.domain.checks.marks import Aloud, AnswerMark
from trustcheck.domain.checks.retests import mini_pulse
from trustcheck.domain.checks.round import (
    OrganisationDetails,
    Promise,
    PromiseStatus,
    RetestOf,
    RoundKind,
    RoundState,
)
from trustcheck.domain.checks.workshop import Workshop
from trustcheck.domain.questionnaire.answers import Answer, EvidenceGrade, Fact, PracticeAnswer, SaidBeside
from trustcheck.domain.questionnaire.arrangement import Arrangement
from trustcheck.domain.questionnaire.model import Form, Perspective, shared_questions
from trustcheck.storage.schema.tables import SCHEMA
from trustcheck.storage.store import open_store

REWORDED = {"TT4", "SS4", "TT3", "SC4", "WD4", "FR4", "RD1", "RV1", "SI2", "GI2", "RV2"}
OLD = Path(__file__).with_name("old")


@pytest.fixture
def first(path: Path) -> Path:
    """Two checks of one person each, written by the first version: the sample, and one that goes on."""
    shutil.copyfile(OLD / "schema-1.trustcheck", path)
    return path


def test_there_is_a_file_of_every_schema_before_this_one() -> None:
    assert {each.name for each in OLD.iterdir()} == {f"schema-{number}.trustcheck" for number in range(1, SCHEMA)}


def test_a_damaged_one_is_told_so_untouched_and_not_brought_up_to_date(first: Path) -> None:
    """An index that holds something else than its table: every row of that still reads."""
    with closing(dbapi2.connect(str(first), isolation_level=None)) as driver:
        driver.execute("PRAGMA writable_schema = ON")
        other = "CREATE INDEX ix_response_round ON response (perspective)"
        driver.execute("UPDATE sqlite_master SET sql = ? WHERE name = 'ix_response_round'", (other,))
    before = first.read_bytes()

    with pytest.raises(Damaged):
        open_store(str(first))

    assert first.read_bytes() == before
    assert [each.name for each in first.parent.glob(f"{first.stem}*{first.suffix}")] == [first.name]


def test_the_first_schema_opens_with_its_answers(first: Path) -> None:
    store = open_store(str(first))
    try:
        goes_on, sample = store.rounds.summaries()
        kept, whole = store.rounds.round(goes_on.id), store.rounds.round(sample.id)
    finally:
        store.close()

    assert (goes_on.organisation.name, goes_on.state, goes_on.answered, goes_on.asked) == (
        "Bellwater Council", RoundState.OPEN, 2, 2,
    )  # fmt: skip
    assert (goes_on.kind, goes_on.form, goes_on.perspective) == (RoundKind.PERSONAL, Form.PULSE, Perspective.LEADER)
    assert (goes_on.started_on, goes_on.at_item) == (date(2026, 11, 20), "C1")
    assert kept.questionnaire == builders.questionnaire(pulse=("A1", "C1"))
    assert kept.response.answers == {"A1": Answer(4), "C1": Answer.DONT_KNOW}
    assert (kept.notes, kept.leaders_are) == ({"A1": "On Monday"}, "the board")
    assert kept.facts == {"K1": PracticeAnswer("K1", Fact.PARTLY, "the minutes")}
    assert kept.promises == (Promise("Ask more", date(2027, 2, 1), "people ask back"),)
    assert (sample.organisation.name, sample.state, sample.answered) == ("Ferngate Libraries", RoundState.CLOSED, 40)
    assert len(whole.response.answers) == len(whole.questionnaire.items) == 40


def test_a_check_shows_its_own_words_and_is_compared_on_those_that_are_asked_today(first: Path) -> None:
    store = open_store(str(first))
    try:
        kept = store.rounds.round(store.rounds.summaries()[1].id).questionnaire
    finally:
        store.close()
    today = FileCatalog().questionnaire("trust-and-openness")

    assert (kept.id, kept.version, today.version) == ("trust-and-openness", "1.0.0", "1.1.0")
    assert kept.wording("SS4", Perspective.STAFF) == "People here keep quiet to stay out of trouble."
    for view in Perspective:
        shared = shared_questions(kept, today, view)
        assert set(kept.order) - set(shared) == REWORDED
        assert [kept.wording(each, view) for each in shared] == [today.wording(each, view) for each in shared]
        in_short = shared_questions(kept, today, view, forms=(Form.PULSE, Form.PULSE))
        assert set(kept.pulse) - set(in_short) == {"RD1", "RV1", "SS4"}


def test_beside_a_check_of_today_an_older_one_says_how_many_of_its_questions_can_be_compared(first: Path) -> None:
    """By their ids and their words, wherever rows with numbers stand below each other."""
    store = open_store(str(first))
    try:
        _goes_on, sample = store.rounds.summaries()
        alone = reading_of_check(store, sample)
        today = FileCatalog().questionnaire("trust-and-openness")
        new = NewRound(sample.organisation.name, Form.FULL, sample.perspective, today, "the board", DAY)
        newest = store.rounds.begin(new)
        for each in today.order:
            store.rounds.save_answer(newest, each, Answer(4))
        store.rounds.close(newest, DAY)
        summaries = {each.id: each for each in store.rounds.of_organisation(sample.organisation.id)}
        older, newer = (reading_of_check(store, summaries[each]) for each in (sample.id, newest))
    finally:
        store.close()

    assert alone is not None
    assert older is not None
    assert newer is not None
    assert alone.about == ""
    # Of a theme that shares three questions of four, this much may be chance.
    assert newer.about == "What moved since last time may be chance"
    assert older.words == alone.words
    same = f"{40 - len(REWORDED)} of its 40 questions are the same in the newest check"
    assert older.about == f"{same}: only these can be compared."


def test_no_row_of_the_first_schema_is_changed_by_climbing(first: Path) -> None:
    tables = ("organisation", "questionnaire", "round", "response", "answer", "note", "practice_answer", "promise")

    def content() -> dict[str, list[tuple[object, ...]]]:
        with closing(dbapi2.connect(str(first))) as driver:
            return {each: rows_of(driver, each) for each in tables}

    before = content()
    open_store(str(first)).close()

    assert as_it_was(content(), round=2, response=1, practice_answer=1) == before
    assert first.with_name("mine.schema-1.trustcheck").exists()


def test_a_file_of_the_first_schema_takes_a_group_and_goes_on_with_its_own(first: Path) -> None:
    store = open_store(str(first))
    try:
        goes_on, sample = store.rounds.summaries()
        round_id = store.groups.prepare(NewGroupRound(sample.organisation.id, builders.questionnaire(), SETUP, DAY))
        prepared(store, name="The mill")
        store.rounds.save_answer(goes_on.id, "C1", Answer(2))
        store.organisations.save_details(goes_on.organisation.id, OrganisationDetails(notes="Met in spring"))

        assert store.rounds.round(goes_on.id).response.answers["C1"] == Answer(2)
        assert [each.id for each in store.rounds.of_organisation(sample.organisation.id)] == [round_id, sample.id]
        assert [each.checks for each in store.organisations.summaries()] == [1, 2, 1]
    finally:
        store.close()


def test_looking_at_one_asks_to_open_it_first(first: Path) -> None:
    before = first.read_bytes()

    with pytest.raises(NotOpened, match="written by an older TrustCheck"):
        open_store(str(first), look_only=True)

    assert first.read_bytes() == before


@pytest.fixture
def second(path: Path) -> Path:
    """Checks of one person and of groups, written by the first version that knew groups."""
    shutil.copyfile(OLD / "schema-2.trustcheck", path)
    return path


def test_the_second_schema_opens_with_its_answers(second: Path) -> None:
    store = open_store(str(second))
    try:
        held = {each.organisation.name: each for each in store.rounds.summaries()}
        alone = store.rounds.round(held["Bellwater Council"].id)
        whole = store.rounds.round(held["Ferngate Libraries"].id)
        team = store.groups.round(held["Northgate Housing"].id)
        details = store.organisations.details(held["Northgate Housing"].organisation.id)
        open_id = held["Hollow Lane School"].id
        arrived, half_filled = store.groups.arrived(open_id), store.sheets.sealed_sheets(open_id)
        form = store.sheets.of_code(open_id, "AB12")
    finally:
        store.close()

    assert (alone.response.answers, alone.notes) == ({"A1": Answer(4), "C1": Answer.DONT_KNOW}, {"A1": "On Monday"})
    assert alone.promises == (Promise("Ask more", date(2027, 2, 1), "people ask back"),)
    assert (whole.summary.state, len(whole.response.answers)) == (RoundState.CLOSED, 40)
    assert (len(team.of(LEADER)), len(team.of(STAFF)), team.carried) == (6, 14, "")
    assert sorted(given(team.responses)) == sorted(given(THE_TEAM))
    assert [each.text for each in team.notes] == ["We hear it late"]
    assert team.setup == SETUP
    assert (team.own_words, team.facts["K1"].fact) == ("We talk, and we wait too long.", Fact.NO)
    assert team.promises == (Promise("We answer one criticism in public", date(2027, 3, 1), "somebody brings another"),)
    assert (details.prepared_by, details.logo[:4]) == ("Ada Lindqvist", b"\x89PNG")
    assert (arrived.finished, arrived.half_filled) == ({LEADER: 1, STAFF: 1}, 1)
    assert half_filled[0].sealed == b"sealed and unreadable"
    assert form is not None
    assert form.notes == {"B1": "Not said aloud"}


def test_the_fifth_schema_opens_with_its_result_and_without_a_session(path: Path) -> None:
    team = the_only_check(OLD / "schema-5.trustcheck", path)

    assert (len(team.of(LEADER)), len(team.of(STAFF)), team.workshop) == (6, 9, Workshop())
    assert (team.own_words, team.facts["K1"].fact) == ("We ask, and then we wait.", Fact.NO)
    assert team.promises == (Promise("Ask more", None, "people ask back"),)


def test_no_row_of_the_second_schema_is_changed_by_climbing_and_no_row_may_leave(second: Path) -> None:
    def content() -> dict[str, list[tuple[object, ...]]]:
        with closing(dbapi2.connect(str(second))) as driver:
            return {each: rows_of(driver, each) for each in EVERY_TABLE}

    before = content()
    open_store(str(second)).close()
    after = content()

    assert [each[-5:] for each in after["group_round"]] == [(0, "", 0, 0, 0)] * 2
    assert as_it_was(after, round=2, group_round=5, response=1, practice_answer=1, asked_perspective=1) == before


@pytest.fixture
def third(path: Path) -> Path:
    """A laptop that goes round, and a check of one person, written before wrong PINs were counted."""
    shutil.copyfile(OLD / "schema-3.trustcheck", path)
    return path


def test_the_third_schema_opens_with_its_answers_and_its_lock(third: Path) -> None:
    store = open_store(str(third))
    try:
        held = {each.organisation.name: each for each in store.rounds.summaries()}
        going_round = held["Northgate Housing"].id
        alone, arrived = store.rounds.round(held["Bellwater Council"].id), store.groups.arrived(going_round)
        assert alone.response.answers == {"A1": Answer(4)}
        assert (arrived.finished, arrived.half_filled) == ({LEADER: 1, STAFF: 1}, 1)
        assert store.groups.locked_round() == (going_round, b"a lock")
        assert store.groups.pin_tries(going_round) == 0
        assert store.groups.count_pin_try(going_round) == 1
    finally:
        store.close()


def test_no_row_of_the_third_schema_is_changed_by_climbing(third: Path) -> None:
    def content() -> dict[str, list[tuple[object, ...]]]:
        with closing(dbapi2.connect(str(third))) as driver:
            return {each: rows_of(driver, each) for each in EVERY_TABLE}

    before = content()
    open_store(str(third)).close()
    after = content()

    assert [each[-4:] for each in after["group_round"]] == [("", 0, 0, 0)] * len(after["group_round"])
    assert as_it_was(after, round=2, group_round=4, response=1, practice_answer=1, asked_perspective=1) == before


@pytest.fixture
def fourth(path: Path) -> Path:
    """A closed check with sheets that wait, and a laptop going round, written before late sheets were remembered."""
    shutil.copyfile(OLD / "schema-4.trustcheck", path)
    return path


def test_the_fourth_schema_opens_with_what_waits_and_nobody_joined_late(fourth: Path) -> None:
    store = open_store(str(fourth))
    try:
        held = {each.organisation.name: each.id for each in store.rounds.summaries()}
        team = store.groups.round(held["Northgate Housing"])
        assert sorted(given(team.of(STAFF))) == sorted(given([each.response for each in sheets(range(6))]))
        assert (team.waiting[STAFF], team.joined_late) == (3, frozenset())
        assert store.groups.pin_tries(held["The mill"]) == 1
    finally:
        store.close()


def test_the_sixth_schema_opens_with_its_session_and_a_promise_that_was_never_changed(path: Path) -> None:
    team = the_only_check(OLD / "schema-6.trustcheck", path)

    assert team.promises == (Promise("Ask more", date(2027, 3, 1), "people ask back"),)
    assert team.promises[0].changes == 0
    assert [each.text for each in team.workshop.decisions] == ["We answer in public"]


def test_the_seventh_schema_opens_sealed_as_it_was_and_nobody_was_asked_beside_the_questions(path: Path) -> None:
    shutil.copyfile(OLD / "schema-7.trustcheck", path)
    store = open_store(str(path))
    try:
        held = {each.organisation.name: each.id for each in store.rounds.summaries()}
        team, alone = store.groups.round(held["Northgate Housing"]), store.rounds.round(held["Bellwater Council"])
        asked = store.groups.setup(held["Hollow Lane School"])[1]
    finally:
        store.close()

    assert (len(team.of(LEADER)), len(team.of(STAFF)), team.setup) == (6, 9, SETUP)
    (promised,) = team.promises
    assert (promised.look_again_on, promised.changes) == (date(2027, 4, 1), 1)
    assert alone.response.answers == {"A1": Answer(4), "C1": Answer.DONT_KNOW}
    assert all(each.beside == SaidBeside() for each in (alone.response, *team.responses))
    assert (asked.dots, asked.guesses, asked.drill) == (False, False, False)


def test_the_eighth_schema_opens_with_one_open_promise_that_is_the_first_of_its_check(path: Path) -> None:
    shutil.copyfile(OLD / "schema-8.trustcheck", path)
    store = open_store(str(path))
    try:
        held = {each.organisation.name: each.id for each in store.rounds.summaries()}
        alone, team = store.rounds.round(held["Bellwater Council"]), store.groups.round(held["Northgate Housing"])
        store.rounds.save_promise(alone.summary.id, Promise("Write it down", number=2))
        (first, second) = store.rounds.promises(alone.summary.id)
    finally:
        store.close()

    assert (first, first.changes, second.text) == (
        Promise("Ask more", date(2027, 2, 1), "people ask back"), 1, "Write it down",
    )  # fmt: skip
    assert team.promises == (Promise("We answer one criticism in public", None, "somebody brings another"),)


def test_the_ninth_schema_opens_with_nothing_said_beside_its_answers(path: Path) -> None:
    shutil.copyfile(OLD / "schema-9.trustcheck", path)
    store = open_store(str(path))
    try:
        held = {each.organisation.name: each.id for each in store.rounds.summaries()}
        alone, team = store.rounds.round(held["Bellwater Council"]), store.groups.round(held["Northgate Housing"])
        store.rounds.save_mark(alone.summary.id, "A1", AnswerMark(flagged=True, aloud=Aloud.NO))
        store.groups.save_flag(team.summary.id, "A1", flagged=True)
        marked = store.rounds.round(alone.summary.id).marks
        flags = store.groups.round(team.summary.id).flags
    finally:
        store.close()

    assert alone.response.answers == {"A1": Answer(4), "C1": Answer.DONT_KNOW}
    assert (alone.notes, alone.marks) == ({"A1": "On Monday"}, {})
    assert alone.facts == {"K1": PracticeAnswer("K1", Fact.PARTLY, "the minutes", EvidenceGrade.DOCUMENT)}
    assert [(each.text, each.status) for each in alone.promises] == [
        ("Ask more", PromiseStatus.OPEN), ("Write it down", PromiseStatus.KEPT),
    ]  # fmt: skip
    assert (dict(team.setup.targets), team.flags) == ({"": 62.5, "A": 87.5}, frozenset())
    assert (len(team.of(LEADER)), len(team.of(STAFF))) == (6, 9)
    assert (marked, flags) == ({"A1": AnswerMark(flagged=True, aloud=Aloud.NO)}, {"A1"})


def test_a_promise_of_the_ninth_schema_can_be_asked_again(path: Path) -> None:
    shutil.copyfile(OLD / "schema-9.trustcheck", path)
    store = open_store(str(path))
    try:
        alone = next(each for each in store.rounds.summaries() if each.kind is RoundKind.PERSONAL)
        asked = mini_pulse(builders.questionnaire(pulse=("A1", "C1")), ("A1", "C1"))
        new = NewRound(alone.organisation.name, Form.FULL, alone.perspective, asked, "the board", DAY)
        again = store.rounds.begin(replace(new, retests=RetestOf(alone.id, 1)))
        (retest,) = store.rounds.retests()
    finally:
        store.close()

    assert (retest.id, retest.retests, alone.retests) == (again, RetestOf(alone.id, 1), None)


def test_the_tenth_schema_opens_with_what_was_said_beside_its_answers_and_its_suggestions_as_the_rules_put_them(
    path: Path,
) -> None:
    shutil.copyfile(OLD / "schema-10.trustcheck", path)
    store = open_store(str(path))
    try:
        held = {each.organisation.name: each.id for each in store.rounds.summaries()}
        alone, team = store.rounds.round(held["Bellwater Council"]), store.groups.round(held["Northgate Housing"])
        (retest,) = store.rounds.retests()
        for each in (alone, team):
            store.rounds.save_arrangement(each.summary.id, BY_HAND)
        kept = [store.rounds.round(alone.summary.id).arrangement, store.groups.round(team.summary.id).arrangement]
    finally:
        store.close()

    assert alone.marks == {"A1": AnswerMark(flagged=True, aloud=Aloud.NO, grade=EvidenceGrade.EXAMPLE)}
    assert (team.flags, retest.retests) == ({"A1"}, RetestOf(alone.summary.id, 1))
    assert (alone.arrangement, team.arrangement, team.aside_before) == (Arrangement(), Arrangement(), frozenset())
    assert kept == [BY_HAND, BY_HAND]


BY_HAND = Arrangement(order=("b", "a"), aside=("c",), wanted=("a",))


def the_only_check(old: Path, path: Path) -> GroupRound:
    """Of a copy of an older file, opened and closed again."""
    shutil.copyfile(old, path)
    store = open_store(str(path))
    try:
        (held,) = store.rounds.summaries()
        return store.groups.round(held.id)
    finally:
        store.close()


def rows_of(driver: dbapi2.Connection, table: str) -> list[tuple[object, ...]]:
    """All rows; of promises what every schema has of them, for they are known by another key now."""
    wanted = "round, text, look_again_on, sign, suggestion" if table == "promise" else "*"
    found: list[tuple[object, ...]] = driver.execute(f"SELECT {wanted} FROM {table}").fetchall()
    return sorted(found, key=str) if table == "promise" else found


def as_it_was(rows: dict[str, list[tuple[object, ...]]], **added: int) -> dict[str, list[tuple[object, ...]]]:
    """The rows of every table without the last columns, which came with a newer schema."""
    return {table: [each[: len(each) - added.get(table, 0)] for each in found] for table, found in rows.items()}


EVERY_TABLE = (
    "organisation", "organisation_details", "questionnaire", "round", "response", "answer", "note", "practice_answer",
    "promise", "group_round", "asked_perspective", "importance", "sheet", "group_note", "sealed_sheet",
)  # fmt: skip
THE_TEAM = [
    each.response
    for each in (*sheets(range(1, 7), LEADER), *sheets(range(20, 32)), hurried(3), sheet(40))
]  # fmt: skip
