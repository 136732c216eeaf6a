"""Parcels for tests: by hand, and by the hundred with every text and number that may stand in one."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from tests import builders
from tests.group_builders import group_round
from trustcheck.app.carrying.export_making import closed_check
from trustcheck.app.organisations import name_seen
from trustcheck.app.store.export_model import Belongings, GroupCheck, Parcel, PersonalCheck
from trustcheck.domain.checks.group_round import GroupNote, GroupSetup, NotesUse, Way
from trustcheck.domain.checks.marks import Aloud, AnswerMark
from trustcheck.domain.checks.round import OrganisationDetails, Promise, PromiseStatus, RoundState
from trustcheck.domain.checks.targets import TARGETS
from trustcheck.domain.checks.workshop import Workshop, WorkshopDecision
from trustcheck.domain.questionnaire.answers import Answer, EvidenceGrade, Fact, PracticeAnswer, Response, SaidBeside
from trustcheck.domain.questionnaire.arrangement import Arrangement
from trustcheck.domain.questionnaire.model import Form, Perspective, Practice, Questionnaire

LEADER, STAFF = Perspective.LEADER, Perspective.STAFF
DAY, LATER = date(2026, 11, 22), date(2026, 12, 1)
PRACTICES = (Practice("K1", "A", "There is a list.", quick_win=True), Practice("K2", "C", "Minutes are kept."))


def asked(points: int = 5) -> Questionnaire:
    return builders.questionnaire(
        {"people": {"A": 3, "B": 2}, "openness": {"C": 3, "D": 2}},
        points=points,
        reverse=("A3", "C2"),
        pulse=("A1", "B1", "C1"),
        practices=PRACTICES,
        suggestions=(builders.suggestion("a-one", "A"), builders.suggestion("c-one", "C", when_practice_no=("K2",))),
    )


QUESTIONNAIRES = (asked(), asked(4), asked(7))

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
hostile = st.sampled_from(
    [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "＝1+1",
        "－1",
        "＠x",
        " =1",
        "'=1",
        '";=1',
        "a\r\nb",
        "\u202eb",
    ]
)
words = texts | hostile
said = words.filter(bool)
days = st.dates(date(1000, 1, 1), date(9999, 12, 1))
grades = st.none() | st.sampled_from(EvidenceGrade)
facts = st.dictionaries(st.sampled_from(["K1", "K2"]), st.tuples(st.sampled_from(list(Fact)), words, grades)).map(
    lambda given: tuple(PracticeAnswer(each, *given[each]) for each in sorted(given))
)
promises = st.lists(
    st.builds(
        Promise,
        words,
        st.none() | days,
        words,
        words,
        st.integers(0, 9),
        words,
        st.sampled_from(PromiseStatus),
        st.lists(st.sampled_from(["A1", "B1"]), max_size=3, unique=True).map(tuple),
    ),
    max_size=3,
).map(lambda made: tuple(replace(each, number=at) for at, each in enumerate(made, start=1)))
details = st.builds(
    OrganisationDetails,
    words,
    words,
    words,
    st.sampled_from(["", "#1f6f78"]),
    words,
    st.binary(max_size=30),
)


drills = st.dictionaries(st.sampled_from(["memo", "review"]), st.integers(0, 4))
guesses = st.dictionaries(st.sampled_from("ABCD"), st.integers(1, 4))


def answers(of: Questionnaire, form: Form) -> st.SearchStrategy[dict[str, Answer]]:
    points = st.integers(1, of.high).map(Answer)
    given = points | points | st.sampled_from([Answer.DONT_KNOW, Answer.NOT_APPLICABLE])
    return st.dictionaries(st.sampled_from(sorted(of.asked(form))), given)


marks = st.builds(AnswerMark, st.booleans(), st.none() | st.sampled_from(Aloud), grades).filter(
    lambda mark: mark.says_something
)


by_hand = st.builds(
    Arrangement,
    st.permutations(["a-one", "c-one"]).map(tuple) | st.just(()),
    st.just(()) | st.just(("a-one",)),
    st.just(()) | st.just(("c-one",)),
)


@st.composite
def personal_checks(draw: st.DrawFn) -> PersonalCheck:
    of, form = draw(st.sampled_from(QUESTIONNAIRES)), draw(st.sampled_from(list(Form)))
    is_closed = draw(st.booleans())
    item = st.sampled_from(sorted(of.item_by_id))
    return PersonalCheck(
        questionnaire=of,
        form=form,
        perspective=draw(st.sampled_from([LEADER, STAFF])),
        state=RoundState.CLOSED if is_closed else RoundState.OPEN,
        started_on=draw(days),
        closed_on=draw(days) if is_closed else None,
        at_item=draw(st.just("") | item),
        leaders_are=draw(words),
        answers=draw(answers(of, form)),
        notes=draw(st.dictionaries(item, said, max_size=3)),
        facts=draw(facts),
        promises=draw(promises),
        drill=draw(drills),
        targets=draw(st.dictionaries(st.sampled_from(["", *sorted(of.theme_by_id)]), st.sampled_from(TARGETS))),
        marks=draw(st.dictionaries(item, marks, max_size=3)),
        suggestions=draw(by_hand),
        proposed=draw(answers(of, form)),
        proposed_facts=draw(facts),
    )


@st.composite
def setups(draw: st.DrawFn) -> GroupSetup:
    views = draw(st.sampled_from([(LEADER,), (STAFF,), (LEADER, STAFF)]))
    return GroupSetup(
        form=draw(st.sampled_from(list(Form))),
        perspectives=views,
        invited={each: draw(st.integers(0, 30)) for each in views},
        leaders_are=draw(words),
        staff_are=draw(words),
        way=draw(st.sampled_from(list(Way))),
        minutes=draw(st.integers(0, 90)),
        threshold=draw(st.integers(3, 6)),
        notes=draw(st.sampled_from(list(NotesUse))),
        importance=draw(st.dictionaries(st.sampled_from("ABCD"), st.integers(1, 3))),
        targets=draw(st.dictionaries(st.sampled_from(["", *"ABCD"]), st.sampled_from(TARGETS))),
        routes=draw(words),
        one_leader_agreed=draw(st.booleans()),
        rows_may_leave=draw(st.booleans()),
        dots=draw(st.booleans()),
        guesses=draw(st.booleans()),
        drill=draw(st.booleans()),
    )


decisions = st.builds(WorkshopDecision, words.filter(str.strip), words, st.none() | days)
workshops = st.builds(
    Workshop,
    st.lists(st.sampled_from(["promise", "gaps", "next"]), max_size=3).map(tuple),
    st.lists(st.sampled_from(["promise", "gaps", "next"]), max_size=3).map(tuple),
    st.sampled_from([60, 90, 180]),
    st.lists(st.integers(1, 60), max_size=3).map(tuple),
    st.lists(decisions, max_size=2).map(tuple),
)


def beside(setup: GroupSetup, view: Perspective) -> st.SearchStrategy[SaidBeside]:
    """What somebody says beside the questions, where the check asks it of them; agreeing to dots never travels."""
    guessed = guesses if setup.guesses and view is LEADER else st.just({})
    return st.builds(SaidBeside, st.just(False), guessed, drills if setup.drill else st.just({}))


@st.composite
def closed_groups(draw: st.DrawFn) -> GroupCheck:
    """Closed, with the result that follows from invented sheets; some waited, some were left out."""
    of, setup = draw(st.sampled_from(QUESTIONNAIRES)), draw(setups())
    people = [
        Response(view, setup.form, draw(answers(of, setup.form)), draw(beside(setup, view)))
        for view in setup.perspectives
        for _each in range(draw(st.sampled_from([0, 1, 3, 6, 11])))
    ]
    whole = group_round(people, of, set_up=setup)
    notes = draw(st.lists(st.builds(GroupNote, st.sampled_from(sorted(of.item_by_id)), said), max_size=3))
    waiting = draw(st.integers(0, 2))
    return closed_check(
        replace(
            whole,
            summary=replace(whole.summary, form=setup.form, answered=len(people) + waiting, started_on=draw(days)),
            notes=tuple(notes) if setup.notes is not NotesUse.NONE else (),
            waiting=dict.fromkeys(setup.perspectives, waiting),
            hurried=dict.fromkeys(setup.perspectives, 0),
            facts={each.practice_id: each for each in draw(facts)},
            promises=draw(promises),
            own_words=draw(words),
            workshop=draw(workshops),
            arrangement=draw(by_hand),
            flags=frozenset(draw(st.sets(st.sampled_from(sorted(of.item_by_id)), max_size=3))),
        )
    )


def read_in_two_languages(check: GroupCheck) -> GroupCheck:
    """The same, its leaders reading it in another language, where it asks both views."""
    german = replace(check.questionnaire, language="de", title="Vertrauen")
    return replace(check, setup=replace(check.setup, translated={LEADER: german} if check.setup.compares else {}))


prepared_groups = st.builds(
    GroupCheck,
    questionnaire=st.sampled_from(QUESTIONNAIRES),
    state=st.just(RoundState.PREPARING),
    started_on=days,
    setup=setups(),
    facts=facts,
).flatmap(lambda check: st.sampled_from([check, read_in_two_languages(check)]))
checks = personal_checks() | closed_groups() | prepared_groups


def parcels(of: st.SearchStrategy[PersonalCheck | GroupCheck] = checks) -> st.SearchStrategy[Parcel]:
    """As one leaves a data file: organisations by name, each name once, checks in order of their days."""
    # Names that nobody could tell apart are never in one file, and would not come back as they left.
    names = st.lists(said.filter(lambda each: each.strip()), unique_by=name_seen, max_size=3)
    return names.flatmap(
        lambda given: st.tuples(
            *(
                st.builds(Belongings, st.just(each), details, st.lists(of, max_size=3).filter(_fit).map(_in_order))
                for each in given
            )
        )
    ).map(lambda some: Parcel(tuple(sorted(some, key=lambda each: (each.name.casefold(), each.name)))))


def _fit(some: list[PersonalCheck | GroupCheck]) -> bool:
    """Of two checks with their rows, the later result depends on the earlier one; each was made here by itself."""
    return sum(bool(getattr(each, "rows", ())) for each in some) < 2


def _in_order(some: list[PersonalCheck | GroupCheck]) -> tuple[PersonalCheck | GroupCheck, ...]:
    return tuple(sorted(some, key=_started))


_started: Callable[[PersonalCheck | GroupCheck], date] = lambda each: each.started_on  # noqa: E731


def one_of_each() -> Parcel:
    """A small parcel with one check of every sort, for mutations."""
    of = asked()
    turn = [1, 5, 2, 4, 3, 5, 1, 4, 2, 3]
    people = [
        Response(view, Form.FULL, {item: Answer(turn[(at + who) % 10]) for at, item in enumerate(of.order)})
        for view, number in ((LEADER, 5), (STAFF, 12))
        for who in range(number)
    ]
    setup = GroupSetup(
        form=Form.FULL,
        perspectives=(LEADER, STAFF),
        invited={LEADER: 6, STAFF: 14},
        leaders_are="the board",
        staff_are="everybody else",
        notes=NotesUse.GROUP,
        importance={"A": 3},
        rows_may_leave=True,
    )
    kept = builders.facts({"K1": "no", "K2": "yes"})
    whole = group_round(people, of, set_up=setup)
    whole = replace(whole, notes=(GroupNote("A1", "On Mondays."),), facts=kept, promises=(Promise("Ask more", LATER),))
    personal = PersonalCheck(
        of, Form.FULL, STAFF, RoundState.CLOSED, DAY, closed_on=LATER, answers=people[0].answers, notes={"A1": "Once."}
    )
    team = closed_check(replace(whole, summary=replace(whole.summary, started_on=DAY, closed_on=LATER)))
    without_rows = replace(team, setup=replace(setup, rows_may_leave=False), rows=())
    prepared = GroupCheck(of, RoundState.PREPARING, DAY, setup)
    kept_of = OrganisationDetails("Met in spring.", "the council", accent="#1f6f78", logo=b"\x89PNG")
    return Parcel((Belongings("Hollow Lane School", kept_of, (personal, team, without_rows, prepared)),))
