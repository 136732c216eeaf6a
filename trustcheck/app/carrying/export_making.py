"""Puts together what may leave a data file. What stays is decided here and nowhere else."""

from collections import Counter
from collections.abc import Iterable

from trustcheck.app.portraits.carried_result import carried
from trustcheck.app.portraits.result import group_result_of
from trustcheck.app.ports import Progress, Refused, Store
from trustcheck.app.store.export_model import Belongings, ExportedSheet, GroupCheck, Parcel, PersonalCheck
from trustcheck.domain.checks.group_round import GroupRound, NotesUse
from trustcheck.domain.checks.round import Organisation, RoundKind, RoundState, RoundSummary
from trustcheck.domain.questionnaire.answers import PracticeAnswer, Response
from trustcheck.words import gettext as _


def parcel_of(store: Store, organisation: str = "", progress: Progress | None = None) -> Parcel:
    """Everything of one organisation, or of all. Raises :class:`Refused` where none has that name."""
    known = sorted(store.organisations.all(), key=lambda each: (each.name.casefold(), each.name))
    wanted = [each for each in known if organisation in ("", each.name)]
    if organisation and not wanted:
        raise _nobody_of_that_name(organisation, known)
    packed = []
    for at, each in enumerate(wanted):
        packed.append(_belongings(store, each))
        if progress is not None:
            progress(at + 1, len(wanted))
    return Parcel(tuple(packed))


def rows_that_may_leave(of: GroupRound) -> tuple[ExportedSheet, ...]:
    """The released sheets of each view that is large enough, where the set-up says so.

    Sorted by what was answered: the same sheets give the same rows, whatever order they are kept in.
    """
    if not of.setup.rows_may_leave:
        return ()
    number = Counter(each.perspective for each in of.responses)
    some = [each for each in of.responses if number[each.perspective] >= of.setup.threshold]
    return tuple(sorted(map(_row, some), key=_content))


def _row(of: Response) -> ExportedSheet:
    guesses, drill = (dict(sorted(each.items())) for each in (of.beside.guesses, of.beside.drill))
    return ExportedSheet(of.perspective, dict(sorted(of.answers.items())), guesses, drill)


def _content(row: ExportedSheet) -> tuple[object, ...]:
    answers = [(item, answer.code) for item, answer in row.answers.items()]
    return row.perspective.value, answers, [*row.guesses.items()], [*row.drill.items()]


def _belongings(store: Store, organisation: Organisation) -> Belongings:
    # The lists have the newest first; a file they come into numbers them as they come.
    rounds = store.rounds.of_organisation(organisation.id)[::-1]
    checks = tuple(_group(store, each) if each.kind is RoundKind.GROUP else _personal(store, each) for each in rounds)
    return Belongings(organisation.name, store.organisations.details(organisation.id), checks)


def _personal(store: Store, summary: RoundSummary) -> PersonalCheck:
    whole = store.rounds.round(summary.id)
    return PersonalCheck(
        questionnaire=whole.questionnaire,
        form=summary.form,
        perspective=summary.perspective,
        state=summary.state,
        started_on=summary.started_on,
        closed_on=summary.closed_on,
        at_item=summary.at_item,
        leaders_are=whole.leaders_are,
        answers=whole.response.answers,
        notes=whole.notes,
        facts=_by_id(whole.facts.values()),
        promises=whole.promises,
        drill=whole.response.beside.drill,
        targets=whole.targets,
        marks=whole.marks,
        proposed=whole.proposed.answers,
        proposed_facts=_by_id(whole.proposed.facts.values()),
        suggestions=whole.arrangement,
    )


def _group(store: Store, summary: RoundSummary) -> GroupCheck:
    if summary.state is RoundState.CLOSED:
        return closed_check(store.groups.round(summary.id))
    _summary, setup, questionnaire = store.groups.setup(summary.id)
    return GroupCheck(
        questionnaire=questionnaire,
        state=summary.state,
        started_on=summary.started_on,
        setup=setup,
        answered=summary.answered,
        facts=_by_id(store.groups.facts(summary.id).values()),
    )


def closed_check(of: GroupRound) -> GroupCheck:
    """A closed check as it may leave: its result as it is shown, and rows only where everybody had read of them."""
    result = group_result_of(of)
    notes = result.notes if of.setup.notes is NotesUse.GROUP else ()
    return GroupCheck(
        questionnaire=of.questionnaire,
        state=RoundState.CLOSED,
        started_on=of.summary.started_on,
        closed_on=of.summary.closed_on,
        setup=of.setup,
        answered=of.summary.answered,
        own_words=of.own_words,
        workshop=of.workshop,
        facts=_by_id(of.facts.values()),
        promises=of.promises,
        result=carried(result),
        notes=tuple(sorted(notes, key=lambda each: (each.item_id, each.text))),
        rows=rows_that_may_leave(of),
        flags=tuple(sorted(of.flags)),
        suggestions=of.arrangement,
    )


def _by_id(facts: Iterable[PracticeAnswer]) -> tuple[PracticeAnswer, ...]:
    return tuple(sorted(facts, key=lambda each: each.practice_id))


def _nobody_of_that_name(name: str, known: list[Organisation]) -> Refused:
    listed = ", ".join(each.name for each in known[:10])
    return Refused(
        _("No organisation in this data file is called {name}.").format(name=name),
        _("Nothing was written."),
        _("In it are: {listed}.").format(listed=listed) if listed else _("There is none in it yet."),
    )
