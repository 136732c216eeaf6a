"""Where evidence disagrees: said, never averaged away (measurement 4.2). Plain values, for one person and a group."""

from collections.abc import Sequence
from gettext import gettext as _

from trustcheck.domain.practice import ContradictionKind

HIGH = 62.5
"""From here on a theme is described as usual."""
APART = 12.5
"""Half an answer step: leaders and staff that lie closer do not disagree."""


def conflicts(leader: float | None, staff: float | None, against: Sequence[ContradictionKind]) -> tuple[str, ...]:
    """Sentences for one theme: its scores on 0 to 100 (``None``: not asked or not shown), and its contradictions.

    One person gives their own score as ``leader`` or as ``staff``.
    """
    found = []
    if leader is not None and staff is not None and abs(leader - staff) >= APART:
        if leader >= HIGH > staff:
            found.append(_("You see more of this than staff do; ask for two recent examples from each side."))
        elif staff >= HIGH > leader:
            found.append(_("Staff are kinder to you than you are; what do they see?"))
    if ContradictionKind.SAID_NOT_BUILT in against:
        found.append(_("It works by habit; it will leave with the people who carry it."))
    if ContradictionKind.WRITTEN_NOT_LIVED in against or ContradictionKind.BUILT_NOT_FELT in against:
        found.append(_("The paper exists; find out where it stops."))
    return tuple(found)
