"""A person with a file that is only looked at."""

from tests import group_builders
from trustcheck.app.ports import NewGroupRound, Store


def goes_round(elsewhere: Store) -> None:
    """Whoever leads a check in the other window hands the laptop on."""
    elsewhere.groups.lock_round(opens_a_check(elsewhere), b"a lock that only a PIN takes off")


def opens_a_check(elsewhere: Store) -> int:
    organisation_id = next(each.id for each in elsewhere.organisations.all() if each.name == "Bellwater Council")
    asked = group_builders.shipped()
    new = NewGroupRound(organisation_id, asked, group_builders.setup(), group_builders.date(2026, 11, 20))
    elsewhere.groups.open(round_id := elsewhere.groups.prepare(new))
    return round_id
