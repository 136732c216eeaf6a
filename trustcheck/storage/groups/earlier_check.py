"""The checks an organisation closed before this one: how many answered them, and what any two tell beside each other.

Whoever keeps the reports has all of them, so that a third check is judged against the first as well as the second.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any

import sqlalchemy as sa

from trustcheck.domain.checks.group_round import EarlierCheck, GroupSetup
from trustcheck.domain.privacy.releases import may_follow
from trustcheck.domain.questionnaire.answers import Response
from trustcheck.domain.questionnaire.model import Form, Perspective, Questionnaire, shared_questions
from trustcheck.storage.groups.sheet_rows import RELEASED, RELEASED_SHEETS
from trustcheck.storage.rounds.reader import questionnaire_of
from trustcheck.storage.schema import group_tables, tables
from trustcheck.storage.schema.many_rows import parts_of

_round = tables.round_.c
_earlier = group_tables.group_round.c
_earlier_sheet = group_tables.sheet.c


def earlier_check(
    connection: sa.Connection,
    round_id: int,
    setup: GroupSetup,
    questionnaire: Questionnaire,
    responses: Sequence[Response],
) -> EarlierCheck | None:
    """``None`` where there is none, or none that showed a perspective which this one shows too, or nothing to say.

    Of each perspective the newest stands beside this one; what any of them would tell is left untold.
    """
    found = [
        each
        for before in _before(connection, round_id)
        if (each := _beside(connection, before, round_id, setup, questionnaire, responses)) is not None
    ]
    if not found:
        return None
    told: dict[Perspective, frozenset[str]] = {}
    for each in found:
        told |= {view: told.get(view, frozenset()) | ids for view, ids in each.told.items()}
    oldest_first = found[::-1]
    return EarlierCheck(
        {view: n for each in oldest_first for view, n in each.answered.items()},
        {view: on for each in oldest_first for view, on in each.closed_on.items()},
        frozenset().union(*(each.repeated for each in found)),
        told,
    )


def _beside(
    connection: sa.Connection,
    before: Any,
    round_id: int,
    setup: GroupSetup,
    questionnaire: Questionnaire,
    responses: Sequence[Response],
) -> EarlierCheck | None:
    earlier, now = _released(connection, before.id), _released(connection, round_id)
    fewest = max(setup.threshold, before.threshold)
    beside = {each: earlier[each] for each in earlier if min(earlier[each], now[each]) >= fewest}
    near = {each: n for each, n in beside.items() if abs(n - now[each]) < fewest}
    repeated = _repeated(connection, (before.id, round_id), fewest) & set(near) if near else set()
    told: Mapping[Perspective, frozenset[str]] = {}
    if Form(before.form) is setup.form:
        seen = {Perspective(each) for each in beside} - {Perspective(each) for each in repeated}
        told = _told(connection, before, seen, questionnaire, setup.form, responses, fewest)
    if not near and not told:
        return None
    return EarlierCheck(
        {Perspective(each): n for each, n in near.items()},
        {Perspective(each): before.closed_on for each in near},
        frozenset(Perspective(each) for each in repeated),
        told,
    )


def _before(connection: sa.Connection, round_id: int) -> Sequence[Any]:
    """The rounds that were closed before, the newest first."""
    this = sa.select(_round.organisation, _round.number).where(_round.id == round_id).subquery()
    wanted = (
        sa.select(_round.id, _round.closed_on, _round.form, _round.questionnaire, _earlier.threshold)
        .select_from(tables.round_.join(group_tables.group_round))
        .where(_round.organisation == this.c.organisation, _round.number < this.c.number, _round.state == "closed")
        .where(_round.retests.is_(None))
        .order_by(_round.number.desc())
    )
    return connection.execute(wanted).all()


def _told(
    connection: sa.Connection,
    before: Any,
    seen: AbstractSet[Perspective],
    questionnaire: Questionnaire,
    form: Form,
    responses: Sequence[Response],
    threshold: int,
) -> dict[Perspective, frozenset[str]]:
    """Of the perspectives in ``seen`` what the two results would tell of a few people, where there is anything."""
    from trustcheck.domain.questionnaire.coded_responses import CodedResponses
    from trustcheck.domain.views.next_check import told_beside
    from trustcheck.storage.groups.sheet_texts import coded_responses

    if not seen or not isinstance(responses, CodedResponses):
        return {}
    asked = questionnaire_of(connection, before.questionnaire)
    earlier = coded_responses(parts_of(connection, RELEASED_SHEETS, before.id), form, asked)
    found = {}
    for each in seen:
        shared = frozenset(shared_questions(questionnaire, asked, each, forms=(form, form)))
        found[each] = told_beside(earlier.of(each), responses.of(each), shared, questionnaire, form, threshold)
    return {each: ids for each, ids in found.items() if ids}


def _released(connection: sa.Connection, round_id: int) -> Counter[str]:
    perspective = tables.response.c.perspective
    wanted = (
        sa.select(perspective, sa.func.count().label("sheets"))
        .select_from(group_tables.sheet.join(tables.response))
        .where(_earlier_sheet.round == round_id, _earlier_sheet.standing == RELEASED)
        .group_by(perspective)
    )
    return Counter({row.perspective: row.sheets for row in connection.execute(wanted)})


def _repeated(connection: sa.Connection, rounds: tuple[int, int], threshold: int) -> set[str]:
    """The perspectives whose sheets are those of the check before, but for a few."""
    before, after = (_said(connection, each) for each in rounds)
    return {each for each in after if not may_follow(threshold, before.get(each, Counter()), after[each])}


def _said(connection: sa.Connection, round_id: int) -> dict[str, Counter[str]]:
    """By perspective how often each sheet was given, as the text of its answers in the order of the table's key."""
    said: dict[str, Counter[str]] = {}
    for _response, perspective, answers, _beside in connection.exec_driver_sql(RELEASED_SHEETS, (round_id,)):
        said.setdefault(perspective, Counter())[answers] += 1
    return said
