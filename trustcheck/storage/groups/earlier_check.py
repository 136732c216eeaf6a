"""The check an organisation closed before this one: how many answered it, and whether these are its sheets again."""

from collections import Counter
from typing import Any

import sqlalchemy as sa

from trustcheck.domain.checks.group_round import EarlierCheck
from trustcheck.domain.privacy.releases import may_follow
from trustcheck.domain.questionnaire.model import Perspective
from trustcheck.storage.groups.sheet_rows import RELEASED, RELEASED_SHEETS
from trustcheck.storage.schema import group_tables, tables

_round = tables.round_.c
_group = group_tables.group_round.c
_sheet = group_tables.sheet.c


def earlier_check(connection: sa.Connection, round_id: int, threshold: int) -> EarlierCheck | None:
    """``None`` where there is none, or none that showed a perspective which this one shows too."""
    before = _before(connection, round_id)
    if before is None:
        return None
    earlier, now = _released(connection, before.id), _released(connection, round_id)
    fewest = max(threshold, before.threshold)
    beside = {each: earlier[each] for each in earlier if min(earlier[each], now[each]) >= fewest}
    near = {each: n for each, n in beside.items() if abs(n - now[each]) < fewest}
    if not near:
        return None
    repeated = _repeated(connection, (before.id, round_id), fewest) & set(near)
    return EarlierCheck(
        before.closed_on,
        {Perspective(each): n for each, n in near.items()},
        frozenset(Perspective(each) for each in repeated),
    )


def _before(connection: sa.Connection, round_id: int) -> Any:
    """The round that was closed before, or ``None``."""
    this = sa.select(_round.organisation, _round.number).where(_round.id == round_id).subquery()
    wanted = (
        sa.select(_round.id, _round.closed_on, _group.threshold)
        .select_from(tables.round_.join(group_tables.group_round))
        .where(_round.organisation == this.c.organisation, _round.number < this.c.number, _round.state == "closed")
        .order_by(_round.number.desc())
    )
    return connection.execute(wanted).first()


def _released(connection: sa.Connection, round_id: int) -> Counter[str]:
    perspective = tables.response.c.perspective
    wanted = (
        sa.select(perspective, sa.func.count().label("sheets"))
        .select_from(group_tables.sheet.join(tables.response))
        .where(_sheet.round == round_id, _sheet.standing == RELEASED)
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
    for _response, perspective, answers in connection.exec_driver_sql(RELEASED_SHEETS, (round_id,)):
        said.setdefault(perspective, Counter())[answers] += 1
    return said
