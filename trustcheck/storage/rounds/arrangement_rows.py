"""Suggestions by hand as the rows they are kept in, and back; what was put aside in the check before."""

import sqlalchemy as sa

from trustcheck.domain.checks.round import RoundState
from trustcheck.domain.questionnaire.arrangement import Arrangement
from trustcheck.storage.schema import group_tables, tables

_kept = tables.suggestion_by_hand


def put_arrangement(connection: sa.Connection, round_id: int, arranged: Arrangement) -> None:
    """In the place of what was kept for this check."""
    connection.execute(_kept.delete().where(_kept.c.round == round_id))
    places = {each: at for at, each in enumerate(arranged.order)}
    said = dict.fromkeys(arranged.aside, False) | dict.fromkeys(arranged.wanted, True)
    rows = [
        {"round": round_id, "suggestion": each, "place": places.get(each), "wanted": said.get(each)}
        for each in sorted(places.keys() | said.keys())
    ]
    if rows:
        connection.execute(_kept.insert(), rows)


def arrangement_of(connection: sa.Connection, round_id: int) -> Arrangement:
    rows = list(connection.execute(sa.select(_kept).where(_kept.c.round == round_id).order_by(_kept.c.suggestion)))
    return Arrangement(
        order=tuple(
            each.suggestion for each in sorted(rows, key=lambda each: each.place or 0) if each.place is not None
        ),
        aside=tuple(each.suggestion for each in rows if each.wanted is False),
        wanted=tuple(each.suggestion for each in rows if each.wanted),
    )


def aside_before(connection: sa.Connection, round_id: int) -> frozenset[str]:
    """What was put aside in the closed check before, of the same organisation and kind."""
    this, then = tables.round_.alias("this"), tables.round_
    groups = sa.select(group_tables.group_round.c.round)
    before = (
        sa.select(then.c.id)
        .join(this, this.c.organisation == then.c.organisation)
        .where(
            this.c.id == round_id,
            then.c.number < this.c.number,
            then.c.state == RoundState.CLOSED.value,
            then.c.retests.is_(None),
            then.c.id.in_(groups) == this.c.id.in_(groups),
        )
        .order_by(then.c.number.desc())
        .limit(1)
    )
    found = connection.scalar(before)
    return frozenset() if found is None else frozenset(arrangement_of(connection, found).aside)
